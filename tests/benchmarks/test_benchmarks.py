"""Every benchmark runs, on the smallest curriculum, once; what it measures can be told from what it could not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from conftest import ROOT, Project
from curriculum.checks import check_sources
from curriculum.read.arc import read_place
from curriculum.read.layers import Settings, read_all
from languages import EN, FR
from PIL import Image
from playwright.sync_api import Browser

from benchmarks import builds, lighthouse, opened
from benchmarks.__main__ import MEASUREMENTS, SIZES, main, plan_of
from benchmarks.cases import REAL, Case, Part, Plan, Table, set_up
from benchmarks.contact_sheets import write_sheets
from benchmarks.curricula import addresses_of, own_words, write_curriculum
from benchmarks.live import measure_live
from benchmarks.printers.peers import Printer, find_missing
from benchmarks.printing import RUNS_OF_OURS, time_pairs
from benchmarks.processes import memory_of, run
from benchmarks.program import Sentence
from benchmarks.report import write_report
from benchmarks.rivals import AbsentError, check_rendered, set_up_zensical

SMALL = ROOT / "tests/problems/nothing-wrong"
PAGES = {"docs": "# The door\n\n## Open it { #open }\n\nThe key is outside.\n"}
PAGES["docs/fr"] = "# La porte\n\n## Ouvrez-la { #open }\n\nLa clé est dehors.\n"
"""Prose, of which a larger curriculum has copies."""
HANDOUT = "week-01/handouts/first-steps.md"


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """The quickest: the small course with its one week, then with two, everything once.

    All that is measured runs as in the real course, whose forty pages beside its first week only take longer.
    """
    root = tmp_path / "small"
    shutil.copytree(SMALL, root)
    for name in ("overrides", "hooks", "LICENSES"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.facilitator.yml", "CITATION.cff", ".gitignore"):
        shutil.copy(ROOT / name, root)
    for folder, text in PAGES.items():
        (root / folder / "door.md").write_text(text, encoding="utf-8")
        handout = root / folder / HANDOUT
        handout.write_text(f"---\ndescription: A sheet.\n---\n{handout.read_text('utf-8')}", encoding="utf-8")
    with (root / "curriculum.yml").open("a", encoding="utf-8") as arc:
        arc.write("\npages: {guide: [], after: [door]}\n")
    return plan_of(root, tmp_path, quick=True)


@pytest.mark.slow
def test_builds_of_all_sizes_are_measured_and_every_rival_renders_every_page(plan: Plan) -> None:
    part = builds.measure_sizes(plan)
    small, large = part.tables
    assert {row[0] for row in small.rows} >= {*builds.STATES, "plain", "plain, short menu"}
    for name in ("Zensical", "Hugo"):  # measured, or said not to be
        assert any(row[0].startswith(name) for row in small.rows) is not any(name in why for why in part.absent)
    assert [row[2] for row in small.rows if row[0] == "plain"] == ["1.00"]
    cpu = {row[0]: float(row[1]) for row in small.rows}
    assert cpu[builds.NOTHING_KEPT] > cpu[builds.NOTHING_CHANGED] > 0
    assert pages_of(small) < pages_of(large)  # of the time, one round on a busy computer says nothing
    assert all(10 < float(row[4]) < 5000 for row in (*small.rows, *large.rows))  # megabytes of a whole program
    assert set(part.figures) >= {f"CPU per page at 0.2 ×: {state}" for state in builds.STATES}


def pages_of(table: Table) -> int:
    """How many pages were built, as its title says."""
    return int(table.title.split(": ")[1].split(" pages")[0])


@pytest.mark.slow
def test_the_live_site_is_measured_until_the_browser_shows_what_was_saved(plan: Plan) -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:  # it opens a browser of its own, and here may be one
        part = apart.submit(measure_live, plan).result()
    assert len(part.tables[0].rows) == 2
    assert all(0 < value < 120 for value in part.bars.values())
    assert (shutil.which("chromium") is None) == bool(part.absent)
    if sys.platform == "linux":
        assert 10 < part.figures["live memory"] < 5000


@pytest.mark.slow
def test_files_that_a_build_opens_are_counted_in_every_process(plan: Plan) -> None:
    part = opened.measure_opened(plan)
    files = {row[0]: int(row[1]) for row in part.tables[0].rows}
    case = plan.place / "opened" / str(plan.weeks) / "ours"
    pages, notes = (len([*(case / folder).rglob("*.md")]) for folder in ("docs", "facilitator"))
    assert files["both sites, nothing kept"] >= pages + notes
    assert (
        pages <= files["participants’ pages alone"] <= files["both sites, nothing kept"] - notes
    )  # never one of these
    assert part.figures["opened"] >= 1


@pytest.mark.slow
def test_bad_inputs_are_told_at_lines_that_bear_it_out(plan: Plan) -> None:
    part = MEASUREMENTS["corpus"](plan)
    counted = {row[0]: row[1] for row in part.tables[0].rows}
    assert int(counted["bad inputs"]) + int(counted["right ones that come close"]) == 12
    assert int(counted["messages"]) == int(counted["in both languages"]) >= 5
    assert counted["right line"] == "100.0 %"
    assert len(part.tables) == 1
    assert part.figures["corpus slowest"] < 2


@pytest.mark.slow
def test_printers_are_measured_or_what_is_missing_is_named(tmp_path: Path) -> None:
    """The handouts of a real week: one of the small course would be printed faster than a busy computer can tell."""
    part = MEASUREMENTS["printers"](plan_of(ROOT, tmp_path, quick=True))
    if missing := find_missing():
        assert all(package in part.absent[0] for package in missing)
        return
    ours, *peers = part.tables[0].rows
    assert ours[4] == ours[6].split(" of ")[1]
    assert len(peers) == 3
    assert all(value > 0 for value in part.bars.values())


@pytest.mark.skipif(sys.platform == "win32", reason="benchmarks need Linux or macOS")
def test_printers_run_in_turn_forwards_and_backwards(tmp_path: Path) -> None:
    ours, peer = (printer_of(tmp_path, name) for name in ("ours", "peer"))
    pairs = time_pairs(ours, [peer], 2, tmp_path)
    assert [len(found) for found in pairs.values()] == [2]
    own = ["ours"] * RUNS_OF_OURS
    assert (tmp_path / "turns").read_text().split() == ["ours", "peer", "peer", *own, *own, "peer"]


def printer_of(place: Path, name: str) -> Printer:
    """One that writes a line when it prints."""
    folder = place / name
    prints = f"echo {name} >> turns && mkdir {folder} && touch {folder}/a.pdf"
    return Printer(name, ("true",), ("sh", "-c", prints), folder, 1)


@pytest.mark.slow
def test_contact_sheets_are_drawn(built: Project, browser: Browser, tmp_path: Path) -> None:
    (sheet,) = write_sheets(browser, built.root, {"site": ["fr/law/"]}, tmp_path)
    with Image.open(sheet) as picture:
        assert picture.size == (2448, 3020)
        assert len(picture.getcolors(1_000_000) or ()) > 50  # words in two schemes


@pytest.mark.slow
def test_lighthouse_scores_a_page_where_it_is_installed(built: Project) -> None:
    if not shutil.which("lighthouse"):
        pytest.skip("npm install --global lighthouse")
    ((page, *scores, _),) = lighthouse.rows_of(built.root, {"site": [""]}, 1)
    assert page == "site/"
    assert all(50 < float(score) <= 100 for score in scores)


def test_lighthouse_without_sites_or_program_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    part = lighthouse.measure_lighthouse(plan_of(tmp_path, tmp_path, quick=True))
    assert not part.tables
    assert [why.split(" ")[0] for why in part.absent] == ["site/", "site-facilitator/", "lighthouse", "chromium"]


def test_a_report_of_lighthouse_is_read() -> None:
    audits = {"contrast": {"score": 0.5}, "fast": {"score": 1}, "unscored": {"score": None}}
    refs = [{"id": name, "weight": 1} for name in audits] + [{"id": "contrast", "weight": 0}]
    group = {"score": 0.93, "auditRefs": refs}
    report = json.loads(json.dumps({"categories": dict.fromkeys(lighthouse.CATEGORIES, group), "audits": audits}))
    assert lighthouse.scores_of(report) == [93, 93, 93, 93]
    assert lighthouse.short_of(report) == {"contrast"}


def test_a_larger_curriculum_has_the_same_mix_and_words_of_its_own(tmp_path: Path) -> None:
    write_curriculum(ROOT, tmp_path / "one", 10)
    write_curriculum(ROOT, tmp_path / "three", 30)
    beside = tuple(yaml.safe_load((ROOT / "curriculum.yml").read_text("utf-8"))["companions"])
    one, three = (
        [place for place in addresses_of(tmp_path / name) if not place.removeprefix("fr/").startswith(beside)]
        for name in ("one", "three")
    )  # a companion session is not copied
    assert len(three) == 3 * len(one)
    assert len([place for place in three if "handouts" in place]) == 3 * len([p for p in one if "handouts" in p])
    copies = [(tmp_path / f"three/docs/week-04{end}/index.md").read_text("utf-8") for end in ("", "-2", "-3")]
    assert len(set(copies)) == 3
    assert {len(copy) - len(copies[0]) for copy in copies} == {0, 2}  # a number in the title
    assert all((tmp_path / "three" / layer / "week-04-3/index.md").exists() for layer in ("docs/fr", "facilitator/fr"))
    assert list(yaml.safe_load((tmp_path / "three/curriculum.yml").read_text("utf-8"))["weeks"])[-1] == "week-10"
    assert write_again(tmp_path) == addresses_of(tmp_path / "three")


def write_again(place: Path) -> list[str]:
    write_curriculum(ROOT, place / "again", 30)
    for path in (place / "three").rglob("*.md"):
        assert path.read_bytes() == (place / "again" / path.relative_to(place / "three")).read_bytes()
    return addresses_of(place / "again")


@pytest.mark.slow
def test_a_larger_curriculum_passes_every_check_of_the_text(tmp_path: Path) -> None:
    write_curriculum(ROOT, tmp_path / "twice", 20)
    assert not check_sources(read_all(Settings(tmp_path / "twice", "facilitator")))


def test_the_list_of_weeks_of_the_largest_is_not_too_long_to_be_read(tmp_path: Path) -> None:
    """Its pages are as long as those of any other; `curriculum.yml` names all of them."""
    write_curriculum(ROOT, tmp_path / "most", max(SIZES) * REAL)
    file, _, problems = read_place(tmp_path / "most", (EN, FR))
    assert problems == []
    assert file
    assert len(file.values["weeks"]) == max(SIZES) * REAL


def test_copies_have_words_that_no_other_has_and_links_stay() -> None:
    text = "# The law { #law }\n\nSee the page and [the law](../the-law.md#the-law).\n"
    second, third = own_words(text, 2), own_words(text, 3)
    assert second == "# The law 2 { #law }\n\nSee fab page fab [fab law](../the-law.md#the-law).\n"
    assert len(second) == len(third)
    assert second != third
    assert len({own_words("the door", copy) for copy in range(2, 52)}) == 50


def test_a_sentence_is_changed_each_time_and_comes_back(tmp_path: Path) -> None:
    write_curriculum(ROOT, tmp_path / "one", 1)
    sentence = Sentence.of(tmp_path / "one")
    before = sentence.path.read_text(encoding="utf-8")
    words = [sentence.change() for _ in range(2)]
    after = sentence.path.read_text(encoding="utf-8")
    assert words[0] not in before + after
    assert after.replace(f" {words[1]}", "") == before
    sentence.restore()
    assert sentence.path.read_text(encoding="utf-8") == before


@pytest.mark.skipif(sys.platform == "win32", reason="a process there has no cost to be read")
def test_a_process_is_timed_with_its_children(tmp_path: Path) -> None:
    burn = "import time\nwhile time.process_time() < 0.3: pass"
    cost = run(
        (sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])"), tmp_path
    )
    assert cost.cpu > 0.3
    assert cost.wall > 0.3
    assert 3 < cost.peak < 5000  # where many tests have run in this process, what it was started from counts too
    with pytest.raises(SystemExit, match="no such thing"):
        run((sys.executable, "-c", "raise SystemExit('no such thing')"), tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_memory_is_that_of_a_process_and_its_children() -> None:
    hold = "import subprocess, sys, time; b = bytearray(60_000_000); time.sleep(60)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    with subprocess.Popen((sys.executable, "-c", outer)) as process:
        until = time.monotonic() + 20
        while (memory_of(process.pid) or 0) < 60 and time.monotonic() < until:
            time.sleep(0.05)
        assert 60 < (memory_of(process.pid) or 0) < 200
        subprocess.run(("pkill", "-P", str(process.pid)), check=False)
    assert memory_of(process.pid) is None


def test_a_rival_that_leaves_pages_out_is_not_measured(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    plain = case.rivals[0]
    (plain.place / "site").mkdir()
    with pytest.raises(SystemExit, match=f"left out {len(addresses_of(case.project))} pages"):
        check_rendered(plain, case.project)


@pytest.mark.slow
def test_a_rival_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    case = small_case(tmp_path)
    assert any("Hugo is not installed" in why for why in case.absent)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(AbsentError, match="Zensical could not be installed"):
        set_up_zensical(case.project, tmp_path / "none", tmp_path / "store")
    assert not list((tmp_path / "store").iterdir())


def small_case(place: Path) -> Case:
    return set_up(plan_of(ROOT, place, quick=True), "small", 1)


def test_the_report_has_numbers_tables_and_a_picture_that_says_its_figures(tmp_path: Path) -> None:
    part = Part(
        "builds",
        "How long.",
        bars={"plain": 1.0, "ours & theirs": 2.5},
        figures={"peak": 300.0, "opened": 1.0},
        absent=["Hugo"],
    )
    write_report(tmp_path, ROOT, [part])
    report = (tmp_path / "bench.md").read_text(encoding="utf-8")
    assert "| peak memory of a build | 300.00 MB | 250 | 150 | no |" in report
    assert "| times that one process opens a source file | 1.00 × | 1 | 1 | yes |" in report
    assert "Not measured: Hugo" in report
    drawn = ElementTree.parse(tmp_path / "builds.svg").getroot()
    assert "ours & theirs: 2.50" in drawn.attrib["aria-label"]
    assert [text.text for text in drawn.iter() if text.tag.endswith("text")][1:] == [
        "plain",
        "1.00",
        "ours & theirs",
        "2.50",
    ]


def test_help_names_every_measurement(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in MEASUREMENTS)
