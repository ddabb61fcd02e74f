"""Search in a real browser: what it finds in each language, and that nothing of it is sent, kept or left behind."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from conftest import Project
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language
from languages import EN, FR, LANGUAGES
from playwright.sync_api import Browser, Page, expect
from reading.browser import LAYOUT, link_to, stored_by

pytestmark = pytest.mark.slow

PAIRS = 200
FIELD, RESULTS, STATUS, LISTED = ".search input", ".search ol > li > a", ".search [role=status]", ".places a"
INDEX = "search-index.js"
WORDS = {EN: "confidentiality", FR: "confidentialité"}
PLACES = "links => links.map((link) => link.href)"
HERE = "() => [location.href, document.title, history.length, JSON.stringify(history.state)]"


def _open(page: Page, address: str, language: Language) -> None:
    page.goto(address + link_to(language, "search.md"))


def _search(page: Page, words: str) -> list[str]:
    """Type, and read where the results lead."""
    page.locator(FIELD).fill(words)
    page.locator(RESULTS).first.wait_for()
    return _results(page)


def _results(page: Page) -> list[str]:
    found: list[str] = page.locator(RESULTS).evaluate_all(PLACES)
    return found


def _open_with_a_clock(page: Page, address: str, language: Language) -> None:
    """The page with its index read, and a clock that moves when it is told to: no test waits for the next letter."""
    page.clock.install()
    _open(page, address, language)
    page.locator(FIELD).fill("a")
    while not _ask(page, WORDS[language]):
        pass


def _ask(page: Page, words: str) -> list[str]:
    page.locator(FIELD).fill(words)
    page.clock.run_for(200)
    return _results(page)


def _folded(word: str) -> str:
    """`L’ÂME sœur` -> `l'ame soeur`."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))
    return bare.replace("œ", "oe").replace("æ", "ae").replace("’", "'")


def _words_of(built: Project, language: Language) -> set[str]:
    """The words of the course, from what can be searched: not what the script learns of the language."""
    script = (built.participant / language.prefix / INDEX).read_text(encoding="utf-8")
    index: dict[str, str] = json.loads(script.removeprefix("var searchIndex="))
    texts = [text for place, text in index.items() if not place.startswith("?")]
    return {word for text in texts for word in re.findall(r"[^\W\d_]+(?:[-’][^\W\d_]+)*", text) if len(word) > 2}


