"""`build`: both sites, or a word that nothing changed. MkDocs is started only when there is something to build."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from curriculum.publish.sites import FOLDERS
from curriculum.publish.state import is_built, read_shape, write_built
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages

PROGRAM = "build_sites"
"""Beside this package: the adapter that has MkDocs build both."""


def main(arguments: list[str]) -> int:
    """Build what is not there yet; the exit code. `--language` says what messages are told in."""
    if arguments[:1] == ["--language"]:
        os.environ["CURRICULUM_LANGUAGE"] = arguments[1]
    root, language = Path.cwd(), preferred_languages()[0]
    sites = [root / folder for folder in FOLDERS.values()]
    if is_built(root, sites):
        print(label("build-unchanged", language, sites=", ".join(f"{site.name}/" for site in sites)))
        return 0
    shape = read_shape(root)
    code = subprocess.call([sys.executable, "-m", PROGRAM], cwd=root)
    if code == 0:
        write_built(root, sites, shape)
    return code
