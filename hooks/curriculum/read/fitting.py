"""Do values fit a schema? Yes, or perhaps not: then `misfits` says it with the library that knows all of JSON Schema.

In:  {"title": "Arrive"}, {"type": "object", "properties": {"title": {"type": "string", "maxLength": 80}}}
Out: True

What the schemas beside this module ask is looked at, as JSON Schema 2020-12 means it; a schema that asks for anything
else is never said to be fitted. Source: https://json-schema.org/draft/2020-12/json-schema-validation
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Schema = Mapping[str, Any]
TYPES: Mapping[str, type] = {"object": dict, "array": list, "string": str}
"""Those that are read; numbers are read as text."""
SILENT = ("$schema", "$defs", "title", "description", "then")
"""What asks nothing by itself, as does what begins with `x-`."""


def fits(value: Any, schema: Schema, whole: Schema) -> bool:
    """True when a value is as a schema asks; `whole` is the one that `$ref` leads into."""
    return all(
        key.startswith("x-") or (key in ASKED and ASKED[key](value, asked, schema, whole))
        for key, asked in schema.items()
        if key not in SILENT
    )


def _refers(value: Any, place: str, _: Schema, whole: Schema) -> bool:
    start, *steps = place.split("/")
    found: Any = whole if start == "#" else None
    for step in steps:
        found = found.get(step) if isinstance(found, dict) else None
    return isinstance(found, dict) and fits(value, found, whole)


def _properties(value: Any, asked: Schema, _: Schema, whole: Schema) -> bool:
    return not isinstance(value, dict) or all(
        fits(value[name], one, whole) for name, one in asked.items() if name in value
    )


def _others(value: Any, asked: Any, schema: Schema, whole: Schema) -> bool:
    others = value.keys() - schema.get("properties", {}).keys() if isinstance(value, dict) else ()
    return all(asked is not False and fits(value[name], asked, whole) for name in others)


def _names(value: Any, asked: Schema, _: Schema, whole: Schema) -> bool:
    return not isinstance(value, dict) or all(fits(name, asked, whole) for name in value)


def _items(value: Any, asked: Schema, _: Schema, whole: Schema) -> bool:
    return not isinstance(value, list) or all(fits(item, asked, whole) for item in value)


def _named(types: str | list[str]) -> list[str]:
    return [types] if isinstance(types, str) else types


def _if(value: Any, asked: Schema, schema: Schema, whole: Schema) -> bool:
    return not fits(value, asked, whole) or fits(value, schema.get("then", {}), whole)


ASKED: Mapping[str, Callable[[Any, Any, Schema, Schema], bool]] = {
    "$ref": _refers,
    "properties": _properties,
    "additionalProperties": _others,
    "propertyNames": _names,
    "items": _items,
    "if": _if,
    "type": lambda value, asked, *_: any(isinstance(value, TYPES.get(name, ())) for name in _named(asked)),
    "enum": lambda value, asked, *_: value in asked,
    "const": lambda value, asked, *_: value == asked,
    "required": lambda value, asked, *_: not isinstance(value, dict) or all(name in value for name in asked),
    "pattern": lambda value, asked, *_: not isinstance(value, str) or bool(re.search(asked, value)),
    "minLength": lambda value, asked, *_: not isinstance(value, str) or len(value) >= asked,
    "maxLength": lambda value, asked, *_: not isinstance(value, str) or len(value) <= asked,
    "minItems": lambda value, asked, *_: not isinstance(value, list) or len(value) >= asked,
    "maxItems": lambda value, asked, *_: not isinstance(value, list) or len(value) <= asked,
    "minProperties": lambda value, asked, *_: not isinstance(value, dict) or len(value) >= asked,
    "maxProperties": lambda value, asked, *_: not isinstance(value, dict) or len(value) <= asked,
}
"""What a schema may ask, and whether a value is so: the value, what is asked, the schema that asks, and the whole."""
