"""Minutes -> clock times, which a facilitator reads from the run sheet; dates in words. A voice says each as it is."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum.words.labels import label
from curriculum.words.model import Language, Week

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
    """Minutes of a day -> `6:30 p.m.` in English, `18 heures 30` in French: a voice spells the h of `18 h 30`."""
    hour, rest = divmod(minutes % DAY, 60)
    if language is Language.FR:
        return f"{hour}\u00a0heure{'s' if hour > 1 else ''}" + (f"\u00a0{rest:02}" if rest else "")
    return f"{(hour - 1) % 12 + 1}:{rest:02}\u00a0{'a.m.' if hour < 12 else 'p.m.'}"


def day_in_words(date: str, language: Language) -> str:
    """`2026-11-22` -> `22 November 2026`: a voice would read the figures as a sum."""
    year, month, day = date.split("-")
    name = label("months", language).split()[int(month) - 1]
    first = "1er" if language is Language.FR and day == "01" else str(int(day))
    return f"{first}\u00a0{name}\u00a0{year}"
