"""What belongs to Victoria, written by a partner in a hundred ways on real pages, is told or found in every file.

Each way has a sheet of its own. What the checks of the text refuse is told at its line and never made; of every other
sheet each file is looked through: its page, PDF and Word file, its chapter of the e-book, its part of the page to send,
what a ZIP holds of it, and what the search says of it. All of them are made by our own formats.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from conftest import copy_project
from curriculum.checks import check_sources
from curriculum.course import Course, make_course
from curriculum.read.layers import Settings, read_all
from curriculum.read.places import read_places
from curriculum.verify.letters import letters_of
from curriculum.verify.places import World, world_of
from curriculum.words.model import Problem
from languages import EN
from test_problems import BASE, lay_out

pytestmark = pytest.mark.slow

FACTS = ("1-888-494-3888", "250-818-2454", "310-6789", "access@vsac.ca", "Songhees", "Vancouver Island", "VictimLinkBC")
"""Two long numbers and a short one, an address, a nation, a place, a service."""
LONG = 10
"""Digits of a number with its area code."""
NUMERALS = ("\u0660", "\u06f0", "\u0966", "\u2460", "\U0001d7ce", "\uff10")
ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
FRENCH = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
Way = Callable[[str], str]


def is_number(fact: str) -> bool:
    return fact[0].isdigit()


def for_numbers(change: Way) -> Way:
    return lambda fact: change(fact) if is_number(fact) else fact


def for_words(change: Way) -> Way:
    return lambda fact: fact if is_number(fact) else change(fact)


def with_sign(sign: str) -> Way:
    return lambda fact: fact.replace("-", sign)


def with_numerals(zero: str) -> Way:
    return for_numbers(lambda fact: "".join(chr(ord(zero) + int(one)) if one.isdigit() else one for one in fact))


def spelt(words: list[str]) -> Way:
    return for_numbers(lambda fact: ", ".join(" ".join(words[int(one)] for one in part) for part in fact.split("-")))


def with_signs(at: str, dot: str) -> Way:
    return lambda fact: fact.replace("@", at).replace(".", dot) if "@" in fact else fact


def halved(between: str, after: str = "") -> Way:
    return lambda fact: fact[: len(fact) // 2] + between + fact[len(fact) // 2 :] + after


SEPARATED: dict[str, Way] = {
    **{f"with {sign!r}": with_sign(sign) for sign in ("", " ", ".", "/", ",", "_", " - ", " · ", ":", "--", "~")},
    **{f"with U+{ord(sign):04X}": with_sign(sign) for sign in "\u00a0\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2212"},
    "in brackets": for_numbers(lambda fact: re.sub(r"^(1-)?(\d{3})-(\d{3}-\d{4})$", r"+1 (\2) \3", fact)),
    "each digit apart": for_numbers(" ".join),
    "over two lines": lambda fact: fact.replace("-", "-\n").replace(" ", "\n"),
    **{f"numerals from U+{ord(zero):04X}": with_numerals(zero) for zero in NUMERALS},
    "above the line": for_numbers(lambda fact: fact.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))),
    "a letter for a nought": for_numbers(lambda fact: fact.replace("0", "O").replace("1", "l")),
    "in English words": spelt(ENGLISH),
    "in French words": spelt(FRENCH),
    "said aloud": for_numbers(lambda fact: spelt(ENGLISH)(fact).replace("zero", "oh").title()),
}
SIGNED: dict[str, Way] = {
    f"{at.strip()} and {dot.strip()}": with_signs(at, dot)
    for at, dot in (
        *((" at ", " dot "), ("[at]", "[dot]"), (" (at) ", " (dot) "), (" AT ", "."), ("{at}", " point ")),
        *((" arobase ", " point "), (" [arobase] ", "."), ("(à)", "(point)"), (" @ ", " . "), ("@", " . ")),
    )
}
CASED: dict[str, Way] = {
    "small": str.lower,
    "large": str.upper,
    "titled": str.title,
    "joined": lambda fact: fact.replace(" ", ""),
    "underlined": lambda fact: fact.replace(" ", "_"),
    "hyphenated": for_words(lambda fact: f"pre-{fact.replace(' ', '-')}-led"),
    "owned": for_words(lambda fact: f"{fact}’s"),
    "with accents": for_words(lambda fact: fact.replace("o", "ô").replace("i", "î")),
    "in Cyrillic": for_words(lambda fact: fact.replace("o", "о").replace("a", "а").replace("e", "е")),
    "full width": lambda fact: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in fact),
    "unseen between": "\u200b".join,
    "soft between": "\u00ad".join,
    "marks between": "\u2060".join,
}
MARKED: dict[str, Way] = {
    "bold": lambda fact: f"**{fact}**",
    "half bold": halved("**", "**"),
    "half slanted": halved("*", "*"),
    "code": lambda fact: f"`{fact}`",
    "entities": lambda fact: "".join(f"&#{ord(one)};" for one in fact),
    "hexadecimal": lambda fact: "".join(f"&#x{ord(one):X};" for one in fact),
    "escaped": lambda fact: "".join(f"\\{one}" if one in "-.@" else one for one in fact),
    "quoted": lambda fact: f"> {fact}",
    "listed": lambda fact: f"- {fact}",
    "numbered": lambda fact: f"1. {fact}",
    "in a table": lambda fact: f"| One | Two |\n| --- | --- |\n| Words | {fact} |",
    "heading a table": lambda fact: f"| {fact} | Two |\n| --- | --- |\n| Words | words |",
    "in a box": lambda fact: f"/// box | Words\n{fact}\n///",
    "above a box": lambda fact: f"/// box | {fact}\nWords\n///",
    "a card to keep": lambda fact: f"/// keep\n\n- {fact}\n\n///",
    "to tick": lambda fact: f"- [ ] {fact}",
    "in a link": lambda fact: f"[{fact}](../index.md)",
    "HTML": "<wbr>".join,
    "tags": "<b></b>".join,
    "a comment": halved("<!-- x -->"),
}
HEADED: dict[str, Way] = {
    "a heading": lambda fact: f"## {fact} {{ #n{FACTS.index(fact)} }}",
    "a deeper heading": lambda fact: f"## Words {{ #n{FACTS.index(fact)} }}\n\n### {fact} {{ #m{FACTS.index(fact)} }}",
}
WAYS: dict[str, Way] = {"plain": str, **SEPARATED, **SIGNED, **CASED, **MARKED, **HEADED}
SHEETS = {f"way-{place:02}": name for place, name in enumerate(WAYS)}
REFUSED = {
    **dict.fromkeys(("unseen between", "soft between", "marks between"), "unseen-sign"),
    **dict.fromkeys(("HTML", "tags", "a comment"), "html-in-page"),
    **{"code": "not-printable", "with '~'": "mark-unread", "{at} and point": "left-open"},
    "with U+2012": "missing-sign",
    **dict.fromkeys((f"numerals from U+{ord(zero):04X}" for zero in NUMERALS), "missing-sign"),
    **dict.fromkeys(("above the line", "in Cyrillic", "full width"), "missing-sign"),
}
"""What is told before anything is made, and the rule."""
WEEK = "week-01/handouts"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """What is foreign in a place that is not Victoria, as its own project has it."""
    root = copy_project(tmp_path_factory.mktemp("fork")).root
    arc = root / "curriculum.yml"
    arc.write_text(arc.read_text("utf-8").replace("editions/victoria", "editions/example"), "utf-8")
    return world_of(read_places(read_all(Settings(root, "facilitator"))))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course, with a sheet for each way."""
    root = tmp_path_factory.mktemp("dressed")
    lay_out(BASE, root)
    arc = root / "curriculum.yml"
    lines = "".join(f"      {sheet}: {{kind: worksheet, copies: each}}\n" for sheet in SHEETS)
    arc.write_text(arc.read_text("utf-8") + lines, "utf-8")
    arc.write_text(f"{arc.read_text('utf-8')}\npages:\n  after: [search]\n", "utf-8")
    for language in ("", "fr/"):
        (root / "docs" / language / "search.md").write_text("# Look\n\n/// search\n///\n", "utf-8")
    for sheet, name in SHEETS.items():
        write(root, sheet, "\n\n".join(WAYS[name](fact) for fact in FACTS))
    return root


