"""One build reads every source once, checks once, makes once; nothing changed builds nothing; notes come last."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import Project, copy_project
from curriculum.publish.state import is_built, read_listing, read_shape
from curriculum.words.audience import NOTES

pytestmark = pytest.mark.slow
EDITION = "editions/victoria"
SOURCES = ("docs/", "facilitator/", "editions/", "curriculum.yml")
KEPT = re.compile(r"editions/[^/]+/(?:base/|changes\.yml$)|editions/(?!victoria/)[^/]+/schedule\.yml$")
"""What `python run.py edition` keeps beside an edition, and the plans of others: no site is made of it."""
WATCH = """
import json, sys
from pathlib import Path
root, opened = Path.cwd(), []

def note(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(str(root)):
        opened.append(Path(arguments[0]).relative_to(root).as_posix())

sys.addaudithook(note)
import build_sites
code = build_sites.main(root)
Path("opened.json").write_text(json.dumps(opened))
sys.exit(code)
"""
"""A build that notes every file it opens, in order."""
MOST_SECONDS = 90
"""Of all processors, for both sites from nothing, by the yardstick: 34 were measured in a run of all tests, 68 beside
three other programs. So it sees what triples, and not every doubling."""


@pytest.fixture(scope="module")
def opened(built: Project, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one build of both sites opens, when what can be kept is kept."""
    root = tmp_path_factory.mktemp("watched")
    project = copy_project(root)
    project.borrow(built)
    for prefix in ("", "fr/"):  # the edition says something of a page of theirs, too
        own = root / EDITION / NOTES / f"{prefix}room.md"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("---\nsections: true\n---\n## Food { #food }\n\nTea.\n", encoding="utf-8")
    done = project.run("-c", WATCH)
    assert done.returncode == 0, done.stderr
    return list(json.loads((root / "opened.json").read_text(encoding="utf-8")))


@pytest.mark.first_course
def test_both_sites_cost_no_more_than_they_did(built_cost: float) -> None:
    assert built_cost <= MOST_SECONDS


def test_every_source_is_opened_once(opened: list[str], built: Project) -> None:
    """A page, a note, the profile, the arc: once for both sites and both languages."""
    counted = Counter(place for place in opened if place.startswith(SOURCES))
    sources = {
        path.relative_to(built.root).as_posix()
        for path in built.root.rglob("*")
        if path.is_file() and path.relative_to(built.root).as_posix().startswith(SOURCES)
    }
    sources -= {place for place in sources if KEPT.match(place)}
    assert sources <= counted.keys()
    assert {place: count for place, count in counted.items() if count > 1} == {}


def test_nothing_of_facilitators_is_opened_before_the_site_of_participants_is_whole(opened: list[str]) -> None:
    """Every file of the participant site is written before the first note, or what only they know, is read."""
    held = (f"{NOTES}/", f"{EDITION}/facilitator.yml", f"{EDITION}/{NOTES}/")
    first_note = next(number for number, place in enumerate(opened) if place.startswith(held))
    assert all(any(place.startswith(start) for place in opened) for start in held)
    theirs = [number for number, place in enumerate(opened) if place.startswith(".build/") and "/site/" in place]
    assert len(theirs) > 300
    assert max(theirs) < first_note


def test_nothing_changed_builds_nothing_and_says_so(built: Project, project: Project) -> None:
    """The second build says so and leaves every file; any change, also to what was built, builds again."""
    project.borrow(built)
    build = ("-m", "curriculum", "build")
    assert "Built site/" in project.run(*build).stdout
    before = {path: path.stat().st_mtime_ns for path in project.participant.rglob("*")}
    assert "Nothing changed" in project.run(*build).stdout
    assert {path: path.stat().st_mtime_ns for path in project.participant.rglob("*")} == before
    sites = [project.participant, project.facilitator]
    for place in (
        "docs/about.md",
        "facilitator/protocol.md",
        "editions/victoria/facilitator.yml",
        "hooks/curriculum/__init__.py",
        "hooks/curriculum/site/menus.py",
        "overrides/print/grid.typ",
        "mkdocs.yml",
        "site/index.html",
    ):
        assert is_built(project.root, sites, read_shape(project.root))
        path = project.root / place
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert is_built(project.root, sites, read_shape(project.root)) is False, place
        path.write_text(path.read_text(encoding="utf-8")[:-1], encoding="utf-8")
    pdf = project.participant / "workbook-a4.pdf"
    made = pdf.stat().st_mtime_ns
    (project.participant / "index.html").unlink()
    assert "Built site/" in project.run(*build).stdout
    assert pdf.stat().st_mtime_ns == made  # what did not change is not sent anywhere again
    assert {path.stat().st_nlink for site in sites for path in site.rglob("*") if path.is_file()} == {1}


def test_what_a_link_leads_to_shapes_a_site_and_a_link_to_nowhere_does_no_harm(tmp_path: Path) -> None:
    """Also what a check will refuse; an editor leaves a link to nowhere beside every file with unsaved changes."""
    root, edition = tmp_path / "project", tmp_path / "elsewhere"
    (root / "editions").mkdir(parents=True)
    edition.mkdir()
    (root / "editions" / "place").symlink_to(edition, target_is_directory=True)
    (root / ".#page.md").symlink_to("somebody@host.123:456")
    (root / "editions" / ".#page.md").symlink_to("somebody@host.123:456")
    (edition / "round").symlink_to(root, target_is_directory=True)
    (edition / "loop").symlink_to("loop")
    (edition / "profile.yml").write_text("one", encoding="utf-8")
    before = read_shape(root)
    assert read_shape(root) == before
    (edition / "profile.yml").write_text("two", encoding="utf-8")
    assert read_shape(root) != before


@pytest.mark.parametrize("add", ["link", "folder"])
def test_whatever_is_put_into_a_site_is_noticed(add: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("home", encoding="utf-8")
    before = read_listing([site])
    if add == "link":
        (site / "x").symlink_to(tmp_path, target_is_directory=True)
    else:
        (site / "x").mkdir()
    assert read_listing([site]) != before
