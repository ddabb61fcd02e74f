"""The files that tell a host what to build and what to give out: none of them names what facilitators get.

In:  `publish = "site-facilitator"` in `netlify.toml`
Out: a problem at that line; what stands in a comment is for whoever reads it
"""

from __future__ import annotations

import re
from pathlib import Path

from curriculum.words.audience import CONFIGS, COPIES, FOLDERS
from curriculum.words.model import Audience, Problem

HOSTS = (
    *("netlify.toml", "wrangler.toml", "wrangler.jsonc", "vercel.json", "firebase.json", "render.yaml", "Dockerfile"),
    *(".gitlab-ci.yml", ".github/workflows/*.yml", ".github/workflows/*.yaml", "Containerfile"),
    "deploy/participants/*",
)
NAMES = [re.escape(names[Audience.FACILITATOR]) for names in (CONFIGS, FOLDERS, COPIES)]
THEIRS = re.compile("|".join([*NAMES, r"--facilitators(?![a-z-])"]))
MOST_BYTES = 200_000


def read_hosts(root: Path) -> list[Problem]:
    """Each line that would build, keep or give out the site of facilitators where everybody may fetch it."""
    paths = [path for pattern in HOSTS for path in sorted(root.glob(pattern))]
    return [
        Problem(path.relative_to(root).as_posix(), number, "host-theirs", {"found": found[0]})
        for path in paths
        if path.is_file() and path.stat().st_size <= MOST_BYTES
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if (found := THEIRS.search(line.partition("#")[0]))
    ]