def write(root: Path, sheet: str, body: str) -> None:
    for language in ("", "fr/"):
        (root / "docs" / language / WEEK / f"{sheet}.md").write_text(f"# Sheet {sheet}\n\n{body}\n", "utf-8")


@pytest.fixture(scope="module")
def told(small: Path) -> tuple[dict[str, str], Course]:
    """The sheets that the checks or the press refuse, with the rule; and the course of the others."""
    refused: dict[str, str] = {}
    while True:
        course, problems = made(small)
        found = {sheet[0]: problem.rule for problem in problems if (sheet := re.findall(r"way-\d\d", problem.path))}
        if course:
            return refused, course
        assert found, problems
        refused |= found
        for sheet in found:
            write(small, sheet, "Words.")


def made(root: Path) -> tuple[Course | None, list[Problem]]:
    """The course, or all that is to be mended; for this small course, no other place is there to be told of.

    That a number is typed is told before, too: passed over here, since files are to be looked at.
    """
    sources = read_all(Settings(root))
    return make_course(sources, [one for one in check_sources(sources) if one.rule != "number-in-text"])


def members(content: bytes, sheet: str) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        yield from ((name, packed.read(name)) for name in packed.namelist() if sheet in name)


def files_of(course: Course, sheet: str) -> dict[str, bytes]:
    """Every file, or part of one, that a sheet is in, in English."""
    page = next(page for key, page in course.screens.pages.items() if key == (EN, f"{WEEK}/{sheet}.md"))
    found = {"page": page.html.encode()}
    found |= {place: made for place, made in course.files.items() if place.startswith(f"{WEEK}/{sheet}")}
    for name in ("workbook.epub", "week-01/week-01.zip"):
        found |= {f"{name}/{place}": made for place, made in members(course.files[name], sheet)}
    single = course.files["week-01/week-01.html"].decode()
    start = single.index(f'<section id="handout-{sheet}">')
    found["page to send"] = single[start : single.index("</section>", start)].encode()
    entries = json.loads(course.files["search-index.js"].decode().removeprefix("var searchIndex="))
    words = [json.dumps(words, ensure_ascii=False) for place, words in entries.items() if sheet in place]
    listed = course.screens.pages[EN, "search.md"].html
    found["search"] = "\n".join([*words, *re.findall(rf'<a href="[^"]*{sheet}[^"]*">.*?</a>', listed)]).encode()
    return found


