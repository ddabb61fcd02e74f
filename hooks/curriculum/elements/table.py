"""The one list of what an article may hold, and what each output does with it.

An element stands here by its name, or by its name and its last class: `div.box`. Each output has a column:

    pdf, word   the name of the form that its writer has for it; each writer registers its forms by these names
    epub        same: copied; shape: a part of a drawing; open: what is folded on the screen is open
    form        a mark to fill in by its name, else how it holds words: line, block or words
    search      heading, block or words; unseen where its words would be found everywhere and say nothing
    every       inside: written by the element around it; no: refused, and a sentence says so to the author

The screen and the page to send take all of it as it is, with the attributes of `checks.allowed`. `site` is what only
the site writes. A new element is a row here, and a form in each writer that has a name for it; a new output is a
column, and a folder of forms.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from typing import NamedTuple

COLUMNS = ("pdf", "word", "epub", "form", "search")
TABLE = """
element        writer  pdf         word         epub   form      search

h1             author  heading     heading      same   line      block
h2             author  heading     heading      same   line      heading
h3             author  heading     heading      same   line      heading
h4             author  heading     heading      same   line      heading
h5             author  no          no           no     line      heading
h6             author  no          no           no     line      heading
p              author  paragraph   paragraph    same   line      block
ul             author  list        list         same   block     block
ol             author  numbered    numbered     same   block     block
ul.ticks       author  ticks       ticks        same   ticks     block
ol.ticks       author  ticks       ticks        same   ticks     block
li             author  inside      inside       same   line      block
blockquote     author  quotation   quotation    same   block     block
table          author  table       table        same   block     block
thead          author  inside      inside       same   words     words
tbody          author  inside      inside       same   words     words
tr             author  inside      inside       same   words     block
th             author  inside      inside       same   line      block
td             author  inside      inside       same   line      block
td.write       author  inside      inside       same   write     block
td.tick        author  inside      inside       same   tick      block
hr             author  no          no           no     words     words
pre            author  no          no           no     words     words
code           author  no          no           no     words     words
img            author  no          no           no     words     words
a              author  link        link         same   words     words
strong         author  strong      strong       same   words     words
em             author  emphasis    emphasis     same   words     words
br             author  break       break        same   words     block
span           author  words       words        same   words     words
span.number    author  words       words        same   words     words
span.companion author  companion   companion    same   words     words
span.blank     author  blank       blank        same   blank     unseen
p.box-title    author  paragraph   frame-title  same   line      block
p.card-title   author  paragraph   card-title   same   line      block
div.box        author  box         box          same   block     block
div.content-note author box        box          same   block     unseen
div.card       author  card        card         same   block     block
div.keep       author  keep        keep         same   block     block
div.lines      author  lines       lines        same   lines     unseen
div.signature  author  signature   signature    same   signature block
div.note       site    note        note         same   block     block
p.note-title   site    paragraph   frame-title  same   line      unseen
p.since        site    paragraph   paragraph    same   line      unseen
p.downloads    site    paragraph   paragraph    no     line      unseen
p.press        site    no          no           no     line      block
button         site    no          no           no     words     unseen
div.search     site    no          no           no     block     block
figure         site    picture     picture      same   words     block
figcaption     site    inside      picture-title same  words     block
details        site    inside      inside       open   words     words
summary        site    inside      inside       open   words     unseen
svg            site    inside      inside       shape  no        unseen
text           site    inside      inside       shape  words     unseen
rect           site    inside      inside       shape  words     unseen
circle         site    inside      inside       shape  words     unseen
path           site    inside      inside       shape  words     unseen
polygon        site    inside      inside       shape  words     unseen
"""


class ElementRow(NamedTuple):
    """One kind of element, and the answer of each output."""

    name: str
    writer: str
    pdf: str
    word: str
    epub: str
    form: str
    search: str


ROWS: Mapping[str, ElementRow] = {
    line.split()[0]: ElementRow(*line.split()) for line in TABLE.split("\n")[2:] if line.strip()
}
REFUSED, INSIDE = "no", "inside"


def row_of(element: etree.Element) -> ElementRow | None:
    """The row of an element; None for what no article may hold."""
    if classes := element.get("class"):
        for name in reversed(classes.split()):
            if row := ROWS.get(f"{element.tag}.{name}"):
                return row
    return ROWS.get(element.tag)


def names_in(column: str) -> frozenset[str]:
    """The answers that stand in a column, without those that need no form."""
    return frozenset(getattr(row, column) for row in ROWS.values()) - {REFUSED, INSIDE}


def with_answer(column: str, *answers: str) -> frozenset[str]:
    """The elements for which a column has one of these answers, by their names without classes."""
    return frozenset(row.name.partition(".")[0] for row in ROWS.values() if getattr(row, column) in answers)
