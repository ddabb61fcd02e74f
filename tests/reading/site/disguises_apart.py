"""Words of a note, each in a place of its own: in values, in rules, in headers, between words that nobody sees."""

from __future__ import annotations

import gzip
import html
import json
import zlib
from collections.abc import Callable

PAGE = "<!doctype html><title>Week</title><body>{}</body>"


def _each(text: str, form: str) -> bytes:
    """Each word in a form of its own: `{0}` is the word, `{1}` its number."""
    words = (form.format(html.escape(word), at) for at, word in enumerate(text.split()))
    return PAGE.format(" ".join(words)).encode()


def _named(text: str) -> bytes:
    """A file in gzip whose name is the note."""
    content = gzip.compress(b"Hello, all of you", mtime=0)
    return content[:3] + b"\x08" + content[4:10] + text.encode("latin-1", "replace") + b"\0" + content[10:]


def _narrow(text: str) -> bytes:
    squeezed = zlib.compressobj(9, zlib.DEFLATED, 9)
    return squeezed.compress(text.encode()) + squeezed.flush()


def _points(text: str) -> bytes:
    """A picture whose points are cut in pieces of forty bytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)

    packed = zlib.compress(b"\0" + text.encode())
    pieces = b"".join(chunk(b"IDAT", packed[at : at + 40]) for at in range(0, len(packed), 40))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + pieces + chunk(b"IEND", b"")


APART: dict[str, Callable[[str], bytes]] = {
    "titles.html": lambda text: _each(text, '<i title="{}"></i>'),
    "options.html": lambda text: _each(text, "<option value='{}'>"),
    "data.html": lambda text: _each(text, '<i data-n{1}="{0}"></i>'),
    "rules.html": lambda text: _each(text, '<style>#w{1}::before{{content:"{0} "}}</style>'),
    "small-numbers.html": lambda text: _each(text, "{}<sup>{}</sup>"),
    "hidden-words.html": lambda text: _each(text, "{} <span hidden>certainly</span>"),
    "unseen-words.html": lambda text: _each(text, "{} <b style='display: none'>certainly</b>"),
    "unseen-by-rule.html": lambda text: (
        b"<style>.x{display:none}</style>" + _each(text, '{} <b class="x">certainly</b>')
    ),
    "values.json": lambda text: json.dumps({f"key{at}": word for at, word in enumerate(text.split())}).encode(),
    "objects.json": lambda text: json.dumps([{"word": word} for word in text.split()]).encode(),
    "subject.eml": lambda text: "".join(
        f"=?utf-8?Q?{''.join(f'={byte:02X}' for byte in word.encode())}?=\r\n " for word in text.split()
    ).encode(),
    "names.txt": lambda text: " ".join(
        "xn--" + (word + "é").encode("punycode").decode() for word in text.split()
    ).encode(),
    "file-name.gz": _named,
    "narrow.zlib": _narrow,
    "points.png": _points,
}
