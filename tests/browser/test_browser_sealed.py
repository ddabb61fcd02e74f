"""The sealed file from a disk: a phrase opens it, it asks for nothing, keeps nothing; what was changed stays shut."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import ClassVar
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from conftest import Project
from curriculum.publish.offline.copies import read_built
from curriculum.publish.sealed.contents import places_of
from curriculum.publish.sealed.letters import ENCODING
from curriculum.read.layers import Sources, read_notes, read_sources
from curriculum.words.audience import COPIES, NOTES
from curriculum.words.labels import label
from curriculum.words.model import Audience
from languages import EN, FR, LANGUAGES
from playwright.sync_api import Browser, Page, expect
from reading.pdf.drawn import read_drawn

from browser.conftest import HEIGHT, WIDTHS

pytestmark = pytest.mark.slow

NAMES = ["Zebulonia", "Quintarine:fr"]
LARGEST = 1.05
"""Times the same files in a ZIP."""
LONGEST = 1.0
"""Seconds from the press of the button to the first page."""
NOTHING = [0, 0, "", 0]
STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie,
    (await indexedDB.databases()).length]"""
"""What a page has stored, as far as its browser lets a file store anything."""
SECTION = "debrief"
BAD = ("error", "warning")


@dataclass(frozen=True)
class Sealed:
    """The file, what it was made of, and the phrase of each person."""

    path: Path
    site: dict[str, bytes]
    sources: Sources
    phrases: list[str]

    @property
    def envelope(self) -> tuple[str, str, str]:
        """The text before the envelope, the envelope, the text after it."""
        before, mark, rest = self.path.read_bytes().decode(ENCODING, "surrogatepass").partition('class="envelope">')
        envelope, end, after = rest.partition("</script>")
        return before + mark, envelope, end + after


