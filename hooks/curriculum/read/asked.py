"""The keys at the top of a page that its words do not need: which sections of the shared page it changes, and where it
was read before.

In:  {"sections": "true", "remove": ["tea"], "title": "Arrive"}, and the lines they stand in
Out: sections, without "tea"; {"title": "Arrive"}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curriculum.read.yamltext import YamlFile, parse_yaml
from curriculum.words.model import Asked, Former

KEYS, WAS = frozenset({"sections", "remove", "after"}), "was"


def take_asked(meta: Mapping[str, Any], top: str) -> tuple[dict[str, str], Asked | None]:
    """The keys without these, and what these say; `top` is the file up to the end of its keys."""
    if not KEYS & meta.keys():
        return dict(meta), None
    file = _keys_of(top)
    asked = Asked(
        line=min(file.line((key,)) for key in KEYS & meta.keys()),
        sections="sections" in meta,
        remove=tuple((id, file.line(("remove", place))) for place, id in enumerate(meta.get("remove", ()))),
        after=tuple((id, other, file.line(("after", id))) for id, other in meta.get("after", {}).items()),
    )
    return {key: value for key, value in meta.items() if key not in KEYS}, asked


def take_was(meta: Mapping[str, Any], top: str, path: str) -> tuple[dict[str, Any], tuple[Former, ...]]:
    """The keys without `was`, and the addresses that it names, each with its line."""
    if WAS not in meta:
        return dict(meta), ()
    file = _keys_of(top)
    was = tuple(Former(address, path, file.line((WAS, place))) for place, address in enumerate(meta[WAS]))
    return {key: value for key, value in meta.items() if key != WAS}, was


def _keys_of(top: str) -> YamlFile:
    """Keys with their lines: the first stays empty, so that YAML counts as the file does; the last one ends them."""
    return parse_yaml("", "\n" + "\n".join(top.split("\n")[1:-1]))[0]
