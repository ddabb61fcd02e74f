"""Every document on paper keeps the project's own rules, and every rule can fail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from itertools import product

import pdfplumber
import pytest
from conftest import ROOT, Project
from curriculum.compose.downloads import names_of_files
from curriculum.elements.table import row_of
from curriculum.elements.tree import to_tree
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.markup import FORMS
from curriculum.words.model import Kind
from curriculum.words.paper import VARIANTS, Variant
from languages import LANGUAGES
from reading.pdf.breakages import BREAKAGES, Breakage, change_pdf
from reading.pdf.drawn import read_drawn
from reading.pdf.prints import Print, each, read_curriculum_of, read_prints, read_sample
from reading.pdf.specimen import PAGES, VARIANTS_TRIED, print_specimen
from reading.pdf.structure import RULES, find_faults

pytestmark = pytest.mark.slow
SPECIMENS = list(product(PAGES, VARIANTS_TRIED))
INK = 2.0
"""Points by which the ink of a sign may stand out on either side of the room it takes in its line."""


@pytest.fixture(scope="module")
def specimen() -> Print:
    """A good handout with every element."""
    return print_specimen(ROOT / TEMPLATE)


@pytest.mark.parametrize("notes", ["", "facilitator"])
def test_every_file_is_made(built: Project, notes: str) -> None:
    """Each site has every file that its pages may name, in each language, and no other file to download."""
    site = built.facilitator if notes else built.participant
    endings = {".pdf", ".docx", ".epub", ".zip"}
    pages = {"", "-tonight"}
    made = [
        path
        for path in site.rglob("*")
        if path.suffix in endings or path.name in {f"{path.parent.name}{page}.html" for page in pages}
    ]
    found = {path.relative_to(site).as_posix() for path in made}
    names = names_of_files(read_curriculum_of(built.root, notes))
    assert found == {language.prefix + name for language in LANGUAGES for name in names}


def test_every_document_in_some_variant_and_every_variant_of_each_kind_is_looked_at(built: Project) -> None:
    """What is looked at one by one leaves out no handout, pack or book, and no paper or size of a kind of handout."""
    every, chosen = read_prints(built.root), read_sample(built.root)
    assert {printed.document.place for printed in chosen} == {printed.document.place for printed in every}
    kinds = [{(p.document.articles[0].kind, p.variant) for p in prints if p.is_handout} for prints in (every, chosen)]
    assert kinds[0] == kinds[1]
    for language in LANGUAGES:
        handouts = [printed for printed in chosen if printed.is_handout and printed.document.language == language]
        assert {printed.variant for printed in handouts} == set(VARIANTS)


def test_documents_have_no_faults(built: Project) -> None:
    """Every handout, pack and book of the site keeps every rule."""
    found = each(find_faults, read_sample(built.root))
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_specimens_hold_every_element() -> None:
    """What paper knows is what the specimens hold, so that no element goes unchecked."""
    rows = [row_of(element) for text in PAGES.values() for element in to_tree(text).iter()]
    assert set(FORMS) == {row.pdf for row in rows if row} & set(FORMS)


@pytest.mark.parametrize(("kind", "variant"), SPECIMENS)
def test_specimens_have_no_faults(kind: Kind | None, variant: Variant) -> None:
    """Every element an author may write keeps every rule on both papers, in both sizes."""
    assert find_faults(print_specimen(ROOT / TEMPLATE, kind, variant)) == []


@pytest.mark.parametrize("kind", PAGES)
def test_two_readers_see_the_same(kind: Kind | None) -> None:
    """What is drawn, as rules are told it by PDFium, is what pdfplumber sees: signs, where they are, and long lines."""
    pdf = print_specimen(ROOT / TEMPLATE, kind).pdf
    with pdfplumber.open(BytesIO(pdf)) as drawn:
        for page, other in zip(read_drawn(pdf), drawn.pages, strict=True):
            signs = [sign | {"text": letter} for sign in other.chars for letter in sign["text"].strip()]
            assert [sign.text for sign in page.signs] == [sign["text"] for sign in signs]
            assert [sign.is_artifact for sign in page.signs] == [sign["tag"] == "Artifact" for sign in signs]
            for side, most in (("top", 0.01), ("bottom", 0.01), ("size", 0.01), ("x0", INK), ("x1", INK)):
                places = [getattr(sign, side) for sign in page.signs]
                assert places == pytest.approx([sign[side] for sign in signs], abs=most)
            found = ((edge.x0, edge.top, edge.x1, edge.bottom) for edge in page.edges)
            assert long_lines(found) == long_lines((e["x0"], e["top"], e["x1"], e["bottom"]) for e in other.edges)


def long_lines(edges: Iterable[tuple[float, float, float, float]]) -> set[tuple[float, ...]]:
    """Those that are level or upright and as long as a line to write on, in points."""
    sides = (tuple(round(side, 1) + 0 for side in edge) for edge in edges)
    return {(x0, y0, x1, y1) for x0, y0, x1, y1 in sides if min(x1 - x0, y1 - y0) < 0.2 and x1 - x0 + y1 - y0 > 100}


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_breakage_is_noticed(breakage: Breakage, specimen: Print) -> None:
    """A good file, broken in one way, is a fault by the rule that is meant for it."""
    broken = replace(specimen, pdf=change_pdf(specimen.pdf, breakage.change))
    assert breakage.rule in {fault.rule for fault in find_faults(broken)}


def test_every_rule_can_fail() -> None:
    """No rule is without a breakage that it notices."""
    assert {breakage.rule for breakage in BREAKAGES} == set(RULES)
