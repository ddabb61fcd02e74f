"""`python -m curriculum check | build | review | print | publish`, from the root of the repository.

    check   say everything that is to be mended, and nothing else
    build   check, then both sites into site/ and site-facilitator/
    review  how each page reads, and what a second reader would say: words, typography, French beside English
    print   a week ready for the printer, into to-print/: `print --week week-03 --for 8 [--paper a4] [--large]`
    publish --offline   build, then a ZIP for each language into to-publish/, to open without internet (--facilitators:
            those of the facilitator site)

Ends with 0 when all is well, with 1 otherwise.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from curriculum.checks import check_everything
from curriculum.compose.downloads import size_of
from curriculum.formats.pdf.everything import participants_of
from curriculum.formats.pdf.sets import check_set, write_set
from curriculum.publish.offline.copies import FOLDER, write_copies
from curriculum.publish.sites import FOLDERS, write_sites
from curriculum.read.layers import Settings, read_valid
from curriculum.review import review_everything
from curriculum.review.reading import said
from curriculum.words.labels import label
from curriculum.words.model import Language, Problem
from curriculum.words.paper import Paper, Size, Variant
from curriculum.words.problems import preferred_languages, report, set_of, tell

NOTES = "facilitator"


def main(arguments: list[str]) -> int:
    """Run one command; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m curriculum")
    parser.add_argument("command", choices=("check", "build", "review", "print", "publish"))
    parser.add_argument("--notes", default=NOTES, help="folder of the notes; empty to leave them out")
    parser.add_argument("--language", choices=("en", "fr", "both"), help="language of the messages")
    parser.add_argument("--week", default="", help="print: the folder of the week, like week-03")
    parser.add_argument("--for", default="", dest="participants", help="print: how many people; else as in the profile")
    parser.add_argument("--paper", choices=[paper.value for paper in Paper], default=Paper.LETTER.value)
    parser.add_argument("--large", action="store_true", help="print: in letters of 18 points")
    parser.add_argument("--offline", action="store_true", help="publish: copies to open without internet")
    parser.add_argument("--facilitators", action="store_true", help="publish: with the notes, for facilitators only")
    chosen = parser.parse_args(arguments)
    if (chosen.command == "publish") != chosen.offline:
        parser.error("publish and --offline go together")
    languages = _languages(chosen.language)
    settings = Settings(Path.cwd(), chosen.notes)
    if chosen.command == "review":
        return review(settings, languages)
    if chosen.command == "print":
        variant = Variant(Paper(chosen.paper), Size.LARGE if chosen.large else Size.STANDARD)
        return print_week(settings, languages, chosen.week, chosen.participants, variant)
    _, problems = check_everything(settings)
    if problems:
        return refuse(problems, languages)
    code = 0 if chosen.command == "check" else build(languages[0])
    if chosen.command == "publish" and not code:
        return publish(replace(settings, notes=settings.notes if chosen.facilitators else ""), languages[0])
    return code


def refuse(problems: Sequence[Problem], languages: list[Language]) -> int:
    """Say what is to be mended; the exit code."""
    print(report(problems, languages), file=sys.stderr)
    return 1


def print_week(settings: Settings, languages: list[Language], week: str, wish: str, variant: Variant) -> int:
    """A week ready for the printer, in each language; says where the files are."""
    curriculum, problems = check_everything(settings)
    if curriculum is None or problems:
        return refuse(problems, languages)
    participants = wish or str(participants_of(curriculum))
    if problems := check_set(curriculum.arc, week, participants):
        return refuse(problems, languages)
    written, problems = write_set(curriculum, settings.root, week, int(participants), variant)
    if problems:
        return refuse(problems, languages)
    print(*(path.relative_to(settings.root).as_posix() for path in written), sep="\n")
    return 0


def build(language: Language) -> int:
    """Both sites; says where they are, or what the generator said about a page."""
    start = time.monotonic()
    failures = write_sites(Path.cwd())
    for failure in failures:
        print(label("build-failed", language, site=FOLDERS[failure.audience]), failure.said, sep="\n", file=sys.stderr)
    if not failures:
        seconds = f"{time.monotonic() - start:.1f}"
        print(
            label("build-done", language, sites=", ".join(f"{folder}/" for folder in FOLDERS.values()), seconds=seconds)
        )
    return 1 if failures else 0


def publish(settings: Settings, language: Language) -> int:
    """Copies of a site that was just built; says where they are and how large."""
    curriculum = read_valid(settings)
    for path in write_copies(curriculum, settings.root / FOLDERS[settings.audience], settings.root / FOLDER):
        print(f"{path.relative_to(settings.root).as_posix()}, {size_of(path.stat().st_size, language)}")
    return 0


def review(settings: Settings, languages: list[Language]) -> int:
    """One line for each page, then the remarks."""
    readings, problems = review_everything(settings)
    for page, reading in sorted(readings, key=lambda found: found[0].path):
        score = said(reading.score)[page.language]
        print(f"{page.path}: {label('review-page', page.language, words=reading.words, score=score)}")
    for language in languages:
        print(*tell(problems, language), sep="\n")
        print(label("review-done", language, pages=len(readings), problems=len(set_of(problems))))
    return 1 if problems else 0


def _languages(wish: str | None) -> list[Language]:
    if wish is None:
        return preferred_languages()
    return list(Language) if wish == "both" else [Language(wish)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