@pytest.fixture(scope="module")
def sealed(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    """Sealed by the command for two people; then on a stick, where names of folders are not ours."""
    sources, folder = read_notes(read_sources(built.root), NOTES), built.root / COPIES[Audience.FACILITATOR]
    shutil.rmtree(folder, ignore_errors=True)
    done = built.run("-m", "curriculum", "seal", *NAMES)
    assert done.returncode == 0, done.stderr
    (written,) = folder.iterdir()
    path = tmp_path_factory.mktemp("stick é") / "alongside.html"
    shutil.copy(written, path)
    told = [line.split("  ", 1) for line in done.stdout.splitlines()]
    phrases = {line[0]: line[1].strip() for line in told if len(line) == 2}
    return Sealed(path, read_built(built.facilitator), sources, [phrases[name.split(":")[0]] for name in NAMES])


@dataclass
class Reader:
    """A page, and everything that was noticed while it was read."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, path: Path, phrase: str) -> None:
        """Open the file and write a phrase."""
        self.page.goto(path.as_uri())
        self.page.fill("#phrase", phrase)
        self.page.click("button")

    def told(self, name: str) -> list[str]:
        """The words that are shown, once they are the ones with this name."""
        self.page.wait_for_selector(f"[data-said={name}]:not([hidden])")
        return self.page.locator(".said span:visible").all_inner_texts()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """A phone whose reader prefers French; every other site answers at once."""
    context = browser.new_context(viewport={"width": WIDTHS["phone"], "height": HEIGHT}, locale="fr-CA")
    context.route("https://**", lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"))
    reader = Reader(context.new_page())
    reader.page.on("request", lambda request: reader.asked.append(request.url))
    reader.page.on("pageerror", lambda error: reader.said.append(str(error)))
    reader.page.on("console", lambda said: reader.said.append(said.text) if said.type in BAD else None)
    yield reader
    context.close()


def in_each(name: str) -> list[str]:
    return [label(f"sealed-{name}", language) for language in LANGUAGES]


def test_a_week_is_read_printed_and_searched_and_nothing_is_kept(sealed: Sealed, reader: Reader) -> None:
    """From a disk, in French: first page, week, paper, section, other language, Back, tonight, search."""
    page, curriculum = reader.page, sealed.sources.curriculum
    assert curriculum
    week = curriculum.pages[FR, "week-08/index.md"]
    site = curriculum.edition.facts["site.name"]
    reader.open(sealed.path, sealed.phrases[1].upper().replace(" ", " - "))
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    length = page.evaluate("history.length")
    page.click(".menu summary")
    page.click(".menu a[href='#/fr/week-08/']")
    expect(page.locator("h1")).to_have_text(week.title)
    expect(page.locator("article .note").first).to_be_visible()
    assert len(read_drawn(page.pdf())) > 3
    page.locator(f"article a[href='#{SECTION}']").first.click()
    assert abs(page.locator(f"#{SECTION}").bounding_box()["y"]) < HEIGHT / 2
    page.click(".other-language")
    expect(page.locator("h1")).to_have_text(curriculum.pages[EN, "week-08/index.md"].title)
    assert page.locator(f"#{SECTION}").evaluate("part => part === document.activeElement")
    page.locator(".tools").get_by_text(label("sealed-back", EN), exact=True).click()
    expect(page.locator("h1")).to_have_text(week.title)
    assert page.evaluate("scrollY") > 0
    page.locator("article a[href$='/week-08-tonight.html']").first.click()
    expect(page.locator("[data-is=left]")).not_to_be_empty()  # the clock runs
    page.click(".brand")
    expect(page.locator("#emergencies")).to_be_visible()
    page.click(".bar .other-language")
    expect(page.locator("h1")).to_have_text(week.title)
    assert page.title() == site[FR]
    page.click(".tools a[href='#/fr/search/']")
    page.fill("#search-words", "ecoute")
    page.locator(".search ol a").first.click()
    page.wait_for_selector(".search", state="detached")
    assert page.evaluate("history.length") == length
    assert page.url == sealed.path.as_uri()
    assert page.evaluate(STORED) == NOTHING
    asked = [url for url in reader.asked if not url.startswith("blob:")]
    assert asked == [sealed.path.as_uri()]
    assert reader.said == []


def test_who_is_late_tonight_still_is_when_the_file_was_loaded_again(sealed: Sealed, reader: Reader) -> None:
    """It keeps nothing but numbers in its address; leaving takes these with it, and Back shows no page."""
    page = reader.page
    page.goto("about:blank")
    for late in ("0", "15"):
        reader.open(sealed.path, sealed.phrases[1]) if late == "0" else reload(reader, sealed.phrases[1])
        expect(page.locator(".facilitators")).to_have_text(label("facilitator-file", FR))
        page.locator("article a[href$='/week-08-tonight.html']").first.click()
        pressed = page.locator(f"[data-late-by='{late}'][aria-pressed=true]")
        expect(pressed).to_have_count(1)
        page.locator("[data-is=list]").click()
        page.locator("[data-late-by='15']").click()
    address, _, numbers = page.url.partition("#")
    assert address == sealed.path.as_uri()
    assert set(numbers) <= set("0123456789-")
    assert page.evaluate(STORED) == NOTHING
    page.click(".leave")
    page.wait_for_url("https://**")
    page.go_back()
    assert page.url == "about:blank"


def reload(reader: Reader, phrase: str) -> None:
    """The phone dropped the page; its reader comes back to it, and writes the phrase again."""
    reader.page.reload()
    reader.page.fill("#phrase", phrase)
    reader.page.click("form button")


def test_the_words_at_the_lock_look_alike_in_every_language(sealed: Sealed, reader: Reader) -> None:
    """None of them is greyed, as if it could not be chosen."""
    page = reader.page
    page.goto(sealed.path.as_uri())
    for part in ("h1", "label"):
        seen = page.locator(f".unlock {part} span").evaluate_all(
            "all => all.map(one => [getComputedStyle(one).color, getComputedStyle(one).opacity].join())"
        )
        assert len(seen) == len(LANGUAGES)
        assert len({*seen}) == 1, part


def test_a_pdf_is_the_one_of_the_site(sealed: Sealed, reader: Reader) -> None:
    """It opens beside the page, from the memory of the file, byte for byte."""
    page = reader.page
    reader.open(sealed.path, sealed.phrases[0])
    page.locator(".menu a[href='#/fr/downloads/']").dispatch_event("click")
    link = page.locator("article a[href$='-facilitators-letter.pdf']").first
    place = (link.get_attribute("href") or "").removeprefix("#/")
    page.evaluate("""() => {
        const make = URL.createObjectURL
        URL.createObjectURL = (blob) => { window.made = blob; return make(blob) }
    }""")
    with page.expect_popup():
        link.click()
    assert page.evaluate("made.type") == "application/pdf"
    found = page.evaluate("async () => [...new Uint8Array(await made.arrayBuffer())]")
    assert bytes(found) == sealed.site[place]


def test_every_link_leads_to_a_place_in_the_file(sealed: Sealed, reader: Reader) -> None:
    """In both languages: a page that is there, and a section of it; the rest is said in words."""
    page = reader.page
    reader.open(sealed.path, sealed.phrases[0])
    page.wait_for_selector(".menu", state="attached")
    curriculum = sealed.sources.curriculum
    assert curriculum
    places = {place.removesuffix("index.html") for place in places_of(sealed.site, curriculum)}
    for prefix in ("", "fr/"):
        for uri in ("", "week-08/", "downloads/", "protocol/"):
            page.evaluate(f"""() => {{
                const link = document.createElement("a")
                link.href = "#/{prefix}{uri}"
                document.body.append(link)
                link.click()
            }}""")
            links = page.locator("a[href^='#/']").evaluate_all("links => links.map((link) => link.dataset.to)")
            assert links
            assert {to.split("#")[0] for to in links} <= places
            others = page.locator("a[href]:not([href^='#'])").evaluate_all("links => links.map((link) => link.href)")
            assert [url for url in others if url.startswith("file:")] == []


def test_a_wrong_phrase_is_told_in_both_languages_and_the_right_one_opens(sealed: Sealed, reader: Reader) -> None:
    reader.open(sealed.path, "carbon unsaid remold tasty pelt acorn")
    assert reader.told("phrase") == in_each("phrase")
    expect(reader.page.locator("#phrase")).to_be_focused()
    reader.page.fill("#phrase", sealed.phrases[0])
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector(".menu", state="attached")


@pytest.mark.parametrize("place", [0.00001, 0.5, 0.99999])
def test_a_changed_file_is_told_in_both_languages(sealed: Sealed, reader: Reader, tmp_path: Path, place: float) -> None:
    """A sign of the envelope, in the head, in the middle, at the end."""
    before, envelope, after = sealed.envelope
    at = int(place * len(envelope))
    sign = "B" if envelope[at] == "A" else "A"
    path = tmp_path / "changed.html"
    path.write_bytes((before + envelope[:at] + sign + envelope[at + 1 :] + after).encode(ENCODING, "surrogatepass"))
    reader.open(path, sealed.phrases[0])
    assert reader.told("damaged") == in_each("damaged")


@pytest.mark.parametrize("part", ["script", "style"])
def test_a_changed_script_does_not_run(sealed: Sealed, reader: Reader, tmp_path: Path, part: str) -> None:
    """The policy names both by their hash: without the script there is no field, and the words that say so stay."""
    before, envelope, after = sealed.envelope
    path = tmp_path / "changed.html"
    if part == "script":
        after = after.replace("const ROUNDS", "let ROUNDS").replace("VERSION = 1,", "VERSION = 1 ,", 1)
    else:
        before = before.replace("<style>", "<style> ", 1)
    path.write_bytes((before + envelope[:8] + after).encode(ENCODING, "surrogatepass"))
    reader.page.goto(path.as_uri())
    if part == "script":
        assert reader.page.locator(".closed span:visible").all_inner_texts() == in_each("closed")
        assert not reader.page.locator("#phrase").is_visible()
    assert any("Content Security Policy" in said for said in reader.said)


def test_leaving_is_one_tap_and_back_shows_no_page(sealed: Sealed, reader: Reader) -> None:
    page = reader.page
    page.goto("about:blank")
    reader.open(sealed.path, sealed.phrases[0])
    page.click(".menu summary")
    page.click(".menu a[href='#/fr/week-01/']")
    page.click(".leave")
    page.wait_for_url("https://**")
    page.go_back()
    assert page.url == "about:blank"


def test_where_a_browser_cannot_open_it_says_why(sealed: Sealed, browser: Browser) -> None:
    """Without scripts; at an address without a lock, as on a computer beside this one; in a browser that is too old."""
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(sealed.path.as_uri())
    assert plain.locator(".closed span:visible").all_inner_texts() == in_each("closed")
    old = Reader(browser.new_context().new_page())
    old.page.add_init_script("delete self.DecompressionStream")
    old.page.goto(sealed.path.as_uri())
    assert old.told("old") == in_each("old")
    bare = Reader(browser.new_context().new_page())
    bare.page.add_init_script("Object.defineProperty(self, 'isSecureContext', { value: false })")
    bare.page.goto(sealed.path.as_uri())
    assert bare.told("plain") == in_each("plain")
    for page in (plain, old.page, bare.page):
        assert not page.locator("#phrase").is_visible()
        page.context.close()


class _Host(SimpleHTTPRequestHandler):
    """A host that says UTF-8 of every page."""

    extensions_map: ClassVar[dict[str, str]] = {".html": "text/html; charset=utf-8"}

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_a_host_may_say_what_it_likes_of_its_signs(sealed: Sealed, reader: Reader) -> None:
    """It begins with a mark that counts for more: hosts announce UTF-8 for every page."""
    page = reader.page
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(sealed.path.parent))) as host:
        thread = Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        page.goto(f"http://127.0.0.1:{host.server_address[1]}/{sealed.path.name}")
        host.shutdown()
        thread.join()
    page.fill("#phrase", sealed.phrases[0])
    page.click("button")
    page.wait_for_selector(".menu", state="attached")
    assert page.evaluate(STORED) == NOTHING
    assert reader.said == []


def test_without_a_phrase_nothing_can_be_read(sealed: Sealed) -> None:
    """No name, no phrase, no word of a page beside those that say how to open; nor a hash that pages do not share."""
    content = sealed.path.read_bytes()
    text = content.decode(ENCODING, "surrogatepass")
    people = [name.split(":")[0] for name in NAMES]
    planted = [
        *people,
        *sealed.phrases,
        "facilitat",
        "Pour l’animation",
        "week-",
        "semaine",
        "%PDF",
    ]
    for words in planted:
        assert words not in text
        assert words.encode() not in content
    assert text.count("<title>") == 1


def test_it_is_hardly_larger_than_its_files_in_a_zip(sealed: Sealed) -> None:
    curriculum, packed = sealed.sources.curriculum, BytesIO()
    assert curriculum
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as file:
        for place in places_of(sealed.site, curriculum):
            file.writestr(place, sealed.site[place])
    assert sealed.path.stat().st_size <= LARGEST * len(packed.getvalue())


@pytest.mark.alone
def test_it_opens_within_a_second(sealed: Sealed, reader: Reader) -> None:
    """With a million rounds: the best of three, from the press to the first page in its place."""
    taken = []
    for _ in range(3):
        reader.page.goto(sealed.path.as_uri())
        reader.page.fill("#phrase", sealed.phrases[0])
        start = time.perf_counter()
        reader.page.click("button")
        reader.page.wait_for_selector(".menu", state="attached")
        taken.append(time.perf_counter() - start)
    assert min(taken) <= LONGEST
