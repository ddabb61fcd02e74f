"""Every document, handout, pack or book, conforms to PDF/UA-1 (ISO 14289-1), as veraPDF sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, Project
from curriculum.formats.pdf.everything import TEMPLATE
from reading.pdf.breakages import BREAKAGES, change_pdf
from reading.pdf.prints import read_sample
from reading.pdf.specimen import PAGES, VARIANTS_TRIED, print_specimen
from reading.pdf.verapdf import run_verapdf

pytestmark = pytest.mark.slow


def test_documents_conform(built: Project) -> None:
    """veraPDF finds something to check in every document of the site, and nothing wrong."""
    places = [printed.place for printed in read_sample(built.root)]
    verdicts = run_verapdf([built.facilitator / place for place in places])
    assert places
    assert {place: verdict for place, verdict in zip(places, verdicts, strict=True) if not verdict.conforms} == {}


def test_specimens_conform(tmp_path: Path) -> None:
    """Every element an author may write conforms on both papers, in both sizes."""
    prints = [print_specimen(ROOT / TEMPLATE, kind, variant) for kind in PAGES for variant in VARIANTS_TRIED]
    for printed in prints:
        (tmp_path / printed.place).write_bytes(printed.pdf)
    verdicts = run_verapdf([tmp_path / printed.place for printed in prints])
    assert [verdict.failed for verdict in verdicts if not verdict.conforms] == []


def test_broken_files_do_not_conform(tmp_path: Path) -> None:
    """veraPDF notices the breakages it is meant to notice; the others are left to the project's own rules."""
    specimen = print_specimen(ROOT / TEMPLATE)
    paths = {breakage.name: tmp_path / f"{breakage.name}.pdf" for breakage in BREAKAGES}
    for breakage in BREAKAGES:
        paths[breakage.name].write_bytes(change_pdf(specimen.pdf, breakage.change))
    verdicts = zip(paths, run_verapdf(list(paths.values())), strict=True)
    noticed = {name for name, verdict in verdicts if not verdict.conforms}
    assert noticed == {breakage.name for breakage in BREAKAGES if breakage.verapdf}


def test_what_is_no_pdf_does_not_conform(tmp_path: Path) -> None:
    """A file that cannot be read is never taken for one without failures, nor does it stop the others."""
    words, specimen = tmp_path / "words.pdf", tmp_path / "specimen.pdf"
    words.write_text("These are only words.", encoding="utf-8")
    specimen.write_bytes(print_specimen(ROOT / TEMPLATE).pdf)
    assert [verdict.conforms for verdict in run_verapdf([words, specimen])] == [False, True]
