"""XLIFF 1.2 as a program of translators saved it -> rows.

A target is read as words, whatever XML they are in: `&amp;`, CDATA. What stands around words or in place of some, and
what a program says of a unit, is either of no consequence or told with the row.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from xml.parsers import expat

from curriculum.packs.values import NAME, Filled, RowFault
from curriculum.packs.xliff import SENT, SPACE

X = f"{{{SPACE}}}"
UNIT = f"{X}trans-unit"
XML = "{http://www.w3.org/XML/1998/namespace}space"
PLAIN = ("seg", "term", "phrase", "abbrev", "name", "protected", "preserve")
"""Kinds of marks that say something about words and change none; those of programs may say that words are gone."""
DONE = ("", SENT, "translated", "signed-off", "final")
"""States of a translation that somebody stands by, or of which nobody was asked."""
Around = tuple[etree.Element, ...]
"""What an element stands in, from the outside; itself last."""


def rows_in_xliff(tree: etree.Element, raw: bytes) -> list[Filled]:
    """The units of a file, read before as a tree."""
    units = zip(_units(tree, ()), _lines_of(raw), strict=True)
    return [_filled(around, number, line) for number, (around, line) in enumerate(units, 1)]


def _lines_of(raw: bytes) -> list[int]:
    """The line at which each unit begins: a tree does not know."""
    lines: list[int] = []
    parser = expat.ParserCreate(namespace_separator="}")

    def start(name: str, _: object) -> None:
        if f"{{{name}" == UNIT:
            lines.append(parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.Parse(raw, True)
    return lines


def _units(element: etree.Element, outer: Around) -> Iterator[Around]:
    around = (*outer, element)
    if element.tag == UNIT:
        yield around
    for child in element:
        yield from _units(child, around)


def _filled(around: Around, number: int, line: int) -> Filled:
    """A unit; its name may also stand in `resname`, where a program gave ids of its own."""
    unit = around[-1]
    names = (NAME.fullmatch(unit.get(key, "")) for key in ("id", "resname"))
    name = next((found[0] for found in names if found), "")
    targets = unit.findall(f"{X}target")
    words = "".join(word for target in targets for word in target.itertext())
    left = {one for target in targets for one in _left(target)} | {*_said_of(around, targets)}
    if len(targets) > 1:
        left.add(RowFault.TAGS)
    return Filled(number, name, tuple(words.split("\n")), frozenset(left), line)


def _left(target: etree.Element) -> Iterator[RowFault]:
    for mark in target.iter():
        if mark.get("comment"):
            yield RowFault.COMMENTS
        if mark is not target and (mark.tag != f"{X}mrk" or mark.get("mtype", "seg") not in PLAIN):
            yield RowFault.TAGS


def _said_of(around: Around, targets: list[etree.Element]) -> Iterator[RowFault]:
    """What a program says of a unit, or of what it stands in."""
    unit = around[-1]
    states = [target.get("state", "") for target in targets]
    is_locked = any(one.get("translate") == "no" for one in around) or unit.get("approved") == "no"
    if is_locked or any(state not in DONE for state in states):
        yield RowFault.UNFINISHED
    if any(note.get("from") for note in unit.findall(f"{X}note")):
        yield RowFault.COMMENTS
    kept = [value for one in (*around, *targets) if (value := one.get(XML))]
    if kept and kept[-1] != "preserve":
        yield RowFault.SPACES
