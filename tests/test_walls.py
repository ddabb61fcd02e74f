"""Every wall in `walls.md`, and every input in `inputs.md`, names what shows that it is gone, and that is there."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

import pytest
from conftest import ROOT

TESTS = ROOT / "tests"
TABLES = ("walls.md", "inputs.md")
HEADS = ("| What they met", "| What was written", "| --- ")
ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \| `([^`|]+)` \|$", re.M)
WALLS = [row for table in TABLES for row in ROW.findall((TESTS / table).read_text(encoding="utf-8"))]


@lru_cache(maxsize=64)
def functions_of(path: str) -> frozenset[str]:
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_the_walls_are_all_read() -> None:
    lines = [line for table in TABLES for line in (TESTS / table).read_text(encoding="utf-8").splitlines()]
    rows = [line for line in lines if line.startswith("| ") and not line.startswith(HEADS)]
    assert len(WALLS) == len(rows) > 60


@pytest.mark.parametrize(("wall", "shown"), WALLS, ids=[wall for wall, _ in WALLS])
def test_what_shows_that_a_wall_is_gone_is_there(wall: str, shown: str) -> None:
    path, _, name = shown.partition("::")
    assert name in functions_of(path) if name else (TESTS / path / "expected.txt").exists()
