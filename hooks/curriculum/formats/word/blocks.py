"""The tree of an article -> the blocks of a Word document, with a closed vocabulary.

In:  <h2 id="ask">Ask</h2><p>Say <strong>one</strong> thing.</p>
Out: a paragraph "Ask" of the style Heading2, a paragraph of three runs of the style Normal

An element that is not known is a problem, never a silent gap in the document.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import replace

from curriculum.elements.table import row_of
from curriculum.formats.refusal import NotPrintableError
from curriculum.formats.word.flow import CARDS, classes_of, items_of, parts_of, said_in
from curriculum.formats.word.numbering import BULLETS, item_mark
from curriculum.formats.word.paragraphs import Surroundings, paragraph, spread, words
from curriculum.formats.word.runs import runs_of, tick_box
from curriculum.formats.word.styles import CARD_STEP, STEP
from curriculum.formats.word.tables import (
    TABLE_END,
    card_strip,
    data_table,
    frame,
    in_frame,
    on_card,
    signature_table,
)
from curriculum.formats.word.xml import w

LISTS = ("ul", "ol")

BlockWriter = Callable[[etree.Element, Surroundings], str]


def blocks_of(parent: etree.Element, around: Surroundings) -> str:
    """The blocks of everything inside an element."""
    return "".join(_blocks(parent, around))


def _blocks(parent: etree.Element, around: Surroundings) -> list[str]:
    children = parts_of(parent)
    following = [*children[1:], None]
    blocks: list[str] = []
    before: etree.Element | None = None
    for child, after, spot in zip(children, following, spread(around, len(children)), strict=True):
        apart = spot.apart if before is None else before.tag in LISTS or blocks[-1].endswith(TABLE_END)
        blocks.append(_block(child, _leading(child, after, replace(spot, apart=apart))))
        before = child
    return blocks


def _leading(element: etree.Element, after: etree.Element | None, around: Surroundings) -> Surroundings:
    """The same surroundings, where the block after it is on the same page when words lead to it."""
    if element.tag != "p" or after is None:
        return around
    if "lines" in classes_of(after) and around.style == "Normal":
        return replace(around, style="LeadIn")
    leads = after.tag in (*LISTS, "table") or "signature" in classes_of(after)
    return replace(around, onward=around.onward or leads)


def _block(element: etree.Element, around: Surroundings) -> str:
    tag = element.tag
    row = row_of(element)
    form = FORMS["card"] if tag == CARDS else FORMS.get(row.word) if row else None
    if form is None:
        raise NotPrintableError(f"<{tag}>")
    return form(element, _spoken(element, around))


def _spoken(element: etree.Element, around: Surroundings) -> Surroundings:
    """The same surroundings, where an element is in another language."""
    language = element.get("lang")
    return replace(around, language=language) if language else around


def _styled(style: str) -> BlockWriter:
    return lambda element, around: words(element, around, style)


def _plain(element: etree.Element, around: Surroundings) -> str:
    """A paragraph; on a card, what is to be filled in needs room for a pen."""
    to_fill = around.style == "CardText" and any("blank" in classes_of(span) for span in element.iter("span"))
    return words(element, around, "CardWrite" if to_fill else "")


def _heading(element: etree.Element, around: Surroundings) -> str:
    return words(element, around, f"Heading{element.tag[1]}")


def _numbered(number: int) -> BlockWriter:
    """The first paragraph of an item of the list that Word knows by this number."""

    def item(lead: etree.Element, around: Surroundings) -> str:
        is_on_card = around.style == "CardText"
        inset = w("ind", left=CARD_STEP * (around.level + 1), hanging=CARD_STEP) if is_on_card else ""
        style = around.style if is_on_card else "ListParagraph"
        return words(lead, around, style, item_mark(number, around.level), inset)

    return item


def _ticked(lead: etree.Element, around: Surroundings) -> str:
    """The first paragraph of an item to tick; the box stands among its words, so that it can be ticked."""
    inset = w("ind", left=(around.level + 1) * STEP, hanging=STEP) if around.level else ""
    runs = runs_of(lead, around.language, around.links, around.side)
    return paragraph(tick_box() + w("r", w("tab")) + runs, around, "Tick", inset=inset)


def _list(element: etree.Element, around: Surroundings, first: BlockWriter) -> str:
    spots = spread(around, len(element))
    return "".join(_item(item, spot, first) for item, spot in zip(items_of(element), spots, strict=True))


def _item(item: etree.Element, around: Surroundings, first: BlockWriter) -> str:
    """The first paragraph of an item carries its mark; what follows stands in as far as its words."""
    lead, *others = parts_of(item) or [etree.Element("p")]
    if lead.tag != "p":
        lead, others = etree.Element("p"), [lead, *others]
    rest = etree.Element("div")
    rest.extend(others)
    here, *below = spread(_spoken(item, around), 1 + bool(others))
    inside = [replace(spot, level=around.level + 1, margin=(around.level + 1) * STEP) for spot in below]
    return first(lead, _spoken(lead, here)) + "".join(blocks_of(rest, spot) for spot in inside)


def _quotation(element: etree.Element, around: Surroundings) -> str:
    return blocks_of(element, replace(around, style="Quote", level=around.level + 1))


def _lines(element: etree.Element, around: Surroundings) -> str:
    if any(child.tag != "span" for child in element) or "".join(element.itertext()).strip():
        raise NotPrintableError("lines", "element-filled")
    return "".join(paragraph("", spot, "WriteLine") for spot in spread(replace(around, together=True), len(element)))


def _frame(style: str) -> BlockWriter:
    def form(element: etree.Element, around: Surroundings) -> str:
        titled = any(name.endswith("-title") for child in element[:1] for name in classes_of(child))
        return frame(style, _blocks(element, in_frame(around, style)), titled, around)

    return form


def _cards(strip: etree.Element, around: Surroundings) -> str:
    """All faces on one page, because they are cut out together."""
    spots = spread(replace(around, together=True), len(strip))
    faces = [blocks_of(face, on_card(_spoken(face, spot))) for face, spot in zip(strip, spots, strict=True)]
    return card_strip(faces, around)


def _signature(element: etree.Element, around: Surroundings) -> str:
    """The items of lists are labels under lines to sign; other words stand above, as on the page."""
    parts = parts_of(element)
    spots = spread(replace(around, together=True), len(parts))
    return "".join(
        _sign_here(part, spot) if part.tag == "ul" else _block(part, spot)
        for part, spot in zip(parts, spots, strict=True)
    )


def _sign_here(labels: etree.Element, around: Surroundings) -> str:
    spots = spread(replace(around, style="Signature", apart=False), len(labels))
    cells = [blocks_of(label, spot) for label, spot in zip(items_of(labels), spots, strict=True)]
    return signature_table(cells, around)


def _picture(figure: etree.Element, around: Surroundings) -> str:
    return blocks_of(said_in(figure), around)


FORMS: dict[str, BlockWriter] = {
    "heading": _heading,
    "paragraph": _plain,
    "list": lambda element, around: _list(element, around, _numbered(BULLETS)),
    "numbered": lambda element, around: _list(element, around, _numbered(around.lists[element])),
    "ticks": lambda element, around: _list(element, around, _ticked),
    "quotation": _quotation,
    "table": data_table,
    "lines": _lines,
    "keep": lambda element, around: blocks_of(element, replace(around, together=True)),
    "box": _frame("Frame"),
    "note": _frame("NoteFrame"),
    "card": _cards,
    "signature": _signature,
    "picture": _picture,
    "picture-title": _styled("PictureTitle"),
    "frame-title": _styled("FrameTitle"),
    "card-title": _styled("CardTitle"),
}
"""The forms of blocks, by the names that `elements.table` has for them; `runs` has those of what stands in a line."""
