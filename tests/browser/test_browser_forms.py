"""Handouts are filled in on their pages, on a phone too; what is written goes nowhere, and is gone afterwards."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Literal

import pdfplumber
import pytest
import tinyhtml5
from curriculum.compose.page import compose_page
from curriculum.elements.markdown import to_html
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language
from languages import EN, FR, LANGUAGES
from playwright.sync_api import Browser, Page, Route
from reading.browser import link_to, stored_by

from browser.conftest import HEIGHT, WIDTHS

pytestmark = pytest.mark.slow

SHEETS = ("week-04/handouts/consent-agreement.md", "week-06/handouts/fixing-to-listening.md")
"""Together they have every kind of field; the second one has a single blank."""
ONE_BLANK = SHEETS[1]
MARKS = {
    "textbox": (
        ".//*[@class='lines']",
        ".//*[@class='blank']",
        ".//*[@class='write']",
        ".//*[@class='signature']/ul/*",
    ),
    "checkbox": (".//*[@class='tick']", ".//*[@class='ticks']/*"),
}
"""Where the kinds of fields come from, in the HTML of paper."""
SMALL = """() => [...document.querySelectorAll("form.fill :is(textarea, label, td input, .fill-end button)")]
  .map((field) => [field.getBoundingClientRect(), parseFloat(getComputedStyle(field).fontSize), field.outerHTML])
  .filter(([box, letters]) => box.width < 44 || box.height < 44 || letters < 16)"""
WRITTEN = """() => ({
  words: [...document.querySelectorAll("form.fill textarea")].map((field) => field.value).filter(Boolean),
  repeated: [...document.querySelectorAll("[data-words]")].map((frame) => frame.dataset.words).filter(Boolean),
  ticks: document.querySelectorAll("form.fill :checked").length,
})"""
CUT = """() => [...document.querySelectorAll("form.fill textarea")]
  .filter((field) => field.scrollHeight > field.clientHeight + 1).map((field) => field.ariaLabel)"""
NOTHING = {"words": [], "repeated": [], "ticks": 0}
LONG = " ".join(f"w{number}x" for number in range(1500))
"""More words than a page of paper holds, each of them once."""


def _open(page: Page, address: str, language: Language, uri: str) -> None:
    page.goto(address + link_to(language, uri))


def _fill(page: Page) -> tuple[int, int]:
    """Write two lines in every field and tick every box, by keyboard alone, and press Enter in each."""
    fields, boxes = page.locator("form.fill textarea").all(), page.locator("form.fill [type=checkbox]").all()
    for field in fields:
        field.focus()
        page.keyboard.type("one")
        page.keyboard.press("Enter")
        page.keyboard.type("two")
    for box in boxes:
        box.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
    return len(fields), len(boxes)


def _assert_filled(page: Page, fields: int, boxes: int) -> None:
    values = [field.input_value() for field in page.locator("form.fill textarea").all()]
    assert values == ["one\ntwo"] * fields
    assert page.locator("form.fill :checked").count() == boxes
    assert fields > 0
    assert boxes > 0


def _is_empty(page: Page) -> bool:
    """Nothing written and nothing ticked, as far as one can see without a script of the page."""
    written = [field.input_value() for field in page.locator("form.fill textarea").all()]
    return not any(written) and page.locator("form.fill :checked").count() == 0 < len(written)


def _pdf(page: Page) -> pdfplumber.PDF:
    return pdfplumber.open(io.BytesIO(page.pdf(format="Letter", margin=dict.fromkeys(("top", "bottom"), "15mm"))))


def _words_of(pdf: pdfplumber.PDF) -> list[str]:
    return [word for page in pdf.pages for word in page.extract_text().split()]


# Every handout.


def _names_in(page: Page, role: str) -> list[str]:
    """The names of the fields of a role, as the browser tells them to a screen reader."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    form = session.send("DOM.querySelector", {"nodeId": root, "selector": "form.fill"})["nodeId"]
    nodes = session.send("Accessibility.queryAXTree", {"nodeId": form, "role": role})["nodes"] if form else []
    return [node["name"]["value"].strip() for node in nodes if not node["ignored"]]


