"""A build that is killed, or finds no room, leaves whole sites of one build for both audiences; the next one heals.

`NIGHTLY=1`: three hundred kills, and a hundred disks of which each has a little more room.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import Project
from curriculum.words.audience import FOLDERS, WORKSHOP
from ordered import lay_out

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="a process is killed with its children, a disk is of memory"),
]

KILLS, DISKS = (300, 100) if os.environ.get("NIGHTLY") else (4, 2)
GOLDEN = 0.6180339887
"""Moments that are this far apart, round a circle, are spread evenly however many there are."""
DISK = 120_000_000
"""Bytes of a disk of memory: more than the course, its sites and what is kept."""
WORDS = 6
PAGE = "docs/week-01/index.md"
PLACES = ("week-01/index.html", "fr/index.html")
Sites = dict[str, bytes]


@dataclass
class Course:
    """The small course, and what was built of it last: sites of any size go through the same doors."""

    project: Project
    built: Sites = field(default_factory=dict)
    seconds: float = 0.0
    changes: int = 0

    def change(self) -> None:
        """Another word in its first sentence, of a few: what is kept of each takes room."""
        page = self.project.root / PAGE
        self.changes = (self.changes + 1) % WORDS
        text, count = re.subn(r"\.(?: Again\d+\.)?", f". Again{self.changes}.", page.read_text("utf-8"), count=1)
        assert count == 1
        page.write_text(text, encoding="utf-8")

    def start(self) -> subprocess.Popen[str]:
        """A build, in a group of its own."""
        environment = {**os.environ, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1", "CURRICULUM_LANGUAGE": "en"}
        command = [sys.executable, "-m", "curriculum", "build"]
        return subprocess.Popen(
            command,
            cwd=self.project.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def build(self) -> tuple[int, str]:
        """The exit code of a build, and what it said."""
        begun = time.monotonic()
        process = self.start()
        said = process.communicate()[0]
        self.seconds = time.monotonic() - begun
        return process.returncode, said

    def kill_after(self, seconds: float) -> None:
        """Begin a build, and end it without a word."""
        process = self.start()
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

    def stop_after(self, seconds: float) -> tuple[int, str]:
        """Press Ctrl+C so long after a build has its workshop; its exit code, and what it said."""
        process = self.start()
        while process.poll() is None and not self.left():
            time.sleep(0.02)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate()[0]
        return process.returncode, said

    def left(self) -> list[Path]:
        """What a build works in, or left when it was ended."""
        return [*(self.project.root / WORKSHOP).glob("*")]

    def stand(self) -> Sites:
        """Every file of both sites, by its digest."""
        root = self.project.root
        files = (path for name in FOLDERS.values() for path in (root / name).rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).digest() for path in files}

    def heal(self) -> None:
        """The next build ends well, gives what it would have given, and leaves nothing lying about."""
        code, said = self.build()
        assert code == 0, said
        self.built = self.stand()
        assert all(f"{name}/{place}" in self.built for name in FOLDERS.values() for place in PLACES)
        assert [*(self.project.root / WORKSHOP).iterdir()] == []


def course_in(place: Path) -> Course:
    lay_out(place, "en, fr")
    course = Course(Project(place))
    course.heal()
    return course


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return course_in(tmp_path_factory.mktemp("killed") / "course")


def test_whenever_a_build_is_killed_both_sites_are_whole_and_of_one_build(course: Course) -> None:
    course.change()
    course.heal()
    seconds, met = course.seconds, set()
    for number in range(KILLS):
        before = course.built
        course.change()
        course.kill_after(seconds * 1.1 * (number * GOLDEN % 1))
        left, after = course.left(), course.stand()
        assert len(left) <= 1, "one build does not take away what another left"
        met.add(after == before)
        if after != before or number % 20 == 19 or number == KILLS - 1:
            course.heal()
            assert after in (before, course.built)
    assert True in met


def test_who_presses_ctrl_c_reads_one_sentence_and_has_whole_sites(course: Course) -> None:
    """From the moment a build works on its sites: before the program runs, it is the interpreter that speaks."""
    course.change()
    course.heal()
    seconds, stopped = course.seconds, 0
    for number in range(KILLS // 2):
        before = course.built
        course.change()
        code, said = course.stop_after(seconds * 0.4 * (number * GOLDEN % 1))
        assert course.left() == []
        if code == 0:  # on a busy computer, this one was quicker than the one before
            course.built = course.stand()
            continue
        stopped += 1
        assert (code, said.strip()) == (130, "Stopped. Nothing is left half done; run the same command again.")
        assert course.stand() == before
    assert stopped >= KILLS // 4
    course.heal()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(place)], check=False).returncode:
        pytest.skip("only the administrator may mount a disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def room_on(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize


def test_whatever_room_a_disk_has_a_sentence_says_so_and_the_sites_stay(disk: Path) -> None:
    course, met = course_in(disk / "course"), set()
    course.change()
    before = room_on(disk)
    course.heal()
    needed = max(before - room_on(disk), sum(path.stat().st_size for path in disk.rglob("*") if path.is_file()) // 4)
    for number in range(DISKS):
        course.change()
        with (disk / "full").open("wb") as full:
            os.posix_fallocate(full.fileno(), 0, room_on(disk) - int(needed * number / DISKS) - 4096)
        code, said = course.build()
        after = course.stand()
        (disk / "full").unlink()
        assert not {"Traceback", "ERROR"} & {*said.replace(":", " ").split()}, said
        assert (code == 0) is ("Built" in said) is ("[publish-refused]" not in said), said
        assert [*(course.project.root / WORKSHOP).glob("*")] == []
        old = course.built
        course.heal()
        assert after == (course.built if code == 0 else old)
        met.add(code)
    assert 1 in met
