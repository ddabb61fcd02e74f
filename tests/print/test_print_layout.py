"""Sheets look as they were drawn: little ink, no holes, nothing cut, room to write, cards of the right size."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import ROOT, Project
from curriculum.formats.pdf.assemble import pages_of
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.printing import print_document
from curriculum.words.model import Kind
from curriculum.words.paper import VARIANTS, Look, Paper, Size, Variant
from languages import FR, LANGUAGES
from reading.pdf.layout import (
    FINE,
    QUICK,
    Marks,
    hole_of,
    ink_of,
    marks_of,
    pages_of_words,
    rasters_of,
    whole_blocks_of,
)
from reading.pdf.margins import strip_left
from reading.pdf.prints import (
    Print,
    each,
    print_with_address,
    read_curriculum_of,
    read_handouts,
    read_sample,
    sample_of,
)
from reading.pdf.specimen import LETTER, as_print, document_of

pytestmark = pytest.mark.slow
INK = 0.07
"""A page full of words, with bold beginnings and a table, has 0.06 to 0.068."""
INK_OF_AN_EVENING = 0.095
"""Its lines are closer, so that it is few sheets in a hand; its last sheet, in two columns, has 0.092 in French."""
HOLE = 0.6
WORDS = {Size.STANDARD: (17.0, 258.0), Size.LARGE: (17.0, 232.0)}
"""Millimetres from the top of the paper between which a page has its words."""
FIRST = 12.0
"""Millimetres from the top of the paper below which the first line of a page stands."""
WRITE = {Size.STANDARD: 9.0, Size.LARGE: 13.0}
CARD = (85.6, 54.0)
MILLIMETRE = 72 / 25.4


def too_dark(printed: Print) -> list[float]:
    """The ink of the pages that have too much.

    A coarse raster shows no less of it than a fine one: only where it shows too much, the fine one is made.
    """
    most = INK_OF_AN_EVENING if printed.document.articles[0].look is Look.EVENING else INK
    for dots in (QUICK, FINE):
        dark = [ink for raster in rasters_of(printed.pdf, dots) if (ink := ink_of(raster)) > most]
        if not dark:
            break
    return dark


def holes(printed: Print) -> list[int]:
    """The pages before the last of a handout that are mostly white."""
    rasters = list(rasters_of(printed.pdf))[:-1]
    return [n for n, raster in enumerate(rasters, 1) if hole_of(raster, *WORDS[printed.variant.size]) > HOLE]


def cut_blocks(printed: Print) -> list[str]:
    """Tasks, boxes, faces of cards and signatures that are on more than one page."""
    pages = pages_of_words(printed.pdf)
    blocks = whole_blocks_of(printed.html)
    return [name for name, words in blocks.items() if len({pages[word] for word in words}) > 1]


def lone_rules(printed: Print) -> list[int]:
    """Pages that begin with a rule to write on: what it is for is on the page before.

    A table begins with a rule too, and its words follow closely; a frame has sides.
    """
    top = 26 if printed.document.articles[0].address else FIRST
    alone = []
    for number, marks in enumerate(marks_of(printed.pdf), 1):
        rules = [line.y0 for line in marks.lines if line.is_level and abs(line.length - 176) < 0.5 and line.y0 > top]
        words = min((y for y in marks.tops if y > top), default=1000)
        framed = any(
            abs(line.y0 - min(rules, default=0)) < 0.5 for line in marks.lines if not line.is_level and line.length > 3
        )
        if rules and min(rules) + 4 < words and not framed:
            alone.append(number)
    return alone


def write_gaps(printed: Print) -> list[float]:
    """The distances between rules to write on that stand under one another."""
    near = WRITE[printed.variant.size] + 1  # further apart are the rules of two tasks
    gaps = []
    for marks in marks_of(printed.pdf):
        levels = sorted(line.y0 for line in marks.lines if line.is_level and abs(line.length - 176) < 0.5)
        rules = [
            y
            for y in thinned(levels)
            if 30 < y < WORDS[printed.variant.size][1] and not has_words_on_it(y, marks, near - 2)
        ]
        gaps += [below - above for above, below in pairwise(rules) if below - above < near]
    return gaps


def thinned(levels: list[float]) -> list[float]:
    """Heights without those that follow closely: a line has an upper and a lower edge."""
    return [y for before, y in pairwise([-1.0, *levels]) if y - before > 0.5]


def has_words_on_it(y: float, marks: Marks, room: float) -> bool:
    """True for a rule of a table or of a margin: words stand close above it."""
    return any(y - room < top < y for top in marks.tops)


def test_pages_take_little_ink(built: Project) -> None:
    """No page of a handout, a pack or a book is covered by more than 7 %, of an evening by more than 9.5."""
    assert {place: pages for place, pages in each(too_dark, read_sample(built.root)).items() if pages} == {}


def test_dark_page_would_be_noticed() -> None:
    """A page of the letter with most ink is covered by more than that, on any raster."""
    document = document_of("# Specimen\n\n" + "**MMMMMMMMMMMMMMMMMMMMMMMMMM** " * 100)
    pdf, _ = print_document(document, LETTER, ROOT / TEMPLATE)
    quick, fine = (max(map(ink_of, rasters_of(pdf, dots))) for dots in (QUICK, FINE))
    assert quick >= fine > INK
    assert too_dark(as_print(pdf, document))


def test_no_page_is_a_hole(built: Project) -> None:
    """No page but the last of a handout is more than 60 % white in one piece, with and without codes."""
    for prints in (sample_of(read_handouts(built.root)), sample_of(print_with_address(built.root))):
        sheets = [printed for printed in prints if printed.document.articles[0].kind is not Kind.CERTIFICATE]
        assert {place: pages for place, pages in each(holes, sheets).items() if pages} == {}


def test_nothing_is_cut_by_a_page_break(built: Project) -> None:
    """A task, a box, a face of a card or a signature is whole on its page; no rule is parted from its words."""
    prints = [*sample_of(read_handouts(built.root)), *sample_of(print_with_address(built.root))]
    assert {place: cut for place, cut in each(cut_blocks, prints).items() if cut} == {}
    assert {place: pages for place, pages in each(lone_rules, prints).items() if pages} == {}


def test_cut_task_would_be_noticed() -> None:
    """The same words in a paragraph that goes over the page are a cut."""
    text = "# Specimen\n\n" + "Words before.\n\n" * 20 + "/// keep\n" + "A task.\n\n" * 20 + "\n///"
    document = document_of(text)
    pdf, _ = print_document(document, LETTER, ROOT / TEMPLATE)
    assert cut_blocks(as_print(pdf, document)) == []
    loose = document_of(text.replace("/// keep\n", "").replace("\n///", ""))
    cut, _ = print_document(loose, LETTER, ROOT / TEMPLATE)
    assert cut_blocks(as_print(cut, document)) == ["keep0"]


def test_rules_have_room_to_write(built: Project) -> None:
    """Rules to write on are 9 mm apart or more, in large print 13."""
    for size in Size:
        gaps = each(write_gaps, [p for p in read_handouts(built.root) if p.variant.size is size])
        assert {place: min(found) for place, found in gaps.items() if min(found, default=99) < WRITE[size] - 0.05} == {}
        assert sum(map(len, gaps.values())) > 50


@pytest.mark.parametrize("paper", Paper, ids=lambda paper: paper.value)
def test_cards_have_the_size_of_a_bank_card(built: Project, paper: Paper) -> None:
    """Faces of 85.6 by 54 mm in the middle of the sheet, cut lines from edge to edge, and a bar of 50 mm."""
    sheets = [p for p in read_handouts(built.root) if p.is_card_sheet and p.variant == Variant(paper)]
    assert len(sheets) == 8
    for sheet in sheets:
        assert pages_of(sheet.pdf) == 1
        lines, left = marks_of(sheet.pdf)[0].lines, strip_left(paper) / MILLIMETRE
        width, height = {Paper.LETTER: (215.9, 279.4), Paper.A4: (210.0, 297.0)}[paper]
        down = sorted({line.x0 for line in lines if not line.is_level and line.length >= height - 0.2})
        across = sorted({line.y0 for line in lines if line.is_level and line.length >= width - 0.2})
        folds = sorted({line.y0 for line in lines if line.is_level and abs(line.length - CARD[0]) < 0.2})
        assert down == pytest.approx([left, left + CARD[0]], abs=0.1)
        faces = sorted({*across, *folds})
        assert [below - above for above, below in pairwise(faces)] == pytest.approx([CARD[1]] * 4, abs=0.1)
        assert any(not line.is_level and line.length == pytest.approx(50, abs=0.1) for line in lines)


def test_papers_and_languages_agree(built: Project) -> None:
    """A handout has as many pages on Letter as on A4, and in French as in English, give or take one."""
    pages = {printed.place: pages_of(printed.pdf) for printed in read_handouts(built.root)}
    for place, count in pages.items():
        if "-letter" in place:
            assert count == pages[place.replace("-letter", "-a4")], place
        if not place.startswith(FR.prefix):
            assert abs(count - pages[FR.prefix + place]) <= 1, place
    handouts = read_curriculum_of(built.root).arc.handouts
    assert len(pages) == len(handouts) * len(LANGUAGES) * len(VARIANTS)


def test_lone_rule_would_be_noticed() -> None:
    """Rules whose words ended the page before are noticed."""
    found = []
    for count in range(20, 50):
        text = "# Specimen\n\n" + "Words before.\n\n" * count + "- The last words.\n\n/// lines | 2\n///\n\nMore."
        document = document_of(text)
        pdf, _ = print_document(document, LETTER, ROOT / TEMPLATE)
        found += lone_rules(as_print(pdf, document))
    assert set(found) == {2}
