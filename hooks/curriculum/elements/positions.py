"""Which line of the text an element of its tree comes from; python-markdown does not say.

Before Markdown becomes HTML, a sign nobody uses stands before the first word of each line and tells its number.
Afterwards the signs are read off the tree, and taken out of it. Where a line has no word, its form finds it again.

In:  "Say *one*" / "thing.", as <p>①Say <em>one</em>\\n②thing.</p>
Out: <p>Say <em>one</em>\\nthing.</p>, and line 1 for both elements
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence

FIRST = 0xF0000
"""The last private plane but one; `read.textfile` lets none of its signs in."""
MOST = 0xFFFD
SIGN = re.compile("[\U000f0000-\U000ffffd]")
LEAD = re.compile(r"[ \t]*(?:(?:[-*+]|\d+\.)[ \t]+|>[ \t]*|#{1,6}[ \t]*)*")
"""What makes a line an item, a quotation or a heading, and must stay at its start."""
TOKEN = re.compile(r"<[^<>]*>?|\{[^{}]*\}?|&#?\w+;|\[[^\[\]]*\](?!\()|\\.|[^\W_]")
"""A word begins here, or something that no sign may stand in."""
FENCE = re.compile(r"[ \t]*(?:```|~~~)")
SLASHES = re.compile(r"[ \t]*/{3,}")
COUNTED = re.compile(r"[ \t]*/{3,}[ \t]*lines\b")
RULE = re.compile(r"[ \t>]*(?:(?:-+[ ]{0,2}){3,}|(?:_+[ ]{0,2}){3,}|(?:\*+[ ]{0,2}){3,})[ ]*$")
DEFINITION = re.compile(r" {0,3}\[[^\[\]]+\]:")
TELLING = ("href", "src", "alt", "title")
"""Attributes whose words stand in the text."""


def with_signs(lines: Sequence[str]) -> list[str]:
    """The lines with their signs. Fenced code, option lines of elements and lines without a word have none."""
    made, code, options = [], "", False
    for number, line in enumerate(lines, 1):
        fence = FENCE.match(line)
        options = bool(line.strip()) and (bool(SLASHES.match(line)) or (options and line[:1] in (" ", "\t")))
        if fence or code:
            mark = fence[0].strip() if fence else ""
            code = "" if code and mark == code else code or mark
            made.append(line)
        elif options and not SLASHES.match(line):
            made.append(line)
        else:
            made.append(_with_sign(line, number))
    return made


def _with_sign(line: str, number: int) -> str:
    lead = LEAD.match(line)
    start = line.find("|") + 1 or len(line) if SLASHES.match(line) else lead.end() if lead else 0
    if number <= MOST and not COUNTED.match(line):
        for token in TOKEN.finditer(line, start):
            if len(token[0]) == 1 and token[0].isalnum():
                return line[: token.start()] + chr(FIRST + number) + line[token.start() :]
    return line


def take_signs(tree: etree.Element, lines: Sequence[str]) -> dict[etree.Element, int]:
    """Take the signs out of a tree; the line of each of its elements, from 1."""
    reader = _Reader(lines)
    reader.read(tree)
    return reader.found


class _Reader:
    """Reads a tree from its first word to its last."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.line = 0
        self.found: dict[etree.Element, int] = {}
        self.waiting: list[etree.Element] = []
        """Elements that have begun, and whose first word has not come yet."""

    def read(self, element: etree.Element) -> None:
        """An element, and what stands in it and after it."""
        others = bool(self.waiting)
        self.waiting.append(element)
        self.find_by_form(element)
        for name, value in element.items():
            if not value.isascii() and (sign := SIGN.search(value)):
                element.set(name, SIGN.sub("", value))
                if name in TELLING:
                    self.reach(element, ord(sign[0]) - FIRST)
        element.text = self.say(element.text)
        for child in element:
            self.read(child)
            child.tail = self.say(child.tail)
        if self.waiting and not others:  # a cell to write in is where its row is
            self.settle()

    def reach(self, element: etree.Element, number: int) -> None:
        """An attribute stands on this line; what follows too, unless the line only defines where a link leads."""
        self.found[element] = number
        if not DEFINITION.match(self.lines[number - 1]):
            self.line = number
            self.settle()

    def say(self, words: str | None) -> str | None:
        """Words without signs; elements that waited for a word have their line."""
        if not words or words.isspace():
            return words
        if words.isascii() or not (sign := SIGN.search(words)):
            if self.waiting and any(letter.isalnum() for letter in words):
                self.settle()
            return words
        if any(letter.isalnum() for letter in words[: sign.start()]):
            self.settle()
        self.line = ord(sign[0]) - FIRST
        self.settle()
        self.line = ord(SIGN.findall(words)[-1]) - FIRST
        return SIGN.sub("", words)

    def settle(self) -> None:
        """All that waits is on this line."""
        for element in self.waiting:
            self.found.setdefault(element, self.line or 1)
        self.waiting.clear()

    def find_by_form(self, element: etree.Element) -> None:
        """What has no word of its own, or a line before its first word, is the next line of its form."""
        form = _form_of(element)
        number = next((number for number, line in self.after() if form.match(line)), 0) if form else 0
        if number:
            self.line = number
            self.settle()

    def after(self) -> Iterator[tuple[int, str]]:
        """The lines after the one that was reached."""
        return ((number, self.lines[number - 1]) for number in range(self.line + 1, len(self.lines) + 1))


def _form_of(element: etree.Element) -> re.Pattern[str] | None:
    if element.tag == "hr":
        return RULE
    if element.tag == "pre":
        return None if SIGN.search("".join(element.itertext())) else FENCE  # code that only stands in has signs
    name = (element.get("class") or "").rpartition(" ")[2] if element.tag == "div" else ""
    return re.compile(rf"[ \t]*/{{3,}}[ \t]*{re.escape(name)}\b") if name else None
