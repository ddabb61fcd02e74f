"""Courses of some of the weeks, really built: numbers, addresses, links and papers follow what an edition left out."""

from __future__ import annotations

import json
import os
import posixpath
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import ROOT, Project, copy_project
from curriculum.checks.loads import broken_rules
from curriculum.checks.orders import moves_between, way_out
from curriculum.read.arc import read_arc
from curriculum.words.model import Arc
from languages import LANGUAGES

pytestmark = pytest.mark.slow

WHY = {"en": "A reason of ours.", "fr": "Une raison à nous."}
NUMBER = re.compile(r"week-(\d\d)")
LINK = re.compile(r' (?:href|src)="([^"]*)"')
ID = re.compile(r' id="([^"]+)"')
LEAST = 6
SEED = 20261129
BUILT = 20 if os.environ.get("NIGHTLY") else 2
"""How many courses; each takes as long as any build from nothing."""


def schedules() -> Iterator[dict[str, object]]:
    """Weeks taken out at random, in an order that the rules allow, or with the rules excused that none keeps.

    In the first course two weeks also change places.
    """
    arc, _, problems = read_arc(ROOT, LANGUAGES)
    assert arc, problems
    chance = random.Random(SEED)
    for number in range(BUILT):
        count = len(arc.weeks) - 2 if not number else chance.randint(LEAST, len(arc.weeks) - 1)
        weeks = [*arc.weeks[:1], *sorted(chance.sample(arc.weeks[1:], count - 1), key=lambda week: week.number)]
        yield schedule_of(arc, tuple(week.id for week in weeks), swapped=not number)


def schedule_of(arc: Arc, kept: tuple[str, ...], swapped: bool) -> dict[str, object]:
    """What an edition writes for these weeks."""
    by_id = {week.id: week for week in arc.weeks}
    order = list(kept)
    if swapped:
        order[3], order[4] = order[4], order[3]
    chosen = replace(arc, weeks=tuple(by_id[id] for id in order), changed=None)
    way = way_out(chosen, broken_rules)
    moves = moves_between(kept, order if swapped else way.order)
    broken = {problem.rule for problem in broken_rules(chosen)} if swapped else {*way.excused}
    said: dict[str, object] = {"drop": {week.id: WHY for week in arc.weeks if week.id not in kept}}
    if moves:
        said["weeks"] = {id: {"after": other} for id, other in moves}
    if broken:
        said["excuse"] = dict.fromkeys(sorted(broken), WHY)
    return said


@pytest.fixture(scope="module")
def before(built: Project) -> list[Project]:
    """What was built already: a sheet that has the same number in two courses is printed once."""
    return [built]


@pytest.fixture(scope="module", params=[*schedules()], ids=lambda said: "without " + ", ".join(said["drop"]))
def course(
    request: pytest.FixtureRequest, before: list[Project], tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, object], Project]:
    """What an edition says, and both sites of its course."""
    project = copy_project(tmp_path_factory.mktemp("course"))
    path = project.root / "editions" / "victoria" / "schedule.yml"
    path.write_text(json.dumps(request.param, ensure_ascii=False), encoding="utf-8")
    for other in before:
        project.borrow(other)
    done = project.run("-m", "curriculum", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    before.append(project)
    return request.param, project


def test_addresses_count_the_weeks_without_a_gap(course: tuple[dict[str, object], Project]) -> None:
    said, project = course
    count = 10 - len(said["drop"])  # type: ignore[arg-type]
    expected = [f"week-{number:02}" for number in range(1, count + 1)]
    for site in (project.participant, project.facilitator):
        for folder in (site, site / "fr"):
            assert sorted(path.name for path in folder.glob("week-*")) == expected
        names = {path.name for path in site.rglob("week-*") if path.is_file()}
        assert {found[0] for name in names if (found := NUMBER.match(name))} == {*expected}


def test_no_file_of_a_week_has_another_number(course: tuple[dict[str, object], Project]) -> None:
    _, project = course
    for site in (project.participant, project.facilitator):
        for path in site.rglob("week-*"):
            numbers = {*NUMBER.findall(path.relative_to(site).as_posix())}
            assert len(numbers) == 1, path


def test_every_link_leads_to_a_page_and_its_section(course: tuple[dict[str, object], Project]) -> None:
    _, project = course
    tried = 0
    for site in (project.participant, project.facilitator):
        pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("index.html")}
        for path, html in pages.items():
            for address in map(unescape, LINK.findall(html)):
                place, _, section = address.partition("#")
                if re.match(r"[a-z]+:|//", address) or not address:
                    continue
                tried += 1
                there = path.parent / unquote(place) if place else path
                there = Path(posixpath.normpath(there.as_posix()))
                there = there / "index.html" if there.is_dir() else there
                assert there.exists(), f"{path}: {address}"
                assert not section or there not in pages or section in ID.findall(pages[there]), f"{path}: {address}"
    assert tried > 5000


def test_the_number_on_a_page_is_that_of_its_address(course: tuple[dict[str, object], Project]) -> None:
    said, project = course
    count = 10 - len(said["drop"])  # type: ignore[arg-type]
    assert f"lasts {count} weeks" in (project.participant / "index.html").read_text(encoding="utf-8")
    for sheet in project.participant.glob("week-*/handouts/*/index.html"):
        number = int(sheet.relative_to(project.participant).parts[0].removeprefix("week-"))
        assert f"Back to week {number}<" in sheet.read_text(encoding="utf-8"), sheet


def test_nothing_of_what_is_left_out_is_published(course: tuple[dict[str, object], Project]) -> None:
    said, project = course
    sheets = {path.stem for id in said["drop"] for path in (ROOT / "docs" / id / "handouts").glob("*.md")}  # type: ignore[attr-defined]
    for site in (project.participant, project.facilitator):
        assert not [path for path in site.rglob("handouts/*") if path.name in sheets]
