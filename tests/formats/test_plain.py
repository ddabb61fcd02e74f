"""The course for MkDocs alone: built without a line of ours, every page says the same words, and asks nobody else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Project, Run, read_valid
from curriculum.compose.page import compose_handout, compose_read
from curriculum.elements.tree import to_tree, written
from curriculum.formats.plain.project import plain_project
from curriculum.formats.plain.text import plain_text
from curriculum.read.layers import Settings
from curriculum.words.model import Curriculum, Page
from languages import EN
from reading.pdf.words import words_of_html

LOADED = re.compile(r'<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="(?:https?:)?//[^"]*"')
MAIN = re.compile(r'<div class="section" itemprop="articleBody">(.*?)</div>\s*</div><footer', re.DOTALL)
NOT_WORDS = "☐"
EXPECTED = Path(__file__).parent / "written-wrongly" / "expected.txt"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both languages for facilitators, who have every page, each built by MkDocs in a process of its own."""
    folder = tmp_path_factory.mktemp("plain") / "course"
    done = Project(ROOT).run("-m", "curriculum", "materialise", str(folder), "--facilitators")
    assert done.returncode == 0, done.stderr
    for language in folder.iterdir():
        built = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=language,
            check=False,
            capture_output=True,
            text=True,
        )
        assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def guide() -> Curriculum:
    return read_valid(Settings(ROOT, "facilitator"))


def words(html: str) -> list[str]:
    return [word for word in words_of_html(html) if word.strip(NOT_WORDS)]


def composed(page: Page, curriculum: Curriculum) -> str:
    """Our own Markdown of a page."""
    is_handout = any(handout.uri == page.uri for handout in curriculum.arc.handouts)
    return compose_handout(page, curriculum) if is_handout else compose_read(page, curriculum, noted=True)


def said(page: Page, curriculum: Curriculum) -> list[str]:
    """What our own page says."""
    return words(f"<article>{written(to_tree(composed(page, curriculum)))}</article>")


@pytest.mark.slow
def test_every_page_says_the_same_words(plain: Path, guide: Curriculum) -> None:
    """All but the pages that list what our own site holds; none is in the menu twice, and none is missing there."""
    different = []
    for (language, uri), page in guide.pages.items():
        place = plain / language.code / "site" / uri.removesuffix("index.md").removesuffix(".md") / "index.html"
        if uri in ("search.md", "downloads.md"):
            assert not place.exists()
            continue
        shown = MAIN.search(place.read_text("utf-8"))
        assert shown, place
        found, ours = words(f"<article>{shown[1]}</article>"), said(page, guide)
        assert len(ours) > 50, uri
        if found != ours:
            different.append((language.code, uri))
    assert different == []


@pytest.mark.slow
def test_its_structure_is_that_of_our_pages(plain: Path, guide: Curriculum) -> None:
    """Headings with their ids, tables, items, links to other pages: as many of each, and the same ids."""
    for (language, uri), page in guide.pages.items():
        place = plain / language.code / "site" / uri.removesuffix("index.md").removesuffix(".md") / "index.html"
        if not place.exists():
            continue
        theirs = MAIN.search(place.read_text("utf-8"))
        assert theirs
        ours = written(to_tree(composed(page, guide)))
        assert shape(theirs[1]) == shape(ours), (language.code, uri)


def shape(html: str) -> tuple[list[str], int, int, int]:
    """Ids of headings; tables, rows and items."""
    ids = re.findall(r'<h[1-6][^>]*\bid="([^"]+)"', html)
    return ids, html.count("<table"), html.count("<tr"), html.count("<li")


@pytest.mark.slow
def test_nothing_is_loaded_from_elsewhere(plain: Path) -> None:
    """As MkDocs comes, its theme asks another site for a program that colours code."""
    pages = [path.read_text("utf-8") for path in plain.rglob("site/**/*.html")]
    assert len(pages) > 100
    assert [found[0] for page in pages for found in LOADED.finditer(page)] == []


@pytest.mark.slow
def test_french_is_french(plain: Path) -> None:
    """The frame of the theme too: a screen reader chooses its voice by it."""
    assert re.search(r'<html [^>]*lang="fr"', (plain / "fr" / "site" / "index.html").read_text("utf-8"))


def test_participants_get_no_word_of_facilitators(run: Run, tmp_path: Path) -> None:
    """Without the option, no note, no page of the guide, and nothing says that there is one."""
    folder = tmp_path.parent / "plain"
    code, told = run("materialise", str(folder))
    assert code == 0, told
    texts = "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())
    notes = [path.read_text("utf-8") for path in (tmp_path / "facilitator").rglob("*.md")]
    sentences = {line for note in notes for line in note.split("\n") if len(line.split()) > 3 and line[0] != "#"}
    assert len(sentences) == 2
    assert [line for line in sentences if line in texts] == []
    assert (folder / "en" / "README.md").read_text("utf-8").startswith("# The course, for MkDocs alone")


def test_a_folder_that_will_not_do_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In both languages; what lies there stays as it is."""
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    taken = tmp_path.parent / "taken"
    taken.mkdir()
    (taken / "thesis.txt").write_text("mine")
    told = {name: run("materialise", place) for name, place in {"taken": "../taken", "inside": "docs/new"}.items()}
    told["a file"] = run("materialise", "../taken/thesis.txt")
    said = "\n".join(f"# {name}\n\n{words}" for name, (_, words) in told.items())
    if os.environ.get("REFRESH"):
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")
    assert {code for code, _ in told.values()} == {1}
    assert [(path.name, path.read_text()) for path in taken.iterdir()] == [("thesis.txt", "mine")]


def test_facilitators_are_told_whose_it_is(run: Run, tmp_path: Path) -> None:
    folder = tmp_path.parent / "theirs"
    assert run("materialise", str(folder), "--facilitators")[0] == 0
    assert "only they can read it" in (folder / "en" / "README.md").read_text("utf-8")
    assert "Pour l’animation" in (folder / "fr" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("ours", "plain"),
    [
        ("/// lines | 2\n///", '<div class="lines"><br><br></div>\n'),
        ("- [ ] I ask ____", '- ☐ I ask <span class="blank"></span>\n'),
        ("| a | b |\n|---|---|\n| c | [ ] |", "| a | b |\n|---|---|\n| c | ☐ |\n"),
        ("[Search](search.md) and [there](there.md#x)", "Search and [there](there.md#x)\n"),
        ("[**A** [b]](gone.md) ![p](p.png)", "**A** [b] ![p](p.png)\n"),
        ("[call](tel:988)", "[call](tel:988)\n"),
    ],
)
def test_an_element_becomes_what_it_looks_like(ours: str, plain: str) -> None:
    assert plain_text(ours, "page.md", {"there.md"}) == plain


def test_the_project_says_what_it_needs_and_whom_it_owes(guide: Curriculum) -> None:
    """A menu of pages that are there, a licence at the foot, and an address of no registry."""
    files = plain_project(guide, EN)
    config = yaml.safe_load(files["mkdocs.yml"])
    assert "CC BY-SA 4.0" in config["copyright"]
    listed = re.findall(r"[\w/-]+\.md", str(config["nav"]))
    assert sorted(listed) == sorted(
        name.removeprefix("docs/") for name in files if name.endswith(".md") and "/" in name
    )
    assert files["requirements.txt"].startswith("mkdocs")