def wanted(fact: str) -> bytes:
    letters = letters_of(fact)
    return letters[-LONG:] if is_number(fact) else letters


def missed_in(content: bytes, world: World) -> list[str]:
    """The facts that are in a file and were not found."""
    said = {letters_of(one) for rule, one in world.look(content) if rule == "built-foreign"}
    return [fact for fact in FACTS if wanted(fact) not in said]


def test_what_is_victorias_is_told_or_found_in_every_file_however_it_is_written(
    told: tuple[dict[str, str], Course], world: World
) -> None:
    refused, course = told
    looked: set[str] = set()
    found = 0
    missed = []
    for sheet, name in SHEETS.items():
        if sheet in refused:
            continue
        files = files_of(course, sheet)
        looked |= {place.rpartition(".")[2] for place in files}
        for place, content in files.items():
            lost = missed_in(content, world)
            missed += [f"{name}: {fact} in {place}" for fact in lost]
            found += len(FACTS) - len(lost)
    print({SHEETS[s]: r for s, r in refused.items()})
    assert missed == []
    assert looked >= {"page", "page to send", "pdf", "docx", "xhtml", "search"}
    ways = {WAYS[SHEETS[sheet]](fact) for sheet in SHEETS.keys() - refused.keys() for fact in FACTS}
    assert len(ways) >= 200
    assert found >= 5000


def test_what_cannot_be_printed_or_hides_itself_is_told_where_it_stands(told: tuple[dict[str, str], Course]) -> None:
    """By the rules of the text, long before: none of these ways is made into a file."""
    assert {SHEETS[sheet]: rule for sheet, rule in told[0].items()} == REFUSED


def test_a_file_that_nothing_can_open_is_told_by_a_build_too(world: World) -> None:
    """A ZIP and a PDF with a password may hold anything; the same without one are looked through."""
    for locked in (False, True):
        for content in (zip_of(locked), pdf_of(locked)):
            assert {rule for rule, _ in world.look(content)} == ({"verify-closed"} if locked else set())


def zip_of(locked: bool) -> bytes:
    """A file in a ZIP, which says of itself that it has a password."""
    place = BytesIO()
    with zipfile.ZipFile(place, "w") as made:
        made.writestr("notes.txt", f"{locked}: words for everybody")
    content = bytearray(place.getvalue())
    content[6] |= locked
    content[content.index(b"PK\x01\x02") + 8] |= locked
    return bytes(content)


def pdf_of(locked: bool) -> bytes:
    """A page without words."""
    place = BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(place, encryption=pikepdf.Encryption(user="words", owner="words") if locked else False)
    return place.getvalue()
