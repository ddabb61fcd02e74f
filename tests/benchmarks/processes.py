"""Whole processes, timed from outside: nothing of what is measured is imported here."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Cost:
    """Seconds of all processors and on the clock; megabytes of the largest process."""

    cpu: float
    wall: float
    peak: float


def run(command: Command, place: Path, more: Mapping[str, str] | None = None) -> Cost:
    """What a command and all its children cost; its last words when it fails."""
    log = place / "log.txt"
    with log.open("w", encoding="utf-8") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=place, env=environment(more), stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{log.read_text(encoding='utf-8')[-2000:]}")
    log.unlink()
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes on Linux
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / unit)


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """As `run.py` sets it. Python may keep its bytecode: who uses the project lets it."""
    ours = {"PYTHONPATH": "hooks", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **ours, **(more or {})}


def memory_of(process: int) -> float | None:
    """Megabytes that a process and its children hold now; none where the system does not say."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    except OSError:
        return None
    held = [int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmRSS")]
    return sum(held) + sum(memory_of(int(child)) or 0 for child in children)
