"""The live site while an author writes, from the side of the browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from conftest import GENERATOR, ROOT, Project, copy_project
from curriculum.live.kept import Kept
from curriculum.live.pages import Site
from curriculum.live.templates import read_templates
from curriculum.read.layers import Settings, read_all
from curriculum.site.search import INDEX
from languages import LANGUAGES
from live_mistakes import HOME, MISTAKES, Mistake
from live_site import PATIENCE, WELL, Live, bar_when, free_port, shown_when, started, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow
MEGABYTE = 1_000_000
WARM, CHANGES, LEFT = 10, 30, 0.6
"""Changes before memory is compared and after, and the megabytes that one may leave: 0.07 was measured."""

ONE_COMMAND = """
import run, sys
from pathlib import Path
run.PYTHON = Path(sys.executable)
run.VENV.mkdir()
run.stamp_for("requirements.txt").write_text(run.fingerprint("requirements.txt"))
sys.exit(run.main(sys.argv[1:]))
"""
"""`python run.py`, where everything is set up: with the packages of these tests."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project with nothing kept; each test leaves it as it was."""
    return copy_project(tmp_path_factory.mktemp("live"))


@pytest.fixture(scope="module")
def live(project: Project) -> Iterator[Live]:
    """Its live site, for all tests of this module: it must survive them."""
    with started(project) as live:
        yield live


@pytest.fixture
def home(live: Live, browser: Browser) -> Iterator[Page]:
    """The first page, open in a browser that is told of every error in it."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if "Content Security" in message.text else None)
    live.wait_until_quiet()
    page.goto(live.address)
    bar_when(page, WELL)
    yield page
    page.close()
    assert errors == []


def add(project: Project, place: str, words: str) -> str:
    """Words at the end of a page, as an author saves it; the text as it was."""
    path = project.root / place
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n\n{words}\n", encoding="utf-8")
    return before


@pytest.mark.parametrize("notes", ["", "facilitator"])
def test_a_live_page_is_the_page_that_is_published(notes: str, built: Project) -> None:
    """Byte for byte, before the bar is added: what an author sees is what readers get."""
    sources = read_all(Settings(built.root, notes))
    published = built.facilitator if notes else built.participant
    files = (path for path in published.rglob("*") if path.is_file())
    sizes = {path.relative_to(published).as_posix(): path.stat().st_size for path in files}
    environment = read_templates(built.root, None).environment
    assert sources.curriculum
    assert environment
    site = Site(sources.curriculum, sources.scripts, environment, Kept(), sizes=sizes)
    for address in site.addresses:
        assert site.page(address) == (published / address / "index.html").read_text(encoding="utf-8"), address
    assert site.lost("/") == (published / "404.html").read_text(encoding="utf-8")
    for language in sources.languages:
        place = f"{language.prefix}{INDEX}"
        assert site.index(place) == (published / place).read_text(encoding="utf-8")


def test_a_saved_sentence_is_on_the_screen_at_once_where_one_reads(project: Project, home: Page) -> None:
    """It shows without a new page, without scrolling, and goes again; 2 s hold on a busy computer, too."""
    home.evaluate("() => { scrollTo(0, 300); document.body.dataset.same = 'yes' }")
    times = []
    for words in ("A first sentence.", "A second sentence.", "A third sentence."):
        start = time.monotonic()
        before = add(project, HOME, words)
        shown_when(home, words)
        times.append(time.monotonic() - start)
        (project.root / HOME).write_text(before, encoding="utf-8")
        home.wait_for_function("words => !document.body.textContent.includes(words)", arg=words)
    assert min(times) < 2
    assert home.evaluate("() => [Math.round(scrollY), document.body.dataset.same]") == [300, "yes"]
    assert home.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake.what for mistake in MISTAKES])
def test_a_mistake_is_told_in_the_page_and_gone_when_mended(
    mistake: Mistake, project: Project, live: Live, home: Page
) -> None:
    """The bar says it with its file; the last good page stays, and other pages are renewed; mended, it is gone."""
    title = home.locator("h1").inner_text()
    mistake.make(project.root)
    try:
        said = bar_when(home, mistake.said)
        print(f"\n{mistake.what}. The bar: {said}")
        assert home.locator("h1").inner_text() == title
        assert home.locator(".leave").is_visible()
        assert "No id" not in home.locator("article").inner_text()
        assert mistake.said in home.context.request.get(live.address).text()  # a page opened now says it, too
    finally:
        mistake.mend(project.root)
    print(f"Mended. The bar: {bar_when(home, WELL)}")
    assert home.locator("h1").inner_text() == title
    before = add(project, HOME, "After it was mended.")
    shown_when(home, "After it was mended.")
    (project.root / HOME).write_text(before, encoding="utf-8")
    assert "Traceback" not in live.said()
    assert live.process.poll() is None


def test_pages_that_are_right_follow_while_another_is_to_be_mended(project: Project, home: Page) -> None:
    """A mistake in one file does not stop the others."""
    place = "docs/fr/index.md"
    before = add(project, place, "## Sans nom")
    bar_when(home, place)
    first = add(project, HOME, "Shown all the same.")
    shown_when(home, "Shown all the same.")
    (project.root / HOME).write_text(first, encoding="utf-8")
    (project.root / place).write_text(before, encoding="utf-8")
    bar_when(home, WELL)


def test_every_change_is_said_in_the_terminal_with_its_page_and_time(project: Project, live: Live, home: Page) -> None:
    """One line: file, page, seconds."""
    place = "docs/week-03/index.md"
    before = add(project, place, "Another sentence.")
    end = time.monotonic() + 30
    line = re.compile(rf"^{place} → /week-03/ \(\d+\.\d\d s\)$", re.MULTILINE)
    while not line.search(live.said()) and time.monotonic() < end:
        time.sleep(0.1)
    (project.root / place).write_text(before, encoding="utf-8")
    assert line.search(live.said()), live.said()


def test_the_switch_leads_to_what_facilitators_see_and_back(live: Live, home: Page) -> None:
    """Their page says that it is theirs; participants' never holds a note."""
    home.goto(f"{live.address}week-01/")
    assert home.locator(".note").count() == 0
    home.get_by_role("link", name="Facilitators").click()
    home.wait_for_url("**/-/facilitators/week-01/")
    assert home.locator(".facilitators").first.is_visible()
    assert home.locator(".note").count() > 0
    home.locator(".menu summary").click()
    home.locator(".menu li a").nth(1).click()
    assert "/-/facilitators/" in home.url
    home.get_by_role("link", name="Participants").click()
    home.wait_for_load_state()
    assert "/-/facilitators/" not in home.url


