"""Which day it is: the one of `CURRICULUM_TODAY`, so that tests can be repeated, or the computer’s.

Not that of `SOURCE_DATE_EPOCH`: it says which time files bear, and may lie before the day on which a line was called.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime

TODAY = "CURRICULUM_TODAY"
"""A day: `2026-11-28`."""


def read_today() -> date:
    """Today; a value that is no day is as good as none."""
    with suppress(ValueError):
        return date.fromisoformat(os.environ.get(TODAY, ""))
    return datetime.now(UTC).astimezone().date()
