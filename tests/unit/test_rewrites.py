"""Whatever becomes of what only facilitators have, what participants get is the same.

Their site is a function of `Sources`: equal sources make equal sites, and these are read in milliseconds. That no note
is opened on the way, `tests/site/test_site_leaks.py` sees, which also builds it whole beside other notes. The small
course, read in a twentieth of the time, gets most of the rewrites. With NIGHTLY=1 there are as many rewrites and slips
as the project claims for a night.
"""

from __future__ import annotations

import os
import random
import shutil
import string
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, copy_project
from curriculum.checks.audience import check_site_file
from curriculum.compose.page import compose_chapter, compose_page
from curriculum.read.chosen import PRIVATE
from curriculum.read.layers import SHARED, Settings, Sources, read_sources
from curriculum.read.site_files import SiteFile, read_site_file
from curriculum.read.yamltext import LOADER
from curriculum.words.audience import CONFIGS, FOLDERS, NOTES
from curriculum.words.model import Audience, Text
from languages import LANGUAGES

NIGHT = bool(os.environ.get("NIGHTLY"))
REWRITES = {"real": 10_000 if NIGHT else 50, "small": 10_000 if NIGHT else 450}
SLIPS = 200_000 if NIGHT else 10_000
"""Slips in each of the two configurations."""
REASONS = 200 if NIGHT else 10
OPENED: list[str] = []
"""What was opened below the folder of notes, or is a file of facilitators' facts, while somebody watched."""


def watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str | bytes | os.PathLike):
        parts = Path(os.fsdecode(arguments[0])).parts
        if WATCHING and (NOTES in parts or PRIVATE in parts):
            OPENED.append("/".join(parts))


WATCHING: list[bool] = []


@pytest.fixture(scope="module", autouse=True)
def watched() -> Iterator[None]:
    """Somebody may watch what is opened; a hook stays for as long as the process does."""
    sys.addaudithook(watch)
    yield
    WATCHING.clear()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real course, which tests may change as far as facilitators' files go."""
    return copy_project(tmp_path_factory.mktemp("rewritten")).root


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course, of which the same holds."""
    root = tmp_path_factory.mktemp("rewritten") / "small"
    return shutil.copytree(ROOT / "tests" / "problems" / "nothing-wrong", root)


def read(root: Path) -> Sources:
    """What participants' site is made of, read while somebody watches."""
    WATCHING.append(True)
    try:
        return read_sources(root)
    finally:
        WATCHING.clear()


def babble(chance: random.Random) -> str:
    words = (
        "".join(chance.choices(string.ascii_letters + "é’«»{}[]|/#*\n:-", k=chance.randint(1, 60))) for _ in range(9)
    )
    return " ".join(words)


def some(chance: random.Random, root: Path) -> Path:
    files = sorted(path for path in (root / NOTES).rglob("*") if path.is_file() and not path.is_symlink())
    return chance.choice(files) if files else root / NOTES / "new.md"


def edited(chance: random.Random, root: Path) -> None:
    """A letter or two of a file, as a slip of the hand."""
    path = some(chance, root)
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    for _ in range(chance.randint(1, 2)):
        text = slipped(chance, text)
    write(path, text)


def rewritten(chance: random.Random, root: Path) -> None:
    for _ in range(chance.randint(1, 9)):
        write(some(chance, root), f"# {babble(chance)}\n\n## A {{ #{babble(chance)[:5]} }}\n\n{babble(chance)}\n")


def added(chance: random.Random, root: Path) -> None:
    name = "".join(chance.choices(string.ascii_lowercase, k=6))
    write(
        root
        / NOTES
        / chance.choice(["", "fr", "week-01", "deep/er"])
        / f"{name}.{chance.choice(['md', 'png', 'yml', ''])}",
        babble(chance),
    )


def removed(chance: random.Random, root: Path) -> None:
    some(chance, root).unlink(missing_ok=True)


def renamed(chance: random.Random, root: Path) -> None:
    path = some(chance, root)
    if path.is_file() and not path.is_symlink():
        name = slipped(chance, path.name).replace("/", "").replace("\0", "").replace("\n", "") or "x"
        if not path.with_name(name).exists():
            path.rename(path.with_name(name))


