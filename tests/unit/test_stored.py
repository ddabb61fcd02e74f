"""Files on the disk that read as a mapping does, however they are shared and added to."""

from __future__ import annotations

import pytest
from curriculum.formats.stored import Files


def test_what_is_stored_is_read_back_in_any_order() -> None:
    made = {f"week-{n}.pdf": bytes([n]) * n for n in range(40)}
    files = Files(made)
    assert [files[name] for name in reversed(made)] == [*reversed(made.values())]
    assert files.sizes == {name: len(content) for name, content in made.items()}
    files["week-3.pdf"] = b"another"
    assert (files["week-3.pdf"], files["week-4.pdf"], len(files)) == (b"another", made["week-4.pdf"], len(made))
    with pytest.raises(KeyError):
        files["absent"]


def test_what_is_added_to_one_is_not_in_the_other(files: Files) -> None:
    """The second site has all files of the first, some of its own, and others in their place."""
    second = Files(files)
    second["a"] = b"theirs"
    second["c"] = b"added"
    del second["b"]
    files["d"] = b"later"
    assert dict(files) == {"a": b"first", "b": b"", "d": b"later"}
    assert dict(second) == {"a": b"theirs", "c": b"added"}


def test_a_part_is_read_when_the_whole_is_gone(files: Files) -> None:
    part = files.only(["a"])
    empty = files.only([])
    del files
    assert (dict(part), dict(empty)) == ({"a": b"first"}, {})
    empty["e"] = b"new"
    assert (dict(part), dict(empty)) == ({"a": b"first"}, {"e": b"new"})


@pytest.fixture
def files() -> Files:
    return Files({"a": b"first", "b": b""})
