"""A curriculum -> every PDF of it: handouts first, then the packs that count their pages, and the books."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

from curriculum.compose.facts import facts_for
from curriculum.compose.holders import evening_in, handouts_in, weeks_made
from curriculum.compose.packs import Group, PageCounts
from curriculum.compose.page import compose_body
from curriculum.elements.tree import elements_of
from curriculum.formats.articles import Articles
from curriculum.formats.documents import evening, guides, handout_documents, handouts_pack, workbooks
from curriculum.formats.kept import FOLDER
from curriculum.formats.pdf.assemble import on_paper, pages_of
from curriculum.formats.pdf.printing import forget_parts, print_documents
from curriculum.formats.stored import Files
from curriculum.words.model import Curriculum, Language, Page, Problem
from curriculum.words.paper import STANDARD, VARIANTS, Document, Paper, Size, Variant

TEMPLATE = "overrides/print"
PrintJob = tuple[Document, Variant]


def print_all(articles: Articles, root: Path) -> tuple[Files, list[Problem]]:
    """Every PDF participants have, by its place in the site, and what cannot be printed.

    Packs and books wait until all handouts can be printed.
    """
    pdfs, problems = print_handouts(articles, root)
    if problems:
        return pdfs, problems
    more, problems = print_jobs([*pack_jobs(articles, pdfs), *book_jobs(articles)], root)
    pdfs.update(more)
    return pdfs, in_place(problems, articles.curriculum)


def print_added(articles: Articles, root: Path) -> tuple[Files, list[Problem]]:
    """Every PDF that only facilitators have: the evening of each session, and the guide. They are the last of all."""
    pdfs, problems = Files(), list[Problem]()
    for jobs in added_jobs(articles):
        more, found = print_jobs(jobs, root)
        pdfs.update(more)
        problems += [one for one in found if one not in problems]
    forget_parts()
    return pdfs, in_place(problems, articles.curriculum)


def print_handouts(articles: Articles, root: Path) -> tuple[Files, list[Problem]]:
    """Every handout that has a page, in every variant, and what cannot be printed, each with its line."""
    jobs = [(document, variant) for _, document in handout_documents(articles) for variant in VARIANTS]
    pdfs, problems = print_jobs(jobs, root)
    return pdfs, in_place(problems, articles.curriculum)


def pack_jobs(articles: Articles, pdfs: Mapping[str, bytes]) -> list[PrintJob]:
    """The handouts of every week, in each variant; pages are as many on either paper."""
    curriculum = articles.curriculum
    group = Group(participants_of(curriculum))
    jobs: list[PrintJob] = []
    for size, language in product(Size, curriculum.languages):
        pages = count_pages(curriculum, pdfs, language, Variant(Paper.LETTER, size))
        weeks = [week for week in weeks_made(handouts_in, curriculum, language) if week.handouts]
        packs = [handouts_pack(week, articles, language, pages, group) for week in weeks]
        jobs += [(pack, Variant(paper, size)) for pack in packs for paper in Paper]
    return jobs


def book_jobs(articles: Articles) -> list[PrintJob]:
    """The workbooks, on both papers; in large letters, a book is read as EPUB."""
    return [(book, variant) for book in workbooks(articles) for variant in STANDARD]


def added_jobs(articles: Articles) -> Iterator[list[PrintJob]]:
    """What only facilitators have: the evening of every session, each composed when its turn comes, and the guides."""
    curriculum = articles.curriculum
    weeks = [(week, language) for week in curriculum.arc.sessions for language in curriculum.languages]
    made = [(week, language) for week, language in weeks if evening_in(week, curriculum, language) == language]
    for week, language in made:
        document = evening(week, articles, language)
        yield [(document, variant) for variant in VARIANTS]
    yield [(guide, variant) for guide in guides(articles) for variant in STANDARD]


def participants_of(curriculum: Curriculum) -> int:
    """How many people a group has, from the profile."""
    return int(curriculum.edition.facts["schedule.participants"].plain)


def count_pages(curriculum: Curriculum, pdfs: Mapping[str, bytes], language: Language, variant: Variant) -> PageCounts:
    """The pages of each handout that was printed, in a language and a variant, by its path; of borrowed ones too."""
    holders = {h.uri: curriculum.pages[language, h.uri].borrowed or language for h in curriculum.arc.handouts}
    places = {uri: holder.prefix + variant.pdf_of(uri) for uri, holder in holders.items()}
    return {uri: pages_of(pdfs[place]) for uri, place in places.items() if place in pdfs}


def print_jobs(jobs: Iterable[PrintJob], root: Path) -> tuple[Files, list[Problem]]:
    """Each document on its paper, by its place (`fr/week-01/handouts/pause-card-a4.pdf`), and what cannot be printed.

    What is alike on both papers is made once.
    """
    wanted = [(document, variant) for document, variant in jobs]
    works = dict.fromkeys((document, variant.size) for document, variant in wanted)
    made, problems = print_documents(list(works), root / TEMPLATE, root / FOLDER)
    pdfs = Files()
    for document, variant in wanted:
        if pdf := made.get((document, variant.size)):
            pdfs[variant.pdf_of(document.place)] = on_paper(pdf, variant.paper)
    return pdfs, problems


def in_place(problems: Iterable[Problem], curriculum: Curriculum) -> list[Problem]:
    """The problems with their lines; a document names only the file of what is wrong, and an evening only its page."""
    sources = {note.path: [note] for note in curriculum.notes.values()}
    for key, page in curriculum.pages.items():
        sources[page.path] = [page, *([curriculum.notes[key]] if key in curriculum.notes else [])]
    known = [problem for problem in problems if problem.path in sources]  # any other names a file of the template
    others = [problem for problem in problems if problem.path not in sources]
    return [*others, *(_at_its_line(problem, sources[problem.path], curriculum) for problem in known)]


def _at_its_line(problem: Problem, pages: Iterable[Page], curriculum: Curriculum) -> Problem:
    """The problem at the element that holds what was found, in a page or in the note to it; else at its first line."""
    for page in pages:
        if line := _line_of(problem, page, curriculum):
            return replace(problem, path=page.path, line=line)
    return replace(problem, line=next(iter(pages)).first_line)


def _line_of(problem: Problem, page: Page, curriculum: Curriculum) -> int:
    """The line of the element that holds what was found: a table, the title of a card, a sign; 0 where none does."""
    found = str(problem.values.get("found", ""))
    body = compose_body(page, curriculum, facts_for(curriculum, page.language, page.uri))
    return next((place.line for element, place in elements_of(body) if _holds(element, found, problem)), 0)


def _holds(element: etree.Element, found: str, problem: Problem) -> bool:
    if problem.rule == "table-too-wide":
        return element.tag == "table" and len(element.findall("thead/tr/*")) == int(found)
    own = " ".join(filter(None, (element.text, *(child.tail for child in element))))
    return found in (f"<{element.tag}>", element.get("class")) or (bool(found) and found in own)
