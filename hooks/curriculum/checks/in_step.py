"""The languages beside each other over time: pages that may be behind in none, and what is kept of pages to know it.

A section that is behind is told to its readers and stops nothing, but where somebody may act on old words in danger or
before the law: what `in-step` of `curriculum.yml` names, and pocket cards. There a section has to have been read beside
the other language, too, as soon as its layer keeps what was read at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from curriculum.read.layers import Sources
from curriculum.read.placed import split_folder
from curriculum.read.source import Pages
from curriculum.translate.pieces import parts_in, pieces_of, taken_apart
from curriculum.translate.states import find_states
from curriculum.translate.values import UNREAD, Found, State
from curriculum.words.bases import FOLDER, base_place
from curriculum.words.model import Arc, Kind, Problem, Term, Words
from curriculum.words.woven import paths_of


class Kept(NamedTuple):
    """The place of a text that is kept, taken apart."""

    place: str
    layer: str
    code: str
    """The language that reflects it."""
    path: str
    """The page it is a copy of."""

    @classmethod
    def of(cls, place: str) -> Kept:
        """`partner/l10n/fr/docs/law.md` -> the French of `partner/docs/law.md`."""
        before, _, rest = f"/{place}".partition(f"/{FOLDER}/")
        layer, (code, _, path) = before.removeprefix("/"), rest.partition("/")
        return cls(place, layer, code, f"{layer}/{path}" if layer else path)


def check_in_step(sources: Sources) -> list[Problem]:
    """What is wrong with what is kept, and what stops a build because it is behind."""
    broken = list(_check_bases(sources))
    problems = [*_check_names(sources.arc), *broken] if sources.arc else broken
    if sources.arc is None or not sources.bases.texts:
        return problems
    unsure = {Kept.of(place).path for place in (*sources.bases.broken, *(problem.path for problem in broken))}
    for pages in (sources.pages, sources.notes):
        for found in find_states(_in_step(pages, sources.arc), sources.bases, sources.languages):
            if unsure.isdisjoint((found.path, found.source_path)):
                problems += _late(found, sources)
    return problems


def _in_step(pages: Pages, arc: Arc) -> Pages:
    """The pages and notes that may be behind in no language."""
    names = tuple(place.uri for place in arc.in_step)
    cards = {handout.uri for handout in arc.handouts if handout.kind is Kind.POCKET_CARD}
    whole = tuple(name for name in names if name.endswith("/"))
    return {key: page for key, page in pages.items() if key[1] in cards or key[1] in names or key[1].startswith(whole)}


def _late(found: Found, sources: Sources) -> Iterator[Problem]:
    """One section; what holds for both languages alike is told in that which is not the first."""
    changed = found.state is State.CHANGED
    alike = found.state in UNREAD and found.language != sources.languages[0]
    if changed or (alike and sources.bases.keeps(sources.bases.layer_of(found.path))):
        values: dict[str, Words] = {"found": found.title, "language": found.source, "own": found.language}
        values |= {"part": found.part, "other": f"{found.source_path}:{found.source_line}"}
        yield Problem(found.path, found.line, "section-behind" if changed else "section-unread", values)


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


def _check_bases(sources: Sources) -> Iterator[Problem]:
    """Texts that are kept of no page, hold an id twice, or whose other half is gone or has other sections."""
    paths = {path for page in sources.every_page for path in paths_of(page.path)}
    paths |= {problem.path for problem in sources.problems}
    for kept in map(Kept.of, sources.bases.texts):
        body = parts_in(sources.bases.texts[kept.place])[1]
        again = taken_apart(body)[1]
        if kept.path not in paths and not _is_left_out(kept, sources):
            yield Problem(kept.place, 1, "base-alone", {"found": kept.path})
        elif again:
            offset = sources.bases.texts[kept.place].count("\n") - body.count("\n")
            yield _broken(kept, again[0][1] + offset, Term("base-twice", {"found": again[0][0]}))
        else:
            yield from _check_half(kept, sources)


def _check_half(kept: Kept, sources: Sources) -> Iterator[Problem]:
    """Both texts of a pair are kept together."""
    places = _halves_of(kept, sources)
    texts = sources.bases.texts
    half = next((place for place in places if place in texts), "")
    if not half and not sources.bases.broken.intersection(places):
        yield _broken(kept, 1, Term("base-half", {"expected": places[0]}))
    elif half:
        own, theirs = ([p.id for p in pieces_of(parts_in(texts[place])[1])] for place in (kept.place, half))
        lacking = next((id for id in own if id not in theirs), "")
        if lacking:
            yield _broken(kept, 1, Term("base-lacks", {"found": lacking, "expected": half}))


def _is_left_out(kept: Kept, sources: Sources) -> bool:
    """True for a page of what the edition leaves out: what is kept of it waits, as the page does."""
    changed = sources.arc.changed if sources.arc else None
    place = kept.path.removeprefix(f"{kept.layer}/" if kept.layer else "").partition("/")[2]
    return changed is not None and changed.leaves_out(split_folder(place, sources.languages)[1])


def _halves_of(kept: Kept, sources: Sources) -> list[str]:
    """Where the text of the page in the other language may be kept: an edition may have a page in one language only."""
    start = f"{kept.layer}/" if kept.layer else ""
    folder, _, place = kept.path.removeprefix(start).partition("/")
    language, uri = split_folder(place, sources.languages)
    assert language  # of others nothing is read
    other = next(one for one in sources.languages if one.code == kept.code)
    counterpart = f"{folder}/{other.folder}{uri}"
    paths = (f"{start}{counterpart}", counterpart)
    return list(dict.fromkeys(base_place(language.code, path, kept.layer) for path in paths))


def _broken(kept: Kept, line: int, why: Term) -> Problem:
    return Problem(kept.place, line, "base-broken", {"found": why, "part": kept.path})
