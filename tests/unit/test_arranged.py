"""What an edition changes in the arc: every choice of weeks has an order or a way out, and every slip is told."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
import yaml
from conftest import ROOT, read_valid
from curriculum.begin.files import read_template
from curriculum.checks.loads import broken_rules, check_loads
from curriculum.checks.orders import ORDERS, moves_between, way_out
from curriculum.commands.options import tell_remarks
from curriculum.compose.page import compose_page
from curriculum.read.arc import read_arc
from curriculum.read.layers import Settings
from curriculum.read.leading import without_left_out
from curriculum.read.schedule import parts_with
from curriculum.read.source import parse_page
from curriculum.words.audience import NOTES
from curriculum.words.labels import label
from curriculum.words.model import Arc, Problem, Text
from curriculum.words.problems import say
from curriculum.words.schedule import Changed
from languages import EN, LANGUAGES

WHY = "{en: A reason of ours., fr: Une raison à nous.}"
HELD = f"drop: {{week-09: {WHY}}}\nexcuse: {{load-peak: {WHY}}}\n"
"""A schedule with nothing to mend."""
LIMIT = 20
"""Seconds for every choice of weeks."""


@pytest.fixture(scope="module")
def arc() -> Arc:
    """The real arc, as upstream has it."""
    found, _, problems = read_arc(ROOT, LANGUAGES)
    assert found, problems
    return replace(found, changed=None)


def test_every_choice_of_weeks_has_an_order_or_a_way_out(arc: Arc) -> None:
    started, tried = time.monotonic(), 0
    for count in range(1, len(arc.weeks) + 1):
        for weeks in combinations(arc.weeks, count):
            tried += 1
            chosen = replace(arc, weeks=weeks)
            way = way_out(chosen, broken_rules)
            by_id = {week.id: week for week in weeks}
            assert sorted(way.order) == sorted(by_id)
            ordered = replace(chosen, weeks=tuple(by_id[id] for id in way.order))
            why = dict.fromkeys(way.excused, Text())
            assert check_loads(replace(ordered, changed=Changed(1, excused=why))) == []
    assert tried == 2 ** len(arc.weeks) - 1 == 1023
    assert time.monotonic() - started < LIMIT


def test_an_order_is_named_where_there_is_one_and_a_rule_only_where_there_is_none(arc: Arc) -> None:
    weeks = {week.id: week for week in arc.weeks}
    swapped = replace(
        arc, weeks=tuple(weeks[id] for id in sorted(weeks, key=lambda name: (name == "week-10", name[-1:])))
    )
    assert way_out(swapped, broken_rules).excused == ()
    without = replace(arc, weeks=tuple(week for week in arc.weeks if week.id != "week-09"))
    assert way_out(without, broken_rules) == (tuple(week.id for week in without.weeks), ("load-peak",))


def test_the_lines_that_are_named_lead_to_the_order(arc: Arc) -> None:
    for first, second in combinations(range(1, 9), 2):
        order = [week.id for week in arc.weeks]
        order[first], order[second] = order[second], order[first]
        for id, other in moves_between(order, wanted := [week.id for week in arc.weeks]):
            order.remove(id)
            order.insert(order.index(other) + 1, id)
        assert order == wanted


@pytest.mark.parametrize(
    ("changes", "made"),
    [
        ({"teach": "15"}, ["arrive", "teach", "close"]),
        ({"teach": "0"}, ["arrive", "close"]),
        ({"song": "5"}, ["song", "arrive", "teach", "close"]),
        ({"arrive": "10", "song": "5", "tea": "5"}, ["arrive", "song", "tea", "teach", "close"]),
        ({"teach": "20", "arrive": "10", "close": "5"}, ["teach", "arrive", "close"]),
    ],
)
def test_parts_change_by_name_and_new_ones_follow_the_one_above(changes: dict[str, str], made: list[str]) -> None:
    parts = parts_with({"arrive": "10", "teach": "20", "close": "5"}, changes)
    assert [*parts] == made
    assert all(parts[part] == minutes for part, minutes in changes.items() if minutes != "0")


LINKS = {
    "See [two](../week-02/index.md#a).": "See two.",
    "See [two\nparts](../week-02/index.md 'Two').": "See two\nparts.",
    "`[two](../week-02/index.md)`": "`[two](../week-02/index.md)`",
    "``` \n[two](../week-02/index.md)\n```": "``` \n[two](../week-02/index.md)\n```",
    "[again][two], [two][], [two].\n\n[two]: ../week-02/index.md": "again, two, two.\n\n",
    "[three](../week-03/index.md) [web](https://example.org/week-02/index.md)": (
        "[three](../week-03/index.md) [web](https://example.org/week-02/index.md)"
    ),
    "| [a **b** `c`](../week-02/index.md) |": "| a **b** `c` |",
    r"\[two](../week-02/index.md)": r"\[two](../week-02/index.md)",
    "[file](../week-02/week-02-handouts-letter.pdf)": "file",
    "[file](handouts/card-letter.pdf) [other](handouts/card-2.md)": "file [other](handouts/card-2.md)",
    "[[two]](../week-02/index.md)": "[two]",
    "![two](../week-02/two.png)": "![two](../week-02/two.png)",
}


@pytest.mark.parametrize(("written", "shown"), LINKS.items())
def test_a_link_to_what_is_left_out_becomes_words(arc: Arc, written: str, shown: str) -> None:
    changed = Changed(1, dropped={"week-02": Text()}, sheets=frozenset({"week-01/handouts/card.md"}))
    body = f"# One\n\n{written}"
    page, _ = parse_page("docs/week-01/index.md", "week-01/index.md", body, LANGUAGES)
    pages, remarks = without_left_out({(EN, page.uri): page}, replace(arc, changed=changed))
    assert pages[EN, page.uri].body == f"# One\n\n{shown}"
    assert bool(remarks) is (written != shown)
    assert {(remark.path, remark.line) for remark in remarks} <= {("docs/week-01/index.md", 3)}


BROKEN: dict[str, tuple[str, int, str]] = {
    "nothing it knows": ("{}: x\n", 1, "not-yaml"),
    "words": ("eight weeks\n", 1, "wrong-value"),
    "a list": ("- week-01\n- week-02\n", 1, "wrong-value"),
    "no colon": (f"drop\n  week-09: {WHY}\n", 1, "not-yaml"),
    "a tab": ("drop:\n\tweek-09: x\n", 2, "not-yaml"),
    "a quote left open": ('drop:\n  week-09:\n    en: "We\n    fr: Nous\n', 3, "not-yaml"),
    "a merge": ("<<<<<<< HEAD\ndrop: {}\n", 1, "merge-left"),
    "a name for it": (f"drop: &all\n  week-09: {WHY}\nweeks: *all\n", 3, "not-yaml"),
    "a key twice": (f"drop: {{week-09: {WHY}}}\ndrop: {{week-08: {WHY}}}\n", 2, "repeated-key"),
    "a week twice": (f"drop:\n  week-09: {WHY}\n  week-09: {WHY}\n", 3, "repeated-key"),
    "a key misspelt": (f"dropp: {{week-09: {WHY}}}\n", 1, "unknown-key"),
    "a key of the profile": ('start: "13:00"\n', 1, "unknown-key"),
    "drop as a list": ("drop: [week-09]\n", 1, "wrong-value"),
    "drop with nothing": ("drop: {}\n", 1, "wrong-value"),
    "no reason": ("drop:\n  week-09:\n", 2, "wrong-value"),
    "a reason in one language": ("drop:\n  week-09:\n    en: Ours.\n", 2, "missing-key"),
    "a reason without words": ('drop:\n  week-09: {en: "", fr: Une raison.}\n', 2, "wrong-value"),
    "a reason on two lines": ('drop:\n  week-09: {en: "a\\nb", fr: Une raison.}\n', 2, "wrong-value"),
    "a week that is not there": (f"drop:\n  week-19: {WHY}\n", 2, "schedule-unknown"),
    "a week by its number": (f"drop:\n  9: {WHY}\n", 2, "schedule-unknown"),
    "a week in capitals": (f"drop:\n  Week-09: {WHY}\n", 2, "wrong-value"),
    "a page in place of a week": (f"drop:\n  who-to-call: {WHY}\n", 2, "schedule-unknown"),
    "every week": ("drop:\n" + "".join(f"  week-{n:02}: {WHY}\n" for n in range(1, 11)), 1, "schedule-empty"),
    "dropped and changed": (f"{HELD}weeks:\n  week-09: {{after: week-01}}\n", 4, "schedule-clash"),
    "weeks as a list": ("weeks:\n  - week-01\n", 1, "wrong-value"),
    "a week that says nothing known": ("weeks:\n  week-02: {loads: {}}\n", 2, "unknown-key"),
    "a typo in a week": ("weeks:\n  week-2: {after: week-03}\n", 2, "schedule-unknown"),
    "after itself": ("weeks:\n  week-02: {after: week-02}\n", 2, "schedule-unknown"),
    "after nothing": ("weeks:\n  week-02: {after: week-12}\n", 2, "schedule-unknown"),
    "after what is dropped": (f"{HELD}weeks:\n  week-02: {{after: week-09}}\n", 4, "schedule-unknown"),
    "after and before": ("weeks:\n  week-02: {after: week-03, before: week-05}\n", 2, "schedule-twice"),
    "a load of five": ("weeks:\n  week-02:\n    load: {academic: 5}\n", 3, "wrong-value"),
    "a load of another kind": ("weeks:\n  week-02:\n    load: {mental: 2}\n", 3, "unknown-key"),
    "a load in words": ("weeks:\n  week-02:\n    load: light\n", 3, "wrong-value"),
    "minutes with words": ("weeks:\n  week-02:\n    parts: {teach: 15 min}\n", 3, "wrong-value"),
    "minutes below nothing": ("weeks:\n  week-02:\n    parts: {teach: -5}\n", 3, "wrong-value"),
    "minutes that do not add up": ("weeks:\n  week-02:\n    parts: {teach: 20}\n", 2, "minutes-sum"),
    "no break": ("weeks:\n  week-02:\n    parts: {break: 0, teach: 30}\n", 2, "one-break"),
    "a part without a section": ("weeks:\n  week-02:\n    parts: {teach: 10, song: 5}\n", 4, "part-without-section"),
    "a plan for who is late": ("weeks:\n  week-02:\n    late: {15: {close: 15}}\n", 3, "late-kept"),
    "a plan for an hour late": ("weeks:\n  week-02:\n    late: {60: {teach: 15}}\n", 3, "unknown-key"),
    "a handout without its page": (
        "weeks:\n  week-03:\n    handouts:\n      ours: {kind: worksheet, copies: each}\n",
        4,
        "handout-absent",
    ),
    "a handout without its kind": (
        "weeks:\n  week-03:\n    handouts:\n      ours: {copies: each}\n",
        4,
        "schedule-unknown",
    ),
    "a handout of no kind": (
        "weeks:\n  week-03:\n    handouts:\n      ours: {kind: poster, copies: each}\n",
        4,
        "wrong-value",
    ),
    "a handout to leave out": ("weeks:\n  week-03:\n    handouts:\n      log: {kind: none}\n", 4, "schedule-unknown"),
    "a handout that is needed": (
        "weeks:\n  week-03:\n    handouts:\n      practice-log: {kind: none}\n",
        2,
        "outcome-sheet",
    ),
    "a new week without its load": (
        "weeks:\n  ours:\n    after: week-02\n    parts: {break: 15, close: 135}\n",
        2,
        "missing-key",
    ),
    "a new week without a place": (
        f"weeks:\n  ours:\n    load: {{academic: 2, emotional: 1, reason: {WHY}}}\n    parts: {{close: 150}}\n",
        2,
        "missing-key",
    ),
    "a new week without its page": (
        f"weeks:\n  ours:\n    after: week-02\n    load: {{academic: 2, emotional: 1, reason: {WHY}}}\n"
        "    parts: {break: 15, close: 135}\n",
        2,
        "week-absent",
    ),
    "an excuse for no rule": (f"excuse:\n  load-peek: {WHY}\n", 2, "unknown-key"),
    "an excuse that is not needed": (f"excuse:\n  load-peak: {WHY}\n", 2, "excuse-idle"),
    "an excuse for care": (f"excuse:\n  load-care: {WHY}\n", 2, "unknown-key"),
    "an excuse without words": ("excuse: [load-peak]\n", 1, "wrong-value"),
    "an order that cannot be": (f"drop:\n  week-09: {WHY}\n", 1, "weeks-order"),
    "an order that can": ("weeks:\n  week-06: {after: week-02}\n", 1, "weeks-order"),
    "a session without end": ("session: {minutes: 1500}\n", 1, "wrong-value"),
    "a page that is not there": ("pages: {before: [our-page]}\n", 1, "page-absent"),
    "a page of no group": ("pages: {middle: [law]}\n", 1, "unknown-key"),
    "a page twice": ("pages: {before: [law]}\n", 1, "page-twice"),
    "a session beside nothing": ("companions:\n  extra-01: {beside: [week-44]}\n", 2, "companion-beside"),
}
"""A `schedule.yml`, the line of what is wrong, and the rule that says so."""
ELSEWHERE = {"a part without a section": "docs/week-02/index.md"}
"""Where it is told of another file, because what is missing is missing there."""


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_schedule_is_told_on_its_line(case: str, problems_with: Callable[[str], list[Problem]]) -> None:
    text, line, rule = BROKEN[case]
    path = ELSEWHERE.get(case, "partner/schedule.yml")
    problems = problems_with(text)
    found = {(problem.path, problem.line, problem.rule) for problem in problems}
    assert (path, line, rule) in found
    assert {problem.path for problem in problems if not problem.path.endswith(".md")} <= {"partner/schedule.yml"}
    assert len(problems) <= 10
    for language in LANGUAGES:
        for problem in problems:
            told = say(problem, language)
            assert re.search(r"\. (?:[^.]|\.\w)+\.", told), told


def test_there_are_enough_of_them() -> None:
    assert len(BROKEN) >= 40


def test_what_is_right_is_let_through(problems_with: Callable[[str], list[Problem]]) -> None:
    assert problems_with(HELD) == []
    assert problems_with("") == []
    assert problems_with(read_template("schedule.yml")) == []
    assert problems_with("companions:\n  extra-01: {beside: [week-04]}\n") == []
    assert problems_with(f"drop: {{extra-01: {WHY}}}\n") == []


@pytest.fixture(scope="module")
def problems_with(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Problem]]:
    """What is said of the real course in an edition with this `schedule.yml`."""
    from curriculum.checks import Looks, check_sources  # noqa: PLC0415
    from curriculum.read.layers import read_all  # noqa: PLC0415

    root = tmp_path_factory.mktemp("course")
    for name in ("docs", "facilitator", "overrides", "l10n"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("curriculum.yml", "mkdocs.yml", "mkdocs.facilitator.yml", "CHANGES.yml"):
        shutil.copy(ROOT / name, root / name)
    (root / "editions").mkdir()
    shutil.copy(ROOT / "editions" / "canada.yml", root / "editions")
    (root / "partner").mkdir()
    for name in ("profile.yml", "resources.yml"):
        text = (ROOT / "editions" / "example" / name).read_text(encoding="utf-8")
        (root / "partner" / name).write_text(text.replace('id: "example"', 'id: "partner"'), encoding="utf-8")
    quick = Looks(lambda note: [], lambda page, other, languages: [], lambda page, curriculum: [])

    def problems_of(text: str) -> list[Problem]:
        (root / "partner" / "schedule.yml").write_text(text, encoding="utf-8")
        return check_sources(read_all(Settings(root, "facilitator")), quick)

    return problems_of


def test_the_examples_that_an_edition_begins_with_hold(problems_with: Callable[[str], list[Problem]]) -> None:
    """With the signs taken away, only the pages that nobody wrote yet are missing, and a rule that holds is excused."""
    text = read_template("schedule.yml")
    example = (ROOT / "editions" / "example" / "schedule.yml").read_text(encoding="utf-8")
    assert example.split("\n")[1:] == text.split("\n")[1:]  # the first line leads editors to the schema
    asked = re.sub(r"^# (?= *[a-z0-9-]+:)", "", text.split("\n", 1)[1], flags=re.MULTILINE)
    rules = {problem.rule for problem in problems_with(asked)}
    assert rules <= {"handout-absent", "week-absent", "page-absent", "outcome-sheet", "minutes-sum", "weeks-order"} | {
        *ORDERS
    }
    assert {"week-absent", "handout-absent", "page-absent"} <= rules


def test_the_schema_asks_of_a_week_what_that_of_the_arc_asks() -> None:
    folder = ROOT / "hooks" / "curriculum" / "read" / "schemas"
    ours, arcs = (
        yaml.safe_load((folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("schedule", "curriculum")
    )
    week, other = ours["$defs"]["week"]["properties"], arcs["$defs"]["week"]["properties"]
    assert week.keys() - {"after", "before"} == other.keys() - {"draft"}
    assert ours["$defs"]["companion"]["properties"].keys() == arcs["$defs"]["companion"]["properties"].keys() - {
        "draft"
    }
    assert week["outcomes"] == other["outcomes"]
    assert week["load"]["properties"] == other["load"]["properties"]
    assert [*ours["properties"]["excuse"]["properties"]] == [*ORDERS]


def test_more_than_a_few_links_in_words_are_told_a_line_a_page(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that what is to be mended is not lost among them; `review` names each."""
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "en")
    links = [
        Problem(f"docs/{name}.md", line, "link-in-words", {"found": "x", "page": "y"})
        for name in "ab"
        for line in (9, 3, 5, 4)
    ]
    tell_remarks(links[:4])
    assert capsys.readouterr().err.count("[link-in-words]") == 4
    tell_remarks([*links, Problem("docs/c.md", 7, "link-in-words", {"found": "x", "page": "y"})])
    said = capsys.readouterr().err
    assert "[link-in-words]" not in said
    assert said.splitlines()[:3] == [
        "docs/a.md: 4 links led to what this edition leaves out, and are words now: lines 3, 4, 5, 9",
        "docs/b.md: 4 links led to what this edition leaves out, and are words now: lines 3, 4, 5, 9",
        "docs/c.md: 1 link led to what this edition leaves out, and is words now: line 7",
    ]


