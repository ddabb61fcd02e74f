"""What tests share: a copy of the project to build in, and both sites built from it once for a whole run."""

from __future__ import annotations

import compileall
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from curriculum.__main__ import main
from curriculum.formats.kept import FOLDER as PRINTED
from curriculum.read.chosen import VARIABLE as EDITION
from curriculum.read.layers import Settings, read_curriculum
from curriculum.read.today import TODAY
from curriculum.site.generator import generator
from curriculum.words.model import Curriculum, Language
from pace import timed_children

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("docs", "facilitator", "editions", "l10n", "overrides", "hooks", "LICENSES")
FILES = ("curriculum.yml", "CITATION.cff", "CHANGES.yml", "mkdocs.yml", "mkdocs.facilitator.yml")

GENERATOR = generator()
"""What builds here."""
FORK = (ROOT / "partner").exists()
"""The course of another place: its weeks, lines and pages are its own."""

SHARED = "SHARED_BUILD"
"""Names the folder in which every run of tests finds, or leaves, the built sites."""
PATIENCE = 300
"""Seconds to wait for the sites that another worker builds."""
LONGEST = (
    *("site_partner", "browser_added", "benchmarks", "packs", "site_live", "site_leaks", "browser_forms"),
    *("browser_leave", "print_conformance", "browser_access", "adopt", "browser_keyboard", "site_audience"),
    *("site_schedule", "browser_search", "beside", "course", "browser_weight", "hostile", "browser_queries"),
    *("print_structure", "browser_sealed", "site_order", "problems", "site_behind", "browser_tonight"),
    *("browser_offline", "rewrites", "browser_pages", "epub", "spelling", "site_same", "live", "site_verify"),
    *("browser_order", "site_once", "print_layout", "print_run_sheet", "browser_fonts", "site_offline"),
    *("site_injections", "spoken", "site_failures", "releases", "verify", "arranged", "fitting", "answered"),
    *("print_words", "mending", "browser_settings", "browser_read_aloud", "site_five", "site_killed"),
    *("browser_without_script", "site_foreign", "tree", "packs_any", "architecture"),
)
"""Modules that take more than twenty seconds, the longest first. The very first needs no site that was built, so that
no worker waits for the other to build them."""
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # processes in copies may keep what they compiled
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # as in all that a script starts with `&`: nothing that a test starts would hear Ctrl+C
    signal.signal(signal.SIGINT, signal.default_int_handler)
sys.dont_write_bytecode = False  # nor are the tests themselves compiled for each run: half a minute of each worker
Run = Callable[..., tuple[int, str]]
QUIET = ["--no-sandbox", "--disable-background-networking"]
UNPLUGGED = ROOT / "tests" / "unplugged"
"""First on the path of a process that must need no network."""
CUT = ["unshare", "--net"]
"""Where the system lets us: nothing in the process has a network, whatever it is written in."""


@dataclass(frozen=True)
class Project:
    """A copy of the project: its folder, and commands run in it as an author would, in processes of their own."""

    root: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`python <arguments>` in the project."""
        environment = {
            **os.environ,
            "PYTHONPATH": "hooks",
            "PYTHONUTF8": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "LANG": "en_CA.UTF-8",
        }
        environment.pop("LC_ALL", None)
        if arguments[:2] == ("-m", "mkdocs"):
            arguments = ("-m", GENERATOR, *arguments[2:])
        return self._done([sys.executable, *arguments], environment)

    def run_unplugged(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The same without a network; nobody asked for one."""
        asked = self.root.with_name(f"{self.root.name}-asked.txt")
        path = os.pathsep.join((str(UNPLUGGED), "hooks"))
        environment = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", "ASKED": str(asked)}
        cut = CUT if shutil.which(CUT[0]) and subprocess.run([*CUT, "true"], check=False).returncode == 0 else []
        done = self._done([*cut, sys.executable, *arguments], environment)
        assert not asked.exists(), asked.read_text("utf-8")
        return done

    def _done(self, command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, check=False, text=True, encoding="utf-8"
        )

    def borrow(self, other: Project) -> None:
        """Take what another project keeps: what is the same here is not printed again.

        A file is kept under all that shapes it, so a wrong one would need a fault of `kept.py`. Where a test is about
        the printing itself, it takes nothing.
        """
        shutil.copytree(other.root / ".cache", self.root / ".cache", dirs_exist_ok=True)

    @property
    def participant(self) -> Path:
        """The built participant site."""
        return self.root / "site"

    @property
    def facilitator(self) -> Path:
        """The built facilitator site."""
        return self.root / "site-facilitator"


