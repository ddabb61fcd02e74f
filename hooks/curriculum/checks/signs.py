"""Marks that Markdown has not, or that are not closed: readers would see their signs.

!!! note "Remember"      a box of MkDocs          > [!NOTE]           of GitHub
::: instructor           a note of Carpentries    Feelings move.[^1]  a footnote
**Remember               bold without an end      ```                 code without an end
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise

from curriculum.checks.blocks import TAB, BodyBlock, Flaw
from curriculum.checks.tables import CODE
from curriculum.checks.told import FIRST
from curriculum.elements.markdown import to_html
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.source import text_lines
from curriculum.words.model import Term

MARKS = {
    "box": r"^[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+\S.*|>[ \t]*\[![\w-]+\].*|:{3,}[ \t]*[{\w].*|\.\. [\w-]+::.*)",
    "heading": r'^[ \t]*===[+!]?[ \t]+".*',
    "brackets": r"\[\^[^\]\s]+\]:?|\^\[[^\]\n]+\]",
    "nothing": r"~~(?=\S)[^~\n]+~~|%%(?=\S)[^%\n]+%%|^[ \t]*\{:[^}\n]*\}[ \t]*$",
    "bold": r"(?<![=\w])==(?=[^\s=])[^=\n]*[^\s=]==(?!=)|\+\+(?=\w)[^+\n]+\+\+|\^\^(?=\w)[^^\n]+\^\^",
    "plain": r"(?<=[\w.,;:!?)»”])([~^])[\w+-]{1,4}\1|\$\$[^$\n]+\$\$|^[ \t]*\$\$[ \t]*$"
    r"|(?<![\w:/]):[a-z][a-z0-9_+-]+:(?![\w:/])",
    "link": r"!?\[\[(?=\S)[^\[\]\n]*[^\[\]\s]\]\]",
    "itself": r"\{(?:--|>>|~~|\+\+|==)[^}\n]*\}"
    r"|(?<!!)\[[^\[\]\n]+\]\{[^}\n]*\}|\{/\*|\{%[^}\n]*\}|\{\{[ \t]*[<%#&>/][^}\n]*\}\}|\{#[^}\n]*#\}"
    r"|<%[^>\n]*>|^[ \t]*-+8<-+.*",
    "command": r"^[ \t]*\\[a-zA-Z]+.*|\\[a-zA-Z]+\{[^}\n]*\}",
    "break": r"(?<=[^\\\s])[ \t]*\\$",
    "words": r"^[ \t]*\*\[[^\]\n]+\]:.*|^:[ \t]{1,3}\S.*",
    "table": r"^[ \t]*\+[-=+]{3,}\+?[ \t]*$",
}
"""What other tools read, by what to write here instead."""
ANY = re.compile("|".join(f"(?P<{name}>{mark})" for name, mark in MARKS.items()).replace(r"\1", "[~^]"), re.MULTILINE)
HINTS = {
    **{sign: (sign,) for sign in "~^\\$"},
    **{"!": ("!!!", "[!"), "?": ("???",), "=": ("==",), "+": ("++", "+-", "+="), "%": ("%%", "{%", "<%")},
    **{"<": ("8<",), "*": ("{/*",), "#": ("{#",), "{": ("{-", "{>", "{~", "{+", "{=")},
    **{"[": ("[[",), "]": ("]{", "]:"), ":": (":::", "{:", "\n: ", "\n:\t"), ".": (".. ",)},
}
"""Without one of these, or the name of a sign, a text holds none of the marks; one sign of each is found at once."""
WITHIN_LINES = {
    **{"`": ("```",), "~": ("~~~",), "[": ("TOC]", "[toc", "TOC_]", "[_toc")},
    "#": ("\n #", "  #", "\t#", "- #", "> #", ">#", "* #", "+ #", ". #"),
}
"""Without one of these, no line starts code, asks for a list of contents, or holds a heading after its start."""
FULL = 50
"""Letters of a line that is full: nobody breaks lines sooner, and few words to explain are as long."""
NAME = re.compile(r":[a-z][a-z0-9_+-]+:|\{\{[ \t]*[<%#&>/]")
"""The name of a sign, and what other tools fill in; facts of ours stand between such brackets too."""
AROUND = re.compile(r'!!!|\?\?\?|=== *"')
"""Marks to which the indented lines under them belong."""
CONTENTS = re.compile(r"[ \t]*\[_?(?:TOC|toc)_?\][ \t]*$")
"""What asks for a list of contents."""
FENCE = re.compile(r"[ \t]*(?:(?:[-*+>]|\d{1,9}\.)[ \t]*)*(`{3,}|~{3,})([^`~\n]*)$")
HEADING = re.compile(r"[ \t]+#{1,6}[ \t]+\S|[ \t]*(?:(?:[-*+>]|\d{1,9}\.)[ \t]*)+[ \t]#{1,6}(?!#)[ \t]*\S")
"""A heading that does not start its line, or stands in an item or a quotation."""
ESCAPED = re.compile(r"\\.")
PAIRS = {"**": "close-bold", "*": "close-bold", "`": "drop-code"}
"""Signs that come in pairs, and what to do about a single one."""
EMPHASIS = re.compile(r"(?<!\*)(\*{1,3})(?![\s*])[^*]*(?<![\s*])\1(?!\*)|^ *\* ", re.MULTILINE)
"""Stars right before the first and right after the last word, or before an item."""
LEFT = {"**": re.compile(r"\*\*(?!\*)"), "*": re.compile(r"(?<![\w*])\*(?=[^\W_])")}
"""Stars that start or end something, once those are gone that do so as they should."""


def check_signs(body: str, blocks: Iterable[BodyBlock]) -> Iterator[Flaw]:
    """Marks of other tools, headings out of place, code and emphasis without an end."""
    marked = _holds(body, HINTS) or NAME.search(body)
    lines = list(text_lines(body)) if marked or _holds(body, WITHIN_LINES) else []
    shown = {line.number for block in blocks for line in block.lines} if lines else set()  # without indented code
    if marked and ANY.search(body):
        yield from _check_marks(lines, shown)
    if "```" in body or "~~~" in body:
        yield from _check_fences(lines, shown)
    for number, line in lines:
        if "[" in line and CONTENTS.match(line):
            yield Flaw(number, "contents-asked", {"found": line.strip(), FIRST: "1"}, body.count("\n") + 1)
        if " #" in line and number in shown and HEADING.match(line):
            yield Flaw(number, "heading-place", {"found": line.strip()[:MOST_SHOWN]})
    yield from _check_pairs(body, blocks)


def _holds(body: str, hints: Mapping[str, Iterable[str]]) -> bool:
    return any(sign in body and any(hint in body for hint in found) for sign, found in hints.items())


def _check_marks(lines: Iterable[tuple[int, str]], shown: Container[int]) -> Iterator[Flaw]:
    """The marks of other tools, of each sign the first in its line; with the lines that belong to a mark above."""
    above: list[Flaw] = []
    for (_, before), (number, line) in pairwise([(0, ""), *lines]):
        if above and _belongs(line, str(above[-1].values["found"])):
            above[-1] = above[-1]._replace(last=number if line.strip() else above[-1].last)
            continue
        yield from above
        found = reversed([mark for mark in ANY.finditer(CODE.sub("", line)) if not _is_wrapped(mark, before)])
        marks = {(mark.lastgroup, mark[0].strip()[:2]): mark for mark in found}
        above = [_mark_found(number, mark) for mark in marks.values()] if number in shown else []
    yield from above


def _belongs(line: str, mark: str) -> bool:
    """True for what stands indented under a mark, and for the rows of a table that is drawn."""
    if mark.startswith("+-"):
        return line.startswith(("|", "+"))
    return AROUND.match(mark) is not None and (not line.strip() or line.startswith((" " * TAB, "\t")))


def _is_wrapped(mark: re.Match[str], before: str) -> bool:
    """True for the colon of a French sentence that went to the next line because the one above it is full.

    In:  ": respirez." below “Quand la colère monte, voici ce qui aide toujours les personnes” – below “Ally”
    Out: True – False: below a word that is alone in its line, it is what another program explains the word with
    """
    return mark.lastgroup == "words" and mark[0].startswith(":") and len(before.strip()) >= FULL


def _mark_found(number: int, mark: re.Match[str]) -> Flaw:
    what = Term(f"write-{mark.lastgroup}")
    return Flaw(number, "mark-unread", {"found": mark[0].strip()[:MOST_SHOWN], "what": what})


def _check_fences(lines: Iterable[tuple[int, str]], shown: Container[int]) -> Iterator[Flaw]:
    """Signs that start code which nothing ends; what looks like the end of it is no second start."""
    start: Flaw | None = None
    before = full = 0
    for number, line in lines:
        if start and number > before + 1:  # code that ends stands between them
            yield start
            start = None
        before = number
        fence = FENCE.match(line) if number in shown else None
        if fence and start and not fence[2].strip():
            yield start._replace(last=number)
            start = None
        elif fence:
            yield from [start] if start else ()
            first = full if line.startswith((" ", "\t")) else number  # Markdown takes it for a part of the item above
            values = {"found": line.strip()[:MOST_SHOWN], FIRST: str(first)}
            start = Flaw(number, "fence-open", values, number)
        elif start and start.last == number - 1 and line.strip():
            start = start._replace(last=number)
        full = number if line.strip() else full
    if start:
        yield start


def _check_pairs(body: str, blocks: Iterable[BodyBlock]) -> Iterator[Flaw]:
    """The first sign of bold or of code in a block whose other half is missing, or stands at a space."""
    for sign, what in PAIRS.items():
        if not any(_is_open(sign, piece) for piece in body.split("\n\n")):
            continue
        for lines, _ in blocks:
            text = ESCAPED.sub("", "\n".join(line.text.strip() for line in lines))
            if _is_open(sign, text) and sign in to_html(text):
                line = next((line for line in lines if _is_open(sign, line.text)), lines[0])
                yield Flaw(line.number, "sign-unread", {"found": line.shown, "sign": sign, "what": Term(what)})


def _is_open(sign: str, text: str) -> bool:
    if sign not in text:
        return False
    if sign in LEFT:
        return LEFT[sign].search(EMPHASIS.sub("", EMPHASIS.sub("", text))) is not None
    return text.count(sign) % 2 == 1 or f" {sign} " in f" {text} "
