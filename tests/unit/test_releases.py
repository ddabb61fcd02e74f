"""A published site is whole at every moment: whoever stops the computer, whenever, and whatever the disk refuses."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from curriculum.commands import build
from curriculum.commands import publish as command
from curriculum.publish.refused import refused, unwritten
from curriculum.publish.releases import (
    CURRENT,
    KEPT,
    is_free,
    read_shelf,
    write_current,
    write_frozen,
    write_locked,
    write_release,
)
from curriculum.publish.seasons import NAME, season_of
from curriculum.words.model import Problem
from curriculum.words.problems import report
from languages import LANGUAGES

EXPECTED = Path(__file__).parent / "published-wrongly" / "expected.txt"
EVENTS = {"open", "os.mkdir", "os.rename", "os.symlink", "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.listdir"}
EVENTS |= {"os.scandir", "ctypes.dlsym"}
"""What a publishing asks of the disk, as Python tells who listens; writing itself is asked beside these."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a folder with such links cannot be written there")


def site(word: str) -> dict[str, bytes]:
    """Every file says which site it is of; one is in all of them."""
    places = ("index.html", "fr/index.html", "week-01/index.html", "assets/site.css", *(f"{n}.html" for n in range(12)))
    return {**{place: f"{word} {place}".encode() for place in places}, "same.txt": b"same"}


def given(folder: Path) -> dict[str, bytes]:
    """What a server would give out."""
    root = folder / CURRENT
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def publish(folder: Path, word: str) -> str:
    with write_locked(folder):
        return write_release(folder, site(word))


def test_five_releases_stay_and_one_step_leads_back(tmp_path: Path) -> None:
    """What was taken back goes at the next publishing: nobody comes upon it again."""
    folder = tmp_path / "course"
    names = [publish(folder, word) for word in "abcdefg"]
    assert read_shelf(folder).names == tuple(names[-KEPT:])
    assert given(folder) == site("g")
    with write_locked(folder):
        write_current(folder, read_shelf(folder).before)
    assert given(folder) == site("f")
    assert read_shelf(folder).before == names[-3]
    last = publish(folder, "h")
    assert given(folder) == site("h")
    assert (folder / "releases" / read_shelf(folder).before / "index.html").read_bytes() == b"f index.html"
    assert read_shelf(folder).names == (*names[-KEPT:-1], last)
    for path in (folder / CURRENT).resolve().rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_a_file_that_stays_the_same_keeps_its_time(tmp_path: Path) -> None:
    publish(tmp_path / "course", "a")
    times = {name: (tmp_path / "course" / CURRENT / name).stat().st_mtime_ns for name in site("a")}
    os.utime(tmp_path / "course" / CURRENT / "same.txt", (1, 1))
    publish(tmp_path / "course", "b")
    assert (tmp_path / "course" / CURRENT / "same.txt").stat().st_mtime == 1
    assert (tmp_path / "course" / CURRENT / "index.html").stat().st_mtime_ns > times["index.html"]


