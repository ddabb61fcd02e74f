"""What the live site says in the terminal: one line for each saved change, and what is to be mended once."""

from __future__ import annotations

from collections.abc import Sequence

from curriculum.live.moment import PROGRAM, Moment, shapes_course
from curriculum.words.forms import number_in
from curriculum.words.labels import label
from curriculum.words.model import Audience, Language
from curriculum.words.problems import tell, told
from curriculum.words.system import reason_of

MOST = 3


def said_of(before: Moment, now: Moment, changed: Sequence[str], seconds: float, language: Language) -> list[str]:
    """A change, where it shows, and how long it took; then the problems that were not there before.

    In:  docs/week-01/index.md was saved
    Out: `docs/week-01/index.md → /week-01/ (0.05 s)`
    """
    if all(place.startswith(PROGRAM) for place in changed):
        return [label("live-restart", language)]
    files = _short(changed, language)
    old, new = (tell(moment.problems, language) for moment in (before, now))
    values = {"files": files, "seconds": number_in(seconds, language, 2)}
    if new:
        fresh = [sentence for sentence in new if sentence not in old]
        return [label("live-said-mend", language, count=len(new), **values), *fresh]
    pages = pages_of(before, now, changed, language)
    name = "live-said-mended" if old else "live-said-changed"
    return [label(name, language, pages=pages, **values)]


def pages_of(before: Moment, now: Moment, changed: Sequence[str], language: Language) -> str:
    """The addresses of the pages that are other than before; in words when every one may be.

    They are compared by what they say: a course with a week left out is read anew at each change.
    """
    audience = Audience.FACILITATOR
    old, new = before.sites.get(audience), now.sites.get(audience)
    if old is None or new is None or old.outline is not new.outline or not all(map(shapes_course, changed)):
        return label("live-every-page", language)
    pages = [page for key, page in new.curriculum.pages.items() if old.curriculum.pages.get(key) != page]
    pages += [
        new.curriculum.pages[key]
        for key, note in new.curriculum.notes.items()
        if old.curriculum.notes.get(key) != note and key in new.curriculum.pages
    ]
    return _short(
        [f"/{page.language.prefix}{page.place}" for page in pages] or [label("live-no-page", language)], language
    )


def stumbled(files: str, error: Exception, language: Language) -> str:
    """A mistake of ours, or of the computer: what it was about, and what it was, for whoever mends the program."""
    if isinstance(error, OSError):
        found = ": ".join(part for part in (str(error.filename or ""), told(reason_of(error), language)) if part)
    else:
        found = f"{type(error).__name__}: {error}"
    return label("live-stumbled", language, files=files, found=found)


def _short(names: Sequence[str], language: Language) -> str:
    """The first names, and how many more there are."""
    more = len(names) - MOST
    shown = ", ".join(names[:MOST])
    return label("live-more", language, names=shown, count=more) if more > 0 else shown
