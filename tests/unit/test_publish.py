"""Sites are replaced whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum.publish.sites import _replace


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
