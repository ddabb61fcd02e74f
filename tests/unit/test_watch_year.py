"""A year of the shared course under many kinds of fork: nothing of a partner is lost, and all that went stale is told.

`NIGHTLY=1` plays 40 commits for 25 kinds of fork in files, with the commands, and merges them with git by path.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from curriculum.read.ledger import read_changes
from curriculum.watch.acts import EditionDesk, write_dropped, write_merged, write_replaced, write_stamps
from curriculum.watch.merging import Labels
from curriculum.watch.originals import read_released
from curriculum.watch.reading import read_held, read_upstream
from curriculum.watch.rescue import write_rescued
from curriculum.watch.states import find_states
from curriculum.watch.texts import section_of, with_section
from curriculum.watch.values import Held, PartState
from curriculum.words.changes import Part
from languages import LANGUAGES
from year import PREFIXES, Copied, Year, expected

LABELS = Labels("yours", "then", "now")
EDITION = "partner"
NIGHT = bool(os.environ.get("NIGHTLY"))
COMMITS = 40 if NIGHT else 8
MERGES: list[int] = []
"""Of each merge of a part, the places that somebody had to decide."""
LEAVE, MERGE, DONE, DROP = "leave", "merge", "done", "drop"


@dataclass(frozen=True)
class Kind:
    """A kind of fork: what it replaces, what else it has, and what it does about what it is told."""

    pages: tuple[int, ...] = ()
    sections: tuple[tuple[int, int], ...] = ()
    prefixes: tuple[str, ...] = PREFIXES
    does: str = LEAVE
    other: tuple[str, ...] = ()
    in_place: tuple[int, ...] = ()
    line_ends: str = "\n"


KINDS = {
    "facts only": Kind(other=("profile.yml",)),
    "a page": Kind(pages=(0,)),
    "a page, merged": Kind(pages=(1,), does=MERGE),
    "a page, looked at": Kind(pages=(2,), does=DONE),
    "a page, given up": Kind(pages=(3,), does=DROP),
    "a page in one language": Kind(pages=(4,), prefixes=("",)),
    "a page with line ends of Windows": Kind(pages=(5,), line_ends="\r\n", does=MERGE),
    "a section": Kind(sections=((6, 1),)),
    "a section, merged": Kind(sections=((7, 2),), does=MERGE),
    "a section, looked at": Kind(sections=((8, 0),), does=DONE),
    "a section, given up": Kind(sections=((9, 3),), does=DROP),
    "a section in one language": Kind(sections=((0, 2),), prefixes=("fr/",)),
    "two sections of a page": Kind(sections=((1, 0), (1, 3)), does=MERGE),
    "every section of a page": Kind(sections=tuple((2, s) for s in range(4)), does=MERGE),
    "a handout": Kind(pages=(10,), does=MERGE),
    "sections of handouts": Kind(sections=((11, 1), (12, 2), (13, 0))),
    "a note": Kind(pages=(20,), does=MERGE),
    "sections of notes": Kind(sections=((21, 1), (22, 2)), does=MERGE),
    "pages of its own": Kind(other=("docs/our-house.md", "docs/fr/our-house.md")),
    "a look": Kind(other=("theme/colours.yml", "theme/logo.svg"), pages=(14,)),
    "weeks dropped": Kind(other=("schedule.yml",), sections=((15, 1),)),
    "many pages": Kind(pages=(0, 2, 4, 6, 8, 10, 12), does=MERGE),
    "pages and sections": Kind(pages=(1, 3), sections=((5, 0), (7, 1), (23, 2)), does=MERGE),
    "edited in place, then rescued": Kind(in_place=(3, 9, 16)),
    "edited in place, rescued and merged": Kind(in_place=(5, 11, 20), does=MERGE),
}


@dataclass
class Fork:
    """A fork in a folder, and what the memory knows of it."""

    root: Path
    kind: Kind
    copied: dict[Part, Copied] = field(default_factory=dict)
    words: dict[Part, str] = field(default_factory=dict)
    given_up: list[str] = field(default_factory=list)

    def desk(self) -> EditionDesk:
        changes, problems = read_changes(self.root, EDITION, LANGUAGES)
        held = read_held(self.root, EDITION, LANGUAGES, changes)
        assert problems == []
        return EditionDesk(self.root, EDITION, held, date(2027, 1, 1))

    def note(self, year: Year, part: Part, page: int, section: int | None) -> None:
        prefix = "fr/" if "/fr/" in part.path else ""
        known = len(year.announced)
        self.copied[part] = Copied(
            page, section, prefix, year.pages[page].changes(section), part.path, part.section, known
        )


def write_tree(root: Path, year: Year) -> None:
    """The shared course as files, in place of what it was."""
    for folder in ("docs", "facilitator"):
        shutil.rmtree(root / folder, ignore_errors=True)
    for path, text in year.texts().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    (root / "curriculum.yml").write_text("weeks: []\n", "utf-8")
    write_announced(root, year)


def write_announced(root: Path, year: Year) -> None:
    entries = [
        f'  - {{ id: {change.id}, on: "{change.day}", kind: {change.kind.value}, pages: ["{change.parts[0]}"], '
        "says: { en: It., fr: Ça. } }\n"
        for change, _, _ in year.announced
    ]
    (root / "CHANGES.yml").write_text("changes:\n" + "".join(entries) if entries else "changes: []\n", "utf-8")


def begin(root: Path, year: Year, kind: Kind) -> Fork:
    """A fork on its first day: what it replaced says something of its own, in a paragraph at the end of each part."""
    fork = Fork(root, kind)
    for name in kind.other:
        (root / EDITION / name).parent.mkdir(parents=True, exist_ok=True)
        (root / EDITION / name).write_text(f"# Of {root.name}\n", "utf-8")
    for page, section in [*((page, None) for page in kind.pages), *kind.sections]:
        for prefix in kind.prefixes:
            path = year.pages[page].in_language(prefix)
            part = Part(path, year.pages[page].sections[section].id if section is not None else "")
            desk = fork.desk()
            whole = Held(**{**vars(desk.held), "upstream": read_upstream(root)})
            assert write_replaced(EditionDesk(root, EDITION, whole, desk.today), [part]) == [part]
            fork.note(year, part, page, section)
            write_own(fork, part)
    edit_in_place(fork, year)
    return fork


def write_own(fork: Fork, part: Part) -> None:
    path = fork.root / EDITION / part.path
    text = path.read_text("utf-8")
    words = f"Ours in {part.path.replace('/', ' ')} {part.section}."
    if part.section:
        text = with_section(text, part.section, f"{section_of(text, part.section)}\n{words}\n")
    else:
        text = f"{text}\n{words}\n"
    path.write_text(text, "utf-8", newline=fork.kind.line_ends)
    fork.words[part] = words


def edit_in_place(fork: Fork, year: Year) -> None:
    """Change shared pages where they lie, then rescue them."""
    originals = read_released(fork.root)
    for page in fork.kind.in_place:
        for prefix in PREFIXES:
            part = Part(year.pages[page].in_language(prefix))
            path = fork.root / part.path
            fork.words[part] = f"Ours, in place, {part.path.replace('/', ' ')}."
            path.write_text(f"{path.read_text('utf-8')}\n{fork.words[part]}\n", "utf-8")
            fork.note(year, part, page, None)
            fork.copied[part].known = 0
    if fork.kind.in_place:
        done = write_rescued(fork.desk(), originals)
        assert len(done.moved) == len(fork.words)
        assert read_released(fork.root) == originals


def play(fork: Fork, year: Year) -> dict[str, int]:
    """Hold what is told against the memory, then do what this kind of fork does about it; how often each was told."""
    desk = fork.desk()
    told = {one.part: one for one in find_states(desk.held) if one.state is not PartState.ONE_LANGUAGE}
    assert set(told) == set(fork.copied)
    counted: dict[str, int] = {}
    for part, copied in list(fork.copied.items()):
        state = expected(year, copied)
        assert told[part].state is state, (part, told[part])
        counted[state.value] = counted.get(state.value, 0) + 1
        if state is not PartState.CURRENT:
            act(fork, year, part, state, told[part].other)
    assert_nothing_lost(fork)
    return counted


def act(fork: Fork, year: Year, part: Part, state: PartState, other: str) -> None:
    desk, does = fork.desk(), fork.kind.does
    copied = fork.copied[part]
    if does == MERGE and state in (PartState.CHANGED, PartState.SAFETY, PartState.RENAMED):
        new = Part.of(other) if state is PartState.RENAMED else part
        merged = write_merged(desk, part, new, LABELS)
        MERGES.append(merged.open)
        if merged.open:
            settle(fork, new)
        del fork.copied[part]
        fork.words[new] = fork.words.pop(part)
        fork.note(year, new, copied.page, copied.section)
    elif does == DONE and state in (PartState.CHANGED, PartState.SAFETY):
        write_stamps(desk, [part], "looked at")
        fork.note(year, part, copied.page, copied.section)
    elif does == DROP:
        fork.given_up.append(fork.words[part])
        write_dropped(desk, part)
        del fork.copied[part], fork.words[part]


def settle(fork: Fork, part: Part) -> None:
    """Keep both sides, as somebody would who reads them: they only put words of theirs at the same place."""
    path = fork.root / EDITION / part.path
    text = re.sub(r"(?m)^\|{7} .*\n(?:.*\n)*?=======\n", "\n", path.read_text("utf-8"))
    path.write_text(re.sub(r"(?m)^(?:<{7}|>{7}) .*\n", "", text), "utf-8")
    write_stamps(fork.desk(), [part])


def assert_nothing_lost(fork: Fork) -> None:
    """Every word of the fork is in its edition, or in the copy of what it gave up."""
    for part, words in fork.words.items():
        assert words in (fork.root / EDITION / part.path).read_text("utf-8")
    kept = [path.read_text("utf-8") for path in (fork.root / "to-keep").rglob("*.md")]
    assert all(any(words in text for text in kept) for words in fork.given_up)
    for name in fork.kind.other:
        assert (fork.root / EDITION / name).read_text("utf-8") == f"# Of {fork.root.name}\n"


SOME = (
    "facts only",
    "two sections of a page",
    "pages and sections",
    "a section, given up",
    "edited in place, then rescued",
)


@pytest.mark.parametrize("name", KINDS if NIGHT else SOME)
def test_all_that_went_stale_is_told_with_its_kind_and_nothing_is_lost(name: str, tmp_path: Path) -> None:
    year = Year(seed=7)
    root = tmp_path / "fork"
    root.mkdir()
    write_tree(root, year)
    fork = begin(root, year, KINDS[name])
    counted: dict[str, int] = {}
    for number in range(COMMITS):
        year.commit(number)
        write_tree(root, year)
        for state, count in play(fork, year).items():
            counted[state] = counted.get(state, 0) + count
    print(name, counted)
    assert bool(counted) is bool(fork.words or fork.given_up)


def test_nearly_every_merge_of_a_part_is_clean() -> None:
    """Those that are not put words at one place: in this module, after the tests above."""
    clean = MERGES.count(0)
    print("merges of a part:", len(MERGES), "clean:", clean)
    assert clean >= 0.9 * len(MERGES) > 0


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "core.autocrlf=false", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, check=False, text=True, encoding="utf-8")


@pytest.mark.skipif(not shutil.which("git"), reason="git is not here")
@pytest.mark.skipif(not NIGHT, reason="a year of merges takes minutes: NIGHTLY=1")
@pytest.mark.parametrize("name", KINDS)
def test_a_year_is_merged_with_git_without_a_conflict(name: str, tmp_path: Path) -> None:
    year = Year(seed=11)
    upstream, root = tmp_path / "upstream", tmp_path / "fork"
    upstream.mkdir()
    git(upstream, "init", "-q", "-b", "main")
    write_tree(upstream, year)
    git(upstream, "add", "-A")
    git(upstream, "commit", "-qm", "0")
    git(tmp_path, "clone", "-q", str(upstream), str(root))
    fork = begin(root, year, KINDS[name])
    merges = 0
    for number in range(COMMITS):
        year.commit(number)
        write_tree(upstream, year)
        git(upstream, "add", "-A")
        git(upstream, "commit", "-qm", str(number))
        git(root, "add", "-A")
        git(root, "commit", "-qm", f"ours {number}")
        mine = {path: path.read_bytes() for path in (root / EDITION).rglob("*") if path.is_file()}
        done = git(root, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
        assert done.returncode == 0, done.stderr + done.stdout
        assert mine == {path: path.read_bytes() for path in (root / EDITION).rglob("*") if path.is_file()}
        assert read_upstream(root) == year.texts()
        merges += 1
        play(fork, year)
    assert merges == COMMITS
