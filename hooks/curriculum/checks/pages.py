"""One page by itself: title, sections and their ids, elements, facts."""

from __future__ import annotations

import re
import unicodedata

from curriculum.checks.links import check_links
from curriculum.facts import check_facts, facts_for
from curriculum.model import Curriculum, Language, Page, Problem, Section
from curriculum.vocabulary import GROUPS, check_elements, find_elements

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = ("handouts", "run-sheet")
TWO_LETTERS = re.compile(r"[a-z]{2}")


def check_page(page: Page, curriculum: Curriculum) -> list[Problem]:
    """Problems of one page of the site."""
    kinds = {handout.uri: handout.kind for handout in curriculum.arc.handouts}
    other = Language.FR if page.language is Language.EN else Language.EN
    problems = _check_title(page) + check_sections(page, curriculum.pages.get((other, page.uri)))
    problems += _check_folder(page)
    problems += check_links(page, curriculum)
    problems += check_elements(page, kinds.get(page.uri))
    problems += _check_groups(page, curriculum)
    return problems + check_facts(page, facts_for(curriculum, page.language, page.uri))


def check_sections(page: Page, counterpart: Page | None = None) -> list[Problem]:
    """Headings without an id, with a wrong or repeated one, or a level too deep. Also for notes.

    The id to write is the counterpart's where both pages have as many sections, else one made of the heading.
    """
    theirs = [section.id for section in counterpart.sections] if counterpart else []
    known = theirs if len(theirs) == len(page.sections) else [""] * len(page.sections)
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    before = 1
    for section, shared in zip(page.sections, known, strict=True):
        line = section.line + page.offset
        problems += _check_id(page, section, shared if ID.fullmatch(shared) else "", lines)
        if section.level == 1:
            problems.append(Problem(page.path, line, "second-title", {"found": section.title}))
        elif section.level > before + 1:
            levels = {"level": str(section.level), "before": str(before), "expected": "#" * (before + 1)}
            problems.append(Problem(page.path, line, "skipped-heading-level", {"found": section.title, **levels}))
        before = section.level
    return problems


def _check_id(page: Page, section: Section, shared: str, lines: dict[str, int]) -> list[Problem]:
    line = section.line + page.offset
    if not section.id:
        values = {"found": section.title, "expected": f"{{ #{shared or suggest_id(section.title)} }}"}
        return [Problem(page.path, line, "missing-id", values)]
    if not ID.fullmatch(section.id):
        values = {"found": section.id, "expected": f"{{ #{shared or suggest_id(section.id)} }}"}
        return [Problem(page.path, line, "wrong-id", values)]
    if section.id in lines:
        return [Problem(page.path, line, "repeated-id", {"found": section.id, "expected": str(lines[section.id])})]
    lines[section.id] = line
    if section.id in RESERVED:
        return [Problem(page.path, line, "reserved-id", {"found": section.id})]
    return []


def suggest_id(words: str) -> str:
    """`L’accueil à table` -> `l-accueil-a-table`."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(sign))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-") or "section"


def _check_title(page: Page) -> list[Problem]:
    return [] if page.title else [Problem(page.path, 1 + page.offset, "missing-title")]


def _check_folder(page: Page) -> list[Problem]:
    first = page.uri.split("/")[0]
    known = {language.value for language in Language}
    if "/" in page.uri and TWO_LETTERS.fullmatch(first) and first not in known:
        return [Problem(page.path, 1, "two-letter-folder", {"found": first})]
    return []


def _check_groups(page: Page, curriculum: Curriculum) -> list[Problem]:
    shown = {group for resource in curriculum.edition.resources for group in resource.groups}
    elements, _ = find_elements(page.body)
    where = f"{curriculum.edition.path}/resources.yml"
    return [
        Problem(page.path, e.line + page.offset, "empty-group", {"found": e.argument, "expected": where})
        for e in elements
        if e.name == "resources" and e.argument in GROUPS and e.argument not in shown
    ]
