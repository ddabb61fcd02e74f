"""A finished site -> its files that say what belongs to another place; files that were found right before are past."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from curriculum.checks.known import read_known, write_known
from curriculum.formats.kept import read_program
from curriculum.read.folders import files_in, shown
from curriculum.verify.places import World
from curriculum.verify.search import digest_of
from curriculum.words.model import Audience, Problem

KEPT = "places"
"""The name under which files that were found right are kept."""


def read_known_places(root: Path, world: World, audience: Audience) -> frozenset[str]:
    """The digests of files that were found right before; what participants have is right for facilitators too."""
    lists = f"{read_program()} {world.name}"
    return frozenset().union(*(read_known(root, KEPT, one, lists) for one in {Audience.PARTICIPANT, audience}))


def write_known_places(root: Path, world: World, audience: Audience, digests: Iterable[str]) -> None:
    """Note them."""
    write_known(root, KEPT, audience, digests, f"{read_program()} {world.name}")


def read_strangers(site: Path, world: World, known: Container[str]) -> tuple[list[Problem], frozenset[str]]:
    """Everything of other places in a built site, and the digests of its files; those that are `known` are right."""
    problems: list[Problem] = []
    digests = set()
    for place, is_link in sorted(files_in(site)):
        content = b"" if is_link else (site / place).read_bytes()
        digest = digest_of(content).hex()
        digests.add(digest)
        if digest not in known and not place.startswith("assets/"):
            found: dict[str, list[str]] = {}
            for rule, said in sorted({*world.look(content), *world.look(place)}):
                found.setdefault(rule, []).append(said)
            problems += [
                Problem(f"{site.name}/{shown(place)}", 1, rule, {"found": ", ".join(said)[:200]})
                for rule, said in found.items()
            ]
    return problems, frozenset(digests)
