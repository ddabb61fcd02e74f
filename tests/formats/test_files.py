"""The files of a built site that are handed out together: each ZIP is whole, true to itself and free of notes."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from conftest import ROOT, Project, read_valid
from curriculum.formats.archive import EPOCH, to_zip
from curriculum.read.layers import Settings
from languages import LANGUAGES

pytestmark = pytest.mark.slow
FORMS = 5
"""The files of each handout: four PDFs and a DOCX."""
PACK = 4


def zips_of(site: Path) -> dict[str, ZipFile]:
    """Each ZIP of a site by its place."""
    paths = sorted(site.rglob("*.zip"))
    return {path.relative_to(site).as_posix(): ZipFile(BytesIO(path.read_bytes())) for path in paths}


def test_there_is_a_zip_for_each_week_and_language(built: Project) -> None:
    """Each session in both languages, with its handouts in every form, the session in two, licence and manifest."""
    found = zips_of(built.participant)
    sessions = {session.id: session for session in read_valid(Settings(built.root)).arc.sessions}
    assert len(found) == len(sessions) * len(LANGUAGES)
    for place, packed in found.items():
        week = place.split("/")[-1].removesuffix(".zip")
        names = packed.namelist()
        assert len([name for name in names if name.startswith("handouts/")]) == len(sessions[week].handouts) * FORMS
        assert len([name for name in names if name.startswith(f"{week}-handouts-")]) == PACK
        assert {f"{week}.docx", f"{week}.html"} <= {*names}
        assert names[-2:] == ["LICENCE-CC-BY-SA-4.0.txt", "manifest.json"]
        assert len(names) == len(sessions[week].handouts) * FORMS + PACK + 4
        assert packed.testzip() is None
        assert {entry.date_time for entry in packed.infolist()} == {EPOCH}


def test_the_manifest_is_true(built: Project) -> None:
    """Name, version, language, pages, paper and checksum of every file are what the file itself says."""
    for place, packed in zips_of(built.participant).items():
        entries = {entry["name"]: entry for entry in json.loads(packed.read("manifest.json"))}
        assert [*entries, "LICENCE-CC-BY-SA-4.0.txt", "manifest.json"] == packed.namelist()
        for name, entry in entries.items():
            content = packed.read(name)
            assert entry["sha256"] == hashlib.sha256(content).hexdigest()
            assert entry["version"] == "2026.11"
            assert entry["language"] == ("fr-CA" if place.startswith("fr/") else "en-CA")
            if name.endswith(".pdf"):
                with pikepdf.open(BytesIO(content)) as pdf:
                    width = round(float(pdf.pages[0].mediabox[2]))
                    assert entry["pages"] == len(pdf.pages)
                assert entry["paper"] == {612: "letter", 595: "a4"}[width]
                assert entry["size"] == ("large" if "-large." in name else "standard")


def test_what_is_packed_is_what_is_on_the_site(built: Project) -> None:
    """A file in a ZIP is byte for byte the file beside it, and participants' and facilitators' ZIPs are the same."""
    ours, theirs = zips_of(built.participant), zips_of(built.facilitator)
    assert ours.keys() == theirs.keys()
    for place, packed in ours.items():
        folder = (built.participant / place).parent
        names = [name for name in packed.namelist() if name.endswith((".pdf", ".docx", ".html"))]
        assert [name for name in names if packed.read(name) != (folder / name).read_bytes()] == []
        assert (built.participant / place).read_bytes() == (built.facilitator / place).read_bytes()


def test_the_licence_is_the_one_of_the_project(built: Project) -> None:
    """Whoever gets a ZIP reads under which terms they may change it."""
    packed = next(iter(zips_of(built.participant).values()))
    assert packed.read("LICENCE-CC-BY-SA-4.0.txt") == (ROOT / "LICENSES" / "CC-BY-SA-4.0.txt").read_bytes()


def test_a_zip_keeps_the_order_it_is_given() -> None:
    """The first file of an EPUB must be the first, and stored as it is."""
    with ZipFile(BytesIO(to_zip({"b": b"1" * 100, "a": b"2" * 100}, stored=["b"]))) as packed:
        assert [(entry.filename, entry.compress_type) for entry in packed.infolist()] == [("b", 0), ("a", 8)]
