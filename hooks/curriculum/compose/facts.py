"""Facts of the place in a page: `{{ org.name }}` -> the value from the edition, safe to stand in Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from curriculum.compose.credit import credit_facts
from curriculum.compose.holders import spoken_in
from curriculum.words.forms import forms_of, name_in
from curriculum.words.labels import label
from curriculum.words.model import LOADS, Audience, Curriculum, Edition, Language, Page, Week

HOLE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""Also when an editor wrapped the line inside it."""
SPECIAL = re.compile(r"([\\`*_\[\]{}#])")
FORMED = ("org.name", "site.name")
"""Names that pages ask for in the middle of a sentence."""
STATEMENT, NOT_YET = "territory.statement", "territory.not_yet"
"""What is said of the land, and why nothing is yet: then pages say that much, and nobody makes words up."""
GIVEN = "org.forms."
"""Forms of the first that a profile says itself."""
LINE_END = re.compile(r"\s*\n\s*")


class Markdown(str):
    """A fact that is Markdown already: a number to press, a line to write on."""


def facts_for(curriculum: Curriculum, language: Language, uri: str) -> Mapping[str, str]:
    """Every fact a page may name, in its language, with a label where the organisation has not confirmed it."""
    edition = curriculum.edition
    facts = {name: text[language] for name, text in edition.facts.items() if not name.startswith(GIVEN)}
    facts |= forms_for(edition, language)
    for name in edition.to_confirm & facts.keys():
        facts[name] = with_label(facts[name], label("to-confirm", language))
    if facts.pop(NOT_YET, ""):
        facts[STATEMENT] = label("territory-not-yet", language)
    facts |= credit_facts(curriculum, language)
    facts["curriculum.weeks"] = str(len(curriculum.arc.weeks))
    facts |= {f"curriculum.{kind}-languages": languages_in(curriculum, language, kind) for kind in ("all", "any")}
    for week in curriculum.arc.weeks:
        if uri.startswith(f"{week.id}/"):
            facts["week.number"] = str(week.number)
    if curriculum.audience is Audience.FACILITATOR:  # participants read words
        for session in curriculum.arc.sessions:
            if uri.startswith(f"{session.id}/"):
                facts |= {f"week.{name}": str(getattr(session.load, name)) for name in LOADS}
    return facts


def languages_in(curriculum: Curriculum, language: Language, kind: str) -> str:
    """The languages of a site as a sentence has them: `in English and French` (all), `in French or in English`."""
    others = [name_in(other, language) for other in spoken_in(curriculum) if other != language]
    between = label(f"languages-{kind}-between", language).join(others[:-1])
    own, last = name_in(language, language), "".join(others[-1:])
    return label(f"languages-{kind}", language, count=len(others) + 1, own=own, others=between, last=last)


def forms_for(edition: Edition, language: Language) -> dict[str, str]:
    """The names after the words that change them: `org.name.de`; as the profile says them, or as they always read."""
    found = {
        f"{name}.{word}": form
        for name in FORMED
        for word, form in forms_of(edition.facts[name][language], language).items()
    }
    given = f"{GIVEN}{language.code}."
    return found | {
        f"org.name.{name.removeprefix(given)}": text.plain
        for name, text in edition.facts.items()
        if name.startswith(given)
    }


def title_of(page: Page, curriculum: Curriculum) -> str:
    """The title of a page with its facts, as plain words."""
    has_hole = HOLE.search(page.title)  # most have none, and a menu asks for each title
    return fill_plain(page.title, facts_for(curriculum, page.language, page.uri)) if has_hole else page.title


def shown_title(page: Page, curriculum: Curriculum) -> str:
    """The title that tabs, menus and files show: the page's `title:`, which may say less than its first heading."""
    return said_above(page, "title", curriculum) or title_of(page, curriculum)


def said_above(page: Page, key: str, curriculum: Curriculum) -> str:
    """The words of a key of a page with its facts; "" where it has none."""
    words = page.meta.get(key, "")
    return fill_plain(words, facts_for(curriculum, page.language, page.uri)) if HOLE.search(words) else words


def session_name(session: Week, language: Language) -> str:
    """What a session is called: `Week 3`, `Extra session`."""
    return label("week", language, number=session.number) if session.number else label("companion", language)


def name_on_paper(session: Week, language: Language, curriculum: Curriculum) -> str:
    """What the papers of a session are called: `Week 3`; the title of a companion session, for there may be several."""
    if session.number:
        return session_name(session, language)
    return shown_title(curriculum.pages[language, session.uri], curriculum)


def numbered(session: Week) -> str:
    """What stands before the title of a session in a list: `3. `; nothing before that of a companion session."""
    return f"{session.number}. " if session.number else ""


def with_label(value: str, words: str) -> str:
    """`We meet here.` -> `We meet here (to be confirmed by the organisation).`"""
    bare = value.removesuffix(".")
    return f"{bare} ({words}){value[len(bare) :]}"


def fill(text: str, facts: Mapping[str, str]) -> str:
    """Put the facts into a text; a name that is not a fact stays as it is (a check reports it).

    In:  `We are {{ org.name }}.` with {"org.name": "Harbour_House"}
    Out: `We are Harbour\\_House.`
    """
    return HOLE.sub(lambda hole: _as_markdown(facts[hole[1]]) if hole[1] in facts else hole[0], text)


def _as_markdown(fact: str) -> str:
    return fact if isinstance(fact, Markdown) else escape(fact)


def fill_plain(words: str, facts: Mapping[str, str]) -> str:
    """Put the facts into words that Markdown will not read: a title in the menu, the words of a picture."""
    return HOLE.sub(lambda hole: facts.get(hole[1], hole[0]), words)


def escape(value: str) -> str:
    """Plain words -> Markdown that shows exactly these words, on one line, so that they start no block of their own."""
    line = LINE_END.sub(" ", value.strip())
    return SPECIAL.sub(r"\\\1", html.escape(line, quote=False)).replace("|", "&#124;")
