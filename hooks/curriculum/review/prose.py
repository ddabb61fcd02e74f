"""A page -> its blocks of plain words, with the line each word stands on.

In:  "Read [the card](card.md)," / "**slowly**."
Out: one block, "Read the card, slowly.", that knows which letters came from which line

What is not prose is left out: ids, addresses, facts, the slashes of elements, the marks of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from curriculum.read.source import EXCUSE, text_lines
from curriculum.words.model import Page
from curriculum.words.woven import Woven

NOT_PROSE = re.compile(
    r"[ ]?\{\{.*?\}\}(?=[;,.])|\{\{.*?\}\}"  # facts, which leave no space before a sign
    r"|\{:?[ ]*[#.][^}]*\}"  # ids and classes
    r"|\]\([^)]*\)"  # addresses of links
    r"|<?https?://\S+|\b10\.\d{4}/\S+"  # addresses in text
    r"|`[^`]*`"
    r"|^[ \t]*/{3,}[ \t]*[\w-]*[ \t]*\|?"  # the opening of an element; its title is prose
    r"|^[ \t]*(?:#{1,6}|[-*+]|\d+\.)[ \t]+"  # headings, lists
    r"|\[ \]|!?\[|\]|\*+|_{2,}|(?<!\w)_|_(?!\w)|\|"
)
ELEMENT_OF_NAMES = re.compile(r"^[ \t]*/{3,}[ \t]*(?:lines|resources|steps|picture)\b")
NAMED = re.compile(r"[ ]*\*\*[^*]+(?:[:.?!]\*\*|\*\*[ \u00a0]?:|\*\*\s*$)")
WORD = re.compile(r"[^\W\d_]+")
QUOTED = re.compile(r"^[ \t]*>")
NEW_BLOCK = re.compile(r"^[ \t]*(?:[-*+][ \t]|\d+\.[ \t]|#{1,6}[ \t]|\||/{3,}|\*\*|>[ \t]*\*\*)")
PARAGRAPH = re.compile(r"(?![-*+][ \t]|\d+\.[ \t]|#{1,6}[ \t]|\||/{3,}|>)\S")
TABLE_LINE = re.compile(r"^[ \t]*\|[ :|-]*$")
"""A line of a table without words: the one under the titles, which has hyphens, or a row to write in."""


@dataclass(frozen=True)
class Prose:
    """Words that belong together: a paragraph, an item, a cell, a heading."""

    text: str
    lines: tuple[int, ...]
    """For each letter of the text, its line in the file."""
    excused: Mapping[str, int] = field(default_factory=dict)
    """Rules the author said why about, each with the line of its excuse."""
    running: bool = False
    """True for a paragraph: no heading, item, cell or quotation."""
    quoted: bool = False
    """True for what somebody says in a quotation."""
    name: int = 0
    """How many letters the bold name at the start of a paragraph has, `**Say:**`, `**At home.**`: no sentence."""


def blocks_of(page: Page) -> list[Prose]:
    """The prose of a page in order: its front matter's values, then its blocks."""
    keys = {} if isinstance(page.path, Woven) else page.keys
    values = [Prose(value, (keys.get(key, 1),) * len(value)) for key, value in page.meta.items()]
    return values + list(_blocks(page))


def by_section(page: Page) -> dict[str, list[Prose]]:
    """The blocks that have words, by the id of their section; "" above the first one."""
    found: dict[str, list[Prose]] = {}
    for block in blocks_of(page):
        if block.lines:
            found.setdefault(section_at(page, block.lines[0]), []).append(block)
    return found


def section_at(page: Page, line: int) -> str:
    """The id of the section in which a line of the file stands; "" above the first one."""
    return next((one.id for one in reversed(page.sections) if one.line + page.offset <= line), "")


def text_of(blocks: Iterable[Prose]) -> str:
    """The words of several blocks."""
    return " ".join(block.text for block in blocks)


def _blocks(page: Page) -> Iterator[Prose]:
    """An excuse holds for everything up to the next empty line."""
    gathered: list[tuple[int, str]] = []
    excused: dict[str, int] = {}
    reached = False
    for number, line in [*text_lines(page.body), (0, "")]:
        found = EXCUSE.match(line)
        if gathered and (found or not line.strip() or NEW_BLOCK.match(line)):
            yield _block(gathered, page.offset, excused)
            gathered = []
        if found:
            excused, reached = excused | dict.fromkeys(found[1].split(", "), number + page.offset), False
        elif line.strip():
            reached = True
            if line.lstrip().startswith("|"):
                cells = [] if TABLE_LINE.match(line) else line.split("|")
                yield from (_block([(number, cell)], page.offset, excused) for cell in cells if cell.strip())
            elif not ELEMENT_OF_NAMES.match(line):
                gathered.append((number, line))
        elif reached:
            excused, reached = {}, False


def _block(lines: list[tuple[int, str]], offset: int, excused: Mapping[str, int]) -> Prose:
    text, places = "", []
    for number, line in lines:
        words = QUOTED.sub("", line).strip() + " "
        text += words
        places += [number + offset] * len(words)
    kept = [True] * len(text)
    for found in NOT_PROSE.finditer(text):
        kept[found.start() : found.end()] = [False] * (found.end() - found.start())
    letters = [(letter, place) for letter, place, keep in zip(text, places, kept, strict=True) if keep]
    words, of = "".join(letter for letter, _ in letters), tuple(place for _, place in letters)
    named = NAMED.match(text)
    running, quoted = PARAGRAPH.match(lines[0][1]) is not None, QUOTED.match(lines[0][1]) is not None
    return Prose(words, of, excused, running, quoted, sum(kept[: named.end()]) if named else 0)
