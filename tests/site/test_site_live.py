"""The live site while an author writes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from conftest import Project

pytestmark = pytest.mark.slow
PATIENCE = 30
"""Seconds to wait for a page; a build takes about two."""


@pytest.fixture
def live(project: Project) -> Iterator[str]:
    """The address of a live site of a project, stopped after the test."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "--quiet", "serve", "--dev-addr", address]
    server = subprocess.Popen(command, cwd=project.root, env=environment, stderr=subprocess.DEVNULL)
    yield f"http://{address}/"
    server.kill()
    server.wait()


def wait_for(address: str, words: str) -> str:
    """The page, as soon as it holds the words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
        except (URLError, TimeoutError, ConnectionError):
            text = ""
        if words in text:
            return str(text)
        time.sleep(0.3)
    raise AssertionError(f"{words!r} did not show within {PATIENCE} s")


def test_pages_follow_the_author_and_stay_while_a_mistake_is_mended(live: str, project: Project) -> None:
    """A change shows; a mistake leaves the last good page in place, at once; the mended page shows."""
    home = project.root / "docs" / "index.md"
    good = home.read_text(encoding="utf-8")
    wait_for(live, "<title>")
    home.write_text(f"{good}\n\nFirst change.\n", encoding="utf-8")
    wait_for(live, "First change.")
    home.write_text(f"{good}\n\n## No id\n", encoding="utf-8")
    time.sleep(4)
    assert "First change." in wait_for(live, "<title>")
    home.write_text(f"{good}\n\nSecond change.\n", encoding="utf-8")
    wait_for(live, "Second change.")
