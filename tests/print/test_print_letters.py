"""Letters of the Nations on paper: each is drawn, and said again by whoever reads the file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from unicodedata import normalize

import pikepdf
import pytest
from conftest import ROOT
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.printing import print_document
from curriculum.pictures.figure import picture_figure
from curriculum.pictures.model import parse_picture
from curriculum.words.model import Kind
from curriculum.words.paper import Paper, Size, Variant
from languages import EN
from letters import WRITTEN
from pypdfium2 import PdfDocument
from reading.pdf.specimen import LETTER, PAGES, document_of
from reading.pdf.words import read_texts

pytestmark = pytest.mark.slow
FOLDER = ROOT / TEMPLATE
PICTURE = picture_figure(parse_picture("path", ["θ ᓇ", "", "- **Ask ⱡ.** Plainly.", "- **Stay.** ᓇ."]), EN)
CERTIFICATE = "# Letters\n\n## One\n\nWords.\n"


def printed(text: str, variant: Variant = LETTER) -> bytes:
    """A handout that nothing is wrong with."""
    pdf, problems = print_document(document_of(f"# Letters\n\n{text}\n"), variant, FOLDER)
    assert problems == ()
    return pdf


def fonts_of(pdf: bytes) -> set[str]:
    """The fonts that came with a file, without what marks a part of one."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = [font for page in opened.pages for font in page.resources.Font.values()]
        return {str(font.BaseFont).partition("+")[2] for font in fonts}


@pytest.mark.parametrize("nation", WRITTEN)
def test_each_letter_is_drawn_and_read_again_as_it_was_written(nation: str) -> None:
    """By our reader, and by another program; none is missing, and none is said twice as loose marks are."""
    words = [normalize("NFC", word) for word in WRITTEN[nation].split()]
    pdf = printed("\n\n".join(" + ".join(form.format(word) for word in words) for form in ("{}", "**{}**", "*{}*")))
    ours = "".join(read_texts(pdf).values())
    theirs = PdfDocument(pdf)[0].get_textpage().get_text_range()
    for said in (ours, theirs):
        assert "".join(normalize("NFC", said).split()).count("+".join(words)) == 3


def test_a_companion_comes_only_with_what_has_its_letters() -> None:
    plain, latin, both = (fonts_of(printed(text)) for text in ("Plain.", "ⱡ", "ⱡ **ᐃᓄᒃ**"))
    assert plain == {"AtkinsonHyperlegibleNext-Bold", "AtkinsonHyperlegibleNext-Regular"}
    assert latin - plain == {"NotoSans-Regular"}
    assert both - latin == {"NotoSansCanadianAboriginal-Bold"}


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("kind", [Kind.WORKSHEET, Kind.POCKET_CARD, Kind.CERTIFICATE])
def test_what_stands_around_a_page_has_all_letters_too(kind: Kind, size: Size) -> None:
    """Its head, its foot, and the name of the site, which a card has no room for."""
    plain = document_of(PAGES.get(kind, CERTIFICATE), kind)
    article = replace(plain.articles[0], label="1 · ⱡaq̓", foot=("xʷməθkʷəy̓əm · 1", "ᐃᓄᒃ"))
    document = replace(plain, site="χʷ ᓄᓇ", articles=(article,))
    pdf, problems = print_document(document, Variant(Paper.LETTER, size), FOLDER)
    assert problems == ()
    said = _said(pdf)
    assert [words for words in ("1·ⱡaq̓", "xʷməθkʷəy̓əm·1", "ᐃᓄᒃ") if words not in said] == []
    assert ("χʷᓄᓇ" in said) == (kind is not Kind.POCKET_CARD or size is Size.LARGE)


def test_a_picture_has_all_letters_too() -> None:
    """In its title and in its drawing, whose words no reader of the file tells apart from lines."""
    pdf = printed(PICTURE)
    assert "θᓇ" in _said(pdf)
    assert {"NotoSans-Bold", "NotoSansCanadianAboriginal-Bold", "NotoSansCanadianAboriginal-Regular"} <= fonts_of(pdf)


def _said(pdf: bytes) -> str:
    """What another program reads on its pages, margins too, without spaces."""
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(pdf)]
    return "".join(normalize("NFC", "".join(pages)).split())


