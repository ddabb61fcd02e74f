"""The languages beside each other over time: pages that may be behind in none, and what is kept of pages to know it.

A section that is behind is told to its readers and stops nothing, but where somebody may act on old words in danger or
before the law: what `in-step` of `curriculum.yml` names, and pocket cards. There a section has to have been read beside
the other language, too, in the shared course and in an edition, as soon as anything was read so at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from curriculum.read.languages import of_project
from curriculum.read.layers import Sources
from curriculum.read.placed import compared, split_folder
from curriculum.read.source import Pages
from curriculum.translate.kept import KeptPlace, damage_in
from curriculum.translate.published import states_in_site
from curriculum.translate.values import UNREAD, Found, State
from curriculum.words.bases import FOLDER
from curriculum.words.model import Arc, Kind, Problem, Words
from curriculum.words.woven import paths_of


def check_in_step(sources: Sources) -> list[Problem]:
    """What is wrong with what is kept, and what stops a build because it is behind."""
    if not sources.languages:  # they cannot be made out, which is told
        return []
    paths = _paths(sources)
    broken = [*_check_alone(sources, paths), *damage_in(sources.bases, compared(sources.languages), paths)]
    if sources.arc is None:
        return broken
    damaged = (*sources.bases.broken, *(problem.path for problem in broken))
    unsure = {KeptPlace.of(place).page_in(paths) for place in damaged}
    found = states_in_site(sources, lambda pages: _in_step(pages, sources.arc))
    late = [one for one in found if unsure.isdisjoint((one.path, one.source_path))]
    return [*_check_names(sources.arc), *broken, *_check_absent(sources.arc, sources), *_late(late, sources)]


def _paths(sources: Sources) -> set[str]:
    """The files of all pages, those that the site only holds its own against too, and those that cannot be read."""
    aside = (page for pages in sources.bases.aside.values() for page in pages.values())
    paths = {path for page in (*sources.every_page, *aside) for path in paths_of(page.path)}
    return paths | {problem.path for problem in sources.problems}


def _in_step(pages: Pages, arc: Arc | None) -> Pages:
    """The pages and notes that may be behind in no language."""
    if arc is None:
        return {}
    names = tuple(place.uri for place in arc.in_step)
    cards = {handout.uri for handout in arc.handouts if handout.kind is Kind.POCKET_CARD}
    whole = tuple(name for name in names if name.endswith("/"))
    return {key: page for key, page in pages.items() if key[1] in cards or key[1] in names or key[1].startswith(whole)}


def _check_absent(arc: Arc, sources: Sources) -> Iterator[Problem]:
    """Nothing is kept at all, though some pages have to be in step: one sentence for all of them."""
    kept = sources.bases.keeps("") or sources.bases.broken
    if arc.in_step and not kept and len(of_project(compared(sources.languages))) > 1:
        yield Problem(arc.path, arc.in_step[0].line, "bases-absent", {"found": f"{FOLDER}/"})


def _late(late: list[Found], sources: Sources) -> Iterator[Problem]:
    """One a section, or a page of which nothing is kept; what holds for both languages alike is told of one of them."""
    first, whole = compared(sources.languages)[0], set[str]()
    for one in late:
        changed = one.state is State.CHANGED
        keeps = sources.bases.keeps("") or sources.bases.keeps(sources.bases.layer_of(one.path))
        if changed or (one.state in UNREAD and one.language != first and keeps and one.path not in whole):
            whole |= {one.path} if one.state is State.UNSTAMPED else set()
            part = _page_of(one, sources) if one.path in whole else one.part
            values: dict[str, Words] = {"found": one.title, "language": one.source, "own": one.language}
            values |= {"part": part, "other": f"{one.source_path}:{one.source_line}"}
            yield Problem(one.path, one.line, "section-behind" if changed else "section-unread", values)


def _page_of(found: Found, sources: Sources) -> str:
    """The page to name to commands: of a pair with a shared one, the edition's."""
    own = (path for path in (found.path, found.source_path) if sources.bases.layer_of(path))
    return next(own, found.path)


def _check_names(arc: Arc) -> Iterator[Problem]:
    """Names under `in-step` that are those of no page and no session."""
    sessions = {f"{session.id}/" for session in (*arc.weeks, *arc.companions)}
    left_out = {f"{id}.md" for id in arc.changed.dropped} if arc.changed else set()
    known = {place.uri for places in arc.menu.values() for place in places} | sessions | left_out
    for place in arc.in_step:
        if place.uri not in known:
            name, names = place.uri.removesuffix(".md"), [one.removesuffix(".md").rstrip("/") for one in sorted(known)]
            near = "".join(get_close_matches(name, names, 1, 0.6))
            yield Problem(arc.path, place.line, "in-step-unknown", {"found": name, "near": near})


def _check_alone(sources: Sources, paths: set[str]) -> Iterator[Problem]:
    """Texts that are kept of no page; of languages that the site does not have, its editor is told nothing."""
    for kept in map(KeptPlace.of, sources.bases.texts):
        page, place = kept.page_in(paths), kept.inside.partition("/")[2]
        language, uri = split_folder(place, compared(sources.languages))
        if page not in paths and language in sources.languages and not _is_left_out(uri, sources):
            yield Problem(kept.place, 1, "base-alone", {"found": page})


def _is_left_out(uri: str, sources: Sources) -> bool:
    """True for a page of what the edition leaves out: what is kept of it waits, as the page does."""
    changed = sources.arc.changed if sources.arc else None
    return changed is not None and changed.leaves_out(uri)
