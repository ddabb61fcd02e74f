"""The folders of a course that are links: what they lead to is nobody's to read as ours, or to write to.

In:  `l10n`, made with `ln -s ../elsewhere l10n`
Out: `symbolic-link`, before anything is read or written through it

Links below these folders are told by whoever reads what lies there.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from curriculum.read.chosen import NAMES
from curriculum.read.textfile import link_in
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.bases import FOLDER as BASES
from curriculum.words.model import Problem

TOPS = (SHARED, NOTES, BASES)
"""Of the shared course."""


def read_tops(root: Path, edition: str) -> list[Problem]:
    """Each folder or file that a course or an edition starts from and that is a link, once for all that lies in it."""
    own = [PurePath(edition, name).as_posix() for name in NAMES] if edition else []
    links = dict.fromkeys(link_in(root, path) for path in (*TOPS, *own))
    return [Problem(link, 1, "symbolic-link") for link in links if link]
