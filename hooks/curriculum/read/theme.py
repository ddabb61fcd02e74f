"""`theme/` of an edition -> its logo and colours; anything else in that folder is refused.

Letters are the same in every edition: every sign of the course, the pages of each sheet and the lines of each card were
measured with them, on paper and on screens. See `theme-unread`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePath

from curriculum.read.drawing import Unshowable, clean_drawing
from curriculum.read.folders import files_in, is_hidden, read_picture, shown
from curriculum.read.textfile import check_marks, read_bytes
from curriculum.read.yamlfile import read_yaml
from curriculum.words.model import Language, Problem, Term, Text, Words
from curriculum.words.theme import Logo, Theme, shown_size

FOLDER = "theme"
FILE = "theme.yml"
MOST_BYTES = 100_000
"""Of a logo: it comes before everything else on a slow line."""
NAMED = 12
"""Letters and digits of a hash in the name of a file."""
WIDTH = 16
"""Where a PNG says how wide and how high it is, four bytes each."""


def read_theme(root: Path, edition: str, languages: Sequence[Language]) -> tuple[Theme, list[Problem]]:
    """What the folder says, as far as it can be used, and what is wrong in it."""
    folder, path = f"{edition}/{FOLDER}", f"{edition}/{FOLDER}/{FILE}"
    if not edition or not (root / folder).is_dir():
        return Theme(), []
    file, problems = read_yaml(root, path, "theme", languages)
    values = file.values if not problems else {}
    name = values.get("logo", "")
    strangers = _read_strangers(root, folder, name)
    if strangers and not (root / path).exists():
        problems = []  # what to write in it is said with the file that it would name
    problems += strangers
    logo, found = _read_logo(root, f"{folder}/{name}", Text(values.get("alt", {}))) if name else (None, [])
    said = {(colour, light): code for colour, of in values.get("colours", {}).items() for light, code in of.items()}
    colours = {key: f"#{code.removeprefix('#').lower()}" for key, code in said.items()}
    lines = {key: file.line(("colours", *key)) for key in said}
    return Theme(path, colours, lines, logo), problems + found


def _read_strangers(root: Path, folder: str, logo: str) -> list[Problem]:
    """Files that nothing reads: another logo, a style, letters."""
    known = (FILE, logo)
    places = sorted(place for place, _ in files_in(root / folder) if not is_hidden(PurePath(place)))
    return [
        Problem(f"{folder}/{shown(place)}", 1, "theme-unread", {"found": shown(place)})
        for place in places
        if place not in known
    ]


def _read_logo(root: Path, path: str, alt: Text) -> tuple[Logo | None, list[Problem]]:
    ending = PurePath(path).suffix
    raw, problems = read_bytes(root, path, MOST_BYTES)
    if problems:
        return None, problems
    if ending == ".png":
        problems = read_picture(root, path)
        width, height = (int.from_bytes(raw[at : at + 4], "big") for at in (WIDTH, WIDTH + 4))
        return None if problems else _logo(raw, ending, width, height, alt), problems
    if marks := check_marks(path, raw.decode("utf-8", "replace")):
        return None, marks
    drawing = clean_drawing(raw)
    if isinstance(drawing, Unshowable):
        found: Words = drawing.found or Term("no-drawing")
        return None, [Problem(path, drawing.line, "logo-unread", {"found": found})]
    return _logo(drawing.text.encode(), ending, drawing.width, drawing.height, alt), []


def _logo(content: bytes, ending: str, width: float, height: float, alt: Text) -> Logo:
    digest = hashlib.sha256(content).hexdigest()[:NAMED]
    return Logo(f"{FOLDER}/logo-{digest}{ending}", content, *shown_size(width, height), alt)
