"""Say that two texts agree, or that a change asks nothing of translations.

In:  `docs/fr/law.md#stopped`, after the English changed and the French followed
Out: that section, as it is now, in `l10n/fr/docs/law.md` and in `l10n/en/docs/fr/law.md`
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from curriculum.read.textfile import read_text
from curriculum.translate.desk import Desk
from curriculum.translate.kept import KeptPlace
from curriculum.translate.pieces import TOP, fingerprint, raw_pieces
from curriculum.translate.sides import layer_of, side_of
from curriculum.translate.values import TOP_NAME, Found, State
from curriculum.watch.whole import write_all
from curriculum.words.bases import FOLDER, MINOR, base_place
from curriculum.words.model import Page, Problem, Term, Words
from curriculum.words.woven import Woven, paths_of

NOTHING = Term("nothing")


def refusals(desk: Desk, rows: Sequence[Found], are_alike: Callable[[str, str], bool]) -> list[Problem]:
    """Why these sections cannot be said to agree: one text moved on and the other was not touched, or is not there.

    `are_alike` tells of two texts whether readers get the same: signs alone that changed are no translation.
    """
    moved = [row for row in rows if row.state is State.CHANGED and not are_alike(*texts_of(desk, row))]
    changed = {(row.section, row.path) for row in moved}
    problems = []
    for row in rows:
        if row.state is State.MISSING:
            problems.append(_lacking(row))
        elif row in moved and (row.section, row.source_path) not in changed:
            values: dict[str, Words] = {"found": row.title, "language": row.source, "own": row.language}
            values |= {"part": row.part, "other": row.source_part}
            problems.append(Problem(row.path, row.line, "stamp-unchanged", values))
    return problems


def _lacking(row: Found) -> Problem:
    if row.section == TOP:
        values: dict[str, Words] = {"language": row.language, "expected": row.path}
        return Problem(row.source_path, row.source_line, "no-counterpart", values)
    values = {"found": row.section, "expected": NOTHING, "other": row.path}
    return Problem(row.source_path, row.source_line, "sections-differ", values)


def write_stamped(desk: Desk, rows: Iterable[Found], section: str | None) -> list[str]:
    """Keep the texts of two pages as they are now, whole or one section of them; the places that were written."""
    written: dict[str, str] = {}
    for place, page in places_of(desk, rows).items():
        then = _read(desk.root, place)
        text = with_stamped(then, _text_of(desk.root, page), section)
        if text != then or (desk.root / place).is_symlink():
            written[place] = text
    write_all(desk.root, written)
    return [*written]


def places_of(desk: Desk, rows: Iterable[Found]) -> dict[str, Page]:
    """Where the texts of these pages are kept, each with its page; one made of two files is kept as one."""
    places: dict[str, Page] = {}
    for path, other in sorted({(row.path, row.source_path) for row in rows}):
        here, there = desk.page_at(path), desk.page_at(other)
        if here and there:
            place = base_place(there[0].language.code, path, layer_of(path, there[0], here[1]))
            if place not in places or not isinstance(places[place].path, Woven):
                places[place] = here[0]
    return places


def _text_of(root: Path, page: Page) -> str:
    return page.body if isinstance(page.path, Woven) else read_text(root, page.path)[0]


def _read(root: Path, place: str) -> str | None:
    return read_text(root, place)[0] if (root / place).exists() else None


def with_stamped(then: str | None, now: str, section: str | None) -> str:
    """What is kept of a page, with all of it as it is now, or one section; a section that is gone goes.

    Whole, it is the page to the byte, which git then stores once.
    """
    if section is None:
        return now
    pieces, kept = dict(raw_pieces(now)), list(raw_pieces(then)) if then is not None else []
    ids = [id for id, _ in kept]
    if section in ids and section in pieces:
        kept[ids.index(section)] = section, pieces[section]
    elif section in ids:
        kept.pop(ids.index(section))
    elif section in pieces:
        order = list(pieces)
        before = [id for id in order[: order.index(section)] if id in ids]
        kept.insert(ids.index(before[-1]) + 1 if before else 0, (section, pieces[section]))
    return "\n".join(text for _, text in kept)


def statements_for(desk: Desk, rows: Iterable[Found], reason: str) -> dict[str, str]:
    """For each section whose text moved on, that translations need not: the files to write, by their places."""
    files: dict[str, str] = {}
    for row in rows:
        other, _, bases = desk.pages_of(row)
        layer = layer_of(row.source_path, other, bases)
        files |= _statement(layer, row.source_part, texts_of(desk, row), reason)
    return files


def statements_unread(desk: Desk, rows: Iterable[Found], reason: str) -> dict[str, str]:
    """For each text of these pages that was damaged, why they are kept anew though nothing could be compared."""
    damaged, files = damage_of(desk, rows), dict[str, str]()
    for place, page in places_of(desk, rows).items():
        if place in {problem.path for problem in damaged}:
            files |= _statement(KeptPlace.of(place).layer, str(page.path), (place, _text_of(desk.root, page)), reason)
    return files


def _statement(layer: str, part: str, texts: tuple[str, str], reason: str) -> dict[str, str]:
    """The file that says of two texts that the second stands for the first, by its place."""
    start = f"{layer}/" if layer else ""
    folder = part.removeprefix(start).partition("/")[0]
    names = [fingerprint(text) for text in texts]
    values = {"part": part, "from": names[0], "to": names[1], "reason": reason}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return {f"{start}{FOLDER}/{MINOR}/{folder}/{'-'.join(names)}.yml": "".join(lines)}


def damage_of(desk: Desk, rows: Iterable[Found]) -> list[Problem]:
    """What is wrong with the texts that are kept of these pages: nothing can be compared with them."""
    places = places_of(desk, rows)
    return [problem for problem in desk.damaged if problem.path in places]


def unread_pages(desk: Desk, rows: Iterable[Found]) -> list[Problem]:
    """What is wrong with pages of either language that cannot be read: what they say in their keys is not known."""
    named = {path for row in rows for path in (row.path, row.source_path)}
    held = {one for path in named if (there := desk.page_at(path)) for one in paths_of(there[0].path)}
    return [problem for problem in desk.unread if problem.path in held]


def unread_in(desk: Desk, rows: Sequence[Found], part: str) -> list[Problem]:
    """The pages that cannot be stamped without a reason, as what was kept of them is damaged."""
    damaged = damage_of(desk, rows)
    sections = ", ".join(dict.fromkeys(row.section or TOP_NAME for row in rows))
    return [Problem(one.path, one.line, "stamp-unread", {"found": sections, "part": part}) for one in damaged]


def write_statements(root: Path, files: dict[str, str]) -> None:
    """Write each into a file of its own, so that two people’s never meet."""
    write_all(root, files)


def texts_of(desk: Desk, row: Found) -> tuple[str, str]:
    """What the other language said when both were read side by side, and says now."""
    here, there, bases = desk.pages_of(row)
    side = side_of(there, here, bases)
    then = side.base.get(row.other or row.section)
    return then.words if then else "", side.now[row.section].piece.words


def text_here(desk: Desk, row: Found) -> str:
    """What the text that is behind says now."""
    here, there, bases = desk.pages_of(row)
    return side_of(here, there, bases).now[row.section].piece.text


def rows_for(rows: Iterable[Found], path: str, section: str | None) -> Iterator[Found]:
    """What was found of a page, or one section of it, beside any other language, in both directions."""
    for row in rows:
        if path in (row.path, row.source_path) and section in (None, row.section):
            yield row
