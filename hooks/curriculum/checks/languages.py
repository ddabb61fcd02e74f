"""The languages beside each other: the same pages, the same sections in the same order as the first of them."""

from __future__ import annotations

from itertools import zip_longest

from curriculum.read.ids import ID
from curriculum.read.languages import Languages, of_project
from curriculum.read.source import Pages
from curriculum.words.model import Language, Page, Problem, Term, Words

NOTHING = Term("nothing")


def check_languages(pages: Pages, languages: Languages) -> list[Problem]:
    """Pages without a counterpart, and counterparts whose sections differ; a language that borrows may lack pages."""
    problems: list[Problem] = []
    held = of_project(languages)
    first, others = held[:1], held[1:]
    for (language, uri), page in pages.items():
        for other in others if (language,) == first else first:
            partner = pages.get((other, uri))
            if partner is None:
                values: dict[str, Words] = {"language": other, "expected": counterpart_path(page, other)}
                problems.append(Problem(page.path, 1, "no-counterpart", values))
            elif (other,) == first and all(section.id for section in page.sections + partner.sections):
                problems += _compare(page, partner)
    return problems


def counterpart_of(key: tuple[Language, str], pages: Pages, languages: Languages) -> Page | None:
    """The same page in the first language; of a page in the first, the first other one there is."""
    language, uri = key
    first = (*of_project(languages), *languages)[0]
    found = (pages.get((other, uri)) for other in languages if other != language)
    return next(filter(None, found), None) if language == first else pages.get((first, uri))


def counterpart_path(page: Page, language: Language) -> str:
    """Where the page is in another language: `docs/week-01/index.md` -> `docs/fr/week-01/index.md`."""
    folder = page.path.removesuffix(f"{page.language.folder}{page.uri}")
    return f"{folder}{language.folder}{page.uri}"


def _compare(page: Page, first: Page) -> list[Problem]:
    """The first place where the sections part; what follows it would only repeat the same problem."""
    for ours, theirs in zip_longest(page.sections, first.sections):
        if ours is None:
            line = theirs.line + first.offset
            values: dict[str, Words] = {"found": theirs.id, "expected": NOTHING, "other": page.path}
            return [Problem(first.path, line, "sections-differ", values)]
        line = ours.line + page.offset
        if theirs and any(one.id and not ID.fullmatch(one.id) for one in (ours, theirs)):
            continue  # an id with a slip is told by itself
        if theirs is None or ours.id != theirs.id:
            values = {"found": ours.id, "expected": theirs.id if theirs else NOTHING, "other": first.path}
            return [Problem(page.path, line, "sections-differ", values)]
        if ours.level != theirs.level:
            levels = {"level": str(ours.level), "expected": str(theirs.level), "other": first.path}
            return [Problem(page.path, line, "levels-differ", {"found": ours.id, **levels})]
    return []
