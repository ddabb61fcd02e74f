"""Sites are replaced whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from curriculum.publish import sites
from curriculum.publish.sites import _replace, write_sites, write_workshop
from curriculum.publish.written import write_files
from curriculum.words.audience import FOLDERS, WORKSHOP
from test_releases import stopped_at

FILES = 3


def folder(path: Path, word: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(word, encoding="utf-8")
    return path


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    place = folder(tmp_path / "site", "old")
    _replace(folder(tmp_path / "build" / "site", "new"), place)
    assert (place / "index.html").read_text(encoding="utf-8") == "new"


def test_the_old_site_comes_back_when_the_new_one_cannot_be_moved(tmp_path: Path) -> None:
    place = folder(tmp_path / "site", "old")
    (tmp_path / "build").mkdir()
    with pytest.raises(OSError, match="site"):
        _replace(tmp_path / "build" / "site", place)
    assert (place / "index.html").read_text(encoding="utf-8") == "old"


def test_a_file_that_is_the_same_is_taken_over_and_any_other_is_written(tmp_path: Path) -> None:
    """What was taken over keeps its time; when the old site goes, it has one name again."""
    old, new = tmp_path / "site", tmp_path / "build" / "site"
    files: dict[str, bytes | str] = {"a/same.pdf": b"same", "words.js": "é\n", "a/other.pdf": b"old", "gone.pdf": b"x"}
    write_files(old, files)
    for path in old.rglob("*.*"):
        os.utime(path, (1, 1))
    del files["gone.pdf"]
    write_files(new, {**files, "a/other.pdf": b"new", "b/more.pdf": b"more"}, old)
    assert {path.relative_to(new).as_posix(): path.read_bytes() for path in new.rglob("*.*")} == {
        "a/same.pdf": b"same",
        "words.js": "é\n".encode(),
        "a/other.pdf": b"new",
        "b/more.pdf": b"more",
    }
    assert (old / "a/other.pdf").read_bytes() == b"old"
    _replace(new, old)
    taken = {path.name for path in old.rglob("*.*") if path.stat().st_mtime == 1}
    assert taken == {"same.pdf", "words.js"}


def link_to(path: Path) -> None:
    """The same bytes, elsewhere."""
    elsewhere = path.with_name("elsewhere")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


SHARED: dict[str, Callable[[Path], None]] = {
    "a link": link_to,
    "another name": lambda path: os.link(path, path.with_name("another")),
    "not to be read by others": lambda path: path.chmod(0o600),
    "to be run": lambda path: path.chmod(0o755),
    "cut short": lambda path: os.truncate(path, 2),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("change", SHARED.values(), ids=SHARED)
def test_a_file_that_is_not_the_site_s_alone_or_not_as_a_new_one_is_written(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    write_files(old, {"a.pdf": b"words"})
    change(old / "a.pdf")
    write_files(new, {"a.pdf": b"words"}, old)
    found = (new / "a.pdf").lstat()
    assert ((new / "a.pdf").read_bytes(), found.st_nlink, found.st_mode & 0o111) == (b"words", 1, 0)
    assert not (new / "a.pdf").is_symlink()


def test_where_a_file_can_have_no_second_name_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a memory stick."""

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    write_files(tmp_path / "old", {"a.pdf": b"words"})
    write_files(tmp_path / "new", {"a.pdf": b"words"}, tmp_path / "old")
    assert (tmp_path / "new" / "a.pdf").read_bytes() == b"words"


def stand(root: Path) -> list[str]:
    """What each of both sites says, in one word; "" where it is not there, "half" where it is not whole."""
    said = []
    for name in FOLDERS.values():
        words = {path.read_text(encoding="utf-8") for path in (root / name).glob("*")}
        is_whole = len(words) == 1 and len([*(root / name).glob("*")]) == FILES
        said.append(words.pop() if is_whole else "half" if (root / name).exists() else "")
    return said


def build_both(root: Path, word: str) -> None:
    with write_workshop(root) as workshop:
        for name in FOLDERS.values():
            (workshop / name).mkdir()
            for number in range(FILES):
                (workshop / name / f"{number}.html").write_text(word, encoding="utf-8")
        write_sites(workshop, root)


@pytest.mark.skipif(os.name == "nt", reason="no process can be split there")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("at_once", [True, False])
def test_whenever_a_build_is_killed_both_sites_are_whole_and_of_one_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    """At each thing asked of the disk. Whoever comes next ends it, also where two names cannot change places."""
    if not at_once:
        monkeypatch.setattr(sites, "_exchanged", lambda *_: False)
    point, stopped, met = 0, True, set()
    while stopped:
        point += 1
        root = tmp_path / str(point)
        root.mkdir()
        build_both(root, "old")
        stopped = stopped_at(point, lambda at=root: build_both(at, "new"))  # type: ignore[misc]
        met.add(tuple(stand(root)))
        with write_workshop(root) as workshop:
            assert [*workshop.parent.iterdir()] == [workshop]
            assert stand(root) in (["old", "old"], ["new", "new"]), point
        assert [*(root / WORKSHOP).iterdir()] == []
    assert not {word for words in met for word in words} & ({"half", ""} if at_once else {"half"})
    assert met >= {("old", "old"), ("new", "old"), ("new", "new")}
    assert point > 25


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be held there")
def test_a_build_that_still_runs_keeps_its_folder(tmp_path: Path) -> None:
    (tmp_path / WORKSHOP).mkdir()
    (tmp_path / WORKSHOP / "1").mkdir()
    held = sites._held(tmp_path / WORKSHOP / "1")
    with write_workshop(tmp_path) as workshop:
        assert sorted(path.name for path in workshop.parent.iterdir()) == sorted(["1", workshop.name])
    sites._let_go(held)
    with write_workshop(tmp_path) as workshop:
        assert [*workshop.parent.iterdir()] == [workshop]
