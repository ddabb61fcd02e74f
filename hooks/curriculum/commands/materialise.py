"""`materialise`: the course as a project for MkDocs alone, a folder for each language: nobody is locked in here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from curriculum.checks import check_sources
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.formats.plain.project import PAGES, pictures_of, plain_project
from curriculum.publish.refused import misplaced, refused
from curriculum.publish.written import write_files
from curriculum.read.folders import read_contents
from curriculum.read.layers import Settings, read_all
from curriculum.words.audience import SHARED
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Problem
from curriculum.words.problems import preferred_languages

ProjectFiles = Mapping[str, bytes | str]


def main(arguments: list[str]) -> int:
    """Write the folders and say where they are; the exit code."""
    parser = options_of("materialise")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--facilitators", action="store_true")
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    if problems := check_asked(chosen.folder, settings.root):
        return refuse(problems)
    sources = read_all(settings if chosen.facilitators else Settings(settings.root))
    if problems := check_sources(sources):
        return refuse(problems)
    curriculum = sources.published
    assert curriculum
    files = {one.code: project_of(curriculum, settings.root, one) for one in curriculum.languages}
    try:
        for code, texts in files.items():
            write_files(chosen.folder / code, texts)
    except OSError as error:
        return refuse([refused(error, chosen.folder)])
    count = sum(name.endswith(".md") and name.startswith(PAGES) for texts in files.values() for name in texts)
    print(label("plain-done", preferred_languages()[0], place=str(chosen.folder), count=count))
    return 0


def project_of(curriculum: Curriculum, root: Path, language: Language) -> ProjectFiles:
    """What one language's folder holds, with its pictures."""
    return {**plain_project(curriculum, language), **read_contents(root, paths_of_pictures(curriculum, language))}


def paths_of_pictures(curriculum: Curriculum, language: Language) -> dict[str, str]:
    """Where the pictures of a language lie in this project, by their places in the folder that is written."""
    return {
        f"{PAGES}/{place}": curriculum.local.get(found) or curriculum.theirs.get(found) or f"{SHARED}/{found}"
        for place, found in pictures_of(curriculum, language).items()
    }


def check_asked(folder: Path, root: Path) -> list[Problem]:
    """Why nothing is written: the folder is of this project, or holds something."""
    if problems := misplaced(folder, root):
        return problems
    try:
        empty = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        return [refused(error, folder)]
    return [] if empty else [Problem("", 0, "plain-taken", {"found": str(folder)})]
