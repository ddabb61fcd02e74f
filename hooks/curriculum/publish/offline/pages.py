"""A page of the site -> the same page where links lead to files: nothing answers a link to a folder on a stick.

In:  <a href="../week-02/#teach">Week 2</a> <a href="week-01-handouts-a4.pdf">PDF A4, 90 KB</a>
Out: <a href="../week-02/index.html#teach">Week 2</a> <span>PDF A4, 90 KB</span> (in the French copy)
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from itertools import zip_longest
from urllib.parse import quote, unquote, urlsplit

from curriculum.elements.tags import Tag, tags_of, with_attribute, with_changes
from curriculum.words.labels import label
from curriculum.words.model import Language

INDEX = "index.html"
ADDRESSES = ("href", "src")
ONLY_ON_THE_WEB = ("canonical", "alternate", "preload")
"""Links of a page to its address, which a copy does not have, and to files ahead, which browsers refuse from a disk."""
BETWEEN = re.compile(r"\s*·\s*")
"""What stands between links to the files of one thing."""
LINK = ("a", "/a")


def with_files(html: str, place: str, folder: str = "") -> str:
    """The page of a place; with `folder`, as it is kept beside the folder that holds the site.

    In:  `<a href="../week-01/">` on `fr/index.html`, kept beside `alongside_files`
    Out: `<a href="alongside_files/week-01/index.html">`
    """
    changes = []
    for tag in tags_of(html):
        if tag.name == "link" and tag.attributes.get("rel") in ONLY_ON_THE_WEB:
            changes.append((tag, ""))
        elif (text := _to_files(tag, place, folder)) != tag.text:
            changes.append((tag, text))
    return with_changes(html, changes)


def _to_files(tag: Tag, place: str, folder: str) -> str:
    text = tag.text
    for name in ADDRESSES:
        address = tag.attributes.get(name, "")
        if target := target_of(address, place):
            _, mark, id = address.partition("#")
            found = posixpath.join(folder, target) if folder else posixpath.relpath(target, posixpath.dirname(place))
            text = with_attribute(text, name, quote(found) + mark + id)
    return text


def target_of(address: str, place: str) -> str:
    """The file that a link on a page leads to, from the root of its site; "" for one that stays there or leaves.

    In:  `../week-02/#teach` on `week-01/index.html`
    Out: `week-02/index.html`
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(parts.path)))
    is_folder = parts.path.endswith("/") or posixpath.basename(parts.path) in (".", "..")
    return posixpath.normpath(posixpath.join(target, INDEX)) if is_folder else target


def with_words(html: str, place: str, absent: Mapping[str, str]) -> str:
    """Links to files that are not in the copy become plain words; the last of a row says where else they are.

    In:  <a href="a.pdf">PDF</a> · <a href="a.docx">Word</a>, both absent: `in the French copy`
    Out: <span>PDF</span> · <span>Word</span> (in the French copy)
    """
    links = [tag for tag in tags_of(html) if tag.name in LINK]
    changes = []
    for tag, end, after in zip_longest(links, links[1:], links[2:]):
        if words := _why_absent(tag, place, absent):
            goes_on = after and BETWEEN.fullmatch(html[end.end : after.start])
            last = not goes_on or _why_absent(after, place, absent) != words
            changes += [(tag, "<span>"), (end, f"</span> ({words})" if last else "</span>")]
    return with_changes(html, changes)


def with_line(html: str, language: Language, kind: str) -> str:
    """The line above each page of facilitators as it is in a `copy` or a `file`, which is passed on without an address.

    In:  <p class="facilitators">Facilitator site. Do not share this address.</p>, `file`
    Out: <p class="facilitators">Facilitator site. Do not share this file.</p>
    """
    said, instead = (label(f"facilitator-{name}", language) for name in ("site", kind))
    return html.replace(f">{said}<", f">{instead}<")


def _why_absent(tag: Tag, place: str, absent: Mapping[str, str]) -> str:
    return absent.get(target_of(tag.attributes.get("href", ""), place), "") if tag.name == "a" else ""
