"""A ZIP (DOCX, EPUB and ODT are ZIPs) -> its files, and all that stands around them: names, remarks, gaps."""

from __future__ import annotations

import bz2
import struct
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from curriculum.verify.layers import Layer, LayerState
from curriculum.verify.squeezed import NAKED, SHORTEST, Decompressor, unpacked

HEAD = b"PK\x03\x04"
END = b"PK\x05\x06"
BEGINNING = struct.Struct("<4s5H3L2H")
"""The head of a file in a ZIP (APPNOTE.TXT 4.3.7)."""
ENTRY = b"PK\x01\x02"
LISTED = struct.Struct("<4s24x3H12x")
"""The head of a file in the list: how long its name, its own fields and its remark are (APPNOTE.TXT 4.3.12)."""
LOCKED, UNKNOWN_SIZE = 0x1, 0x8
METHODS: dict[int, Callable[[], Decompressor]] = {8: NAKED, 12: bz2.BZ2Decompressor}
STORED = 0


class Member(NamedTuple):
    """A file in a ZIP: where its head and its bytes are."""

    name: str
    start: int
    data: int
    end: int
    method: int
    locked: bool


def is_zip(content: bytes) -> bool:
    """True for what begins as a ZIP does, or ends so."""
    return content.startswith(HEAD) or (END in content[-66_000:] and HEAD in content)


def open_zip(content: bytes) -> Iterator[Layer]:
    """The bytes of each file, and what stands around them."""
    members, about = _listed(content)
    members = members or _walked(content)
    yield Layer("ZIP", "\n".join([*about, *(member.name for member in members)]))
    at = 0
    for member in sorted(members, key=lambda member: member.start):
        if member.start - at >= SHORTEST:
            yield Layer("ZIP", content[at : member.start])
        head = content[member.start + BEGINNING.size : member.data]
        yield Layer("ZIP", head.decode("utf-8", "replace") + "\n" + head.decode("utf-16-le", "replace"))
        yield from _read(content, member)
        at = max(at, member.end)
    rest = content[at:]
    names, added, end = _list_of(rest)
    if end:  # numbers, most of them: read once as they stand, since by chance they hold signs of any writing
        yield from (Layer("ZIP", one) for one in (b"\n".join(names), *filter(None, added)))
        yield Layer("ZIP", rest[:end].decode("latin-1"), LayerState.PLAIN)
        rest = rest[end:]
    yield Layer("ZIP", rest if members else rest.replace(HEAD, b""))  # with no file in it, it is something else


def _list_of(content: bytes) -> tuple[list[bytes], list[bytes], int]:
    """Each name in the list of a ZIP, what stands beside each, and where the list ends: 0 where there is none."""
    names, added, at = list[bytes](), list[bytes](), 0
    while content.startswith(ENTRY, at) and len(content) >= at + LISTED.size:
        _, name, *more = LISTED.unpack_from(content, at)
        start = at + LISTED.size
        at = min(start + name + sum(more), len(content))
        names.append(content[start : start + name])
        added.append(content[start + name : at])
    return names, added, at


def _listed(content: bytes) -> tuple[list[Member], list[str]]:
    """The files that the list at the end names, and the remarks in it."""
    try:
        with ZipFile(BytesIO(content)) as opened:
            infos, comment = opened.infolist(), opened.comment
    except (BadZipFile, ValueError, NotImplementedError, EOFError, OSError, struct.error):
        return [], []
    said = [raw.decode(code, "replace") for info in infos for raw in (info.comment, info.extra) for code in CODES]
    members = []
    for info in infos:
        if found := _member(content, info.header_offset, info.compress_size):
            members.append(found._replace(name=info.filename))
    return members, [*said, *(comment.decode(code, "replace") for code in CODES)]


CODES = ("utf-8", "utf-16-le", "latin-1")


def _walked(content: bytes) -> list[Member]:
    """The files of a ZIP without a list, one after the other."""
    members: list[Member] = []
    at = content.find(HEAD)
    while at >= 0:
        member = _member(content, at)
        if member:
            members.append(member)
        at = content.find(HEAD, member.end if member else at + 4)
    return members


def _member(content: bytes, at: int, size: int | None = None) -> Member | None:
    if len(content) < at + BEGINNING.size or at < 0:
        return None
    _, _, flags, method, _, _, _, packed, _, name, extra = BEGINNING.unpack_from(content, at)
    data = at + BEGINNING.size + name + extra
    words = content[at + BEGINNING.size : at + BEGINNING.size + name].decode("utf-8", "replace")
    end = data + (packed if size is None else size)
    if size is None and flags & UNKNOWN_SIZE:
        _, rest, _ = unpacked(content[data:], NAKED)
        end = len(content) - len(rest) if rest else len(content)
    return Member(words, at, data, min(end, len(content)), method, bool(flags & LOCKED))


def _read(content: bytes, member: Member) -> Iterator[Layer]:
    """The bytes of a file, and what stands behind them in its room; or that it is closed."""
    raw = content[member.data : member.end]
    if member.method == STORED and not member.locked:
        yield Layer(member.name, raw)
    elif member.method in METHODS and not member.locked:
        found, rest, state = unpacked(raw, METHODS[member.method])
        yield Layer(member.name, found)
        if state is LayerState.CLOSED:
            yield Layer(member.name, b"", state)
        yield Layer(member.name, rest)
    else:
        yield Layer(member.name, b"", LayerState.CLOSED)
