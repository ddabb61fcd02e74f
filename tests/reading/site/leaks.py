"""What a reader could find in a published folder, however it is packed; and the sentences of notes to look for."""

from __future__ import annotations

import gzip
import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pikepdf
import pypdfium2

PACKED = (".zip", ".docx", ".epub")
FEWEST_WORDS = 4
WORD = re.compile(r"[^\W_]+")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
ATTRIBUTES = re.compile(r"\{:?[ \t]*#[^}]*\}")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HOLE = re.compile(r"\{\{.*?\}\}")
BLOCK = re.compile(r"\n(?=[ \t]*(?:[-*+]|\d+\.|#+)[ \t])|\n[ \t]*(?=\n)|\||^/{3,}.*$", re.MULTILINE)
SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»*_)\s]*\s")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
TAG = re.compile(r"<[^>]*>")
STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')
"""Of JSON."""
WORDLESS = frozenset({".woff2", ".png"})


def plain(text: str) -> str:
    """Only the words, whatever their signs, cases and spaces: `“Don’t  *wait*!”` -> ` don t wait `."""
    words = WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return f" {' '.join(words)} "


def sentences_of(markdown: str) -> list[str]:
    """The sentences and list items of a Markdown text that are long enough to be told apart, as plain words."""
    seen = COMMENT.sub("", FRONT_MATTER.sub("", markdown))
    body = HOLE.sub(" | ", ATTRIBUTES.sub("", LINK.sub(r"\1", seen)))
    lines = "\n".join(re.sub(r"^[ \t]*>[ \t]?", "", line) for line in body.split("\n"))
    found = [plain(part) for block in BLOCK.split(lines) for part in SENTENCE.split(block)]
    return [words for words in found if len(words.split()) >= FEWEST_WORDS]


def words_in(content: bytes) -> str:
    """Every word of an unpacked file: as it is written, and without its tags; of a PDF, what was unpacked behind it."""
    if content.startswith(b"%PDF"):
        content = content.rpartition(b"%%EOF")[2]
    text = ESCAPED.sub(lambda code: chr(int(code[1], 16)), content.decode("utf-8", "ignore")).replace("\\n", " ")
    text = html.unescape(text)
    bare = TAG.sub("", text)
    return plain(text) + (plain(bare) if bare != text else "")


def unpack(path: Path) -> bytes:
    """The bytes of a file, and those of what is packed in it."""
    return _unpack(path.suffix, path.read_bytes())


@cache  # the same PDF is a file of both sites, and in a ZIP
def _unpack(ending: str, content: bytes) -> bytes:
    """With the text of a PDF, as PDFium sees it, and all keys, names and strings of its objects, as qpdf reads them."""
    if ending == ".gz":
        return content + gzip.decompress(content)
    return content + _text_of(content) + _strings_of(content) if ending == ".pdf" else content


def _text_of(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document).encode()
    finally:
        document.close()


def _strings_of(pdf: bytes) -> bytes:
    """Each of them once: titles, words of pictures, the outline, what is said in place of signs."""
    with TemporaryDirectory() as place:
        source, found = Path(place, "file.pdf"), Path(place, "file.json")
        source.write_bytes(pdf)
        pikepdf.Job(["qpdf", "--json", "--json-key=qpdf", "--json-stream-data=none", str(source), str(found)]).run()
        return b"\n" + b"\n".join({*STRING.findall(found.read_bytes())})


def contents_of(site: Path) -> dict[str, bytes]:
    """Every file of a site by its place, unpacked; nothing when there is no site.

    Files in a ZIP, and DOCX and EPUB are ZIPs, have places of their own: `week-01/week-01.zip/week-01.docx/word/…`.
    """
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    found: dict[str, bytes] = {}
    for path in files:
        found |= _members(path.relative_to(site).as_posix(), path.read_bytes())
    return found


def _members(place: str, content: bytes) -> dict[str, bytes]:
    found = {place: _unpack(Path(place).suffix, content)}
    if place.endswith(PACKED):
        with ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                found |= _members(f"{place}/{name}", packed.read(name))
    return found


def texts_in(site: Path) -> list[str]:
    """The words of each file of a site, once where files say the same, and the names of all; pictures have none."""
    contents = contents_of(site)
    wordless = {*WORDLESS, *PACKED}
    different = {content for place, content in contents.items() if Path(place).suffix not in wordless}
    return [*{words_in(content) for content in different}, *map(plain, contents)]


def said_in(texts: Iterable[str], sentences: Iterable[str]) -> set[str]:
    """Those of the sentences (plain words, as of `sentences_of`) that stand somewhere in the texts.

    In one pass: at each word, only the sentences that begin with the next four words are compared.
    """
    by_start: dict[tuple[str, ...], list[tuple[list[str], str]]] = defaultdict(list)
    for sentence in sentences:
        words = sentence.split()
        by_start[tuple(words[:FEWEST_WORDS])].append((words, sentence))
    said = set()
    for text in texts:
        words = text.split()
        for at, start in enumerate(zip(*(words[shift:] for shift in range(FEWEST_WORDS)), strict=False)):
            for sought, sentence in by_start.get(start, ()):
                if words[at : at + len(sought)] == sought:
                    said.add(sentence)
    return said


def places_that_hold(word: str, contents: dict[str, bytes]) -> list[str]:
    """The files that hold a word in their bytes or in their name, in capitals or not."""
    sought = word.lower().encode()
    return [place for place, content in contents.items() if sought in content.lower() + place.lower().encode()]
