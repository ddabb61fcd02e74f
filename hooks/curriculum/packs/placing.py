"""A section in the text of its page: what a translator sees of it, and the page with another in its place.

Every byte of the page that is not of the section stays as it was, the keys above it too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from curriculum.packs.lines import laid_out
from curriculum.read.source import split_front_matter
from curriculum.translate.pieces import KEYS, TOP, keys_in, raw_pieces

KEY = re.compile(rf"(?P<key>{'|'.join(KEYS)}): *(?P<value>.*)")
OTHERS = ("was",)
"""Keys of a page that are not those of its translation: it was never read at these addresses."""


def section_in(text: str, id: str) -> str:
    """The Markdown of a section without what stands around it; "" where the page has none.

    Above the first section: the keys that readers see, then what stands there.
    """
    raw = dict(raw_pieces(text)).get(id) if text else None
    if raw is None:
        return ""
    if id != TOP:
        return raw.strip("\n")
    meta, body, _, _ = split_front_matter("", raw)
    return f"{keys_in(meta)}\n\n{body.strip(chr(10))}".strip("\n")


Pieces = Sequence[tuple[str, str]]
"""A page in pieces that give it back when they are joined by line ends: ids, lines."""


def joined_pieces(pieces: Pieces) -> str:
    """The text of a page."""
    return "\n".join(raw for _, raw in pieces)


def with_piece(page: Pieces, id: str, lines: Sequence[str], order: Sequence[str]) -> Pieces:
    """The page with these lines for a section; one that it lacks goes behind the one before it in `order`."""
    pieces = list(page)
    ids = [name for name, _ in pieces]
    words = laid_out(lines, section_in(dict(pieces)[id], id) if id in ids else "")
    if id == TOP:
        pieces[0] = TOP, _with_keys(pieces[0][1], words)
    elif id in ids:
        raw = pieces[ids.index(id)][1]
        pieces[ids.index(id)] = id, words + raw[len(raw.rstrip("\n")) :]
    else:
        before = [name for name in order[: order.index(id)] if name in ids]
        place = ids.index(before[-1]) + 1 if before else 1
        pieces = _inserted(pieces, place, (id, words))
    return pieces


def _inserted(pieces: list[tuple[str, str]], place: int, piece: tuple[str, str]) -> list[tuple[str, str]]:
    """One more piece, an empty line before and after it; the page still ends as it did."""
    name, raw = pieces[place - 1]
    end = raw[len(raw.rstrip("\n")) :]
    is_last = place == len(pieces)
    pieces[place - 1] = name, raw.rstrip("\n") + "\n"
    return [*pieces[:place], (piece[0], piece[1] + (end if is_last else "\n")), *pieces[place:]]


def new_page(source: str, sections: Mapping[str, Sequence[str]]) -> Pieces:
    """A page in another language: the sections in the order of the source, under its keys in new words.

    In:  a page with `description: Meet.` and two sections, and the lines of all three pieces
    Out: the page with `description: Se rencontrer.` and both sections translated
    """
    keys = _without(source, OTHERS)
    top = _with_keys(keys, laid_out(sections[TOP], "")) if TOP in sections else keys.rstrip("\n") + "\n"
    rest = [(id, laid_out(sections[id], "") + "\n") for id, _ in raw_pieces(source)[1:]]
    return [(TOP, top.rstrip("\n") + "\n"), *rest]


def _without(text: str, names: Sequence[str]) -> str:
    """The lines of the keys above a page, without some keys."""
    _, _, offset, _ = split_front_matter("", text)
    return "".join(f"{line}\n" for key, line in _keyed(text.split("\n")[:offset]) if key not in names)


def _keyed(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line above a page, after the key that it belongs to."""
    key = ""
    for line in lines:
        if not line.startswith((" ", "-")) or line.startswith("---"):
            key = line.partition(":")[0]
        yield key, line


def _with_keys(raw: str, words: str) -> str:
    """What stands above the first section, with the words of a translator: `description: …`, then title and text."""
    meta, body, offset, _ = split_front_matter("", raw)
    keys, typed = keys_typed(words)
    changed = {key: f"{key}: {_quoted(key, value)}" for key, value in keys.items() if meta.get(key) != value}
    lines, left = list[str](), dict(changed)
    for key, line in _keyed(raw.split("\n")[:offset]):
        if key not in changed:
            lines.append(line)
        elif key in left:
            lines.append(left.pop(key))
    if left:
        lines = ["---", *left.values(), *(lines[1:] or ["---"])]
    gap = body[: len(body) - len(body.lstrip("\n"))]
    return "".join(f"{line}\n" for line in lines) + gap + typed + raw[len(raw.rstrip("\n")) :]


def keys_typed(words: str) -> tuple[dict[str, str], str]:
    """The keys that a translator typed above a page, and the rest."""
    lines = words.split("\n")
    keys: dict[str, str] = {}
    while lines and (found := KEY.fullmatch(lines[0])) and found["key"] not in keys:
        keys[found["key"]] = found["value"].strip()
        lines.pop(0)
    return keys, "\n".join(lines).strip("\n")


def front_of(words: str) -> str:
    """What was typed above the first section, as the top of a file: its keys between their lines."""
    keys, body = keys_typed(words)
    lines = [f"{key}: {_quoted(key, value)}\n" for key, value in keys.items()]
    return f"---\n{''.join(lines)}---\n{body}" if lines else body


def _quoted(key: str, value: str) -> str:
    """A value as YAML reads it back to the letter."""
    try:
        plain = yaml.safe_load(f"{key}: {value}") == {key: value}
    except yaml.YAMLError:
        plain = False
    return value if plain else json.dumps(value, ensure_ascii=False)