def stopped_at(point: int, work: Callable[[], object]) -> bool:
    """Do some work in a process of its own that ends, unasked, when it first asks the disk for the nth time.

    Nothing is tidied up: no `finally`, no buffer written. True when it was stopped, False when it came to its end.
    """
    child = os.fork()
    if child == 0:
        count = 0

        def count_down(*_: object) -> None:
            nonlocal count
            count += 1
            if count == point:
                os._exit(9)

        written = os.fsync
        os.fsync = lambda file: (count_down(), written(file))[1]
        sys.addaudithook(lambda event, _: count_down() if event in EVENTS else None)
        with suppress(BaseException):
            work()
            os._exit(0)
        os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9)
    return code == 9


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_whenever_it_is_stopped_a_whole_site_is_given_out(tmp_path: Path) -> None:
    """At every single thing asked of the disk: before it, the old site or the new one, whole; then it goes on.

    The course of a season is published with it, and what is beyond five goes.
    """
    begun = tmp_path / "begun"
    for word in "vwxyz":
        publish(begun, word)
    with write_locked(begun):
        write_frozen(begun, "2026-fall", site("fall"))
        write_current(begun, read_shelf(begun).current)
    point, stopped = 0, True
    while stopped:
        point += 1
        folder = tmp_path / f"course-{point}"
        shutil.copytree(begun, folder, symlinks=True)
        stopped = stopped_at(point, lambda at=folder: publish(at, "new"))  # type: ignore[misc]
        assert given(folder) in (site("z"), site("new")), point
        assert (folder / CURRENT / "2026-fall/index.html").read_bytes() == b"fall index.html"
        assert len([*(folder / "releases" / read_shelf(folder).before).rglob("*.html")]) == len(site("z")) - 2
        assert is_free(folder)
        publish(folder, "again")
        assert (folder / CURRENT / "index.html").read_bytes() == b"again index.html"
        assert len([*(folder / "releases").iterdir()]) == KEPT
        shutil.rmtree(folder)
    assert point > 100


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_the_first_site_too_is_whole_or_not_there(tmp_path: Path) -> None:
    point, stopped = 0, True
    while stopped:
        point += 1
        folder = tmp_path / f"course-{point}"
        stopped = stopped_at(point, lambda at=folder: publish(at, "new"))  # type: ignore[misc]
        assert given(folder) in ({}, site("new"))
        assert is_free(folder)
        publish(folder, "again")
        assert given(folder) == site("again")
        shutil.rmtree(folder)
    assert point > 20


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_what_was_given_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "course", "a")
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            publish(tmp_path / "course", "b")
    assert given(tmp_path / "course") == site("a")
    assert [path.name for path in (tmp_path / "course/releases").iterdir()] == ["0001"], "half a site fills the disk"
    publish(tmp_path / "course", "c")
    assert given(tmp_path / "course") == site("c")


def test_what_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "thesis.txt").write_text("words")
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "empty").mkdir()
    assert [is_free(tmp_path / name) for name in ("file", "folder", "gone", "empty", "new")] == [
        *(False, False, False),
        *(True, True),
    ]