@pytest.mark.parametrize(
    ("site", "size", "shown"),
    [
        ("Pairs xʷməθkʷəy̓əm et ᐃᓄᒃᑎᑐᑦ de la côte", Size.STANDARD, " Pairs xʷməθkʷəy̓əm et ᐃᓄᒃᑎᑐᑦ de la côte"),
        ("Pairs xʷməθkʷəy̓əm et ᐃᓄᒃᑎᑐᑦ de la côte", Size.LARGE, " Pairs xʷməθkʷəy̓əm et ᐃᓄᒃᑎᑐᑦ de la…"),
        ("Course of the Lower Wide Western Coast 40", Size.LARGE, " Course of the Lower Wide Western…"),
        ("ᖏ" * 40, Size.STANDARD, ""),
        ("Site", Size.LARGE, " Site"),
    ],
)
def test_the_name_of_a_site_stays_on_the_line_of_a_head(site: str, size: Size, shown: str) -> None:
    """As many of its words as have room, in the typeface that writes them: it never comes over the title."""
    plain = document_of("# Journal\n\nWords.\n")
    document = replace(plain, site=site, articles=(replace(plain.articles[0], label="Semaine 10 · journal"),))
    pdf, problems = print_document(document, Variant(Paper.LETTER, size), FOLDER)
    assert problems == ()
    head = PdfDocument(pdf)[0].get_textpage().get_text_bounded(bottom=792 - 45)
    assert " ".join(normalize("NFC", head).split()) == f"Semaine 10 · journal{shown}"


@pytest.mark.parametrize("size", Size)
def test_a_column_is_as_wide_as_its_words_in_their_typeface(size: Size) -> None:
    """A head in wide syllabics stays on its side of the line, beside longer words of narrow letters."""
    head, longer = "ᖏ" * 11, "abcdefghijkl mnopqrstuvwx yzabcdefghij klmnopqrstil"
    table = f"| {head} | hən̓q̓əmin̓əm̓ | Notes |\n| --- | --- | --- |\n| {longer} | [ ] | |\n"
    texts = PdfDocument(printed(table, Variant(Paper.LETTER, size)))[0].get_textpage()
    signs = [(texts.get_text_range(at, 1), texts.get_charbox(at)) for at in range(texts.count_chars())]
    ends = max(box[2] for sign, box in signs if sign == "ᖏ")
    begins = min(box[0] for sign, box in signs if sign == "ə")
    assert ends + 2 * 2.8 < begins


def test_a_card_too_full_in_the_typeface_that_prints_it_is_named_by_its_title() -> None:
    """By its words, in whatever typefaces they stand."""
    faces = [f"# Cards\n\n/// card | λ̓ and ᐃᓄᒃ\n{'ᖏᖏᖏᖏ ' * many}\n///\n" for many in (4, 50)]
    fits, full = (print_document(document_of(text, Kind.POCKET_CARD), LETTER, FOLDER)[1] for text in faces)
    assert fits == ()
    assert [(problem.rule, problem.values["found"]) for problem in full] == [("card-too-full", "λ̓ and ᐃᓄᒃ")]


@pytest.mark.parametrize("word", ["ᖏ" * 23, "ə" * 40, "Mitmenschlichkeitsverständnisschwierigkeiten"])
def test_a_word_that_has_no_room_in_a_title_is_refused(word: str) -> None:
    """In large print, where it has the least; as a word of the text it has room, or is refused there too."""
    _, problems = print_document(document_of(f"# {word}\n\nWords.\n"), Variant(Paper.LETTER, Size.LARGE), FOLDER)
    assert [(problem.rule, problem.values["found"]) for problem in problems] == [("word-too-long", word)]
    printed("Words.\n\n## ᐅᖃᐅᓯᖃᕐᓂᕐᒧᑦ xʷməθkʷəy̓əm", Variant(Paper.LETTER, Size.LARGE))


def test_a_hyphen_of_a_word_processor_is_drawn_and_said() -> None:
    """In the typeface of its word, whichever hyphen it was."""
    pdf = printed("Face‑to‑face, **semi‐annual**, *peut‑être* and 250‑555‑0101, not face-to-face.")
    assert fonts_of(pdf) == {f"AtkinsonHyperlegibleNext-{cut}" for cut in ("Bold", "Regular", "Italic")}
    assert "Face‑to‑face,semi‐annual,peut‑êtreand250‑555‑0101,notface-to-face." in "".join(
        "".join(read_texts(pdf).values()).split()
    )
