"""A finished site -> its files that say what belongs to another place; files that were found right before are past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from curriculum.checks.known import read_known, write_known
from curriculum.formats.kept import read_program
from curriculum.formats.pdf.assemble import IDENTITY, LETTER, on_paper
from curriculum.read.folders import files_in, shown
from curriculum.verify.pdf.drawn import drawn
from curriculum.verify.places import World
from curriculum.verify.search import digest_of
from curriculum.words.model import Audience, Problem
from curriculum.words.paper import Paper

KEPT = "places"
"""The name under which files that were found right are kept."""
Known = Mapping[str, Sequence[str]]
"""The digest of each file that was found right, and the names of the streams and pages in it, if it is a PDF."""


def read_known_places(root: Path, world: World, audience: Audience) -> Known:
    """The files that were found right before; what participants have is right for facilitators too.

    None, where one was right by what is said no more: a number that was taken out of the course.
    """
    lists, known = f"{read_program()} {world.name}", dict[str, Sequence[str]]()
    for one in {Audience.PARTICIPANT, audience}:
        found = {digest: names for digest, *names in map(str.split, read_known(root, KEPT, one, lists))}
        leant = [(letters.encode(), where) for where in world.leant for letters in found.pop(where, ())]
        if all(world.says(*one) for one in leant):
            known |= found
    return known


def write_known_places(root: Path, world: World, audience: Audience, known: Known) -> None:
    """Note them."""
    leant = {where: sorted(letters.decode() for letters in found) for where, found in world.leant.items()}
    lines = (" ".join([digest, *names]) for digest, names in {**known, **leant}.items())
    write_known(root, KEPT, audience, lines, f"{read_program()} {world.name}")


def read_strangers(site: Path, world: World, known: Known) -> tuple[list[Problem], Known]:
    """Everything of other places in a built site, and what of it is right; files that are `known` are right.

    A PDF that is byte for byte another one moved to A4 says what that says: it is not opened again; nor is a page, or a
    member of an archive, that stands in a file that was right.
    """
    problems, right = list[Problem](), dict[str, Sequence[str]]()
    world.past.note(bytes.fromhex(name) for digest, names in known.items() for name in (digest, *names))
    for place, is_link in sorted(files_in(site), key=lambda found: (f"-{Paper.A4.value}" in found[0], found)):
        content = b"" if is_link else (site / place).read_bytes()
        digest = digest_of(content)
        is_past = digest in world.past.right or place.startswith("assets/")
        said = sorted({*(() if is_past else world.look(content)), *world.look(place)})
        met = world.past.take_met()
        problems += _told(f"{site.name}/{shown(place)}", said)
        if not said and not is_past:
            world.past.note(met | _on_a4(content))
        if not said:
            right[digest.hex()] = known.get(digest.hex(), ()) if is_past else sorted(name.hex() for name in met)
        drawn.cache_clear()  # a page that was right is not read again, and what is made next needs the memory
    return sorted(problems, key=lambda problem: problem.path), right


def _on_a4(content: bytes) -> set[bytes]:
    """The digest of the same PDF on A4, where it is one of ours on Letter."""
    is_ours = content.startswith(b"%PDF-") and IDENTITY.search(content) and LETTER in content
    return {digest_of(on_paper(content, Paper.A4))} if is_ours else set()


def _told(path: str, said: Iterable[tuple[str, str]]) -> list[Problem]:
    """A problem for each rule, with all that breaks it."""
    found: dict[str, list[str]] = {}
    for rule, words in said:
        found.setdefault(rule, []).append(words)
    return [Problem(path, 1, rule, {"found": ", ".join(words)[:200] or path}) for rule, words in found.items()]