def test_a_file_is_made_when_somebody_asks_for_it(project: Project, live: Live, home: Page) -> None:
    """Nothing is made before; the bar says that it takes a moment; what comes is the PDF."""
    assert not (project.root / ".cache" / "print").exists()
    home.goto(f"{live.address}week-01/handouts/pause-card/")
    link = home.locator(".downloads a", has_text="PDF Letter").first
    assert link.inner_text() == "PDF\u00a0Letter"
    home.evaluate("""() => { const moment = document.querySelector('.live-moment'); window.said = []
        new MutationObserver(() => said.push(moment.textContent)).observe(moment, { childList: true }) }""")
    pdf = home.evaluate(
        """address => fetch(address).then(answer => answer.arrayBuffer()).then(bytes =>
        String.fromCharCode(...new Uint8Array(bytes).slice(0, 5)))""",
        link.get_attribute("href"),
    )
    assert pdf == "%PDF-"
    assert "pause-card-letter.pdf" in "".join(home.evaluate("() => said"))
    with urlopen(f"{live.address}-/paper/week-01/handouts/pause-card/") as answer:
        assert answer.read(5) == b"%PDF-"
        assert answer.url.endswith("pause-card-letter.pdf")


def test_the_bar_fits_the_narrowest_screen_and_leaves_the_exit_free(live: Live, home: Page) -> None:
    """At 320 px nothing sticks out, and nothing lies over the way to leave."""
    home.set_viewport_size({"width": 320, "height": 568})
    for place in ("", "fr/week-01/", "-/facilitators/week-01/"):
        home.goto(live.address + place)
        assert home.evaluate("() => document.documentElement.scrollWidth") <= 320
        assert (
            home.evaluate("""() => { const box = document.querySelector('.leave').getBoundingClientRect();
            return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).className }""")
            == "leave"
        )


