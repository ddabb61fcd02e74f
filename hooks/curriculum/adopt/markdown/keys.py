"""The keys at the top of a page of another tool: YAML between `---`, TOML between `+++`, or lines of MultiMarkdown."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml

from curriculum.adopt.values import ReadSource
from curriculum.words.labels import LOADER

FENCES = {"---": ("---", "..."), "+++": ("+++",)}
MOST = 20_000
"""Signs of keys; more is no top of a page."""
MOST_DEEP = 10


def take_keys(text: str, source: ReadSource) -> tuple[str, int]:
    """The text without its keys, which are put into the source, and the number of lines taken away."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines[:20]) if line.strip()), 0)
    ends = FENCES.get(lines[start].strip())
    end = next((i for i, line in enumerate(lines[start + 1 :], start + 1) if ends and line.rstrip() in ends), 0)
    inside = "\n".join(lines[start + 1 : end])
    if not ends or not end or len(inside) > MOST:
        return text, 0
    values = _values(inside, lines[start].strip())
    if values is None:
        if re.search(r"^\w[\w-]*\s*[:=]", inside, re.MULTILINE):
            source.leave(start + 1, "keys", inside)
            return "\n".join(lines[end + 1 :]), end + 1
        return text, 0
    source.keys.update({str(key).lower(): said for key, value in values.items() if (said := _said(value))})
    return "\n".join(lines[end + 1 :]), end + 1


def _values(inside: str, fence: str) -> dict[str, Any] | None:
    try:
        if fence == "+++":
            return tomllib.loads(inside)
        if re.search(r"(?:^|\s)[&*]\w", inside):  # what stands for something else can grow without end
            return None
        found = yaml.load(inside, LOADER)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _said(value: Any, depth: int = 0) -> str:
    """A value in words: those of lists and tables one after the other."""
    if depth > MOST_DEEP or value is None:
        return ""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_said(one, depth + 1)}" for key, one in value.items())
    if isinstance(value, list):
        return "; ".join(_said(one, depth + 1) for one in value)
    return " ".join(str(value).split())
