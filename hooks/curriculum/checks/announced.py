"""What `CHANGES.yml` tells partners: it reads, its entries stand in order, and the pages that it names are there."""

from __future__ import annotations

from curriculum.read.layers import Sources
from curriculum.watch.announced import read_announced, read_named
from curriculum.words.model import Problem


def check_announced(sources: Sources) -> list[Problem]:
    """Problems of the file; none in a course that has none."""
    changes, problems = read_announced(sources.root, sources.languages)
    return problems + read_named(sources.root, changes)