def copy_project(place: Path) -> Project:
    """The sources of this project, copied to an empty place."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, place / name)
    for name in FILES:
        shutil.copy(ROOT / name, place / name)
    return Project(place)


def read_valid(settings: Settings) -> Curriculum:
    """The curriculum of a project that has nothing to mend; of this one, which no test changes, it is read once."""
    surroundings = (os.environ.get(EDITION), os.environ.get(TODAY))
    return read_once(settings, *surroundings) if settings.root == ROOT else read_now(settings)


@lru_cache(maxsize=4)
def read_once(settings: Settings, *_: str | None) -> Curriculum:
    """The same for settings and what shapes the course beside them: edition and day."""
    return read_now(settings)


def read_now(settings: Settings) -> Curriculum:
    """The same, as it is on the disk now."""
    curriculum, problems = read_curriculum(settings)
    assert curriculum, problems
    return curriculum


def pytest_sessionstart() -> None:
    """Compile the program once: each process in a copy would do so by itself, and take a second for it."""
    compileall.compile_dir(ROOT / "hooks", quiet=2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest modules first, those without a site, a print or a browser last: all workers end together."""

    def rank(item: pytest.Item) -> int:
        name = item.path.stem.removeprefix("test_")
        return LONGEST.index(name) if name in LONGEST else len(LONGEST) + (item.get_closest_marker("slow") is None)

    items.sort(key=rank)
    if FORK:
        other = pytest.mark.skip(reason="it is about the first course; this one is held to the rules")
        for item in items:
            if item.get_closest_marker("first_course"):
                item.add_marker(other)


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """A language goes by its code in the name of a test."""
    return val.code if isinstance(val, Language) else None


@pytest.fixture(autouse=True)
def _words_as_before() -> Iterator[None]:
    """What `--language` chose holds for a whole process; of a worker, that is all tests after this one."""
    before = os.environ.get("CURRICULUM_LANGUAGE")
    yield
    os.environ.pop("CURRICULUM_LANGUAGE", None)
    if before is not None:
        os.environ["CURRICULUM_LANGUAGE"] = before


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project a test may change."""
    return copy_project(tmp_path)


def place_of_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the fixture `built` is, or comes to be."""
    base = tmp_path_factory.getbasetemp()
    own = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return Path(os.environ.get(SHARED, own)) / "built"


@pytest.fixture(scope="session")
def borrowing(tmp_path_factory: pytest.TempPathFactory) -> None:
    """This project has what was printed for `built`, where that was built already: the fast tests never do."""
    place = place_of_built(tmp_path_factory)
    if place.with_name("built-whole").exists():
        shutil.copytree(place / PRINTED, ROOT / PRINTED, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project with both sites built, without a network. Tests read it and change nothing; all workers
    share it.

    So do both runs of `python run.py test`, which says where.
    """
    place = place_of_built(tmp_path_factory)
    whole = place.with_name("built-whole")
    try:
        place.mkdir()
    except FileExistsError:  # another worker builds it, or has
        end = time.monotonic() + PATIENCE
        while not whole.exists() and time.monotonic() < end:
            time.sleep(0.5)
        assert whole.exists(), "the other worker could not build the sites"
        return Project(place)
    project = copy_project(place)
    done, seconds = timed_children(lambda: project.run_unplugged("-m", "curriculum", "build"))
    assert done.returncode == 0, done.stderr
    whole.write_text(str(seconds), encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def built_cost(built: Project) -> float:
    """Seconds of all processors that both sites took from nothing, by the yardstick of `pace`."""
    return float(built.root.with_name("built-whole").read_text(encoding="utf-8"))


def find_browser() -> str:
    """The program: Chromium without its window, or with it where there is no other."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert program, "chromium-headless-shell is not installed"
    return program


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without the window around the pages: a context of its own costs a third."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the fast tests need no browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def write_files(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write a folder of small files: {"docs/index.md": "# Home"} -> its root; with the languages of this project."""

    def write(files: dict[str, str]) -> Path:
        shutil.copy(ROOT / "mkdocs.yml", tmp_path)
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command in a copy of the small course, on a day of its own: the exit code, and all that was said."""
    shutil.copytree(ROOT / "tests" / "problems" / "nothing-wrong", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "en")
    monkeypatch.setenv("CURRICULUM_TODAY", "2026-11-28")

    def run(*typed: str) -> tuple[int, str]:
        code = main([*typed])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run
