"""What commands have in common: their options, and how they say what is to be mended."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from curriculum.read.layers import Settings
from curriculum.words.audience import NOTES
from curriculum.words.commands import part_on, read_help, way_to_write
from curriculum.words.labels import label, read_spoken
from curriculum.words.model import Language, Problem, Text
from curriculum.words.problems import preferred_languages, report, say

LINKS = "link-in-words"
"""The rule of a remark that comes often: one for each link to what an edition leaves out."""
FEW = 6
"""Remarks that are told one by one."""


class Options(argparse.ArgumentParser):
    """What may follow the name of a command; anything else is told in the languages of the messages."""

    def error(self, message: str) -> NoReturn:
        """Say how the command is written, in place of the English words of the library; ends with 2."""
        verb = next((word for word in sys.argv[2:] if not word.startswith("-")), "")
        way = {language.code: way_to_write(self.prog, read_help(language), verb) for language in read_spoken()}
        refuse([Problem("", 0, "command-line", {"found": shlex.join(sys.argv[1:]), "expected": Text(way)})])
        sys.exit(2)

    def format_help(self) -> str:
        """What `--help` after a command says."""
        return "\n".join(part_on(self.prog, read_help(language)) for language in preferred_languages())


def options_of(command: str, with_notes: bool = True) -> Options:
    """A reader of the options that every command has; one that makes both sites is not asked about notes."""
    parser = Options(prog=command)
    if with_notes:
        parser.add_argument("--notes", default=NOTES)
    codes = [language.code for language in read_spoken()]
    parser.add_argument("--language", choices=[*codes, "both"])
    return parser


def settings_of(chosen: argparse.Namespace) -> Settings:
    """The project in the current folder; the language that was chosen holds for everything said from now on."""
    if chosen.language:
        os.environ["CURRICULUM_LANGUAGE"] = chosen.language
    return Settings(Path.cwd(), getattr(chosen, "notes", NOTES))


def named(root: Path, path: Path) -> str:
    """A path as somebody in the folder of the project would write it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def refuse(problems: Sequence[Problem]) -> int:
    """Say what is to be mended; the exit code."""
    print(report(problems, preferred_languages()), file=sys.stderr)
    return 1


def tell_remarks(remarks: Sequence[Problem]) -> None:
    """Say what an edition’s choices changed in shared text; nothing stops for it. More than a few: a line a page."""
    for language in preferred_languages() if remarks else ():
        each = (say(remark, language) for remark in remarks)
        print(*(each if len(remarks) <= FEW else _by_page(remarks, language)), "", sep="\n", file=sys.stderr)


def _by_page(remarks: Sequence[Problem], language: Language) -> Iterator[str]:
    """`docs/glossary.md: 2 links led to what this edition leaves out, and are words now: lines 22, 34`."""
    lines: dict[str, list[int]] = {}
    yield from (say(remark, language) for remark in remarks if remark.rule != LINKS)
    for remark in (one for one in remarks if one.rule == LINKS):
        lines.setdefault(remark.path, []).append(remark.line)
    for path, found in sorted(lines.items()):
        yield label("build-links", language, path=path, count=len(found), lines=", ".join(map(str, sorted(set(found)))))
    yield label("build-links-each", language)
