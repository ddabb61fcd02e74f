"""What a page may do in a browser: run our own scripts, each named by its hash, and load files of the site. No more.

`overrides/scripts/` holds the scripts, which pages carry inside them; `SHA256SUMS` beside them pins what they were when
somebody last read them. A hash that came from the finished pages would allow whatever got into them.
Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from curriculum.read.textfile import read_text
from curriculum.words.model import Problem

FOLDER = "overrides/scripts"
PINS = "SHA256SUMS"
Scripts = Mapping[str, str]
"""The text of each script by its name without ending: `leave`."""
POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


def read_scripts(root: Path) -> tuple[Scripts, list[Problem]]:
    """The scripts, and a problem for each that is not as it was pinned; none in a project without that folder."""
    paths = sorted((root / FOLDER).glob("*.js"))
    texts = {path.stem: read_text(root, f"{FOLDER}/{path.name}")[0] for path in paths}
    pins, _ = read_text(root, f"{FOLDER}/{PINS}") if paths else ("", [])
    return texts, check_scripts(texts, pins_of(pins))


def pins_of(text: str) -> dict[str, str]:
    """`9f86d0…  leave.js` -> {"leave": "9f86d0…"}: what `sha256sum *.js` writes."""
    pairs = (line.split() for line in text.splitlines() if line.strip())
    return {name.removesuffix(".js"): digest for digest, name in pairs}


def check_scripts(scripts: Scripts, pins: Mapping[str, str]) -> list[Problem]:
    """Scripts that nobody pinned, or that changed since."""
    found = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in scripts.items()}
    return [
        Problem(f"{FOLDER}/{name}.js", 1, "script-changed", {"found": digest, "expected": pins.get(name, "—")})
        for name, digest in found.items()
        if pins.get(name) != digest
    ]


def hash_of(text: str) -> str:
    """The name of an inline script or style in a policy: `sha256-…` between its single quotes."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy_for(hashes: Iterable[str]) -> str:
    """The policy of a page that runs these scripts; one of ours may fetch another, which is how search starts."""
    return "; ".join([*POLICY, f"script-src {' '.join(hashes)} 'strict-dynamic'"])


def policy_of(scripts: Scripts) -> str:
    """The one policy of every page of a site."""
    return policy_for(hash_of(text) for text in scripts.values())
