"""Two texts that were made of one -> one text, by paragraphs: what only one of them changed is taken from it.

In:  then "a b c", yours "a B c", now "a b C"
Out: "a B C"

Where both changed the same paragraph, both stand in the text between the marks that git writes, and a build refuses it.
Paragraphs and not lines: a sentence put together from two hands may say what neither meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from curriculum.watch.texts import normal, paragraphs


class Merged(NamedTuple):
    """What came of it, and in how many places somebody has to decide."""

    text: str
    open: int


class Labels(NamedTuple):
    """What stands beside the marks."""

    yours: str
    then: str
    now: str


class _Change(NamedTuple):
    """Paragraphs `first` to `last` of the old text, and what one side has in their place."""

    first: int
    last: int
    words: tuple[str, ...]


def merge(then: str, yours: str, now: str, labels: Labels) -> Merged:
    """Join two texts by what each changed in a third."""
    base, left, right = (paragraphs(text) for text in (then, yours, now))
    pieces: list[str] = []
    open_places = place = 0
    for ours, theirs in _grouped(_changes(base, left), _changes(base, right)):
        first = min(change.first for change in ours + theirs)
        last = max(change.last for change in ours + theirs)
        pieces += base[place:first]
        mine, upstream = (_applied(base, first, last, changes) for changes in (ours, theirs))
        place = last
        if not theirs or mine == upstream:
            pieces.append(mine)
        elif not ours:
            pieces.append(upstream)
        else:
            open_places += 1
            pieces.append(_marked(mine, "".join(base[first:last]), upstream, labels))
    return Merged(normal("".join([*pieces, *base[place:]])), open_places)


def _changes(base: Sequence[str], other: Sequence[str]) -> list[_Change]:
    """What a text has in place of paragraphs of the old one."""
    found = SequenceMatcher(None, base, other, autojunk=False).get_opcodes()
    return [_Change(i1, i2, tuple(other[j1:j2])) for tag, i1, i2, j1, j2 in found if tag != "equal"]


def _grouped(ours: list[_Change], theirs: list[_Change]) -> Iterator[tuple[list[_Change], list[_Change]]]:
    """The changes of both sides in order; those that touch the same paragraphs, or the same gap, together."""
    waiting = sorted([(change, 0) for change in ours] + [(change, 1) for change in theirs], key=lambda one: one[0][:2])
    group: tuple[list[_Change], list[_Change]] = ([], [])
    first = last = -1
    for change, side in waiting:
        together = change.first < last or (change.first == change.last == last == first)
        if any(group) and not together:
            yield group
            group = ([], [])
        if not any(group):
            first = change.first
        group[side].append(change)
        last = max(last, change.last)
    if any(group):
        yield group


def _applied(base: Sequence[str], first: int, last: int, changes: Sequence[_Change]) -> str:
    """Paragraphs `first` to `last` as one side has them."""
    pieces, place = [], first
    for change in changes:
        pieces += [*base[place : change.first], *change.words]
        place = change.last
    return "".join([*pieces, *base[place:last]])


def _marked(yours: str, then: str, now: str, labels: Labels) -> str:
    """All three, between the marks that every editor knows."""
    blocks = [
        (f"<<<<<<< {labels.yours}", yours),
        (f"||||||| {labels.then}", then),
        ("=======", now),
    ]
    text = "".join(f"{mark}\n{words.strip(chr(10))}\n" if words.strip() else f"{mark}\n" for mark, words in blocks)
    return f"{text}>>>>>>> {labels.now}\n\n"
