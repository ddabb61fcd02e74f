"""Pages in several languages, and what was kept of them -> how each section stands. Reads nothing, prints nothing.

In:  `docs/law.md`, `docs/fr/law.md`; `l10n/fr/docs/law.md`, `l10n/en/docs/fr/law.md`
Out: for each section, English beside French: changed; French beside English: current
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from curriculum.read.languages import Languages
from curriculum.read.source import Pages
from curriculum.translate.order import moved_in
from curriculum.translate.pieces import TOP, Piece, are_same, fingerprint
from curriculum.translate.sides import Elsewhere, PlacedPiece, Side, is_as_kept, side_of
from curriculum.translate.values import SETTLED, Found, State
from curriculum.words.bases import Bases, Minor, base_place
from curriculum.words.model import Language, Page


class Statements:
    """What was said of pairs of texts; of a chain of them, the ends are the same too."""

    def __init__(self, minor: tuple[Minor, ...]) -> None:
        self.into: dict[str, str] = {}
        for one in minor:
            before, after = self.last(one.before), self.last(one.after)
            if before != after:
                self.into[before] = after

    def last(self, name: str) -> str:
        """The text that stands for all that are connected with one."""
        while name in self.into:
            name = self.into[name]
        return name

    def change_of(self, base: Piece, now: Piece) -> State:
        """What the change of one text asks of the other language."""
        if are_same(base.words, now.words):
            return State.CURRENT
        connected = bool(self.into) and self.last(fingerprint(base.words)) == self.last(fingerprint(now.words))
        return State.EQUIVALENT if connected else State.CHANGED


class Pair(NamedTuple):
    """A page in two languages; the first is the one whose order the sections of both have."""

    first: Side
    second: Side


def find_states(pages: Pages, bases: Bases, languages: Languages) -> list[Found]:
    """Every section of every page in each language that it is held in step with another."""
    said = Statements(bases.minor)
    elsewhere = Elsewhere(bases, languages)
    found: list[Found] = []
    for uri in dict.fromkeys(uri for _, uri in pages):
        here = {of: page for of in languages if (page := pages.get((of, uri)))}
        for one, other in _pairs(here, bases, languages):
            if one in here and other in here:
                found += states_of(here[one], here[other], bases, said, elsewhere)
            else:
                there = here.get(one) or here.get(other) or next(iter(here.values()))
                found += _missing(there, one if there.language == other else other, bases.edition)
    return found


def changed_rows(
    page: Page, pages: Mapping[tuple[Language, str], Page], bases: Bases, languages: Languages
) -> list[Found]:
    """The sections of one page, which is one of these, that another language is ahead of; not where else they were."""
    here = {of: other for of in languages if (other := pages.get((of, page.uri)))}
    if all(is_as_kept(other, page, bases) for other in here.values() if other is not page):
        return []
    pairs = (pair for pair in _pairs(here, bases, languages) if page.language in pair and here.keys() >= {*pair})
    said = Statements(bases.minor)
    rows = (row for one, other in pairs for row in states_of(here[one], here[other], bases, said))
    return [row for row in rows if row.language == page.language and row.state is State.CHANGED]


def _pairs(here: dict[Language, Page], bases: Bases, languages: Languages) -> Iterator[tuple[Language, Language]]:
    """Each language beside the first, but one that is kept in step with others alone; and those others."""
    kept = [pair for pair in combinations(languages, 2) if _is_kept(pair, here, bases)]
    linked = {language for pair in kept for language in pair}
    first, *others = languages
    yield from ((first, other) for other in others if (first, other) in kept or other not in linked)
    yield from (pair for pair in kept if first not in pair)


def _is_kept(pair: tuple[Language, Language], here: dict[Language, Page], bases: Bases) -> bool:
    places = ((one, other) for one, other in (pair, pair[::-1]) if other in here)
    return any(
        base_place(one.code, path, bases.layer_of(path)) in bases.texts
        for one, other in places
        for path in [str(here[other].path)]
    )


def _missing(page: Page, language: Language, edition: str) -> Iterator[Found]:
    """A page that one language lacks: one finding for all of it. What an edition adds, it has itself."""
    own = page.path.removesuffix(f"{page.language.folder}{page.uri}") + f"{language.folder}{page.uri}"
    own = f"{edition}/{own}" if language.lender and edition and not own.startswith(f"{edition}/") else own
    values = page.title, str(page.path), page.first_line, page.title
    yield Found(State.MISSING, language, page.language, own, 1, TOP, *values)


def states_of(
    first: Page, second: Page, bases: Bases, statements: Statements, elsewhere: Elsewhere | None = None
) -> Iterator[Found]:
    """How each section of a page in two languages stands, in both directions."""
    pair = Pair(side_of(first, second, bases), side_of(second, first, bases))
    former, moved = _former(pair, elsewhere), moved_in([*pair.first.base], [*pair.first.now])
    for id in dict.fromkeys((*pair.first.now, *pair.second.now)):
        one, other = pair.first.now.get(id), pair.second.now.get(id)
        if one is None or other is None:
            yield _lacking(pair, id, one, other)
            continue
        was = former.get(id, "")
        stamped = one.path in pair.first.stamped and other.path in pair.second.stamped
        for side, held, spot, theirs in ((pair.second, pair.first, other, one), (pair.first, pair.second, one, other)):
            state = _state(pair, held, theirs, was, statements) if stamped else State.UNSTAMPED
            if state in SETTLED and (was or id in moved):
                state = State.RENAMED if was and "#" not in was else State.MOVED
            yield _found(state, (side, held), (spot, theirs), was)
    yield from _removed(pair, set(former.values()))


def _state(pair: Pair, held: Side, theirs: PlacedPiece, was: str, statements: Statements) -> State:
    """What became of the text in the other language since the two were read side by side."""
    if "#" in was:  # on another page, word for word in both
        return State.CURRENT
    key = was or theirs.piece.id
    if any(key not in side.base for side in pair):
        return State.NEW
    return statements.change_of(held.base[key], theirs.piece)


def _lacking(pair: Pair, id: str, one: PlacedPiece | None, other: PlacedPiece | None) -> Found:
    side, held = (pair.second, pair.first) if other is None else (pair.first, pair.second)
    theirs = one or other
    assert theirs
    near = side.now.get(TOP)
    there = PlacedPiece(Piece(id, theirs.piece.title, "", 1), near.path if near else str(side.page.path), 1)
    return _found(State.MISSING, (side, held), (there, theirs), "")


def _found(state: State, sides: tuple[Side, Side], spots: tuple[PlacedPiece, PlacedPiece], was: str) -> Found:
    """A section of the first side, beside that of the second."""
    (side, held), (spot, theirs) = sides, spots
    return Found(
        state=state,
        language=side.page.language,
        source=held.page.language,
        path=spot.path,
        line=spot.line,
        section=spot.piece.id,
        title=spot.piece.title,
        source_path=theirs.path,
        source_line=theirs.line,
        source_title=theirs.piece.title,
        other=was,
    )


def _removed(pair: Pair, taken: set[str]) -> Iterator[Found]:
    """What is kept of sections that neither text has any more; of a woven page, others tell it of the shared one."""
    gone = [id for id in pair.second.base if id not in pair.second.now and id not in pair.first.now]
    for id in gone:
        if id not in taken:
            place = str(pair.second.page.path), 1, id, pair.second.base[id].title, str(pair.first.page.path), 1
            yield Found(State.REMOVED, pair.second.page.language, pair.first.page.language, *place)


def _former(pair: Pair, elsewhere: Elsewhere | None) -> dict[str, str]:
    """Sections that stood under another id, or on another page, by their id now; found by the words under a heading.

    In:  `## In threes { #trios }`, and now `## In threes { #by-threes }`
    Out: {"by-threes": "trios"}; of a page that it left, `docs/week-03/index.md#trios`
    """
    first, second = pair
    new = [id for id in first.now if id in second.now and id not in first.base and id not in second.base]
    gone = [id for id in first.base if id in second.base and id not in first.now and id not in second.now]
    former: dict[str, str] = {}
    for id in new:
        pieces = first.now[id].piece, second.now[id].piece
        if all(piece.text.strip() for piece in pieces):
            left = (old for old in gone if old not in former.values())
            same = (old for old in left if _is_same(pieces, (first.base[old], second.base[old])))
            spots = (first.page, pieces[0]), (second.page, pieces[1])
            former[id] = next(same, "") or (elsewhere.find(*spots) if elsewhere else "")
    return {id: was for id, was in former.items() if was}


def _is_same(pieces: tuple[Piece, Piece], kept: tuple[Piece, Piece]) -> bool:
    """True where one text at least is word for word what is kept."""
    return any(are_same(piece.text, was.text) for piece, was in zip(pieces, kept, strict=True))
