"""What was made before, kept in `.cache/print/` under a name made of everything that shapes it.

A change to the text, the template, a font, this package or a library gives another name; nothing kept is ever wrong,
only unused. A live site may outlive its template: it is looked at for each printing of everything, and again after each
document that is printed anew. The folder can be deleted at any time; it sheds what was not used for longest by itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from curriculum.read.script_fonts import read_font_folders
from curriculum.words.paper import Article, Document

CACHE = ".cache"
"""Whatever is kept of one build for the next lies there."""
FOLDER = f"{CACHE}/print"
LIBRARIES = ("typst", "segno", "markdown", "pymdown-extensions")
MOST = 400_000_000
"""Bytes kept at most; everything of one version is about 60 MB."""
VERSIONS = 4
"""Of a course that is larger, as many times its files are kept: half of it is more than what one build asks for."""
DIGEST = 32
SHOWN = [field.name for field in fields(Document) if field.name not in ("place", "articles")]
SHOWN_OF_ARTICLES = [field.name for field in fields(Article) if field.name != "path"]


def digest_of(content: bytes) -> str:
    """The name of what was found right, or made, by its bytes."""
    return hashlib.sha256(content).hexdigest()


def read_or_make(folder: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """The kept bytes of anything whose key names all that shapes it, or new ones, which are kept."""
    place = folder / hashlib.sha256((key + read_program()).encode()).hexdigest()
    if kept := read_kept(place):
        return kept
    made = make()
    write_kept(place, made)
    return made


@lru_cache(maxsize=8)  # the papers and sizes of one document, one after the other; more would keep whole books
def text_of(document: Document) -> str:
    """All that shows of a document; where its files are does not."""
    shown = [getattr(document, name) for name in SHOWN]
    return repr([*shown, *([getattr(article, name) for name in SHOWN_OF_ARTICLES] for article in document.articles)])


def read_fingerprint(template: Path) -> str:
    """Of everything but the document that shapes a PDF: this program, and every file of the template as it is now."""
    digest = hashlib.sha256(read_program().encode())
    folders = [template, *read_font_folders(template)]
    for place, path, modified, size in sorted(file for folder in folders for file in _files(os.fspath(folder))):
        digest.update(f"{place}\0".encode())
        digest.update(_read_digest(path, modified, size))
    return digest.hexdigest()


def _files(folder: str, place: str = "") -> Iterator[tuple[str, str, int, int]]:
    """The place, path, time and size of every file below a folder; without `pathlib`: each printed document asks."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path, f"{place}{entry.name}/")
            else:
                found = entry.stat()
                yield f"{place}{entry.name}", entry.path, found.st_mtime_ns, found.st_size


@cache
def read_program() -> str:
    """Of the whole package and its libraries, once: what runs is what was there at the start."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256(" ".join(version(name) for name in LIBRARIES).encode())
    for path in sorted(path for path in package.rglob("*") if path.suffix in (".py", ".yml", ".json")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@cache
def _read_digest(path: str, modified: int, size: int) -> bytes:
    """Of one file; read again when its time or its size has changed."""
    return hashlib.sha256(Path(path).read_bytes()).digest()


def read_kept(place: Path) -> bytes:
    """The bytes that are kept; none when there are none, or when they are not what was written."""
    try:
        kept = place.read_bytes()
    except OSError:
        return b""
    digest, content = kept[:DIGEST], kept[DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        return b""
    with suppress(OSError):
        os.utime(place)  # it was of use just now
    return content


def write_kept(place: Path, content: bytes) -> None:
    """Keep bytes, whole or not at all: two builds may print at once. Where nothing can be written, nothing is kept."""
    digest = hashlib.sha256(content)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{digest.hexdigest()[:8]}")
        draft.write_bytes(digest.digest() + content)
        draft.replace(place)


def write_shed(folder: Path, most: int = MOST) -> None:
    """When more is kept than `most` bytes, delete what was of use longest ago until half of that is left."""
    with suppress(OSError):
        with os.scandir(folder) as entries:
            found = [(entry.stat(), entry.path) for entry in entries]
        total = sum(about.st_size for about, _ in found)
        if total > most:
            for about, path in sorted(found, key=lambda item: (item[0].st_mtime_ns, item[1])):
                total -= about.st_size
                Path(path).unlink()
                if total <= most / 2:
                    return
