"""What a live page may do beside what every page may: run the script that renews it, and hear from its own server."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from curriculum.read.scripts import Scripts
from curriculum.site.policy import hash_of, policy_for

HERE = Path(__file__).parent


@cache
def read_script() -> str:
    """`renew.js` beside this module, which is part of the program; no built page holds it."""
    return (HERE / "renew.js").read_text(encoding="utf-8")


@cache
def read_style() -> str:
    """`bar.css` beside this module."""
    return (HERE / "bar.css").read_text(encoding="utf-8")


def live_policy(scripts: Scripts) -> str:
    """The policy of a page of the live site."""
    hashes = [hash_of(text) for text in (*scripts.values(), read_script())]
    return f"{policy_for(hashes)}; connect-src 'self'"
