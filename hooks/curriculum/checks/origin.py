"""What an edition says that another one says of its own place: a fork that keeps another town's line can cost a life.

A value is the same whatever its spaces, capitals, accents and signs. What is so on purpose stands under `kept` in
`profile.yml`, with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from urllib.parse import urlsplit

from curriculum.read.chosen import PRIVATE
from curriculum.read.layers import Sources
from curriculum.read.others import ALIKE, LEAST, LINE, Other, folded, paragraphs_of
from curriculum.watch.made_up import made_up_lines, made_up_private
from curriculum.words.audience import SHARED
from curriculum.words.model import PUBLISHED, Edition, Page, Problem, Resource, Text

CRISIS = frozenset({"urgent", "crisis"})
"""Groups of lines for when a life may be in danger."""


def check_origin(sources: Sources) -> list[Problem]:
    """Facts, lines to call and pages that are another edition's: one problem for each kind and edition."""
    edition = sources.edition
    if edition is None:
        return []
    own = [page for page in sources.pages.values() if page.path.startswith(f"{edition.path}/")]
    shared = [*sources.shared.values()]
    problems: list[Problem] = []
    for other in sources.others:
        facts = _same_facts(edition, edition.facts, other.facts)
        problems += _told(f"{edition.path}/profile.yml", facts, edition.lines, "other-place-fact", other)
        problems += _same_lines(edition, other)
        problems += _same_pages(edition, own, shared, other)
    return problems


def check_status(edition: Edition) -> list[Problem]:
    """A published edition with numbers that nobody answers, or of which nobody checked a line for a crisis."""
    if edition.status != PUBLISHED:
        return []
    lines = [line for line in edition.resources if {*line.groups} & CRISIS]
    if any(line.confirmed for line in lines):
        return check_answered(edition)
    values = {"groups": ", ".join(sorted(CRISIS))}
    crisis = Problem(f"{edition.path}/profile.yml", edition.lines.get("status", 1), "crisis-unchecked", values)
    return [crisis, *check_answered(edition)]


def check_answered(edition: Edition) -> list[Problem]:
    """Numbers kept for stories: those of lines to call, as one problem at the first, and what only facilitators have.

    A draft may hold them while it is written; nothing of it goes out, whatever its pages say at their head: who needs
    somebody tonight may well call.
    """
    lines = {one.id: number for one, number in made_up_lines(edition.resources)}
    private = made_up_private(edition)
    found = (("resources.yml", lines, edition.call_lines), (PRIVATE, private, edition.private_lines))
    return [
        Problem(
            f"{edition.path}/{file}",
            min(known.get(name, 1) for name in numbers),
            "number-made-up",
            {"found": ", ".join(f"{name} ({number})" for name, number in numbers.items())},
        )
        for file, numbers, known in found
        if numbers
    ]


def check_private_origin(sources: Sources) -> list[Problem]:
    """The same of what only facilitators know."""
    edition = sources.edition
    problems: list[Problem] = []
    for other in sources.others if edition else ():
        assert edition
        facts = _same_facts(edition, edition.private, other.private)
        problems += _told(f"{edition.path}/{PRIVATE}", facts, edition.private_lines, "other-place-fact", other)
    return problems


def _same_facts(edition: Edition, facts: Mapping[str, Text], theirs: Set[str]) -> list[str]:
    """Names of facts of which some language says what another edition says."""
    return [
        name
        for name, text in facts.items()
        if name.partition(".")[0] not in ALIKE
        and name not in edition.kept
        and any(folded(said) in theirs and urlsplit(said).hostname not in edition.sites for said in _said(text))
    ]


def _said(text: Text) -> list[str]:
    return [said for said in (text.plain, *text.words.values()) if len(folded(said)) >= LEAST]


def _told(path: str, names: list[str], lines: Mapping[str, int], rule: str, other: Other) -> list[Problem]:
    """One problem for all names, at the line of the first."""
    if not names:
        return []
    line = min(lines.get(name, 1) for name in names)
    found = ", ".join(f"{name} ({lines.get(name, 1)})" for name in names)
    return [Problem(path, line, rule, {"found": found, "other": other.path})]


def _same_lines(edition: Edition, other: Other) -> list[Problem]:
    """Lines to call of this edition that have the name, the number or the source of one there."""
    own = [line for line in edition.resources if line.id in edition.call_lines and line.id not in edition.kept]
    found = {line.id: keys for line in own if (keys := _keys_of(line, other))}
    if not found:
        return []
    said = ", ".join(f"{id_} ({', '.join(keys)})" for id_, keys in found.items())
    first = min(edition.call_lines[id_] for id_ in found)
    values = {"found": said, "other": other.path}
    return [Problem(f"{edition.path}/resources.yml", first, "other-place-line", values)]


def _keys_of(line: Resource, other: Other) -> list[str]:
    own = {key: _said(getattr(line, key)) for key in ("name", "how", "note")}
    own |= {"number": [line.number], "source": [line.source]}
    return [key for key in LINE if any(other.lines.get(folded(said)) == key for said in own[key])]


def _same_pages(edition: Edition, own: Iterable[Page], shared: Iterable[Page], other: Other) -> list[Problem]:
    """Pages with a paragraph of a page there, which no shared page has."""
    pages = [page for page in own if f"{SHARED}/{page.uri}" not in edition.kept]
    found = [(page, same) for page in pages if (same := _same_paragraphs(page, other.paragraphs))]
    if not found:
        return []
    everywhere = {said for page in shared for _, said in paragraphs_of(page.body)}
    found = [(page, left) for page, _ in found if (left := _same_paragraphs(page, other.paragraphs - everywhere))]
    said = ", ".join(f"{page.path.removeprefix(f'{edition.path}/')} ({len(same)})" for page, same in found)
    values = {"found": said, "other": other.path}
    return [Problem(page.path, same[0] + page.offset, "other-place-page", values) for page, same in found[:1]]


def _same_paragraphs(page: Page, theirs: Set[str]) -> list[int]:
    """The lines of the paragraphs that stand there too."""
    return [line for line, said in paragraphs_of(page.body) if said in theirs]
