"""Things in a row: the dot between them stays with what stands before it, whoever writes the row."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from conftest import ROOT
from curriculum.words.dotted import dotted, unbroken
from curriculum.words.labels import FOLDER

PROGRAM, LOOK = ROOT / "hooks", ROOT / "overrides"
LOOSE = " · "
"""A row with this may be broken before its dot."""


def test_a_row_breaks_after_its_dots_and_leaves_out_what_is_empty() -> None:
    assert dotted(["PDF", "", "Word"]) == "PDF\u00a0· Word"
    assert dotted([]) == ""


def test_a_name_stays_on_its_line_or_breaks_after_a_comma() -> None:
    assert unbroken("PDF A4, 21 KB") == "PDF\u00a0A4,\u00a021\u00a0KB"
    assert unbroken("PDF large print, Letter, 225 KB") == "PDF\u00a0large\u00a0print, Letter, 225\u00a0KB"


def test_nobody_writes_a_dot_that_a_line_may_begin_with() -> None:
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in PROGRAM.rglob("*.py")}
    assert sum("dotted" in ast.dump(tree) for tree in modules.values()) > 10
    assert [path for path, tree in modules.items() if any(loose_in(tree))] == []
    others = [
        *FOLDER.glob("*/*.yml"),
        *LOOK.glob("styles/*.css"),
        *LOOK.glob("print/*.typ"),
        *LOOK.glob("scripts/*.js"),
    ]
    assert len(others) > 40
    assert [path for path in others if LOOSE in path.read_text(encoding="utf-8")] == []


def loose_in(tree: ast.Module) -> Iterator[str]:
    """Such dots in what a module says; what it says of itself is not written anywhere."""
    own = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in own and LOOSE in str(node.value):
            yield str(node.value)


def test_a_loose_dot_would_be_seen() -> None:
    for source in ('f"{a} · {b}"', '" · ".join(y)'):
        assert [*loose_in(ast.parse(f"y = {source}"))] == [LOOSE]
    assert [*loose_in(ast.parse('"""Says `a · b`."""'))] == []