@pytest.mark.parametrize(
    ("place", "headers", "status"),
    [
        ("/", {}, 200),
        ("/", {"Host": "elsewhere.example"}, 403),
        ("/-/events", {"Host": "elsewhere.example:80"}, 403),
        ("/week-01/week-01.zip", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ("/", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
        ("/../curriculum.yml", {}, 404),
        ("/%2e%2e/curriculum.yml", {}, 404),
        ("/assets/../../curriculum.yml", {}, 404),
        ("/docs/index.md", {}, 404),
        ("/index.md", {}, 404),
        ("/week-01", {}, 303),
    ],
)
def test_only_this_computer_is_answered_and_only_with_the_site(
    place: str, headers: dict[str, str], status: int, live: Live
) -> None:
    """Another name, another site's page and a path that leads out are refused."""
    connection = HTTPConnection(live.address.split("/")[2])
    connection.request("GET", place, headers=headers)
    assert connection.getresponse().status == status
    connection.close()


def test_a_client_hears_of_a_change_when_the_page_can_be_asked_for(project: Project, live: Live) -> None:
    """The stream says the number of the moment; the page that is fetched then has the sentence."""
    live.wait_until_quiet()
    with urlopen(f"{live.address}-/events", timeout=60) as stream:
        first = _next(stream)
        before = add(project, HOME, "Heard of.")
        later = _next(stream)
        with urlopen(live.address) as answer:
            text = answer.read().decode()
        (project.root / HOME).write_text(before, encoding="utf-8")
    assert later["number"] == first["number"] + 1
    assert "Heard of." in text
    assert f'data-number="{later["number"]}"' in text


def _next(stream: Iterator[bytes]) -> dict[str, int]:
    line = next(line for line in stream if line.startswith(b"data: "))
    news: dict[str, int] = json.loads(line.removeprefix(b"data: "))
    return news


def test_memory_stays_small(project: Project, live: Live) -> None:
    """After changes that were each looked at, the server that all tests of this module used holds 200 MB at most, and
    each change left next to nothing behind.
    """
    good = (project.root / HOME).read_text(encoding="utf-8")
    held = []
    for number in range(WARM + CHANGES):
        (project.root / HOME).write_text(f"{good}\n\nChange {number}.\n", encoding="utf-8")
        wait_for(live.address, f"Change {number}.")
        held.append(live.memory() / MEGABYTE)
    (project.root / HOME).write_text(good, encoding="utf-8")
    print(f"{held[WARM - 1]:.0f} MB, then {held[-1]:.0f}")
    assert max(held) < 200
    assert held[-1] - held[WARM - 1] < CHANGES * LEFT


def test_ending_it_is_a_line_and_a_start_with_a_mistake_is_none_to_fear(tmp_path: Path) -> None:
    """A course that cannot be read yet has a page that says so; Ctrl+C ends with 0 and no traceback."""
    project = copy_project(tmp_path)
    arc = project.root / "curriculum.yml"
    good = arc.read_bytes()
    arc.write_bytes(b"weeks: [\n")
    with started(project) as live:
        assert "not-yaml" in wait_for(live.address, "curriculum.yml:2")
        arc.write_bytes(good)
        wait_for(live.address, WELL)
        assert live.end() == 0
        assert live.said().splitlines()[-1] == "The live site has ended."
        assert "Traceback" not in live.said()


@pytest.mark.skipif(os.name == "nt", reason="a process is stopped otherwise there")
def test_the_one_command_prints_an_address_for_each_language_and_ctrl_c_ends_all_of_it(tmp_path: Path) -> None:
    """As README says, in a terminal: with 0, no traceback, and nobody answers at its port any more."""
    project, port = copy_project(tmp_path / "course"), free_port()
    for name in ("run.py", "requirements.txt"):
        shutil.copy(ROOT / name, project.root)
    command = [sys.executable, "-c", ONE_COMMAND, "serve", "--port", str(port)]
    with (project.root / "live.log").open("wb") as out:
        process = subprocess.Popen(command, cwd=project.root, stdout=out, stderr=out, start_new_session=True)
    try:
        wait_for(f"http://127.0.0.1:{port}/", WELL)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        with suppress(ProcessLookupError):  # all of them, also one that Ctrl+C did not reach
            os.killpg(process.pid, signal.SIGKILL)
    said = (project.root / "live.log").read_text(encoding="utf-8")
    for language in LANGUAGES:
        assert re.search(rf"http://\S+:{port}/{language.prefix}(?!\S)", said), said
    assert "Ctrl+C" in said
    assert "Traceback" not in said
    with pytest.raises(ConnectionRefusedError):
        HTTPConnection("127.0.0.1", port, timeout=5).connect()


def test_plain_mkdocs_serve_still_follows_an_author_and_survives_a_mistake(project: Project, built: Project) -> None:
    """For whoever works with MkDocs alone: a change shows; a mistake leaves the last good page in place."""
    address = f"127.0.0.1:{free_port()}"
    environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", GENERATOR, "--quiet", "serve", "--dev-addr", address]
    shutil.copytree(built.root / ".cache", project.root / ".cache", dirs_exist_ok=True)
    server = subprocess.Popen(command, cwd=project.root, env=environment, stderr=subprocess.DEVNULL)
    home = project.root / HOME
    good = home.read_text(encoding="utf-8")
    try:
        wait_for(f"http://{address}/", "<title>")
        home.write_text(f"{good}\n\nFirst change.\n", encoding="utf-8")
        wait_for(f"http://{address}/", "First change.")
        home.write_text(f"{good}\n\n## No id\n", encoding="utf-8")
        time.sleep(4)
        assert "First change." in wait_for(f"http://{address}/", "<title>")
        home.write_text(f"{good}\n\nSecond change.\n", encoding="utf-8")
        wait_for(f"http://{address}/", "Second change.")
    finally:
        home.write_text(good, encoding="utf-8")
        server.kill()
        server.wait()
