"""Tables that would be printed as bars and dashes, or lose a cell.

What we feel:            no empty line above: one paragraph with bars in it
| Feeling | Sign |
| --- | --- |
| Fear | Hands | Cold |  a third cell under a head of two: nobody would see it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from curriculum.checks.blocks import ITEM, BodyBlock, BodyLine, Flaw
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.source import text_lines
from curriculum.words.model import Term

BAR = "|"
RULE = re.compile(r" *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$")
TABS = re.compile(r"^[ \t]*+(?:(?:[-*+>]|\d{1,9}\.)[ \t]++)*+\S[^\n\t]*\t[ \t]*\S", re.MULTILINE)
"""A line with a tab between its words."""
DIVIDES = re.compile(r"(?<!\\)\|")
DITTO = re.compile(r"[-–—]{0,2} ?(?:[\"“”″〃»]|''|’’|,,) ?[-–—]{0,2}")
"""A mark that stands for the words of the cell above."""
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")


def check_tables(blocks: Iterable[BodyBlock]) -> Iterator[Flaw]:
    """What was meant as a table and is none, and rows with more or fewer cells than their head."""
    end = 0
    for lines, _ in blocks:
        if not any(BAR in line.text for line in lines):
            continue
        if len(lines) > 1 and _is_rule(lines[1]) and BAR in lines[0].text and not ITEM.match(lines[0].text):
            yield from _check_table(lines)
            end = lines[-1].number
        elif end and lines[0].number == end + 2 and _is_parted(lines[0]):
            yield _unread(lines[0], "parted", len(cells_of(lines[0].text)))
            end = lines[-1].number
        else:
            yield from _check_words(lines)


def check_tabs(body: str) -> Iterator[Flaw]:
    """The first of the lines, one under another, that hold a tab between words: cells of a sheet, or a gap."""
    before = 0
    for number, line in text_lines(body) if "\t" in body and TABS.search(body) else ():
        if TABS.match(line):
            if number > before + 1:
                yield Flaw(number, "tab-typed", {"found": " ".join(line.split())[:MOST_SHOWN]})
            before = number


def _check_table(lines: Sequence[BodyLine]) -> Iterator[Flaw]:
    head, rule, *rows = lines
    count = len(cells_of(head.text))
    if len(cells_of(rule.text)) != count:
        yield _unread(head, "rule-of-other-length", count)
        return
    if after := next((line for place, line in enumerate(lines) if line.number != head.number + place), None):
        yield _unread(after, "commented", count)  # a line that is none of a block's is a comment: the table ends there
        return
    for row in rows:
        if (found := len(cells_of(row.text))) != count:
            yield Flaw(row.number, "table-row", {"found": str(found), "expected": str(count), "row": row.shown})
        elif ditto := next((cell for cell in cells_of(row.text) if DITTO.fullmatch(cell)), ""):
            yield Flaw(row.number, "cell-same", {"found": ditto})


def _check_words(lines: Sequence[BodyLine]) -> Iterator[Flaw]:
    """The first line with bars among words: a table that starts too early, or has no rule under its head."""
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else None
        heads = BAR in line.text and below is not None and _is_rule(below)
        words = line.text.strip()
        if heads or (words.startswith(BAR) and (len(cells_of(words)) > 1 or words.endswith(BAR))):
            reason = "under-words" if place else "no-head" if _is_rule(line) else "no-rule"
            yield _unread(line, reason, len(cells_of(line.text)))
            return


def _unread(line: BodyLine, reason: str, count: int) -> Flaw:
    rule = BAR + " --- |" * count
    return Flaw(line.number, "table-unread", {"found": line.shown, "why": Term(f"table-{reason}", {"rule": rule})})


def _is_parted(line: BodyLine) -> bool:
    return line.text.lstrip().startswith(BAR) and not _is_rule(line)


def _is_rule(line: BodyLine) -> bool:
    return BAR in line.text and RULE.match(line.text) is not None


def cells_of(row: str) -> list[str]:
    """The cells of a line, without spaces around them; a bar in code, or with a backslash before it, divides nothing.

    In:  "| Fear | `a|b` |"
    Out: ["Fear", "x"]
    """
    inside = CODE.sub("x", row).strip().removeprefix(BAR)
    inside = inside[:-1] if inside.endswith(BAR) and not inside.endswith("\\|") else inside
    return [cell.strip() for cell in DIVIDES.split(inside)]
