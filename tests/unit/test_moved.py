"""Addresses that a page had before: where each leads, in which language, and who has the last word."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from conftest import ROOT, read_valid
from curriculum.checks.moved import check_moved
from curriculum.formats.moved import claims_of, moved_from, moved_pages
from curriculum.live.answers import Answers
from curriculum.live.moment import first_moment, new_memory, next_moment
from curriculum.read.addressed import addressed
from curriculum.read.layers import Settings
from curriculum.words.audience import NOTES
from curriculum.words.model import Curriculum, Former
from curriculum.words.schedule import Changed
from languages import EN, FR
from test_problems import lay_out
from tinyhtml5 import parse

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')
LINK = re.compile(r'<p><a href="([^"]*)">([^<]*)</a></p>')
SHEET = "docs/week-01/handouts/first-steps.md"
OWN = "editions/harbour/docs/index.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small course: its first page was at `welcome/`, its sheet at two addresses."""
    lay_out("was-that-holds", tmp_path)
    return tmp_path


def read(root: Path) -> Curriculum:
    return read_valid(Settings(root))


def leads(curriculum: Curriculum) -> dict[str, str]:
    return {old: page.language.prefix + page.place for old, page in moved_from(curriculum)}


def test_a_page_that_moved_has_moved_in_each_language(root: Path) -> None:
    """The sheet says so in English alone."""
    course = read(root)
    assert check_moved(course) == []
    sheet = "week-01/handouts/first-steps/"
    assert leads(course) == {
        **{"welcome/": "", "week-01/handouts/begin/": sheet, "week-01/handouts/start/": sheet},
        **{f"fr/{old}": f"fr/{sheet}" for old in ("week-01/handouts/begin/", "week-01/handouts/start/")},
        "fr/welcome/": "fr/",
    }


def test_a_browser_is_led_to_the_page_and_a_reader_has_the_same_link(root: Path) -> None:
    """No script, nothing to load, a way out, its language; and the words are in a form that any parser reads."""
    course = read(root)
    for place, content in moved_pages(course).items():
        text, old = content.decode(), place.removesuffix("index.html")
        address = REFRESH.findall(text)
        *_, (link, title) = LINK.findall(text)
        assert address == [link]
        assert urljoin(f"https://example.org/{old}", link) == f"https://example.org/{leads(course)[old]}"
        assert title
        language = FR if old.startswith("fr/") else EN
        tree = parse(content, namespace_html_elements=False)
        assert tree.get("lang") == language.code
        assert not [*tree.iter("script"), *tree.iter("img"), *tree.iter("style")]
        assert [one.get("rel") for one in tree.iter("link")] == ["license"]
        assert text.count("noindex") == 1
        assert text.index("noreferrer") < text.index("<main>")


def edited(root: Path, path: str, text: str) -> Curriculum:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return read(root)


def test_an_address_outlives_the_page_of_an_edition_that_takes_the_place(root: Path) -> None:
    """A whole page, and one of sections; each may add addresses of its own."""
    text = (root / SHEET).read_text("utf-8").partition("---\n# ")[2]
    key, own, before = (EN, SHEET.removeprefix("docs/")), f"editions/harbour/{SHEET}", leads(read(root))
    whole = edited(root, own, f"---\nwas: [hello/]\n---\n# {text}")
    assert leads(whole).keys() == {*before, "hello/", "fr/hello/"}
    id = whole.pages[key].sections[0].id
    parted = edited(root, own, f"---\nsections: true\nwas: [hello/]\n---\n## Ours {{ #{id} }}\n\nWords.\n")
    assert [former.path for former in parted.pages[key].was] == [SHEET, SHEET, own]
    assert leads(parted) == leads(whole)


def test_an_edition_has_the_last_word(root: Path) -> None:
    """It leads an address of the shared course elsewhere, or has a page of its own there: nothing is told."""
    edited(root, OWN.replace("index", "other"), "---\nwas: [welcome/]\n---\n# Other\n\nWords.\n")
    edited(root, OWN.replace("index", "fr/other"), "# Autre\n\nMots.\n")
    other = read(root)
    assert check_moved(other) == []
    assert leads(other)["welcome/"] == "other/"
    assert leads(other)["fr/welcome/"] == "fr/other/"
    for name in ("other", "fr/other"):
        (root / OWN.replace("index", name)).rename(root / OWN.replace("index", name.replace("other", "welcome")))
    path = root / OWN.replace("index", "welcome")
    path.write_text(path.read_text("utf-8").replace("was: [welcome/]\n", "title: Here\n"), "utf-8")
    here = read(root)
    assert check_moved(here) == []
    assert "welcome/" not in leads(here)


def test_addresses_of_the_shared_course_move_with_their_weeks_and_those_of_an_edition_stay() -> None:
    """Where an edition moves weeks, its readers never saw the folder of the shared course."""
    whole = read_valid(Settings(ROOT))
    weeks = {week.id: week for week in whole.arc.weeks}
    chosen = tuple(replace(weeks[id], number=number) for number, id in enumerate(("week-01", "week-03"), 1))
    key = EN, chosen[1].handouts[0].uri
    said = [("week-03/handouts/old/", "docs/x.md"), ("week-05/handouts/old/", "partner/docs/x.md")]
    was = tuple(Former(address, path, 2) for address, path in said)
    pages = {**whole.pages, key: replace(whole.pages[key], was=was)}
    course = replace(whole, arc=replace(whole.arc, weeks=chosen, changed=Changed(1)), pages=pages)
    assert check_moved(course) == []
    assert set(claims_of(addressed(course))) == {"week-02/handouts/old/", "week-05/handouts/old/"}


def test_the_live_site_leads_on_and_sees_what_was_saved(root: Path) -> None:
    memory = new_memory()
    start = next_moment(first_moment(root, 1, memory), (), memory)
    (root / SHEET).write_text((root / SHEET).read_text("utf-8").replace("start/", "set-off/"), "utf-8")
    answers = Answers(next_moment(start, [SHEET], memory), {}, lambda *_: "", {})
    answer = answers.of("/fr/week-01/handouts/set-off/")
    assert (answer.status, answer.headers) == (303, {"Location": "/fr/week-01/handouts/first-steps/"})
    assert answers.of("/-/facilitators/welcome/").headers == {"Location": "/-/facilitators/"}
    assert answers.of("/week-01/handouts/start/").status == 404


def test_an_address_of_facilitators_is_taken_wherever_their_page_lies() -> None:
    """A shared page of theirs is no page of an edition, which would have the last word."""
    course = read_valid(Settings(ROOT, NOTES))
    page = replace(course.pages[EN, "law.md"], was=(Former("protocol/", "docs/law.md", 3),))
    problems = check_moved(replace(course, pages={**course.pages, (EN, "law.md"): page}))
    assert {(problem.rule, problem.line) for problem in problems} == {("was-taken", 3)}


def test_an_old_address_of_the_shared_course_is_right_in_any_order_of_languages(root: Path) -> None:
    """`en/` is the beginning of an address for an edition that has French first, and a folder as any for others."""
    page = root / "docs" / "index.md"
    page.write_text(page.read_text("utf-8").replace("welcome/", "en/old/", 1), "utf-8")
    assert [problem.rule for problem in check_moved(read(root))] == []
    profile = root / "editions" / "harbour" / "profile.yml"
    profile.write_text(f"{profile.read_text('utf-8')}languages: [fr, en]\n", "utf-8")
    assert [problem.rule for problem in check_moved(read(root))] == []
