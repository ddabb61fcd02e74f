"""The files of `overrides/`: MkDocs publishes what lies there as it is, so that only what belongs there may.

The icon, the search, the fonts of pages and those of paper are pinned by their hash: under the name of the icon, a
picture of a note would go out with every page, and without a font the printer takes another one and says nothing.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from curriculum.read.folders import shown
from curriculum.read.scripts import PINS, pins_of
from curriculum.read.textfile import read_text
from curriculum.words.model import Problem

FOLDER = "overrides"
ASSETS, PAPER = "assets/", "print/fonts/"
KNOWN = re.compile(
    r"(?:main|404)\.html|partials/[a-z-]+\.html|scripts/(?:[a-z-]+\.js|SHA256SUMS)|styles/[a-z-]+\.css"
    rf"|print/(?:[a-z-]+\.typ|{PINS}|fonts/[A-Za-z_-]+\.(?:ttf|py))"
    rf"|{ASSETS}(?:icon\.svg|minisearch\.js|fonts/[a-z-]+\.woff2)"
)
"""Templates, scripts, styles, what paper is made with, and what pages load."""
JUNK = re.compile(r"\.DS_Store|\._.*|(?i:thumbs\.db|ehthumbs\.db|desktop\.ini)|.*~|\..*\.swp")
WRITTEN = (".svg", ".js")
FONT = ".ttf"
"""Files that a computer may have with other ends of lines."""


def read_frame_files(root: Path) -> list[Problem]:
    """Every file that is not of ours, or that changed since it was pinned; none in a project without that folder."""
    folder = root / FOLDER
    pins = pins_of(read_text(root, f"{FOLDER}/print/{PINS}")[0])
    problems = []
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        name = f"{FOLDER}/{shown(place)}"
        if path.is_symlink() or (path.is_file() and not KNOWN.fullmatch(place) and not _is_junk(place)):
            problems.append(Problem(name, 1, "frame-file"))
        elif path.is_file() and _is_pinned(place) and (found := _read_digest(path)) != pins.get(place):
            values = {"found": found[:12], "expected": pins.get(place, "—")[:12], "pins": f"{FOLDER}/print/{PINS}"}
            problems.append(Problem(name, 1, "frame-changed", values))
    gone = [place for place in pins if not (folder / place).is_file()]
    return problems + [Problem(f"{FOLDER}/{place}", 1, "file-absent") for place in gone]


def _is_pinned(place: str) -> bool:
    """True for what goes out with pages as it is, and for what paper is set in."""
    return place.startswith(ASSETS) or (place.startswith(PAPER) and place.endswith(FONT))


def _is_junk(place: str) -> bool:
    """True for what a computer leaves in folders; not where MkDocs would publish it."""
    return bool(JUNK.fullmatch(place.rpartition("/")[2])) and not place.startswith(ASSETS)


def _read_digest(path: Path) -> str:
    content = path.read_bytes()
    return hashlib.sha256(content.replace(b"\r\n", b"\n") if path.suffix in WRITTEN else content).hexdigest()
