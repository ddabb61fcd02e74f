"""What can be searched: every page and section in the order of the menu, with the words a reader sees, no others."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.compose.instead import SEARCH_PLACE
from curriculum.compose.page import compose_page
from curriculum.elements.tree import to_tree, tree_of
from curriculum.read.chosen import EXAMPLE, VARIABLE
from curriculum.read.layers import Settings, read_all
from curriculum.read.places import read_places
from curriculum.site.menus import book_pages, menu_for
from curriculum.site.search import (
    Entry,
    entries_in,
    entries_of,
    lines_elsewhere,
    list_html,
    numbers_at,
    with_search,
)
from curriculum.site.search_index import index_script, learnt_of
from curriculum.site.search_words import parts_of
from curriculum.verify.places import world_of
from curriculum.words.audience import NOTES
from curriculum.words.labels import FOLDER, read_words
from curriculum.words.model import Curriculum, Language
from languages import EN, FR, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "problems" / "nothing-wrong"
ENGINE = "e0083ae80bf0f374b4524e2a8f1dd4506dd90bf888c7688f6789464108c67030"
r"""Of MiniSearch 7.2.0, made smaller, and readable for browsers of 2017: its own way to split words, which we do not
use, and one newer call are replaced. With Node, in an empty folder:

    npm pack minisearch@7.2.0
    tar -xzf minisearch-7.2.0.tgz
    sed -e 's#/\[\\n\\r\\p{Z}\\p{P}\]+/u#/\\W+/#' -e 's/\.flatMap(/.map(/' package/dist/umd/index.js |
      npx esbuild@0.28.2 --minify --target=es2017 \
        --banner='/*! MiniSearch 7.2.0, copyright Luca Ongaro, MIT licence */' > minisearch.js

