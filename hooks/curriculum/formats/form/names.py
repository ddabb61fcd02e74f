"""The marks of a handout, each with the name its field has for someone who hears the page instead of seeing it.

In:  <p>Place: <span class="blank"></span></p>
Out: [(<span class="blank">, Mark.BLANK, "Place")]

A name is made of words that stand around the mark, in the language of the page: those of its line, of its row and
column, or of what comes before it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from enum import Enum

from curriculum.elements.table import with_answer
from curriculum.elements.words import ENDS, WIDE_ENDS
from curriculum.words.labels import label
from curriculum.words.model import Language

SPACE = re.compile(r"[ \t\r\n]+")
CASELESS = "\u0590-\u1cff\u2e80-\ud7ff\uf900-\ufaff"
"""Letters of scripts that have no capitals: Arabic, those of India, syllabics, Chinese."""
SENTENCE_END = re.compile(rf"(?<=[{ENDS}”»])\s+(?=[“«]?\s?[A-ZÀ-ÖØ-Þ{CASELESS}])|(?<=[{WIDE_ENDS}])\s*(?=.)")
LOOSE_END = " \u00a0\u202f:.,"
GAP, BREAK = "\0", "\f"
"""What a blank, and the end of a line, are while the words of a block are taken apart."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINED = with_answer("form", "line")
"""What holds words on lines of its own, and may hold blanks among them."""
BLOCKS = LINED | with_answer("form", "block")


class NotFillableError(Exception):
    """A mark that no field can stand for, or that nothing names."""


class Mark(Enum):
    """What `elements` draws for a pen: its class in the HTML."""

    BLANK = "blank"
    LINES = "lines"
    WRITE = "write"
    TICK_CELL = "tick"
    TICK = "ticks"
    """One item of the list with this class."""
    SIGNATURE = "signature"
    """One item of the lists in the frame with this class."""


NamedField = tuple[etree.Element, Mark, str]
HOLLOW = (Mark.BLANK.value, Mark.LINES.value, Mark.WRITE.value, Mark.TICK_CELL.value)
"""Classes of marks that hold no words; words in one would vanish under its field."""


def name_marks(article: etree.Element, language: Language) -> list[NamedField]:
    """Every mark of an article and its name; an item stands before the blanks in it. Raises `NotFillableError`."""
    named: list[NamedField] = []
    before = ""
    for element in article.iter():
        if element.tag in (*HEADINGS, "p"):
            before = words_of(element) or before
        if element.get("class") == Mark.LINES.value:
            named.append((element, Mark.LINES, _asked(before)))
        elif element.get("class") == Mark.TICK.value:
            named += [(item, Mark.TICK, _tidy(words_of(item)) or _asked(before)) for item in element]
        elif element.get("class") == Mark.SIGNATURE.value:
            named += [(item, Mark.SIGNATURE, _tidy(words_of(item))) for item in element.iterfind("ul/li")]
        elif element.tag == "table":
            named += _name_cells(element, language)
        if element.tag in LINED:
            named += _name_blanks(element, _asked(before))
    _refuse_losses(article, named)
    return named


def words_of(element: etree.Element) -> str:
    """All words of an element; a space stands for a blank; no-break spaces stay."""
    parts = (piece if isinstance(piece, str) else f" {words_of(piece)} " for piece in _pieces(element))
    return SPACE.sub(" ", "".join(parts)).strip()


def _pieces(element: etree.Element) -> Iterator[str | etree.Element]:
    """What stands in an element, in order: words, blanks, and what ends a line: breaks, and blocks with their own."""
    yield element.text or ""
    for child in element:
        if child.get("class") == Mark.BLANK.value or child.tag in (*BLOCKS, "br"):
            yield child
        else:
            yield from _pieces(child)
        yield child.tail or ""


def _name_blanks(block: etree.Element, before: str) -> Iterator[NamedField]:
    """The blanks on the lines of one block; one that is alone on its line has the name of what comes before."""
    pieces = list(_pieces(block))
    blanks = [piece for piece in pieces if isinstance(piece, etree.Element) and piece.get("class") == Mark.BLANK.value]
    words = "".join(piece if isinstance(piece, str) else GAP if piece in blanks else BREAK for piece in pieces)
    names = [name for line in words.split(BREAK) for name in _gap_names(SPACE.sub(" ", line))]
    return ((blank, Mark.BLANK, name or before) for blank, name in zip(blanks, names, strict=True))


def _gap_names(line: str) -> Iterator[str]:
    """A name for each gap of a line: its sentence, or, when it shares the line, what leads to it.

    In:  "We meet today. It takes \\0 hours."      Out: "It takes … hours"
    In:  "I could do \\0, or you could try \\0."    Out: "I could do", "I could do …, or you could try"
    """
    first, *others = line.split(GAP)
    if len(others) == 1:
        after = _tidy(SENTENCE_END.split(others[0])[0])
        yield _tidy(_last_sentence(first) + (f"… {after}" if after else ""))
        return
    for place in range(len(others)):
        yield _tidy(_last_sentence("…".join((first, *others[:place]))))


def _name_cells(table: etree.Element, language: Language) -> Iterator[NamedField]:
    """`row: column`; a row without words is called by its number."""
    heads = [_tidy(words_of(head)) for head in table.iterfind("thead/tr/th")]
    for number, row in enumerate(table.iterfind("tbody/tr"), 1):
        words = [_tidy(words_of(cell)) for cell in row]
        of_row = next(filter(None, words), label("fill-row", language, number=number))
        for head, cell in zip(heads, row, strict=False):  # a cell beyond the heads has no name, and is refused
            if cell.get("class") in (Mark.WRITE.value, Mark.TICK_CELL.value):
                name = label("fill-cell", language, row=of_row, column=head) if head else of_row
                yield cell, Mark(cell.get("class")), name


def _asked(before: str) -> str:
    """What a paragraph asks for: its last sentence when that leads on with a colon, else all of it."""
    return _tidy(_last_sentence(before) if before.endswith(":") else before)


def _last_sentence(words: str) -> str:
    return SENTENCE_END.split(words)[-1]


def _tidy(words: str) -> str:
    return words.strip().rstrip(LOOSE_END)


def _refuse_losses(article: etree.Element, named: list[NamedField]) -> None:
    """Nothing is lost: each mark has a field and a name, hides no words, and is HTML that can be written back."""
    known = {element for element, _, _ in named}
    for element in article.iter():
        hollow = element.get("class") in HOLLOW
        if element.tag == "svg" or (hollow and (element not in known or words_of(element))):
            raise NotFillableError(etree.tostring(element, encoding="unicode", method="html"))
    for element, mark, name in named:
        if not name:
            raise NotFillableError(f"{mark.value}: {etree.tostring(element, encoding='unicode', method='html')}")
