"""What people read stands in the folders of words, a folder a language: in no module, template, script or style.

`run.py` and `tests/` are left out: the first speaks before there are words to read, the second to developers.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from curriculum.review.prose import WORD
from curriculum.words.forms import common
from languages import LANGUAGES

HOOKS, OVERRIDES = ROOT / "hooks", ROOT / "overrides"
FEW = 3
"""Words that make a sentence of a string; fewer may be a name."""
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL)
READ = re.compile(r"(?:alt|title|aria-label|placeholder)=\"([^\"]*)\"")
LETTERS = re.compile(r"[^\W\d_]{2,}")
SIGNS = re.compile(r"&\w+;")
CODE = re.compile(r"</?\w+|[{}]|\(\.\*|\\\\")
"""Tags, rules of a style and patterns are no sentences."""
SCRIPT = re.compile(r"//[^\n]*|/\*.*?\*/|(\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)", re.DOTALL)
STYLE = re.compile(r"content:\s*(\"[^\"]*\"|'[^']*')")


def spoken(text: str) -> bool:
    """Whether a string reads as words of a sentence in some language here."""
    words = [] if CODE.search(text) else WORD.findall(text.lower())
    return (
        " " in text
        and len(words) >= FEW
        and any(sum(word in common(language) for word in words) > 1 for language in LANGUAGES)
    )


def strings_of(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module that are no docstring, and are not said to developers by what stops the program."""
    alone = [node for node in ast.walk(tree) if isinstance(node, ast.Expr | ast.Raise | ast.Assert)]
    told = {
        id(part)
        for node in alone
        for part in ([node.value] if isinstance(node, ast.Expr) else ast.walk(node))
        if isinstance(part, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


@pytest.mark.parametrize("path", sorted(HOOKS.rglob("*.py")), ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_no_module_says_anything(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [(node.lineno, node.value) for node in strings_of(tree) if spoken(str(node.value))] == []


@pytest.mark.parametrize("path", sorted(OVERRIDES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_says_anything(path: Path) -> None:
    text = JINJA.sub(" ", path.read_text(encoding="utf-8"))
    seen = [*READ.findall(text), *re.sub(r"<[^>]*>", "\n", SIGNS.sub(" ", text)).split("\n")]
    assert [words.strip() for words in seen if LETTERS.search(words)] == []


@pytest.mark.parametrize("path", sorted((OVERRIDES / "scripts").rglob("*.js")), ids=lambda path: path.name)
def test_no_script_says_anything(path: Path) -> None:
    strings = [found for found in SCRIPT.findall(path.read_text(encoding="utf-8")) if found]
    assert [words for words in strings if spoken(words)] == []


@pytest.mark.parametrize("path", sorted(OVERRIDES.rglob("*.css")), ids=lambda path: path.name)
def test_no_style_says_anything(path: Path) -> None:
    assert [words for words in STYLE.findall(path.read_text(encoding="utf-8")) if LETTERS.search(words)] == []


@pytest.mark.parametrize("path", sorted(OVERRIDES.rglob("*.typ")), ids=lambda path: path.name)
def test_no_template_of_paper_says_anything(path: Path) -> None:
    text = re.sub(r"(?m)//.*$", "", path.read_text(encoding="utf-8"))
    assert [words for words in re.findall(r'"((?:[^"\\]|\\.)*)"', text) if spoken(words)] == []


@pytest.mark.parametrize("words", ["Did you mean the other one?", "Le fichier n’est pas dans le dossier."])
def test_a_sentence_is_seen(words: str) -> None:
    assert spoken(words)
