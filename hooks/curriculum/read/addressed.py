"""Addresses and names of files follow the number that readers see, where an edition moves weeks or leaves some out.

In:  the folders `week-08` and `week-10`, which are now the weeks 7 and 8; a link to `../week-10/index.md#close`
Out: the pages below `week-07/` and `week-08/`, and a link to `../week-08/index.md#close`

What authors write and are told names folders as they are; so this comes after every check, and before anything is made.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from curriculum.read.leading import DEFINED, ELSEWHERE, INLINE, Edit, edited, without_code
from curriculum.read.placed import PAGE, is_laid_out_anew, split_folder
from curriculum.read.source import Pages, split_language
from curriculum.words.audience import SHARED
from curriculum.words.model import Arc, Curriculum, Language, Page, Practised, Week

NUMBERED = re.compile(r"week-\d+")
"""A folder whose name shows a number; of any other, no reader takes one for the number of the week."""
Moves = Mapping[str, str]
"""The folder in an address, by the folder in which authors write; both name only those that differ."""


def addressed(curriculum: Curriculum) -> Curriculum:
    """The same course, whose addresses follow its numbers; the very same one where no edition changes the weeks."""
    arc = curriculum.arc
    moves = moves_of(arc)
    if arc.changed is None or not moves:
        return curriculum
    files = [place for place in curriculum.files if place not in curriculum.local and place not in curriculum.theirs]
    found = {place: f"{SHARED}/{place}" for place in files if _moved(place, curriculum, moves) != place}
    local, theirs = (
        {_moved(place, curriculum, moves): path for place, path in paths.items()}
        for paths in (found | {**curriculum.local}, curriculum.theirs)
    )
    return replace(
        curriculum,
        arc=replace(_renamed(arc, moves), changed=replace(arc.changed, moved=moves)),
        pages=_pages(curriculum.pages, moves),
        notes=_pages(curriculum.notes, moves),
        files=frozenset(_moved(place, curriculum, moves) for place in curriculum.files),
        local=local,
        theirs=theirs,
    )


def moves_of(arc: Arc) -> Moves:
    """The weeks whose folder shows another number than readers see."""
    names = {week.id: f"week-{week.number:02}" for week in arc.weeks if NUMBERED.fullmatch(week.id)}
    return {id: name for id, name in names.items() if id != name}


def is_copied(place: str, curriculum: Curriculum) -> bool:
    """False for a file that the site generator found in `docs/`, where another has its place, or none."""
    language, uri = split_folder(place, curriculum.languages)
    changed = curriculum.arc.changed
    if is_laid_out_anew(curriculum.languages) and (place.endswith(PAGE) or _is_elsewhere(language, uri, place)):
        return False  # pages are announced, and files written, where readers find them
    if place in curriculum.local or changed is None:
        return place not in curriculum.local
    if uri.endswith(".md"):
        return (language, uri) in curriculum.pages
    return not changed.leaves_out(uri) and uri.partition("/")[0] not in changed.moved


def _is_elsewhere(language: Language | None, uri: str, place: str) -> bool:
    """True for a file of a language that has another place in the site than in its folder, or none."""
    return uri != place and (language is None or language.prefix != language.folder)


def _moved(place: str, curriculum: Curriculum, moves: Moves) -> str:
    language, uri = split_language(place, curriculum.languages)
    return language.prefix + _under(uri, moves)


def _under(uri: str, moves: Moves) -> str:
    """A place below the other folder; what the files of a week are called begins with its name."""
    folder, slash, rest = uri.partition("/")
    name = moves.get(folder, folder)
    named = rest.startswith((f"{folder}-", f"{folder}."))
    return f"{name}{slash}{name + rest.removeprefix(folder) if named else rest}"


def _renamed(arc: Arc, moves: Moves) -> Arc:
    weeks, companions = (
        tuple(_session(session, moves) for session in sessions) for sessions in (arc.weeks, arc.companions)
    )
    return replace(arc, weeks=weeks, companions=companions)


def _session(session: Week, moves: Moves) -> Week:
    def outcome(row: Practised) -> Practised:
        return replace(row, sheet=_under(row.sheet, moves))

    name = moves.get(session.id, session.id)
    return replace(
        session,
        id=name,
        folder=session.id,
        handouts=tuple(replace(handout, week=name) for handout in session.handouts),
        outcomes=tuple(map(outcome, session.outcomes)),
        beside=tuple(moves.get(id, id) for id in session.beside),
    )


def _pages(pages: Mapping[tuple[Language, str], Page], moves: Moves) -> Pages:
    found = (_page(page, moves) for page in pages.values())
    return {(page.language, page.uri): page for page in found}


def _page(page: Page, moves: Moves) -> Page:
    edits = sorted(_edits(page.body, page.uri, moves)) if any(id in page.body for id in moves) else []
    # an edition names what its readers saw; the shared course names folders, which are elsewhere for these readers
    was = (f._replace(address=_under(f.address, moves)) if f.is_shared else f for f in page.was)
    return replace(edited(page, edits), uri=_under(page.uri, moves), was=tuple(was))


def _edits(body: str, here: str, moves: Moves) -> Iterator[Edit]:
    """Each address that names a folder which has another name in addresses."""
    text = without_code(body)
    for found in (*INLINE.finditer(text), *DEFINED.finditer(text)):
        path, mark, section = found[2].partition("#")
        if path and not ELSEWHERE.match(path):
            uri = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
            other = posixpath.relpath(_under(uri, moves), posixpath.dirname(_under(here, moves)) or ".")
            if _under(uri, moves) != uri and other != posixpath.normpath(path):
                name = f"{other}/" if path.endswith("/") else other
                yield Edit(found.start(2), found.end(2), f"{name}{mark}{section}")
