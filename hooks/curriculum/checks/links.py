"""Links between pages: to a page that is there, to a section it has, and never from participants to facilitators."""

from __future__ import annotations

import difflib
import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping

from curriculum.checks.elsewhere import misleading
from curriculum.checks.lost import lost_section
from curriculum.checks.plain import Link, PlainParts, link_of
from curriculum.compose.downloads import names_of_files
from curriculum.elements.links import ADDRESSES, ELSEWHERE, LinkKind, Target, target_of
from curriculum.elements.tree import elements_in
from curriculum.read.folders import NAME
from curriculum.words.composed import Place
from curriculum.words.model import Curriculum, Page, Problem, Term, Words

NONE = Term("none")
WRITTEN_FOR_AUTHORS = {"handouts"}
"""Sections of a week page that `compose` adds."""
UNREAD = re.compile(
    r"\[[^\[\]]*\](?:\([^()\s]*|\[[^\[\]]*\]|[ \t]+\((?:https?:|mailto:|tel:|#|[^()\s]*\.(?:md|pdf|html)\b)[^()]*\)?)"
    r"|\([^()]+\)\[(?:https?:|mailto:|tel:|#|[^\[\]\s]*\.(?:md|pdf|html)\b)[^\[\]]*\]"
)
"""What was meant to be a link, and stayed words: an end is missing, a space is too much, or nothing has that name."""


OUTSIDE = {
    re.compile(r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)"): "mailto:",
    re.compile(r"((?:\+?\d[\d ().-]{5,20}|\(\d{3}\)[\d .-]{7,9}|[2-9]-?1-?1|9-?8-?8)\d?)"): "tel:",
    re.compile(
        r"(?:https?[:;]?/*)?((?:www\.[\w-]+|[\w-]+)(?:\.[\w-]+)*\.(?:org|com|net|ca|info|gov|edu)(?:[/?#].*)?)"
    ): "https://",
}
"""What was meant to lead elsewhere and is read as the name of a file, and how the address of its kind starts."""


def check_links(page: Page, body: PlainParts, curriculum: Curriculum) -> list[Problem]:
    """Links and pictures of a page or note that lead nowhere, or elsewhere than they say."""
    problems: list[Problem] = []
    for part, links in body:
        for element, place in elements_in(part) if links is None else ():
            if element.tag in ADDRESSES:
                problems += _check_link(link_of(element, place), page, curriculum)
            elif element.tag not in ("code", "pre"):
                problems += _check_words(element, place, page)
        problems += [problem for link in links or () for problem in _check_link(link, page, curriculum)]
    return problems


def _check_words(element: etree.Element, place: Place, page: Page) -> list[Problem]:
    """Words of a paragraph that look like a link; those of a fact may, and those whose signs their author took back."""
    words = " ".join(filter(None, (element.text, *(child.tail for child in element))))
    told = [(found[0], _line_with(found[0], place.line - page.offset, page)) for found in UNREAD.finditer(words)]
    return [
        Problem(place.path, line + page.offset, "link-unread", {"found": " ".join(found.split())[:60]})
        for found, line in told
        if line
    ]


def _line_with(found: str, start: int, page: Page) -> int:
    """The first line from `start` that holds the words, or at least their end; 0 when an author wrote no such thing."""
    lines = [*enumerate(page.body.split("\n"), 1)][start - 1 :]
    pieces = (found.split("\n", maxsplit=1)[0], found[found.index("]") :])
    return next((number for piece in pieces for number, line in lines if piece in line), 0)


def _check_link(link: Link, page: Page, curriculum: Curriculum) -> list[Problem]:
    """What is wrong with one link: it says nothing, it leads nowhere, or past somebody who is told of each click."""
    found = [*_misleading(link), *(_lost(link.address, target_of(link.address, page.uri), page, curriculum))]
    return [_told(link, rule, values, page, curriculum) for rule, values in found[:1]]


def _told(link: Link, rule: str, values: Mapping[str, Words], page: Page, curriculum: Curriculum) -> Problem:
    """The problem at the link, or where the section was taken out that it leads to."""
    place = link.place.path, link.place.line
    _, uri, section = target_of(link.address, page.uri)
    other = curriculum.pages.get((page.language, uri)) if rule == "broken-anchor" else None
    lost = lost_section(section, other, place, curriculum.edition.path) if other else None
    return lost or Problem(*place, rule, values)


