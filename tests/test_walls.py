"""Every wall in `walls.md` names what shows that it is gone, and that is there."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

import pytest
from conftest import ROOT

TESTS = ROOT / "tests"
WALLS = re.findall(r"^\| ([^|]+) \| [^|]+ \| `([^`|]+)` \|$", (TESTS / "walls.md").read_text(encoding="utf-8"), re.M)


@lru_cache(maxsize=64)
def functions_of(path: str) -> frozenset[str]:
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_the_walls_are_all_read() -> None:
    rows = [line for line in (TESTS / "walls.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    heads = [line for line in rows if line.startswith(("| What they met", "| --- "))]
    assert len(WALLS) == len(rows) - len(heads)


@pytest.mark.parametrize(("wall", "shown"), WALLS, ids=[wall for wall, _ in WALLS])
def test_what_shows_that_a_wall_is_gone_is_there(wall: str, shown: str) -> None:
    path, _, name = shown.partition("::")
    assert name in functions_of(path) if name else (TESTS / path / "expected.txt").exists()
