"""Lists that would be printed as signs, or lose their order: what Markdown reads in another way than it looks.

You will need:      no empty line above: one paragraph with a hyphen in it
- a pen
  - of your own     two spaces: an item like the one above, not one inside it
1) Breathe          no item at all
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from curriculum.checks.blocks import ITEM, TAB, BodyBlock, BodyLine, Flaw
from curriculum.checks.tables import BAR, CODE, cells_of
from curriculum.read.limits import MOST_SHOWN
from curriculum.words.model import Term

START = re.compile(r" *(?:[^\w\s«“\"‘]|\d{1,9}(?:\\?[.)]| ?[-–/] )|[a-zA-Z]{1,4}[.)] )")
"""How a sentence hardly ever starts, and how whatever looks like an item does."""
BOX = "[ ]"
OTHER_BOX = re.compile(r"(?P<box>\[(?: {2,}|[\u00a0\u202f]+|[xX]?)\]|\\\[ *[xX]?\\\]|\( ?\)|[☐☑☒□■❏❑⬜◻▢])(?!\() *")
SIGN = re.compile(
    r" *(?P<box>[☐☑☒□■❏❑⬜◻▢✓✔✗✘]|-? ?\\?\[[ \u00a0\u202f]*[xX]?\\?\](?! ?[(\[:])|-? ?\( \)(?! ?[(\[:]))\s*"
    r"| *(?:(?P<dot>[•◦▪▫●○‣∙·⁃►➢➤\uf0a7\uf0b7\uf0d8\uf076\uf0fc]|&(?:bull|#8226);|[-*+](?=[\u00a0\u202f]\D))"
    r"|(?P<number>\d{1,2}(?:\) |\)?\.(?=[^\W\d_]|[\u00a0\u202f]\D)))|(?P<close>-(?=[^\W\d_])|\*(?=[^\W\d_][^*]*$))"
    r"|(?P<dash>(?:[–—→⇒]|[-=]>|\\[-+]) )|(?P<letter>(?:[a-zA-Z]|[ivx]{2,4})[.)] )"
    r"|(?P<digit>\(\d{1,2}\) |\d{1,2}(?: ?[-–/]|\\\.) )|(?P<round>\([a-z]\) ))\s*"
)
"""How other programs, and hands in a hurry, start an item; the last five may also start one line of a paragraph."""
AMONG_WORDS = re.compile(r"(?<!^)\[ \](?!\()(?: \S+)?|^ \[[xX]\]$")
"""A box that is not the start of its item, and the word after it; a cell, after a space, that is ticked."""
RIGHT = {"box": "- [ ] ", "number": "1. ", "digit": "1. "}


class Level(NamedTuple):
    """The list that an item belongs to."""

    indent: int
    numbered: bool
    boxes: bool


def check_lists(body: str, blocks: Iterable[BodyBlock]) -> Iterator[Flaw]:
    """What was meant as a list, an item, or a part of one, and is none."""
    levels: list[Level] = []
    boxed = "[ ]" in body or "[x]" in body.lower()
    for lines, inside in blocks:
        levels = levels if inside else []
        yield from _check_boxes(lines) if boxed else ()
        first = lines[0]
        if ITEM.match(first.text):
            yield from _check_items(lines, levels)
        elif first.indent and levels and (depth := _missed(first.indent, levels)):
            values = {"found": first.shown, "expected": str(depth)}
            yield Flaw(first.number, "item-text", values)
        else:
            levels = [level for level in levels if level.indent < first.indent]
            yield from _check_words(lines)


def _check_boxes(lines: Sequence[BodyLine]) -> Iterator[Flaw]:
    """A box among words, in a paragraph, an item or a cell."""
    for line in lines:
        if "[ ]" in line.text or "[x]" in line.text.lower():
            item = ITEM.match(line.text)
            if not item and SIGN.match(line.text):
                continue
            words = CODE.sub("", line.text[item.end() :] if item else line.text)
            cells = [f" {cell}" for cell in cells_of(words) if cell != "[ ]"] if BAR in words else [words.lstrip()]
            if found := next(filter(None, map(AMONG_WORDS.search, cells)), None):
                yield Flaw(line.number, "box-unread", {"found": found[0].strip()[:MOST_SHOWN]})


def _missed(indent: int, levels: Sequence[Level]) -> int:
    """How deep the text of an item must stand; 0 when it stands as deep."""
    above = max((level.indent for level in levels if level.indent < indent), default=0)
    return above + TAB if indent < above + TAB else 0


def _check_items(lines: Sequence[BodyLine], levels: list[Level]) -> Iterator[Flaw]:
    """A block that starts with an item; `levels` are the lists around it, and are left as the block leaves them."""
    others, mixed = [], False
    for line in lines:
        if not (item := ITEM.match(line.text)):
            others.append(line)
            continue
        odd = None if line.text[item.end()].isalnum() else OTHER_BOX.match(line.text, item.end())
        boxed = odd is not None or line.text.startswith(BOX, item.end())
        level = Level(len(item[1]), item[2][-1] == ".", boxed)
        while levels and levels[-1].indent > level.indent:
            levels.pop()
        around = levels[-1] if levels else None
        if around is None or around.indent < level.indent:
            if around and not TAB <= level.indent - around.indent < 2 * TAB:
                values = {"found": line.shown, "count": str(level.indent - around.indent)}
                yield Flaw(line.number, "item-indent", values | {"expected": str(around.indent + TAB)})
            levels.append(level)
        elif around.numbered != level.numbered and line is lines[0]:
            levels[-1] = level
        elif around.numbered != level.numbered and not mixed:
            mixed = True
            where, what = Term("under-another-list"), Term("add-line-or-spaces")
            yield Flaw(line.number, "list-unread", {"found": line.shown, "where": where, "what": what})
        elif around.boxes != level.boxes and not mixed:
            levels[-1] = level
            yield Flaw(line.number, "box-missing", {"found": line.shown})
        if odd:
            yield _sign_found(line, odd)
        elif ITEM.match(line.text, item.end()):
            yield Flaw(line.number, "item-twice", {"found": line.shown})
    yield from _check_signs(others, sure=True)


def _check_words(lines: Sequence[BodyLine]) -> Iterator[Flaw]:
    """A block that starts with words: items under them belong to the paragraph."""
    if not any(START.match(line.text) for line in lines):
        return
    for place, line in enumerate(lines[1:], 1):
        item = ITEM.match(line.text)
        below = ITEM.match(lines[place + 1].text) if place + 1 < len(lines) else None
        if item and (item[2] in "-*+1." or (below and below[2][-1] == ".")):  # “12.” may be the end of a sentence
            where, what = Term("under-words"), Term("add-line")
            yield Flaw(line.number, "list-unread", {"found": line.shown, "where": where, "what": what})
            return
    yield from _check_signs(lines)


def _check_signs(lines: Sequence[BodyLine], sure: bool = False) -> Iterator[Flaw]:
    """The first line that starts as an item does elsewhere."""
    found = [(line, sign) for line in lines if (sign := SIGN.match(line.text)) and not _in_brackets(line, lines)]
    kinds = [sign.lastgroup for _, sign in found]
    for line, sign in found:
        is_sure = sign.lastgroup in ("box", "dot") or (sign.lastgroup == "number" and line is lines[0])
        is_sure = is_sure or (sure and sign.lastgroup in ("number", "close"))
        if is_sure or kinds.count(sign.lastgroup) > 1:
            yield _sign_found(line, sign)
            return


def _in_brackets(line: BodyLine, lines: Sequence[BodyLine]) -> bool:
    """True when a bracket is open that the sign closes: "(see page" / "12) again"."""
    above = "".join(other.text for other in lines if other.number < line.number)
    return above.count("(") > above.count(")")


def _sign_found(line: BodyLine, sign: re.Match[str]) -> Flaw:
    right = RIGHT.get(sign.lastgroup or "", "- ") + line.text[sign.end() :]
    return Flaw(line.number, "item-sign", {"found": line.shown, "expected": right.strip()[:MOST_SHOWN]})
