"""Addresses of other sites: each answer that a site may give, from a real server on this computer."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Run
from curriculum.watch.elsewhere import read_reached

EXPECTED = Path(__file__).parent / "linked-wrongly" / "expected.txt"
PATIENCE = 0.5
"""Seconds to wait for a site that does not answer."""
LEADS = {"/moved": (301, "/there"), "/for-now": (302, "/there"), "/both": (301, "/for-now")}
LEADS |= {"/moved-away": (301, "/gone"), "/nowhere": (301, ""), "/circle": (308, "/circle")}
CODES = {"/gone": 404, "/ended": 410, "/broken": 500, "/not-you": 403, "/busy": 429}


class Site(BaseHTTPRequestHandler):
    """One page that is there, and what else a site may do."""

    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(3 * PATIENCE)
        code, leads_to = LEADS.get(self.path, (CODES.get(self.path, 200), ""))
        self.send_response(code)
        if leads_to:
            self.send_header("Location", leads_to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *said: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        ("/there", ""),
        ("/for-now", ""),
        ("/both", ""),
        ("/moved", "link-moved"),
        ("/moved-away", "link-gone"),
        *[(place, "link-gone") for place in ("/gone", "/ended")],
        *[(place, "link-unknown") for place in ("/broken", "/not-you", "/busy", "/circle", "/nowhere", "/slow")],
    ],
)
def test_each_answer_is_told_for_what_it_is(site: str, place: str, rule: str) -> None:
    assert read_reached(f"http://{site}{place}", PATIENCE).rule == rule


@pytest.mark.parametrize(
    "address", ["https://{site}/there", "http://127.0.0.1:9/", "http://no-such-host.invalid/", "http://[/"]
)
def test_who_does_not_answer_is_not_said_to_be_gone(site: str, address: str) -> None:
    assert read_reached(address.format(site=site), PATIENCE).rule == "link-unknown"


def test_the_command_says_where_each_is_written(site: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page, the profile, twice the same; nothing is asked twice, and what is there is not told."""
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    page = Path("docs/week-01/index.md")
    links = [f"[{place[1:]}](http://{site}{place}#part)" for place in ("/there", "/gone", "/moved", "/not-you")]
    page.write_text(f"{page.read_text('utf-8')}\n{'; '.join(links)}. Or http://{site}/gone.\n", encoding="utf-8")
    profile = Path("editions/harbour/profile.yml")
    exit_there = "site:\n  exit: {en: https://exit.invalid/, fr: https://exit.invalid/fr}"
    profile.write_text(profile.read_text("utf-8").replace("site:", exit_there, 1), "utf-8")
    code, said = run("links", "--seconds", str(PATIENCE))
    said = said.replace(site, "site.example")
    assert code == 1
    if os.environ.get("REFRESH"):
        EXPECTED.parent.mkdir(exist_ok=True)
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")


def test_a_course_without_other_sites_asks_nobody(run: Run) -> None:
    code, said = run("links")
    assert code == 0
    assert "There: 0." in said
