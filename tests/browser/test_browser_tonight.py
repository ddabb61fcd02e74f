"""A session while it is held, on a phone and a tablet, from a disk, in a browser that is told what time it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from conftest import QUIET, Project, find_browser, read_valid
from curriculum.compose.schedule import slots_of
from curriculum.formats.tonight.due import drops_of
from curriculum.formats.tonight.ringing import emergency_number
from curriculum.formats.tonight.sheets import PAGE_FIRST
from curriculum.read.layers import Settings
from curriculum.words.forms import clock
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Week
from languages import EN, FR, LANGUAGES
from playwright.sync_api import Browser, Locator, Page
from reading.browser import stored_by

from browser.test_browser_access import CONTRAST, EVERYTHING, complaints

pytestmark = pytest.mark.slow

PHONE, TABLET, NARROWEST = (390, 844), (820, 1180), (320, 568)
DAY = datetime.fromisoformat("2026-11-24T00:00:00+00:00")
START = 18 * 60 + 30
TOUCH = 44
"""Pixels that a thumb finds (WCAG 2.2, target size, enhanced)."""
SHOWN = ".sheet.shown"
SMALL = """least => [...document.querySelectorAll(
    "main button, main input, .jumps a, td a, .home a, .brand, .leave, [role=button]")]
  .filter((one) => one.checkVisibility())
  .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < least || height < least })
  .map((one) => one.outerHTML)"""
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def theirs(built: Project) -> Curriculum:
    """What the facilitator site is made from."""
    return read_valid(Settings(built.root, "facilitator"))


@pytest.fixture(scope="module")
def week(theirs: Curriculum) -> Week:
    """The session on crisis, which has the most to say and a note on every part."""
    return theirs.arc.session("week-08")


@pytest.fixture
def opened(browser: Browser, built: Project, week: Week) -> Iterator[Opened]:
    """Opens the file of the week as it is handed over, at so many minutes after midnight; whatever goes wrong fails."""
    contexts, wrong = [], []

    def open_it(language: Language, minutes: float, size: tuple[int, int] = PHONE, address: str = "") -> Page:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, timezone_id="UTC", locale=f"{language.code}-CA")  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request", lambda request: wrong.append(request.url) if request.url != page_address.split("#")[0] else None
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text))
        page.clock.install(time=DAY + timedelta(minutes=minutes))
        page_address = address or file_of(built, week, language).as_uri()
        page.goto(page_address)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert [one for one in wrong if not one.startswith("data:")] == []


def file_of(built: Project, week: Week, language: Language) -> Path:
    return built.facilitator / f"{language.prefix}{week.id}/{week.id}-tonight.html"


def wake(page: Page, minutes: float) -> None:
    """The device was asleep, and is looked at again."""
    page.clock.set_system_time(DAY + timedelta(minutes=minutes))
    page.evaluate("dispatchEvent(new Event('focus'))")


def told(page: Page, name: str = "left") -> str:
    return page.locator(f"[data-is={name}]").inner_text()


def shown(page: Page) -> str | None:
    """The one sheet that is shown."""
    sheets = page.locator(".sheet:visible")
    assert sheets.count() == 1
    return sheets.get_attribute("id")


def write_start(page: Page, written: str) -> None:
    """As in a browser whose field for a time is plain text."""
    page.locator("#start").fill(written)
    page.locator("#start").dispatch_event("change")


def rows_of(page: Page) -> dict[str, tuple[str, int]]:
    """When each part starts and its minutes, from the run sheet, by the part's id; the end by ""."""
    rows = page.locator("[data-is=rows] tbody tr").all()
    links = [row.locator("a").get_attribute("href") if row.locator("a").count() else "#" for row in rows]
    cells = [row.locator("td").all_inner_texts() for row in rows]
    return {(link or "")[1:]: (time, int(count)) for link, (time, _, count) in zip(links, cells, strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_is_now_next_and_left(opened: Opened, theirs: Curriculum, week: Week, language: Language) -> None:
    """Before, two minutes into each part, and after the end; nobody touches it, the device wakes each time."""
    titles = {section.id: section.title for section in theirs.pages[language, week.uri].sections}
    page = opened(language, START - 25)
    assert shown(page) == "before"
    assert told(page) == label("tonight-waits", language, count=25, time=clock(START, language))
    slots = slots_of(week, "18:30")
    for slot, after in zip(slots, [*slots[1:], None], strict=True):
        wake(page, slot.start + 2)
        assert shown(page) == slot.part
        assert page.locator(f"{SHOWN} h2").inner_text() == titles[slot.part]
        end = clock(slot.start + slot.minutes, language)
        assert told(page) == label("tonight-left", language, count=slot.minutes - 2, time=end)
        assert after is None or titles[after.part] in told(page, "next")
    wake(page, slots[-1].start + slots[-1].minutes + 20)
    assert shown(page) == "after"
    assert told(page) == label("tonight-ends", language, time=clock(START + 150, language))


def test_the_words_to_say_come_first_and_are_large(opened: Opened, week: Week) -> None:
    """On paper-dark, in each part that has any, above all notes, and larger than these; the first ones are in sight.

    Of a welcome and a demonstration, the words of the page come before.
    """
    page = opened(EN, START + 2)
    page.emulate_media(color_scheme="dark")
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor").strip("rgb()").split(",")
    assert max(map(int, ground)) < 64
    found = 0
    for part in week.parts:
        blocks = page.locator(f"{SHOWN} > section")
        kinds = [one.get_attribute("class") for one in blocks.all()]
        order = ["read", "say", "told"] if part in PAGE_FIRST else ["say", "told", "read"]
        assert kinds == sorted(kinds, key=order.index)
        if "say" in kinds:
            found += 1
            words, note = (
                page.locator(f"{SHOWN} {place}").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
                for place in (".say blockquote p", ".told > p")
            )
            assert words >= 1.3 * note > 16
            assert page.locator(f"{SHOWN} .say blockquote").first.is_visible()
        top = blocks.first.bounding_box()
        assert top
        assert top["y"] < PHONE[1] / 2
        page.locator("[data-is=forth]").click()
    assert found > len(week.parts) / 2


def test_it_goes_past_midnight_and_starts_when_we_say(opened: Opened, week: Week) -> None:
    """A start at 23:00, chosen here: the clock of the next day is after it, that of the day before it."""
    page = opened(EN, 22 * 60 + 40)
    page.locator("[data-is=list]").click()
    page.locator("#start").fill("23:00")
    page.locator("[data-is=return]").click()
    page.locator("[data-is=clock]").click()
    assert (shown(page), told(page)) == ("before", f"20 minutes to go: we start at {clock(23 * 60, EN)}")
    late = next(slot for slot in slots_of(week, "23:00") if slot.start < 60)
    wake(page, 24 * 60 + late.start + 1)
    assert shown(page) == late.part
    assert f"{late.minutes - 1} minutes left" in told(page)


AS_WRITTEN = {
    EN: (" 18:30 ", "18h30", "18.30", "1830", "6:30 pm", "6:30 P.M.", "18:30:00"),
    FR: ("18:30", "18h30", "18 h 30", "18 heures 30", "1830", "18.30", "6 h 30 du soir", "6:30 pm"),
}
UNREAD = ("abc", "25:99", "-1:00", "18h75", "18h3", "24:00", "<b>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_start_is_read_as_people_write_it(opened: Opened, language: Language) -> None:
    """Where a field for a time is plain text; what cannot be read leaves the last good start, and says so."""
    page = opened(language, 16 * 60)
    page.locator("[data-is=list]").click()
    page.evaluate("document.querySelector('#start').type = 'text'")
    start = page.locator("[data-is=rows] td").first
    for written in AS_WRITTEN[language]:
        write_start(page, "17h" if language == FR else "5 pm")
        assert start.inner_text() == clock(17 * 60, language)
        write_start(page, written)
        assert start.inner_text() == clock(START, language), written
        assert page.locator("[data-is=unread]").is_hidden()
    for written in UNREAD:
        write_start(page, written)
        time = clock(START, language)
        assert told(page, "unread") == label("tonight-unread", language, written=written, time=time)
        assert start.inner_text() == time
        assert "NaN" not in page.locator("main").inner_text()
    write_start(page, "")
    assert page.locator("[data-is=unread]").is_hidden()


def test_who_says_before_the_start_that_we_are_late_has_one_start(opened: Opened) -> None:
    """At 18:10, 15 minutes late: the line on top, the plan and the clock all say 18:45, until it is."""
    page = opened(EN, START - 20)
    page.locator("[data-is=list]").click()
    page.locator("[data-late-by='15']").click()
    assert rows_of(page)["arrive"][0] == clock(START + 15, EN)
    page.locator("[data-is=return]").click()
    assert (shown(page), told(page, "behind")) == ("before", "15 minutes late")
    assert told(page) == label("tonight-waits", EN, count=35, time=clock(START + 15, EN))
    wake(page, START + 5)
    assert (shown(page), told(page)) == ("before", label("tonight-waits", EN, count=10, time=clock(START + 15, EN)))
    wake(page, START + 16)
    assert shown(page) == "arrive"
    page.locator("[data-is=back]").click()
    assert told(page) == label("tonight-began", EN, time=clock(START + 15, EN))


DROPS = """() => Object.fromEntries([...document.querySelectorAll("td a")].map(link => {
    link.click()
    const all = [...document.querySelectorAll(".sheet.shown > h2 + [data-due] p")]
    const lines = all.filter(one => one.checkVisibility())
    return [link.hash.slice(1), lines.map(one => one.innerText)]
}))"""
"""What to drop in each part, as it is shown when one looks at it."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_that_changes_says_what_to_drop(
    opened: Opened, theirs: Curriculum, week: Week, language: Language
) -> None:
    """Under its title, by the plan that is in use, before what is to be said; nothing of it when we are on time."""
    drops = [*drops_of(theirs.notes[language, week.uri], week)]
    for late in (0, 15, 30):
        page = opened(language, START + late + 1)
        page.locator("[data-is=list]").click()
        page.locator(f"[data-late-by='{late}']").click()
        said = {drop.part: drop.words for drop in drops if drop.late == late}
        found = page.evaluate(DROPS)
        assert {part: len(lines) for part, lines in found.items()} == {p: 2 * (p in said) for p in week.parts}
        for part, drop in said.items():
            words, before = found[part][0], str(week.parts[part])
            assert drop.split("(")[0].rstrip(" .") in words
            assert label("tonight-minutes", language, count=week.parts_when(late)[part]) in words
            assert before in words


def test_who_gives_back_less_than_a_plan_takes_is_told_so(opened: Opened, week: Week) -> None:
    """Late in the middle, the plan for more is used in part: the words of what frees enough, and that less will do."""
    slots = {slot.part: slot for slot in slots_of(week, "18:30")}
    page = opened(EN, slots["teach"].start + 16)
    page.locator("[data-is=list]").click()
    page.locator("[data-late-by='15']").click()
    cut = {part: week.parts[part] - minutes for part, (_, minutes) in rows_of(page).items() if part}
    some = [part for part, less in cut.items() if less and less not in {plan.get(part) for plan in week.late.values()}]
    assert some
    for part in some:
        page.locator(f"td a[href='#{part}']").click()
        values = {
            "late": "15 minutes",
            "minutes": f"{week.parts[part] - cut[part]} minutes",
            "before": week.parts[part],
        }
        assert label("tonight-due-some", EN, **values) in page.locator(f"{SHOWN} [data-due]").inner_text()
        page.locator("[data-is=list]").click()


@pytest.mark.parametrize("late", [15, 30])
def test_who_is_late_ends_on_time(opened: Opened, week: Week, late: int) -> None:
    """Late at the door: everything is given back by the end, from the parts that the plan of the week names."""
    page = opened(EN, START + late + 1)
    page.locator("[data-is=list]").click()
    before = rows_of(page)
    page.locator(f"[data-late-by='{late}']").click()
    after = rows_of(page)
    assert after["arrive"][0] == clock(START + late, EN)
    assert after[""] == (before[""][0], before[""][1] - late)
    cut = {part: before[part][1] - after[part][1] for part in week.parts}
    assert {part: minutes for part, minutes in cut.items() if minutes} == dict(week.late[late])
    assert "as planned" in told(page, "ends")
    assert page.locator("[data-is=less] li").count() == len(week.late[late])
    page.locator("[data-is=return]").click()
    assert shown(page) == "arrive"
    page.locator("[data-is=list]").click()
    page.locator("[data-late-by='0']").click()
    assert rows_of(page) == before


def test_who_gets_late_on_the_way_gives_back_what_can_be(opened: Opened, week: Week) -> None:
    """In the middle: what is past stays as it was, no part of care gives a minute, and the end is said as it is."""
    slots = {slot.part: slot for slot in slots_of(week, "18:30")}
    middle = [*week.parts][4]
    page = opened(FR, slots[middle].start + 16)
    page.locator("[data-is=list]").click()
    before = rows_of(page)
    page.locator("[data-late-by='15']").click()
    after = rows_of(page)
    past = [*week.parts][:4]
    assert {part: after[part] for part in past} == {part: before[part] for part in past}
    for part in ("grounding", "break", "debrief", "close"):
        assert after[part][1] == before[part][1]
    given = sum(before[part][1] - after[part][1] for part in week.parts)
    assert 0 < given <= 15
    assert after[""] == (clock(START + 150 + 15 - given, FR), 150 - given)
    assert after[""][0] in told(page, "ends")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [PHONE, TABLET])
def test_emergencies_are_one_tap_away_and_so_is_the_way_back(
    opened: Opened, theirs: Curriculum, language: Language, size: tuple[int, int]
) -> None:
    """From any sheet, however far down: the lines to call, the ladder, someone in danger, someone who walks out."""
    page = opened(language, START + 36, size)
    part = shown(page)
    for sheet in (part, "run-sheet"):
        if sheet == "run-sheet":
            page.locator("[data-is=list]").click()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.locator(".brand").click()
        assert shown(page) == "emergencies"
        for resource in theirs.edition.resources:
            if "urgent" in resource.groups:
                assert in_sight(page, page.locator(f"{SHOWN} a[href^='tel:']", has_text=resource.number).first)
        page.locator("[data-is=return]").click()
        assert shown(page) == part
    page.locator(".brand").click()
    heights = [page.locator(one).bounding_box() for one in (".clock", "[data-is=return]")]
    assert heights[0]
    assert heights[1]
    assert heights[0]["height"] < 1.5 * heights[1]["height"], "one calm line: the hour, and the way back"
    for section in ("walks-out", "step-4", "a-child", "not-waking"):
        page.evaluate("scrollTo(0, 0)")
        page.locator(f"{SHOWN} .jumps a[href='#protocol-{section}']").click()
        assert in_sight(page, page.locator(f"#protocol-{section}"))
    number = page.locator("#protocol-not-waking ~ ol strong a").first
    assert number.inner_text() == emergency_number(theirs.edition)
    assert in_sight(page, number)
    size = number.bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= TOUCH


def in_sight(page: Page, one: Locator) -> bool:
    """True for what is below the clock, which grows with its words, and within the screen."""
    box, size = one.bounding_box(), page.viewport_size
    above = page.evaluate("document.querySelector('.clock').getBoundingClientRect().bottom")
    return bool(box and size and box["y"] >= above and box["y"] + box["height"] <= size["height"])


def test_it_stores_nothing_and_leaves_no_trail(opened: Opened, facilitator_address: str, week: Week) -> None:
    """On the web too: after everything was pressed, the browser holds nothing and Back leads where it led."""
    page = opened(EN, START + 36, address=f"{facilitator_address}{week.id}/{week.id}-tonight.html")
    length = page.evaluate("history.length")
    for one in ("[data-is=forth]", ".brand", "[data-is=return]", "[data-is=list]", "[data-late-by='15']", "td a"):
        page.locator(one).first.click()
    page.clock.fast_forward(600_000)
    assert page.evaluate("history.length") == length
    assert re.fullmatch(r"#[0-9-]+", page.evaluate("location.hash")), "nothing of the course is in it"
    assert stored_by(page) == {}
    page.locator("[data-late-by='0']").evaluate("one => one.click()")
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("history.length") == length


def test_a_page_that_comes_back_knows_the_start_and_how_late_we_are(opened: Opened, built: Project, week: Week) -> None:
    """Loaded again, and in the other language; not on the next day, on another evening, or with other numbers."""
    page = opened(EN, START + 45)
    page.locator("[data-is=list]").click()
    page.locator("#start").fill("18:45")
    page.locator("[data-late-by='15']").click()
    rows, pressed = rows_of(page), "[data-late-by='15'][aria-pressed=true]"
    address = page.url
    page.reload()
    assert (rows_of(page), page.locator(pressed).count()) == (rows, 1)
    assert page.locator("#start").input_value() == "18:45"
    assert told(page, "behind") == "15 minutes late"
    kept = address.partition("#")[2]
    french = opened(FR, START + 45, address=f"{file_of(built, week, FR).as_uri()}#{kept}")
    assert french.locator(pressed).count() == 1
    other = file_of(built, week, EN).as_uri().replace("week-08", "week-03")
    numbers = kept.split("-")
    wrong = [
        f"{other}#{kept}",
        *(address.replace(kept, one) for one in ("", "1-2", "x", "-".join(["9999", *numbers[1:]]))),
    ]
    wrong += [address.replace(kept, "-".join([*numbers[:1], "7", *numbers[2:]]))]
    for minutes, opening in [(START + 24 * 60, address), (START - 60, address), *((START + 45, one) for one in wrong)]:
        page = opened(EN, minutes, address=opening)
        page.locator("[data-is=list]").click()
        assert page.locator("[data-late-by='0'][aria-pressed=true]").count() == 1, opening
        assert page.locator("[data-is=rows] td").first.inner_text() == clock(START, EN), opening


def test_what_was_chosen_by_hand_stays_and_the_clock_is_one_tap_away(opened: Opened, week: Week) -> None:
    """A step back is not undone by the clock; a screen that nobody touched follows it by itself."""
    parts = [*week.parts]
    slots = slots_of(week, "18:30")
    page = opened(EN, slots[3].start + 1)
    page.locator("[data-is=back]").click()
    wake(page, slots[4].start + 1)
    assert shown(page) == parts[2]
    page.locator("[data-is=clock]").click()
    assert shown(page) == parts[4]
    page.clock.fast_forward(slots[4].minutes * 60_000)
    page.clock.run_for(6_000)
    assert shown(page) == parts[5]


PRESSED = {EN: [(".brand",)], FR: [(), ("[data-is=list]", "[data-late-by='30']")]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(opened: Opened, language: Language) -> None:
    """Emergencies; a part, the run sheet when we are late: light, dark, on a phone; what is pressed is large."""
    page = opened(language, START + 36)
    found = []
    for steps in PRESSED[language]:
        for one in steps:
            page.locator(one).click()
        found += [*complaints(page, EVERYTHING), *page.evaluate(SMALL, TOUCH)]
        page.emulate_media(color_scheme="dark")
        found += complaints(page, CONTRAST)
        page.emulate_media(color_scheme="light")
    assert found == []


def test_a_keyboard_is_enough(opened: Opened, week: Week) -> None:
    """Forth, the run sheet, a part of it, emergencies and back; whoever listens is brought to the title each time."""
    page = opened(EN, START + 2)

    def press(selector: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("one => document.activeElement.matches(one)", selector):
                return page.keyboard.press("Enter")
        raise AssertionError(selector)

    here = "document.activeElement.closest('.sheet')?.id"
    press("[data-is=forth]")
    assert (shown(page), page.evaluate(here)) == ([*week.parts][1],) * 2
    press("[data-is=list]")
    assert (shown(page), page.evaluate(here)) == ("run-sheet",) * 2
    press("td a[href='#close']")
    assert shown(page) == "close"
    press(".brand")
    assert (shown(page), page.evaluate(here)) == ("emergencies",) * 2
    press("[data-is=return]")
    assert shown(page) == "close"


def test_the_narrowest_screen_holds_every_sheet(opened: Opened) -> None:
    """At 320 pixels nothing is wider than the screen, and a step forth stays in sight."""
    page = opened(FR, START - 5, NARROWEST)
    for _ in range(page.locator("[data-step]").count() - 1):
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, shown(page)
        assert in_sight(page, page.locator("[data-is=forth]"))
        page.locator("[data-is=forth]").click()
    for one in ("[data-is=list]", ".brand"):
        page.locator(one).click()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, one


@pytest.fixture(scope="module")
def enlarged(browser: Browser) -> Iterator[Browser]:
    """A browser whose reader has set letters twice as large."""
    args = [*QUIET, "--blink-settings=defaultFontSize=32"]
    own = browser.browser_type.launch(executable_path=find_browser(), args=args)
    yield own
    own.close()


OVER = """() => [...document.querySelectorAll(".sheet")].filter(one => {
    for (const other of document.querySelectorAll(".sheet")) other.classList.toggle("shown", other === one)
    return document.documentElement.scrollWidth > innerWidth
}).map(one => one.id)"""


def test_letters_twice_as_large_cover_nothing(enlarged: Browser, built: Project, week: Week) -> None:
    """On the narrowest phone: the way out and to emergencies stand side by side, no sheet overflows."""
    for language in LANGUAGES:
        page = enlarged.new_page(viewport={"width": NARROWEST[0], "height": NARROWEST[1]})
        page.goto(file_of(built, week, language).as_uri())
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 32
        boxes = [page.locator(one).bounding_box() for one in (".brand", ".leave", ".brand")]
        assert boxes[0]
        assert boxes[1]
        assert boxes[0]["x"] >= 0
        assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
        assert boxes[1]["x"] + boxes[1]["width"] <= NARROWEST[0]
        assert page.locator(".brand").evaluate("one => one.scrollWidth <= one.clientWidth")
        assert page.evaluate(OVER) == []
        page.close()


def test_on_paper_it_has_no_buttons_and_names_the_paper_that_is_made_for_it(opened: Opened, week: Week) -> None:
    """Every sheet, one under the other, none of them on a page of its own."""
    page = opened(FR, START + 20)
    assert page.locator("[data-paper]").is_hidden()
    page.emulate_media(media="print")
    assert page.locator("button:visible, input:visible, .clock:visible, .jumps:visible").count() == 0
    assert label("downloads-notes", FR) in page.locator("[data-paper]").inner_text()
    assert page.locator(".sheet:visible").count() > len(week.parts)
    breaks = page.evaluate("[...document.querySelectorAll('.sheet')].map(one => getComputedStyle(one).breakBefore)")
    assert {*breaks} == {"auto"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_it_is_the_run_sheet_with_all_below(
    plain_phone: Page, built: Project, week: Week, theirs: Curriculum, language: Language
) -> None:
    """Times first, each part one tap away and one tap back, emergencies too; nothing that only a script can do."""
    page = plain_phone
    page.goto(file_of(built, week, language).as_uri())
    assert rows_of(page) == {
        **{slot.part: (clock(slot.start, language), slot.minutes) for slot in slots_of(week, "18:30")},
        "": (clock(START + 150, language), 150),
    }
    assert page.locator("button:visible, input:visible").count() == 0
    assert page.locator(".sheet:visible").count() == page.locator(".sheet").count() > len(week.parts)
    page.locator("td a[href='#debrief']").click()
    assert in_sight(page, page.locator("#debrief h2"))
    page.locator("#debrief .home a").click()
    assert in_sight(page, page.locator("#run-sheet h2"))
    page.locator(".brand").click()
    assert in_sight(page, page.locator("#emergencies h2"))
    for section in theirs.pages[language, week.uri].sections:
        assert section.id not in week.parts or page.locator(f"#{section.id}").is_visible()
