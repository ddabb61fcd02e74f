"""What stands around every page: the words of its frame, where its exit leads, the pages that are always at hand."""

from __future__ import annotations

import html
from collections.abc import Iterable

from curriculum.compose.draft import is_draft
from curriculum.compose.facts import said_above
from curriculum.read.scripts import Scripts
from curriculum.site.menus import licence_address, menu_title
from curriculum.site.speaking import WORDS, frame_speaker
from curriculum.words.forms import direction_of
from curriculum.words.labels import label, read_words
from curriculum.words.letters import spelt
from curriculum.words.model import Audience, Curriculum, Language, Page

AT_HAND = ("who-to-call.md", "search.md")
"""The pages that the head of every page links to, as far as a site has them."""


def told_to(curriculum: Curriculum, language: Language, scripts: Scripts, policy: str) -> dict[str, object]:
    """All that the templates of every page of a language are told beside its article, by the names they have for it."""
    return {
        "language": language.code,
        "brand": spelt(curriculum.edition.facts["site.name"][language]),
        "direction": direction_of(language),
        "tongue": "" if (speaker := frame_speaker(language)) == language else f' lang="{speaker.code}"',
        "audience": curriculum.audience.value,
        "words": frame_words(speaker),
        "lost": lost_words(curriculum.languages),
        "shortcuts": shortcuts(curriculum, language),
        "licence": licence_address(curriculum, language),
        "exit": exit_of(curriculum, language),
        "draft": draft_of(curriculum, language),
        "logo": logo_of(curriculum, language),
        "scripts": scripts,
        "policy": policy,
    }


def address_on_web(curriculum: Curriculum, configured: str = "") -> str:
    """Where the site is on the web, for the canonical address of each page and the list of all pages; "" when nobody
    says, and for facilitators: their pages are nowhere to be listed, and name no address of participants.
    """
    if curriculum.audience is Audience.FACILITATOR:
        return ""
    facts = curriculum.edition.facts
    return configured or (facts["site.address"].plain if "site.address" in facts else "")


def frame_words(language: Language) -> dict[str, str]:
    """The words of the frame as a template names them."""
    return {name.replace("-", "_"): label(name, language) for name in WORDS}


def lost_words(languages: Iterable[Language]) -> list[dict[str, str]]:
    """What the page for lost visitors says in the languages that are not at the root: it is the only one there is.

    One that has no words for it yet says its name.
    """
    others = [(other, frame_speaker(other) == other) for other in languages if other.prefix]
    return [
        {"code": other.code, "direction": direction_of(other), "place": other.prefix}
        | {name: label(of, other) if speaks else other.name for name, of in (("title", "lost"), ("home", "lost-home"))}
        for other, speaks in others
    ]


def draft_of(curriculum: Curriculum, language: Language) -> str:
    """What stands above each page of an edition that is a draft; "" for any other."""
    return label("draft", language) if is_draft(curriculum.edition) else ""


def exit_of(curriculum: Curriculum, language: Language) -> str:
    """The address that takes the place of a page which is left, safe to stand in an attribute."""
    facts = curriculum.edition.facts
    address = facts["site.exit"][language] if "site.exit" in facts else str(read_words("forms", language)["exit"])
    return html.escape(address)


def logo_of(curriculum: Curriculum, language: Language) -> dict[str, str | int]:
    """The edition's own logo as a template names it, safe to stand in attributes; nothing where it has none."""
    logo, facts = curriculum.edition.theme.logo, curriculum.edition.facts
    if logo is None:
        return {}
    words = (logo.alt if logo.alt.words else facts["org.name"])[language]
    return {"place": logo.place, "alt": html.escape(words), "width": logo.width, "height": logo.height}


def head_of(page: Page, curriculum: Curriculum) -> dict[str, str]:
    """What the head of a page says beside its title, safe to stand in an attribute."""
    return {key: html.escape(said_above(page, key, curriculum)) for key in page.meta if key != "title"}


def shortcuts(curriculum: Curriculum, language: Language) -> list[dict[str, str]]:
    """Title and address, from the root of the site, of the pages at hand: `fr/who-to-call/`."""
    pages = (curriculum.pages.get((language, uri)) for uri in AT_HAND)
    return [{"title": menu_title(page, curriculum), "url": language.prefix + page.place} for page in pages if page]