def garbage(chance: random.Random, root: Path) -> None:
    path = some(chance, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() or path.is_symlink():
        return
    path.write_bytes(chance.randbytes(chance.randint(0, 5000)))


def linked(chance: random.Random, root: Path) -> None:
    path = some(chance, root)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(chance.choice([root / SHARED / "index.md", root / NOTES, Path("nowhere")]))


def emptied(chance: random.Random, root: Path) -> None:
    shutil.rmtree(root / NOTES, ignore_errors=True)
    if chance.random() < 0.5:
        (root / NOTES).mkdir(exist_ok=True)


def other_facts(chance: random.Random, root: Path) -> None:
    named = yaml.load((root / "curriculum.yml").read_text(encoding="utf-8"), LOADER)["edition"]
    path = root / named / PRIVATE
    if chance.random() < 0.2:
        path.unlink(missing_ok=True)
    else:
        write(path, chance.choice([babble(chance), f'on-call: {{name: "{babble(chance)[:9]}"}}\n', "room: [\n", ""]))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() or path.is_symlink():
        return
    path.write_text(text, encoding="utf-8", errors="replace")


KINDS: tuple[Callable[[random.Random, Path], None], ...] = (
    *(edited, edited, rewritten, added, removed, renamed, garbage, other_facts),
    *(() if os.name == "nt" else (linked,)),
)


@pytest.mark.slow
@pytest.mark.parametrize("course", REWRITES)
def test_no_rewrite_of_what_only_facilitators_have_changes_what_participants_get(
    course: str, request: pytest.FixtureRequest
) -> None:
    """Edits, new files, deleted, renamed, garbage, links, all gone, other facts: sources stay equal, unopened."""
    project: Path = request.getfixturevalue(course)
    usual = read(project)
    assert usual.curriculum
    chance, kept = random.Random(14), project.with_name(f"{project.name}-kept")
    shutil.copytree(project / NOTES, kept)
    for turn in range(REWRITES[course]):
        if turn % 25 == 24:
            emptied(chance, project)
        for _ in range(chance.randint(1, 3)):
            chance.choice(KINDS)(chance, project)
        assert read(project) == usual, turn
        if turn % 25 == 24:
            shutil.rmtree(project / NOTES, ignore_errors=True)
            shutil.copytree(kept, project / NOTES)
    assert OPENED == []


@pytest.mark.slow
def test_what_is_opened_would_be_seen(small: Path) -> None:
    """The watcher is awake."""
    WATCHING.append(True)
    (small / NOTES).mkdir(exist_ok=True)
    [*(small / NOTES).iterdir()]
    WATCHING.clear()
    assert OPENED
    OPENED.clear()


@pytest.mark.slow
def test_other_reasons_and_minutes_for_the_late_change_no_page_of_participants(real: Path) -> None:
    """`curriculum.yml` holds them too, for facilitators: no page, on screen or on paper, is another."""
    curriculum = read(real).curriculum
    assert curriculum
    usual = [
        (compose_page(page, curriculum, {}), compose_chapter(page, curriculum)) for page in curriculum.pages.values()
    ]
    chance = random.Random(15)
    for _ in range(REASONS):
        reason = Text({language.code: babble(chance) for language in LANGUAGES})
        weeks = tuple(
            replace(week, load=replace(week.load, reason=reason), late={15: {next(iter(week.parts)): 15}})
            for week in curriculum.arc.weeks
        )
        other = replace(curriculum, arc=replace(curriculum.arc, weeks=weeks))
        pages = [(compose_page(page, other, {}), compose_chapter(page, other)) for page in other.pages.values()]
        assert pages == usual


# Slips in the configurations.

SIGNS = string.ascii_letters + string.digits + " \t\n:-_./#'\"{}[],&*!|>%@" + "éа\u00a0\u200b"


def slipped(chance: random.Random, text: str) -> str:
    """One edit: a sign lost, added, changed, doubled, in the other case, two turned round; a line lost or moved."""
    at = chance.randrange(len(text) + 1)
    before, sign, after = text[:at], text[at : at + 1], text[at + 1 :]
    new, lines = chance.choice(SIGNS), text.split("\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    edits = (
        *(before + after, before + new + sign + after, before + new + after, before + sign.swapcase() + after),
        *(before + sign * 2 + after, before + after[:1] + sign + after[1:], _moved(lines, first, second)),
        *(
            "\n".join([*lines[:first], *lines[first + 1 :]]),
            "\n".join([*lines[:second], lines[first], *lines[second:]]),
        ),
    )
    return chance.choice(edits)


def _moved(lines: list[str], first: int, second: int) -> str:
    left = [*lines[:first], *lines[first + 1 :]]
    return "\n".join([*left[:second], lines[first], *left[second:]])


def parsed(text: str) -> object:
    try:
        return yaml.load(text, LOADER)
    except (yaml.YAMLError, ValueError):
        return None


def leaks(file: SiteFile, root: Path, audience: Audience) -> bool:
    """True where a configuration that nothing refuses would put notes where participants look."""
    settings = Settings.of(str(root / file.path), file.extra or {})
    if audience is Audience.PARTICIPANT:
        return bool(settings.notes) or file.pages != SHARED or Path(file.site).name == NOTES
    return settings.notes != NOTES or file.pages != SHARED or Path(file.site).name == FOLDERS[Audience.PARTICIPANT]


@pytest.mark.slow
@pytest.mark.parametrize("audience", Audience)
def test_no_slip_in_a_configuration_publishes_notes_silently(audience: Audience, tmp_path: Path) -> None:
    """One and two edits: what can be read at all is refused in words, or leaves folders and audience as they are."""
    for name in CONFIGS.values():
        shutil.copy(ROOT / name, tmp_path)
    path = tmp_path / CONFIGS[audience]
    usual = path.read_text(encoding="utf-8")
    head, _, _ = usual.partition("\ntheme:")
    said, told, silent = parsed(usual), 0, []
    tried = slips_of(head)
    for slip in tried:
        text = slip + usual.removeprefix(head)
        values = parsed(text)
        if not isinstance(values, dict):
            told += 1  # MkDocs stops
            continue
        if values == said and "!" not in slip:  # in a remark; after a `!` stands what gives a value from elsewhere
            continue
        path.write_text(text, encoding="utf-8")
        file = read_site_file(tmp_path, path.name)
        refused = bool(check_site_file(file))
        told += refused
        if not refused and leaks(file, tmp_path, audience):
            silent.append(text)
    assert silent == []
    assert told > 0.02 * len(tried) > 0.005 * SLIPS


def slips_of(text: str) -> list[str]:
    """The text with one or two slips: each once, as many come about in several ways."""
    chance, found = random.Random(16), {}
    for _ in range(SLIPS):
        slip = slipped(chance, text)
        found[slipped(chance, slip) if chance.random() < 0.5 else slip] = None
    return [*found]
