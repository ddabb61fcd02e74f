"""The finished site, held to the list of what ours may hold: whatever got past the checks of the text stops here.

Each page starts with the policy that pins its scripts, and holds only elements and attributes that our templates and
the core write; each file is of a kind that we make. Who adds a kind of element adds it here, having read it as someone
would who means harm.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Container, Iterable
from pathlib import Path

from curriculum.checks.allowed import ANY, LANGUAGE, MARKDOWN, TONGUE, Allowed, find_strays
from curriculum.checks.audience import check_theirs
from curriculum.checks.made import MadeWith
from curriculum.checks.timed import AROUND, SHEETS, widened
from curriculum.elements.table import with_answer
from curriculum.formats.kept import digest_of
from curriculum.read.folders import files_in, shown
from curriculum.read.picture_files import PICTURES
from curriculum.site.style import PLACE as STYLE
from curriculum.words.audience import READ
from curriculum.words.model import Audience, Problem

OPENING = re.compile(
    rf'<!doctype html>\s*<html lang="{LANGUAGE}(?:" dir="rtl)?">\s*<head>\s*<meta charset="utf-8">\s*'
    r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">'
)
LINKED = re.compile(r'<link rel="(?:canonical|license)" href="https?://[^"<>\s]+">')  # http where it is looked at live
ARTICLE = re.compile(rf'<article(?: lang="{LANGUAGE}" dir="(?:ltr|rtl)")?>(.*?)</article>', re.DOTALL)
INDEX = re.compile(r"var searchIndex=(\{.*\})\n", re.DOTALL)

WORDS = r"(?!leave|skip|other-language)[a-z]+([ -][a-z]+)*"
"""Classes an article may have; the others belong to the frame, where scripts look for them."""
NUMBER = r"-?[0-9.]+"
SILENT = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", "writingsuggestions": "false"}
DRAWN = {"class": WORDS, **dict.fromkeys(("x", "y", "cx", "cy", "r", "rx", "width", "height"), NUMBER)}
LOGO = r"theme/logo-([0-9a-f]{12})\.(?:png|svg)"
UP = rf"/?(\.\./|\./)*({LANGUAGE}/)?"
"""From a page to the root, or to the root of its language."""
COMPOSED: Allowed = {
    **dict.fromkeys(("circle", "rect"), DRAWN),
    "text": {**DRAWN, "text-anchor": "middle"},
    "path": {"class": WORDS, "d": "[A-Za-z0-9 .,-]+"},
    "polygon": {"class": WORDS, "points": "[0-9 .,-]+"},
    "svg": {
        **{"class": WORDS, "viewBox": "[0-9. ]+", "width": NUMBER, "height": NUMBER},
        **{"role": "img", "aria-label": ANY, "aria-hidden": "true", "focusable": "false"},
    },
    "figure": {"class": WORDS},
    "details": {"open": ""},
    "section": {"id": ANY, **TONGUE},
    "p": {"class": WORDS, "role": "status"},
    "ul": {"class": WORDS},
    "ol": {"class": WORDS, "start": "[0-9]+"},
    "span": {"class": WORDS, "aria-hidden": "true", "hidden": "", "data-discreet": "on|off"},
    "table": {"data-stacked": "|fill"},
    "a": {"href": ANY, "title": ANY, "hreflang": LANGUAGE, **TONGUE},
    "div": {
        **{"class": WORDS, "role": "note", "aria-hidden": "true", "hidden": "", **TONGUE},
        **{f"data-{name}": ANY for name in ("wait", "found", "most", "none", "broken")},
        **{"data-engine": rf"{UP}assets/minisearch\.js", "data-index": rf"{UP}search-index\.js"},
    },
    "form": {"class": "fill", "method": "dialog", **SILENT},
    "label": {"for": "search-words"},
    "input": {"type": "checkbox|search", "id": "search-words", "aria-label": ANY, **SILENT},
    "textarea": {"rows": "[0-9]+", "aria-label": ANY, **SILENT},
    "button": {"type": "button|reset", "hidden": "", "data-discreet": "on|off"},
}
"""What the core writes around an author's words."""
INSIDE: Allowed = {**{name: {} for name in with_answer("writer", "site")}, **MARKDOWN, **COMPOSED}
SAID = ("press1", "press2", "press3", "file")
FRAME: Allowed = {
    **{name: {} for name in ("html", "head", "body", "title", "details", "summary", "li")},
    **dict.fromkeys(("header", "footer", "article"), TONGUE),
    "meta": {"name": "viewport|referrer|robots|color-scheme|description", "content": ANY},
    "link": {
        **{"rel": "icon|preload|stylesheet|prev|next", "as": "font", "type": "font/woff2", "crossorigin": ""},
        "href": r"(?!//)[\w./~-]*",
    },
    "a": {
        **{"class": "[a-z-]+", "href": ANY, "rel": "noreferrer noopener nofollow|license"},
        **{"hreflang": LANGUAGE, **TONGUE, "aria-current": "page"},
    },
    "nav": {"class": "[a-z]+", "aria-label": ANY, **TONGUE},
    "main": {"id": "page"},
    "span": {**{f"data-{n}": ANY for n in SAID}, **COMPOSED["span"], "role": "status", **TONGUE},
    "button": COMPOSED["button"],
    **{name: {"class": WORDS, **TONGUE} for name in ("div", "p", "ul")},
    **{name: COMPOSED[name] for name in ("svg", "path")},
    "img": {"class": "mark", "src": rf"{UP}{LOGO}", "alt": ANY, "width": NUMBER, "height": NUMBER},
}
"""What the templates write around an article."""
TIMED = widened(FRAME, AROUND), widened(INSIDE, SHEETS)
"""Both, for the page that tells time."""
FILES = re.compile(
    rf"[\w./-]+\.(html|pdf|docx|epub|zip|{'|'.join(PICTURES)})|({LANGUAGE}/)?search-index\.js|sitemap\.xml(\.gz)?"
    rf"|_headers|\.htaccess|edition\.json|assets/(site\.css|icon\.svg|minisearch\.js|fonts/[a-z-]+\.woff2)|{LOGO}"
)
"""Every file of a site; those in `assets/` are ours, byte for byte."""
ALWAYS = re.compile(r"404\.html|sitemap\.xml(\.gz)?|_headers|\.htaccess|assets/")
"""Those that a site has whatever its course holds."""
KINDS = (".js", "_headers", ".htaccess")
"""Files that are looked into, beside pages."""


