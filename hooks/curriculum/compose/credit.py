"""Whom an edition owes its course to -> what its pages, papers, books and copies say of it.

Title, authors, source and licence, what was changed, and that the authors have not looked at it: CC BY-SA 4.0, 3(a).

In:  Lantern Evenings, made from Alongside
Out: "adapted from Alongside; not reviewed by its authors"
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.words.credit import BETWEEN, Credit, Source
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language

FACTS = ("edition.sources", "edition.changes", "edition.unread")
PAGE = "about-this-edition.md"
"""The page that says it all. Whoever replaces it asks for the same facts."""


def credit_words(curriculum: Curriculum, language: Language) -> str:
    """What stands at the foot, on one line: the name of the first course, or what this one was made from.

    Of a longer lineage the nearest and the first; the page about the edition says the rest.
    """
    sources = curriculum.edition.credit.sources
    if not sources:
        return label("credit-words", language)
    nearest, first = (_title(source, language).split(BETWEEN)[0] for source in (sources[0], sources[-1]))
    if len(sources) == 1:
        return label("credit-adapted", language, name=nearest)
    return label("credit-lineage", language, name=nearest, first=first)


def name_or_credit(curriculum: Curriculum, language: Language) -> str:
    """What begins the foot of a page: the name of the first course's site, or what any other was made from."""
    if not curriculum.edition.credit.sources:
        return curriculum.edition.facts["site.name"][language]
    words = credit_words(curriculum, language)
    return words[0].upper() + words[1:]


def credit_in_full(curriculum: Curriculum, language: Language) -> str:
    """The whole credit in plain lines: each course it was made from, what was changed, and by whom it was not read."""
    credit = curriculum.edition.credit
    return "\n".join([*_sources(credit, language), *_changes(credit, language), label("credit-unread", language)])


def credit_facts(curriculum: Curriculum, language: Language) -> dict[str, str]:
    """What the page about the edition says, by the names under which it asks for it; each on one line."""
    credit = curriculum.edition.credit
    if not credit.sources:
        return {name: label(name.replace("edition.", "credit-first-"), language) for name in FACTS}
    said = (_sources(credit, language), _changes(credit, language), (label("credit-unread", language),))
    return {name: " ".join(lines) for name, lines in zip(FACTS, said, strict=True)}


def _sources(credit: Credit, language: Language) -> Iterator[str]:
    name = "credit-made-from"
    for source in credit.sources:
        yield label(name, language, words=source_words(source, language))
        name = "credit-made-after"


def source_words(source: Source, language: Language) -> str:
    """Title, authors, version, licence, address, day; of a credit that was withdrawn only what is still owed.

    Out: "Alongside / Côte à côte, The Alongside / Côte à côte authors, version 2026.11, CC BY-SA 4.0"
    """
    if source.withdrawn:
        return f"{_title(source, language)}, {source.licence}"
    version = label("credit-version", language, version=source.version) if source.version else ""
    taken = label("credit-taken", language, day=source.retrieved) if source.retrieved else ""
    said = (source.title[language], source.authors, version, source.licence, source.address, taken)
    return ", ".join(filter(None, said))


def _changes(credit: Credit, language: Language) -> Iterator[str]:
    """What was changed, a line for each sort; a change that only shows in its words is said as well."""
    found = {"credit-replaced": credit.replaced, "credit-added": credit.added}
    for name, paths in found.items():
        if paths:
            yield label(name, language, pages=", ".join(paths))
    yield label("credit-facts", language)


def _title(source: Source, language: Language) -> str:
    return label("credit-unnamed", language) if source.withdrawn else source.title[language]
