"""A text -> its words in one piece where each stands apart: a value, a word of a header, a word between unseen ones.

In:  `<i title="One"></i><i title="of">` · `{"a": "One ", "b": "of"}` · `One<sup>1</sup> of<b hidden>x</b>`
Out: `Oneof` · `One of` · `One of`
"""

from __future__ import annotations

import binascii
import html
import re
from collections.abc import Iterator

from curriculum.verify.layers import Layer, LayerState
from curriculum.verify.written import without_tags

FEW = 6
"""Values, or unseen elements, that hide no sentence."""
SHORT = 40
"""Letters, on average, of values that may be pieces of one."""
ATTRIBUTE = re.compile(
    r"\s(title|alt|value|label|content|placeholder|aria-label|data-[\w-]+)\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.IGNORECASE,
)
CONTENT = re.compile(r"content\s*:\s*(?:\"([^\"]*)\"|'([^']*)')")
STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*+)\"(\s*:)?")
"""A string; the name of a value where a colon follows."""
UNSEEN = r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0"
SMALL = re.compile(r"<(sup|sub)\b[^<>]*>[^<]*</\1\s*>", re.IGNORECASE)
HIDDEN = re.compile(
    rf"<([a-z][\w-]*)\b(?=[^<>]*(?:\shidden\b|\sstyle\s*=[^<>]*(?:{UNSEEN})))[^<>]*>[^<]*</\1\s*>", re.IGNORECASE
)
RULE = re.compile(rf"([.#]?[a-zA-Z][\w-]*)\s*\{{[^{{}}]*(?:{UNSEEN})[^{{}}]*\}}")
RULES = 40
"""Rules of a style whose elements are looked for."""
HEADER = re.compile(r"=\?[\w-]+\?([QqBb])\?([^?\s]*)\?=\s*")
NAME = re.compile(r"xn--([a-z0-9-]+)", re.IGNORECASE)


def apart_in(text: str) -> Iterator[Layer]:
    """What stands apart, in one piece."""
    if "=?" in text:
        yield Layer("RFC 2047", "".join(map(_header, HEADER.findall(text))))
    if "xn--" in text:
        yield Layer("xn--", "".join(map(_name, NAME.findall(text))))
    if "</" in text or "<i" in text or "<o" in text:
        yield from (Layer('…="…"', values) for values in _attributes(text))
        if shown := _as_shown(text):
            yield Layer("HTML <…>", shown, LayerState.PLAIN)
    elif text.count('"') > 2 * FEW:
        yield from _joined('"…"', [value for value, is_name in STRING.findall(text) if not is_name])
    if "content:" in text:
        yield from _joined("content:", [one or two for one, two in CONTENT.findall(text)])


def _joined(step: str, values: list[str]) -> Iterator[Layer]:
    if len(values) >= FEW and sum(map(len, values)) < SHORT * len(values):
        yield Layer(step, "".join(values))


def _attributes(text: str) -> Iterator[str]:
    """The values of each attribute, in their order; `data-1` and `data-2` are one."""
    named: dict[str, list[str]] = {}
    for name, *values in ATTRIBUTE.findall(text):
        named.setdefault(re.sub(r"\d", "", name.lower()), []).append("".join(values))
    for each in named.values():
        yield from (layer.content for layer in _joined("", each) if isinstance(layer.content, str))


def _as_shown(text: str) -> str:
    """The words of a page without those that a browser hides, and without small ones; nothing where these are few."""
    shown, unseen = HIDDEN.subn("", text)
    for rule in [*dict.fromkeys(RULE.findall(text))][:RULES] if "{" in text else ():
        shown, more = _element(rule).subn("", shown)
        unseen += more
    shown, small = SMALL.subn("", shown)
    return html.unescape(without_tags(shown)) if unseen + small >= FEW else ""


def _element(rule: str) -> re.Pattern[str]:
    name = re.escape(rule.lstrip(".#"))
    if rule[0] not in ".#":
        return re.compile(rf"<({name})\b[^<>]*>[^<]*</\1\s*>", re.IGNORECASE)
    attribute = "class" if rule[0] == "." else "id"
    return re.compile(
        rf"<([a-z][\w-]*)\b(?=[^<>]*\s{attribute}\s*=[^<>]*\b{name}\b)[^<>]*>[^<]*</\1\s*>", re.IGNORECASE
    )


def _header(found: tuple[str, str]) -> str:
    try:
        raw = binascii.a2b_base64(found[1]) if found[0] in "Bb" else binascii.a2b_qp(found[1], header=True)
    except ValueError:
        return ""
    return raw.decode("utf-8", "replace")


def _name(label: str) -> str:
    try:
        return label.encode().decode("punycode")
    except (UnicodeError, OverflowError):
        return ""
