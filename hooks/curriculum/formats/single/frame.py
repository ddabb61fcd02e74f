"""What stands around a week in one file: the exit, the contents, the lines to call, and the policy that closes it.

The style is that of the site with its first typeface inside; the script is the one that leaves a page, as it is pinned.
Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import NamedTuple

from curriculum.compose.calls import resource_list
from curriculum.compose.credit import name_or_credit
from curriculum.compose.draft import as_draft
from curriculum.formats.articles import address_of
from curriculum.read.scripts import Scripts
from curriculum.read.styles import Styles
from curriculum.site.frame import exit_of, frame_words
from curriculum.site.menus import licence_address
from curriculum.site.policy import Inside, hash_of
from curriculum.site.style import ALONE, join_layers
from curriculum.words.dotted import dotted
from curriculum.words.forms import RIGHT_TO_LEFT, is_mirrored
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Edition, Language
from curriculum.words.paper import Document

CALL = "lines-to-call"
GROUPS = ("urgent", "talk")
"""The lines that stand in every file, whatever its week says."""
ASSETS = "overrides/assets"
LETTERS = "fonts/atkinson-hyperlegible-next.woff2"
"""The only letters that go inside, as overrides/styles/single.css names them: all would be three times as heavy."""


@dataclass(frozen=True)
class FileFrame:
    """All that shapes the files of one language, beside their articles."""

    inside: Inside
    exit: str
    calls: str
    """Markdown."""
    credit: str
    addresses: Mapping[str, str]
    """Where each page is on the web, by its path; empty when the site has no address."""


def frame_of(curriculum: Curriculum, language: Language, inside: Inside) -> FileFrame:
    """The frame of a language."""
    pages = {uri: address_of(page, curriculum) for (of, uri), page in curriculum.pages.items() if of == language}
    licence = f'<a rel="license" href="{licence_address(curriculum, language)}">{curriculum.arc.licence}</a>'
    site = escape(name_or_credit(curriculum, language))
    version = escape(curriculum.arc.version)
    return FileFrame(
        inside=inside,
        exit=exit_of(curriculum, language),
        calls=calls_of(curriculum.edition, language),
        credit=as_draft(dotted((site, f"Version {version}", licence)), curriculum.edition, language),
        addresses={uri: address for uri, address in pages.items() if address},
    )


def calls_of(edition: Edition, language: Language) -> str:
    """The lines to call, each once, under what they are for; a group with no line of its own has no heading."""
    lists, left = [], edition.resources
    for group in GROUPS:
        if lines := resource_list(group, replace(edition, resources=left), language):
            lists.append(f"### {label(f'single-{group}', language)} {{ #{CALL}-{group} }}\n\n{lines}")
        left = tuple(resource for resource in left if group not in resource.groups)
    return "\n\n".join(lists)


def read_inside(root: Path, scripts: Scripts, styles: Styles) -> Inside:
    """The style of the site, with its first letters in it and without the others; and the script that leaves."""
    return Inside(single_style(styles, read_letters(root)), (scripts.get("leave", ""),))


def read_letters(root: Path) -> bytes:
    """The file of the first letters; nothing in a project without it."""
    letters = root / ASSETS / LETTERS
    return letters.read_bytes() if letters.is_file() else b""


def single_style(styles: Styles, font: bytes, layers: Iterable[str] = ALONE) -> str:
    """A style that names no file.

    In:  the layers, of which `single` has `src: url(fonts/atkinson-hyperlegible-next.woff2)`; the bytes of that file
    Out: the layers of a week in one file, with `src:url(data:font/woff2;base64,…)`
    """
    inside = f"data:font/woff2;base64,{base64.b64encode(font).decode()}"
    return join_layers(styles, layers).replace(LETTERS, inside)


def policy_of(inside: Inside) -> str:
    """What the file may do: use the style, the letters and the scripts that it carries."""
    run = " ".join(map(hash_of, inside.scripts))
    return (
        f"default-src 'none'; style-src {hash_of(inside.style)}; script-src {run}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def document_of(document: Document, frame: FileFrame, contents: str, articles: str) -> str:
    """The whole document, laid out as a page of the site."""
    language, words = document.language, frame_words(document.language)
    main = f"""<main id="page">
<nav class="contents" aria-label="{words["on_this_page"]}">
<details><summary>{words["on_this_page"]}</summary><ul>{contents}</ul></details>
</nav>
<article>
{articles}
</article>
</main>"""
    return framed(document, frame, main, Brand(CALL, label("single-call", language)))


class Brand(NamedTuple):
    """The link in the bar of a page in one file: to what is needed at once."""

    id: str
    words: str


def framed(document: Document, frame: FileFrame, main: str, brand: Brand, robots: str = "noindex") -> str:
    """A page in one file around its main part: the policy first, then the exit; scripts but the first come last."""
    language, words = document.language, frame_words(document.language)
    presses = " ".join(f'data-press{n}="{escape(words[f"leave_press_{n}"])}"' for n in (1, 2, 3))
    way = f' dir="{RIGHT_TO_LEFT}"' if is_mirrored(language) else ""
    leave, *others = frame.inside.scripts
    last = "".join(f"<script>{script}</script>\n" for script in others)
    return f"""<!doctype html>
<html lang="{language.code}"{way}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy_of(frame.inside)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="{robots}">
<meta name="color-scheme" content="light dark">
<title>{escape(dotted((document.title, document.site)))}</title>
<style>{frame.inside.style}</style>
</head>
<body>
<header>
<a class="leave" href="{frame.exit}" rel="noreferrer noopener nofollow">{words["leave"]}</a>
<span class="unseen" role="status" {presses}></span>
<script>{leave}</script>
<a class="skip" href="#page">{words["skip"]}</a>
<div class="bar"><a class="brand" href="#{brand.id}">{brand.words}</a></div>
</header>
{main}
<footer><p class="credit">{frame.credit}</p></footer>
{last}</body>
</html>
"""
