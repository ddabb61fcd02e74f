"""Packs and sets: what to print and how many, nothing on the back of a card, as many copies as there are people."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from conftest import ROOT, Project
from curriculum.compose.packs import Group, sheets_of
from curriculum.formats.articles import Articles
from curriculum.formats.pdf.asked import Order, Typed, order_of
from curriculum.formats.pdf.assemble import pages_of
from curriculum.formats.pdf.sets import write_set
from curriculum.words.model import Curriculum
from curriculum.words.paper import VARIANTS, Paper, Size, Variant
from curriculum.words.problems import report
from languages import EN, FR, LANGUAGES
from reading.pdf.drawn import Sign, read_drawn
from reading.pdf.prints import read_curriculum_of, read_handouts, read_prints
from reading.pdf.words import words_of_html, words_of_pdf

EXPECTED = Path(__file__).parent / "asked-wrongly" / "expected.txt"
WEEK = "week-08"
PEOPLE = 3


def titles_by_page(pdf: bytes) -> list[str]:
    """The largest words of each page: the title where an article begins, "" on a page without words."""
    return [_largest(page.signs) for page in read_drawn(pdf)]


def _largest(signs: list[Sign]) -> str:
    least = max((sign.size for sign in signs), default=0) - 0.1
    return "".join(sign.text for sign in signs if sign.size > max(14.6, least))


@pytest.mark.slow
def test_a_pack_says_what_to_print(built: Project) -> None:
    """The opening page of each week names every handout with its true pages, the copies of the group and all sheets."""
    curriculum = read_curriculum_of(built.root, "facilitator")
    pages = {printed.place: pages_of(printed.pdf) for printed in read_handouts(built.root)}
    people = int(curriculum.edition.facts["schedule.participants"].plain)
    packs = {printed.place: printed for printed in read_prints(built.root)}
    for language in LANGUAGES:
        for week in curriculum.arc.published:
            for variant in VARIANTS:
                pack = packs[variant.pdf_of(f"{language.prefix}{week.id}/{week.id}-handouts")]
                text = pack.document.articles[0].text
                sheets = 0
                for handout in week.handouts:
                    title = curriculum.pages[language, handout.uri].title
                    count = pages[variant.pdf_of(language.prefix + handout.uri.removesuffix(".md"))]
                    assert f"| {title} | {count} | {people} |" in text
                    sheets += people * sheets_of(handout, count)
                assert re.search(rf"\b{sheets}\b", text)


@pytest.mark.slow
def test_handouts_of_a_pack_begin_on_the_front_of_a_sheet(built: Project) -> None:
    """Printed on both sides, no handout shares a sheet with another, and nothing is on the back of a card."""
    packs = [p for p in read_prints(built.root) if "-handouts-" in p.place]
    sessions = read_curriculum_of(built.root).arc.sessions
    assert len(packs) == len(sessions) * len(LANGUAGES) * len(VARIANTS)
    for pack in packs[::3]:
        titles = {re.sub(r"\s", "", article.title) for article in pack.document.articles}
        starts = [number for number, words in enumerate(titles_by_page(pack.pdf)) if re.sub(r"\s", "", words) in titles]
        assert len(starts) == len(pack.document.articles), pack.place
        assert [number for number in starts if number % 2] == [], pack.place


@pytest.mark.slow
def test_a_set_has_a_copy_for_each_person(built: Project) -> None:
    """A set holds the opening page once and each handout as often as it is needed, in each language, and the notes."""
    curriculum = read_curriculum_of(built.root, "facilitator")
    variant = Variant(Paper.A4)
    order = Order(WEEK, dict.fromkeys(LANGUAGES, Group(PEOPLE)), variant)
    written, problems = write_set(Articles(curriculum), built.root, order)
    assert problems == []
    names = [f"{WEEK}-{code}-{what}-a4.pdf" for code in ("en", "fr") for what in ("facilitators", f"for-{PEOPLE}")]
    assert [path.name for path in written] == names
    packs = {printed.place: printed for printed in read_prints(built.root)}
    for path, language in zip(written[1::2], LANGUAGES, strict=True):
        pack = packs[variant.pdf_of(f"{language.prefix}{WEEK}/{WEEK}-handouts")]
        said = " ".join(words_of_pdf(path.read_bytes()))
        for article in pack.document.articles[1:]:
            handout = packs[variant.pdf_of(language.prefix + article.uri.removesuffix(".md"))]
            assert said.count(" ".join(words_of_html(handout.html))) == PEOPLE
        assert f" {PEOPLE} " in said


@pytest.fixture(scope="module")
def course() -> Curriculum:
    return read_curriculum_of(ROOT, "facilitator")


WRONGLY = (
    Typed("week-3", "a dozen"),
    *(Typed(typed, "8") for typed in ("9", "Semaine 10", "week-0", "2 3")),
    *(
        Typed(WEEK, typed)
        for typed in ("0", "6en+2", "6en 2fr", "en6", "150en+60fr", "8+", "6en+2frr", "6en+2en", "-8")
    ),
    *(Typed(WEEK, "8", spare=typed) for typed in ("all", "21", "-1", "0.5")),
    *(Typed(WEEK, "8", paper=typed) for typed in ("legal", "Lettre", "A5")),
)


def test_a_slip_on_the_command_line_is_a_sentence(course: Curriculum) -> None:
    """Each wrong form is told with what was expected, in both languages; of one line, all that is wrong."""
    slips = [problem for asked in WRONGLY for problem in order_of(asked, course)[1]]
    said = report(slips, LANGUAGES) + "\n"
    if os.environ.get("REFRESH"):
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")
    assert [asked for asked in WRONGLY if order_of(asked, course)[0]] == []


def test_an_order_is_what_was_typed(course: Curriculum) -> None:
    """A number is for every language; numbers by language are for these, in whichever letters; paper too."""
    both, problems = order_of(Typed(WEEK, "8"), course)
    assert (both, problems) == (Order(WEEK, {EN: Group(8), FR: Group(8)}, Variant(Paper.LETTER)), [])
    mixed = ((EN, 6), (FR, 2))
    for typed in ("6en+2fr", "6EN+2Fr", "6en + 2fr"):
        order, _ = order_of(Typed(WEEK, typed, "1", "A4", large=True), course)
        groups = {EN: Group(6, 1, mixed), FR: Group(2, 1, mixed)}
        assert order == Order(WEEK, groups, Variant(Paper.A4, Size.LARGE))
    one, _ = order_of(Typed(WEEK, "1fr"), course)
    assert one == Order(WEEK, {FR: Group(1)}, Variant(Paper.LETTER))


@pytest.mark.slow
def test_a_mixed_set_has_each_language_as_often_as_it_is_read(built: Project) -> None:
    """The opening pages say who the set is for and how many of each; in each file are as many, spare ones with them."""
    course = read_curriculum_of(built.root)
    order, _ = order_of(Typed("week-09", "2en+1fr", "1", "A4"), course)
    assert order
    written, problems = write_set(Articles(course), built.root, order)
    assert problems == []
    assert [path.name for path in written] == ["week-09-en-for-2-and-1-a4.pdf", "week-09-fr-for-1-and-1-a4.pdf"]
    who = {
        EN: "For a group of 3: 2 in English, 1 in French.",
        FR: "Pour un groupe de 3\u00a0: 2 en anglais, 1 en français.",
    }
    packs = {printed.place: printed for printed in read_prints(built.root)}
    for path, (language, group) in zip(written, order.groups.items(), strict=True):
        said = " ".join(words_of_pdf(path.read_bytes()))
        assert " ".join(words_of_html(f"<p>{who[language]}</p>")) in said
        for handout in course.arc.session("week-09").handouts:
            sheet = packs[order.variant.pdf_of(language.prefix + handout.uri.removesuffix(".md"))]
            assert said.count(" ".join(words_of_html(sheet.html))) == group.copies_of(handout) == group.people + 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "code"), [(("--week", "week-09", "--for", "1fr", "--paper", "A4"), 0), (("--week", "9"), 1)]
)
def test_the_command_writes_a_set_or_says_why_not(built: Project, asked: tuple[str, ...], code: int) -> None:
    """As a volunteer would type it: the places of the files, or one sentence and no traceback."""
    done = built.run("-m", "curriculum", "print", *asked)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    written = [built.root / line for line in done.stdout.split()]
    assert [path.name for path in written] == (
        ["week-09-fr-facilitators-a4.pdf", "week-09-fr-for-1-a4.pdf"] if code == 0 else []
    )
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)
