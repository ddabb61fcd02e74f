"""The keys at the top of an edition's page that say which sections of the shared page it changes.

In:  {"sections": "true", "remove": ["tea"], "title": "Arrive"}, and the lines they stand in
Out: sections, without "tea"; {"title": "Arrive"}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curriculum.read.yamltext import parse_yaml
from curriculum.words.model import Asked

KEYS = frozenset({"sections", "remove", "after"})


def take_asked(meta: Mapping[str, Any], top: str) -> tuple[dict[str, str], Asked | None]:
    """The keys without these, and what these say; `top` is the file up to the end of its keys."""
    if not KEYS & meta.keys():
        return dict(meta), None
    # The first line stays empty, so that YAML counts lines as the file does; the last one ends the keys.
    file, _ = parse_yaml("", "\n" + "\n".join(top.split("\n")[1:-1]))
    asked = Asked(
        line=min(file.line((key,)) for key in KEYS & meta.keys()),
        sections="sections" in meta,
        remove=tuple((id, file.line(("remove", place))) for place, id in enumerate(meta.get("remove", ()))),
        after=tuple((id, other, file.line(("after", id))) for id, other in meta.get("after", {}).items()),
    )
    return {key: value for key, value in meta.items() if key not in KEYS}, asked
