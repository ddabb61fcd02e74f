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


def slots_of(week: Week, start: str) -> tuple[Slot, ...]:
    """The parts of a week, one after the other from `start` (`18:30`)."""
    hours, minutes = start.split(":")
    now = int(hours) * 60 + int(minutes)
    slots = []
    for part, length in week.parts.items():
        slots.append(Slot(part, now % DAY, length))
        now += length
    return tuple(slots)
