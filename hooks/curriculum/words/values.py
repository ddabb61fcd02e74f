"""The small values everything else is made of: languages, audiences, words in each language, sections, problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from curriculum.words.woven import Woven, one_file, place_in


@dataclass(frozen=True)
class Language:
    """A language of the site, as `mkdocs.yml` has it; or only one that messages are told in."""

    code: str
    """`fr`, as in `lang` and in the names of folders."""
    prefix: str = ""
    """What comes before a language-neutral address: nothing for the first language, `fr/` for French after it."""
    name: str = ""
    """What it calls itself: `Français`."""
    words: str = ""
    """The folder of its tables, where it is not the one of its code in `words/`."""
    own: str = ""
    """The words that an edition says in its own way, by table, as JSON: `{"labels": {"menu": "Pages"}}`."""
    folder: str = ""
    """What comes before its places in a folder of pages, whichever language is first: nothing for that of `docs/`."""
    beside: tuple[Language, ...] = ()
    """The languages of the project that this site does not have."""
    lender: Language | None = None
    """Of a language that an edition adds: the one whose words and pages stand for those that it does not have yet."""
    called: tuple[tuple[str, str], ...] = ()
    """What other languages call it, by their codes, where their tables do not say."""


class Audience(Enum):
    """For whom a site is built."""

    PARTICIPANT = "participant"
    """The safe default: never opens the notes."""
    FACILITATOR = "facilitator"
    """The same pages, with notes under their sections and pages of their own."""


@dataclass(frozen=True)
class Text:
    """The same words in every language of a site; or what is no words, like a time, and alike in all.

    A language that borrows has those of its lender; who speaks another, as messages may, those of the first there is.
    """

    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    """By the code of the language."""
    plain: str = ""

    def __getitem__(self, language: Language) -> str:
        said = self.words.get(language.code)
        if said is None and language.lender:
            return self[language.lender]
        return next(iter(self.words.values()), self.plain) if said is None else said


@dataclass(frozen=True)
class Term:
    """Words of the `terms.yml` of whichever language a problem is told in; `values` fill its braces."""

    name: str
    values: Mapping[str, Words] = field(default_factory=dict, hash=False)


Words = str | float | Text | Term | Language | tuple[Term | Language, ...]
"""What a problem names: a language by its name, several as a list."""


LINES = ("first", "last")
"""Values of a problem that are lines of its page."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend, with its place. `values` fill the sentence of `rule` in `messages.yml`.

    A place in a page made of two files becomes that in the one which holds the line.
    """

    path: str
    line: int
    rule: str
    values: Mapping[str, Words] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if isinstance(self.path, Woven):
            known = [name for name in LINES if name in self.values]
            lines = one_file(self.path, self.line, [int(str(self.values[name])) for name in known])
            path, line = place_in(self.path, self.line)
            object.__setattr__(self, "values", {**self.values, **dict(zip(known, map(str, lines), strict=True))})
            object.__setattr__(self, "path", path)
            object.__setattr__(self, "line", line)


@dataclass(frozen=True)
class Section:
    """A heading with an explicit id, and the lines it governs up to the next heading of its level or above."""

    id: str
    level: int
    title: str
    line: int
    """Line of the heading, counted from 1 in the body of the page (see `Page.offset`)."""
    end: int
    """First body line after the section."""
