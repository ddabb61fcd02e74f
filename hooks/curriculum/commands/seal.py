"""`seal`: build, then the facilitator site as one file that a phrase opens; each person has a phrase of their own."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from curriculum.commands import build
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.commands.outgoing import check_outgoing
from curriculum.publish.offline.copies import check_copies, name_of, read_built
from curriculum.publish.sealed.people import people_of
from curriculum.read.layers import read_notes, read_sources
from curriculum.words.audience import COPIES, FOLDERS
from curriculum.words.forms import day_in_words, size_of
from curriculum.words.labels import label
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages

LIBRARIES = ("cryptography", "diceware")
"""What no other command needs: `requirements-seal.txt`."""


def main(arguments: list[str]) -> int:
    """Write the file, and say this once which phrase is whose; the exit code."""
    parser = options_of("seal", with_notes=False)
    parser.add_argument("names", nargs="*", metavar="NAME")
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    spoken = preferred_languages()[0]
    sources = read_sources(settings.root)
    people, problems = people_of(chosen.names, sources.languages, spoken)
    if missing := [name for name in LIBRARIES if not find_spec(name)]:
        problems.append(Problem("", 0, "seal-libraries", {"found": ", ".join(missing)}))
    if problems := problems or check_outgoing(settings.root, theirs=True):
        return refuse(problems)
    if code := build.main([]):
        return code
    sources = read_notes(sources, settings.notes)
    curriculum = sources.published
    if curriculum is None:
        return refuse(sources.problems)
    audience = curriculum.audience
    site = read_built(settings.root / FOLDERS[audience])
    if problems := check_copies(site, curriculum):
        return refuse(problems)
    path = settings.root / COPIES[audience] / f"{name_of(curriculum, curriculum.languages[0], audience)}.html"
    before = day_of(path)
    phrases = import_module("curriculum.publish.sealed.file").write_sealed(site, sources, curriculum, path, people)
    place, size = path.relative_to(settings.root).as_posix(), size_of(path.stat().st_size, spoken)
    if before:
        print(label("sealed-again", spoken, day=day_in_words(before, spoken)))
    print(label("sealed-written", spoken, path=place, size=size, count=len(people)), end="\n\n")
    wide = max(len(person.name) for person in people)
    for person, phrase in zip(people, phrases, strict=True):
        print(f"{person.name:{wide}}  {phrase}")
    print("", label("sealed-said", spoken), sep="\n")
    return 0


def day_of(path: Path) -> str:
    """The day a file was written, like `2026-11-22`; nothing where there is none."""
    if not path.exists():
        return ""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date().isoformat()
