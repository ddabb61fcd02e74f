"""A pack <-> one file of Markdown, for whichever editor somebody has: what to keep stands between remarks of HTML.

In:  <!-- row: docs/fr/law.md#stopped@1a2b3c4d5e6f7a8b -->, what to translate, <!-- translation -->, words, <!-- end -->
"""

from __future__ import annotations

import re
from dataclasses import replace

from curriculum.packs.lines import typed
from curriculum.packs.marking import marked, said
from curriculum.packs.telling import about, head_lines, house_lines, words
from curriculum.packs.values import NAME, Filled, Pack, Row, RowFault
from curriculum.words.model import Language

MARK = re.compile(r"<!\s*[-–—]+\s*(row|translation|end)\b(.*)[-–—]>")
"""An editor that makes one dash of two is forgiven. No two parts can take the same signs: long lines cost no time."""
RULE = re.compile(r"[-–—*_\s]*")
"""What stands between two rows: nothing, or a line across."""
FOLLOWS = {("end", "row"), ("row", "translation"), ("end", "translation")}
"""A mark and the next one, between which no row ends; before a translation, the mark of its row may be lost."""


def to_markdown(pack: Pack) -> bytes:
    """The bytes of the file."""
    own = pack.spoken
    lines = [f"# {words('title', own, language=pack.language)}", "", *_spaced(head_lines(pack))]
    if house := house_lines(pack):
        lines += [f"## {words('house-title', own)}", "", *(f"- {line}" for line in house), ""]
    for number, row in enumerate(pack.rows, 1):
        lines += _row(row, number)
    return "\n".join(lines).encode()


def _spaced(lines: list[str]) -> list[str]:
    return [words for line in lines for words in (line, "")]


def _row(row: Row, number: int) -> list[str]:
    own = row.spoken
    lines = ["---", "", f"<!-- row: {row.name} -->", "", *_spaced(about(row, number))]
    lines += _quoted("column-source", row, [said(line) for line in marked(row.before, row.source)], row.found.source)
    if row.before:
        lines += _quoted("before", row, typed(row.before))
    lines += [
        f"**{words('column-target', own, language=row.found.language)}**",
        "",
        "<!-- translation -->",
        "",
        *typed(row.present),
    ]
    return [*lines, "", "<!-- end -->", ""]


def _quoted(name: str, row: Row, lines: list[str], language: Language | None = None) -> list[str]:
    """Text to look at, every line of it behind a bar."""
    own = row.spoken
    title = words(name, own, language=language) if language else words(name, own)
    return [f"**{title}**", "", *(f"> {line}".rstrip() for line in lines), ""]


def rows_in_markdown(text: str) -> list[Filled]:
    """The rows of a file: what stands between the mark of a translation and that of its end.

    Where a mark was lost, or has words on its line, nobody can tell what the translator wrote from what the pack says
    around it: the row is given back without words, as one that lacks a mark.
    """
    rows: list[Filled] = []
    name, begun, lines, since = "", 1, list[str](), "end"
    head, beside = list[str](), list[str]()
    every = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(every, 1):
        found = MARK.fullmatch(line.lstrip(" \t>").rstrip())
        if not found:
            if since == "row" or (since == "end" and not rows):
                (beside if since == "row" else head).append(line)
            elif since == "translation" or not RULE.fullmatch(line):
                lines.append(line)
            continue
        mark = found[1]
        if since == "end" and mark == "row":
            _tell_outside(rows, lines)
        if mark == "end" and since == "translation":
            above = () if rows else tuple(head)
            rows.append(Filled(len(rows) + 1, name, tuple(lines), line=begun, above=above, beside=tuple(beside)))
        elif (since, mark) not in FOLLOWS:
            rows.append(_without_mark(len(rows) + 1, name, number if since == "end" else begun))
        if (since, mark) != ("row", "translation"):
            named = NAME.search(found[2]) if mark == "row" else None
            name, beside = (named[0] if named else ""), []
        lines, since, begun = [], mark, number
    if since != "end":
        return [*rows, _without_mark(len(rows) + 1, name, begun)]
    _tell_outside(rows, lines)
    return rows


def _tell_outside(rows: list[Filled], lines: list[str]) -> None:
    """The last row tells that words stand behind it; where a mark was lost, that alone is told."""
    if lines and rows:
        rows[-1] = replace(rows[-1], left=rows[-1].left | {RowFault.OUTSIDE})


def _without_mark(number: int, name: str, line: int) -> Filled:
    return Filled(number, name, (), frozenset({RowFault.MARK}), line)
