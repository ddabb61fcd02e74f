"""What a reader found -> a page, its notes for facilitators, and the same in outline for each other language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from curriculum.adopt.drawn import Pen
from curriculum.adopt.parts import LINK, FoundSection, former_ids, parts_of
from curriculum.adopt.signs import leads_out
from curriculum.adopt.values import Block, BlockKind, ReadSource
from curriculum.read.yamlfile import read_schema
from curriculum.words.labels import read_words
from curriculum.words.model import Language

KEYS = ("description", "title")
"""Keys of a page elsewhere that are keys of a page here."""
ALIKE = {"summary": "description", "abstract": "description", "subtitle": "description"}
"""Keys of other tools, by ours."""


@dataclass(frozen=True)
class Written:
    """The texts that are proposed; notes are empty where there are none."""

    page: str
    notes: str
    outline: dict[str, str]
    """The page in each other language, by its code: the same ids, with nothing but headings to translate."""
    outline_notes: dict[str, str]


def write(source: ReadSource, name: str, language: Language, others: Sequence[Language], is_handout: bool) -> Written:
    """The page in its own language and its outline in the others; what could not be carried goes onto the list."""
    title, blocks = _take_title(source, name)
    parts = parts_of(blocks)
    ids = {part.heading.id: part.heading.id for part in parts} | former_ids(blocks, parts)
    pen = Pen(source, is_handout)
    body = "\n\n".join(filter(None, [_drawn(part, pen, ids, source) for part in parts]))
    page = f"{_keys(source)}# {title}\n\n{body}".rstrip() + "\n"
    notes = _notes(parts, ids, source)
    outline = {one.code: _outline(title, parts, one) for one in others}
    outline_notes = {one.code: _outline_notes(parts, one) if notes else "" for one in others}
    return Written(page, notes, outline, outline_notes)


def _take_title(source: ReadSource, name: str) -> tuple[str, list[Block]]:
    """The title: the first heading of the first level, else the key, else the only heading or the file's name."""
    blocks = list(source.blocks)
    first = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING), None)
    key = source.keys.pop("title", "")
    if first is not None and (blocks[first].level == 1) and (not key or _same(key, blocks[first].words)):
        return blocks[first].words, blocks[:first] + blocks[first + 1 :]
    if key:
        return key, blocks
    if first is not None and all(block.kind is BlockKind.NOTE for block in blocks[:first]):
        return blocks[first].words, blocks[:first] + blocks[first + 1 :]
    source.leave(1, "title", name)
    return name, blocks


def _same(one: str, other: str) -> bool:
    return re.findall(r"\w+", one.lower()) == re.findall(r"\w+", other.lower())


def _drawn(part: FoundSection, pen: Pen, ids: dict[str, str], source: ReadSource) -> str:
    return "\n\n".join(
        filter(None, [_head(part.heading), pen.draw([_linked(one, ids, source) for one in part.blocks])])
    )


def _linked(block: Block, ids: dict[str, str], source: ReadSource) -> Block:
    """The block with links to sections that are there; others, and those to other pages, are words."""

    def lead(found: re.Match[str]) -> str:
        url = found[2]
        if leads_out(url):
            return found[0]
        if url.startswith("#") and url[1:] in ids:
            return f"[{found[1]}](#{ids[url[1:]]})"
        source.leave(block.line, "link", f"{found[1]} ({url})")
        return found[1]

    words = LINK.sub(lead, block.words)
    rows = tuple(tuple(LINK.sub(lead, cell) for cell in row) for row in block.rows)
    return replace(block, words=words, rows=rows, inside=tuple(_linked(one, ids, source) for one in block.inside))


def _keys(source: ReadSource) -> str:
    """The front matter: keys that a page has here; the others go onto the list."""
    kept: dict[str, str] = {}
    for name, value in source.keys.items():
        key = ALIKE.get(name, name)
        if key in KEYS and key not in kept and len(value) <= _most(key):
            kept[key] = value
        else:
            source.leave(1, "key", f"{name}: {value}")
    if not kept:
        return ""
    return "---\n" + "".join(f"{key}: {json.dumps(kept[key], ensure_ascii=False)}\n" for key in kept) + "---\n"


def _most(key: str) -> int:
    return int(read_schema("front-matter")["properties"][key]["maxLength"])


def _notes(parts: Sequence[FoundSection], ids: dict[str, str], source: ReadSource) -> str:
    """The notes of each section under its id; links lead nowhere else from there."""
    pen = Pen(source, is_handout=False)
    drawn = [
        "\n\n".join(filter(None, [_note_head(part), pen.draw([_linked(one, {}, source) for one in part.notes])]))
        for part in parts
        if part.notes
    ]
    return "\n\n".join(drawn) + "\n" if drawn else ""


def _head(head: Block, mark: str = "{}") -> str:
    """The line of a heading; what stands before the first one has none."""
    return f"{'#' * head.level} {mark.format(head.words)} {{ #{head.id} }}" if head.level else ""


def _note_head(part: FoundSection, mark: str = "{}") -> str:
    """Notes know sections of the second level alone."""
    return _head(replace(part.heading, level=min(part.heading.level, 2)), mark)


def _outline(title: str, parts: Sequence[FoundSection], language: Language) -> str:
    said = read_words("adopt", language)
    lines = [f"# {said['to-translate'].format(title)}", said["untranslated"]]
    lines += [_head(part.heading, said["to-translate"]) for part in parts]
    return "\n\n".join(filter(None, lines)) + "\n"


def _outline_notes(parts: Sequence[FoundSection], language: Language) -> str:
    said = read_words("adopt", language)
    mark = said["untranslated-notes"].rstrip(".")
    heads: Iterator[str] = (_note_head(part, mark) for part in parts if part.notes)
    return "\n\n".join(filter(None, [said["untranslated-notes"], *heads])) + "\n"
