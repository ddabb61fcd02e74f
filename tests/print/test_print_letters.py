"""Letters of the Nations on paper: each is drawn, and said again by whoever reads the file."""

from __future__ import annotations

from io import BytesIO
from unicodedata import normalize

import pikepdf
import pytest
from conftest import ROOT
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.printing import print_document
from curriculum.words.letters import COMPANIONS
from curriculum.words.paper import Variant
from letters import WRITTEN
from pypdfium2 import PdfDocument
from reading.pdf.specimen import LETTER, document_of
from reading.pdf.words import read_texts

pytestmark = pytest.mark.slow
LATIN, SYLLABICS = (one.family for one in COMPANIONS)


def printed(text: str, variant: Variant = LETTER) -> bytes:
    """A handout that nothing is wrong with."""
    pdf, problems = print_document(document_of(f"# Letters\n\n{text}\n"), variant, ROOT / TEMPLATE)
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
