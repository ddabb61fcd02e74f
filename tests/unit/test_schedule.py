"""Clock times and the load rules that need no files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from curriculum.compose.schedule import slots_of
from curriculum.words.forms import clock, day_in_words
from curriculum.words.model import Copies, Load, Practised, Text, Week
from languages import EN, FR


@pytest.mark.parametrize(
    ("minutes", "english", "french"),
    [
        (18 * 60 + 30, "6:30\u00a0p.m.", "18\u00a0heures\u00a030"),
        (19 * 60, "7:00\u00a0p.m.", "19\u00a0heures"),
        (0, "12:00\u00a0a.m.", "0\u00a0heure"),
        (12 * 60 + 5, "12:05\u00a0p.m.", "12\u00a0heures\u00a005"),
        (24 * 60 + 15, "12:15\u00a0a.m.", "0\u00a0heure\u00a015"),
    ],
)
def test_the_clock_speaks_both_languages(minutes: int, english: str, french: str) -> None:
    assert (clock(minutes, EN), clock(minutes, FR)) == (english, french)


def test_parts_follow_each_other_even_past_midnight() -> None:
    load = Load(1, 1, Text(plain=""))
    week = Week("w", 1, load, {"arrive": 20, "break": 15, "close": 25}, (), False, 1)
    assert [(s.part, s.start) for s in slots_of(week, "23:50")] == [("arrive", 1430), ("break", 10), ("close", 25)]


def test_who_starts_late_ends_on_time_and_leaves_out_what_the_plan_says() -> None:
    parts = {"arrive": 20, "teach": 10, "break": 15, "close": 25}
    late = {15: {"arrive": 8, "teach": 7}, 30: {"arrive": 20, "teach": 10}}
    week = Week("w", 1, Load(1, 1, Text(plain="")), parts, (), False, 1, late=late)

    def planned(minutes: int) -> list[tuple[str, int, int]]:
        return [(slot.part, slot.start - 18 * 60 - 30, slot.minutes) for slot in slots_of(week, "18:30", minutes)]

    assert planned(0) == [("arrive", 0, 20), ("teach", 20, 10), ("break", 30, 15), ("close", 45, 25)]
    assert planned(15) == [("arrive", 15, 12), ("teach", 27, 3), ("break", 30, 15), ("close", 45, 25)]
    assert planned(30) == [("break", 30, 15), ("close", 45, 25)]


def test_practice_takes_its_minutes_times_its_turns_and_never_more_than_the_part() -> None:
    outcomes = [Practised("trios", 5, "sheet.md", 1, turns=3), Practised("trios", 2, "sheet.md", 2)]
    week = Week("w", 1, Load(1, 1, Text(plain="")), {"trios": 25, "close": 5}, (), False, 1, tuple(outcomes))
    assert (week.practised("trios"), week.practised("close")) == (17, 0)
    assert replace(week, parts={"trios": 16}).practised("trios") == 16


@pytest.mark.parametrize(("copies", "count"), [(Copies.EACH, 8), (Copies.TRIO, 3), (Copies.GROUP, 1)])
def test_how_many_sheets_for_eight_people(copies: Copies, count: int) -> None:
    assert copies.count(8) == count


@pytest.mark.parametrize(
    ("date", "english", "french"),
    [
        ("2026-11-22", "22\u00a0November\u00a02026", "22\u00a0novembre\u00a02026"),
        ("2027-02-01", "1\u00a0February\u00a02027", "1er\u00a0février\u00a02027"),
    ],
)
def test_a_day_is_said_in_words(date: str, english: str, french: str) -> None:
    assert (day_in_words(date, EN), day_in_words(date, FR)) == (english, french)
