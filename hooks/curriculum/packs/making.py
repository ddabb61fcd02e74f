"""A project and a language -> a pack of each section that is behind, missing or new there. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from curriculum.packs.placing import section_in
from curriculum.packs.terms import Terms, terms_in, terms_of
from curriculum.packs.values import Pack, Row
from curriculum.read.textfile import read_text
from curriculum.translate.desk import Desk
from curriculum.translate.pieces import TOP, pieces_of
from curriculum.translate.sides import side_of
from curriculum.translate.values import Found, State
from curriculum.words.model import Language

ASKED = (State.CHANGED, State.MISSING, State.NEW)
"""What a translator is given. A page that nobody ever read beside another is no work for them: it may be right."""


@dataclass
class Shelf:
    """A desk, and what was already read of it."""

    desk: Desk
    texts: dict[str, str] = field(default_factory=dict)
    terms: dict[tuple[Language, Language], Terms] = field(default_factory=dict)

    def read(self, path: str) -> str:
        """The text of a whole file; "" where there is none."""
        if path not in self.texts:
            self.texts[path] = read_text(self.desk.root, path)[0] if self.desk.page_at(path) else ""
        return self.texts[path]

    def terms_for(self, row: Found) -> Terms:
        """The glossary, from one language into the other."""
        pair = row.source, row.language
        if pair not in self.terms:
            pages = (page for layer in self.desk.layers for page in layer.pages.values())
            self.terms[pair] = terms_of(pages, *pair)
        return self.terms[pair]


def make_pack(shelf: Shelf, found: Sequence[Found], language: Language, parts: Sequence[str] = ()) -> Pack:
    """What is asked of a language, or of some of its pages and sections, in the order of the pages."""
    asked = [row for row in found if row.language == language and row.state in ASKED]
    home = (row for one in asked if (row := at_home(shelf.desk, one)))
    rows = (row for one in home for row in expanded(shelf.desk, one))
    named = (row for row in rows if not parts or _is_named(row, parts))
    first = {row.part: row for row in reversed([*named])}  # behind two languages, a section is held to the first
    drawn = sorted((row_of(shelf, row) for row in first.values()), key=_place)
    return Pack(language, tuple(drawn))


def _is_named(row: Found, parts: Sequence[str]) -> bool:
    return bool({row.path, row.part, row.source_path, row.source_part} & {*parts})


def _place(row: Row) -> tuple[str, int]:
    return row.found.source_path.removesuffix("index.md"), row.found.source_line


def at_home(desk: Desk, row: Found) -> Found | None:
    """A row where its translation belongs; None where it is told of another file already, or has to be begun by hand.

    What an edition has in one language is translated in the edition, and so is every page in a language that it adds.
    """
    start = f"{desk.edition}/"
    if row.language.lender and desk.edition and not row.path.startswith(start):
        own = f"{start}{row.path}"
        return None if desk.page_at(own) else replace(row, path=own)
    is_begun_by_hand = desk.edition and row.source_path.startswith(start) and not row.path.startswith(start)
    return None if is_begun_by_hand else row


def expanded(desk: Desk, row: Found) -> Iterator[Found]:
    """A page that is missing as its sections; any other row as it is."""
    there = desk.page_at(row.source_path)
    if row.state is not State.MISSING or desk.page_at(row.path) or not there:
        yield row
        return
    page = there[0]
    for piece in pieces_of(page.body):
        line = piece.line + page.offset
        if piece.id != TOP or piece.text.strip():
            yield replace(row, section=piece.id, title=piece.title, source_title=piece.title, source_line=line)


def row_of(shelf: Shelf, found: Found) -> Row:
    """A section with everything that its translator needs."""
    source = section_in(shelf.read(found.source_path), found.section)
    present = section_in(shelf.read(found.path), found.section)
    terms = terms_in(source, shelf.terms_for(found))
    return Row(found, source, _before(shelf.desk, found, source) if present else "", present, terms)


def _before(desk: Desk, found: Found, source: str) -> str:
    """The source as it was last read beside the translation, under a heading of today's level."""
    here, there = desk.page_at(found.path), desk.page_at(found.source_path)
    if not here or not there:
        return ""
    then = side_of(there[0], here[0], here[1]).base.get(found.other or found.section)
    if then is None or found.section == TOP:
        return then.text if then else ""
    level = source[: len(source) - len(source.lstrip("#"))]
    return f"{level} {then.title} {{ #{found.section} }}\n\n{then.text}"


def rows_named(shelf: Shelf, found: Iterable[Found], parts: Iterable[str]) -> dict[str, list[Row]]:
    """The rows of these parts as they stand now, in whatever state; a part may be held against several languages."""
    wanted = {*parts}
    pages = {part.partition("#")[0] for part in wanted}
    rows: dict[str, list[Row]] = {}
    home = (row for one in found if (row := at_home(shelf.desk, one)) and row.path in pages)
    for row in (row for one in home for row in expanded(shelf.desk, one)):
        if row.part in wanted:
            rows.setdefault(row.part, []).append(row_of(shelf, row))
    return rows
