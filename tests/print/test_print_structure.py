"""Every handout on paper keeps the project's own rules, and every rule can fail."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from breakages import BREAKAGES, Breakage, change_pdf
from conftest import ROOT, Project
from curriculum.model import Kind, Language, Paper
from curriculum.printing.markup import BY_CLASS, BY_TAG
from curriculum.printing.press import open_press, print_sheet
from curriculum.printing.sheets import TEMPLATE
from prints import Print, read_curriculum_of, read_prints
from specimen import PAGES, print_specimen, sheet_of
from structure import RULES, find_faults

pytestmark = pytest.mark.slow
SPECIMENS = list(product(PAGES, Paper))


@pytest.fixture(scope="module")
def specimen() -> Print:
    """A good handout with every element."""
    return print_specimen(ROOT / TEMPLATE)


def test_every_handout_is_printed(built: Project) -> None:
    """The site has a PDF of each handout in each language on each paper, and no other PDF."""
    found = {path.relative_to(built.participant).as_posix() for path in built.participant.rglob("*.pdf")}
    handouts = read_curriculum_of(built.root).arc.handouts
    assert found == {printed.place for printed in read_prints(built.root)}
    assert len(found) == len(handouts) * len(Language) * len(Paper)


def test_handouts_have_no_faults(built: Project) -> None:
    """Every handout of the site keeps every rule."""
    faults = {printed.place: find_faults(printed) for printed in read_prints(built.root)}
    assert {place: found for place, found in faults.items() if found} == {}


def test_same_handout_is_same_file(built: Project) -> None:
    """A handout printed again, by another process, is the same byte for byte."""
    open_press.cache_clear()
    changed = [
        printed.place
        for printed in read_prints(built.root)
        if print_sheet(printed.sheet, built.root / TEMPLATE) != (printed.pdf, ())
    ]
    assert changed == []


def test_specimens_hold_every_element() -> None:
    """What paper knows is what the specimens hold, so that no element goes unchecked."""
    html = "".join(sheet_of(text).html for text in PAGES.values())
    assert [name for name in BY_TAG if f"<{name}" not in html] == []
    assert [name for name in BY_CLASS if f'class="{name}"' not in html] == []


@pytest.mark.parametrize(("kind", "paper"), SPECIMENS)
def test_specimens_have_no_faults(kind: Kind, paper: Paper) -> None:
    """Every element an author may write keeps every rule on both papers."""
    assert find_faults(print_specimen(ROOT / TEMPLATE, kind, paper)) == []


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_breakage_is_noticed(breakage: Breakage, specimen: Print) -> None:
    """A good file, broken in one way, is a fault by the rule that is meant for it."""
    broken = replace(specimen, pdf=change_pdf(specimen.pdf, breakage.change))
    assert breakage.rule in {fault.rule for fault in find_faults(broken)}


def test_every_rule_can_fail() -> None:
    """No rule is without a breakage that it notices."""
    assert {breakage.rule for breakage in BREAKAGES} == set(RULES)
