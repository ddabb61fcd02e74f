"""What builds is called by its own name."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from types import ModuleType

import pytest
from conftest import GENERATOR
from curriculum.site.generator import ANSWERS, OTHER, PLAIN, generator


def test_what_is_installed_is_called_by_its_name() -> None:
    """Here, whichever it is: a module that `python -m` finds."""
    assert find_spec(f"{GENERATOR}.__main__") is not None


def test_where_the_other_one_answers_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, ANSWERS, ModuleType(ANSWERS))
    assert generator() == OTHER


def test_where_only_one_is_there_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of which nothing is loaded and nothing is found; and neither is a reason for the other."""
    monkeypatch.delitem(sys.modules, ANSWERS, raising=False)
    there = {PLAIN}
    monkeypatch.setattr("curriculum.site.generator.find_spec", lambda name: name if name in there else None)
    assert generator() == PLAIN
    there.add(OTHER)
    assert generator() == PLAIN
    there.remove(PLAIN)
    assert generator() == OTHER
    there.clear()
    assert generator() == PLAIN
