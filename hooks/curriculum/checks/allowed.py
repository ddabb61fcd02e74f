"""HTML -> what in it is not on the list of what a page may hold.

The HTML is not parsed as a browser would, forgiving everything: it must be written as ours is, small letters and every
value between double quotes, and any `<` that starts nothing of that form is refused. So there is no second reading.

In:  <p onclick="x">Hello</p><blink>
Out: Stray("attribute-list", 'onclick="x"', …), Stray("html-in-page", "<blink>", …)
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from curriculum.elements.table import with_answer

Allowed = Mapping[str, Mapping[str, str]]
"""Elements, the attributes of each, and the pattern of their values."""

ATTRIBUTES = r'(?:[ \n]+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"]*")?)*'
TAG = re.compile(
    r"<script>(?P<script>[^<]*(?:<(?!/?script)[^<]*)*)</script>|<style>(?P<style>[^<]*)</style>"
    rf"|<(?P<raw>title|textarea)(?P<of_raw>{ATTRIBUTES})>[^<]*</(?P=raw)>"
    rf"|</?(?!(?:script|style|title|textarea)\b)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<of_name>{ATTRIBUTES})[ \n]*/?>"
    r"|<[^>]{0,80}>?"
)
"""A script, a style, an element that holds words only, any other element, or what is none of them."""
ATTRIBUTE = re.compile(r'([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?')
FIRST_SIGNS = re.compile(r"^[\0-\x20]+|[\t\n\r]+")
"""What a browser leaves out before it looks for the scheme of an address."""
SCHEME = re.compile(r"([^/?#]*?):")
LINK = re.compile(r"https?://[^/]|mailto:|tel:", re.I)
ADDRESSES = {"href": "link-address", "src": "remote-picture"}

ANY = r"[\s\S]*"
NAME = r"[a-z0-9]+([_-][a-z0-9]+)*"
LANGUAGE = r"[a-z]{2,3}(?:-(?:[A-Za-z]{2,4}|\d{3})){0,2}"
"""Perhaps with its script, and its place: `zh-Hant-HK`."""
TONGUE = {"lang": LANGUAGE, "dir": "ltr|rtl"}
"""What may be said of words in a language, beside their place."""
SAYING: Allowed = {
    **{f"h{level}": {"id": ANY} for level in range(1, 7)},
    **{name: {"lang": LANGUAGE} for name in ("strong", "em")},
    "a": {"href": ANY, "title": ANY},
    "img": {"src": ANY, "alt": ANY, "title": ANY},
    "p": {"class": f"{NAME}-title"},
    "div": {"class": "box( content-note)?|card|keep|lines|note|signature", "role": "note", "aria-hidden": "true"},
    "span": {"class": "blank|companion|number", "aria-hidden": "true"},
    "ul": {"class": "ticks"},
    "ol": {"class": "ticks", "start": "[0-9]+"},
    "table": {"data-stacked": ""},
    "th": {"scope": "col|row"},
    "td": {"class": "tick|write", "data-column": ANY},
    "code": {"class": "language-[a-z0-9+-]+"},
}
"""What an element may say beside its words."""
MARKDOWN: Allowed = {name: SAYING.get(name, {}) for name in with_answer("writer", "author")}
"""What Markdown and the elements of an author become: the rows of the table."""


class Stray(NamedTuple):
    """Something that is not on the list, the rule it breaks, and where it starts."""

    rule: str
    found: str
    start: int


def find_strays(page: str, allowed: Allowed, inside: Collection[str] = ()) -> Iterator[Stray]:
    """What a text of HTML holds beyond the elements and attributes that are `allowed`, and the scripts and styles."""
    for tag in TAG.finditer(page):
        name = tag["raw"] or tag["name"]
        if (tag["script"] or tag["style"]) in inside:
            continue
        if name not in allowed:
            yield Stray("html-in-page", tag[0], tag.start())
        else:
            for rule, found in _stray_attributes(tag["of_raw"] or tag["of_name"], allowed[name]):
                yield Stray(rule, found, tag.start())


def _stray_attributes(written: str, allowed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for attribute in ATTRIBUTE.finditer(written or ""):
        name, value = attribute[1], html.unescape(attribute[2] or "")
        if name not in allowed or not re.fullmatch(allowed[name], value):
            yield "attribute-list", attribute[0]
        elif name in ADDRESSES and not (is_link(value) if name == "href" else is_inside(value)):
            yield ADDRESSES[name], value


def is_link(address: str) -> bool:
    """True for a place in the site, or for what opens another site, a letter or a call, and nothing else.

    In:  "java\\nscript:x", "//example.org", "../load.md", "tel:988"
    Out: False, False, True, True
    """
    plain = _as_browsers_read(address)
    return bool(LINK.match(plain)) or not (plain.startswith("//") or SCHEME.match(plain))


def is_inside(address: str) -> bool:
    """True for a file of the site."""
    plain = _as_browsers_read(address)
    return not plain.startswith("/") and not SCHEME.match(plain)


def _as_browsers_read(address: str) -> str:
    return FIRST_SIGNS.sub("", address).replace("\\", "/")
