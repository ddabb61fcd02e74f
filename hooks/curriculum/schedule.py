"""Minutes -> clock times: what a facilitator reads from the run sheet."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum.model import Language, Week

DAY = 24 * 60


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


def clock(minutes: int, language: Language) -> str:
    """Minutes after midnight -> `6:30 p.m.` in English, `18 h 30` in French (with a no-break space, as in Canada)."""
    hour, rest = divmod(minutes % DAY, 60)
    if language is Language.FR:
        return f"{hour}\u00a0h" + (f"\u00a0{rest:02}" if rest else "")
    return f"{(hour - 1) % 12 + 1}:{rest:02}\u00a0{'a.m.' if hour < 12 else 'p.m.'}"
