"""Both sites, built beside the old ones and put in their place only when everything went well."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from curriculum.words.model import Audience

WORKSHOP = ".build"
CONFIGS: Mapping[Audience, str] = {
    Audience.PARTICIPANT: "mkdocs.yml",
    Audience.FACILITATOR: "mkdocs.facilitator.yml",
}
FOLDERS: Mapping[Audience, str] = {Audience.PARTICIPANT: "site", Audience.FACILITATOR: "site-facilitator"}


@dataclass(frozen=True)
class Failure:
    """A site that was not built, and what the generator said."""

    audience: Audience
    said: str


def write_sites(root: Path) -> list[Failure]:
    """Build every audience's site at the same time; replace the old ones when all were built, else none.

    The sites are separate processes: the participant's never holds a note in its memory.
    """
    workshop = root / WORKSHOP / str(os.getpid())
    workshop.mkdir(parents=True)
    try:
        running = {audience: _start(root, workshop, audience) for audience in CONFIGS}
        said = {audience: process.communicate()[0] for audience, process in running.items()}
        failures = [Failure(a, what_went_wrong(said[a])) for a, process in running.items() if process.returncode]
        if not failures:
            for folder in FOLDERS.values():
                _replace(workshop / folder, root / folder)
        return failures
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def what_went_wrong(said: str) -> str:
    """The generator's output without its news: `INFO` lines say only how far it was."""
    return "\n".join(line for line in said.splitlines() if line.strip() and not line.startswith("INFO"))


def _start(root: Path, workshop: Path, audience: Audience) -> subprocess.Popen[str]:
    target = str(workshop / FOLDERS[audience])
    # Not --quiet: it hides warnings from --strict, and a broken link would pass.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", CONFIGS[audience], "--site-dir", target]
    return subprocess.Popen(
        command, cwd=root, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )


def _replace(new: Path, place: Path) -> None:
    """Two renames: the place is empty for a moment, never half full; the old site comes back when the second fails."""
    old = new.with_name(f"{new.name}-old")
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
