"""The scripts that pages carry inside them, as somebody last read them, without the remarks.

`overrides/scripts/SHA256SUMS` pins what they were then. A hash that came from the finished pages would allow whatever
got into them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from curriculum.read.textfile import read_text
from curriculum.words.model import Problem

FOLDER = "overrides/scripts"
PINS = "SHA256SUMS"
REMARK = re.compile(r"^ *//.*\n|^ +| // .*$", re.MULTILINE)
"""What is there for who reads the file: a phone would fetch it with every page."""
Scripts = Mapping[str, str]
"""The text of each script by its name without ending: `leave`."""


def read_scripts(root: Path) -> tuple[Scripts, list[Problem]]:
    """The scripts as pages carry them, and a problem for each that is not as it was pinned; none without a folder."""
    paths = sorted((root / FOLDER).glob("*.js"))
    read = {path.stem: read_text(root, f"{FOLDER}/{path.name}") for path in paths}
    pins, problems = read_text(root, f"{FOLDER}/{PINS}") if paths else ("", [])
    problems += [problem for _, found in read.values() for problem in found]
    texts = {name: text for name, (text, found) in read.items() if not found}
    problems = problems or check_scripts(texts, pins_of(pins))
    return {name: carried(text) for name, text in texts.items()}, problems


def carried(text: str) -> str:
    """A script as pages carry it.

    In:  `// Leave.`, `{`, `  go("https://a.ca") // at once`, `}`     Out: `{`, `go("https://a.ca")`, `}`
    """
    return REMARK.sub("", text)


def pins_of(text: str) -> dict[str, str]:
    """`9f86d0…  leave.js` -> {"leave.js": "9f86d0…"}: what `sha256sum *.js` writes."""
    pairs = (line.split() for line in text.splitlines() if line.strip())
    return {name: digest for digest, name in pairs}


def check_scripts(scripts: Scripts, pins: Mapping[str, str]) -> list[Problem]:
    """Scripts that nobody pinned, or that changed since."""
    found = {f"{name}.js": hashlib.sha256(text.encode()).hexdigest() for name, text in scripts.items()}
    return [
        Problem(f"{FOLDER}/{name}", 1, "script-changed", {"found": digest, "expected": pins.get(name, "—")})
        for name, digest in found.items()
        if pins.get(name) != digest
    ]
