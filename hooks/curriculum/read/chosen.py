"""Which edition is built, and what its folder may hold.

A fork keeps all of its work in `partner/`, which upstream never has: where that folder is, it is the edition, and no
shared file need say so. Elsewhere `curriculum.yml` names one; whoever builds several names one for each run.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path, PurePath

from curriculum.read.folders import is_hidden, shown
from curriculum.read.script_fonts import read_fonts
from curriculum.words.model import Problem, Term, Words

PARTNER = "partner"
"""The folder of a fork's own edition."""
EDITIONS = "editions"
EXAMPLE = f"{EDITIONS}/example"
"""An invented place: what a repository builds from which every other edition was taken."""
VARIABLE = "CURRICULUM_EDITION"
"""The environment variable that names an edition for one run: `editions/north-end`."""
PROFILE = "profile.yml"
PRIVATE = "facilitator.yml"
"""What only facilitators know of a place, in the folder of its edition."""
SCHEDULE = "schedule.yml"
"""What an edition changes in the arc of the course."""
NAMES = (
    *(PROFILE, "resources.yml", SCHEDULE, PRIVATE, "words.yml"),
    *("docs", "facilitator", "theme", "words", "fonts"),
    *("changes.yml", "base", "l10n"),
)
"""All that the folder of an edition holds: what people write, then what the program keeps for them."""


def choose_edition(root: Path, named: str, file: str, line: int) -> tuple[str, list[Problem]]:
    """The folder of the edition to build, "" where there is none; `named` stands in a line of a file.

    In:  `editions/victoria`, in a repository that has `partner/`     Out: `partner`
    """
    asked = os.environ.get(VARIABLE, "").rstrip("/")  # as a shell completes the name of a folder
    if asked:
        return _found(root, asked, VARIABLE, 1)
    if (root / PARTNER).is_dir():
        return PARTNER, []
    if named and not (root / named).is_dir() and read_editions(root) == [EXAMPLE]:
        return EXAMPLE, []
    return _found(root, named, file, line) if named else ("", [])


def _found(root: Path, name: str, file: str, line: int) -> tuple[str, list[Problem]]:
    """The folder of this name, where it is that of an edition."""
    known = read_editions(root)
    if (root / name).is_dir() and not Path(name).is_absolute() and ".." not in Path(name).parts:
        return name, []
    near = difflib.get_close_matches(name, known, 1, 0.6)
    values: dict[str, Words] = {"found": shown(name), "expected": ", ".join(known) or Term("none")}
    values["near"] = "".join(near)
    return "", [Problem(file, line, "edition-absent", values)]


def read_editions(root: Path) -> list[str]:
    """The folders of all editions under `editions/`, from the root."""
    folders = (entry for entry in (root / EDITIONS).glob("*") if (entry / PROFILE).is_file())
    return sorted(f"{EDITIONS}/{one.name}" for one in folders if not is_hidden(PurePath(one.name)))


def read_edition_folder(root: Path, path: str) -> list[Problem]:
    """What lies in the folder of an edition and nothing reads: what is written there would never be seen, or leak."""
    names = sorted(entry.name for entry in (root / path).glob("*") if not is_hidden(PurePath(entry.name)))
    expected = ", ".join(NAMES)
    return read_fonts(root, path) + [
        Problem(
            f"{path}/{shown(name)}", 1, "edition-unread", {"found": shown(name), "expected": expected, "near": near}
        )
        for name in names
        if name not in NAMES
        for near in ["".join(difflib.get_close_matches(name, NAMES, 1, 0.6))]
    ]
