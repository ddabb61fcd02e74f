"""Addresses at which a page was read before -> a small page at each, which leads on to where it is now.

In:  `was: [week-02/handouts/pause/]` at the top of `docs/week-02/handouts/pause-card.md`
Out: `week-02/handouts/pause/index.html`, and `fr/week-02/handouts/pause/index.html`

A link on paper, or in a code to scan, cannot be mended: it leads on without a script and on any host. Pages are called
alike in every language, so one that moved has moved in each. A number of a week that an edition gives to another is led
nowhere: the address is that of a page of today, and readers take the number for the one they see.

Where an edition puts French at the root, `fr/week-01/` leads to `week-01/`: the course may have been read there before.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from curriculum.compose.credit import name_or_credit
from curriculum.compose.draft import as_draft
from curriculum.compose.facts import shown_title
from curriculum.site.frame import exit_of
from curriculum.site.menus import licence_address
from curriculum.words.dotted import MIDDOT, dotted
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Former, Page

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
INDEX = "index.html"


def claims_of(curriculum: Curriculum) -> dict[str, list[tuple[Former, str]]]:
    """By address, who of the pages of participants says that it was there, and the place of that page: what an edition
    says comes last, and holds.
    """
    claims: dict[str, list[tuple[Former, str]]] = {}
    for (_, uri), page in curriculum.pages.items():
        for former in page.was if not curriculum.only_for_facilitators(page) else ():
            claims.setdefault(former.address, []).append((former, uri))
    return {address: sorted(claim, key=lambda one: not one[0].is_shared) for address, claim in claims.items()}


def moved_from(curriculum: Curriculum) -> Iterator[tuple[str, Page]]:
    """Each address from the root of the site, `fr/week-01/pause/`, and the page it leads to; none that is of today."""
    today = {page.place for page in curriculum.pages.values()}
    for address, claim in claims_of(curriculum).items():
        pages = (curriculum.pages.get((language, claim[-1][1])) for language in curriculum.languages)
        yield from ((page.language.prefix + address, page) for page in pages if page and address not in today)
    first = curriculum.languages[0]
    if first.folder:  # until an edition put it at the root, every page of it was read below its folder
        yield from (
            (first.folder + page.place, page)
            for page in curriculum.pages.values()
            if page.language == first and not curriculum.only_for_facilitators(page)
        )


def moved_pages(curriculum: Curriculum) -> dict[str, bytes]:
    """The page at each address, by its place in the site."""
    return {f"{old}{INDEX}": _leading(old, page, curriculum).encode() for old, page in moved_from(curriculum)}


def _leading(old: str, page: Page, curriculum: Curriculum) -> str:
    """A page that every browser follows at once, and that is whole where one does not."""
    language = page.language
    address = "../" * old.count("/") + language.prefix + page.place
    title, licence = escape(shown_title(page, curriculum)), escape(curriculum.arc.licence)
    foot = dotted((escape(name_or_credit(curriculum, language)), licence))
    return f"""<!doctype html>
<html lang="{language.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta http-equiv="refresh" content="0; url={address}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title}{MIDDOT}{escape(curriculum.edition.facts["site.name"][language])}</title>
<link rel="license" href="{licence_address(curriculum, language)}">
</head>
<body>
<p><a href="{exit_of(curriculum, language)}" rel="noreferrer noopener nofollow">{label("leave", language)}</a></p>
<main>
<h1>{label("moved", language)}</h1>
<p><a href="{address}">{title}</a></p>
</main>
<footer><p class="credit">{as_draft(foot, curriculum.edition, language)}</p></footer>
</body>
</html>
"""
