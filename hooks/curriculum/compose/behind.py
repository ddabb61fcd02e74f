"""What readers see of a page that is behind another language: a short line, and on the screen a mark at each section.

In:  a French page whose section `trios` changed in English since both were read side by side
Out: under its opening words “… cette section a changé en anglais : Pratique à trois”; under that heading a way to
     the English one; on paper and in every other file, the first line alone, at the end

It says what is known and no more: which sections, in which language, since when. Nobody is told to distrust a page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence

from curriculum.compose.lines import Insertion, Line, place_of, said
from curriculum.translate.pieces import TOP
from curriculum.translate.states import changed_rows
from curriculum.translate.values import Found
from curriculum.words.forms import name_in
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Page

LOOK = "{ .since }"
"""Small and quiet; found by no search."""
SectionNaming = Callable[[Found, Language], str]
"""How a section is named in the line."""


def behind_of(page: Page, curriculum: Curriculum) -> list[Found]:
    """The sections of a page, or of a note, that another language is ahead of; of a piece of one, none."""
    key = page.language, page.uri
    pages = next((one for one in (curriculum.pages, curriculum.notes) if one.get(key) is page), None)
    if pages is None or not curriculum.bases.texts:
        return []
    return changed_rows(page, pages, curriculum.bases, curriculum.languages)


def marks_on_screen(page: Page, curriculum: Curriculum) -> list[Insertion]:
    """The line under the opening words, and a mark under each heading that it names."""
    rows = behind_of(page, curriculum)
    top = page.sections[0].line if page.sections else page.body.count("\n") + 2
    lines = {section.id: section.line + 1 for section in page.sections}
    found = [_insertion(page, top, told(rows, page.language, _link_here))] if rows else []
    marks = ((lines[row.section], row) for row in rows if row.section in lines)
    return found + [_insertion(page, line, _mark(row, page, curriculum)) for line, row in marks]


def line_on_paper(page: Page, curriculum: Curriculum) -> list[Insertion]:
    """The same line at the end, for what has no other page to lead to."""
    rows = behind_of(page, curriculum)
    return [_insertion(page, page.body.count("\n") + 2, told(rows, page.language, _name))] if rows else []


def with_marks(
    words: Mapping[str, tuple[Line, ...]], note: Page, curriculum: Curriculum, on_paper: bool = False
) -> dict[str, tuple[Line, ...]]:
    """What a note says by section, each that is behind with its mark."""
    made = {**words}
    for row in behind_of(note, curriculum):
        if made.get(row.section):
            text = label("behind-mark", note.language, source=name_in(row.source, note.language))
            mark = f"{text}\n{LOOK}\n" if on_paper else f"{_mark(row, note, curriculum)}\n"
            made[row.section] = (*said(mark, made[row.section][0].place), *made[row.section])
    return made


def told(rows: Sequence[Found], language: Language, naming: SectionNaming) -> str:
    """One line for each language that is ahead, with the sections by their names here."""
    sources = dict.fromkeys(row.source for row in rows)
    groups = [[row for row in rows if row.source == source] for source in sources]
    return "\n\n".join(_told(group, language, naming) for group in groups)


def _told(rows: Sequence[Found], language: Language, naming: SectionNaming) -> str:
    sections = ", ".join(naming(row, language) for row in rows)
    values = {"source": name_in(rows[0].source, language), "sections": sections}
    return f"{label('behind', language, count=len(rows), **values)}\n{LOOK}"


def _link_here(row: Found, language: Language) -> str:
    return f"[{row.title}](#{row.section})" if row.section != TOP else label("behind-top", language)


def _name(row: Found, language: Language) -> str:
    return row.title if row.section != TOP else label("behind-top", language)


def _mark(row: Found, page: Page, curriculum: Curriculum) -> str:
    """Under a heading: that the other language changed, and the way to the section there."""
    source = name_in(row.source, page.language)
    way = label("behind-way", page.language, source=source)
    address = other_address(page, row.source, row.section)
    changed = label("behind-mark", page.language, source=source)
    return f"{changed} [{way}]({address}){{ hreflang={row.source.code} }}\n{LOOK}"


def other_address(page: Page, language: Language, section: str) -> str:
    """From a page to a section of the same one in another language, as a browser goes.

    In:  `week-03/index.md` in French, English, "trios"
    Out: `../../week-03/#trios`
    """
    there = posixpath.relpath(f"/{language.prefix}{page.place}", f"/{page.language.prefix}{page.place}")
    return f"{there}/#{section}"


def _insertion(page: Page, line: int, words: str) -> Insertion:
    return Insertion(line, said(words, place_of(page, line)))
