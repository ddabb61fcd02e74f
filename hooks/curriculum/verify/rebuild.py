"""The participants' site made anew, in a folder of its own, beside other notes: whoever gets the same has none of ours.

Nothing that was kept of earlier builds is used: it takes about a minute.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from curriculum.publish.offline.copies import read_built, write_copies
from curriculum.publish.state import MADE
from curriculum.site.generator import generator
from curriculum.verify.sources import read_paths
from curriculum.words.audience import CONFIGS, FOLDERS
from curriculum.words.model import Audience, Curriculum, Problem

BUILD = ("build", "--strict", "--quiet", "-f", CONFIGS[Audience.PARTICIPANT])
SAID = 300
"""Letters of what the build says that are told on."""


def read_rebuilt(root: Path, ours: Curriculum) -> tuple[dict[str, bytes] | None, list[Problem]]:
    """The files of that site by their places and, by their names, the copies to open offline; or why there is none."""
    with TemporaryDirectory() as place:
        project = Path(place, "project")
        write_project(root, project, ours.edition.path)
        environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(
            [sys.executable, "-m", generator(), *BUILD],
            cwd=project,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        if done.returncode:
            said = " ".join(f"{done.stdout} {done.stderr}".split())
            return None, [Problem("", 0, "verify-unbuilt", {"found": said[-SAID:]})]
        site = read_built(project / FOLDERS[Audience.PARTICIPANT])
        copies = write_copies(ours, site, Path(place, "copies"))
        return {**site, **{copy.name: copy.read_bytes() for copy in copies}}, []


def write_project(root: Path, place: Path, edition: str) -> None:
    """A copy of the project, in which every file that only facilitators have says something else."""
    left_out = {*MADE, *(path.name for path in root.glob(".*"))}
    ignore = shutil.ignore_patterns("__pycache__")
    place.mkdir()
    for path in sorted(root.iterdir()):
        if path.name in left_out:
            continue
        if path.is_dir():
            shutil.copytree(path, place / path.name, ignore=ignore, symlinks=True)
        else:
            shutil.copy(path, place / path.name)
    for name in read_paths(place, edition):
        (place / name).write_text(other_words(name), encoding="utf-8")


def other_words(name: str) -> str:
    """Words that stand nowhere else, in place of a file's own: the same at each run."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    return f"# {digest[:8]}\n\n{' '.join(digest[at : at + 8] for at in range(0, 64, 8))}\n"
