"""The files of the built facilitator site -> what is sealed: one stream of bytes, and what its pages may do.

Out: length of the first piece | list of the files, the style, the words around them, page after page | PDF after PDF

In:  <a href="../week-02/#teach">Week 2</a> on `fr/week-01/index.html`
Out: <a href="#/fr/week-02/#teach">Week 2</a>: a place inside the file, which is nothing to a host, to a disk, or to a
     browser that has not opened it
"""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from curriculum.compose.downloads import names_of_files
from curriculum.elements.tags import Tag, tags_of, with_attribute, with_changes
from curriculum.formats.moved import moved_pages
from curriculum.publish.offline.copies import LOST, SiteFiles
from curriculum.publish.offline.pages import INDEX, target_of, with_line, with_words
from curriculum.read.source import split_language
from curriculum.site.style import PLACE as STYLE
from curriculum.words.audience import is_theirs
from curriculum.words.labels import label
from curriculum.words.model import Curriculum

ROOT = "#/"
"""What the address of a place inside the file begins with; no id has a slash."""
HERE = "<style></style>"
"""Where the script puts the style of the site into a page."""
ICON = "data:,"
"""No icon, so that a browser asks no host for one."""
DROPPED = ("canonical", "alternate", "preload")
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg")
POLICY = "Content-Security-Policy"
ALLOWED = re.compile(r"(script|style)-src ([^;]*)")
HASH = re.compile(r"'sha256-[\w+/]+=*'")
FONT = re.compile(r"url\((fonts/[\w-]+\.woff2)\)")
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
LATER = ".pdf"
"""What is inflated when somebody opens it, and not before."""
COUNT = struct.Struct(">I")


@dataclass(frozen=True)
class Contents:
    """What is sealed, and the scripts and styles of its pages, each by its hash."""

    stream: bytes
    scripts: frozenset[str]
    styles: frozenset[str]
    style: str
    """Of the site, with its letters in it."""


def contents_of(site: SiteFiles, curriculum: Curriculum) -> Contents:
    """All of a built facilitator site that a facilitator needs, in every language."""
    places = places_of(site, curriculum)
    style = with_letters(site)
    files = {place: site[place] for place in places}
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for place in places:
        if place.endswith(".html"):
            page = site[place].decode()
            for kind, found in ALLOWED.findall(_policy_of(page)):
                hashes[kind] |= set(HASH.findall(found))
            files[place] = _inside(page, place, curriculum, places).encode()
    stream = to_stream(files, {"style": style, "homes": _homes(curriculum), "back": _words(curriculum)})
    return Contents(stream, frozenset(hashes["script"]), frozenset(hashes["style"]), style)


def places_of(site: SiteFiles, curriculum: Curriculum) -> list[str]:
    """Pages, pictures and scripts; of the files to download what only facilitators have.

    The rest is on the participants' site, for everyone; with it, the file would be twice as large. What is handed out
    on an evening is in the facilitators' PDF of that evening.
    """
    names = {name for name in names_of_files(curriculum) if not is_theirs(name)}
    left_out = {of.prefix + name for of in curriculum.languages for name in names} | {LOST}
    left_out |= moved_pages(curriculum).keys()
    kinds = (".html", ".js", LATER, *PICTURES)
    return sorted(place for place in site if place not in left_out and place.endswith(kinds))


def with_letters(site: SiteFiles) -> str:
    """The style of the site; the letters it names are in it."""

    def inside(found: re.Match[str]) -> str:
        font = base64.b64encode(site[f"assets/{found[1]}"]).decode()
        return f"url(data:font/woff2;base64,{font})"

    return FONT.sub(inside, site[STYLE].decode())


def _policy_of(page: str) -> str:
    metas = (tag.attributes for tag in tags_of(page) if tag.name == "meta")
    return next((meta["content"] for meta in metas if meta.get("http-equiv") == POLICY), "")


def _inside(page: str, place: str, curriculum: Curriculum, kept: Iterable[str]) -> str:
    """A page as it is in the file: its links lead to places in it, its name is the site's, its policy the file's."""
    language, _ = split_language(place, curriculum.languages)
    names = {of.prefix + name for of in curriculum.languages for name in names_of_files(curriculum)}
    apart = dict.fromkeys(names - set(kept), label("sealed-apart", language))
    page = with_places(with_words(with_line(page, language, "file"), place, apart), place)
    return TITLE.sub(f"<title>{escape(curriculum.edition.facts['site.name'][language])}</title>", page, count=1)


def with_places(page: str, place: str) -> str:
    """A page whose links lead to places in the file, and which asks for nothing beside it.

    In:  `<link rel="stylesheet" href="../a.css"><a href="../b/">`, on `c/index.html`
    Out: `<style></style><a href="#/b/">`
    """
    changed = ((tag, _changed(tag, place)) for tag in tags_of(page))
    return with_changes(page, ((tag, text) for tag, text in changed if text != tag.text))


def _changed(tag: Tag, place: str) -> str:
    kind = tag.attributes.get("rel", "") if tag.name == "link" else ""
    if tag.attributes.get("http-equiv") == POLICY or kind in DROPPED:
        return ""
    if kind:
        return HERE if kind == "stylesheet" else with_attribute(tag.text, "href", ICON)
    if tag.name == "img":
        address = address_in(tag.attributes.get("src", ""), place)
        return with_attribute(tag.text, "src", address).replace(" src=", " data-src=", 1) if address else tag.text
    address = address_in(tag.attributes.get("href", ""), place)
    return with_attribute(tag.text, "href", address) if address else tag.text


def address_in(address: str, place: str) -> str:
    """What a link on a page says inside the file; "" for one that stays on its page or leaves the site.

    In:  `../week-02/#teach` on `fr/week-01/index.html`
    Out: `#/fr/week-02/#teach`
    """
    target = target_of(address, place)
    _, mark, id = address.partition("#")
    return ROOT + target.removesuffix(INDEX) + mark + id if target else ""


def _homes(curriculum: Curriculum) -> Mapping[str, str]:
    return {language.code: language.prefix for language in curriculum.languages}


def _words(curriculum: Curriculum) -> Mapping[str, str]:
    return {language.code: label("sealed-back", language) for language in curriculum.languages}


def to_stream(files: SiteFiles, around: Mapping[str, object]) -> bytes:
    """Files, and what is said around them: pages as one piece, made small together; each PDF as a piece of its own."""
    later = {place: _small(content) for place, content in files.items() if place.endswith(LATER)}
    pages = {place: content for place, content in files.items() if place not in later}
    listed = {"pages": _listed(pages), "later": _listed(later), **around}
    head = json.dumps(listed, ensure_ascii=False).encode()
    first = _small(b"".join([COUNT.pack(len(head)), head, *pages.values()]))
    return b"".join([COUNT.pack(len(first)), first, *later.values()])


def _listed(files: SiteFiles) -> list[tuple[str, int]]:
    return [(place.removesuffix(INDEX), len(content)) for place, content in files.items()]


def _small(content: bytes) -> bytes:
    """As `DecompressionStream("deflate-raw")` reads it."""
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return press.compress(content) + press.flush()
