"""Every handout of the built site: its PDF, the sheet it was printed from, and the words due at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
from curriculum.layers import Settings, read_curriculum
from curriculum.model import Arc, Curriculum, Language, Sheet
from curriculum.printing.sheets import sheets_of
from pdf_tags import Tag, read_tags
from pdfplumber.page import Page as DrawnPage

WEEK = {Language.EN: "Week {}", Language.FR: "Semaine {}"}
NAME = {Language.EN: "English", Language.FR: "Français"}


@dataclass(frozen=True)
class Print:
    """One PDF, and what it was printed from."""

    place: str
    pdf: bytes
    sheet: Sheet
    footer: tuple[str, ...]
    """What a reader must find at the foot of every page: title, week, language, version, licence."""


@dataclass(frozen=True)
class OpenPrint:
    """A print as its readers see it: the file, its tags, and what is drawn on its pages."""

    printed: Print
    file: pikepdf.Pdf
    tags: Tag
    pages: list[DrawnPage]


@contextmanager
def open_print(printed: Print) -> Iterator[OpenPrint]:
    """Open a print for checking."""
    with pikepdf.open(BytesIO(printed.pdf)) as file, pdfplumber.open(BytesIO(printed.pdf)) as drawn:
        yield OpenPrint(printed, file, read_tags(file), drawn.pages)


@cache
def read_curriculum_of(root: Path) -> Curriculum:
    """The curriculum of a project, as its participants have it."""
    curriculum, problems = read_curriculum(Settings(root))
    assert curriculum is not None, problems
    return curriculum


@cache
def read_prints(root: Path) -> tuple[Print, ...]:
    """Every handout of a built project, in each language, on each paper."""
    curriculum = read_curriculum_of(root)
    return tuple(
        Print(place, (root / "site" / place).read_bytes(), sheet, _footer(place, sheet, curriculum.arc))
        for place, _, sheet in sheets_of(curriculum)
    )


def _footer(place: str, sheet: Sheet, arc: Arc) -> tuple[str, ...]:
    number = next(week.number for week in arc.weeks if f"{week.id}/" in place)
    language = sheet.language
    return sheet.title, WEEK[language].format(number), NAME[language], f"version {arc.version}", arc.licence