def test_words_find_the_same_with_and_without_accents(phone: Page, address: str, built: Project) -> None:
    """Two hundred words of the French pages, as they are, without accents and apostrophes, and in capitals."""
    words = sorted(word for word in _words_of(built, FR) if _folded(word) != word.lower())
    chosen = [*words[:: len(words) // PAIRS], "écoute", "bénévole", "confidentialité", "cœur", "l’écoute", "À"]
    assert len(chosen) > PAIRS
    _open_with_a_clock(phone, address, FR)
    differ, lost, foreign = [], [], []
    for word in chosen:
        found = _ask(phone, word)
        differ += [word for other in (_folded(word), word.upper()) if _ask(phone, other) != found]
        lost += [] if found or len(word) == 1 else [word]
        foreign += [place for place in found if not place.startswith(f"{address}fr/")]
    assert (differ, lost, foreign) == ([], [], [])
    found = _ask(phone, "écoute")
    assert [start for start in ("l’", "d'", "qu’", "jusqu'") if _ask(phone, f"{start}écoute") != found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_finds_the_section(phone: Page, address: str, language: Language) -> None:
    """Numbers with and without hyphens, words in parts and as a whole, the first letters, a slip, several words."""
    _open_with_a_clock(phone, address, language)
    asked = {
        "who-to-call/#urgent": ["988", "9-8-8", "9 8 8", "98", "911"],
        "who-to-call/#talk": ["310-6789", "3106789", "310 6789", "6789"],
        "who-to-call/#after-harm": ["1-800-563-0808", "18005630808", "8005630808", "800-563-0808", "(800) 563-0808"],
        "week-03/": {
            EN: ["reflect saying", "Reflecing", "SAYING back qqqqq"],
            FR: ["reflet entend", "Le reflt", "REDIRE qqqqq", "redire ce qu'on entend", "quon entend"],
        }[language],
    }
    for place, queries in asked.items():
        for query in queries:
            assert f"{address}{language.prefix}{place}" in _ask(phone, query), query


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_shows_where_it_is_and_the_words_found(phone: Page, address: str, language: Language) -> None:
    """Titles from the page down to the section, some words around the find, and the find itself marked."""
    _open(phone, address, language)
    _search(phone, "9-8-8")
    marks = phone.locator(".search mark").all_inner_texts()
    assert len(marks) >= 5
    assert {mark.replace("-", "")[:3] for mark in marks} == {"988"}
    assert all(" › " in title or address for title in phone.locator(RESULTS).all_inner_texts())
    texts = phone.locator(".search ol p").all_inner_texts()
    assert all(5 < len(text) < 260 for text in texts)
    assert phone.evaluate(LAYOUT)["beyond"] <= 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_happens_is_said(phone: Page, address: str, language: Language) -> None:
    """How many places were found; with none, what to do, and the list; an empty field brings the list back."""
    _open(phone, address, language)
    listed, status = phone.locator(".places"), phone.locator(STATUS)
    found = label("search-found", language, count="COUNT").split("COUNT")[0]
    assert status.inner_text() == ""
    _search(phone, WORDS[language])
    expect(status).to_contain_text(re.compile(rf"{found}\d+\."))
    expect(listed).to_be_hidden()
    phone.locator(FIELD).fill("zzzzqq")
    expect(status).to_have_text(label("search-none", language))
    expect(listed).to_be_visible()
    _search(phone, WORDS[language])
    phone.locator(FIELD).fill("")
    expect(listed).to_be_visible()
    expect(status).to_be_empty()
    assert _results(phone) == []


def test_nothing_is_fetched_before_the_field_is_touched(phone: Page, address: str) -> None:
    """Then two files of the site, once each, and nothing more for any word."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    _open(phone, address, FR)
    phone.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(".js")]
    before = len(asked)
    _search(phone, "écoute")
    _search(phone, "reflet")
    assert sorted(asked[before:]) == [f"{address}assets/minisearch.js", f"{address}fr/{INDEX}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_leaves_no_trace(phone: Page, address: str, language: Language) -> None:
    """Address, title, history and storage stay as they were, and the console silent."""
    said: list[str] = []
    phone.on("console", lambda message: said.append(message.text))
    phone.on("pageerror", lambda error: said.append(str(error)))
    _open(phone, address, language)
    before = phone.evaluate(HERE)
    _search(phone, WORDS[language])
    phone.keyboard.press("Enter")
    assert phone.evaluate(HERE) == before
    assert stored_by(phone) == {}
    assert said == []


def test_coming_back_shows_an_empty_field_and_the_list(remembering: Browser, address: str) -> None:
    """Even where the browser kept the page as it was left."""
    page = remembering.new_page()
    page.add_init_script("addEventListener('pageshow', (event) => { window.kept = event.persisted })")
    _open(page, address, EN)
    _search(page, WORDS[EN])
    page.goto(address)
    page.go_back(wait_until="commit")
    page.locator(LISTED).first.wait_for()
    assert page.evaluate("window.kept")
    assert page.locator(FIELD).input_value() == ""
    assert _results(page) == []
    page.close()


def test_a_keyboard_is_enough(desktop: Page, address: str) -> None:
    """From the field to the first result and to its section."""
    _open(desktop, address, EN)
    desktop.locator(FIELD).focus()
    desktop.keyboard.type("naloxone")
    first = desktop.locator(RESULTS).first
    first.wait_for()
    desktop.keyboard.press("Tab")
    expect(first).to_be_focused()
    place = first.evaluate("link => link.href")
    desktop.keyboard.press("Enter")
    desktop.wait_for_url(place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_field_is_easy_to_touch_and_its_words_to_read(phone: Page, address: str, language: Language) -> None:
    """At least 44 pixels high, in letters that a phone does not zoom into, and named."""
    _open(phone, address, language)
    field = phone.get_by_label(label("search-words", language), exact=True)
    box = field.bounding_box()
    assert box
    assert box["height"] >= 44
    assert field.evaluate("field => parseFloat(getComputedStyle(field).fontSize)") >= 16
    assert field.get_attribute("autocomplete") == "off"
    assert field.evaluate("field => field.form === null && !field.name")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_result_stands_in_the_first_screen_of_a_small_phone(
    phone: Page, address: str, language: Language
) -> None:
    """Its whole title at least, with words begun below it: nobody has to guess that something came."""
    phone.set_viewport_size({"width": 360, "height": 640})
    _open(phone, address, language)
    _search(phone, WORDS[language])
    box = phone.locator(RESULTS).first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 610


def test_a_list_older_than_the_words_is_not_taken_for_theirs(phone: Page, address: str) -> None:
    """A page that a browser kept has other sections: words would stand under the title of another one."""
    _open(phone, address, EN)
    phone.locator(LISTED).last.evaluate("link => link.closest('li').remove()")
    phone.locator(FIELD).fill("listen")
    expect(phone.locator(STATUS)).to_have_text(label("search-broken", EN))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_opened_from_a_disk_can_be_searched(phone: Page, built: Project, language: Language) -> None:
    """As on a USB stick, without a server."""
    root = built.participant.as_uri()
    phone.goto(f"{root}/{language.prefix}search/index.html")
    found = _search(phone, WORDS[language])
    assert f"{root}/{language.prefix}week-04/" in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_facilitators_find_how_to_print_a_sheet_in_the_other_language(
    phone: Page, built: Project, language: Language
) -> None:
    """First of all that is found, in the words that somebody asks with."""
    root = built.facilitator.as_uri()
    phone.goto(f"{root}/{language.prefix}search/index.html")
    for query in {EN: ("French sheet", "english sheets"), FR: ("feuille en anglais", "feuilles en français")}[language]:
        assert _search(phone, query)[0] == f"{root}/{language.prefix}printing/#languages"
        phone.locator(FIELD).fill("")


def test_what_cannot_be_loaded_is_said_and_tried_again(phone: Page, address: str) -> None:
    """The list stays; once the line is back, the next letter starts anew."""
    phone.route(f"**/{INDEX}", lambda route: route.abort())
    _open(phone, address, EN)
    phone.locator(FIELD).fill("listen")
    expect(phone.locator(STATUS)).to_have_text(label("search-broken", EN))
    assert phone.locator(LISTED).first.is_visible()
    phone.unroute(f"**/{INDEX}")
    assert _search(phone, "listening")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_there_is_a_list_of_every_section(
    plain_phone: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """The field is not shown; every page and section is a link of the list."""
    _open(plain_phone, address, language)
    assert not plain_phone.locator(FIELD).is_visible()
    places = {link.get_attribute("href") for link in plain_phone.locator(LISTED).all()}
    for (of, uri), page in curriculum.pages.items():
        if of == language and uri != "search.md":
            wanted = {f"../{page.place}", *(f"../{page.place}#{section.id}" for section in page.sections)}
            assert wanted <= places, uri
