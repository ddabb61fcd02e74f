"""Whoever stops a command, or has no room on the disk, finds whole files and reads one sentence."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from conftest import Run
from curriculum.commands import doctor
from curriculum.publish import sites
from curriculum.publish.sites import write_sites, write_workshop
from curriculum.watch.whole import unbroken, write_all
from curriculum.words.audience import FOLDERS

import run as one_command

PLACES = ("l10n/en/docs/fr/law.md", "l10n/fr/docs/law.md")
STOPS: list[BaseException] = [OSError(errno.ENOSPC, ""), KeyboardInterrupt()]
PATIENCE = 60
OUTER = """
import run, sys
from pathlib import Path
run.PYTHON = Path(sys.executable)
sys.exit(run.run("-c", sys.argv[1]))
"""
LATE = """
import os, signal
reap = os.waitpid
def waitpid(*asked):
    found, os.waitpid = reap(*asked), reap
    signal.raise_signal(signal.SIGINT)
    return found
os.waitpid = waitpid
"""
INNER = """
import time
try:
    print("up", flush=True)
    time.sleep(600)
except KeyboardInterrupt:
    raise SystemExit({code})
"""
posix = pytest.mark.skipif(os.name == "nt", reason="a process is stopped, and a disk kept small, otherwise there")


def files_in(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("stop", STOPS, ids=repr)
@pytest.mark.parametrize("last", PLACES)
def test_files_that_belong_together_are_all_written_or_none(
    last: str, stop: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, dict.fromkeys(PLACES, "old"))
    write = Path.write_bytes

    def half(path: Path, content: bytes) -> int:
        if path.name == f".{Path(last).name}.new" and path.parent == (tmp_path / last).parent:
            write(path, content[:1])
            raise stop
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(type(stop)):
        write_all(tmp_path, dict.fromkeys(PLACES, "new"))
    assert files_in(tmp_path) == dict.fromkeys(PLACES, "old")


@posix
def test_who_stops_it_among_such_files_stops_it_after_them() -> None:
    done: list[int] = []
    before = signal.getsignal(signal.SIGINT)

    def write() -> None:
        with unbroken():
            done.append(1)
            signal.raise_signal(signal.SIGINT)
            done.append(2)

    with pytest.raises(KeyboardInterrupt):
        write()
    assert done == [1, 2]
    assert signal.getsignal(signal.SIGINT) is before


def test_a_command_that_is_stopped_says_one_sentence_in_each_language(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(root: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(doctor, "read_health", stop)
    code, said = run("doctor", "--language", "both")
    assert (code, said.strip().splitlines()) == (
        130,
        [
            "Stopped. Nothing is left half done; run the same command again.",
            "Arrêté. Rien ne reste à moitié fait; relancez la même commande.",
        ],
    )


def test_a_build_that_is_stopped_between_its_sites_gives_out_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in FOLDERS.values():
        write_all(tmp_path, {f"{folder}/index.html": "old"})
    put, turns = sites._replace, iter((False, True))

    def stopped(new: Path, place: Path) -> None:
        if next(turns, False):
            raise KeyboardInterrupt
        put(new, place)

    monkeypatch.setattr(sites, "_replace", stopped)

    def build() -> None:
        with write_workshop(tmp_path) as workshop:
            write_all(workshop, {f"{folder}/index.html": "new" for folder in FOLDERS.values()})
            write_sites(workshop, tmp_path)

    with pytest.raises(KeyboardInterrupt):
        build()
    assert files_in(tmp_path) == {f"{folder}/index.html": "new" for folder in FOLDERS.values()}


BOTH = tuple(FOLDERS.values())


@contextmanager
def building(root: Path, words: str, patch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The workshop of a build whose sites are these words; its number is another than that of the last one."""
    patch.setattr(os, "getpid", lambda: sum(words.encode()))
    with write_workshop(root) as workshop:
        write_all(workshop, {f"{folder}/index.html": words for folder in BOTH})
        yield workshop


@posix
def test_of_two_builds_at_once_the_later_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The earlier one is still at its end when the other takes its place."""
    write_all(tmp_path, {f"{folder}/index.html": "old" for folder in BOTH})
    with building(tmp_path, "one", monkeypatch) as one, building(tmp_path, "another", monkeypatch) as another:
        write_sites(one, tmp_path)
        write_sites(another, tmp_path)
    assert [files_in(tmp_path / folder) for folder in BOTH] == [{"index.html": "another"}] * 2


@posix
@pytest.mark.parametrize("swapped", [1, 2])
def test_a_build_that_is_killed_takes_nothing_back_from_a_later_one(
    swapped: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was killed when one of its sites, or both, were in place, and the other build had begun before that."""
    write_all(tmp_path, {f"{folder}/index.html": "old" for folder in BOTH})
    with building(tmp_path, "another", monkeypatch) as another:
        killed = another.with_name("1")
        write_all(killed, {f"{folder}/index.html": "one" for folder in BOTH})
        numbers = {folder: (killed / folder).stat().st_ino for folder in BOTH}
        write_all(killed, {sites.READY: json.dumps(numbers)})
        for folder in BOTH[:swapped]:
            sites._replace(killed / folder, tmp_path / folder)
        write_sites(another, tmp_path)
    with building(tmp_path, "third", monkeypatch):  # takes away what it finds
        assert [files_in(tmp_path / folder) for folder in BOTH] == [{"index.html": "another"}] * 2


@posix
@pytest.mark.parametrize("typed", ["adopt long.md --as week-01/handouts/long", "new-edition --answers answers.yml"])
def test_a_file_that_finds_no_room_is_not_there_by_half(typed: str, run: Run, tmp_path: Path) -> None:
    """No file may have more than two thousand bytes."""
    Path("long.md").write_text("# Long\n\n" + "Words.\n\n" * 1000, encoding="utf-8")
    Path("answers.yml").write_text("site:\n  name: {en: One, fr: Un}\n", encoding="utf-8")
    before = files_in(tmp_path)
    limited = f"ulimit -f 4; exec {sys.executable} -m curriculum {typed}"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(["sh", "-c", limited], env=environment, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr.count("[write-refused]")) == (1, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert files_in(tmp_path) == before


@posix
@pytest.mark.parametrize(("own", "code"), [(0, 0), (130, 130)], ids=["a live site", "a command"])
def test_the_one_command_ends_as_what_it_started_did(own: int, code: int) -> None:
    """With 0 it would go on with whatever stands behind `&&`."""
    command = [sys.executable, "-c", OUTER, INNER.format(code=own)]
    with subprocess.Popen(
        command, cwd=one_command.ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "up\n"
            os.killpg(process.pid, signal.SIGINT)
            assert process.wait(PATIENCE) == code
        finally:
            with suppress(ProcessLookupError):  # all of them, also one that Ctrl+C did not reach
                os.killpg(process.pid, signal.SIGKILL)


@posix
def test_the_code_of_what_ended_first_is_not_lost() -> None:
    """On a busy computer, what was started may have ended before the one that waits for it hears of Ctrl+C."""
    command = [sys.executable, "-c", LATE + OUTER, "raise SystemExit(130)"]
    assert subprocess.run(command, cwd=one_command.ROOT, check=False, timeout=PATIENCE).returncode == 130


def test_an_environment_whose_making_was_stopped_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its installer, nothing could ever be installed in it; the internet has no part in that."""
    place = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    venv.create(tmp_path / "half", with_pip=False)
    monkeypatch.setattr(one_command, "PYTHON", tmp_path / "half" / place)
    assert not one_command.has_installer()