For a newer version, run every test.
"""
SEARCH = "# Search\n\n/// search\n///\n"


def entries(curriculum: Curriculum, language: Language) -> list[Entry]:
    lines = lines_elsewhere(curriculum)
    parts = {
        uri: parts_of(to_tree(compose_page(page, curriculum, {})), lines[of, uri])
        for (of, uri), page in curriculum.pages.items()
        if of == language
    }
    return entries_of(curriculum, language, parts)


def with_search_page(curriculum: Curriculum) -> Curriculum:
    home = curriculum.pages[FR, "index.md"]
    page = replace(home, uri="search.md", path="docs/fr/search.md", body=SEARCH, title="Search", sections=())
    return replace(curriculum, pages={**curriculum.pages, (FR, "search.md"): page})


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("<h1>A</h1><p>One.</p><h2 id='b'>B <em>c</em></h2><p>Two</p>", [("A", "One."), ("B c", "Two")]),
        ("<h1>A</h1><ul><li>One</li><li>Two.</li><li>Three</li></ul>", [("A", "One · Two. Three")]),
        ("<h1>A</h1><table><tr><th>One</th><td>Two<br>Three</td></tr></table>", [("A", "One · Two · Three")]),
        ("<h1>A</h1><p>One\n  18\u00a0h\u00a030</p>", [("A", "One 18\u00a0h\u00a030")]),
        ("<h1>A</h1><svg><text>No</text><path/></svg><details><summary>No</summary>One</details>", [("A", "One")]),
        ("<h1>A</h1><div class='box content-note'><div>No</div>No</div>One", [("A", "One")]),
        ("<h1>A</h1><p class='downloads'>No</p><span aria-hidden='true'>No</span><button>No</button>", [("A", "")]),
        ("<h1>A</h1><p><a href='a-a4.pdf'>No</a> · <a href='a.docx'>No</a></p>", [("A", "")]),
        ("<h1>A</h1><p><a href='b/#c'>One</a> <a href='https://doi.org/1.2'>two</a></p>", [("A", "One two")]),
        (
            "<h1>A</h1><h2 id='b'>B</h2><h3 id='c'>C</h3><p>Three &amp; &lt;</p>",
            [("A", ""), ("B", ""), ("C", "Three & <")],
        ),
    ],
)
def test_the_words_of_an_article_by_its_headings(article: str, expected: list[tuple[str, str]]) -> None:
    assert [(part.title, part.words) for part in parts_of(tree_of(article))] == expected


def test_every_page_and_section_has_an_entry_in_the_order_of_the_menu() -> None:
    course = read_valid(Settings(ROOT, "facilitator"))
    for language in LANGUAGES:
        found = entries(course, language)
        addresses = [entry.address for entry in found]
        assert len(set(addresses)) == len(addresses)
        pages = [entry for entry in found if "#" not in entry.address]
        menu = [item for item in menu_for(course, language) for item in _unfolded(item)]
        assert [entry.title for entry in pages] == [title for title, uri in menu if uri != "search.md"]
        for (of, uri), page in course.pages.items():
            if of == language and uri != "search.md":
                assert {page.place, *(f"{page.place}#{section.id}" for section in page.sections)} <= {*addresses}


def _unfolded(item: dict[str, object]) -> list[tuple[str, str]]:
    ((title, inside),) = item.items()
    if isinstance(inside, str):
        return [(title, inside)]
    assert isinstance(inside, list)
    head = [(title, inside[0])] if isinstance(inside[0], str) else []
    return head + [pair for child in inside if isinstance(child, dict) for pair in _unfolded(child)]


def test_a_page_is_listed_by_its_discreet_title_and_found_by_its_heading() -> None:
    curriculum = read_valid(Settings(BASE))
    key = EN, "week-01/handouts/first-steps.md"
    quiet = replace(curriculum.pages[key], meta={"title": "Hi"})
    found = entries(replace(curriculum, pages={**curriculum.pages, key: quiet}), EN)
    assert Entry("week-01/handouts/first-steps/", 1, "Hi", "First steps. For you. Keep it.") in found


def test_a_list_holds_sections_inside_their_page() -> None:
    found = [Entry("", 0, "A & b", ""), Entry("#c", 1, "C", ""), Entry("d/", 0, "D", ""), Entry("d/#e", 2, "E", "")]
    assert list_html(found, "../") == (
        '<ul><li><a href="../">A &amp; b</a><ul><li><a href="../#c">C</a></ul>'
        '<li><a href="../d/">D</a><ul><li><a href="../d/#e">E</a></ul></ul>'
    )


def test_the_index_is_json_that_old_browsers_read() -> None:
    script = index_script([Entry("b/", 0, "B", "two\u2028«\u00a0“three”\u00a0»"), Entry("", 0, "A", "one")], {})
    assert script == 'var searchIndex={\n"b/":"two\\u2028«\u00a0“three”\u00a0»",\n"":"one"\n}\n'
    assert json.loads(script.removeprefix("var searchIndex="))["b/"].startswith("two\u2028")


def test_participants_search_no_word_that_only_facilitators_read() -> None:
    """The entries for participants are the same with other notes, and none names a page of the notes folder."""
    course = read_valid(Settings(ROOT))
    own = [note for note in read_valid(Settings(ROOT, "facilitator")).pages.values() if "facilitator/" in note.path]
    for language in LANGUAGES:
        addresses = {entry.address.split("#")[0] for entry in entries(course, language)}
        assert not addresses & {page.place for page in own if page.language == language}
    words = {notes: index_script(entries(read_valid(Settings(BASE, notes)), EN), {}) for notes in ("", "facilitator")}
    assert "Stand by the door." in words["facilitator"]
    assert "Stand by the door." not in words[""]


def test_the_page_of_the_search_is_no_entry_and_goes_into_no_book() -> None:
    curriculum = with_search_page(read_valid(Settings(BASE)))
    assert "search/" not in {entry.address for entry in entries(curriculum, FR)}
    assert "search.md" not in {page.uri for page in book_pages(curriculum, FR)}


def test_the_page_finds_its_files_and_its_links_from_where_it_is() -> None:
    page = with_search_page(read_valid(Settings(BASE))).pages[FR, "search.md"]
    written = with_search(f"<h1>Search</h1>{SEARCH_PLACE}", [Entry("week-01/", 0, "One", "")], page)
    for part in ('data-engine="../../assets/minisearch.js"', 'data-index="../search-index.js"', 'href="../week-01/"'):
        assert part in written
    for kept in ("name=", "<form", "action=", "style=", "onclick"):
        assert kept not in written.replace("autocomplete", "")


def test_the_engine_is_the_one_that_was_read() -> None:
    assert hashlib.sha256((ROOT / "overrides/assets/minisearch.js").read_bytes()).hexdigest() == ENGINE


@pytest.mark.first_course
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_type_leads_to_sections_that_are_there(language: Language) -> None:
    """An edition may lack some; the first course has them all, in both languages the same."""
    asked = read_words("search", language)["asked"]
    there = {entry.address for entry in entries(read_valid(Settings(ROOT, NOTES)), language)}
    assert asked.keys() - there == set()
    assert asked.keys() == read_words("search", EN)["asked"].keys()


@pytest.mark.first_course
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_danger_leads_to_steps_that_are_there(language: Language) -> None:
    """The same in both languages, and in the same order: the first that fits is the first that is shown."""
    dangers = read_words("search", language)["danger"]
    there = {entry.address for entry in entries(read_valid(Settings(ROOT)), language)}
    assert dangers.keys() - there == set()
    assert [*dangers] == [*read_words("search", EN)["danger"]]
    lines = learnt_of(language)["?danger"].split("\n")
    assert [line.split(" | ")[0] for line in lines] == [*dangers]
    assert next(iter(dangers)) == "what-to-do-now/#not-waking"


@pytest.mark.first_course
def test_a_number_leads_to_where_the_lines_are_listed() -> None:
    course = read_valid(Settings(ROOT))
    found = numbers_at(course, EN)
    assert {address.split("#")[0] for address in found} >= {"who-to-call/"}
    assert "9-8-8" in found["who-to-call/#heavy-thoughts"]
    assert not any("handouts" in address for address in found)


def test_an_index_says_of_each_page_its_sections_what_is_asked_and_what_the_language_says() -> None:
    script = index_script(
        [Entry("law/", 0, "Law", "words", "rights"), Entry("law/#a", 1, "A", "more", "legal"), Entry("", 0, "B", "")],
        {"?small": "the a"},
    )
    assert script == (
        'var searchIndex={\n"law/":"words\\nmore",\n"":"",\n"law/?":"rights\\nlegal",\n"?small":"the a"\n}\n'
    )


CALL = """<h1>A</h1><p>Lines.</p><ul><li><strong><span>9-8-8</span> Line</strong>. <a href='tel:988'>9-8-8</a></li>
<li>Call <a href='tel:911'>9-1-1</a></li></ul>"""


def test_lines_to_call_are_found_where_they_are_listed_and_not_at_the_foot_of_every_page() -> None:
    assert [part.words for part in parts_of(tree_of(CALL))] == ["Lines. 9-8-8 Line. 9-8-8 · Call 9-1-1"]
    assert [part.words for part in parts_of(tree_of(CALL), {"9-8-8 Line"})] == ["Lines. Call 9-1-1"]


@pytest.mark.first_course
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_lines_and_sheets_have_their_lines(language: Language) -> None:
    """And so has every page, where none lists them."""
    course = read_valid(Settings(ROOT))
    words = {entry.address: entry.words for entry in entries(course, language)}
    assert "310-6789" in words["who-to-call/#talk"]
    assert "310-6789" not in words["week-03/#a-lot"]
    lines = lines_elsewhere(course)
    assert not lines[language, "who-to-call.md"]
    assert not lines[language, "week-08/handouts/who-to-call.md"]
    assert lines[language, "week-03/index.md"]
    bare = {key: replace(page, body="") if page.is_handout is False else page for key, page in course.pages.items()}
    alone = replace(course, pages={**bare, (language, "week-03/index.md"): course.pages[language, "week-03/index.md"]})
    assert not lines_elsewhere(alone)[language, "week-03/index.md"]


def test_no_written_address_and_no_list_of_handouts_can_be_found() -> None:
    page = read_valid(Settings(BASE)).pages[EN, "week-01/index.md"]
    article = "<h1>A</h1><p>See https://doi.org/10.1/a-b · More</p><h2 id='handouts'>Handouts</h2><p>Named</p>"
    found = entries_in(page, parts_of(tree_of(article)))
    assert [(entry.title, entry.words) for entry in found] == [("A", "See · More"), ("Handouts", "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_how_words_end_which_are_small_and_which_mean_the_same(language: Language) -> None:
    """Each word once in a group; a group of one finds nothing more."""
    learnt = learnt_of(language)
    assert list(learnt) == ["?endings", "?small", "?same", "?danger", "?calm", "?first"]
    groups = [group.split() for group in learnt["?same"].split(" | ")]
    assert [group for group in groups if len({*group}) != len(group) or len(group) < 2] == []
    assert len(groups) > 50
    assert len(learnt["?small"].split()) > 50


@pytest.mark.first_course
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_week_is_found_by_its_number(language: Language) -> None:
    found = {entry.address: entry.asked for entry in entries(read_valid(Settings(ROOT)), language)}
    assert {EN: "Week 4", FR: "Semaine 4"}[language] in found["week-04/"]


@pytest.mark.first_course
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_type_names_no_line_of_one_place(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each edition publishes these words: what belongs to another one stops its build."""
    monkeypatch.setenv(VARIABLE, EXAMPLE)
    world = world_of(read_places(read_all(Settings(ROOT))))
    assert world.look("Call kuu-us") != set()
    assert world.look((FOLDER / language.code / "search.yml").read_text("utf-8")) == set()
