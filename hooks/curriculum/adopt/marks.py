"""Frames by their names in other tools: which are for whoever leads, and how a frame without a title is called."""

from __future__ import annotations

from collections.abc import Mapping

from curriculum.adopt.signs import one_line

NAMES = (
    "instructor instructors instructor-note instructor-notes solution solutions answer answers notes speaker-notes"
    " teacher teachers trainer trainer-note facilitator facilitators facilitator-note facilitation hint-solution"
    " callout-instructor callout-solution teaching-note teacher-note presenter lesson-plan prof-notes enseignant"
    " formateur formatrice animation animateur animatrice solutionnaire corrige corrigé réponse reponse"
)
LEADS = frozenset(NAMES.split())
"""Names of frames that are for whoever leads, in the tools and in French courses; words of code, not of pages."""


def title_of(name: str, title: str, titles: Mapping[str, str]) -> str:
    """The title of a frame: its own, that of its kind in the language of the page, or its name.

    What is for whoever leads stands among their notes, and needs no title that says so.
    """
    if title or name in LEADS:
        return one_line(title)
    kind = name.removeprefix("callout-").removeprefix("alert-").removeprefix("textbox--")
    return titles.get(kind, kind.replace("-", " ").capitalize())
