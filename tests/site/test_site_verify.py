"""`verify` on what was really built: participants' site and its copies are clear, what is facilitators' is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import Project
from curriculum.commands.verify import made_for
from curriculum.publish.offline.copies import read_built, write_copies
from curriculum.read.layers import Sources, read_notes, read_sources
from curriculum.verify.means import Case, examine
from curriculum.verify.rebuild import other_words, write_project
from curriculum.verify.sources import read_paths, read_search
from curriculum.verify.target import VerifyTarget, read_target
from curriculum.words.audience import NOTES
from curriculum.words.model import Curriculum

pytestmark = pytest.mark.slow

HANDED_OUT = ("week-05/week-05.zip", "fr/week-05/week-05.docx", "workbook.epub", "week-05/week-05-handouts-a4.pdf")


@pytest.fixture(scope="module")
def sources(built: Project) -> Sources:
    return read_sources(built.root)


@pytest.fixture(scope="module")
def ours(sources: Sources) -> Curriculum:
    assert sources.curriculum
    return sources.curriculum


@pytest.fixture(scope="module")
def case(sources: Sources, ours: Curriculum) -> Case:
    theirs = read_notes(sources, NOTES).curriculum
    assert theirs
    search = read_search(sources.root, ours, theirs)
    return Case(VerifyTarget("x", False, {}, ()), made_for(sources, ours), search)


def told(case: Case, path: Path) -> list[tuple[str, str]]:
    """Rule and place of all that is said of a path."""
    target = read_target(path)
    assert target
    case.target = target
    return [(problem.rule, problem.path) for problem in examine(case)]


def test_the_participants_site_and_its_copies_are_clear(
    case: Case, built: Project, ours: Curriculum, tmp_path: Path
) -> None:
    """No false alarm in any file of the site, nor in a copy to open offline, nor in a file by itself."""
    assert told(case, built.participant) == []
    copies = write_copies(ours, read_built(built.participant), tmp_path)
    alone = [built.participant / place for place in HANDED_OUT]
    assert [found for path in (copies[-1], *alone) if (found := told(case, path))] == []
    assert len(copies) == len(ours.languages)


def test_what_only_facilitators_have_is_told_wherever_it_is_put(case: Case, built: Project, tmp_path: Path) -> None:
    """A file of their site among those of participants, under a name of participants: its words are found."""
    theirs = built.facilitator
    inside = {
        "week-05/index.html": theirs / "week-05" / "index.html",
        "week-05/week-05-handouts-a4.pdf": next((theirs / "week-05").glob("*-facilitators*-a4.pdf")),
    }
    for place, source in inside.items():
        (tmp_path / place).parent.mkdir(exist_ok=True)
        shutil.copy(source, tmp_path / place)
    found = told(case, tmp_path)
    assert {place for rule, place in found if rule == "verify-words"} == set(inside)


def test_the_project_that_is_built_anew_has_other_notes(built: Project, ours: Curriculum, tmp_path: Path) -> None:
    """Every file that only facilitators have says something else, and no other file differs."""
    place = tmp_path / "project"
    write_project(built.root, place, ours.edition.path)
    changed = set(read_paths(built.root, ours.edition.path))
    assert len(changed) > 40
    assert {(place / name).read_text(encoding="utf-8") for name in changed} == set(map(other_words, changed))
    files = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert changed < files
    differing = {name for name in files if (place / name).read_bytes() != (built.root / name).read_bytes()}
    assert differing == changed
