"""One file of a course, because somebody asked for it: the same bytes as in a build of everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from curriculum.compose.downloads import file_in, handouts_name, names_of_files, variant_of, week_name
from curriculum.compose.holders import evening_in, weeks_made
from curriculum.compose.packs import Group
from curriculum.formats.articles import Articles
from curriculum.formats.documents import evening, guides, handout_documents, workbooks
from curriculum.formats.files import added_jobs, jobs_of, place_of, read_job, zips_of
from curriculum.formats.pdf.everything import in_place, participants_of, print_jobs
from curriculum.formats.pdf.sets import print_pack
from curriculum.formats.stored import Files
from curriculum.read.source import split_language
from curriculum.site.policy import Insides
from curriculum.words.audience import is_theirs
from curriculum.words.model import Language, Problem
from curriculum.words.paper import Document

OneFile = tuple[bytes, list[Problem]]


def make_one(articles: Articles, insides: Insides, root: Path, place: str) -> OneFile:
    """The bytes of the file at a place of the site, or what hinders; nothing of both where there is no such file."""
    curriculum = articles.curriculum
    language, name = split_language(place, curriculum.languages)
    if name not in names_of_files(curriculum):
        return b"", []
    holder = file_in(name, curriculum, language)
    if holder != language:  # what another language lends
        return make_one(articles, insides, root, holder.prefix + name)
    if name.endswith(".pdf"):
        return _print_one(articles, root, place, language)
    if name.endswith(".zip"):
        return _pack_one(articles, insides, root, name, language)
    every = added_jobs(articles, insides.tonight) if is_theirs(place) else jobs_of(articles, insides.single, root)
    return read_job(next(job for job in every if place_of(job) == place), curriculum, root), []


def _print_one(articles: Articles, root: Path, place: str, language: Language) -> OneFile:
    curriculum = articles.curriculum
    variant = variant_of(place)
    name = place.removesuffix(f"-{variant.ending}.pdf")
    week = next((w for w in curriculum.arc.sessions if language.prefix + handouts_name(w) == name), None)
    if week is None:
        document = next(document for document in _documents(articles) if document.place == name)
    else:
        group = Group(participants_of(curriculum))
        pack, problems = print_pack(week, articles, root, language, variant, group)
        if pack is None:
            return b"", problems
        document = pack
    made, problems = print_jobs([(document, variant)], root)
    return made.get(place, b""), in_place(problems, curriculum)


def _documents(articles: Articles) -> Iterator[Document]:
    """Every document on paper but the packs, which count the pages of their handouts."""
    yield from (document for _, document in handout_documents(articles))
    yield from workbooks(articles)
    yield from guides(articles)
    curriculum = articles.curriculum
    for language in curriculum.languages:
        yield from (evening(week, articles, language) for week in weeks_made(evening_in, curriculum, language))


def _pack_one(articles: Articles, insides: Insides, root: Path, name: str, language: Language) -> OneFile:
    """The ZIP of a week: each of its files is made, or taken from where it was kept."""
    curriculum = articles.curriculum
    week = next(week for week in curriculum.arc.sessions if f"{week_name(week)}.zip" == name)
    inner = [n for n in names_of_files(curriculum) if n.startswith(f"{week.id}/") and n != name and not is_theirs(n)]
    inner = [n for n in inner if file_in(n, curriculum, language) == language]
    files = Files()
    for one in sorted(inner):
        content, problems = make_one(articles, insides, root, language.prefix + one)
        if problems:
            return b"", problems
        files[language.prefix + one] = content
    alone = replace(curriculum, arc=replace(curriculum.arc, weeks=(week,)), languages=(language,))
    return zips_of(alone, files, root)[language.prefix + name], []
