"""The files in `l10n/`, and what is wrong with one beside its other half: nothing can be compared with it.

In:  `l10n/fr/docs/law.md`, and no `l10n/en/docs/fr/law.md`
Out: the other half of the first is not there
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from curriculum.read.languages import Languages
from curriculum.read.placed import split_folder
from curriculum.translate.pieces import parts_in, pieces_of, taken_apart
from curriculum.words.bases import FOLDER, Bases, base_place
from curriculum.words.model import Problem, Term


class KeptPlace(NamedTuple):
    """The place of a text that is kept, taken apart."""

    place: str
    layer: str
    code: str
    """The language that reflects it."""
    inside: str
    """The page it is a copy of, from the folder of the layer."""

    @classmethod
    def of(cls, place: str) -> KeptPlace:
        """`partner/l10n/fr/docs/law.md` -> what the French of `partner` reflects of `docs/law.md`."""
        before, _, rest = f"/{place}".partition(f"/{FOLDER}/")
        code, _, path = rest.partition("/")
        return cls(place, before.removeprefix("/"), code, path)

    def page_in(self, paths: Container[str]) -> str:
        """The page it is a copy of: the edition's, or the shared one that an edition has beside a page of its own."""
        own = f"{self.layer}/{self.inside}" if self.layer else self.inside
        return self.inside if own not in paths and self.inside in paths else own


def damage_in(bases: Bases, languages: Languages, paths: Container[str]) -> Iterator[Problem]:
    """Texts that hold an id twice, or whose other half is gone or has other sections; `paths` are those of pages."""
    for kept in map(KeptPlace.of, bases.texts):
        body = parts_in(bases.texts[kept.place])[1]
        again = taken_apart(body)[1]
        if again:
            line = again[0][1] + bases.texts[kept.place].count("\n") - body.count("\n")
            yield _broken(kept, line, Term("base-twice", {"found": again[0][0]}), paths)
        else:
            yield from _check_half(kept, bases, languages, paths)


def _check_half(kept: KeptPlace, bases: Bases, languages: Languages, paths: Container[str]) -> Iterator[Problem]:
    """Both texts of a pair are kept together."""
    place = half_of(kept, languages)
    if place in bases.texts:
        own, theirs = ([p.id for p in pieces_of(parts_in(bases.texts[one])[1])] for one in (kept.place, place))
        lacking = next((id for id in own if id not in theirs), "")
        if lacking:
            yield _broken(kept, 1, Term("base-lacks", {"found": lacking, "expected": place}), paths)
    elif place not in bases.broken:
        yield _broken(kept, 1, Term("base-half", {"expected": place}), paths)


def half_of(kept: KeptPlace, languages: Languages) -> str:
    """Where the text of the page in the other language is kept, in the same layer."""
    folder, _, place = kept.inside.partition("/")
    language, uri = split_folder(place, languages)
    assert language  # of others nothing is read
    other = next(one for one in languages if one.code == kept.code)
    start = f"{kept.layer}/" if kept.layer else ""
    return base_place(language.code, f"{start}{folder}/{other.folder}{uri}", kept.layer)


def _broken(kept: KeptPlace, line: int, why: Term, paths: Container[str]) -> Problem:
    return Problem(kept.place, line, "base-broken", {"found": why, "part": kept.page_in(paths)})
