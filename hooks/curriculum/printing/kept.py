"""PDFs that were printed before, kept in `.cache/print/` under a name made of everything that shapes them.

A change to the text, the template, a font, this package or Typst gives another name; nothing kept is ever wrong, only
unused. A live site may outlive its template: it is looked at for each printing of all sheets, and again after each
sheet that is printed anew. The folder can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from curriculum.model import Problem, Sheet
from curriculum.printing.press import print_sheet

FOLDER = ".cache/print"


def read_or_print(sheet: Sheet, template: Path, folder: Path, state: str = "") -> tuple[bytes, tuple[Problem, ...]]:
    """The kept PDF of a sheet, or a new one, which is kept; what cannot be printed is not.

    `state` is the fingerprint of the template, for whoever prints many sheets at once.
    """
    fingerprint = state or read_fingerprint(template)
    place = folder / name_of(sheet, fingerprint)
    if kept := read_kept(place):
        return kept, ()
    pdf, problems = _print(sheet, template, fingerprint)
    if pdf and read_fingerprint(template) == fingerprint:
        write_kept(place, pdf)
    return pdf, problems


@lru_cache(maxsize=512)  # where nothing can be kept, a build prints once to find problems and once to publish
def _print(sheet: Sheet, template: Path, fingerprint: str) -> tuple[bytes, tuple[Problem, ...]]:
    return print_sheet(sheet, template, fingerprint)


def name_of(sheet: Sheet, fingerprint: str) -> str:
    """A file name that no other sheet, template, font or version has. The path of the page does not show on paper."""
    shown = {name: value for name, value in asdict(sheet).items() if name != "path"}
    text = json.dumps(shown, default=str, ensure_ascii=False) + fingerprint
    return f"{hashlib.sha256(text.encode()).hexdigest()}.pdf"


def read_fingerprint(template: Path) -> str:
    """Of everything but the sheet that shapes a PDF: this program, and every file of the template as it is now."""
    digest = hashlib.sha256(read_program().encode())
    for path in sorted(path for path in template.rglob("*") if path.is_file()):
        found = path.stat()
        digest.update(path.relative_to(template).as_posix().encode() + b"\0")
        digest.update(_read_digest(path, found.st_mtime_ns, found.st_size))
    return digest.hexdigest()


@cache
def read_program() -> str:
    """Of the code and libraries that print, once: what runs is what was there at the start."""
    package = Path(__file__).parent
    files = [*sorted(package.glob("*.py")), package.parent / "labels.yml"]
    digest = hashlib.sha256(" ".join(version(name) for name in ("typst", "tinyhtml5")).encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _read_digest(path: Path, modified: int, size: int) -> bytes:
    """Of one file; read again when its time or its size has changed."""
    return hashlib.sha256(path.read_bytes()).digest()


def read_kept(place: Path) -> bytes:
    """The bytes that are kept, none when there are none, when they are no PDF or the end is missing."""
    try:
        pdf = place.read_bytes()
    except OSError:
        return b""
    return pdf if pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF") else b""


def write_kept(place: Path, pdf: bytes) -> None:
    """Keep a PDF, whole or not at all: two builds may print at once. Where nothing can be written, nothing is kept."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{hashlib.sha256(pdf).hexdigest()[:8]}")
        draft.write_bytes(pdf)
        draft.replace(place)
    except OSError:
        return