def read_site(
    site: Path, root: Path, made: MadeWith, known: Container[str] = frozenset()
) -> tuple[list[Problem], frozenset[str]]:
    """Everything in a built site that is not on the lists, and the digests of its pages.

    Pages whose digest is `known` were found right before. When anything in the site of participants belongs to
    facilitators, that is told and nothing else.
    """
    problems: list[Problem] = []
    digests = set()
    places = sorted(files_in(site))
    if theirs := read_theirs(site, places, made):
        return theirs, frozenset()
    for place, is_link in places:
        path, name = site / place, f"{site.name}/{shown(place)}"
        if is_link or not FILES.fullmatch(place):
            problems.append(Problem(name, 1, "built-file"))
        elif made.places and place not in made.places and not ALWAYS.match(place):
            problems.append(Problem(name, 1, "built-place"))
        elif place in made.moved:
            problems += [] if path.read_bytes() == made.moved[place] else [Problem(name, 1, "built-file")]
        elif place.endswith(".html") and not place.startswith("assets/"):
            page = path.read_bytes()
            digests.add(digest := digest_of(page))
            if digest not in known:
                problems += check_built_page(name, page.decode(errors="replace"), made)
        elif place.endswith(KINDS) or place.startswith("assets/") or re.fullmatch(LOGO, place):
            problems += [] if _is_ours(path, place, root, made) else [Problem(name, 1, "built-file")]
    return problems, frozenset(digests)


def read_theirs(site: Path, places: Iterable[tuple[str, bool]], made: MadeWith) -> list[Problem]:
    """What belongs to facilitators in a site that is not theirs."""
    if made.audience is Audience.FACILITATOR:
        return []
    files = {
        place: (site / place).read_bytes() if place.endswith(READ) and not is_link else b"" for place, is_link in places
    }
    return check_theirs(site.name, files, made.guide)


def _is_ours(path: Path, place: str, root: Path, made: MadeWith) -> bool:
    """True for a file that is what we would write there."""
    if place == STYLE:
        return path.read_bytes() == made.style.encode()
    if logo := re.fullmatch(LOGO, place):
        return hashlib.sha256(path.read_bytes()).hexdigest().startswith(logo[1])
    if place.startswith("assets/"):
        ours = root / "overrides" / place
        return ours.is_file() and ours.read_bytes() == path.read_bytes()
    text = path.read_text(encoding="utf-8", errors="replace")
    return is_index(text) if place.endswith(".js") else text in made.headers


def check_built_page(name: str, page: str, made: MadeWith) -> list[Problem]:
    """A page that starts without its policy, or holds what nothing of ours writes."""
    opening = OPENING.match(page)
    policy = html.unescape(opening[1]) if opening else ""
    if opening is None or policy not in made.inside:
        return [Problem(name, 1, "built-policy", {"found": (policy or " ".join(page.split()))[:60]})]
    article = ARTICLE.search(page)
    if article is None or page.count("<article") + page.count("</article") != 2:
        return [Problem(name, 1, "built-page", {"found": "<article>"})]
    start, end = article.span(1)
    around, inside = TIMED if policy == made.timed else (FRAME, INSIDE)
    frame = LINKED.sub(_blank, page[:start] + " " * (end - start) + page[end:])
    strays = [
        *find_strays(" " * opening.end() + frame[opening.end() :], around, made.inside[policy]),
        *((*stray[:2], stray.start + start) for stray in find_strays(page[start:end], inside)),
    ]
    return [
        Problem(name, page.count("\n", 0, at) + 1, "built-page", {"found": " ".join(found.split())[:60]})
        for _, found, at in strays
    ]


def is_index(text: str) -> bool:
    """True for a list of words for the search that is only that."""
    found = INDEX.fullmatch(text)
    try:
        words = json.loads(found[1]) if found else {"": 0}
    except ValueError:
        return False
    return all(isinstance(value, str) for value in words.values())


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
