"""A live site of a project, started as an author starts it, and looked at in a browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from conftest import Project

if TYPE_CHECKING:  # where there is no browser, the other tests run
    from playwright.sync_api import Page

PATIENCE = 60
"""Seconds to wait on a busy computer; a saved sentence takes a fraction of one."""
WELL = "Nothing to mend."


@dataclass(frozen=True)
class Live:
    """A live site: its address, its process, and what it says in the terminal."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def said(self) -> str:
        """All it said so far."""
        return self.log.read_text(encoding="utf-8")

    def memory(self) -> int:
        """Bytes it holds in memory, as Linux counts them."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) * 1024

    def wait_until_quiet(self) -> None:
        """Return when no change was noticed for a while: that of an earlier test is done with."""
        before, number = "", self._number()
        while number != before:
            time.sleep(1)
            before, number = number, self._number()

    def _number(self) -> str:
        return wait_for(self.address, "data-number").partition('data-number="')[2].partition('"')[0]

    def end(self) -> int:
        """Ctrl+C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def free_port() -> int:
    """A port that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(project: Project) -> Iterator[Live]:
    """The live site of a project, once it answers."""
    port = free_port()
    log = project.root / "live.log"
    environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONUTF8": "1", "CURRICULUM_LANGUAGE": "en"}
    command = [sys.executable, "-m", "curriculum", "serve", "--port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=project.root, env=environment, stdout=out, stderr=out)
    live = Live(f"http://127.0.0.1:{port}/", process, log)
    try:
        wait_for(live.address, "<title>")
        yield live
    finally:
        process.kill()
        process.wait()


def wait_for(address: str, words: str) -> str:
    """The page, as soon as it holds the words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
        except HTTPError as error:  # there is nothing to show yet, and the page says why
            text = error.read().decode()
        except (URLError, TimeoutError, ConnectionError):
            text = ""
        if words in text:
            return str(text)
        time.sleep(0.1)
    raise AssertionError(f"{words!r} did not show within {PATIENCE} s")


def bar_when(page: Page, words: str) -> str:
    """What the bar of an open page says, once it says these words; nobody reloads the page."""
    page.wait_for_function(
        "words => document.querySelector('.live > div')?.textContent.includes(words)",
        arg=words,
        timeout=PATIENCE * 1000,
    )
    return " ".join(page.locator(".live > div").inner_text().split())


def shown_when(page: Page, words: str) -> None:
    """Wait until the article of an open page holds these words."""
    page.wait_for_function(
        "words => document.querySelector('article')?.textContent.includes(words)", arg=words, timeout=PATIENCE * 1000
    )
