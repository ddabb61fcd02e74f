"""The finished site carries its credit: each kind of file is held to it by a row of its own.

A file that is given on alone must say whose it is: the licence asks it of whoever gives it on, and a reader cannot.
"""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from curriculum.compose.credit import PAGE, credit_words, name_or_credit
from curriculum.formats.manifest import CREDIT
from curriculum.formats.record import RECORD, record_of
from curriculum.read.folders import files_in, shown
from curriculum.read.source import split_language
from curriculum.site.menus import licence_address
from curriculum.words.model import Curriculum, Language, Problem, Term

IsCredited = Callable[[bytes, Curriculum, Language], bool]
FOOT = re.compile(rb'<p class="credit">(.*?)</p>', re.DOTALL)
RIGHTS = re.compile(rb"<dc:rights>.*?</dc:rights>", re.DOTALL)
TAGS = re.compile(r"<[^>]*>")
PAGES, HEAD, ALONE = (Term(f"credit-{name}") for name in ("foot", "head", "alone"))
"""Feet of pages, what programs read above them, feet of pages to send; other kinds are called as their files end."""
LOST = "404.html"
"""The one page in all languages, whose frame is of one of them."""
ABOUT = f"{PAGE.removesuffix('.md')}/index.html"


def read_uncredited(site: Path, curriculum: Curriculum) -> list[Problem]:
    """One problem for each kind of file of a built site that lacks its credit, at the first such file."""
    places = [place for place, is_link in sorted(files_in(site)) if not is_link]
    return check_credited({place: site / place for place in places}, site.name, curriculum)


def check_credited(files: Mapping[str, Path], name: str, curriculum: Curriculum) -> list[Problem]:
    """The same of files by their places."""
    problems: dict[str | Term, Problem] = {}
    told = {of.prefix + ABOUT for of in curriculum.languages}
    for place, path in files.items():
        kinds = _kinds_of(place, place in told)
        asked = {kind: is_said for kind, is_said in KINDS.items() if kind not in problems and kind in kinds}
        content = path.read_bytes() if asked else b""
        language, _ = split_language(place, curriculum.languages)
        spoken = curriculum.languages if place == LOST else (language,)
        for kind, is_said in asked.items():
            if not any(is_said(content, curriculum, one) for one in spoken):
                problems[kind] = Problem(f"{name}/{shown(place)}", 1, "built-credit", {"found": kind})
    if RECORD not in files:
        problems.setdefault(RECORD, Problem(f"{name}/{RECORD}", 1, "built-credit", {"found": RECORD}))
    return list(problems.values())


def _kinds_of(place: str, is_about: bool) -> tuple[str | Term, ...]:
    """A page of the site is `index.html` in its folder; a page in one file has another name."""
    if not place.endswith(".html"):
        return place, place.rpartition(".")[2]
    is_page = place.rpartition("/")[2] in ("index.html", LOST)
    return (PAGES, HEAD, *([ABOUT] if is_about else [])) if is_page else (ALONE,)


def _foot(content: bytes, curriculum: Curriculum, language: Language) -> bool:
    foot = FOOT.search(content)
    words = html.unescape(TAGS.sub("", foot[1].decode())) if foot else ""
    return name_or_credit(curriculum, language) in words and curriculum.arc.licence in words


def _head(content: bytes, curriculum: Curriculum, language: Language) -> bool:
    return f'<link rel="license" href="{licence_address(curriculum, language)}">'.encode() in content


def _about(content: bytes, curriculum: Curriculum, language: Language) -> bool:
    words = html.unescape(TAGS.sub("", content.decode()))
    return all(source.withdrawn or source.title[language] in words for source in curriculum.edition.credit.sources)


def _pdf(content: bytes, curriculum: Curriculum, language: Language) -> bool:
    rights = RIGHTS.search(content)
    words = html.unescape(rights[0].decode()) if rights else ""
    return credit_words(curriculum, language) in words and curriculum.arc.licence in words


def _within(content: bytes, part: str) -> str:
    """The words of a part of a ZIP, without its tags; "" where it is not there."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        text = packed.read(part).decode() if part in packed.namelist() else ""
    return html.unescape(TAGS.sub("", text))


def _word(content: bytes, curriculum: Curriculum, language: Language) -> bool:
    words = _within(content, "word/footer.xml")
    return credit_words(curriculum, language) in words and curriculum.arc.licence in words


def _book(content: bytes, curriculum: Curriculum, language: Language) -> bool:
    words = _within(content, "EPUB/title.xhtml"), _within(content, "EPUB/package.opf")
    return all(credit_words(curriculum, language) in said and curriculum.arc.licence in said for said in words)


def _zip(content: bytes, curriculum: Curriculum, language: Language) -> bool:
    words = _within(content, CREDIT)
    return all(source.withdrawn or source.title[language] in words for source in curriculum.edition.credit.sources)


def _record(content: bytes, curriculum: Curriculum, language: Language) -> bool:
    del language
    return bool(json.loads(content or b"0") == json.loads(record_of(curriculum)))


KINDS: Mapping[str | Term, IsCredited] = {
    PAGES: _foot,
    HEAD: _head,
    ALONE: _foot,
    ABOUT: _about,
    "pdf": _pdf,
    "docx": _word,
    "epub": _book,
    "zip": _zip,
    RECORD: _record,
}
"""What is looked at in each kind of file."""
