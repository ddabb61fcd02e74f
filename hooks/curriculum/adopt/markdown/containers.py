"""Blocks that hold others: frames, quotations, lists, tables, code and HTML, each from the line it begins on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from curriculum.adopt.html import blocks_of_html
from curriculum.adopt.markdown.frames import FENCE, HIDDEN, KRAMDOWN, FrameLines, Numbered, closes, frame_at
from curriculum.adopt.markdown.items import ITEM, take_item
from curriculum.adopt.markdown.pieces import GRID, alert_in, grid_rows, is_delimiter, read_table
from curriculum.adopt.markdown.reader import Reader, text_of
from curriculum.adopt.signs import BOX
from curriculum.adopt.values import Block, BlockKind, list_of_items
from curriculum.elements.vocabulary import CALLS, EMPTY, RULES, SLASH

QUOTE = re.compile(r"^ {0,3}> ?")
HTML = re.compile(r"^ {0,3}</?([a-zA-Z][\w-]*)(?=[\s/>]|$)")
BARE_ROW = re.compile(r"^ {0,3}\|[^|]+\|.*\|[ \t]*$")
"""A row of Kramdown’s, which needs no line below the head."""
MARKED = re.compile(
    r"^ {0,3}<(div|section|aside)\b[^>]*\smarkdown(?:=[\"']?(?:1|block)[\"']?)?(?=[\s>])[^>]*>[ \t]*$", re.I
)
CLASSES = re.compile(r"\bclass=[\"']?([\w-]+)")
WHOLE = ("table", "pre", "script", "style", "iframe", "video", "svg", "figure", "audio", "object")
NAMES = "b i em strong a span br u sub sup mark kbd img code small s del ins q abbr cite"
INLINE = frozenset(NAMES.split())
AGAIN = re.compile(r"^\s*(?:[-*+#>|]|\d+[.)]|:::|```|\{)")


def frame(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """A frame of another tool, as a box or as a note for whoever leads."""
    frame = frame_at(lines, at)
    if frame is None:
        return 0
    inside = lines[at + frame.start : at + frame.start + frame.inside]
    if frame.dedent:
        inside = [(number, re.sub(r"^(?: {4}|\t)", "", line)) for number, line in inside]
    if frame.name == "lines" and frame.title.isdecimal():
        blocks.append(Block(BlockKind.WRITE, lines[at][0], level=int(frame.title)))
    elif is_ours(frame, lines[at][1]):
        blocks.extend(ours(reader, lines[at][0], frame, reader.inside(inside)))
    elif frame.name in EMPTY and not text_of(inside).strip():  # an element of ours, of another edition perhaps
        reader.words.source.leave(lines[at][0], "tool", lines[at][1])
    elif frame.name in HIDDEN:
        reader.words.source.leave(lines[at][0], "comment", text_of(inside))
    else:
        blocks.extend(reader.framed(lines[at][0], frame.name, frame.title, reader.inside(inside)))
    return frame.start + frame.inside + frame.end


def is_ours(frame: FrameLines, line: str) -> bool:
    """True for an element of ours that stands anywhere as it is: a card, room to sign, lines to call."""
    rule = RULES.get(frame.name)
    if rule is None or not line.lstrip().startswith(SLASH) or frame.name == "box" or rule.pages_only or rule.notes_only:
        return False
    return (frame.name == CALLS or frame.name not in EMPTY) and rule.accepts(frame.title)


def ours(reader: Reader, line: int, frame: FrameLines, inside: tuple[Block, ...]) -> tuple[Block, ...]:
    """The element with its title; around a section, only what stands in it."""
    if any(one.kind is BlockKind.HEADING for one in inside):
        return inside
    return (Block(BlockKind.BOX, line, reader.words.read(frame.title, line), inside, name=frame.name),)


def code(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """Code between fences, or indented: it goes onto the list with all of its words."""
    found = FENCE.match(lines[at][1])
    if found is None:
        return indented(reader, lines, at)
    end = next((i for i in range(at + 1, len(lines)) if closes(lines[i][1], found[1])), len(lines))
    reader.words.source.leave(lines[at][0], "code", f"{found[2]} {text_of(lines[at + 1 : end])}")
    return min(end + 1, len(lines)) - at


def indented(reader: Reader, lines: Sequence[Numbered], at: int) -> int:
    """Lines that are indented and belong to nothing are code."""
    end = at
    while end < len(lines) and lines[end][1].startswith(("    ", "\t")):
        end += 1
    if end > at:
        reader.words.source.leave(lines[at][0], "code", text_of(lines[at:end]))
    return end - at


def quote(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """A quotation; one that begins with `[!NOTE]` is a frame."""
    end = at
    inside: list[Numbered] = []
    while end < len(lines) and (QUOTE.match(lines[end][1]) or (end > at and _goes_on(lines[end][1], inside))):
        if KRAMDOWN.match(lines[end][1]) and not QUOTE.match(QUOTE.sub("", lines[end][1])) and not inside:
            break
        inside.append((lines[end][0], QUOTE.sub("", lines[end][1])))
        end += 1
    if end == at:
        return 0
    if alert := alert_in(inside):
        name, title = alert
        blocks.extend(reader.framed(lines[at][0], name, title, reader.inside(inside[1:])))
    else:
        blocks.append(Block(BlockKind.QUOTE, lines[at][0], inside=reader.inside(inside)))
    return end - at


def html(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """HTML, as far as it goes: its blocks as those of a page of HTML. What says that it holds Markdown is a frame."""
    if (kept := MARKED.match(lines[at][1])) and (end := _closed(lines, at, kept[1])):
        classes = CLASSES.search(lines[at][1])
        name = classes[1].lower() if classes else kept[1].lower()
        blocks.extend(reader.framed(lines[at][0], name, "", reader.inside(lines[at + 1 : end])))
        return end + 1 - at
    found = HTML.match(lines[at][1])
    if found is None or found[1].lower() in INLINE or "://" in lines[at][1][: found.end() + 3]:
        return 0
    name, end = found[1].lower(), at
    close = f"</{name}" if name in WHOLE else ""
    while end < len(lines) and (close or lines[end][1].strip()):
        end += 1
        if close and close in lines[end - 1][1].lower():
            break
    blocks.extend(blocks_of_html(text_of(lines[at:end]), lines[at][0], reader.words.source, reader.titles))
    return end - at


def _closed(lines: Sequence[Numbered], at: int, name: str) -> int:
    """The line that closes a tag; 0 where none does."""
    depth = 0
    for place in range(at, len(lines)):
        line = lines[place][1].lower()
        depth += line.count(f"<{name.lower()}") - line.count(f"</{name.lower()}")
        if depth <= 0:
            return place if line.strip() == f"</{name.lower()}>" else 0
    return 0


def listed(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """A list; two kinds of marks are two lists."""
    if not ITEM.match(lines[at][1]):
        return 0
    end, numbered, first = at, None, 1
    items: list[Block] = []
    while end < len(lines) and (mark := ITEM.match(lines[end][1])):
        if numbered not in (None, mark["number"] is not None):
            break
        first = int(mark["number"] or 1) if numbered is None else first
        numbered = mark["number"] is not None
        taken, own = take_item(lines, end)
        items.append(item(reader, own))
        end += taken
    blocks.append(list_of_items(items, lines[at][0], numbered=bool(numbered), first=first))
    return end - at


def table(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """A table with a line between head and rows or without one, or drawn with strokes."""
    end = at
    if GRID.match(lines[at][1]):
        while end < len(lines) and lines[end][1].lstrip().startswith(("+", "|")):
            end += 1
        rows = grid_rows(lines[at:end])
    elif at + 1 < len(lines) and "|" in lines[at][1] and is_delimiter(lines[at + 1][1]):
        end = at + 2
        while end < len(lines) and "|" in lines[end][1] and not KRAMDOWN.match(lines[end][1]):
            end += 1
        rows = read_table([lines[at], *lines[at + 2 : end]])
    elif len(bare := bare_rows(lines[at:])) > 1:
        end, rows = at + len(bare), read_table(bare)
    else:
        return 0
    read = tuple(tuple(reader.words.read(cell, number) for cell in cells) for number, cells in rows)
    if read:
        blocks.append(Block(BlockKind.TABLE, lines[at][0], rows=read))
    return end - at


def bare_rows(lines: Sequence[Numbered]) -> list[Numbered]:
    """The rows of a table that has no line below its head."""
    rows = [*takewhile(lambda one: BARE_ROW.match(one[1]), lines)]
    return [] if any(is_delimiter(line) for _, line in rows) else rows


def item(reader: Reader, lines: Sequence[Numbered]) -> Block:
    """An item from its own lines, the mark taken away."""
    number, first = lines[0]
    box = BOX.match(first)
    own = [(number, first[box.end() :] if box else first), *lines[1:]]
    inside = reader.inside(own)
    words = inside[0].words if inside and inside[0].kind is BlockKind.WORDS else ""
    return Block(BlockKind.ITEM, number, words, inside[1:] if words else inside, ticks=bool(box))


def _goes_on(line: str, inside: Sequence[Numbered]) -> bool:
    """True for a line under a quotation that still is of its last paragraph, though the sign is missing."""
    return bool(inside and inside[-1][1].strip() and line.strip()) and not AGAIN.match(line)
