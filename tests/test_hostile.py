"""Files no honest author writes, or that are no files: each gets a sentence at once, never a traceback or a wait."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from curriculum.checks import check_sources
from curriculum.read.layers import Settings, read_all
from curriculum.read.limits import MOST_LINES, MOST_ON_PAGE
from pace import soon
from test_problems import lay_out

BASE = "nothing-wrong"
MOST_SECONDS = 2
PAGE, HANDOUT, PICTURE = "docs/week-01/index.md", "docs/week-01/handouts/first-steps.md", "docs/week-01/images/door.png"
READ = {
    **{"page": PAGE, "handout": HANDOUT, "picture": PICTURE, "note": "facilitator/week-01/index.md"},
    **{
        "arc": "curriculum.yml",
        "profile": "editions/harbour/profile.yml",
        "resources": "editions/harbour/resources.yml",
        "private": "editions/harbour/facilitator.yml",
    },
}
"""One file of each sort that is read."""


def rules_of(root: Path) -> set[str]:
    """The rules that a curriculum breaks, found within the time an author waits without asking."""
    problems = soon(lambda: check_sources(read_all(Settings(root, "facilitator"))), MOST_SECONDS)
    return {problem.rule for problem in problems}


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)


def _link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "page.html").touch()


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes or sockets in folders, and links need permission")
@pytest.mark.parametrize("place", READ)
@pytest.mark.parametrize("make", [_pipe, _socket, _link_to_device, _link_to_itself, _sparse, _folder])
def test_what_is_no_file_is_not_opened(
    make: Callable[[Path], None], place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lay_out(BASE, tmp_path)
    path = tmp_path / READ[place]
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    assert rules_of(tmp_path) & {"file-unreadable", "file-too-large", "picture-too-large", "symbolic-link", "file-kind"}


def levels(count: int, start: str = "- ") -> str:
    return "\n".join("    " * level + start + "words" for level in range(count))


def elements(count: int) -> str:
    opened = "\n".join("/" * (count + 3 - level) + " box | a" for level in range(count))
    return opened + "\n\nwords\n\n" + "\n".join("/" * (level + 4) for level in range(count))


SIGNS = ("[", "![", "<a ", "{", "{{ ", "`", "*", "_", "(", "](", "[a](", "<", "&", "\\", "/", "|")
STARTS = ("[", "![a](", "<a", "{", "(", "`a", "| a | b |", "> a", "- a", "word")
TEXTS = {
    **{f"a row of {sign}": sign * 20_000 for sign in SIGNS},
    **{f"rows of {start}": f"{start}\n" * 10_000 for start in STARTS},
    "backticks in runs": " ".join("`" * count for count in range(1, 250)),
    "letters without a space": "a" * 190_000,
    "letters and a hyphen": "a-" * 90_000,
    "a line of words": "word " * 30_000,
    "bold never closed": "**a " * 20_000,
    "quotations in quotations": "> " * 500 + "words",
    "quotations without spaces": ">" * 90 + "words",
    "lists in lists": levels(300),
    "numbers in numbers": "1. " * 400 + "words",
    "numbered lists in lists": levels(60, "1. "),
    "elements in elements": elements(500),
    "a few elements too deep": elements(8),
    "elements never closed": "\n\n".join(["/// box | a"] * 500),
    "a wide table": "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000,
    "a long table": "| a | b |\n| --- | --- |\n" + "| a | b |\n" * 10_000,
    "addresses": "http://a" * 2_500,
    "comments": "<!--" * 5_000,
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("place", ["page", "handout", "note"])
def test_a_text_that_would_take_minutes_is_refused_at_once(name: str, place: str, tmp_path: Path) -> None:
    lay_out(BASE, tmp_path)
    path = tmp_path / READ[place]
    path.write_text(f"{path.read_text(encoding='utf-8')}\n\n{TEXTS[name]}\n", encoding="utf-8")
    assert rules_of(tmp_path)


REPEATED = (
    *("[a] ", "[a][b] ", "[a](#x) ", "![a](b) ", "*a ", "**a ", " *a", "**a** ", "_a __b ", "`a` ", "`a "),
    *(
        "\\* ",
        "&amp; ",
        "a_b ",
        "a-b ",
        "<b> ",
        "<b><i></b> ",
        "< ",
        "<http://a.b> ",
        "{{ org.name }} ",
        "{{ a ",
        "{ a.b } ",
    ),
    *("{--a ", "==a== ++b++ ", ":a:b ", "1-2-3 ", "____ ", "ə ", "(a)[b] ", "[a](b ", "a\tb ", "😀 ", "“a” "),
)
FILLINGS = {
    **{f"blocks of {sign}": sign * (2_000 // len(sign)) + "\n\n" for sign in REPEATED},
    "footnotes": "w[^a]\n\n[^a]: x\n\n",
    "headings": "## H { #h }\n\nw\n\n",
    "headings without ids": "## H\n\nw\n\n",
    "comments": "<!-- a -->\n\n",
    "comments never closed": "<!-- a\n\n",
    "fences": "```\n\n",
    "elements": "/// box | A\nw\n///\n\n",
    "elements that stay open": "/// box | A\n\n",
    "ends": "///\n\n",
    "lines": "/// lines | 24\n///\n\n",
    "lists of many levels": levels(6) + "\n\n",
    "items": "- a\n\n",
    "boxes": "- [ ] a\n\n",
    "quotations": "> > > > > > w\n\n",
    "tables": "| a | b |\n| --- | --- |\n| c | d |\n\n",
    "cells of 900 words": f"| a | b |\n| --- | --- |\n| {'word ' * 900}| b |\n\n",
    "a hundred columns": "|" + " a |" * 100 + "\n|" + " --- |" * 100 + "\n" + ("|" + " b |" * 100 + "\n") * 20 + "\n",
    "rules": "***\n\n",
    "words with a line under them": "a\n=\n\n",
    "definitions": "[a]: b.md\n\n",
    "pictures": "![a](images/door.png)\n\n",
    "words": f"{'word ' * 80}\n\n",
    "words of a thousand letters": f"{'ab' * 499} " * 4 + "\n\n",
}
"""What a page is filled with, up to its limits: nothing in it is too long by itself."""


@pytest.mark.parametrize("name", FILLINGS)
@pytest.mark.parametrize("place", ["page", "handout"])
def test_a_page_at_its_limits_is_checked_soon(name: str, place: str, tmp_path: Path) -> None:
    lay_out(BASE, tmp_path)
    path = tmp_path / READ[place]
    words = path.read_text(encoding="utf-8")
    piece = FILLINGS[name]
    lines = sum(bool(line.strip()) for line in piece.split("\n"))
    times = min((MOST_ON_PAGE - 1_000) // len(piece), (MOST_LINES - 50) // lines)
    path.write_text(f"{words}\n\n{piece * times}\n", encoding="utf-8")
    assert not rules_of(tmp_path) & {"page-too-long", "block-too-long", "line-too-long"}


ALIKE = {
    "accents alone": "\u0301\n\n" * 1_000,
    "six words, then others": "\n\n".join(
        " ".join(f"a b c d e f {block}-{at}" for at in range(80)) for block in range(30)
    ),
}


@pytest.mark.parametrize("name", ALIKE)
def test_a_page_and_a_note_that_hold_the_same_few_words_are_compared_soon(name: str, tmp_path: Path) -> None:
    lay_out(BASE, tmp_path)
    for count, place in enumerate(("page", "note")):
        path = tmp_path / READ[place]
        words = ALIKE[name].replace("-", f"x{count}x")
        path.write_text(f"{path.read_text(encoding='utf-8')}\n\n{words}\n", encoding="utf-8")
    assert not rules_of(tmp_path) & {"page-too-long", "block-too-long", "line-too-long", "note-copied"}


KEYS = {
    "keys in keys": "\n".join(" " * level + "a:" for level in range(3_000)),
    "keys in keys of a page": "\n".join(" " * level + "a:" for level in range(300)),
    "lists on a line": "a: " + "[" * 900 + "]" * 900,
    "groups on a line": "a: " + "{a: " * 900 + "}" * 900,
    "questions": "? " * 900 + "a",
    "dashes": "- " * 900 + "a",
    "never closed": "a: " + "[" * 900,
    "a name for itself": "a: &a [*a]",
    "names for names": "a: &a [b, b]\nc: &c [*a, *a]\nd: [*c, *c]",
    "tags": "a: !!python/object/apply:os.system [b]",
    "two files in one": "a: b\n---\nc: d",
    "as many as fit": "\n\n".join("\n".join(f"a{row}-{at}: 1" for at in range(500)) for row in range(30)),
    "numbers as many as fit": "\n\n".join("\n".join(f"{row}00{at}: 1" for at in range(500)) for row in range(30)),
    "numbers without a value": "\n\n".join("\n".join(f"{row}00{at}:" for at in range(500)) for row in range(30)),
}


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("place", ["page", "arc", "profile", "resources", "private"])
def test_keys_that_lead_nowhere_are_refused_at_once(name: str, place: str, tmp_path: Path) -> None:
    lay_out(BASE, tmp_path)
    path = tmp_path / READ[place]
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(
        f"---\n{KEYS[name]}\n---\n{text}" if place == "page" else f"{text}\n{KEYS[name]}\n", encoding="utf-8"
    )
    assert rules_of(tmp_path)
