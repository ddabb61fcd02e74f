"""`inventory`: what the program is made of, for people and other programs; with `--audit`, what is known against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.commands.verify import REPORTS
from curriculum.publish.bill import VERSION, bill_of
from curriculum.publish.known import Advised, read_advised
from curriculum.publish.written import write_files
from curriculum.read.packages import LISTS, Component, read_parts, read_project
from curriculum.read.today import read_today
from curriculum.words.labels import fitting, read_words
from curriculum.words.model import Language
from curriculum.words.problems import preferred_languages

BILL = "inventory.cdx.json"
ALL = list(LISTS)[-1]
"""The list that holds the other one."""


def main(arguments: list[str]) -> int:
    """Say what is there and write the list; 1 when something is known against a part, or nobody could be asked."""
    parser = options_of("inventory", with_notes=False)
    parser.add_argument("--audit", action="store_true")
    chosen = parser.parse_args(arguments)
    root = settings_of(chosen).root
    parts, problems = read_parts(root)
    project, unread = read_project(root)
    if problems or unread:
        return refuse([*problems, *unread])
    write_files(root / REPORTS, {BILL: bill_of(parts, project, read_today()) + "\n"})
    for language in preferred_languages():
        print(*inventory_lines(parts, language), sep="\n")
    return audit(root, parts) if chosen.audit else 0


def audit(root: Path, parts: Sequence[Component]) -> int:
    """Ask whether anything is known against what is installed here; the exit code."""
    here = [part for part in parts if part.is_package and part.is_here]
    for language in preferred_languages():
        print("\n" + read_words("inventory", language)["asking"].format(count=len(here)), flush=True)
    asked = read_advised(root, [ALL], here)
    never = [part for part in parts if part.purl and not part.is_package]
    for language in preferred_languages():
        print(*audit_lines(asked, len(here), never, language), sep="\n")
    return int(bool(asked.known or asked.unasked))


def inventory_lines(parts: Sequence[Component], language: Language) -> Iterator[str]:
    """Names and versions under their licences, the most used licence first."""
    words = read_words("inventory", language)
    packages = sum(part.is_package for part in parts)
    yield words["made"].format(packages=packages, files=len(parts) - packages)
    held: dict[str, list[Component]] = {}
    for part in parts:
        if part.is_here:
            held.setdefault(part.licence or "?", []).append(part)
    for licence, those in sorted(held.items(), key=lambda one: (-len(one[1]), one[0])):
        yield words["licence"].format(licence=licence, names=_names(those))
    if optional := [part for part in parts if part.is_optional]:
        yield words["sealing"].format(names=_names(optional))
    if absent := [part for part in parts if not part.is_here]:
        yield words["absent"].format(names=_names(absent))
    yield words["written"].format(version=VERSION, place=f"{REPORTS}/{BILL}")


def audit_lines(advised: Advised, count: int, never: Sequence[Component], language: Language) -> Iterator[str]:
    """What is known, what is not, and what to do next."""
    words = read_words("inventory", language)
    for one in advised.known:
        said = fitting(words["known"], str(len(one.mended)))
        yield said.format(name=one.part.full_name, id=one.id, versions=", ".join(one.mended))
    if advised.known:
        yield words["raise"]
    if count > len(advised.unasked):
        yield words["answered"].format(count=count - len(advised.unasked), known=len(advised.known))
    if advised.unasked:
        yield words["unasked"].format(count=len(advised.unasked), names=_names(advised.unasked))
        yield words["reason"].format(reason=advised.reason)
        yield words["online"]
    yield words["never"].format(names=_names(never))


def _names(parts: Sequence[Component]) -> str:
    return ", ".join(part.full_name for part in parts)