def _misleading(link: Link) -> Iterator[tuple[str, Mapping[str, Words]]]:
    """The rule that a link breaks wherever it leads."""
    if link.is_silent:
        yield "link-wordless", {"found": link.address}
    elif not link.address:
        yield "link-empty", {"found": link.words}
    elif ELSEWHERE.match(link.address):
        yield from misleading(link.address)


def _lost(
    address: str, target: Target, page: Page, curriculum: Curriculum
) -> Iterator[tuple[str, Mapping[str, Words]]]:
    """The rule that a link inside the course breaks, and the values that say so."""
    kind, uri, section = target
    other = curriculum.pages.get((page.language, uri))
    if kind is LinkKind.ELSEWHERE:
        return
    if kind is LinkKind.FILE:
        if _is_theirs(uri, page, curriculum):
            yield "facilitator-link", {"found": address}
        elif not _is_file(uri, page, curriculum):
            yield _no_file(address, uri, page, curriculum)
    elif other is None:
        yield "broken-link", {"found": address, "near": _near_page(uri, page, curriculum)}
    elif curriculum.only_for_facilitators(other) and not curriculum.only_for_facilitators(page):
        yield "facilitator-link", {"found": address}
    elif (
        section and section not in (ids := _sections(other, curriculum)) and not is_to_come(section, other, curriculum)
    ):
        near = difflib.get_close_matches(section, ids, 1, 0.6)
        expected = ", ".join(ids) or NONE
        yield "broken-anchor", {"found": section, "page": other.path, "expected": expected, "near": "".join(near)}


def _no_file(address: str, uri: str, page: Page, curriculum: Curriculum) -> tuple[str, Mapping[str, Words]]:
    """The rule that an address breaks which is read as that of a file, and the values that say so."""
    for pattern, scheme in OUTSIDE.items():
        if found := pattern.fullmatch(address):
            spelt = re.sub(r"[^\d+]", "", found[1]) if scheme == "tel:" else found[1]
            return "link-scheme", {"found": address, "expected": scheme + spelt}
    name = posixpath.basename(uri)
    if re.search(r"\.\w+$", name) and not NAME.fullmatch(name) and not re.search(r"[\"#?]", address):
        return "file-name", {"found": name}
    stem = uri.removesuffix(".html").rstrip("/")
    pages = (f"{stem}.md", posixpath.join(stem, "index.md"))
    near = next((one for one in pages if (page.language, one) in curriculum.pages), "")
    here = (place.removeprefix(page.language.prefix) for place in sorted(curriculum.files))
    near = near or next((place for place in here if place.casefold() == uri.casefold()), "")
    start = posixpath.dirname(page.uri) or "."
    return "broken-file", {"found": address, "near": posixpath.relpath(near, start) if near else ""}


def _is_file(uri: str, page: Page, curriculum: Curriculum) -> bool:
    """A file of the page's language, one all languages share, or one that is made of the curriculum."""
    return uri in names_of_files(curriculum) or bool({page.language.prefix + uri, uri} & curriculum.files)


def _is_theirs(uri: str, page: Page, curriculum: Curriculum) -> bool:
    """True for a picture of facilitators that a page of participants shows."""
    found = {page.language.prefix + uri, uri} & curriculum.theirs.keys()
    return bool(found) and not curriculum.only_for_facilitators(page)


def is_to_come(id: str, page: Page, curriculum: Curriculum) -> bool:
    """True for an id that is missing on a page, as is told there, and stands on the same page in another language."""
    others = (curriculum.pages.get((language, page.uri)) for language in curriculum.languages)
    known = {section.id for other in others if other for section in other.sections}
    return id in known and not all(section.id for section in page.sections)


def _sections(page: Page, curriculum: Curriculum) -> list[str]:
    ids = [section.id for section in page.sections if section.id]
    return ids + (sorted(WRITTEN_FOR_AUTHORS) if curriculum.arc.session_at(page.uri) else [])


def _near_page(uri: str, page: Page, curriculum: Curriculum) -> str:
    """The page that was perhaps meant, as it would be written in the link."""
    near = difflib.get_close_matches(
        uri, [other for language, other in curriculum.pages if language == page.language], 1
    )
    return posixpath.relpath(near[0], posixpath.dirname(page.uri) or ".") if near else ""
