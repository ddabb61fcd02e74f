"""Words inside a paragraph of Word -> our Markdown: bold, italic, links, footnotes in brackets; the rest is told."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from itertools import groupby

from curriculum.adopt.runs import BREAK, around
from curriculum.adopt.signs import address, leads_out, one_line, plain
from curriculum.adopt.values import ReadSource
from curriculum.formats.word.xml import NAMESPACES

W, R = f"{{{NAMESPACES['w']}}}", f"{{{NAMESPACES['r']}}}"
NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment"}
TOLD = {"drawing": "picture", "pict": "picture", "object": "embed", "oMath": "formula", "oMathPara": "formula"}
SIGNS = {"tab": " ", "br": BREAK, "cr": BREAK, "noBreakHyphen": "‑", "softHyphen": ""}
BOXES = {"F0A8": "☐", "F06F": "☐", "F0FE": "☐", "F0A3": "☐", "F071": "☐"}
"""Boxes of the typeface Wingdings."""
TEXTS = (f"{W}t", f"{W}delText")
FIELD = re.compile(r"^\s*HYPERLINK\s+\"((?:https?|mailto|tel):[^\"]+)\"", re.I)
COUNTED = re.compile(r"^\s*(?:PAGE|NUMPAGES|TOC|HYPERLINK|PAGEREF|SEQ)\b")
"""What Word counts by itself, and readers do not miss here."""
OFF = ("0", "false", "none")

SourceRun = tuple[str, bool, bool, str]
"""Words, whether bold, whether italic, and where they lead."""


class WordRuns:
    """What paragraphs of one document are read with."""

    def __init__(self, source: ReadSource, opened: Mapping[str, etree.Element]) -> None:
        self.source = source
        self.field = ""
        """Where the field that is open leads."""
        self.links = {
            one.get("Id", ""): one.get("Target", "")
            for one in opened.get("document.xml.rels", etree.Element("none"))
            if one.get("TargetMode") == "External"
        }
        self.notes = {
            f"{name}{note.get(f'{W}id', '')}": words
            for name in NOTES.values()
            for note in opened.get(f"{name}s.xml", etree.Element("none"))
            if (words := words_in(note))
        }

    def read(self, paragraph: etree.Element, at: int) -> str:
        """The words of a paragraph; where a line is broken stands `BREAK`."""
        pieces = [one for one in self._pieces(paragraph, at, "") if one[0]]
        read = ""
        for (bold, italic, to), group in groupby(pieces, key=lambda piece: piece[1:]):
            words = "".join(piece[0] for piece in group)
            read += around(around(around(words, "*" if italic else ""), "**" if bold else ""), "", to)
        return read

    def _pieces(self, holder: etree.Element, at: int, to: str) -> Iterator[SourceRun]:
        for child in holder:
            name = child.tag.rsplit("}", 1)[-1]
            if name == "r":
                yield from self._run(child, at, to)
            elif name == "hyperlink":
                inner = child.get(f"{W}anchor", "")
                url = address(
                    self.links.get(child.get(f"{R}id", ""), "") or ("" if inner.startswith("_Toc") else inner)
                )
                if url and not leads_out(url):
                    self.source.leave(at, "link", f"{words_in(child)} ({url})")
                yield from self._pieces(child, at, url if leads_out(url) else to)
            elif name in ("del", "moveFrom"):
                self.source.leave(at, "deleted", words_in(child))
            elif name in TOLD:
                self.source.leave(at, TOLD[name], words_in(child) or _described(child))
            elif name not in ("pPr", "rPr", "sdtPr", "sdtEndPr"):
                yield from self._pieces(child, at, to)

    def _run(self, run: etree.Element, at: int, to: str) -> Iterator[SourceRun]:
        bold, italic, raised = is_on(run, "b"), is_on(run, "i"), value_of(run, "w:rPr/w:vertAlign") == "superscript"
        if is_on(run, "strike") or is_on(run, "dstrike"):
            self.source.leave(at, "struck", words_in(run))
            return
        if is_on(run, "vanish"):
            self.source.leave(at, "comment", words_in(run))
            return
        for child in run:
            name = child.tag.rsplit("}", 1)[-1]
            if name == "t":
                words = plain(child.text or "")
                is_number = raised and words.strip().isdecimal()
                yield (self.source.raised(words, at) if is_number else words), bold, italic, to or self.field
            elif name == "fldChar":
                self.field = self.field if child.get(f"{W}fldCharType") == "separate" else ""
            elif name == "instrText" and (found := FIELD.search(child.text or "")):
                self.field = address(found[1])
            elif name in SIGNS:
                yield SIGNS[name], bold, italic, to
            elif name == "sym":
                yield BOXES.get(child.get(f"{W}char", "").upper(), "•"), False, False, to
            elif name in NOTES:
                yield from self._note(NOTES[name], child.get(f"{W}id", ""), at)
            elif name in TOLD:
                yield from self._drawn(child, name, at)
            elif name == "AlternateContent":
                yield from self._drawn(child, "drawing", at)
            elif name == "instrText" and not COUNTED.search(child.text or ""):
                self.source.leave(at, "field", child.text or "")

    def _note(self, name: str, id: str, at: int) -> Iterator[SourceRun]:
        words = self.notes.pop(f"{name}{id}", "")
        if name == "comment":
            self.source.leave(at, "comment", words)
        elif words:
            yield f" ({plain(words)})", False, False, ""

    def _drawn(self, child: etree.Element, name: str, at: int) -> Iterator[SourceRun]:
        """A picture; the words of a text box in it are on the list too."""
        self.source.leave(at, TOLD[name], f"{_described(child)} {words_in(child)}")
        yield "", False, False, ""


def words_in(holder: etree.Element) -> str:
    """All words below an element, also those that were deleted; a choice of two drawings is read once."""
    words = []
    seen: set[str] = set()
    for paragraph in holder.iter(f"{W}p"):
        said = "".join(one.text or "" for one in paragraph.iter() if one.tag in TEXTS)
        if said not in seen:
            words.append(said)
        seen.add(said)
    if not words:
        words = [one.text or "" for one in holder.iter() if one.tag.rsplit("}", 1)[-1] in ("t", "delText")]
        return one_line("".join(words))
    return one_line(" ".join(words))


def value_of(element: etree.Element, path: str) -> str:
    """The value of a child; nothing where it is not there."""
    found = element.find(path, NAMESPACES)
    return found.get(f"{W}val", "") if found is not None else ""


def is_on(run: etree.Element, name: str) -> bool:
    """True for words that look so: `b` is bold, `i` italic."""
    found = run.find(f"w:rPr/w:{name}", NAMESPACES)
    return found is not None and found.get(f"{W}val", "1") not in OFF


def _described(child: etree.Element) -> str:
    """What a picture says to whoever does not see it."""
    return next((said for one in child.iter() if (said := one.get("descr") or one.get("title") or "")), "")
