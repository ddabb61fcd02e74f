"""An editor that knows JSON Schema completes keys in the files of the course, and marks none that is right."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from curriculum.begin.files import FOLDER
from jsonschema import Draft202012Validator

LED = re.compile(r"\A# yaml-language-server: \$schema=(\S+)\n")
OWN = sorted(path for path in (ROOT / "editions").rglob("*.yml") if path.name != "changes.yml")
"""Those that partners write; the ledger of an edition is kept by its command."""


def schema_of(path: Path, base: Path) -> dict[str, Any]:
    led = LED.match(path.read_text("utf-8"))
    assert led, f"{path} leads to no schema"
    schema: dict[str, Any] = json.loads(Path(os.path.normpath(base / led[1])).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return schema


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_right_file_is_marked_nowhere_and_a_key_that_is_none_is(path: Path) -> None:
    validator = Draft202012Validator(schema_of(path, path.parent))
    values = yaml.safe_load(path.read_text("utf-8"))
    assert [error.message for error in validator.iter_errors(values)] == []
    assert [*validator.iter_errors({**(values or {}), "nothing-like-it": "x"})]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.name)
def test_the_files_of_a_new_edition_lead_to_theirs(path: Path) -> None:
    """They are written into `partner/`."""
    schema_of(path, ROOT / "partner")
