"""Folders and text -> pages, front matter, sections."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePath

import pytest
import yaml
from curriculum.read.folders import is_hidden
from curriculum.read.source import (
    find_sections,
    parse_page,
    read_pages,
    split_front_matter,
    split_language,
    without_excuses,
)
from curriculum.words.model import Language
from hypothesis import given
from hypothesis import strategies as st
from languages import EN, FR, LANGUAGES
from pathspec import GitIgnoreSpec

ROOT = Path(__file__).resolve().parent.parent.parent
WriteFiles = Callable[[dict[str, str]], Path]


@pytest.mark.parametrize(
    ("place", "language", "uri"),
    [
        ("index.md", EN, "index.md"),
        ("fr/week-01/index.md", FR, "week-01/index.md"),
        ("from/here.md", EN, "from/here.md"),
    ],
)
def test_the_first_folder_says_the_language(place: str, language: Language, uri: str) -> None:
    assert split_language(place, LANGUAGES) == (language, uri)


def test_a_section_ends_where_the_next_of_its_level_starts() -> None:
    title, sections = find_sections("# T\n\n## A { #a }\n\n### B { #b }\n\n## C { #c }\n\nend")
    assert title == "T"
    assert [(s.id, s.level, s.line, s.end) for s in sections] == [("a", 2, 3, 7), ("b", 3, 5, 7), ("c", 2, 7, 10)]


def test_a_heading_in_a_code_fence_is_not_a_section() -> None:
    assert find_sections("```\n## not { #not }\n```\n~~~~\n```\n## nor { #nor }\n~~~~\n")[1] == ()


@pytest.mark.parametrize(
    "line", ["## A {#a}", "## A { #a }", "## A {: #a .big}", "##  A   { #a } ##".replace(" ##", "")]
)
def test_an_id_may_be_written_as_attr_list_reads_it(line: str) -> None:
    (section,) = find_sections(line)[1]
    assert (section.id, section.title) == ("a", "A")


def test_front_matter_is_taken_off_and_lines_still_count_from_the_top() -> None:
    meta, body, offset, problems = split_front_matter("p.md", "---\ntitle: Hi\n---\n# T")
    assert (meta, body, offset, problems) == ({"title": "Hi"}, "# T", 3, [])


def test_a_page_without_front_matter_is_all_body() -> None:
    assert split_front_matter("p.md", "# T\n---\n") == ({}, "# T\n---\n", 0, [])


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(write_files: WriteFiles) -> None:
    root = write_files({"docs/a.md": "\ufeff---\r\ntitle: Hi\r\n---\r\n# T\r\n\r\n## A { #a }\r\n"})
    pages, problems = read_pages(root, "docs", LANGUAGES)
    assert problems == []
    assert pages[EN, "a.md"].sections[0].line == 3


def test_a_folder_that_is_not_there_has_no_pages(tmp_path: Path) -> None:
    assert read_pages(tmp_path, "partner", LANGUAGES) == ({}, [])


@given(st.text(alphabet=st.sampled_from("#-: \n{}/|`~[]aé\u00a0\x00\t'\"&*!%@")))
def test_any_text_gives_a_page_or_problems_and_never_fails(text: str) -> None:
    page, problems = parse_page("docs/a.md", "a.md", text, LANGUAGES)
    assert all(problem.line >= 1 for problem in problems)
    assert all(1 <= section.line < section.end for section in page.sections)


EXCUSE = "<!-- en-20: why -->"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"| a |\n{EXCUSE}\n{EXCUSE}\n| b |", "| a |\n| b |"),
        (f"- a\n{EXCUSE}\n- b", "- a\n- b"),
        (f"1. a\n{EXCUSE}\n12. b", "1. a\n12. b"),
        (f"two\n{EXCUSE}\nlines", "two\nlines"),
        (f"These:\n{EXCUSE}\n- a", "These:\n\n- a"),
        (f"{EXCUSE}\n\na", "\na"),
        ("<!-- en-20: a --> Words. <!-- b -->", "<!-- en-20: a --> Words. <!-- b -->"),
    ],
)
def test_without_excuses_nothing_else_changes(text: str, left: str) -> None:
    assert without_excuses(text) == left


@pytest.mark.parametrize(
    ("name", "own"),
    [
        *[(name, True) for name in ("Thumbs.db", "thumbs.db", "desktop.ini", "Icon\r", "week-01/~$notes.docx")],
        *[
            (name, True)
            for name in ("index.md~", "__MACOSX/index.png", ".DS_Store", "._index.md", "images/.hidden/a.png")
        ],
        *[(name, False) for name in ("index.md", "images/thumbs.png", "icons.png", "week-01/a.db", "a~b.png")],
    ],
)
def test_what_the_computer_keeps_for_itself_is_neither_read_nor_published(name: str, own: bool) -> None:
    """Our list, and the one by which MkDocs leaves files out, name the same; dots are left out by MkDocs itself."""
    assert is_hidden(PurePath(name)) is own
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    left_out = GitIgnoreSpec.from_lines([".*", *config["exclude_docs"].splitlines()])
    assert left_out.match_file(name) is own


def test_who_only_reads_pages_does_not_wait_for_what_turns_them_into_html() -> None:
    asked = "import sys, curriculum.commands.translate; print('markdown' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "False\n"
