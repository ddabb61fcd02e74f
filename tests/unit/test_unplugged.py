"""What needs no network. The sites that other tests look at are built without one, in `conftest.py`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import FILES, ROOT, SOURCES, Project

ASKS = "import socket; socket.create_connection(('localhost', 9))"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """The small course, with the program beside it."""
    place = tmp_path / "small"
    shutil.copytree(ROOT / "tests" / "problems" / "nothing-wrong", place)
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, place / name)
    return Project(place)


@pytest.mark.parametrize(
    "typed", ["check", "review", "doctor", "translate status", "edition status", "why", "materialise ../x"]
)
def test_a_command_asks_for_no_network(typed: str, small: Project) -> None:
    done = small.run_unplugged("-m", "curriculum", *typed.split())
    assert done.stdout
    assert "Traceback" not in done.stderr


def test_whoever_asks_for_a_network_is_found(small: Project) -> None:
    """Also when the program goes on without it."""
    with pytest.raises(AssertionError, match="getaddrinfo"):
        small.run_unplugged("-c", f"try:\n    {ASKS}\nexcept OSError:\n    pass")


def test_links_are_what_is_asked_for(small: Project) -> None:
    """The one command whose work it is: so the wall stands where a real command would go through."""
    page = small.root / "docs" / "week-01" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\nSee https://example.org/there.\n", "utf-8")
    with pytest.raises(AssertionError, match=r"example\.org"):
        small.run_unplugged("-m", "curriculum", "links")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="a copy without its history")
def test_a_clone_has_all_that_a_site_is_built_of() -> None:
    """No file of the project is one that git leaves out."""
    asked = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "--", *SOURCES, *FILES]
    found = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    assert [name for name in found if name and "__pycache__" not in name] == []
