"""Pictures: the words an author wrote stay inside their shapes, and the load of the weeks is drawn as it is."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unicodedata import combining, normalize

import pytest
from conftest import ROOT, read_valid
from curriculum.checks.elements import check_picture
from curriculum.pictures.chart import FOOT, LEFT, LEVEL, LEVELS, draw_loads, load_figure
from curriculum.pictures.figure import picture_figure
from curriculum.pictures.model import COUNTS, Item, Picture, parse_picture
from curriculum.pictures.pen import LABEL, TEXT, WIDTH, advance, wrap, wrapped
from curriculum.pictures.shapes import SHAPES
from curriculum.read.layers import Settings
from curriculum.words.labels import label
from curriculum.words.model import Language
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from languages import EN, FR, LANGUAGES
from letters import CLUSTERS

FONT = ROOT / "overrides" / "print" / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;?!’“”«»…-–()éèêàâçùûôîïœÉÀÇ"
WORDS = st.text("abdeghimnoprstuéà", min_size=1, max_size=9)
LABELS = st.builds(" ".join, st.lists(WORDS, min_size=1, max_size=2))
TEXTS = st.builds(" ".join, st.lists(WORDS, max_size=7))


def picture(kind: str, items: list[Item]) -> Picture:
    return Picture(kind, "Title", tuple(items))


def test_no_letter_is_wider_than_the_pen_believes() -> None:
    """Held against the bold cut, the widest of the two in use."""
    font = TTFont(FONT)
    widths, letters, unit = font["hmtx"], font.getBestCmap(), font["head"].unitsPerEm
    assert [sign for sign in LETTERS if widths[letters[ord(sign)]][0] / unit > advance(sign) + 0.011] == []


@pytest.mark.parametrize("name", ["NotoSans", "NotoSansCanadianAboriginal"])
def test_no_letter_of_a_companion_is_wider_than_the_pen_believes(name: str) -> None:
    font = TTFont(FONT.with_name(f"{name}-Bold.ttf"))
    widths, letters, unit = font["hmtx"], font.getBestCmap(), font["head"].unitsPerEm
    used = {*LETTERS, *normalize("NFC", "".join(CLUSTERS)), *map(chr, range(0x1400, 0x1900))} - {"|"}
    drawn = {sign: widths[letters[ord(sign)]][0] / unit for sign in used if ord(sign) in letters}
    beside = advance("ə")
    assert len(drawn) > 100
    assert [
        sign for sign, wide in drawn.items() if not combining(sign) and wide > advance(f"ə{sign}") - beside + 0.03
    ] == []


def test_a_picture_is_a_title_and_items_and_a_wrapped_line_belongs_to_the_one_above() -> None:
    lines = ["The way", "", "- **Notice.** Something", "  has changed.", "- **Ask.**"]
    found = parse_picture("path", lines)
    assert found == Picture("path", "The way", (Item("Notice.", "Something has changed."), Item("Ask.", "")))


def test_lines_are_as_few_as_can_be_and_of_much_the_same_length() -> None:
    assert wrap("one two three four five six", 9) == ["one two three", "four five six"]


def test_a_label_on_a_line_of_its_own_has_no_full_stop() -> None:
    assert wrapped("Ask.", "Plainly.", 200).label == ("Ask",)


@pytest.mark.parametrize("kind", COUNTS)
@settings(deadline=None)  # drawing takes longer on a busy computer
@given(data=st.data())
def test_words_that_are_let_through_stay_on_the_canvas(kind: str, data: st.DataObject) -> None:
    """Every line of every picture the check accepts lies inside the canvas, and inside its height."""
    least, most = COUNTS[kind]
    items = data.draw(st.lists(st.builds(Item, LABELS, TEXTS), min_size=least, max_size=most))
    if check_picture(picture(kind, items), "a.md", 1):
        return
    drawing = SHAPES[kind](items)
    svg = etree.fromstring(f"<svg>{''.join(drawing.marks)}</svg>")
    for line in svg.iter("text"):
        size = LABEL if line.get("class") == "label" else TEXT
        wide = advance(line.text or "") * size
        left = float(line.attrib["x"]) - (wide / 2 if line.get("text-anchor") else 0)
        assert left >= 0
        assert left + wide <= WIDTH
        assert 0 < float(line.attrib["y"]) < drawing.height


@pytest.mark.parametrize("kind", COUNTS)
def test_every_word_is_in_the_picture_and_in_the_text_beside_it(kind: str) -> None:
    items = [Item(f"Label{n}.", f"Text{n} & more") for n in range(COUNTS[kind][0])]
    html = picture_figure(picture(kind, items), FR)
    svg, words = html.split("</svg>")
    shown = {"wheel": ["Label"]}.get(kind, ["Label", "Text"])
    assert all(f"{name}{n}" in svg for name in shown for n in range(len(items)))
    assert [re.sub("<.*?>", "", item) for item in re.findall("<li>.*?</li>", words)] == [
        f"Label{n}. Text{n} &amp; more" for n in range(len(items))
    ]
    assert "La même chose en mots" in words
    assert ("<details open>" in words) == (kind == "wheel"), "what is not drawn is not folded away"


def test_each_week_has_two_bars_as_high_as_its_loads() -> None:
    weeks = read_valid(Settings(ROOT)).arc.weeks
    svg = etree.fromstring(f"<svg>{''.join(draw_loads(weeks, EN).marks)}</svg>")
    bars = [bar for bar in svg.iter("rect") if float(bar.attrib["y"]) + float(bar.attrib["height"]) == FOOT]
    heights = [float(bar.attrib["height"]) / LEVEL for bar in bars]
    assert heights == [load for week in weeks for load in (week.load.academic, week.load.emotional)]
    assert [bar.get("class") for bar in bars] == ["full", None] * len(weeks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_level_of_load_has_a_word_of_its_own_that_stands_beside_the_bars(language: Language) -> None:
    words = [label(f"load-{level}", language) for level in LEVELS]
    assert len(set(words)) == len(words) == 4
    week = read_valid(Settings(ROOT)).arc.weeks[0]
    marks = etree.fromstring(f"<svg>{''.join(draw_loads([week], language).marks)}</svg>").iter("text")
    beside = {mark.text: float(mark.attrib["y"]) for mark in marks if mark.attrib["x"] == "0"}
    assert list(beside) == words
    assert sorted(beside.values(), reverse=True) == list(beside.values())
    assert all(advance(word) * TEXT < LEFT - 6 for word in words)


def test_the_loads_in_words_name_every_week_and_no_level_in_figures() -> None:
    arc = read_valid(Settings(Path(__file__).parent.parent / "problems" / "nothing-wrong")).arc
    table = load_figure(arc, FR).split("</summary>")[1]
    rows = re.findall(r"<tr>.*?</tr>", table)
    assert len(rows) == 1 + len(arc.weeks)
    assert "<td>léger</td>" in rows[1]
    assert not re.search(r"<td>\d", table)


@pytest.mark.parametrize("count", [1, 10, 16, 20, 30])
def test_the_numbers_of_the_weeks_stand_apart(count: int) -> None:
    week = read_valid(Settings(ROOT)).arc.weeks[0]
    drawing = draw_loads([replace(week, number=number) for number in range(1, count + 1)], EN)
    words = etree.fromstring(f"<svg>{''.join(drawing.marks)}</svg>").iter("text")
    numbers = [(float(mark.attrib["x"]), advance(mark.text) * TEXT) for mark in words if (mark.text or "").isdigit()]
    assert all(b - a >= (wide + other) / 2 for (a, wide), (b, other) in pairwise(numbers))
    assert len(numbers) == count or count > 16