def test_why_a_rule_is_not_kept_is_read_by_facilitators_alone() -> None:
    """Which rule, everybody reads."""
    why, gone = Text({"en": "Rooms are full in May.", "fr": "Les salles sont pleines en mai."}), Text(plain="Not yet.")
    for audience in ("", NOTES):
        course = read_valid(Settings(ROOT, audience))
        changed = Changed(1, excused={"load-peak": why}, dropped={"week-09": gone})
        course = replace(course, arc=replace(course.arc, changed=changed))
        for language in LANGUAGES:
            said = compose_page(course.pages[language, "load.md"], course, {})
            assert label("excused-load-peak", language) in said
            assert (why[language] in said, "Not yet." in said) == (bool(audience), bool(audience))


def test_the_load_in_a_note_is_that_of_the_plan() -> None:
    course = read_valid(Settings(ROOT, NOTES))
    week = course.arc.weeks[1]
    weeks = tuple(
        replace(week, load=replace(week.load, academic=4)) if one is week else one for one in course.arc.weeks
    )
    other = replace(course, arc=replace(course.arc, weeks=weeks))
    page = course.pages[EN, f"{week.id}/index.md"]
    before, after = (compose_page(page, one, {}) for one in (course, other))
    assert f"academic {week.load.academic}, emotional" in before
    assert f"academic 4, emotional {week.load.emotional}" in after