def asked(typed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code, and what is said in both languages; nothing is built."""
    monkeypatch.setattr(build, "main", lambda _: 0)
    code = command.main([*typed, "--language", "both"])
    return code, capsys.readouterr().err


def test_what_is_said_about_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every slip and every refusal, word for word in both languages."""
    root, taken = tmp_path / "project", tmp_path / "taken"
    for folder in (root, taken, tmp_path / "new"):
        folder.mkdir()
    (taken / "thesis.txt").write_text("words")
    (tmp_path / "file").write_text("words")
    publish(tmp_path / "course", "a")
    monkeypatch.chdir(root)
    typed = {
        "nowhere": ["--rollback"],
        "facilitators": ["--facilitators", "--to", "../new"],
        "inside": ["--to", "site"],
        "around": ["--to", ".."],
        "taken": ["--to", "../taken"],
        "a file": ["--to", "../file"],
        "a season": ["--to", "../course", "--as", "Winter"],
        "the first": ["--to", "../course", "--rollback"],
    }
    blocks = {name: asked(words, monkeypatch, capsys) for name, words in typed.items()}
    assert {code for code, _ in blocks.values()} == {1}
    with write_locked(tmp_path / "course"):
        blocks["busy"] = asked(["--to", "../course", "--rollback"], monkeypatch, capsys)
    place = Path("/srv/course")
    linked = OSError(errno.EPERM, "Operation not permitted", "releases", None, str(place / "current.next"))
    for name, error in {
        "links": linked,
        "full": OSError(errno.ENOSPC, "No space left on device"),
        "rights": PermissionError(errno.EACCES, "Permission denied"),
        "read only": OSError(errno.EROFS, "Read-only file system"),
        "a file on the way": NotADirectoryError(errno.ENOTDIR, "Not a directory"),
        "something else": OSError(errno.EIO, "Input/output error"),
    }.items():
        blocks[name] = 1, report([refused(error, place)], LANGUAGES) + "\n"
    blocks["a file"] = (
        1,
        report([unwritten(PermissionError(errno.EACCES, "", "a.md"), place)], LANGUAGES) + "\n",
    )
    said = "\n".join(f"# {name}\n\n{words}" for name, (_, words) in blocks.items())
    if os.environ.get("REFRESH"):
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")
    assert [*taken.iterdir()] == [taken / "thesis.txt"]


def test_a_disk_that_refuses_is_told_not_thrown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What real calls raise, through the command."""
    publish(tmp_path / "course", "a")
    publish(tmp_path / "course", "b")
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.chdir(root)

    def refuse(self: Path, target: str, target_is_directory: bool = False) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", target, None, str(self))

    monkeypatch.setattr(Path, "symlink_to", refuse)
    assert "[publish-links]" in asked(["--to", "../course", "--rollback"], monkeypatch, capsys)[1]
    monkeypatch.setattr(Path, "symlink_to", full)
    assert "[publish-refused]" in asked(["--to", "../course", "--rollback"], monkeypatch, capsys)[1]
    (tmp_path / "file").write_text("words")
    said = asked(["--to", "../file/course", "--rollback"], monkeypatch, capsys)[1]
    assert said.count("[publish-refused]") == 2
    assert given(tmp_path / "course") == site("b")


def test_a_configuration_that_is_gone_is_told_not_thrown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is built: that of facilitators is opened last."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert build.main([]) == 1
    assert "mkdocs.facilitator.yml:1: " in capsys.readouterr().err


def test_a_site_with_anything_to_mend_does_not_go_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the last look finds is told, and the folder stays as it is."""
    publish(tmp_path / "course", "a")
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    found = Problem("site/index.html", 1, "verify-link")
    monkeypatch.setattr(command, "read_case", lambda *_: (None, None, [found]))
    code, said = asked(["--to", "../course"], monkeypatch, capsys)
    assert (code, said.count("[verify-link]")) == (1, 2)
    assert given(tmp_path / "course") == site("a")


def test_a_season_is_kept_below_the_site_says_so_and_leads_to_today(tmp_path: Path) -> None:
    """In each language; it is the same in every release from now on, also after a step back."""
    page = b'<meta name="robots" content="index, follow"><main id="page">words</main>'
    files = {"index.html": page, "fr/week-01/index.html": page, "404.html": page, "a.pdf": b"pdf", ".htaccess": b"x"}
    kept = season_of(files, "2027-winter", LANGUAGES)
    assert sorted(kept) == [".htaccess", "a.pdf", "fr/week-01/index.html", "index.html"]
    for place, up in (("index.html", "../"), ("fr/week-01/index.html", "../../../")):
        text = kept[place].decode()
        assert '<meta name="robots" content="noindex">' in text
        assert "nofollow" not in text
        assert ['lang="en">' in text, 'lang="fr">' in text, text.count("2027-winter")] == [True, True, 2]
        assert f'href="{up}"' in text
        assert f'href="{up}fr/"' in text
    folder = tmp_path / "course"
    publish(folder, "a")
    with write_locked(folder):
        write_frozen(folder, "2027-winter", kept)
        write_release(folder, site("b"))
    publish(folder, "c")
    for _ in range(2):
        assert (folder / CURRENT / "2027-winter" / "index.html").read_bytes() == kept["index.html"]
        with write_locked(folder):
            write_current(folder, read_shelf(folder).before)
    assert (folder / CURRENT / "index.html").read_bytes() == b"a index.html"
    assert (folder / CURRENT / "2027-winter" / "a.pdf").read_bytes() == b"pdf"


def test_the_name_of_a_season_is_never_that_of_a_page() -> None:
    assert NAME.fullmatch("2027-winter")
    assert [name for name in ("winter", "fr", "week-01", "2027/x", "..", "2027-Été", "") if NAME.fullmatch(name)] == []


@pytest.mark.parametrize("place", ["overrides/main.html", "docs"])
@pytest.mark.parametrize("said", [refused, unwritten])
def test_what_may_not_be_read_is_not_said_to_be_unwritten(
    place: str, said: Callable[[OSError, Path], Problem], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of somebody else among the sources; nobody is sent to mend the folder that is built into."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / place
    path.parent.mkdir(exist_ok=True)
    path.mkdir() if place == "docs" else path.write_text("words", encoding="utf-8")
    error = PermissionError(errno.EACCES, "", str(path))
    assert said(error, tmp_path / ".build").rule != "file-unreadable"
    monkeypatch.setattr(os, "access", lambda _, wanted: wanted == os.F_OK)
    problem = said(error, tmp_path / ".build")
    assert (problem.path, problem.rule) == (place, "file-unreadable")
