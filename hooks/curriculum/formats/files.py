"""A curriculum -> every file that can be downloaded: PDFs, documents to change, the book for e-readers, the ZIPs.

What was made before is taken from the same place as PDFs (`formats.kept`), by everything that shapes it.
"""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

from curriculum.compose.borrowed import SAID, borrowed_words, speaker_of
from curriculum.compose.credit import credit_in_full, credit_words
from curriculum.compose.downloads import week_name
from curriculum.compose.draft import as_draft
from curriculum.compose.holders import books_made, week_in, weeks_made, workbook_in
from curriculum.elements.tree import parted, to_tree
from curriculum.formats.archive import to_zip
from curriculum.formats.articles import Articles
from curriculum.formats.documents import handout_documents, week_documents, workbook
from curriculum.formats.epub.write import Book, Chapter, to_epub
from curriculum.formats.kept import FOLDER, read_or_make, text_of
from curriculum.formats.manifest import credit_file, manifest_of, read_licence
from curriculum.formats.pdf.everything import print_added, print_all
from curriculum.formats.record import RECORD, record_of
from curriculum.formats.refusal import VOCABULARY, NotPrintableError
from curriculum.formats.single.frame import frame_of
from curriculum.formats.single.page import single_page
from curriculum.formats.stored import Files
from curriculum.formats.tonight.evenings import ENDING, evenings
from curriculum.formats.tonight.page import tonight_page
from curriculum.formats.word.write import to_docx
from curriculum.read.languages import Languages
from curriculum.read.source import split_language
from curriculum.site.menus import licence_address
from curriculum.site.policy import Inside
from curriculum.words.audience import is_theirs
from curriculum.words.dotted import dotted
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Kind, Language, Problem, Words
from curriculum.words.paper import Article, Document


class Job(NamedTuple):
    """A file to make of a document."""

    document: Document
    ending: str
    make: Callable[[Document], bytes]
    beside: str = ""
    """What shapes the file beside its document."""


def make_added(articles: Articles, tonight: Inside, root: Path) -> tuple[Files, list[Problem]]:
    """Every file that only facilitators have, by its place in the site, and what cannot be made."""
    files, problems = print_added(articles, root)
    if problems:
        return files, problems
    files.update({place_of(job): read_job(job, articles.curriculum, root) for job in added_jobs(articles, tonight)})
    return files, []


def make_all(articles: Articles, inside: Inside, root: Path) -> tuple[Files, list[Problem]]:
    """Every file participants have, by its place in the site, and what cannot be made.

    Nothing but PDFs while there are problems.
    """
    curriculum = articles.curriculum
    files, problems = print_all(articles, root)
    if problems:
        return files, problems
    for job in jobs_of(articles, inside, root):
        document = job.document
        try:
            files[place_of(job)] = read_job(job, curriculum, root)
        except NotPrintableError as error:
            values: dict[str, Words] = {"found": str(error), "expected": VOCABULARY}
            problems.append(Problem(document.articles[0].path, 1, error.rule, values))
    files.update(zips_of(curriculum, files, root))
    files[RECORD] = record_of(curriculum)
    return files, problems


def place_of(job: Job) -> str:
    """Where the file is in the site."""
    return job.document.place + job.ending


def read_job(job: Job, curriculum: Curriculum, root: Path) -> bytes:
    """The file, made now or taken from where it was kept."""
    key = f"{curriculum.edition.path}/{place_of(job)} {text_of(job.document)}{job.beside}"
    return read_or_make(root / FOLDER, key, partial(job.make, job.document))


def added_jobs(articles: Articles, tonight: Inside) -> list[Job]:
    """Each session while it is held, for a facilitator's phone."""
    return [
        Job(document, ENDING, partial(tonight_page, evening=evening), repr(evening))
        for document, evening in evenings(articles, tonight)
    ]


