"""What a page may do in a browser: run our own scripts, each named by its hash, and load files of the site. No more.

Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from curriculum.read.scripts import Scripts

POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


@dataclass(frozen=True)
class Inside:
    """What a week in one file carries, where a page of the site would load it."""

    style: str
    script: str


def hash_of(text: str) -> str:
    """The name of an inline script or style in a policy: `sha256-…` between its single quotes."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy_for(hashes: Iterable[str]) -> str:
    """The policy of a page that runs these scripts; one of ours may fetch another, which is how search starts."""
    return "; ".join([*POLICY, f"script-src {' '.join(hashes)} 'strict-dynamic'"])


def policy_of(scripts: Scripts) -> str:
    """The one policy of every page of a site."""
    return policy_for(hash_of(text) for text in scripts.values())
