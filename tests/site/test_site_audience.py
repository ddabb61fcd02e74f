"""The two built sites know whose they are: nothing of facilitators is where participants look, by the one table."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Project, read_valid
from curriculum.publish.offline.copies import read_built
from curriculum.read.layers import Settings
from curriculum.words.audience import CONFIGS, MARKS, NAMES, NOTES, find_theirs, guide_of
from test_problems import lay_out

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def guide(built: Project) -> frozenset[str]:
    return guide_of(read_valid(Settings(built.root)).arc.menu)


def test_the_site_of_participants_holds_nothing_of_facilitators(built: Project, guide: frozenset[str]) -> None:
    assert list(find_theirs(read_built(built.participant), guide)) == []


def test_all_that_the_table_names_is_in_the_site_of_facilitators(built: Project, guide: frozenset[str]) -> None:
    """A mark or a page that is found nowhere guards nothing."""
    files = read_built(built.facilitator)
    texts = [content.decode() for place, content in files.items() if place.endswith((".html", ".css", "_headers"))]
    assert [name for name, mark in MARKS.items() if not any(mark.search(text) for text in texts)] == []
    assert [page for page in guide if f"{page}index.html" not in files] == []
    only = files.keys() - read_built(built.participant).keys()
    assert {place for place in files if NAMES.search(place)} == {p for p in only if not p.endswith("index.html")}
    assert len(guide) > 1


def test_every_page_of_facilitators_has_the_banner_and_no_address(built: Project) -> None:
    files = read_built(built.facilitator)
    pages = {place: text.decode() for place, text in files.items() if place.endswith(("index.html", "404.html"))}
    assert [place for place, text in pages.items() if not MARKS["banner"].search(text)] == []
    assert [place for place, text in pages.items() if 'rel="canonical"' in text] == []
    assert not (built.facilitator / "sitemap.xml").exists()


def test_a_facilitator_site_in_the_folder_of_participants_is_refused_though_nothing_stopped_it(tmp_path: Path) -> None:
    """The small course, and the check of configurations taken out: the finished site is looked at all the same."""
    lay_out("nothing-wrong", tmp_path)
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    for name in CONFIGS.values():
        shutil.copy(ROOT / name, tmp_path / name)
    hook = tmp_path / "hooks" / "open_course.py"
    text = hook.read_text(encoding="utf-8")
    assert text.count("check_site_file(site)") == 1
    hook.write_text(text.replace("check_site_file(site)", "[]"), encoding="utf-8")
    done = Project(tmp_path).run("-m", "mkdocs", "build", "--quiet", *ATTEMPTS["a folder on the command line"])
    assert done.returncode == 1
    assert "[built-theirs]" in done.stderr
    assert "1 problem." in done.stderr


ATTEMPTS = {
    "a folder on the command line": ("-f", "mkdocs.facilitator.yml", "-d", "site"),
    "notes in the wrong file": (),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_what_would_leak_stops_before_the_old_site_is_touched(project: Project, attempt: str) -> None:
    """As a facilitator in a hurry would type it; one sentence and exit code 1."""
    project.participant.mkdir()
    (project.participant / "index.html").write_text("old", encoding="utf-8")
    if not ATTEMPTS[attempt]:
        with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as config:
            config.write(f"\nextra:\n  notes: {NOTES}\n")
    done = project.run("-m", "mkdocs", "build", "--quiet", *ATTEMPTS[attempt])
    assert done.returncode == 1
    assert "1 problem. Nothing was published." in done.stderr
    assert [path.name for path in project.participant.iterdir()] == ["index.html"]
    assert (project.participant / "index.html").read_text(encoding="utf-8") == "old"
