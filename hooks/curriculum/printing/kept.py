"""PDFs that were printed before, kept in `.cache/print/` under a name made of everything that shapes them.

A change to the text, the template, a font, this package or Typst gives another name; nothing kept is ever wrong, only
unused. The folder can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

from curriculum.model import Problem, Sheet
from curriculum.printing.press import print_sheet

FOLDER = ".cache/print"


def read_or_print(sheet: Sheet, template: Path, folder: Path) -> tuple[bytes, tuple[Problem, ...]]:
    """The kept PDF of a sheet, or a new one, which is kept; what cannot be printed is not."""
    place = folder / name_of(sheet, template)
    if kept := read_kept(place):
        return kept, ()
    pdf, problems = print_sheet(sheet, template)
    if pdf:
        write_kept(place, pdf)
    return pdf, problems


def name_of(sheet: Sheet, template: Path) -> str:
    """A file name that no other sheet, template, font or version has. The path of the page does not show on paper."""
    shown = {name: value for name, value in asdict(sheet).items() if name != "path"}
    text = json.dumps(shown, default=str, ensure_ascii=False) + read_fingerprint(template)
    return f"{hashlib.sha256(text.encode()).hexdigest()}.pdf"


@cache
def read_fingerprint(template: Path) -> str:
    """Of everything but the sheet that shapes a PDF."""
    package = Path(__file__).parent
    files = [*sorted(template.rglob("*.t[ty][fp]")), *sorted(package.glob("*.py")), package.parent / "labels.yml"]
    digest = hashlib.sha256(version("typst").encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_kept(place: Path) -> bytes:
    """The bytes that are kept, none when there are none or the end is missing."""
    try:
        pdf = place.read_bytes()
    except OSError:
        return b""
    return pdf if pdf.rstrip().endswith(b"%%EOF") else b""


def write_kept(place: Path, pdf: bytes) -> None:
    """Keep a PDF, whole or not at all: two builds may print at once. Where nothing can be written, nothing is kept."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{hashlib.sha256(pdf).hexdigest()[:8]}")
        draft.write_bytes(pdf)
        draft.replace(place)
    except OSError:
        return
