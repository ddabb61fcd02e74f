"""The objects of a PDF, whoever wrote it: found by their beginnings, so that no table of places can leave one out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum.verify.pdf.filters import filters_in, unfiltered

OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
END = re.compile(rb"\s*endstream")
TOGETHER = re.compile(rb"/Type\s*/ObjStm")
FIRST = re.compile(rb"/First\s+(\d+)")
REMARK = re.compile(rb"\((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.|\([^()]*+\))*+\))*+\)|%([^\r\n]*)", re.DOTALL)
"""A remark, or a string, in which `%` begins none."""
ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
NAME = re.compile(rb"/[^\s/<>\[\](){}%]+")


class Object(NamedTuple):
    """What stands between `12 0 obj` and `endobj`: the text, and the stream behind it as it is in the file."""

    number: int
    text: bytes
    stream: bytes | None
    span: tuple[int, int] = (0, 0)
    """Where it begins and ends in the file; an object in a compressed stream has no place there."""
    remarks: bytes = b""
    """What stands in its text and is not read."""


def objects_in(pdf: bytes) -> Iterator[Object]:
    """Every object of a file, those that a later one replaces too."""
    at = 0
    while found := OBJECT.search(pdf, at):
        one = _object(pdf, found)
        at = one.span[1]
        yield one
        if one.stream is not None and TOGETHER.search(one.text):
            yield from _together(one.text, one.stream)


def _object(pdf: bytes, head: re.Match[bytes]) -> Object:
    """The object that begins there."""
    number, start = int(head[1]), head.end()
    end = pdf.find(b"endobj", start)
    end = len(pdf) if end < 0 else end
    begun = STREAM.search(pdf, start, end)
    if begun is None or pdf.rfind(b">>", start, begun.start()) < 0:
        return Object(number, _plain(pdf[start:end]), None, (head.start(), end), remarks_in(pdf[start:end]))
    text = _plain(pdf[start : begun.start()])
    length = LENGTH.search(text)
    stop = begun.end() + int(length[1]) if length else -1
    if not length or not END.match(pdf, stop):
        stop = pdf.find(b"endstream", begun.end())
        stop = len(pdf) if stop < 0 else stop
    return Object(number, text, pdf[begun.end() : stop], (head.start(), stop), remarks_in(pdf[start : begun.start()]))


def without_remarks(text: bytes) -> bytes:
    """The same without what stands between `%` and the end of its line."""
    return REMARK.sub(lambda found: found[0] if found[1] is None else b" ", text) if b"%" in text else text


def remarks_in(text: bytes) -> bytes:
    """What is left out there."""
    return b"\n".join(filter(None, REMARK.findall(text))) if b"%" in text else b""


def without_strings(text: bytes) -> bytes:
    """The same without strings: what they hold names nothing."""
    return REMARK.sub(b"()", text) if b"(" in text else text


def _plain(text: bytes) -> bytes:
    """The text of an object without remarks, its names as they are meant: `/F#6fnt` is `/Font`."""
    text = without_remarks(text)
    if b"#" in text:
        text = NAME.sub(lambda name: ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), name[0]), text)
    return text


def _together(text: bytes, stream: bytes) -> Iterator[Object]:
    """The objects in a stream that holds several."""
    content = unfiltered(stream, filters_in(text)).content
    first = FIRST.search(text)
    start = int(first[1]) if first else 0
    numbers = [int(number) for number in re.findall(rb"\d+", content[:start])]
    places = [*numbers[1::2], len(content) - start]
    for number, place, after in zip(numbers[::2], places, places[1:], strict=False):
        own = content[start + place : start + after]
        yield Object(number, _plain(own), None, remarks=remarks_in(own))
