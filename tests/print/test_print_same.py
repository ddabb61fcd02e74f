"""The same curriculum gives the same files, byte for byte, whoever makes them, where and when.

`tests/site/test_site_same.py` holds both sites of one week to it; here all weeks, with `NIGHTLY=1` alone: each of them
is made of the same parts.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Project, copy_project

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not os.environ.get("NIGHTLY"), reason="one week is held to it")]
MAKE = """
import hashlib, json, sys
from pathlib import Path
from curriculum.course import open_course
from curriculum.read.layers import Settings
root = Path.cwd()
course, problems = open_course(Settings(root, "facilitator"))
assert not problems, problems
json.dump({place: hashlib.sha256(content).hexdigest() for place, content in course.files.items()}, sys.stdout)
"""


def test_files_are_the_same_everywhere(built: Project, tmp_path: Path) -> None:
    """Another folder, time zone, language of the computer and order of sets: every PDF, DOCX, EPUB and ZIP alike."""
    elsewhere = copy_project(tmp_path / "another place")
    environment = {
        **os.environ,
        "PYTHONPATH": str(elsewhere.root / "hooks"),
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
    }
    command = [sys.executable, "-c", MAKE]
    done = subprocess.run(command, cwd=elsewhere.root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    here = {place: hashlib.sha256((built.facilitator / place).read_bytes()).hexdigest() for place in found}
    assert [place for place in found if found[place] != here[place]] == []
    assert {place.rsplit(".", 1)[1] for place in found} == {"pdf", "docx", "epub", "html", "zip", "json"}
