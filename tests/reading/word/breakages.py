"""Ways to break one good DOCX, each with the rule of `structure` that must notice.

A check that cannot fail is worth nothing; this is what keeps the checks honest.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
CORE, FOOTER, RELATIONS = "docProps/core.xml", "word/footer.xml", "word/_rels/document.xml.rels"
LINE = '<w:p><w:pPr><w:pStyle w:val="WriteLine"/></w:pPr></w:p>'
PLAIN = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>'


class Breakage(NamedTuple):
    """One change to one part: what a pattern finds is replaced, once, or everywhere when `count` is 0."""

    name: str
    pattern: str
    new: str
    rule: str
    part: str = DOCUMENT
    count: int = 1


def break_docx(docx: bytes, breakage: Breakage) -> bytes:
    """The same document with one part changed."""
    changed = BytesIO()
    with ZipFile(BytesIO(docx)) as archive, ZipFile(changed, "w") as broken:
        for entry in archive.infolist():
            text = archive.read(entry).decode()
            if entry.filename == breakage.part:
                text, count = re.subn(breakage.pattern, breakage.new, text, count=breakage.count)
                assert count, breakage.pattern
            broken.writestr(entry, text)
    return changed.getvalue()


BREAKAGES = (
    Breakage("a paragraph dropped", rf"{PLAIN}.*?</w:p>", "", "words"),
    Breakage("a word dropped", "strong words", "words", "words"),
    Breakage("a no-break space lost", "5\u202fkm", "5 km", "words"),
    Breakage("a heading that only looks like one", "Heading2", "FrameTitle", "headings"),
    Breakage("a heading of another level", "Heading3", "Heading4", "headings"),
    Breakage("a second article on the same page", "<w:pageBreakBefore/>", "", "new-pages"),
    Breakage("a head row that does not come again", r"(.*)<w:tblHeader/>", r"\1", "head-rows"),
    Breakage("rows that are cut", "<w:cantSplit/>", "", "whole-rows"),
    Breakage("rows without heads", '"RowHead"', '"TableText"', "row-heads"),
    Breakage("a row too short", r"<w:tc>((?!<w:tc>).)*?</w:tc></w:tr>", "</w:tr>", "columns"),
    Breakage("a table wider than the page", r'<w:gridCol w:w="', r'<w:gridCol w:w="9', "columns"),
    Breakage(
        "a table at the end of a cell",
        r'</w:tbl><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p></w:tc>',
        "</w:tbl></w:tc>",
        "cell-ends",
    ),
    Breakage(
        "two tables that touch", r'<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>(?=<w:tbl>)', "", "tables-apart"
    ),
    Breakage("another language", "en-CA", "en-US", "language", STYLES),
    Breakage("a word without its language", '<w:lang w:val="fr-CA"/>', "", "language"),
    Breakage("another title", "Specimen", "Document1", "title", CORE),
    Breakage("an author", "</cp:coreProperties>", "<dc:creator>Me</dc:creator></cp:coreProperties>", "private", CORE),
    Breakage("a list that goes on counting", r'w:numId w:val="3"', 'w:numId w:val="2"', "numbers"),
    Breakage(
        "a list that starts at one", r'w:startOverride w:val="3"', 'w:startOverride w:val="1"', "numbers", NUMBERING
    ),
    Breakage("an item that only looks like one", r"<w:numPr>.*?</w:numPr>", "", "items"),
    Breakage("an item less deep", r'<w:ilvl w:val="2"/>', '<w:ilvl w:val="0"/>', "items"),
    Breakage("a box that is a letter", "☐", "o", "boxes"),
    Breakage("a box that cannot be ticked", r"<w14:checkbox>.*?</w14:checkbox>", "", "boxes"),
    Breakage("a line less", LINE, "", "lines"),
    Breakage("lines that are close", r'w:line="510"', 'w:line="300"', "lines", STYLES),
    Breakage("lines without rules", r"<w:between .*?/>", "", "lines", STYLES),
    Breakage("a blank less", "\u00a0{38}", "", "blanks"),
    Breakage("no room to write", r'w:val="737"', 'w:val="300"', "room-to-write"),
    Breakage("a card of another size", r'w:trHeight w:val="3061"', 'w:trHeight w:val="3000"', "cards"),
    Breakage("a card that grows", 'w:hRule="exact"', 'w:hRule="atLeast"', "cards"),
    Breakage("a box without a frame", '"Frame"', '"Signatures"', "frames"),
    Breakage("words that may be parted", "<w:keepNext/>", "", "together", count=0),
    Breakage("a link to elsewhere", "https://example.org/", "https://example.com/", "links", RELATIONS),
    Breakage("no count of pages", "NUMPAGES", "PAGE", "page-numbers", FOOTER),
    Breakage("a footer of the other language", ">page\u00a0", ">feuille\u00a0", "page-numbers", FOOTER),
    Breakage("space made of paragraphs", PLAIN, f"{PLAIN}</w:p>{PLAIN}", "empty"),
    Breakage("a word cut in two", "First a", 'Fir</w:t></w:r><w:r><w:t xml:space="preserve">st a', "runs"),
    Breakage("a style that is not there", '"Quote"', '"Citation"', "styles"),
    Breakage("a blue heading", r"<w:sz ", '<w:color w:val="2F5496"/><w:sz ', "black", STYLES),
    Breakage("another typeface", "Calibri", "Comic Sans MS", "black", STYLES),
    Breakage("another paper", r'w:h="15840"', 'w:h="16838"', "paper"),
    Breakage("narrow margins", r'w:left="1134"', 'w:left="500"', "paper"),
    Breakage("properties in another order", "(<w:keepNext/>)(<w:keepLines/>)", r"\2\1", "order", STYLES),
    Breakage("a text box", "</w:body>", "<w:p><w:r><w:pict/></w:r></w:p></w:body>", "no-drawings"),
)
