"""A course that was changed where it lies: edits go to the edition, shared pages come back, nothing is lost."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from curriculum.__main__ import main
from curriculum.watch.originals import FILE, is_same, read_originals, read_released, write_originals
from test_edition_command import EDITION, WEEK
from test_problems import BASE, CASES

EDITS: dict[str, Callable[[str], str]] = {
    "docs/week-01/index.md": lambda text: text.replace("Tea.", "Coffee in our kitchen."),
    "docs/fr/week-01/index.md": lambda text: f"{text}\nChez nous.\n",
    "facilitator/week-01/index.md": lambda text: f"{text}\nOur key hangs by the door.\n",
    "docs/our-house.md": lambda _: "# Our house\n\nOn the hill.\n",
}
GONE = "docs/week-01/handouts/first-steps.md"


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small course as it was released, with what a release brings."""
    root = tmp_path / "course"
    shutil.copytree(CASES / BASE, root)
    (root / "hooks").mkdir()
    (root / "hooks" / "show.py").write_text("a = 1\n", "utf-8")
    write_originals(root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "en")
    monkeypatch.setenv("CURRICULUM_TODAY", "2026-11-28")
    return root


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def edit(root: Path) -> dict[str, str]:
    written = {}
    for path, change in EDITS.items():
        text = (root / path).read_text("utf-8") if (root / path).exists() else ""
        written[path] = change(text)
        (root / path).write_text(written[path], "utf-8")
    (root / GONE).unlink()
    (root / "hooks" / "show.py").write_text("a = 2\n", "utf-8")
    return written


def as_zip(root: Path, place: Path, inner: str) -> Path:
    with zipfile.ZipFile(place, "w") as archive:
        for path, content in everything(root).items():
            archive.writestr(f"{inner}{path}", content)
    return place


def test_every_edit_is_moved_and_the_shared_course_is_as_it_was_released(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_released(released)
    written = edit(released)
    assert main(["edition", "rescue"]) == 0
    said = capsys.readouterr().out
    for path, text in written.items():
        assert (released / EDITION / path).read_text("utf-8") == text
        assert (released / "to-keep/2026-11-28" / path).read_text("utf-8") == text
        assert f"{path} is now in {EDITION}/" in said
    after = read_released(released)
    assert {path for path in before if before[path] != after[path]} == {"MANIFEST.sha256"}  # of hooks/show.py, left
    assert f"{GONE} had been deleted" in said
    assert "hooks/show.py was changed too" in said
    assert main(["edition", "status"]) == 1
    told = re.findall(r"^((?:docs|facilitator)/\S+): (.*)$", capsys.readouterr().out, re.M)
    assert told == [("facilitator/week-01/index.md", "the shared text shows in French")]
    assert main(["edition", "rescue"]) == 0
    assert "nothing to rescue" in capsys.readouterr().out


def test_what_was_rescued_takes_in_what_changes_later(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(released)
    main(["edition", "rescue"])
    page = released / WEEK
    page.write_text(page.read_text("utf-8").replace("A short lead.", "A careful lead."), "utf-8")
    capsys.readouterr()
    assert main(["edition", "merge", WEEK]) == 0
    own = (released / EDITION / WEEK).read_text("utf-8")
    assert "A careful lead." in own
    assert "Coffee in our kitchen." in own


def test_what_was_changed_in_both_places_is_left_for_somebody_to_join(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["edition", "replace", WEEK])
    written = edit(released)
    assert main(["edition", "rescue"]) == 1
    assert "join the two by hand" in capsys.readouterr().out
    assert (released / WEEK).read_text("utf-8") == written[WEEK]
    assert "Tea." in (released / EDITION / WEEK).read_text("utf-8")


@pytest.mark.parametrize("inner", ["", "alongside-2026.11/"])
def test_the_download_one_started_with_serves_too(inner: str, released: Path, tmp_path: Path) -> None:
    (released / FILE).unlink()
    source = as_zip(released, tmp_path / "download.zip", inner)
    written = edit(released)
    assert main(["edition", "rescue", "--from", str(source)]) == 0
    assert (released / EDITION / WEEK).read_text("utf-8") == written[WEEK]
    assert "Tea." in (released / WEEK).read_text("utf-8")


def test_line_ends_of_windows_are_no_edit(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = released / WEEK
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["edition", "rescue"]) == 0
    assert "nothing to rescue" in capsys.readouterr().out


def test_what_a_release_brings_is_the_same_bytes_for_the_same_files(released: Path) -> None:
    first = (released / FILE).read_bytes()
    assert main(["edition", "originals"]) == 0
    assert (released / FILE).read_bytes() == first
    assert read_originals(released / FILE) == read_released(released)


def outside(place: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("curriculum.yml", "")
        archive.writestr("docs/../../outside.md", "# Out\n")
        archive.writestr("docs/index.md", "# Another\n")
    place.write_bytes(packed.getvalue())


WRONG: dict[str, Callable[[Path], object]] = {
    "nothing": lambda place: None,
    "no ZIP": lambda place: place.write_bytes(b"PK not at all"),
    "an empty folder": Path.mkdir,
    "another ZIP": lambda place: place.write_bytes(b"PK\x05\x06" + bytes(18)),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_release_is_told_and_nothing_is_written(
    name: str, released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    WRONG[name](tmp_path / "source")
    before = everything(released)
    assert main(["edition", "rescue", "--from", str(tmp_path / "source")]) == 1
    assert capsys.readouterr().err.count("[edition-from]") == 2
    assert everything(released) == before


def test_a_name_that_leads_out_of_the_project_is_left_out(tmp_path: Path) -> None:
    outside(tmp_path / "source.zip")
    assert list(read_originals(tmp_path / "source.zip")) == ["docs/index.md"]


def test_the_project_itself_is_no_copy_to_compare_with(released: Path) -> None:
    edit(released)
    assert main(["edition", "rescue", "--from", str(released)]) == 1


def test_pictures_are_compared_byte_by_byte() -> None:
    assert not is_same(b"\x89PNG\r\n", b"\x89PNG\n")
    assert is_same("é \r\n".encode(), "é\n".encode())
