"""Parts become a document: blank pages, headings one inside the other, numbers as if set, and nothing said twice."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from html import escape
from io import BytesIO
from itertools import product
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from conftest import ROOT
from curriculum.formats.pdf import assemble
from curriculum.formats.pdf.assemble import on_paper, pages_of
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.numbers import number_words, signs_of
from curriculum.formats.pdf.objects import UnexpectedPdfError
from curriculum.formats.pdf.press import lay_out, open_press
from curriculum.formats.pdf.printing import print_document, sheets_of
from curriculum.formats.pdf.quoting import quote
from curriculum.formats.pdf.reading import read_part
from curriculum.words.model import Kind
from curriculum.words.paper import Document, Paper, Size, Variant
from languages import EN, LANGUAGES
from reading.pdf.layout import marks_of
from reading.pdf.specimen import LETTER, PAGES, VARIANTS_TRIED, as_print, book_of, document_of
from reading.pdf.structure import find_faults
from reading.pdf.tags import read_tags

pytestmark = pytest.mark.slow
TEMPLATES = ROOT / TEMPLATE
CARD = document_of(PAGES[Kind.POCKET_CARD], Kind.POCKET_CARD).articles[0]
SHEET = document_of(PAGES[Kind.WORKSHEET]).articles[0]
PAGE = document_of(PAGES[None], None).articles[0]


def printed(document: Document, variant: Variant = LETTER) -> bytes:
    """The PDF of a document that can be printed."""
    pdf, problems = print_document(document, variant, TEMPLATES)
    assert problems == ()
    return pdf


def pack_of(*depths_and_fronts: tuple[int, bool]) -> Document:
    """A page, and then as many cards, each so deep, and on the front of a sheet or not."""
    cards = [replace(CARD, depth=depth, recto=recto) for depth, recto in depths_and_fronts]
    return replace(document_of(""), title="Pack", articles=(PAGE, *cards), whole=True)


def outline_of(file: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The bookmarks, each with how deep it is."""

    def walk(items: list[pikepdf.OutlineItem], level: int) -> list[tuple[int, str]]:
        return [found for item in items for found in [(level, item.title), *walk(item.children, level + 1)]]

    with file.open_outline() as outline:
        return walk(outline.root, 1)


def headings_of(file: pikepdf.Pdf) -> list[str]:
    return [tag.role for tag in read_tags(file).walk() if re.fullmatch(r"H\d", tag.role)]


@pytest.mark.parametrize("variant", VARIANTS_TRIED, ids=lambda variant: variant.ending)
def test_a_pack_of_every_kind_has_no_faults(variant: Variant) -> None:
    """Tables, links, pictures and cards keep every rule where they are put together, in one count or in several."""
    deeper = [replace(article, depth=1, recto=True) for article in (SHEET, CARD, PAGE, SHEET)]
    for whole in (False, True):
        pack = replace(document_of(""), title="Pack (of all) – à lire", articles=(PAGE, *deeper), whole=whole)
        assert find_faults(as_print(printed(pack, variant), pack, variant)) == []


def test_headings_go_down_with_their_article() -> None:
    """What was a title is a title inside the document, and bookmarks are inside one another as headings are."""
    with pikepdf.open(BytesIO(printed(pack_of((1, False))))) as file:
        assert headings_of(file) == ["H1", "H2", "H2"]
        assert outline_of(file) == [(1, "Specimen"), (2, "Pictures"), (2, "Specimen")]
    with pikepdf.open(BytesIO(printed(pack_of((2, False))))) as file:
        assert headings_of(file) == ["H1", "H2", "H3"]
        assert outline_of(file) == [(1, "Specimen"), (2, "Pictures"), (3, "Specimen")]


def test_copies_are_there_and_listed_once() -> None:
    """The same card twice is two pages, one bookmark, and hardly more bytes: fonts and what is drawn are there once."""
    one, two = (printed(pack_of(*[(1, False)] * count)) for count in (1, 2))
    assert pages_of(two) == pages_of(one) + 1
    with pikepdf.open(BytesIO(one)) as file, pikepdf.open(BytesIO(two)) as other:
        assert outline_of(other) == outline_of(file)
    assert len(two) < len(one) + 2000


def test_a_front_is_a_front() -> None:
    """Before what must begin on a front comes a page without anything on it, when it is needed and not otherwise."""
    assert pages_of(printed(replace(pack_of(), articles=(PAGE,)))) == 2
    pdf = printed(pack_of((1, True), (1, True), (1, False)))
    with pdfplumber.open(BytesIO(pdf)) as drawn:
        assert [bool(page.chars) for page in drawn.pages] == [True, True, True, False, True, True]
        assert "page 6 of 6" in drawn.pages[5].extract_text()


def test_the_contents_of_a_book_lead_to_its_chapters() -> None:
    """Each line leads to the page it names, on both papers, also where a page stays blank before it."""
    book = book_of(["# Book", "# One\n\nx", "# Two\n\nx", "# Three"])
    book = replace(book, articles=(*book.articles[:2], replace(book.articles[2], recto=True), book.articles[3]))
    for paper in Paper:
        with pikepdf.open(BytesIO(printed(book, Variant(paper)))) as file:
            pages = [page.obj.objgen for page in file.pages]
            links = list(file.pages[0].Annots)
            assert [pages.index(link.Dest[0].objgen) for link in links] == [1, 2, 3]
            assert [str(link.Contents).split()[-1] for link in links] == ["2", "3", "4"]


