"""A link in a project leads nobody out of it: not who reads, and not who writes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from conftest import Run
from curriculum.watch.whole import write_whole

pytestmark = pytest.mark.skipif(os.name == "nt", reason="not everybody may make links there")

EDITION, WEEK, FRENCH = "editions/harbour", "docs/week-01/index.md", "docs/fr/week-01/index.md"
FOLDERS = [
    *("docs", "docs/fr", "docs/week-01", "facilitator", "facilitator/fr", "l10n", "l10n/fr", "l10n/fr/docs"),
    *("editions", EDITION, f"{EDITION}/docs", f"{EDITION}/l10n", f"{EDITION}/base"),
]
FILES = ["curriculum.yml", "mkdocs.yml", f"{EDITION}/profile.yml", f"{EDITION}/resources.yml", WEEK]
ACTS = (
    *(("check",), ("translate", "status"), ("translate", "done", WEEK), ("translate", "pack", "fr")),
    *(("translate", "minor", f"{WEEK}#arrive", "--reason", "Small"), ("new-language", "es")),
    *(("edition", "status"), ("edition", "replace", "week-01/index.md")),
)


def held(folder: Path) -> dict[str, bytes]:
    found = folder.rglob("*") if folder.is_dir() else [folder]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if path.is_file()}


@pytest.mark.parametrize("place", [*FOLDERS, *FILES])
def test_nothing_is_read_as_ours_or_written_through_a_link(place: str, run: Run, tmp_path: Path) -> None:
    run("edition", "replace", "week-01/index.md")
    run("translate", "done", WEEK)
    (tmp_path / f"{EDITION}/l10n").mkdir(exist_ok=True)
    (tmp_path / WEEK).write_text((tmp_path / WEEK).read_text(encoding="utf-8").replace("Tea.", "Water."), "utf-8")
    link, elsewhere = tmp_path / place, tmp_path / "elsewhere" / "it"
    elsewhere.parent.mkdir()
    link.rename(elsewhere)
    link.symlink_to(elsewhere)
    before = held(elsewhere)
    said = {typed: run(*typed) for typed in ACTS}
    assert held(elsewhere) == before
    assert said["check",][0] == 1
    assert [line for line in said["check",][1].splitlines() if line.startswith(f"{place}:1: ")], said["check",][1]
    assert not [typed for typed, (_, words) in said.items() if "Traceback" in words]


@pytest.mark.parametrize("place", ["docs", EDITION, "l10n"])
def test_of_a_folder_that_leads_elsewhere_one_thing_is_said(place: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "l10n").mkdir(exist_ok=True)
    (tmp_path / place).rename(tmp_path / "elsewhere")
    (tmp_path / place).symlink_to(tmp_path / "elsewhere")
    assert run("check")[1].count("[symbolic-link]") == run("check")[1].count("\n[") + 1


@pytest.mark.parametrize("command", [("adopt", "mine.md"), ("translate", "pack", "fr"), ("facts", "--due")])
def test_what_a_command_makes_goes_where_it_says(command: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("# Mine\n\nWords.\n", encoding="utf-8")
    run("translate", "done", WEEK)
    (tmp_path / WEEK).write_text((tmp_path / WEEK).read_text(encoding="utf-8").replace("Tea.", "Water."), "utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for folder in ("to-adopt", "to-translate", "to-print"):
        (tmp_path / folder).symlink_to(elsewhere)
    code, said = run(*command)
    assert (code, "[write-refused]" in said, [*elsewhere.iterdir()]) == (1, True, [])


def test_a_link_in_the_place_of_a_file_becomes_the_file_and_what_it_led_to_stays(tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("theirs", encoding="utf-8")
    for name in ("a.md", ".a.md.new"):
        (tmp_path / name).symlink_to(other)
    write_whole(tmp_path, "a.md", "ours")
    assert (other.read_text(), (tmp_path / "a.md").read_text(), (tmp_path / "a.md").is_symlink()) == (
        *("theirs", "ours"),
        False,
    )
    (tmp_path / "folder").symlink_to(tmp_path)
    with pytest.raises(OSError, match="folder") as refused:
        write_whole(tmp_path, "folder/b.md", "ours")
    assert refused.value.errno == errno.ELOOP
