"""`materialise`: the course as a project for MkDocs alone, a folder for each language: nobody is locked in here."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from curriculum.checks import check_sources
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.formats.plain.project import PAGES, pictures_of, plain_project
from curriculum.publish.refused import refused
from curriculum.publish.written import write_files
from curriculum.read.folders import read_contents
from curriculum.read.layers import SHARED, Settings, Sources, read_all
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Problem
from curriculum.words.problems import preferred_languages

Files = Mapping[str, bytes | str]


def main(arguments: list[str]) -> int:
    """Write the folders and say where they are; the exit code."""
    parser = options_of("materialise")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--facilitators", action="store_true")
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    if problems := check_asked(chosen, settings.root):
        return refuse(problems)
    sources = read_all(settings if chosen.facilitators else Settings(settings.root))
    if problems := check_sources(sources):
        return refuse(problems)
    curriculum = sources.published
    assert curriculum
    files = {code: project_of(curriculum, sources, code) for code in (one.code for one in sources.languages)}
    try:
        for code, texts in files.items():
            write_files(chosen.folder / code, texts)
    except OSError as error:
        return refuse([refused(error, chosen.folder)])
    count = sum(name.endswith(".md") and name.startswith(PAGES) for texts in files.values() for name in texts)
    print(label("plain-done", preferred_languages()[0], place=str(chosen.folder), count=count))
    return 0


def project_of(curriculum: Curriculum, sources: Sources, code: str) -> Files:
    """What one language's folder holds, with its pictures."""
    language = next(one for one in sources.languages if one.code == code)
    places = pictures_of(curriculum, language)
    where = {
        f"{PAGES}/{place}": sources.local.get(found) or sources.theirs.get(found) or f"{SHARED}/{found}"
        for place, found in places.items()
    }
    return {**plain_project(curriculum, language), **read_contents(sources.root, where)}


def check_asked(chosen: argparse.Namespace, root: Path) -> list[Problem]:
    """Why nothing is written: the folder is of this project, or holds something."""
    found, here = chosen.folder.resolve(), root.resolve()
    if found.is_relative_to(here) or here.is_relative_to(found):
        return [Problem("", 0, "publish-inside", {"found": str(chosen.folder)})]
    try:
        empty = not chosen.folder.exists() or (chosen.folder.is_dir() and not any(chosen.folder.iterdir()))
    except OSError as error:
        return [refused(error, chosen.folder)]
    return [] if empty else [Problem("", 0, "plain-taken", {"found": str(chosen.folder)})]
