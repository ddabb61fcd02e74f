"""Whatever a handout says is on the paper, whole and in its place, or the handout is refused: no silent losses."""

from __future__ import annotations

from html import escape
from io import BytesIO
from string import punctuation

import pikepdf
import pytest
from conftest import ROOT
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.printing import print_document
from curriculum.words.paper import Variant
from reading.pdf.specimen import LETTER, VARIANTS_TRIED, as_print, document_of
from reading.pdf.structure import find_faults
from reading.pdf.words import read_texts, words_of_html, words_of_pdf

pytestmark = pytest.mark.slow
TITLE = "# Specimen\n\n"
PARAGRAPHS = "One of many paragraphs.\n\n" * 60
TEXTS = {
    "signs that mean something to Typst": f"{escape(punctuation)} #let x = 1; $x$ // words /* words */ \\u{{41}} @a",
    "signs of Markdown": r"\*not\* \_stressed\_ 1\. \[not a link\](x) \`code\`",
    "entities": "&lt;b&gt; &amp;amp; &eacute;&nbsp;&#8239;!",
    "a comment": "Before <!-- unsaid --> after.",
    "many paragraphs": PARAGRAPHS,
    "a long list": "- An item\n" * 80,
    "paragraphs in a list": "1. One\n\n    more of one\n\n2. Two",
    "stress in a word": "un**believ**able, *re*write",
    "letters written in two parts": "e\u0301te\u0301, cœur, NATU\u0308RLICH",
    "a name made of two-part letters": "W̱SÁNEĆ, SENĆOŦEN",
    "a table with two heads of words": "| A | B |\n| --- | --- |\n| **x** *y* | z |",
}
LOST = {
    "stress before a list in a list": "1. **Listen** *well* now\n    1. first",
    "words among the lines": "/// lines | 2\nThese words.\n///",
    "words above a signature": "/// signature\nPlease sign.\n\n- Name\n///",
    "more lines than a page": "/// lines | 30\n///",
    "more to keep together than a page": f"/// keep\n{PARAGRAPHS}///",
    "a box longer than a page": f"/// box | Long\n{PARAGRAPHS}///",
    "a word longer than a line": "long" * 30,
    "more columns than a page": "\n".join(f"|{cell * 8}" for cell in (" A |", " --- |", " hippopotamus |")),
    "a name whose mark stands high": "the lək̓ʷəŋən people",  # written twice by Typst itself
}
CASES = [pytest.param(text, id=name) for name, text in TEXTS.items()]
CASES += [pytest.param(text, id=name) for name, text in LOST.items()]


@pytest.mark.parametrize("variant", VARIANTS_TRIED[::3], ids=lambda variant: variant.ending)
@pytest.mark.parametrize("text", CASES)
def test_text_is_printed_whole_or_refused(text: str, variant: Variant) -> None:
    """However awkward the text, a PDF that is made says all its words, on the paper."""
    document = document_of(TITLE + text)
    pdf, problems = print_document(document, variant, ROOT / TEMPLATE)
    if not problems:
        printed = as_print(pdf, document, variant)
        assert words_of_pdf(pdf) == words_of_html(printed.html)
        assert find_faults(printed) == []


def test_awkward_text_is_printed() -> None:
    """What is awkward and not wrong is printed, not refused."""
    refused = {name: print_document(document_of(TITLE + t), LETTER, ROOT / TEMPLATE)[1] for name, t in TEXTS.items()}
    assert {name: problems for name, problems in refused.items() if problems} == {}


def test_list_keeps_its_first_number() -> None:
    """A list that goes on after a paragraph goes on counting on paper, as it does on the page."""
    pdf, _ = print_document(document_of(TITLE + "1. One\n\nThen\n\n2. Two"), LETTER, ROOT / TEMPLATE)
    assert {"1.", "2."} <= set(read_texts(pdf).values())


def test_word_keeps_its_language() -> None:
    """A word of another language is said in that language."""
    pdf, _ = print_document(document_of(TITLE + "They say *bonjour*{ lang=fr }."), LETTER, ROOT / TEMPLATE)
    with pikepdf.open(BytesIO(pdf)) as file:
        assert b"/Lang(fr" in b"".join(stream.read_bytes() for stream in file.pages[0].Contents)
