"""The parts of a Word file -> blocks. Word has no lines: paragraphs are counted in their place, from 1."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curriculum.adopt.runs import BREAK
from curriculum.adopt.signs import ROOM, one_line, without_box
from curriculum.adopt.values import Block, BlockKind, FlatItem, ReadSource, flat_words, nested
from curriculum.adopt.word_runs import W, WordRuns, value_of
from curriculum.formats.word.xml import NAMESPACES
from curriculum.read.foreign import tree_in

TITLES = ("title", "titre")
MOST_BASED = 5
"""Styles that follow another one, one after the other."""
BULLETS = ("bullet", "none", "")


def read_word(parts: Mapping[str, str]) -> ReadSource | None:
    """A Word file, from its parts as text; None where it is damaged: a part is no XML, or holds no body."""
    source = ReadSource(by_paragraph=True)
    opened: dict[str, etree.Element] = {}
    for name, text in parts.items():
        tree = tree_in(text)
        if isinstance(tree, str):
            return None
        opened[name.rsplit("/", 1)[-1]] = tree
    document = opened["document.xml"].find("w:body", NAMESPACES) if "document.xml" in opened else None
    if document is None:
        return None
    runs = WordRuns(source, opened)
    reader = WordDocument(runs, _headings(opened.get("styles.xml")), _numbered(opened.get("numbering.xml")))
    source.blocks = reader.read(document)
    for name, said in runs.notes.items():
        source.leave(1, "comment" if name.startswith("comment") else "footnote", said)
    return source


@dataclass
class WordDocument:
    """One document being read; `count` is the paragraph it has come to."""

    runs: WordRuns
    headings: Mapping[str, int]
    numbered: Mapping[tuple[str, int], bool]
    count: int = 0
    flat: list[FlatItem] = field(default_factory=list)

    def read(self, holder: etree.Element) -> list[Block]:
        """The blocks of a body or a cell."""
        blocks: list[Block] = []
        flat, self.flat = self.flat, []
        for child in _children(holder):
            if child.tag == f"{W}p":
                self._paragraph(child, blocks)
            elif child.tag == f"{W}tbl":
                self._end_list(blocks)
                self._table(child, blocks)
        self._end_list(blocks)
        self.flat = flat
        return blocks

    def _end_list(self, blocks: list[Block]) -> None:
        blocks.extend(nested(self.flat))
        self.flat = []

    def _paragraph(self, paragraph: etree.Element, blocks: list[Block]) -> None:
        self.count += 1
        read = self.runs.read(paragraph, self.count)
        lines = [line for one in read.split(BREAK) if (line := one_line(one))]
        if not lines:
            return
        style = value_of(paragraph, "w:pPr/w:pStyle")
        level = self.headings.get(style, 0) or _outline(paragraph)
        if level:
            self._end_list(blocks)
            words = " ".join(lines).replace("**", "").replace("*", "") if "\\*" not in read else " ".join(lines)
            blocks.append(Block(BlockKind.HEADING, self.count, words, level=level))
        elif (entry := self._entry(paragraph, style, lines)) is not None:
            self.flat.append(entry)
        else:
            self._end_list(blocks)
            for line in lines:
                room = ROOM.fullmatch(line)
                blocks.append(
                    Block(BlockKind.WRITE, self.count, level=1) if room else Block(BlockKind.WORDS, self.count, line)
                )

    def _entry(self, paragraph: etree.Element, style: str, lines: list[str]) -> FlatItem | None:
        """The paragraph as an item: it has a number of Word's, a style of a list, or begins with a box to tick."""
        words = " ".join(lines)
        ticked = without_box(words)
        number = value_of(paragraph, "w:pPr/w:numPr/w:numId")
        deeper = re.search(r"[2-5]$", style)
        depth = _number(value_of(paragraph, "w:pPr/w:numPr/w:ilvl")) or (int(deeper[0]) - 1 if deeper else 0)
        listed = re.match(r"list(?:e|bullet|number|paragraph|continue)?(?:bullet|number|apuces|numros)", style.lower())
        if ticked is None and number in ("", "0") and not listed:
            return None
        numbered = self.numbered.get((number, depth), "umber" in style or "numros" in style)
        item = Block(BlockKind.ITEM, self.count, words if ticked is None else ticked, ticks=ticked is not None)
        return FlatItem(min(depth, 8), item, numbered and ticked is None)

    def _table(self, table: etree.Element, blocks: list[Block]) -> None:
        line = self.count + 1
        rows = []
        inner = set(_inner_rows(table))
        for row in table.iter(f"{W}tr"):
            if row in inner:
                continue
            rows.append(tuple(self._cell(cell) for cell in _children(row) if cell.tag == f"{W}tc"))
        rows = [row for row in rows if row]
        if rows and max(map(len, rows)) > 1:
            blocks.append(Block(BlockKind.TABLE, line, rows=tuple(rows)))
        elif rows:
            inside = tuple(Block(BlockKind.WORDS, line, row[0]) for row in rows if row[0])
            blocks.append(Block(BlockKind.BOX, line, "", inside))

    def _cell(self, cell: etree.Element) -> str:
        merged = (
            cell.find("w:tcPr/w:gridSpan", NAMESPACES) is not None
            or cell.find("w:tcPr/w:vMerge", NAMESPACES) is not None
        )
        start = self.count + 1
        words = one_line(" ".join(flat_words(self.read(cell))))
        if merged:
            self.runs.source.leave(start, "span", words)
        return words


