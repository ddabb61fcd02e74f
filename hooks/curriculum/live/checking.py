"""All checks of the course, of which those of a page are only made again when the page or what it stands in changed."""

from __future__ import annotations

from curriculum.checks import Looks, check_sources
from curriculum.checks.notes import check_note
from curriculum.checks.pages import check_in_place, check_page
from curriculum.compose.outline import outline_of
from curriculum.live.kept import Kept
from curriculum.live.reading import Both
from curriculum.read.languages import Languages
from curriculum.words.model import Curriculum, Page, Problem


def check_both(both: Both, kept: tuple[Kept, Kept]) -> list[Problem]:
    """What is to be mended for either audience.

    Facilitators' sources hold participants'; what only shows without them, as a page of theirs in the menu of all, is
    told when nothing else is.
    """
    first, second = kept
    problems = check_sources(both.facilitators, _looks(both.facilitators.curriculum, first))
    return problems or check_sources(both.participants, _looks(both.participants.curriculum, second))


def _looks(curriculum: Curriculum | None, kept: Kept) -> Looks:
    """Looks that give what they found before, where the page and what pages know of each other are the same."""
    outline = kept.same("outline", outline_of(curriculum)) if curriculum else None

    def note(page: Page) -> list[Problem]:
        return kept.get(("note", page.path), (page,), lambda: check_note(page))

    def by_itself(page: Page, other: Page | None, languages: Languages) -> list[Problem]:
        same = kept.same("languages", languages)
        return kept.get(("page", page.path), (page, other, same), lambda: check_page(page, other, languages))

    def in_place(page: Page, curriculum: Curriculum) -> list[Problem]:
        return kept.get(("place", page.path), (page, outline), lambda: check_in_place(page, curriculum))

    return Looks(note, by_itself, in_place)
