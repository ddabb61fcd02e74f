"""What a page may do in a browser: run our own scripts, each named by its hash, and load files of the site. No more.

Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from curriculum.read.scripts import Scripts
from curriculum.words.model import Audience

POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
ELSEWHERE = frozenset({"tonight"})
"""Scripts that no page of a site carries."""


@dataclass(frozen=True)
class Inside:
    """What a page in one file carries, where a page of the site would load it."""

    style: str
    scripts: tuple[str, ...]


class Insides(NamedTuple):
    """The same for each kind of page in one file."""

    single: Inside
    """A week, for everyone."""
    tonight: Inside
    """A session while it is held, which only facilitators have."""

    def of(self, audience: Audience) -> tuple[Inside, ...]:
        """The kinds that a site has."""
        return tuple(self) if audience is Audience.FACILITATOR else (self.single,)


def hash_of(text: str) -> str:
    """The name of an inline script or style in a policy: `sha256-…` between its single quotes."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy_for(hashes: Iterable[str]) -> str:
    """The policy of a page that runs these scripts; one of ours may fetch another, which is how search starts."""
    return "; ".join([*POLICY, f"script-src {' '.join(hashes)} 'strict-dynamic'"])


def policy_of(scripts: Scripts) -> str:
    """The one policy of every page of a site."""
    return policy_for(hash_of(text) for text in on_pages(scripts).values())


def on_pages(scripts: Scripts) -> Scripts:
    """The scripts that pages of a site may carry: not the one of a file that only facilitators have."""
    return {name: text for name, text in scripts.items() if name not in ELSEWHERE}
