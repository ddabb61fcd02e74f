"""Words inside a paragraph -> runs of a Word document.

In:  Say <strong>one</strong> thing to <a href="tel:9-8-8">9-8-8</a>.
Out: a run "Say ", a bold run "one", a run " thing to ", a link with the run "9-8-8", a run "."

Words that look the same are one run, however the HTML was put together, so that a search in Word finds them.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from curriculum.elements.links import ELSEWHERE
from curriculum.elements.table import row_of
from curriculum.formats.refusal import NotPrintableError
from curriculum.formats.word.styles import BOXES, typeface_of
from curriculum.formats.word.xml import escape, w
from curriculum.words.forms import region_of_code
from curriculum.words.letters import COMPANIONS, companion_of

SPACE = re.compile(r"[ \t\r\n]+")
BREAK, BLANK = "\n", "\t"
"""Once white space is single spaces, these two are free to stand for a new line and a blank to fill in."""
FORMS = frozenset(("break", "blank", "strong", "emphasis", "link", "companion", "words"))
"""What stands in a line, by the names that `elements.table` has for it."""
BLANK_WIDTH = 38
"""No-break spaces of Arial at 12 points in 45 mm."""
TICKED_OR_NOT = (
    '<w14:checkbox><w14:checked w14:val="0"/>'
    f'<w14:checkedState w14:val="2612" w14:font="{BOXES}"/><w14:uncheckedState w14:val="2610" w14:font="{BOXES}"/>'
    "</w14:checkbox>"
)
"""☒ and ☐ by their numbers in Unicode; Word 2010 and later change one for the other at a click."""


class RunLook(NamedTuple):
    """What makes words look, sound or lead other than their neighbours."""

    bold: bool = False
    italic: bool = False
    companion: str = ""
    """The typeface, where the first one lacks letters."""
    language: str = ""
    """Where it is not that of the document."""
    address: str = ""
    side: str = ""
    """`1` or `0`, whether it starts at the right, where that is not as in the document."""


class Run(NamedTuple):
    """Words of one look."""

    words: str
    look: RunLook


def runs_of(element: etree.Element, language: str, links: Mapping[str, str], side: str = "") -> str:
    """The runs of everything inside an element. `links` holds the relation of each address in the document."""
    pieces = _settle(_pieces(element, RunLook(language=language, side=side)))
    return "".join(
        _link(links[address], group) if address else _runs(group)
        for address, group in groupby(pieces, lambda piece: piece.look.address)
    )


def address_of(element: etree.Element) -> str:
    """Where a link leads outside the site; "" for one inside, which leads nowhere in a document by itself."""
    address = element.get("href") or ""
    return address if element.tag == "a" and ELSEWHERE.match(address) else ""


def tick_box() -> str:
    """A box to tick, with a pen or with a click."""
    return w("sdt", w("sdtPr", TICKED_OR_NOT), w("sdtContent", _run("☐", w("rStyle", val="Box"))))


def _pieces(parent: etree.Element, look: RunLook) -> Iterator[Run]:
    yield from _words(parent.text, look)
    for child in parent:
        yield from _inline(child, look)
        yield from _words(child.tail, look)


def _words(words: str | None, look: RunLook) -> Iterator[Run]:
    if words:
        yield Run(SPACE.sub(" ", words), look)


def _inline(element: etree.Element, look: RunLook) -> Iterator[Run]:
    look = look._replace(language=element.get("lang") or look.language)
    row = row_of(element)
    match row.word if row else "":
        case "break":
            yield Run(BREAK, look)
        case "blank" if not "".join(element.itertext()):
            yield Run(BLANK, look)
        case "strong":
            yield from _pieces(element, look._replace(bold=True))
        case "emphasis":
            yield from _pieces(element, look._replace(italic=True))
        case "link":
            yield from _pieces(element, look._replace(address=address_of(element)))
        case "companion":
            yield from _pieces(element, look._replace(companion=companion_of("".join(element.itertext())).office))
        case "words" | "blank":
            yield from _pieces(element, look)
        case _:
            raise NotPrintableError(f"<{element.tag}>")


def _settle(pieces: Iterable[Run]) -> list[Run]:
    """No space at the start, at the end, beside a new line, or after another space, as in HTML.

    In:  "Say ", " one", " ", "\\n", " more "
    Out: "Say ", "one", "\\n", "more"
    """
    before = BREAK
    settled: list[Run] = []
    for piece in pieces:
        words = piece.words.removeprefix(" ") if before in (" ", BREAK) else piece.words
        before = words[-1:] or before
        settled.append(piece._replace(words=words))
    after = BREAK
    for place, piece in reversed(list(enumerate(settled))):
        words = piece.words.removesuffix(" ") if after == BREAK else piece.words
        after = words[:1] or after
        settled[place] = piece._replace(words=words)
    return [piece for piece in settled if piece.words]


def _link(relation: str, pieces: Iterable[Run]) -> str:
    return w("hyperlink", _runs(pieces, w("rStyle", val="Hyperlink")), r_id=relation, history=1)


def _runs(pieces: Iterable[Run], style: str = "") -> str:
    """Pieces of one look side by side are one run, but for the blanks among them."""
    return "".join(
        _blank() if words == BLANK else _run(words, _properties(look, style))
        for look, group in groupby(pieces, lambda piece: piece.look)
        for words in re.split(f"({BLANK})", "".join(piece.words for piece in group))
        if words
    )


def _properties(look: RunLook, style: str) -> str:
    bold = w("b") + w("bCs") if look.bold else ""
    italic = w("i") + w("iCs") if look.italic else ""
    language = w("lang", val=region_of_code(look.language)) if look.language else ""
    side = w("rtl", val=look.side) if look.side else ""
    return (_companion(look.companion) if look.companion else style) + bold + italic + side + language


def _companion(typeface: str) -> str:
    """The style of such words; a script of another typeface than the style has names it."""
    return w("rStyle", val="Companion") + (typeface_of(typeface) if typeface != COMPANIONS[0].office else "")


def _run(words: str, properties: str = "") -> str:
    lines = (w("t", escape(line), xml_space="preserve") if line else "" for line in words.split(BREAK))
    return w("r", w("rPr", properties) if properties else "", w("br").join(lines))


def _blank() -> str:
    """Underlined all the way; whoever types in it goes on underlined."""
    return _run("\u00a0" * BLANK_WIDTH, w("rStyle", val="Blank"))
