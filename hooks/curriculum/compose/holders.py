"""Which language has a file of its own where another borrows: nothing is printed twice that would say the same.

In:  the handouts of week 2, of which Spanish has none of its own     Out: English, from which it borrows them
In:  the handouts of week 1, of which it has one                      Out: Spanish; the others stand in it as they are

What a session is run from is in one language throughout, or not there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator

from curriculum.words.forms import name_in
from curriculum.words.labels import label
from curriculum.words.model import HOME, Curriculum, Language, Page, Week

InWeek = Callable[[Week, Curriculum, Language], Language]
InCourse = Callable[[Curriculum, Language], Language]
NEEDED = ("protocol.md", "room.md")
"""Pages of the guide that go with each session."""


def holder_of(pages: Iterable[Page | None], language: Language, whole: bool = False) -> Language:
    """The language that a file of these pages is made in: this one, where one is its own; `whole`, where all are."""
    if language.lender is None:
        return language
    own = [page is not None and page.borrowed is None for page in pages if page or not whole]
    return language if (all(own) if whole else any(own)) else language.lender


def handouts_in(week: Week, curriculum: Curriculum, language: Language) -> Language:
    """The language of the handouts of a session in one file."""
    return holder_of((curriculum.pages.get((language, handout.uri)) for handout in week.handouts), language)


def week_in(week: Week, curriculum: Curriculum, language: Language) -> Language:
    """The language of a session in one file, with its handouts."""
    uris = (week.uri, *(handout.uri for handout in week.handouts))
    return holder_of((curriculum.pages.get((language, uri)) for uri in uris), language)


def evening_in(week: Week, curriculum: Curriculum, language: Language) -> Language:
    """The language of what facilitators hold while a session is held."""
    return holder_of(_of_evening(week, curriculum, language), language, whole=True)


def _of_evening(week: Week, curriculum: Curriculum, language: Language) -> Iterator[Page | None]:
    uris = (week.uri, *(handout.uri for handout in week.handouts), *NEEDED)
    yield from (curriculum.pages.get((language, uri)) for uri in uris)
    yield curriculum.notes.get((language, week.uri))


def workbook_in(curriculum: Curriculum, language: Language) -> Language:
    """The language of the course on paper."""
    pages = (page for (of, uri), page in curriculum.pages.items() if of == language and uri != HOME)
    return holder_of((page for page in pages if not curriculum.only_for_facilitators(page)), language)


def guide_in(curriculum: Curriculum, language: Language) -> Language:
    """The language of the guide of the facilitators."""
    pages = (page for (of, _), page in curriculum.pages.items() if of == language)
    return holder_of((page for page in pages if curriculum.only_for_facilitators(page)), language, whole=True)


def weeks_made(of: InWeek, curriculum: Curriculum, language: Language) -> list[Week]:
    """The sessions of which a language has such a file: `weeks_made(evening_in, …)`."""
    return [week for week in curriculum.arc.sessions if of(week, curriculum, language) == language]


def books_made(of: InCourse, curriculum: Curriculum) -> list[Language]:
    """The languages that have such a book: `books_made(guide_in, …)`."""
    return [language for language in curriculum.languages if of(curriculum, language) == language]


def spoken_in(curriculum: Curriculum) -> tuple[Language, ...]:
    """The languages in which participants have a page of their own; one that an edition has just begun has none yet."""
    if not any(language.lender for language in curriculum.languages):
        return curriculum.languages
    without = {language.code for language in curriculum.languages}
    for (of, _), page in curriculum.pages.items():
        if page.borrowed is None and not curriculum.only_for_facilitators(page):
            without.discard(of.code)
        if not without:
            break
    return tuple(language for language in curriculum.languages if language.code not in without)


def address_in(holder: Language, place: str, language: Language, here: str) -> str:
    """From a page to a file of another language, as a browser goes.

    In:  English at the root, `week-02/week-02.zip`, Spanish, `week-02/index.md`     Out: `../../week-02/week-02.zip`
    """
    stem = here.removesuffix(".md")
    page = stem.removesuffix("index") if f"/{stem}".endswith("/index") else f"{stem}/"
    return posixpath.relpath(f"/{holder.prefix}{place}", f"/{language.prefix}{page}")


def named(holder: Language, language: Language) -> str:
    """In which language a file is that is borrowed: ` (in English)`; nothing for any other."""
    own = name_in(holder, language)
    return f" ({label('languages-all', language, count=1, own=own, others='', last='')})" if holder != language else ""
