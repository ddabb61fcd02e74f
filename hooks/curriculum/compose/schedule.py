"""Minutes -> when each part of a session starts, which a facilitator reads from the run sheet."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum.words.forms import DAY
from curriculum.words.model import Week


@dataclass(frozen=True)
class Slot:
    """One timed part: when it starts and how long it lasts, in minutes after midnight and minutes."""

    part: str
    start: int
    minutes: int


def slots_of(week: Week, start: str, late: int = 0) -> tuple[Slot, ...]:
    """The parts of a week, one after the other from `start` (`18:30`), or so many minutes later by the plan for that.

    By a plan the session ends when it would have; a part that the plan leaves out altogether has no slot.
    """
    hours, minutes = start.split(":")
    now = int(hours) * 60 + int(minutes) + late
    slots = []
    for part, length in week.parts_when(late).items():
        slots.append(Slot(part, now % DAY, length))
        now += length
    return tuple(slots)
