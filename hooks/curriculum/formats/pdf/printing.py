"""Documents -> their PDFs. Every article is laid out once, in however many documents it is, and kept.

the kept PDF of a document, or
the kept part of each article, or a new one -> a book: its list of contents, now that pages are counted -> assembled
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from curriculum.formats.kept import read_fingerprint, read_kept, text_of, write_kept
from curriculum.formats.pdf.assemble import assemble, on_paper
from curriculum.formats.pdf.leads import spots_of
from curriculum.formats.pdf.numbers import signs_of
from curriculum.formats.pdf.objects import UnexpectedPdfError
from curriculum.formats.pdf.part import LaidOut
from curriculum.formats.pdf.press import PressSheet, StandIn, forget_layout, give_back, lay_out, title_of
from curriculum.formats.pdf.reading import read_part
from curriculum.formats.stored import Stored
from curriculum.words.model import Problem
from curriculum.words.paper import Document, Size, Variant

Work = tuple[Document, Size]
"""A document in one size of letters: the same on both papers."""
Tried = tuple[LaidOut | None, tuple[Problem, ...]]
AT_ONCE = 12
"""Articles that are laid out, put together and forgotten before the next."""


def print_document(document: Document, variant: Variant, template: Path) -> tuple[bytes, tuple[Problem, ...]]:
    """One document on one paper -> its PDF, or the reasons it cannot be printed; nothing is kept.

    `template` is the folder of `document.typ` and its `fonts/`.
    """
    work = document, variant.size
    made, problems = print_documents([work], template)
    return on_paper(made[work], variant.paper) if work in made else b"", tuple(problems)


def print_documents(
    works: Sequence[Work], template: Path, folder: Path | None = None
) -> tuple[Stored[Work], list[Problem]]:
    """The PDF of each document on Letter, and what cannot be printed; each problem names the file it is in.

    What was made before is taken from `folder`, and what is new is kept there. A few are made at a time: the parts of
    all evenings at once, and what Typst remembers of them, took 250 MB more.
    """
    state = read_fingerprint(template)
    made = Stored[Work]()
    for work in works:
        if kept := _read_kept(folder, name_of(work, state)):
            made[work] = kept
    problems: list[Problem] = []
    for some in _in_turn([work for work in works if work not in made]):
        more, found = _print_some(some, template, folder, state)
        made.update(more)
        problems += [one for one in found if one not in problems]
        forget_layout(template, state)
        give_back()
    return made, problems


def _in_turn(works: Iterable[Work]) -> Iterator[list[Work]]:
    """The documents, as many at a time as have `AT_ONCE` articles."""
    some, articles = list[Work](), 0
    for work in works:
        if some and articles + len(work[0].articles) > AT_ONCE:
            yield some
            some, articles = [], 0
        some.append(work)
        articles += len(work[0].articles)
    if some:
        yield some


def _print_some(
    works: Sequence[Work], template: Path, folder: Path | None, state: str
) -> tuple[dict[Work, bytes], list[Problem]]:
    """The PDFs of some documents: first what they hold, then what opens them and says where that is."""
    made: dict[Work, bytes] = {}
    sheets = {work: sheets_of(*work) for work in works}
    first = (sheet for work in works for sheet in sheets[work][work[0].leads :])
    parts = _parts(first, template, folder, state)
    for work in works:
        if work[0].leads and all(parts[sheet][0] for sheet in sheets[work][1:]):
            sheets[work][0] = _opening(work[0], sheets[work], parts)
    last = (sheets[work][0] for work in works if sheets[work][0] not in parts)
    parts |= _parts(last, template, folder, state)
    for work in works:
        found = [part for sheet in sheets[work] if (part := parts[sheet][0])]
        if len(found) == len(sheets[work]):
            made[work] = assemble(work[0], found)
            if read_fingerprint(template) == state:
                _write_kept(folder, name_of(work, state), made[work])
    return made, [problem for _, found in parts.values() for problem in found]


def sheets_of(document: Document, size: Size) -> list[PressSheet]:
    """What is laid out for a document, article by article: where it stands in the document is not a part of it."""
    alone = (replace(article, depth=0, recto=False) for article in document.articles)
    own = document.language
    return [PressSheet(replace(one, language=None), one.language or own, document.site, size) for one in alone]


def _parts(sheets: Iterable[PressSheet], template: Path, folder: Path | None, state: str) -> dict[PressSheet, Tried]:
    """The part of each sheet, one after the other: two threads took as long, and each held fonts of its own."""
    return {sheet: _part(sheet, template, folder, state) for sheet in dict.fromkeys(sheets)}


def _part(sheet: PressSheet, template: Path, folder: Path | None, state: str) -> Tried:
    """The part of a sheet; those of handouts stay in memory, since packs and books take them in."""
    make = read_or_lay_out if sheet.article.kind else read_or_lay_out.__wrapped__
    return make(sheet, template, folder, state)


@lru_cache(maxsize=512)
def read_or_lay_out(sheet: PressSheet, template: Path, folder: Path | None, state: str) -> Tried:
    """The part of a sheet, kept or new, or what cannot be printed."""
    article = replace(sheet.article, path="", uri="")  # where it comes from does not show
    name = _name(repr(sheet._replace(article=article)), sheet.size, state)
    kept = _read_kept(folder, name)
    pdf, problems = (kept, ()) if kept else lay_out(sheet, template, state)
    if problems:
        return None, problems
    try:
        part = read_part(pdf, signs_of(sheet.language), len(sheet.chapters))
    except UnexpectedPdfError as error:
        return None, (Problem(sheet.article.path, 1, "print-refused", {"found": str(error)}),)
    if not kept and read_fingerprint(template) == state:
        _write_kept(folder, name, pdf)
    return part, ()


def forget_parts() -> None:
    """Let go of the parts of handouts, once everything that takes them in is printed."""
    read_or_lay_out.cache_clear()


def _opening(document: Document, sheets: Sequence[PressSheet], parts: dict[PressSheet, Tried]) -> PressSheet:
    """The first sheet of a book or an evening, with what comes after it and how many pages that takes."""
    spots = spots_of(document)
    after = dict(pairwise(spots))
    chapters = []
    for spot in spots:
        following = after.get(spot)
        article, part = document.articles[spot.article], parts[sheets[spot.article]][0]
        assert part is not None  # all of them were laid out
        within = following is not None and following.article == spot.article
        end = _page_in(part, following.heading) if within and following else len(part.pages)
        title = title_of(sheets[spot.article]) if document.contents else ""
        recto = article.recto and not spot.heading
        chapters.append(StandIn(title, article.depth, recto, end - _page_in(part, spot.heading), spot.name))
    return sheets[0]._replace(chapters=tuple(chapters))


def _page_in(part: LaidOut, heading: int) -> int:
    """How many pages of a part come before that of a heading."""
    return part.pages.index(part.bookmarks[heading].page) if heading else 0


def name_of(work: Work, state: str) -> str:
    """The file name of a document: nothing else that is printed has it."""
    document, size = work
    return _name(text_of(document), size, state)


def _name(about: str, size: Size, state: str) -> str:
    """A file name that nothing else has, whether part or document, in another size or by another template."""
    return hashlib.sha256(f"{about} {size.value} {state}".encode()).hexdigest()


def _read_kept(folder: Path | None, name: str) -> bytes:
    return read_kept(folder / name) if folder else b""


def _write_kept(folder: Path | None, name: str, content: bytes) -> None:
    if folder:
        write_kept(folder / name, content)
