"""The two built sites know whose they are: nothing of facilitators is where participants look, by the one table."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import ROOT, Project, read_valid
from curriculum.publish.offline.copies import read_built
from curriculum.read.layers import Settings
from curriculum.words.audience import CONFIGS, FOLDERS, MARKS, NAMES, NOTES, find_theirs, guide_of
from curriculum.words.model import Audience
from slips import RIGHT, SLIPS, with_slip
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
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
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


# Slips in the configurations, as MkDocs itself meets them.

TRIED = (
    *("without hooks/open_course.py", "without hooks/check_built.py", "without hooks/leave_out.py"),
    *("without hooks/make_files.py", "without hooks/set_site.py", "without two hooks", "one hook alone"),
    *("hooks/set_site.py misspelt", "hooks null", "hooks of their own", "no plugins", "search for i18n"),
    *("theme of Read the Docs", "theme from the notes", "extra [notes] for participants", "notes in both"),
    *("pages without folders", "docs_dir [docs]", "docs_dir facilitator", "a menu of the notes", "a tab"),
    *("their site in ours and the look gone", "their site in ours and the reading gone"),
)
COMMANDS = (
    ("-m", "mkdocs", "build", "--quiet"),
    ("-m", "mkdocs", "build", "--quiet", "-f", CONFIGS[Audience.FACILITATOR]),
    ("-m", "curriculum", "build"),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small course with the program, and two old sites."""
    place = tmp_path_factory.mktemp("small")
    lay_out("nothing-wrong", place)
    shutil.copytree(ROOT / "hooks", place / "hooks")
    for folder in FOLDERS.values():
        (place / folder).mkdir()
        (place / folder / "index.html").write_text("old", encoding="utf-8")
    return Project(place)


def said_by(small: Project, configs: Mapping[str, str], *command: str) -> str:
    """What a command says that must stop: exit code 1, no traceback, both old sites as they were."""
    for name, text in configs.items():
        (small.root / name).write_text(text, encoding="utf-8")
    done = small.run(*command)
    assert done.returncode == 1, command
    assert "Traceback" not in done.stderr
    for site in (small.participant, small.facilitator):
        assert [(path.name, path.read_text(encoding="utf-8")) for path in site.iterdir()] == [("index.html", "old")]
    return done.stderr


@pytest.mark.parametrize("slip", TRIED)
def test_a_slip_in_a_configuration_ends_in_words_and_leaves_the_old_sites(slip: str, small: Project) -> None:
    """One of theirs alone does not stop the site of participants when MkDocs builds that one."""
    edits = SLIPS[slip]
    for command in COMMANDS:
        if command != COMMANDS[0] or any(path == CONFIGS[Audience.PARTICIPANT] for path, _, _ in edits):
            said = said_by(small, with_slip(edits), *command)
            assert "[" in said or "Config value" in said or "Error: " in said, said


OPTIONS = {
    "another theme": ("--theme", "readthedocs"),
    "a theme that it has": ("--theme", "mkdocs"),
    "addresses without folders": ("--no-directory-urls",),
    "a folder of the notes": ("-d", NOTES),
    "the folder of the other": ("-d", "site-facilitator"),
    "their file into ours": ("-f", "mkdocs.facilitator.yml", "--site-dir", "site"),
}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_an_option_of_mkdocs_that_makes_another_site_is_refused(options: tuple[str, ...], small: Project) -> None:
    assert "1 problem. Nothing was published." in said_by(small, RIGHT, "-m", "mkdocs", "build", "--quiet", *options)


@pytest.mark.parametrize("slip", ["hooks an empty list", "hooks of none of theirs"])
def test_without_any_hook_mkdocs_ends_at_our_frame_and_says_why(slip: str, small: Project) -> None:
    """Nothing of ours runs then. What it would build is plain `docs/`, which holds no note (`test_site_leaks`)."""
    for name, text in with_slip(SLIPS[slip]).items():
        (small.root / name).write_text(text, encoding="utf-8")
    places = ("one/site", "two/site-facilitator")
    for command, place in zip(COMMANDS, places, strict=False):
        done = small.run(*command, "-d", place)
        if command == COMMANDS[1] or slip == "hooks an empty list":
            assert done.returncode == 1
            assert "mkdocs.yml: hooks?" in done.stderr.strip().splitlines()[-1]
            assert list((small.root / place).rglob("*.html")) == []
