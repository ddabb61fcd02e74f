"""What is typed in the terminal: a slip is told in words, and nothing is left running or broken off."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from curriculum.__main__ import COMMANDS, main
from curriculum.words.commands import part_on, read_help, way_to_write
from curriculum.words.labels import read_spoken
from curriculum.words.model import Language

ROOT = Path(__file__).resolve().parent.parent.parent
RUN = [sys.executable, str(ROOT / "run.py")]
SLIP = Path(__file__).parent / "typed-wrongly" / "expected.txt"
NAMED = re.compile(r"^python run\.py (\S+)", re.M)
PATIENCE = 30
"""Seconds for a process to end."""


def test_a_slip_after_a_command_is_told_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    monkeypatch.setattr(sys, "argv", ["curriculum", "why", "missing-id", "please"])
    with pytest.raises(SystemExit) as ended:
        main(sys.argv[1:])
    said = capsys.readouterr().err
    if os.environ.get("REFRESH"):
        SLIP.write_text(said, encoding="utf-8")
    assert ended.value.code == 2
    assert said == SLIP.read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", [["--language"], ["--notes", "x"], ["--language", "de"]])
def test_a_build_that_is_asked_wrongly_builds_nothing(
    typed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["build", *typed])
    assert ended.value.code == 2
    assert "[command-line]" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("typed", [["buidl"], ["build", "--paper"], ["test", "everything"]])
def test_a_word_that_is_no_command_gets_the_list_of_commands(typed: list[str]) -> None:
    done = subprocess.run([*RUN, *typed], capture_output=True, check=False, text=True, encoding="utf-8")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count(" ".join(typed)) == 2
    offered = "serve, build, check, review, why, print, publish, seal, edition, translate, new-edition, new-language, "
    offered += "adopt, doctor, facts, links, verify, materialise, inventory, bench, test"
    assert done.stderr.count(offered) == 2


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_help_names_every_command(code: str) -> None:
    """In the language of the messages, also after a command, and before anything is set up."""
    said = run_in(code, "help")
    wrong = subprocess.run([*RUN, "x"], capture_output=True, check=False, text=True, encoding="utf-8")
    commands = wrong.stderr.split("These are: ")[1].split(". ")[0].split(", ")
    assert {found[1] for found in NAMED.finditer(said)} == set(commands)
    assert said.strip() == read_help(Language(code)).strip()
    for command in commands:
        part = run_in(code, command, "--help").strip()
        assert part == part_on(command, read_help(Language(code))).strip()
        assert part != said.strip()


@pytest.mark.parametrize("typed", ["inventory --help", "seal -h", "translate status --help", "test -h"])
def test_who_asks_for_help_gets_it_before_anything_is_set_up(typed: str, tmp_path: Path) -> None:
    """Of a project that was never run: nothing is made, fetched or told but the help."""
    kept = ["run.py", *(path.relative_to(ROOT) for path in ROOT.glob("hooks/curriculum/words/*/help.txt"))]
    for name in kept:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    environment = {**os.environ, "CURRICULUM_LANGUAGE": "en"}
    command = [sys.executable, "run.py", *typed.split()]
    said = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True, text=True)
    assert said.stdout.strip() == part_on(typed.split(maxsplit=1)[0], read_help(Language("en"))).strip()
    assert said.stderr == ""
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("language", read_spoken(), ids=lambda language: language.code)
@pytest.mark.parametrize("command", sorted({*COMMANDS} - {"make"}))
def test_a_command_that_is_asked_wrongly_says_how_it_is_written(
    command: str, language: Language, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With an example, and no word of the library that reads the line; `--help` says the rest."""
    monkeypatch.setenv("CURRICULUM_LANGUAGE", language.code)
    with pytest.raises(SystemExit):
        main([command, "--no-such-option"])
    said, way = capsys.readouterr().err, way_to_write(command, read_help(language))
    assert way.startswith(f"python run.py {command}")
    assert f"{way}." in said
    assert "usage" not in said
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert capsys.readouterr().out.strip() == part_on(command, read_help(language)).strip()


@pytest.mark.skipif(os.name == "nt", reason="a pipe that is closed is told otherwise there")
def test_a_reader_who_has_seen_enough_is_not_told_of_it() -> None:
    environment = {**os.environ, "PYTHONPATH": "hooks"}
    command = f"{sys.executable} -m curriculum why | head -1"
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, check=True, text=True)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there")
def test_what_is_ended_from_outside_leaves_nothing_running() -> None:
    """The one command starts a process of its own, which ends with it."""
    code = "import run, sys; from pathlib import Path; run.PYTHON = Path(sys.executable); run.run('-c', sys.argv[1])"
    child = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
    with subprocess.Popen([sys.executable, "-c", code, child], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        inner = int(process.stdout.readline())
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
    end = time.monotonic() + PATIENCE
    while runs(inner) and time.monotonic() < end:
        time.sleep(0.05)
    assert not runs(inner)


def run_in(code: str, *typed: str) -> str:
    environment = {**os.environ, "CURRICULUM_LANGUAGE": code, "PYTHONUTF8": "1"}
    return subprocess.run(
        [*RUN, *typed], capture_output=True, check=True, text=True, encoding="utf-8", env=environment
    ).stdout


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