def jobs_of(articles: Articles, inside: Inside, root: Path) -> list[Job]:
    """Handouts and weeks to change, weeks as one page to send, the workbook for e-readers."""
    curriculum, keep = articles.curriculum, partial(read_or_make, root / FOLDER)
    weeks = week_documents(articles)
    frames = {language: frame_of(curriculum, language, inside) for language in curriculum.languages}
    jobs = [Job(document, ".docx", word_of) for document in (*(d for _, d in handout_documents(articles)), *weeks)]
    for week in weeks:
        frame = frames[week.language]
        jobs.append(Job(week, ".html", partial(single_page, frame=frame), repr(frame)))
    books = [workbook(articles, language) for language in books_made(workbook_in, curriculum)]
    made = [(book, repr(replace(book_of(book, curriculum), chapters=()))) for book in books]  # all that opens it
    return jobs + [
        Job(book, ".epub", lambda book: to_epub(book_of(book, curriculum), keep), said) for book, said in made
    ]


def word_of(document: Document) -> bytes:
    """A document as DOCX; certificates are on pages of their own."""
    foot = dotted(document.articles[0].foot)
    pages = [(page, article.language) for article in document.articles for page in _pages_of(article, document)]
    return to_docx(document.title, document.language, foot, *zip(*pages, strict=True))


def _pages_of(article: Article, document: Document) -> list[etree.Element]:
    """The article on its pages; one in another language than the file says so, and in which."""
    tree = to_tree(article.text)
    if article.language:
        line = etree.Element("p", {"lang": speaker_of(document.language, *SAID).code})
        line.text = borrowed_words(document.language, article.language)
        told = etree.Element("article")
        told.extend([line, *tree])
        return [told]
    return parted(tree, "h2") if article.kind is Kind.CERTIFICATE else [tree]


def book_of(document: Document, curriculum: Curriculum) -> Book:
    """The workbook as chapters, each week with its handouts inside; its title page is the e-book's own."""
    chapters: list[Chapter] = []
    for article in document.articles[1:]:
        chapter = _chapter(article)
        if article.depth > 1:
            chapters[-1] = replace(chapters[-1], children=(*chapters[-1].children, chapter))
        else:
            chapters.append(chapter)
    language = document.language
    name = f"{curriculum.edition.path}/{document.place}"
    return Book(
        title=document.title,
        language=language,
        identifier=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}",
        version=curriculum.arc.version,
        credit=as_draft(credit_words(curriculum, language), curriculum.edition, language),
        licence=curriculum.arc.licence,
        licence_address=licence_address(curriculum, language),
        description=label("workbook-lead", language),
        contents=label("contents", language),
        chapters=tuple(chapters),
        made_from=tuple(credit_in_full(curriculum, language).split("\n")) if curriculum.edition.credit.sources else (),
    )


def _chapter(article: Article) -> Chapter:
    name = article.uri.removesuffix(".md").removesuffix("/index").replace("/handouts/", "-").replace("/", "-")
    return Chapter(name=name, title=article.title, article=article.text, language=article.language, uri=article.uri)


def zips_of(curriculum: Curriculum, files: Mapping[str, bytes], root: Path) -> Files:
    """A ZIP for each week and language: its handouts in every form, the week to change, licence and manifest."""
    licence, weeks = read_licence(root, curriculum.arc.licence), _by_week(files, curriculum.languages)
    zips = Files()
    made = [(of, week) for of in curriculum.languages for week in weeks_made(week_in, curriculum, of)]
    for language, week in made:
        mine = {name: files[place] for name, place in weeks.get((language, week.id), {}).items()}
        about = licence | credit_file(curriculum, language) | manifest_of(mine, language, curriculum.arc.version)
        zips[f"{language.prefix}{week_name(week)}.zip"] = _zip(mine, about, root / FOLDER)
    return zips


def _by_week(files: Iterable[str], languages: Languages) -> Mapping[tuple[Language, str], dict[str, str]]:
    """The places of what participants have of each week, by those in the folder of the week: no notes travel along."""
    weeks: dict[tuple[Language, str], dict[str, str]] = {}
    for place in filterfalse(is_theirs, files):
        language, uri = split_language(place, languages)
        week, _, name = uri.partition("/")
        weeks.setdefault((language, week), {})[name] = place
    return weeks


def _zip(mine: dict[str, bytes], about: dict[str, bytes], folder: Path) -> bytes:
    """The files of a week, and what is said of them: the manifest among that names the bytes of each."""
    packed = {name: mine[name] for name in sorted(mine)} | about
    stored = [name for name in mine if name.endswith((".pdf", ".docx"))]
    return read_or_make(folder, f"ZIP {sorted(about.items())}", partial(to_zip, packed, stored))
