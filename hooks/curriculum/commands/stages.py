"""Where long work is: one quiet line for each stage, to whoever sits at the terminal; nothing in a pipe or a log."""

from __future__ import annotations

import sys

from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages


def say_stage(name: str) -> None:
    """Say what begins now, by its name in `labels.yml`."""
    if sys.stderr.isatty():
        print(label(f"stage-{name}", preferred_languages()[0]), file=sys.stderr, flush=True)
