"""In which language the frame of a page speaks: in one, throughout; what it names keeps its own.

In:  Spanish, whose labels lack one word of the frame     Out: the language it borrows from
"""

from __future__ import annotations

from curriculum.compose.borrowed import speaker_of, tongue_of
from curriculum.words.model import Language, Page

WORDS = (
    *("menu", "skip", "on-this-page", "facilitator-site", "previous-week", "next-week", "discreet"),
    *("leave", "leave-press-1", "leave-press-2", "leave-press-3", "leave-file", "lost", "lost-home"),
)


def frame_speaker(language: Language) -> Language:
    """The language of the frame of its pages."""
    return speaker_of(language, *WORDS)


def tongued(title: str, page: Page) -> str:
    """A title in the frame, marked with its language where that is not the language of the frame."""
    spoken = page.borrowed or page.language
    if spoken == frame_speaker(page.language):
        return title
    return f"<span{tongue_of(spoken)}>{title}</span>"
