"""Lists and tables of HTML -> blocks; whoever reads what stands in an item or a cell is given as `read`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from curriculum.adopt.runs import HtmlRuns
from curriculum.adopt.signs import one_line, without_box
from curriculum.adopt.tags import HtmlElement, rows_of, words_of
from curriculum.adopt.values import Block, BlockKind, flat_words, list_of_items

ReadBlocks = Callable[[HtmlElement], list[Block]]


def list_of(element: HtmlElement, read: ReadBlocks) -> list[Block]:
    """One list, or nothing where it has no items. A list straight in a list belongs to the item before it."""
    held = [
        one if isinstance(one, HtmlElement) else HtmlElement("li", element.line, inside=[one]) for one in element.inside
    ]
    items: list[Block] = []
    for one in held:
        if one.name in ("ul", "ol"):
            inner = list_of(one, read)
            last = items.pop() if items else Block(BlockKind.ITEM, one.line)
            items.append(replace(last, inside=(*last.inside, *inner)))
        else:
            own = one if one.name == "li" else HtmlElement("li", one.line, inside=[one])
            item = item_of(own, read)
            items += [item] if item.words or item.inside else []
    start = element.said.get("start", "")
    first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
    return [list_of_items(items, element.line, numbered=element.name == "ol", first=first)] if items else []


def item_of(element: HtmlElement, read: ReadBlocks) -> Block:
    """One item: its first words, and what else stands in it."""
    inside = read(element)
    has_words = bool(inside) and inside[0].kind is BlockKind.WORDS
    words = inside[0].words if has_words else ""
    ticked = without_box(words)
    is_box = ticked is not None or _has_input(element)
    words = words if ticked is None else ticked
    return Block(BlockKind.ITEM, element.line, words, tuple(inside[1:] if has_words else inside), ticks=is_box)


def _has_input(element: HtmlElement) -> bool:
    """True where a box stands in an item, also within its words; not in a list inside it."""
    parts = [one for one in element.inside if isinstance(one, HtmlElement) and one.name not in ("ul", "ol", "table")]
    return any(one.name == "input" or _has_input(one) for one in parts)


def table_of(element: HtmlElement, read: ReadBlocks, runs: HtmlRuns) -> list[Block]:
    """The caption and the table; one of a single column is a frame that somebody drew."""
    captions = [one for one in element.inside if isinstance(one, HtmlElement) and one.name == "caption"]
    found = [Block(BlockKind.WORDS, one.line, said) for one in captions if (said := runs.words(one))]
    cells = [row for row in rows_of(element) if row]
    if not cells:
        return found
    if max(map(len, cells)) == 1:
        inside = tuple(block for row in cells for cell in row for block in read(cell))
        return [*found, Block(BlockKind.BOX, element.line, "", inside)] if inside else found
    rows = tuple(tuple(_cell(cell, read, runs) for cell in row) for row in cells)
    return [*found, Block(BlockKind.TABLE, element.line, rows=rows)]


def _cell(element: HtmlElement, read: ReadBlocks, runs: HtmlRuns) -> str:
    said = element.said
    if said.get("colspan", "1") not in ("", "1") or said.get("rowspan", "1") not in ("", "1"):
        runs.source.leave(element.line, "span", one_line(words_of(element)))
    return one_line(" ".join(flat_words(read(element))))


def meaning_of(element: HtmlElement, words: Block, read: ReadBlocks) -> Block:
    """A list of words, the last of them with what it means."""
    said = " ".join(flat_words(read(element)))
    last = words.inside[-1]
    return replace(words, inside=(*words.inside[:-1], replace(last, words=f"{last.words}: {said}")))
