"""What the program is made of -> the same for other programs: a bill of materials (SBOM), as CycloneDX 1.6 has it.

Sources: https://cyclonedx.org/docs/1.6/json/, https://github.com/package-url/purl-spec
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from curriculum.read.packages import Component, name_of

VERSION = "1.6"
WHOLE = "this-program"


def bill_of(parts: Sequence[Component], project: Mapping[str, Any], day: date) -> str:
    """The bill, the same on the same day for the same parts. `project` is what `pyproject.toml` says of us."""
    whole = {"type": "application", "bom-ref": WHOLE, "name": project["name"], "version": project["version"]}
    asked = {name_of(one) for one in (*project["dependencies"], *project["optional-dependencies"]["seal"])}
    ours = [part.name for part in parts if part.name in asked or not part.is_package]
    return json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": VERSION,
            "version": 1,
            "metadata": {
                "timestamp": f"{day.isoformat()}T00:00:00Z",
                "component": {**whole, "licenses": [{"expression": project["license"]}]},
            },
            "components": [dict(_component(part)) for part in parts],
            "dependencies": [
                {"ref": WHOLE, "dependsOn": ours},
                *({"ref": part.name, "dependsOn": [*part.needs]} for part in parts),
            ],
        },
        indent=2,
        ensure_ascii=False,
    )


def _component(part: Component) -> Iterator[tuple[str, Any]]:
    yield "type", "library" if part.purl else "file"
    yield "bom-ref", part.name
    yield "name", part.name
    if part.version:
        yield "version", part.version
    yield "scope", "optional" if part.is_optional else "required"
    yield "hashes", [{"alg": "SHA-256", "content": one} for one in part.hashes]
    if part.licence:
        yield "licenses", [_licence(part.licence)]
    if part.rights:
        yield "copyright", part.rights
    if part.purl:
        yield "purl", part.purl


def _licence(said: str) -> dict[str, Any]:
    """One word is an expression, as are words joined in its way; anything else is a name.

    In:  "Apache-2.0 OR BSD-3-Clause"           "BSD License"
    Out: {"expression": …}                      {"license": {"name": "BSD License"}}
    """
    words = said.split()
    if len(words) == 1 or {"AND", "OR", "WITH"} & {*words}:
        return {"expression": said}
    return {"license": {"name": said}}
