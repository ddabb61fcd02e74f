"""Markdown of another tool -> blocks. Containers are taken apart from outside in, as CommonMark does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from curriculum.adopt.markdown.containers import HTML, INLINE, QUOTE, code, frame, html, listed, quote, table
from curriculum.adopt.markdown.frames import FENCE, KRAMDOWN, LIQUID, Numbered, frame_at
from curriculum.adopt.markdown.given import take_given
from curriculum.adopt.markdown.items import ITEM
from curriculum.adopt.markdown.keys import take_keys
from curriculum.adopt.markdown.pieces import is_delimiter
from curriculum.adopt.markdown.reader import Reader, text_of
from curriculum.adopt.markdown.words import LineContext
from curriculum.adopt.marks import LEADS
from curriculum.adopt.values import Block, BlockKind, ReadSource

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
UNDER = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3})$")
ROOM = re.compile(r"^[ \t]*(?:_[_ ]{9,}|\.{20,}|…{8,})[ \t]*$")
CONTENTS = re.compile(r"^[ \t]*(?:\[_*toc_*\]|\{:toc\}|\[\[_TOC_\]\]|[*-] TOC)[ \t]*$", re.IGNORECASE)
COMMAND = re.compile(r"^[ \t]*\\[a-zA-Z]+(?:\{[^{}]*\}|\[[^\[\]]*\])*[ \t]*$")
MODULE = re.compile(r"^import\b.+\bfrom [\"'].+$|^export (?:const|default|function|let)\b.*$")
"""What MDX takes from other files."""
FORMULA = re.compile(r"^[ \t]*\$\$")
HIGHLIGHT = re.compile(r"^\s*\{%-?\s*highlight\b")
ENDED = re.compile(r"^\s*\{%-?\s*endhighlight\b")
DEFINED = re.compile(r"^ {0,2}:[ \t]+(?=\S)")


def read_markdown(text: str, titles: Mapping[str, str]) -> ReadSource:
    """A page of another tool. `titles` names kinds of frames in the language of the page: {"tip": "Tip"}."""
    source = ReadSource()
    body, offset = take_keys(text, source)
    lines, targets, notes = take_given(body, offset, source)
    reader = Reader(LineContext(source, targets, notes), titles, STEPS)
    source.blocks = reader.read(lines)
    for name, said in ((name, said) for name, said in notes.items() if name not in reader.words.told):
        source.leave(1, "footnote", f"{name}: {said}")
    return source


def nothing(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """An empty line, one drawn across the page, or the end of a frame that nothing opened."""
    line = lines[at][1].strip()
    return int(not line.strip(":") or bool(RULE.match(lines[at][1])))


def titled(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """`## A section`."""
    number, line = lines[at]
    found = HEADING.match(line)
    if found:
        blocks.append(reader.heading(number, len(found[1]), found[2]))
    return int(bool(found))


def room(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """Lines of strokes or dots: room to write."""
    if not ROOM.match(lines[at][1]):
        return 0
    end, room = at, 0
    while end < len(lines) and (ROOM.match(lines[end][1]) or not lines[end][1].strip()):
        room += bool(lines[end][1].strip())
        end += 1
    blocks.append(Block(BlockKind.WRITE, lines[at][0], level=room))
    return end - at


def left(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """A line that is a command of another tool, and no words."""
    number, line = lines[at]
    if found := KRAMDOWN.match(line):
        classed(reader, found[1], number, blocks)
        return 1
    ended = (i for i in range(at, len(lines)) if ENDED.match(lines[i][1]))
    if HIGHLIGHT.match(line) and (end := next(ended, 0)):
        reader.words.source.leave(number, "code", text_of(lines[at + 1 : end]))
        return end + 1 - at
    if CONTENTS.match(line) or COMMAND.match(line) or LIQUID.match(line) or MODULE.match(line):
        reader.words.source.leave(number, "contents" if CONTENTS.match(line) else "tool", line)
        return 1
    if FORMULA.match(line):
        end = next((i for i in range(at, len(lines)) if lines[i][1].count("$$") > (i == at)), at)
        end = end if lines[end][1].rstrip().endswith("$$") else at
        reader.words.source.leave(number, "formula", text_of(lines[at : end + 1]))
        return end + 1 - at
    return 0


def classed(reader: Reader, said: str, line: int, blocks: list[Block]) -> None:
    """`{: .solution}` under a quotation makes a frame of it, in older lessons of Carpentries and in Jekyll."""
    last = blocks[-1] if blocks else None
    names = re.findall(r"\.([\w-]+)", said)
    if last and last.kind is BlockKind.QUOTE and names:
        blocks[-1:] = reader.framed(last.line, next((one for one in names if one in LEADS), names[0]), "", last.inside)
    elif last and last.kind is BlockKind.HEADING and (id := re.search(r"#([\w-]+)", said)):
        blocks[-1] = replace(last, id=id[1])


def words(reader: Reader, lines: Sequence[Numbered], at: int, blocks: list[Block]) -> int:
    """A paragraph, up to where something else begins; a heading where a line is drawn under it."""
    end = at + 1
    while end < len(lines) and not _begins(lines, end):
        if (under := UNDER.match(lines[end][1])) and not lines[end][1].startswith("    "):
            level = 1 if under[1].startswith("=") else 2
            blocks.append(reader.heading(lines[at][0], level, text_of(lines[at:end])))
            return end + 1 - at
        end += 1
    number, text = lines[at][0], text_of(lines[at:end])
    if blocks and blocks[-1].kind is BlockKind.TABLE:  # what Pandoc says of a table stands below it
        text = DEFINED.sub("", text)
    if DEFINED.match(text) and blocks and blocks[-1].kind in (BlockKind.WORDS, BlockKind.LIST):
        defined(reader, blocks, number, DEFINED.sub("", text))
    elif read := reader.words.read(re.sub(r"^[ \t]+", "", text, flags=re.M), number):
        blocks.append(Block(BlockKind.WORDS, number, read))
    return end - at


def defined(reader: Reader, blocks: list[Block], line: int, text: str) -> None:
    """A word and what it means are one item: **word**: what it means."""
    last = blocks.pop()
    said = reader.words.read(re.sub(r"\n[ ]{0,2}:[ \t]+", "\n", text), line)
    if last.kind is BlockKind.LIST:
        item = last.inside[-1]
        blocks.append(replace(last, inside=(*last.inside[:-1], replace(item, words=f"{item.words} {said}"))))
        return
    item = Block(BlockKind.ITEM, last.line, f"**{last.words.replace('**', '')}**: {said}")
    before = blocks.pop() if blocks and blocks[-1].kind is BlockKind.LIST and _defines(blocks[-1]) else None
    inside = (*before.inside, item) if before else (item,)
    blocks.append(Block(BlockKind.LIST, inside[0].line, inside=inside))


STEPS = (nothing, room, frame, code, left, quote, html, listed, table, titled, words)
"""In this order: what looks like two things is the first of them."""


def _begins(lines: Sequence[Numbered], at: int) -> bool:
    """True where a paragraph ends as something else begins, with or without an empty line."""
    line = lines[at][1]
    if not line.strip() or HEADING.match(line) or FENCE.match(line) or QUOTE.match(line) or ROOM.match(line):
        return True
    tag = HTML.match(line)
    item = ITEM.match(line)
    if (tag and tag[1].lower() not in INLINE) or KRAMDOWN.match(line) or LIQUID.match(line) or DEFINED.match(line):
        return True
    if item and (item["number"] in (None, "1")) and line.strip() not in ("-", "*", "+"):
        return not UNDER.match(line)
    is_table = "|" in line and at + 1 < len(lines) and is_delimiter(lines[at + 1][1])
    return is_table or frame_at(lines, at) is not None


def _defines(block: Block) -> bool:
    return bool(block.inside) and block.inside[-1].words.startswith("**")
