"""A pack -> a Word document: a table of two columns, the text to translate and the place to write.

A row is whole in itself: its name, what changed and the words to use stand in its first cell, so that rows may be
moved, sorted, or sent on one by one. The name is a text, which every program keeps, in a control that Word locks. The
signs of Markdown are typed text: what a translator types is what the page gets.
"""

from __future__ import annotations

from collections.abc import Iterable

from curriculum.formats.word.package import to_package
from curriculum.formats.word.paragraphs import TEXT_WIDTH
from curriculum.formats.word.xml import escape, w
from curriculum.packs.lines import typed
from curriculum.packs.marking import MarkedLine, WordChange, marked, said
from curriculum.packs.telling import about, head_lines, house_lines, words
from curriculum.packs.values import Pack, Row
from curriculum.words.forms import is_mirrored, region_of
from curriculum.words.model import Language

SMALL = w("sz", val=17) + w("szCs", val=17)
BEFORE = {WordChange.SAME: "", WordChange.GONE: w("strike"), WordChange.NEW: w("b") + w("bCs")}
AFTER = {WordChange.SAME: "", WordChange.GONE: "", WordChange.NEW: w("u", val="single")}
WIDTHS = (TEXT_WIDTH // 2, TEXT_WIDTH - TEXT_WIDTH // 2)


def to_word(pack: Pack) -> bytes:
    """The bytes of the document, the same for the same pack."""
    own = pack.spoken
    title = words("title", own, language=pack.language)
    lead = [_paragraph(_run(line, own)) for line in (*head_lines(pack), words("how-word", own))]
    rules = [_paragraph(_run(f"– {line}", own)) for line in house_lines(pack)]
    house = [_paragraph(_run(words("house-title", own), own), "Heading2"), *rules] if rules else []
    heading = _paragraph(_run(title, own), "Heading1")
    table = _table([_head(pack), *(_row(row, number) for number, row in enumerate(pack.rows, 1))])
    return to_package("".join([heading, *lead, *house, table, w("p")]), own, (title, title))


def _head(pack: Pack) -> str:
    source = pack.rows[0].found.source if pack.rows else pack.language
    own, named = pack.spoken, (("column-source", source), ("column-target", pack.language))
    cells = [_paragraph(_run(words(name, own, language=of), own), "TableHead") for name, of in named]
    return w("tr", w("trPr", w("tblHeader")), *map(_cell, cells, WIDTHS))


def _row(row: Row, number: int) -> str:
    source, target = row.found.source, row.found.language
    name = _paragraph(_locked(row.name, number))
    facts = [_small(line, row.spoken) for line in about(row, number)]
    text = [_paragraph(_line(line, source)) for line in marked(row.before, row.source)]
    then = [_small(words("before", row.spoken), row.spoken), *(_small(line, source) for line in typed(row.before))]
    write = [_paragraph(_run(line, target), of=target) for line in typed(row.present) or [""]]
    left = [name, *facts, _paragraph(), *text, *([_paragraph(), *then] if row.before else [])]
    return w("tr", *map(_cell, ("".join(left), "".join(write)), WIDTHS))


def _locked(name: str, number: int) -> str:
    """The name of a row, in a control of Word that can neither be taken out nor written in."""
    properties = w("sdtPr", w("tag", val=f"row-{number}"), w("id", val=number), w("lock", val="sdtContentLocked"))
    run = w("r", w("rPr", w("noProof") + SMALL), w("t", escape(name), xml_space="preserve"))
    return w("sdt", properties, w("sdtContent", run))


def _line(line: MarkedLine, language: Language) -> str:
    """Words that are gone struck through, new ones bold and underlined, both between signs."""
    return "".join(_run(said((span,)), language, BEFORE[span.change], AFTER[span.change]) for span in line)


def _small(line: str, language: Language) -> str:
    return _paragraph(_run(line, language, SMALL))


def _run(words: str, language: Language, before: str = "", after: str = "") -> str:
    """Words in a language, by which a program checks their spelling; properties stand in the order of the schema."""
    region = region_of(language)
    turned = w("rtl") if is_mirrored(language) else ""
    spoken = turned + w("lang", val=region, eastAsia=region, bidi=region)
    return w("r", w("rPr", before + after + spoken), w("t", escape(words), xml_space="preserve")) if words else ""


def _paragraph(runs: str = "", style: str = "TableText", of: Language | None = None) -> str:
    """A paragraph, which starts at the right in a language that does."""
    turned = w("bidi") if of and is_mirrored(of) else ""
    return w("p", w("pPr", w("pStyle", val=style), turned), runs)


def _cell(inside: str, width: int) -> str:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), inside or _paragraph())


def _table(rows: Iterable[str]) -> str:
    properties = w(
        "tblPr",
        w("tblStyle", val="DataTable"),
        w("tblW", w=TEXT_WIDTH, type="dxa"),
        w("tblLayout", type="fixed"),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in WIDTHS))
    return w("tbl", properties, grid, *rows)
