"""Scripts as pages carry them: all that runs, and no remark."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum.read.scripts import FOLDER, carried

SCRIPTS = sorted((Path(__file__).resolve().parents[2] / FOLDER).glob("*.js"))


def test_remarks_and_indents_stay_behind() -> None:
    assert carried('// Leave.\n{\n  // At once.\n  go("https://a.ca") // now\n}\n') == '{\ngo("https://a.ca")\n}\n'


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_every_line_that_runs_is_carried(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = [one.strip().partition(" // ")[0] for one in text.splitlines() if not one.strip().startswith("//")]
    assert carried(text).splitlines() == lines
    assert [line for line in lines if line.count("`") % 2] == [], "a text over several lines would lose its indents"
    assert not any(line.count('"') % 2 for line in lines), "two slashes inside words would be taken for a remark"
