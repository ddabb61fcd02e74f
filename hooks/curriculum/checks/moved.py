"""Addresses that a page had before: each leads to one page, and takes the place of none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curriculum.formats.moved import claims_of
from curriculum.read.addressed import addressed
from curriculum.read.placed import is_laid_out_anew
from curriculum.site.hosting import WITHOUT_PAGE
from curriculum.words.audience import NOTES, SHARED, guide_of, is_theirs
from curriculum.words.model import Curriculum, Former, Problem, Term

NO_PAGE = frozenset(WITHOUT_PAGE.split("|"))
"""Names of folders that never are the address of a page."""
NO_FOLDER = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d|\d{3}")
"""Names that Windows keeps for itself, and those of pages for errors: no site can have a folder of them."""
Claim = Sequence[tuple[Former, str]]


def check_moved(curriculum: Curriculum) -> list[Problem]:
    """What is wrong with `was` at the top of pages; those that only facilitators have lead nowhere."""
    every = [*curriculum.pages.values(), *curriculum.notes.values()]
    if not any(page.was for page in every):
        return []
    idle = [page for page in every if page.was and curriculum.only_for_facilitators(page)]
    problems = [Problem(former.path, former.line, "was-idle", {"found": "was"}) for former in (p.was[0] for p in idle)]
    return problems + list(_check_addresses(addressed(curriculum)))


def _check_addresses(curriculum: Curriculum) -> Iterator[Problem]:
    """Addresses as readers see them and saved them. An edition takes those of the shared course as it likes."""
    today = {page.place: page for page in curriculum.pages.values()}
    changed, anew = curriculum.arc.changed is not None, is_laid_out_anew(curriculum.languages)
    for address, claim in claims_of(curriculum).items():
        page = today.get(address)
        own = page is not None and not page.path.startswith((f"{SHARED}/", f"{NOTES}/"))
        for former in _each_once(claim):
            if page and not (former.is_shared and (own or changed)):
                yield _told(former, "was-taken", str(page.path))
            elif not page and not (former.is_shared and anew) and (expected := _form(address, curriculum)):
                yield _told(former, "was-form", expected)
        yield from _twice(claim)


def _each_once(claim: Claim) -> list[Former]:
    """What is said of an address, once for each page: its languages say the same."""
    return list({(uri, former.is_shared): former for former, uri in reversed(claim)}.values())


def _twice(claim: Claim) -> Iterator[Problem]:
    """Two pages of one layer that were read at one address."""
    for shared in (True, False):
        layer = [(former, uri) for former, uri in claim if former.is_shared is shared]
        for former, uri in layer[1:]:
            first, its = layer[0]
            if uri != its:
                yield _told(former, "was-twice", f"{first.path}:{first.line}")


def _form(address: str, curriculum: Curriculum) -> str | Term:
    """What to write instead of an address that no page of participants can have had; "" for one that it can."""
    prefix = next((of.prefix for of in curriculum.languages if of.prefix and address.startswith(of.prefix)), "")
    if prefix and address != prefix:
        return address.removeprefix(prefix)
    names = address.rstrip("/").split("/")
    theirs = is_theirs(f"{address}index.html", guide_of(curriculum.arc.menu))
    is_none = names[-1] in NO_PAGE or any(NO_FOLDER.fullmatch(name) for name in names)
    return Term("old-address") if prefix or theirs or is_none else ""


def _told(former: Former, rule: str, expected: str | Term) -> Problem:
    return Problem(former.path, former.line, rule, {"found": former.address, "expected": expected})
