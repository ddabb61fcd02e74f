"""Everything that was read -> problems. One module for each family; each check is silent and returns a list."""

from __future__ import annotations

from curriculum.checks.languages import check_languages, counterpart_of
from curriculum.checks.loads import check_loads
from curriculum.checks.notes import check_note, check_notes
from curriculum.checks.pages import check_in_place, check_page
from curriculum.checks.telling import check_site_name
from curriculum.checks.weeks import check_weeks
from curriculum.formats.files import make_all
from curriculum.formats.pdf.everything import print_handouts
from curriculum.read.folders import read_folder
from curriculum.read.layers import SHARED, Settings, Sources, read_sources
from curriculum.site.policy import read_scripts
from curriculum.words.model import Curriculum, Problem

COUNTERPART = ("no-english", "no-french")


def check_everything(settings: Settings) -> tuple[Curriculum | None, list[Problem]]:
    """Read, check and print the curriculum of one audience. With problems beside it, it must not be published."""
    sources = read_sources(settings)
    curriculum = sources.curriculum
    unread = {problem.path for problem in sources.problems}
    # A page that could not be read is told as such, not also as missing in its language.
    alone = [p for p in check_pages(sources) if not (p.rule in COUNTERPART and p.values["expected"] in unread)]
    problems = [*sources.problems, *alone, *(check_curriculum(curriculum) if curriculum else [])]
    problems += check_site_name(sources.edition) if sources.edition else []
    problems += read_scripts(settings.root)[1] + read_folders(settings, sources)
    if curriculum:
        printing = print_handouts if problems else make_all  # packs and books are made of pages that are whole
        problems += printing(curriculum, settings.root)[1]
    return curriculum, problems


def read_folders(settings: Settings, sources: Sources) -> list[Problem]:
    """What lies in the folders of every layer and must not be published as it is."""
    edition = [f"{sources.edition.path}/{SHARED}"] if sources.edition else []
    folders = [SHARED, *filter(None, [settings.notes]), *edition]
    return [problem for folder in folders for problem in read_folder(settings.root, folder)]


def check_pages(sources: Sources) -> list[Problem]:
    """What can be said of pages and notes by themselves, and of the two languages beside each other."""
    problems = check_languages(sources.pages) + check_languages(sources.notes)
    for key, page in sources.pages.items():
        problems += check_page(page, counterpart_of(key, sources.pages))
    for note in sources.notes.values():
        problems += check_note(note)
    return problems


def check_curriculum(curriculum: Curriculum) -> list[Problem]:
    """What only shows when pages, arc and edition are held against each other."""
    problems = check_loads(curriculum.arc) + check_weeks(curriculum) + check_notes(curriculum)
    for page in (*curriculum.pages.values(), *curriculum.notes.values()):
        problems += check_in_place(page, curriculum)
    return problems
