"""The packages of a list -> vulnerabilities that `pip-audit` knows of them, and for which of them nobody answered.

It asks the register that packages come from: no build and no other command does. What it leaves out it does not count
as a mistake, so that only a name with an answer is taken for one that was asked.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from curriculum.read.packages import Component

PROGRAM = "pip_audit"
HOW = ("--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json")
PATIENCE = 600
"""Seconds for all answers."""


class Advisory(NamedTuple):
    """What is known against one version of a package."""

    part: Component
    id: str
    mended: tuple[str, ...]
    """Versions that do not have it any more."""


class Advised(NamedTuple):
    """Every answer, and whom nobody answered for."""

    known: tuple[Advisory, ...]
    unasked: tuple[Component, ...]
    reason: str
    """The last line that was said about it."""


def read_advised(root: Path, lists: Sequence[str], parts: Sequence[Component]) -> Advised:
    """Ask about every part. Without a network, or without the program that asks, none has an answer."""
    named = [word for name in lists for word in ("--requirement", name)]
    command = [sys.executable, "-m", PROGRAM, *HOW, *named]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        return Advised((), tuple(parts), str(error))
    said = done.stderr.decode("utf-8", "replace").strip()
    return asked_of(done.stdout.decode("utf-8", "replace"), parts, said.rpartition("\n")[2])


def asked_of(answer: str, parts: Sequence[Component], said: str = "") -> Advised:
    """What the answer says of each part.

    In:  {"dependencies": [{"name": "jinja2", "version": "3.1.2", "vulns": [{"id": "…", "fix_versions": ["3.1.3"]}]}]}
    """
    try:
        told: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Advised((), tuple(parts), said)
    answers = {(one["name"].lower(), one["version"]): one["vulns"] for one in told if "vulns" in one}
    unasked = tuple(part for part in parts if (part.name, part.version) not in answers)
    reasons = [one["skip_reason"] for one in told if "skip_reason" in one]
    found = (
        Advisory(part, one["id"], tuple(one["fix_versions"]))
        for part in parts
        for one in answers.get((part.name, part.version), ())
    )
    return Advised(tuple(found), unasked, reasons[-1] if reasons else said)
