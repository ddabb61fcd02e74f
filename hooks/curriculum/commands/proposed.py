"""`edition propose`: what the shared course should have of an edition, as a change to send to those who keep it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from curriculum.commands.options import refuse
from curriculum.commands.watched import tell
from curriculum.compose.facts import forms_for
from curriculum.read.edition import read_edition
from curriculum.watch.acts import EditionDesk
from curriculum.watch.proposing import Proposal, propose
from curriculum.watch.reading import read_upstream
from curriculum.watch.states import has_part, split_path
from curriculum.watch.whole import write_whole
from curriculum.words.changes import Part
from curriculum.words.model import Edition, Language

FOLDER = "to-propose"
"""Where the change is written; nobody publishes it."""


def offer(desk: EditionDesk, part: Part) -> int:
    """Write the change, say what is in it and what is still of the place; 1 when anything is, or nothing changes."""
    edition, problems = read_edition(desk.root, desk.edition, desk.held.languages)
    if edition is None or problems:
        return refuse(problems)
    held = replace(desk.held, upstream={**desk.held.upstream, **read_upstream(desk.root)})
    found = [
        propose(one, held, facts_in(edition, language_of(one, desk)), names_in(edition))
        for one in own_parts(part, desk)
    ]
    changed = [one for one in found if one.patch]
    if not changed:
        tell("proposed-none", part=str(part))
        return 1
    place = write_patch(desk.root, part, changed)
    tell("proposed", path=place, facts=", ".join(sorted({name for one in changed for name in one.turned})) or "–")
    for one in changed:
        for line, what in one.left:
            tell("proposed-left", path=f"{desk.edition}/{one.path}", line=line, found=what)
    left = any(one.left for one in changed)
    tell("proposed-take-out" if left else "proposed-next")
    return int(left)


def own_parts(part: Part, desk: EditionDesk) -> list[Part]:
    """The part in each language in which the edition has it."""
    folder, _, place = split_path(part.path, desk.held.languages)
    beside = [Part(f"{folder}/{one.folder}{place}", part.section) for one in desk.held.languages]
    return [one for one in beside if one.path in desk.held.own and has_part(one, desk.held.own[one.path])]


def language_of(part: Part, desk: EditionDesk) -> Language:
    """The language that a page is in."""
    prefix = split_path(part.path, desk.held.languages)[1]
    return next(one for one in desk.held.languages if one.folder == prefix)


def facts_in(edition: Edition, language: Language) -> dict[str, str]:
    """The values that pages may ask for by name, as they read in a language."""
    return {name: text[language] for name, text in edition.facts.items()} | forms_for(edition, language)


def names_in(edition: Edition) -> list[str]:
    """The names of the lines to call that this place has for itself, in every language."""
    own = [one for one in edition.resources if one.id in edition.call_lines]
    return [name for one in own for name in one.name.words.values() if len(name.split()) > 1]


def write_patch(root: Path, part: Part, changed: list[Proposal]) -> str:
    """One file for all languages; where it is, from the root."""
    name = f"{FOLDER}/{str(part).replace('/', '-').replace('#', '-').replace('.md', '')}.patch"
    write_whole(root, name, "".join(one.patch for one in changed))
    return name
