"""Links between pages: to a page that is there, to a section it has, and never from participants to facilitators."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator

from curriculum.compose.downloads import names_of_files
from curriculum.elements.links import ELSEWHERE, Kind, target_of
from curriculum.read.source import text_lines
from curriculum.words.model import Curriculum, Page, Problem, Term, Words

NONE = Term("none")
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
WRITTEN_FOR_AUTHORS = {"handouts"}
"""Sections of a week page that `compose` adds."""


def check_links(page: Page, curriculum: Curriculum) -> list[Problem]:
    """Links and pictures of a page or note that lead nowhere."""
    problems = []
    for number, target in _links(page):
        kind, uri, section = target_of(target, page.uri)
        line = number + page.offset
        if kind is Kind.FILE:
            if not _is_file(uri, page, curriculum):
                problems.append(Problem(page.path, line, "broken-file", {"found": target}))
            continue
        other = curriculum.pages.get((page.language, uri))
        if other is None:
            values: dict[str, Words] = {"found": target, "near": _near_page(uri, page, curriculum)}
            problems.append(Problem(page.path, line, "broken-link", values))
        elif curriculum.only_for_facilitators(other) and not curriculum.only_for_facilitators(page):
            problems.append(Problem(page.path, line, "facilitator-link", {"found": target}))
        elif section and section not in (ids := _sections(other, curriculum)):
            near = difflib.get_close_matches(section, ids, 1, 0.6)
            values = {"found": section, "page": other.path, "expected": ", ".join(ids) or NONE}
            values["near"] = near[0] if near else ""
            problems.append(Problem(page.path, line, "broken-anchor", values))
    return problems


def _links(page: Page) -> Iterator[tuple[int, str]]:
    for number, line in text_lines(page.body):
        for target in LINK.findall(line):
            if not ELSEWHERE.match(target):
                yield number, target


def _is_file(uri: str, page: Page, curriculum: Curriculum) -> bool:
    """A file of the page's language, one all languages share, or one that is made of the curriculum."""
    return uri in names_of_files(curriculum) or bool({page.language.prefix + uri, uri} & curriculum.files)


def _sections(page: Page, curriculum: Curriculum) -> list[str]:
    is_week = any(week.uri == page.uri for week in curriculum.arc.weeks)
    return [section.id for section in page.sections] + (sorted(WRITTEN_FOR_AUTHORS) if is_week else [])


def _near_page(uri: str, page: Page, curriculum: Curriculum) -> str:
    """The page that was perhaps meant, as it would be written in the link."""
    near = difflib.get_close_matches(
        uri, [other for language, other in curriculum.pages if language == page.language], 1
    )
    return posixpath.relpath(near[0], posixpath.dirname(page.uri) or ".") if near else ""
