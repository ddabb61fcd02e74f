"""A pack for a translator, and what came back of it, as frozen values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from curriculum.translate.minutes import minutes_for
from curriculum.translate.pieces import fingerprint
from curriculum.translate.values import Found
from curriculum.words.model import Language

HALF = 8
"""Signs of each of the two sums in a name."""
NAME = re.compile(rf"(?<![\w./-])([\w./-]+\.md#[\w-]+)@([0-9a-f]{{{HALF}}})([0-9a-f]{{{HALF}}})")
"""`docs/fr/law.md#stopped@1a2b3c4d5e6f7a8b`; looked for at the starts of words only, or a long one takes minutes."""


class Form(Enum):
    """What a pack is written as."""

    WORD = "word"
    XLIFF = "xliff"
    MARKDOWN = "markdown"


ENDINGS = {Form.WORD: "docx", Form.XLIFF: "xlf", Form.MARKDOWN: "md"}


@dataclass(frozen=True)
class Row:
    """A section to translate."""

    found: Found
    source: str
    """The Markdown of the section as it is now, with its heading; above the first one, the keys that readers see."""
    before: str
    """The same as somebody last read it beside the translation; "" where nobody did."""
    present: str
    """The translation as it is; "" where there is none."""
    terms: tuple[tuple[str, str], ...] = ()
    """Words of the glossary that it holds, in both languages."""

    @property
    def name(self) -> str:
        """By which the row is known again, however it is moved about."""
        return f"{self.found.part}@{sum_of(self.source)}{sum_of(self.present)}"

    @property
    def spoken(self) -> Language:
        """The language of what is said around it: that of the translation, or of the one that lends it words."""
        return self.found.language.lender or self.found.language

    @cached_property
    def minutes(self) -> int:
        """Of work."""
        return minutes_for(self.before, self.source, has_text=bool(self.present))


def sum_of(text: str) -> str:
    """What tells a text from others, however it is wrapped."""
    return fingerprint(text)[:HALF]


@dataclass(frozen=True)
class Pack:
    """All that one file for a translator holds."""

    language: Language
    rows: tuple[Row, ...]

    @property
    def spoken(self) -> Language:
        """The language of all that is said to the translator."""
        return self.language.lender or self.language

    @property
    def minutes(self) -> int:
        """Of work in all."""
        return sum(row.minutes for row in self.rows)


class RowFault(Enum):
    """What a row must not hold when it comes back."""

    CHANGES = "changes"
    """Changes that nobody accepted or refused yet."""
    COMMENTS = "comments"
    """Remarks in the margin, which no page can show."""
    FOREIGN = "foreign"
    """A table, a picture, a footnote or anything else put into the cell that is no words."""
    STRUCK = "struck"
    """Words with a line through them: nobody can tell whether they are meant."""
    HIDDEN = "hidden"
    """Words that whoever looks at the file does not see."""
    FIELD = "field"
    """Words that a program wrote, or that stand where somebody was to write."""
    LINK = "link"
    """A link made with a button: where it leads stands in no page of ours."""
    LIT = "lit"
    """Words in a colour: somebody is not sure of them, and no page shows it."""
    SIGN = "sign"
    """A sign of a typeface of symbols, which is another letter in all others."""
    TAGS = "tags"
    """Signs of a program of translators around words, or in place of some."""
    SPACES = "spaces"
    """Leave to a program to join lines, after which a heading holds what stood below it."""
    UNFINISHED = "unfinished"
    """The word of a program, or of whoever sits at it, that this is not the translation yet."""
    MERGED = "merged"
    """Fewer cells than the row had."""
    MARK = "mark"
    """Without one of the lines between which a translation stands in Markdown."""
    OUTSIDE = "outside"
    """Words behind it that stand in no row, and would be lost."""


@dataclass(frozen=True)
class Filled:
    """A row as it came back."""

    number: int
    """In the order of the file, from 1."""
    name: str
    """"" where it was lost."""
    lines: tuple[str, ...]
    left: frozenset[RowFault] = field(default_factory=frozenset)
    line: int = 0
    """Where it begins in the file; 0 in a Word file, which has none."""
    above: tuple[str, ...] = ()
    """Of the first row: the lines that stand before it, those of the pack too."""
    beside: tuple[str, ...] = ()
    """The lines that stand in it beside the translation, those of the pack too."""

    @property
    def place(self) -> int:
        """What a sentence names as its line: in a Word file, the number of the row."""
        return self.line or self.number

    @property
    def part(self) -> str:
        """The section that it is of."""
        return self.name.rpartition("@")[0]

    @property
    def sums(self) -> tuple[str, str]:
        """Those of the text to translate and of the translation, as they were when the pack was made."""
        both = self.name.rpartition("@")[2]
        return both[:HALF], both[HALF:]