def _marks_of(curriculum: Curriculum, language: Language, uri: str) -> dict[str, int]:
    html = to_html(compose_page(curriculum.pages[language, uri], curriculum, {}))
    body = tinyhtml5.parse(html, namespace_html_elements=False)[1]
    return {role: sum(len(body.findall(path)) for path in paths) for role, paths in MARKS.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_is_a_field_with_a_name_that_a_thumb_can_hit(
    phone: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """On every handout: as many fields as the source has marks, none without a name, none small, no sideways scroll."""
    for handout in curriculum.arc.handouts:
        phone.goto(address + link_to(language, handout.uri))
        names = {role: _names_in(phone, role) for role in MARKS}
        assert {role: len(found) for role, found in names.items()} == _marks_of(curriculum, language, handout.uri)
        assert all(all(found) for found in names.values()), (handout, names)
        assert phone.evaluate(SMALL) == [], handout
        assert phone.evaluate("document.documentElement.scrollWidth") <= WIDTHS["phone"], handout


def test_the_script_comes_with_a_form_and_with_nothing_else(
    phone: Page, address: str, facilitator_address: str, curriculum: Curriculum
) -> None:
    """Facilitators fill in the same sheets; pages without a form do not load what fills them in."""
    week = curriculum.arc.published[0]
    for place in (address, facilitator_address):
        found = {}
        for uri in ("index.md", week.uri, *(handout.uri for handout in week.handouts)):
            phone.goto(place + link_to(FR, uri))
            forms = phone.locator("form.fill").count()
            scripts = [text for text in phone.locator("script").all_text_contents() if "form.fill" in text]
            assert forms == len(scripts), uri
            found[uri] = forms
        assert set(found.values()) == {0, 1}


# What is written.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("uri", SHEETS)
def test_what_is_written_goes_nowhere_and_is_kept_nowhere(
    phone: Page, address: str, language: Language, uri: str
) -> None:
    """Writing, ticking and Enter ask for nothing, change no address and no history, and store nothing."""
    _open(phone, address, language, uri)
    phone.wait_for_load_state("networkidle")
    steps = phone.evaluate("history.length")
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    _assert_filled(phone, *_fill(phone))
    phone.wait_for_load_state("networkidle")
    assert asked == []
    assert phone.url == address + link_to(language, uri)
    assert (phone.evaluate("history.length"), phone.evaluate("history.state")) == (steps, None)
    assert stored_by(phone) == {}


@pytest.mark.parametrize("uri", SHEETS)
def test_a_sheet_works_without_a_network(phone: Page, address: str, uri: str) -> None:
    """Once the page is there, everything but another page works."""
    _open(phone, address, EN, uri)
    phone.wait_for_load_state("networkidle")
    phone.context.set_offline(True)
    _assert_filled(phone, *_fill(phone))
    phone.locator("form.fill [type=reset]").click()
    assert phone.evaluate(WRITTEN) == NOTHING


@pytest.mark.parametrize("uri", SHEETS)
def test_one_button_empties_the_sheet(phone: Page, address: str, uri: str) -> None:
    """All words and ticks go, also those that the script repeats, and undoing brings none back."""
    _open(phone, address, FR, uri)
    fields, boxes = _fill(phone)
    before = phone.evaluate(WRITTEN)
    assert before == {"words": ["one\ntwo"] * fields, "repeated": ["one\ntwo"] * fields, "ticks": boxes}
    phone.get_by_role("button", name=label("fill-clear", FR)).click()
    assert phone.evaluate(WRITTEN) == NOTHING
    phone.locator("form.fill textarea").first.focus()
    phone.keyboard.press("Control+z")
    assert phone.evaluate(WRITTEN) == NOTHING


@pytest.mark.parametrize("uri", SHEETS)
def test_reloading_gives_an_empty_sheet(phone: Page, address: str, uri: str) -> None:
    _open(phone, address, EN, uri)
    _fill(phone)
    phone.reload()
    assert _is_empty(phone)


@pytest.fixture
def back(remembering: Browser, address: str) -> Iterator[Callable[[bool], Page]]:
    """Fill in a sheet, go on to another page, and come back to the sheet as it was kept: with or without scripts."""
    contexts = []

    def go(script: bool) -> Page:
        size = {"width": WIDTHS["phone"], "height": HEIGHT}
        contexts.append(remembering.new_context(viewport=size, java_script_enabled=script))
        page = contexts[-1].new_page()
        if script:
            page.add_init_script("addEventListener('pageshow', (event) => { window.kept = event.persisted })")
        _open(page, address, EN, ONE_BLANK)
        _fill(page)
        page.goto(address)
        page.go_back(wait_until="commit")
        page.wait_for_url(address + link_to(EN, ONE_BLANK), wait_until="commit")
        page.locator("form.fill").wait_for()
        return page

    yield go
    for context in contexts:
        context.close()


def test_coming_back_shows_an_empty_sheet(back: Callable[[bool], Page]) -> None:
    """Even where the browser kept the whole page; and the note says so."""
    page = back(True)
    assert page.evaluate("window.kept") is True
    assert page.evaluate(WRITTEN) == NOTHING
    assert label("fill-leave", EN) in page.locator(".fill-note").inner_text()


def test_without_a_script_nothing_is_promised_that_a_kept_page_would_break(back: Callable[[bool], Page]) -> None:
    """Such a page comes back as it was left: the note speaks of the button, and not of leaving."""
    page = back(False)
    assert not _is_empty(page)
    note = page.locator(".fill-note").inner_text()
    assert label("fill-erase", EN) in note
    assert label("fill-leave", EN) not in note


@pytest.mark.parametrize("script", [True, False])
def test_coming_back_by_loading_again_shows_an_empty_sheet(
    browser: Browser, address: str, curriculum: Curriculum, script: bool
) -> None:
    """A browser that kept no page does not put words back into the fields either."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    _open(page, address, EN, ONE_BLANK)
    _fill(page)
    page.goto(address)
    page.go_back()
    assert page.url == address + link_to(EN, ONE_BLANK)
    assert _is_empty(page)
    context.close()


# Without a script.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("uri", SHEETS)
def test_without_a_script_one_can_write_and_erase(
    plain_phone: Page, address: str, language: Language, uri: str
) -> None:
    """Enter does no harm, the button empties the sheet, and there is no button that would do nothing."""
    _open(plain_phone, address, language, uri)
    plain_phone.wait_for_load_state("networkidle")
    asked: list[str] = []
    plain_phone.on("request", lambda request: asked.append(request.url))
    _assert_filled(plain_phone, *_fill(plain_phone))
    assert (asked, plain_phone.url) == ([], address + link_to(language, uri))
    buttons = plain_phone.locator("form.fill").get_by_role("button")
    assert buttons.all_inner_texts() == [label("fill-clear", language)]
    buttons.click()
    assert _is_empty(plain_phone)


DIALOG, FIELD, POLICY = ' method="dialog"', "<textarea", "form-action 'none'"


@pytest.mark.parametrize(
    ("changes", "harmless"),
    [
        ({POLICY: "", DIALOG: ""}, True),
        ({POLICY: "", FIELD: f"<input>{FIELD}"}, True),
        ({DIALOG: "", FIELD: f"<input>{FIELD}"}, True),
        ({POLICY: "", DIALOG: "", FIELD: f"<input>{FIELD}"}, False),
    ],
    ids=["only-lines", "only-dialog", "only-policy", "nothing"],
)
def test_each_of_three_things_keeps_enter_from_sending_the_form(
    plain_phone: Page, address: str, changes: dict[str, str], harmless: bool
) -> None:
    """No field of one line, a form that is a dialog, the policy. With none, Enter loads the page again: all is lost."""

    def change(route: Route) -> None:
        response = route.fetch()
        html = response.text()
        for part, other in changes.items():
            assert part in html
            html = html.replace(part, other, 1)
        said = {name: value.replace(POLICY, changes.get(POLICY, POLICY)) for name, value in response.headers.items()}
        del said["content-encoding"], said["content-length"]
        route.fulfill(status=200, headers=said, body=html)

    place = address + link_to(EN, ONE_BLANK)
    plain_phone.route(place, change)
    plain_phone.goto(place, wait_until="networkidle")
    asked: list[str] = []
    plain_phone.on("request", lambda request: asked.append(request.url))
    for kind in ("[type=checkbox]", "textarea", "input:not([type])"):
        for field in plain_phone.locator(f"form.fill {kind}").all()[:1]:
            field.focus()
            plain_phone.keyboard.press("Enter")
    plain_phone.wait_for_timeout(300)
    assert (asked == []) is harmless
    assert (plain_phone.url == place) is harmless


# On paper.


def test_the_button_prints(phone: Page, address: str) -> None:
    phone.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
    _open(phone, address, FR, ONE_BLANK)
    phone.get_by_role("button", name=label("fill-print", FR)).click()
    assert phone.evaluate("window.printed") == 1


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("kind", ["lines", "blank", "cell", "signature"])
def test_a_text_longer_than_its_field_is_whole_on_screen_and_on_paper(
    browser: Browser, address: str, kind: str, script: bool
) -> None:
    """Each word is printed once, in order, however many pages the words take; every other field prints its own."""
    uri, selector = {
        "lines": (SHEETS[0], ".lines textarea"),
        "blank": (SHEETS[0], "p > .field textarea"),
        "cell": (SHEETS[1], "td textarea"),
        "signature": (SHEETS[0], ".signature textarea"),
    }[kind]
    words = LONG.split() if script else LONG.split()[:60]  # beyond the end of a page only the script prints
    context = browser.new_context(viewport={"width": WIDTHS["phone"], "height": HEIGHT}, java_script_enabled=script)
    page = context.new_page()
    _open(page, address, EN, uri)
    for number, field in enumerate(page.locator("form.fill textarea").all()):
        field.fill(f"q{number}q")
    page.locator(f"form.fill {selector}").first.fill(" ".join(words))
    if script:
        assert page.evaluate(CUT) == []
    with _pdf(page) as pdf:
        printed = _words_of(pdf)
    assert [word for word in printed if word.startswith("w") and word.endswith("x")] == words
    own = [word for word in printed if word.startswith("q") and word.endswith("q")]
    assert len(set(own)) == len(own) == page.locator("form.fill textarea").count() - 1
    context.close()


def _rules_of(pdf: pdfplumber.PDF) -> int:
    """Black lines across the column: those to write on. Lines between sections and rows are grey."""
    shapes = [shape for page in pdf.pages for shape in (*page.rects, *page.lines)]
    return sum(shape["width"] > 300 and shape["height"] < 2 and _is_black(shape) for shape in shapes)


def _is_black(shape: dict[str, object]) -> bool:
    return {shape["non_stroking_color"], shape["stroking_color"]} <= {(0.0,), (0,), (0.0, 0.0, 0.0), (0, 0, 0), None}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_empty_sheet_prints_the_lines_of_the_paper(phone: Page, address: str, scheme: str) -> None:
    """As many lines as the author asked for, in black, whatever the colours of the device; boxes print as boxes."""
    phone.emulate_media(color_scheme=scheme)
    _open(phone, address, EN, "week-05/handouts/what-lands-on-us.md")
    lines = sum(int(field.get_attribute("rows") or 0) for field in phone.locator("form.fill textarea").all())
    with _pdf(phone) as pdf:
        assert _rules_of(pdf) == lines > 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_on_white_and_holds_only_the_sheet(desktop: Page, address: str, scheme: str) -> None:
    """Neither the note nor the buttons; words, boxes and ticks are black."""
    _open(desktop, address, FR, SHEETS[0])
    desktop.locator("form.fill [type=checkbox]").first.check()
    blank = desktop.locator(".blank textarea").first
    blank.fill("words")
    desktop.emulate_media(media="print", color_scheme=scheme)
    assert blank.bounding_box() is None, "words of a blank are part of their line, and leave no gap for the field"
    assert not desktop.locator(".fill-note").is_visible()
    assert not desktop.locator(".fill-end").is_visible()
    black = """([part, pseudo, name]) => getComputedStyle(document.querySelector(part), pseudo)[name]"""
    for look in (
        ["form.fill textarea", None, "color"],
        ["article h1", None, "color"],
        ["form.fill :checked", "::before", "borderTopColor"],
        ["form.fill :checked", "::after", "borderRightColor"],
        ["form.fill .signature .field", None, "borderBottomColor"],
        [".lines span", None, "borderBottomColor"],
    ):
        assert desktop.evaluate(black, look) == "rgb(0, 0, 0)", look


Media = Literal["screen", "print"]
VIEWS: tuple[tuple[int, Media], ...] = ((1100, "screen"), (640, "screen"), (700, "print"))
COLUMNS = """() => [...document.querySelectorAll("table")].map((table) => ({
  all: table.getBoundingClientRect().width,
  ticks: [...table.querySelectorAll("td.tick")].map((cell) => cell.getBoundingClientRect().width),
  writes: [...table.querySelectorAll("td.write")].map((cell) => cell.getBoundingClientRect().width),
})).filter((table) => table.writes.length > 0)"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_columns_to_write_in_are_wide_and_columns_to_tick_narrow(
    desktop: Page, address: str, curriculum: Curriculum, language: Language, view: tuple[int, Media]
) -> None:
    """Beside boxes to tick, half of the table or nearly; beside words, a fifth; on a screen and printed from it."""
    desktop.set_viewport_size({"width": view[0], "height": HEIGHT})
    desktop.emulate_media(media=view[1])
    found = 0
    for handout in curriculum.arc.handouts:
        desktop.goto(address + link_to(language, handout.uri))
        for table in desktop.evaluate(COLUMNS):
            found += 1
            assert min(table["writes"]) >= table["all"] * (0.45 if table["ticks"] else 0.2), handout.uri
            assert max(table["ticks"], default=0) <= table["all"] * 0.2, handout.uri
    assert found > 5
