"""A real browser, and both built sites served on this computer."""

from __future__ import annotations

import gzip
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO
from urllib.parse import urlsplit

import pytest
from conftest import QUIET, Project
from curriculum.read.layers import Settings, read_curriculum
from curriculum.words.model import Curriculum
from languages import LANGUAGES
from playwright.sync_api import Browser, Page
from reading.browser import link_to, typical_pages

WIDTHS = {"phone": 360, "desktop": 1280}
HEIGHT = 800
COMPRESSED = frozenset({".html", ".css", ".js", ".svg"})
LATE = "?late"
"""Asks for a page whose last script comes late."""
WAIT = 0.3
"""Seconds that are late."""
ASKED_LATE = "Late"
"""A header by which a browser asks for all files of an ending to come late: fonts, styles."""


class _Handler(SimpleHTTPRequestHandler):
    """A host that sends the headers that the site asks for in `_headers`, and compresses text as hosts do."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.endswith("/") else path
        if path.suffix == self.headers.get(ASKED_LATE):
            time.sleep(WAIT)
        if path.suffix not in COMPRESSED or not path.is_file() or self.path.endswith(LATE):
            return super().send_head()
        content = gzip.compress(path.read_bytes(), compresslevel=6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        content = source.read()
        cut = content.rfind(b"<script>") if self.path.endswith(LATE) else 0
        outputfile.write(content[:cut])
        time.sleep(WAIT if cut else 0)
        outputfile.write(content[cut:])

    def end_headers(self) -> None:
        address, applies = urlsplit(self.path).path, False
        for line in Path(self.directory, "_headers").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):  # the addresses that the next headers are for
                applies = fnmatch(address, line)
            elif applies:
                self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, as a plain host would serve it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def address(built: Project) -> Iterator[str]:
    """Where the participant site is served."""
    with served(built.participant) as address:
        yield address


@pytest.fixture(scope="session")
def facilitator_address(built: Project) -> Iterator[str]:
    """Where the facilitator site is served."""
    with served(built.facilitator) as address:
        yield address


@pytest.fixture(scope="session")
def curriculum(built: Project) -> Curriculum:
    """What the participant site is made from."""
    curriculum, _ = read_curriculum(Settings(built.root))
    assert curriculum
    return curriculum


@pytest.fixture(scope="session")
def places(built: Project, address: str, facilitator_address: str, curriculum: Curriculum) -> list[str]:
    """A page of each type in both languages, and of those only facilitators have; with `--every-page`, all of both."""
    if os.environ.get("EVERY_PAGE"):
        sites = {address: built.participant, facilitator_address: built.facilitator}
        return [base + place for base, site in sites.items() for place in places_in(site)]
    ours = [address + link_to(language, uri) for language in LANGUAGES for uri in typical_pages(curriculum).values()]
    week = curriculum.arc.published[-1].uri
    own = [link_to(language, uri) for language in LANGUAGES for uri in (week, "protocol.md")]
    return [*ours, address + "404.html", *(facilitator_address + place for place in own)]


def places_in(site: Path) -> list[str]:
    """Every page of a built site, as it is linked to."""
    paths = (path for name in ("index.html", "404.html") for path in site.rglob(name))
    pages = sorted(path.relative_to(site).as_posix() for path in paths)
    return [place.removesuffix("index.html") for place in pages]


@pytest.fixture(scope="session")
def remembering(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps the pages one comes back to, as those of readers do and those of tests do not."""
    program, unset = shutil.which("chromium"), ["--disable-back-forward-cache"]
    assert program, "chromium is not installed"  # without its window it keeps no page
    own = browser.browser_type.launch(executable_path=program, args=QUIET, ignore_default_args=unset)
    yield own
    own.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    """A fresh page in a wide window."""
    context = browser.new_context(viewport={"width": WIDTHS["desktop"], "height": HEIGHT})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A fresh page on a narrow screen."""
    context = browser.new_context(viewport={"width": WIDTHS["phone"], "height": HEIGHT})
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_phone(browser: Browser) -> Iterator[Page]:
    """A fresh page on a narrow screen, with scripts turned off."""
    context = browser.new_context(viewport={"width": WIDTHS["phone"], "height": HEIGHT}, java_script_enabled=False)
    yield context.new_page()
    context.close()
