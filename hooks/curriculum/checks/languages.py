"""The two languages beside each other: the same pages, the same sections in the same order."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from curriculum.words.model import Language, Page, Problem, Term, Words

NOTHING = Term("nothing")


def check_languages(pages: Mapping[tuple[Language, str], Page]) -> list[Problem]:
    """Pages without a counterpart, and counterparts whose sections differ."""
    problems: list[Problem] = []
    for (language, uri), page in pages.items():
        other = Language.FR if language is Language.EN else Language.EN
        partner = counterpart_of((language, uri), pages)
        if partner is None:
            rule = "no-french" if other is Language.FR else "no-english"
            problems.append(Problem(page.path, 1, rule, {"expected": counterpart_path(page, other)}))
        elif other is Language.EN and all(section.id for section in page.sections + partner.sections):
            problems += _compare(page, partner)
    return problems


def counterpart_of(key: tuple[Language, str], pages: Mapping[tuple[Language, str], Page]) -> Page | None:
    """The same page in the other language."""
    return pages.get((Language.FR if key[0] is Language.EN else Language.EN, key[1]))


def counterpart_path(page: Page, language: Language) -> str:
    """Where the page is in another language: `docs/week-01/index.md` -> `docs/fr/week-01/index.md`."""
    folder = page.path.removesuffix(f"{page.language.prefix}{page.uri}")
    return f"{folder}{language.prefix}{page.uri}"


def _compare(french: Page, english: Page) -> list[Problem]:
    """The first place where the sections part; what follows it would only repeat the same problem."""
    for ours, theirs in zip_longest(french.sections, english.sections):
        if ours is None:
            line = theirs.line + english.offset
            values: dict[str, Words] = {"found": theirs.id, "expected": NOTHING, "other": french.path}
            return [Problem(english.path, line, "sections-differ", values)]
        line = ours.line + french.offset
        if theirs is None or ours.id != theirs.id:
            values = {"found": ours.id, "expected": theirs.id if theirs else NOTHING, "other": english.path}
            return [Problem(french.path, line, "sections-differ", values)]
        if ours.level != theirs.level:
            levels = {"level": str(ours.level), "expected": str(theirs.level), "other": english.path}
            return [Problem(french.path, line, "levels-differ", {"found": ours.id, **levels})]
    return []
