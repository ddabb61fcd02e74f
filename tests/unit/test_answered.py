"""What `check` said is kept until anything changes that shapes it; what is kept wrongly is never said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT, Project, Run
from curriculum.commands import check
from curriculum.formats.kept import DIGEST, write_kept
from curriculum.publish.answered import PLACE
from curriculum.publish.state import read_shape
from curriculum.read.chosen import VARIABLE
from curriculum.read.today import TODAY
from pace import timed_children

RIGHT = "Nothing to mend."
PAGE = "docs/week-01/index.md"


@pytest.fixture
def course(tmp_path: Path, run: Run) -> Run:
    """The small course, looked at once and found right."""
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    assert run("check") == (0, f"{RIGHT}\n")
    assert (tmp_path / PLACE).is_file()
    return run


@pytest.fixture
def unread(course: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The course was looked at. From now on, whoever reads the course fails: only what was kept can be said."""
    monkeypatch.setattr(check, "PROGRAM", "curriculum.commands.none")


def looks(course: Run) -> bool:
    """True when the course is read; the part that reads it is not there."""
    try:
        return course("check") != (0, f"{RIGHT}\n")
    except ModuleNotFoundError:
        return True


@pytest.mark.usefixtures("unread")
def test_where_nothing_changed_nothing_is_read_and_the_same_is_said(course: Run) -> None:
    assert course("check") == (0, f"{RIGHT}\n")


def rewrite(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def link(path: Path) -> None:
    """The same bytes, but as a link, which is refused."""
    shutil.copy(path, path.with_name("kept.txt"))
    elsewhere = path.parent.parent.parent / ".elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def told(path: str, root: Path) -> None:
    """A file that says who is given which site."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("cp -r site-facilitator public\n", encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page": lambda root: rewrite(root / PAGE),
    "the profile": lambda root: rewrite(root / "editions/harbour/profile.yml"),
    "a note": lambda root: rewrite(root / "facilitator/week-01/index.md"),
    "a page more": lambda root: (root / "docs/more.md").write_text("# More\n", encoding="utf-8"),
    "an empty folder": lambda root: (root / "docs/more").mkdir(),
    "a page less": lambda root: (root / PAGE).unlink(),
    "a configuration": lambda root: rewrite(root / "mkdocs.yml"),
    "a link": lambda root: link(root / PAGE),
    "a name that Python's own is a part of": lambda root: (root / "docs/my__pycache__page.md").write_text("# A\n"),
    **{
        f"what a host is told by {path}": partial(told, path)
        for path in (".github/workflows/leak.yml", "deploy/participants/Caddyfile", ".gitlab-ci.yml", "netlify.toml")
    },
}


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changed_is_looked_at(what: str, course: Run, tmp_path: Path) -> None:
    CHANGES[what](tmp_path)
    assert looks(course)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(
    ("variable", "value"), [(TODAY, "2026-12-01"), (VARIABLE, "editions/harbour"), ("CURRICULUM_LANGUAGE", "fr")]
)
def test_another_day_edition_or_language_is_looked_at(
    variable: str, value: str, course: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    assert looks(course)


@pytest.mark.usefixtures("unread")
def test_other_notes_are_looked_at(course: Run, tmp_path: Path) -> None:
    """They may lie anywhere."""
    with pytest.raises(ModuleNotFoundError):
        course("check", "--notes", str(tmp_path / "facilitator"))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": lambda place: place.write_bytes(place.read_bytes()[:-3]),
    "empty": lambda place: place.write_bytes(b""),
    "other signs": lambda place: place.write_bytes(place.read_bytes()[:DIGEST] + b"\xff\xfe"),
    "no key": lambda place: write_kept(place, b"Everything is right"),
    "gone": lambda place: place.unlink(),
    "a folder": lambda place: (place.unlink(), place.mkdir()),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_answer_is_not_said_and_heals(
    damage: str, course: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DAMAGES[damage](tmp_path / PLACE)
    with monkeypatch.context() as without:
        without.setattr(check, "PROGRAM", "curriculum.commands.none")
        assert looks(course)
    if (tmp_path / PLACE).is_dir():
        assert course("check") == (0, f"{RIGHT}\n")  # nothing can be kept there, and nothing is lost
        return
    assert course("check") == (0, f"{RIGHT}\n")
    monkeypatch.setattr(check, "PROGRAM", "curriculum.commands.none")
    assert course("check") == (0, f"{RIGHT}\n")


def test_what_is_to_be_mended_is_never_kept(course: Run, tmp_path: Path) -> None:
    before = (tmp_path / PLACE).read_bytes()
    rewritten = (tmp_path / PAGE).read_text(encoding="utf-8") + "\n## Two\n"
    (tmp_path / PAGE).write_text(rewritten, encoding="utf-8")
    said = course("check")
    assert said[0] == 1
    assert course("check") == said
    assert (tmp_path / PLACE).read_bytes() == before


def test_what_was_saved_while_the_course_was_read_is_looked_at_again(
    course: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that was wrong when the look began, and right when it was read."""
    page = tmp_path / PAGE
    right = page.read_text(encoding="utf-8")
    page.write_text(f"{right}\n## Two\n", encoding="utf-8")
    key = check.read_key

    def saving(*arguments: object) -> str:
        found = key(*arguments)  # type: ignore[arg-type]
        page.write_text(right + "\n", encoding="utf-8")
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(check, "read_key", saving)
        assert course("check")[0] == 0
    page.write_text(f"{right}\n## Two\n", encoding="utf-8")
    assert course("check")[0] == 1


@pytest.mark.slow
@pytest.mark.alone
def test_the_real_course_is_checked_in_half_a_second_where_nothing_changed(built: Project, project: Project) -> None:
    """In processes of their own, as an author calls it: seconds of a processor, the best of five."""
    project.borrow(built)
    assert project.run("-m", "curriculum", "check").returncode == 0

    runs = [timed_children(lambda: project.run("-m", "curriculum", "check")) for _ in range(5)]
    assert {said.stdout for said, _ in runs} == {f"{RIGHT}\n"}
    assert min(taken for _, taken in runs) < 0.5


def test_a_shape_knows_a_name_in_other_letters_than_these(tmp_path: Path) -> None:
    """A name that is no UTF-8 has a shape, too."""
    before = read_shape(tmp_path)
    try:
        (tmp_path / "caf\udce9.md").write_bytes(b"")
    except OSError:
        pytest.skip("this computer refuses such names")
    assert read_shape(tmp_path) != before
