"""Days as files write them: `2026-11-22`, and how long something holds: `P6M`."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

SPAN = re.compile(r"P(\d+)([DWMY])")
"""A length of time. Source: ISO 8601-1:2019, 5.5.2."""
MONTHS = {"M": 1, "Y": 12}
DAYS = {"D": 1, "W": 7}


def day_of(written: str) -> date | None:
    """The day; none where the calendar has no such day.

    In:  "2026-11-22"; "2027-02-31"     Out: date(2026, 11, 22); None
    """
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def day_after(day: date, span: str) -> date:
    """The day on which a length of time is over; in a shorter month, its last day.

    In:  date(2026, 8, 31), "P6M"     Out: date(2027, 2, 28)
    """
    found = SPAN.fullmatch(span)
    assert found, span
    count, unit = int(found[1]), found[2]
    if unit in DAYS:
        return day + timedelta(days=count * DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
