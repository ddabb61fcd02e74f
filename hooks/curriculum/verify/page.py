"""What was checked and what was found -> one page in plain words, dated, for whoever wants to keep it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curriculum.verify.means import Case
from curriculum.verify.spelt import READERS
from curriculum.verify.squeezed import SQUEEZED
from curriculum.verify.written import WRITINGS
from curriculum.words.forms import day_in_words, number_in, size_of
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Problem
from curriculum.words.problems import tell

DISGUISES_TRIED = 213
"""Files with hidden words of notes that the tests have, each of which is found (`tests/unit/test_verify.py`)."""


@dataclass(frozen=True)
class Done:
    """A verification that was done."""

    case: Case
    ours: Curriculum
    problems: Sequence[Problem]
    date: str
    """`2026-11-28`."""
    seconds: float
    program: str
    """The digest of the program."""


def verdict(done: Done, language: Language) -> str:
    """The one sentence."""
    return label("verify-found" if done.problems else "verify-clear", language, name=done.case.target.name)


def page_of(done: Done, language: Language) -> str:
    """The page, with lines of its own and without signs that old computers lack."""
    case = done.case
    target, search = case.target, case.search
    said = "\n".join(f"- {line}" for line in tell(done.problems, language)) or label("verify-none", language)
    rebuilt = "verify-rebuilt-not" if case.rebuilt is None else "verify-rebuilt-done"
    return label(
        "verify-page",
        language,
        name=target.name,
        date=day_in_words(done.date, language),
        verdict=verdict(done, language),
        found=said,
        files=number_in(len(target.files), language, 0),
        members=number_in(len(target.members), language, 0),
        size=size_of(target.size, language),
        digest=target.digest,
        what=label("verify-folder-digest" if target.is_folder else "verify-file-digest", language),
        course=f"{done.ours.arc.version} ({done.ours.edition.path})",
        sources=number_in(len(search.whole), language, 0),
        runs=number_in(len(search.words.places[""]), language, 0),
        read=size_of(search.read, language),
        tried=number_in(DISGUISES_TRIED, language, 0),
        ways=number_in(len(WRITINGS) + len(READERS) + len(SQUEEZED), language, 0),
        rebuilt=label(rebuilt, language),
        program=done.program[:16],
        seconds=number_in(done.seconds, language, 0),
    )
