"""The curriculum this project ships: nothing to mend, nothing local in shared text, nothing left to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from curriculum.course import open_course
from curriculum.read.layers import Settings
from curriculum.words.problems import report
from languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted([*(ROOT / "docs").rglob("*.md"), *(ROOT / "facilitator").rglob("*.md")])
UNFINISHED = re.compile(r"lorem ipsum|\bTODO\b|\bFIXME\b|\bXXX\b|coming soon|à traduire|placeholder", re.I)
PHONE = re.compile(r"\b\d-\d-\d\b|\b\d{3}[-. ]\d{4}\b")
PROVENANCE = ("about", "references")
LOCAL = re.compile(
    r"Victoria|Esquimalt|Songhees|Lekwungen|lək|British Columbia|Colombie-Britannique|\bB\.?C\.?\b|C\.-B\."
)


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.usefixtures("borrowing")
@pytest.mark.parametrize("notes", ["", "facilitator"])
def test_there_is_nothing_to_mend(notes: str) -> None:
    _, problems = open_course(Settings(ROOT, notes))
    assert not problems, report(problems, LANGUAGES)


@pytest.mark.parametrize("path", TEXTS, ids=names)
def test_nothing_is_left_to_write_and_no_number_stands_in_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not UNFINISHED.search(text)
    assert not PHONE.search(re.sub(r"\b10\.\d{4,}/\S+", "", text))


@pytest.mark.parametrize("path", TEXTS, ids=names)
def test_nothing_local_stands_in_shared_text(path: Path) -> None:
    """The statement of where the course comes from and the titles of works name places; nothing else does."""
    text = path.read_text(encoding="utf-8").split("{ #about }")[0]
    assert path.stem in PROVENANCE or not LOCAL.search(text)
