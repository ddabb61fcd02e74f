"""Which day it is: the one of `SOURCE_DATE_EPOCH`, so that tests and builds can be repeated, or the computer’s."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970. Source: https://reproducible-builds.org/specs/source-date-epoch/"""


def read_today() -> date:
    """Today; a value that is no time is as good as none."""
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(os.environ.get(EPOCH, "")), UTC).date()
    return datetime.now(UTC).astimezone().date()