def test_one_part_of_a_book_does_not_change_the_names_of_another() -> None:
    """The same head cells in two articles have names of their own."""
    pack = replace(document_of(""), title="Pack", articles=(SHEET, replace(SHEET, depth=1)))
    with pikepdf.open(BytesIO(printed(pack))) as file:
        names = list(file.Root.StructTreeRoot.IDTree.Names)[::2]
    assert len({str(name) for name in names}) == len(names) > 0


@pytest.mark.parametrize("variant", VARIANTS_TRIED[::3], ids=lambda variant: variant.ending)
def test_numbers_stand_as_if_they_were_set(variant: Variant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sign of the number of a page is as far from the one before as where Typst sets the words."""
    for language, (number, last) in product(LANGUAGES, [(1, 1), (27, 74), (174, 941)]):
        words = number_words(language, number, last)
        monkeypatch.setattr(assemble, "number_words", lambda *_, words=words: words)
        sheet = replace(document_of("# Specimen"), language=language)
        with pdfplumber.open(BytesIO(printed(sheet, variant))) as drawn:
            found = [float(sign["x0"]) for sign in drawn.pages[0].chars][-len(words) :]
        size = 18 if variant.size is Size.LARGE else 9.5
        due = places_of(words, size)
        assert [place - found[0] for place in found] == pytest.approx([place - due[0] for place in due], abs=0.01)


def places_of(words: str, size: float) -> list[float]:
    """How far from the left each sign of a line stands, set by Typst."""
    text = f'#set text(font: "Atkinson Hyperlegible Next", size: {size}pt)\n#{quote(words)}'
    pdf = open_press(TEMPLATES).compile(text.encode(), format="pdf")
    with pdfplumber.open(BytesIO(pdf)) as drawn:
        return [float(sign["x0"]) for sign in drawn.pages[0].chars]


@pytest.mark.parametrize("paper", Paper, ids=lambda paper: paper.value)
def test_a_card_in_a_pack_is_cut_all_around(paper: Paper) -> None:
    """Its lines are where they are on a sheet of its own, whatever comes after it."""
    alone = marks_of(printed(replace(pack_of(), articles=(CARD,)), Variant(paper)))[0]
    pack = marks_of(printed(pack_of((1, True), (1, True)), Variant(paper)))
    assert alone.lines
    assert [page.lines for page in pack if page.lines == alone.lines] == [alone.lines] * 2


@pytest.mark.parametrize("words", ["plain", "with (brackets) and \\ between", "à l’écrit", "a ( b", "12 0 R"])
def test_a_title_is_a_title_whatever_its_signs(words: str) -> None:
    """Also one that looks like a reference, or like the end of a string."""
    document = replace(document_of(f"# T {escape(words)}"), title=words)
    with pikepdf.open(BytesIO(printed(document))) as file:
        assert str(file.docinfo.Title) == words
        assert outline_of(file) == [(1, f"T {words}")]


def test_letter_and_a4_hold_the_same_at_the_same_distance() -> None:
    """A4 shows 2.95 mm less on either side, and what it has more is below."""
    letter = printed(pack_of((1, True)))
    a4 = on_paper(letter, Paper.A4)
    assert (len(a4), on_paper(letter, Paper.LETTER)) == (len(letter), letter)
    with pdfplumber.open(BytesIO(letter)) as one, pdfplumber.open(BytesIO(a4)) as other:
        for page, moved in zip(one.pages, other.pages, strict=True):
            lefts, tops = ([sign[side] for sign in page.chars] for side in ("x0", "top"))
            assert [sign["x0"] for sign in moved.chars] == pytest.approx([left - 8.3622 for left in lefts], abs=0.01)
            assert [sign["top"] for sign in moved.chars] == pytest.approx(tops, abs=0.01)


def laid_out() -> bytes:
    """What Typst makes of the specimen."""
    (sheet,) = sheets_of(document_of(PAGES[Kind.WORKSHEET]), Size.STANDARD)
    return lay_out(sheet, TEMPLATES)[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\nxref\n", b"\nxerf\n"),
        (b"trailer", b"trialer"),
        (b"0000000016 00000 n", b"0000000017 00000 n"),
        (b"/MediaBox[0 0 612 792]", b"/MediaBox[0 0 595 842]"),
        (b"/Kids[", b"/Kidz["),
        (b"/Nums[", b"/Numz["),
        (b"/StructTreeRoot ", b"/StructTreeRoof "),
        (b"/Contents ", b"/Contentz "),
        (b"/Resources ", b"/Resourcez "),
        (b"/DescendantFonts[", b"/DescendantFontz["),
        (b"/Lang(", b"/Lung("),
    ],
    ids=lambda text: text.decode().strip(),
)
def test_a_file_that_is_built_otherwise_is_refused(old: bytes, new: bytes) -> None:
    """Another Typst may write otherwise: that is an error by name, never a file with something missing."""
    pdf = laid_out()
    assert read_part(pdf, signs_of(EN)).pages
    assert old in pdf
    with pytest.raises(UnexpectedPdfError):
        read_part(pdf.replace(old, new), signs_of(EN))


def test_other_signs_than_expected_are_refused() -> None:
    """A line of signs that is not the one asked for would give wrong numbers."""
    with pytest.raises(UnexpectedPdfError):
        read_part(laid_out(), signs_of(EN)[:-1])


def test_no_place_for_a_number_is_a_problem(tmp_path: Path) -> None:
    """A template changed so that no number can stand at the foot is told by the file it was tried with."""
    template = tmp_path / "print"
    shutil.copytree(TEMPLATES, template)
    file = template / "document.typ"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("words, number-ends)", "words, [here])"), encoding="utf-8")
    pdf, problems = print_document(document_of("# Specimen"), LETTER, template)
    assert pdf == b""
    assert [(problem.path, problem.rule) for problem in problems] == [("docs/specimen.md", "print-refused")]