def _children(holder: etree.Element) -> Iterator[etree.Element]:
    """Paragraphs, tables, rows and cells, also those inside fields, controls and changes that somebody made."""
    for child in holder:
        if child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"):
            yield from _children(child)
        else:
            yield child


def _inner_rows(table: etree.Element) -> Iterator[etree.Element]:
    for cell in table.iter(f"{W}tc"):
        for inner in cell.iter(f"{W}tbl"):
            yield from inner.iter(f"{W}tr")


def _number(said: str) -> int:
    """A number that Word wrote; what is none is as good as nothing."""
    return int(said) if said.isdecimal() else 0


def _outline(paragraph: etree.Element) -> int:
    value = value_of(paragraph, "w:pPr/w:outlineLvl")
    return _number(value) + 1 if value and _number(value) < 6 else 0


def _headings(styles: etree.Element | None) -> dict[str, int]:
    """The levels of headings by the ids of their styles, which each language of Word calls in its own way."""
    found: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name, id = value_of(style, "w:name").lower(), style.get(f"{W}styleId", "")
        level = re.fullmatch(r"(?:heading|titre) ([1-6])", name)
        if level:
            found[id] = int(level[1])
        elif name in TITLES:
            found[id] = 1
        elif outline := _outline(style):
            found[id] = outline
        else:
            based[id] = value_of(style, "w:basedOn")
    for _ in range(MOST_BASED):
        found |= {id: found[other] for id, other in based.items() if other in found and id not in found}
    return found


def _numbered(numbering: etree.Element | None) -> dict[tuple[str, int], bool]:
    """Whether a list has numbers, by its id and level."""
    if numbering is None:
        return {}
    forms: dict[tuple[str, int], bool] = {}
    for abstract in numbering.iter(f"{W}abstractNum"):
        for level in abstract.iter(f"{W}lvl"):
            form = value_of(level, "w:numFmt")
            at = _number(level.get(f"{W}ilvl", ""))
            forms[abstract.get(f"{W}abstractNumId", ""), at] = form not in BULLETS
    found: dict[tuple[str, int], bool] = {}
    for number in numbering.iter(f"{W}num"):
        abstract_id = value_of(number, "w:abstractNumId")
        found |= {(number.get(f"{W}numId", ""), at): has for (one, at), has in forms.items() if one == abstract_id}
    return found
