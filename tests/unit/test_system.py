"""What a computer refuses is told in the language of whoever is told, and never in the system’s own words."""

from __future__ import annotations

import ast
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from curriculum.words.labels import read_words
from curriculum.words.model import Language
from curriculum.words.problems import told
from curriculum.words.system import NAMES, REASONS, is_refusal, reason_of
from languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [*sorted((ROOT / "hooks").rglob("*.py")), ROOT / "run.py"]
OF_SYSTEM = {"OSError", "IOError", "EnvironmentError", "Exception", "BaseException"} | {
    one.__name__ for one in OSError.__subclasses__()
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_words_of_its_own_and_none_has_those_of_the_system(language: Language) -> None:
    said = {one: told(reason_of(OSError(one, os.strerror(one))), language) for one in errno.errorcode}
    assert [one for one, words in said.items() if os.strerror(one).lower() in words.lower()] == []
    assert len({said[one] for one in REASONS}) == len(NAMES)
    assert {*NAMES, "system-other"} <= read_words("terms", language).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_in_the_table_is_told_by_its_name(language: Language) -> None:
    assert "EPROTO" in told(reason_of(OSError(errno.EPROTO, "Protocol error")), language)
    assert "OSError" in told(reason_of(OSError("no number")), language)


def test_a_slip_of_ours_is_not_called_the_computers() -> None:
    told_as = {error.errno: is_refusal(error) for error in (FileNotFoundError(2, "x"), OSError(28, "x"), OSError("x"))}
    assert told_as == {2: False, 28: True, None: False}


def _shown(path: Path) -> Iterator[str]:
    """Where a module puts into words what an error of the system says of itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (f"strerror:{n.lineno}" for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr == "strerror")
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and node.name and _of_system(node.type):
            yield from _said(node.body, node.name)
        if isinstance(node, ast.FunctionDef):
            for argument in node.args.args:
                if _of_system(argument.annotation):
                    yield from _said(node.body, argument.arg)


def _of_system(node: ast.expr | None) -> bool:
    names = {getattr(one, "id", getattr(one, "attr", "")) for one in ast.walk(node)} if node else set()
    return bool(names & OF_SYSTEM)


def _said(body: list[ast.stmt], name: str) -> Iterator[str]:
    """`str(error)`, `f"{error}"`, `error.args`."""
    for node in (one for statement in body for one in ast.walk(statement)):
        inside: list[ast.expr] = []
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("str", "repr", "format"):
            inside = node.args
        elif isinstance(node, ast.FormattedValue) or (isinstance(node, ast.Attribute) and node.attr == "args"):
            inside = [node.value]
        if any(isinstance(one, ast.Name) and one.id == name for one in inside):
            yield f"{name}:{node.lineno}"


def test_no_module_says_what_the_system_says() -> None:
    found = {path.relative_to(ROOT).as_posix(): [*_shown(path)] for path in PROGRAM}
    # For whoever mends it: a mistake of the program in the live site, and one of a template there and in a build.
    counts = {path.removeprefix("hooks/curriculum/"): len(lines) for path, lines in found.items() if lines}
    assert counts == {"live/telling.py": 1, "live/templates.py": 2}


def test_the_look_at_modules_sees_each_way(tmp_path: Path) -> None:
    ways = ("error.strerror", "str(error)", 'f"{error}"', "error.args[1]")
    seen = []
    for way in ways:
        (tmp_path / "module.py").write_text(f"try:\n    pass\nexcept OSError as error:\n    x = {way}\n")
        seen.append(len([*_shown(tmp_path / "module.py")]))
    assert seen == [1, 1, 1, 1]
