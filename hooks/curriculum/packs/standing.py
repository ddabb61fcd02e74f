"""A page with a row in it, beside the page as it is -> what the check of pages would refuse in it, and did not before.

So a cell that was lost in a table, a description that is too long or a piece of HTML is told with its row, not a day
later to somebody else.
"""

from __future__ import annotations

from dataclasses import replace

from curriculum.checks.notes import check_note
from curriculum.checks.pages import check_page
from curriculum.read.languages import Languages
from curriculum.read.source import parse_page
from curriculum.translate.desk import Desk
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.labels import read_spoken
from curriculum.words.model import Problem, Text
from curriculum.words.problems import say


def newly_refused(desk: Desk, path: str, before: str, after: str) -> list[Text]:
    """What is to be mended, in each language that messages are told in; `before` is "" for a page that is new."""
    place = _place_of(desk, path)
    as_note = f"{NOTES}/{place}" in path and _is_shared(desk, place)
    was, found = (
        [_sentence(problem) for problem in _found(path, place, text, desk.languages, as_note)] if text else []
        for text in (before, after)
    )
    known = {one[""] for one in was}
    new = [one for one in found if one[""] not in known]
    return [Text({code: said for code, said in one.items() if code}) for one in new]


def _place_of(desk: Desk, path: str) -> str:
    """The place of a page inside its folder: `fr/law.md`."""
    rest = path.removeprefix(f"{desk.edition}/") if desk.edition else path
    return rest.partition("/")[2]


def _is_shared(desk: Desk, place: str) -> bool:
    """True where a page of everybody has this place: what facilitators have there is its note."""
    paths = {f"{layer.own}{SHARED}/{place}" for layer in desk.layers}
    return any(desk.page_at(path) for path in paths)


def _found(path: str, place: str, text: str, languages: Languages, as_note: bool) -> list[Problem]:
    page, problems = parse_page(path, place, text, languages)
    return [*problems, *(check_note(page) if as_note else check_page(page, None, languages))]


def _sentence(problem: Problem) -> dict[str, str]:
    """A problem without its place, which is that of no file yet; under "", in a form to compare."""
    here = replace(problem, path="", line=0)
    words = {language.code: say(here, language) for language in read_spoken()}
    return {"": next(iter(words.values())), **words}
