"""What a ZIP says of itself: its licence, and a list of its files that a program can check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from curriculum.compose.credit import credit_in_full
from curriculum.compose.downloads import variant_of
from curriculum.formats.pdf.assemble import pages_of
from curriculum.words.forms import region_of
from curriculum.words.model import Curriculum, Language

CREDIT = "CREDIT.txt"


def manifest_of(files: Mapping[str, bytes], language: Language, version: str) -> dict[str, bytes]:
    """`manifest.json`: name, version, language, SHA-256; for a PDF also pages, paper and size of letters."""
    entries = [_entry(name, files[name], language, version) for name in sorted(files)]
    return {"manifest.json": (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode()}


def _entry(name: str, content: bytes, language: Language, version: str) -> dict[str, str | int]:
    entry: dict[str, str | int] = {"name": name, "version": version, "language": region_of(language)}
    if name.endswith(".pdf"):
        variant = variant_of(name)
        entry |= {"pages": pages_of(content), "paper": variant.paper.value, "size": variant.size.value}
    return entry | {"sha256": hashlib.sha256(content).hexdigest()}


def credit_file(curriculum: Curriculum, language: Language) -> dict[str, bytes]:
    """`CREDIT.txt`: what the course was made from, and what was changed; nothing of the first course itself."""
    if not curriculum.edition.credit.sources:
        return {}
    return {CREDIT: f"{credit_in_full(curriculum, language)}\n".replace("\n", "\r\n").encode("utf-8-sig")}


def read_licence(root: Path, licence: str) -> dict[str, bytes]:
    """The licence named in `curriculum.yml`: `CC BY-SA 4.0` -> LICENSES/CC-BY-SA-4.0.txt; nothing when it is absent."""
    name = f"{licence.replace(' ', '-')}.txt"
    place = root / "LICENSES" / name
    return {f"LICENCE-{name}": place.read_bytes()} if place.is_file() else {}
