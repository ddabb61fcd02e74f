"""An edition beside the shared course -> what became of each part it replaced. Reads nothing, prints nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches

from curriculum.read.languages import every
from curriculum.watch.texts import hash_of, normal, paragraphs, parts_of, replaces_sections, section_of, sections_named
from curriculum.watch.values import Held, PartState, Watched
from curriculum.words.changes import Change, Part, Stamp, Weight
from curriculum.words.model import Language

NEAR = 0.85
"""How alike two names are that may be one, misspelt."""
SAME_TEXT = 0.5
"""The share of paragraphs that tells a text under another name."""


def find_states(held: Held) -> list[Watched]:
    """Each part of the edition with what became of it, the most urgent first."""
    found = [Watched(PartState.MARKS, Part(path), line=line) for path, line in held.marked.items()]
    for part in parts_in(held):
        if part.path not in held.marked:
            found += _look_at(part, held)
    return sorted(found, key=lambda one: (list(PartState).index(one.state), one.part))


def parts_in(held: Held) -> list[Part]:
    """What the edition replaces or adds: pages, and the sections of pages that replace only some."""
    return [part for path, text in sorted(held.own.items()) for part in _parts_of(path, text)]


def _parts_of(path: str, text: str) -> Iterator[Part]:
    if not replaces_sections(text):
        yield Part(path)
        return
    yield from (Part(path, id) for id in sections_named(text))


def text_of(part: Part, text: str | None) -> str | None:
    """What a part is in the text of its page; None when it is not there."""
    return section_of(text, part.section) if part.section and text is not None else text


def has_part(part: Part, text: str) -> bool:
    """True where a page of an edition replaces the part, alone or with all around it, or takes it out."""
    return not replaces_sections(text) or text_of(part, text) is not None or part.section in sections_named(text)


def _look_at(part: Part, held: Held) -> Iterator[Watched]:
    now = text_of(part, held.upstream.get(part.path))
    if now is None:
        yield from _without_upstream(part, held)
        return
    yield _compared(part, now, held)
    lacking = tuple(language for path, language in _others(part.path, held) if _lacks(Part(path, part.section), held))
    if lacking:
        yield Watched(PartState.ONE_LANGUAGE, part, languages=lacking)


def _compared(part: Part, now: str, held: Held) -> Watched:
    entry = held.entries.get(part)
    own = text_of(part, held.own[part.path]) or ""
    if normal(own) == normal(now):
        return Watched(PartState.SAME, part)
    if entry is None:
        return Watched(PartState.UNTRACKED, part)
    if entry.hash == hash_of(now):
        return Watched(PartState.CURRENT, part)
    changes = tuple(news_of(entry, held.announced, held.languages))
    urgent = any(change.kind is Weight.SAFETY for change in changes)
    return Watched(PartState.SAFETY if urgent else PartState.CHANGED, part, changes=changes)


def news_of(entry: Stamp, announced: Iterable[Change], languages: Iterable[Language]) -> Iterator[Change]:
    """What was announced of a part since its entry, the newest first."""
    return (change for change in _since(entry.after, announced) if _names(change, entry.part, languages))


def _since(known: str, announced: Iterable[Change]) -> Iterator[Change]:
    """What was announced after an entry; all of it, when that entry is not there."""
    for change in announced:
        if change.id == known:
            return
        yield change


def _names(change: Change, part: Part, languages: Iterable[Language]) -> bool:
    """True when a change is one of this part, of the page around it, or of a section in it."""
    first = without_language(part.path, languages)
    return any(
        one.path == first and (not one.section or not part.section or one.section == part.section)
        for one in change.parts
    )


def without_language(path: str, languages: Iterable[Language]) -> str:
    """`docs/fr/law.md` -> `docs/law.md`."""
    folder, _, place = split_path(path, languages)
    return f"{folder}/{place}"


def split_path(path: str, languages: Iterable[Language]) -> tuple[str, str, str]:
    """`docs/fr/law.md` -> `docs`, `fr/`, `law.md`."""
    folder, _, place = path.partition("/")
    prefix = next((one.folder for one in every(languages) if one.folder and place.startswith(one.folder)), "")
    return folder, prefix, place.removeprefix(prefix)


def _others(path: str, held: Held) -> Iterator[tuple[str, Language]]:
    """The same page in the other languages."""
    folder, _, place = split_path(path, held.languages)
    for language in held.languages:
        other = f"{folder}/{language.folder}{place}"
        if other != path:
            yield other, language


def _lacks(part: Part, held: Held) -> bool:
    """True when the shared course has this part, and the edition leaves it as it is."""
    text = held.own.get(part.path)
    if text is not None and has_part(part, text):
        return False
    return text_of(part, held.upstream.get(part.path)) is not None


def _without_upstream(part: Part, held: Held) -> Iterator[Watched]:
    """A part with nothing below it: what it replaced went or has another name, or it is new."""
    if part in held.entries or part.section:
        other = _renamed(part, held)
        gone = PartState.SECTION_GONE if part.path in held.upstream else PartState.GONE
        yield Watched(PartState.RENAMED, part, other) if other else Watched(gone, part)
    elif part.path not in held.meant and (near := _near(part.path, held)):
        yield Watched(PartState.NEAR, part, near)


def _renamed(part: Part, held: Held) -> str:
    """Where the shared course now has what a part replaced: found by its paragraphs, not by its name."""
    if part not in held.base:
        return ""
    kept = set(_words_of(held.base[part]))
    taken = {*parts_in(held)}
    best, most = "", SAME_TEXT
    for candidate, text in _candidates(part, held):
        words = set(_words_of(text))
        share = len(kept & words) / max(len(kept | words), 1)
        if candidate not in taken and share >= most:
            best, most = str(candidate), share
    return best


def _words_of(text: str) -> list[str]:
    """The paragraphs of a text without its headings, which change with its name."""
    pieces = (" ".join(piece.split()) for piece in paragraphs(text))
    return [piece for piece in pieces if piece and not piece.startswith("#")]


def _candidates(part: Part, held: Held) -> Iterator[tuple[Part, str]]:
    """Shared pages of the same folder of pages and the same language; for a section, those of its page."""
    if part.section:
        text = held.upstream.get(part.path, "")
        for section in parts_of(text)[2]:
            yield Part(part.path, section.id), section_of(text, section.id) or ""
        return
    here = split_path(part.path, held.languages)[:2]
    texts = held.upstream.items()
    yield from ((Part(path), text) for path, text in texts if split_path(path, held.languages)[:2] == here)


def _near(path: str, held: Held) -> str:
    """The shared page whose name a new one nearly has; numbers tell pages apart that are alike but for them."""
    free = [
        name
        for name in held.upstream
        if name not in held.own and _numbers(name) == _numbers(path) and name.count("/") == path.count("/")
    ]
    found = next((name for name in free if name.lower() == path.lower()), "")
    steps = [name for name in free if _one_step_apart(name, path)]
    return found or next(iter(get_close_matches(path, steps, 1, NEAR)), "")


def _numbers(name: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", name)]


def _one_step_apart(name: str, other: str) -> bool:
    """True when one folder, or the file, has nearly the same name in both."""
    pairs = [(a, b) for a, b in zip(name.split("/"), other.split("/"), strict=True) if a != b]
    first, second = (one.removesuffix(".md") for one in pairs[0]) if len(pairs) == 1 else ("", "-")
    return SequenceMatcher(None, first, second).ratio() >= NEAR
