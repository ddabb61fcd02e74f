"""What runs at a forge: named by commit, with the least rights, off in a fork until somebody turns it on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SWITCHED = ("site.yml", "weekly.yml")
FORMS = [ROOT / ".github" / "ISSUE_TEMPLATE" / name for name in ("line-changed.yml", "ligne-changee.yml")]
PUBLIC = [*WORKFLOWS, ROOT / ".gitlab-ci.yml", ROOT / "netlify.toml", ROOT / "deploy/participants/Containerfile"]
WRITES = {
    ("site.yml", "build"): {"contents": "read"},
    ("site.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("weekly.yml", "look"): {"contents": "read", "issues": "write"},
}


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_named_by_its_commit_and_leaves_no_key_behind(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"uses: (.*)", text)
    assert named
    assert [one for one in named if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    assert "secrets." not in text


def test_an_action_is_the_same_commit_wherever_it_stands() -> None:
    named = {one for path in WORKFLOWS for one in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))}
    assert len(named) == len({one.partition("@")[0] for one in named})


@pytest.mark.parametrize("name", SWITCHED)
def test_a_job_has_only_the_rights_it_needs_and_waits_to_be_turned_on(name: str) -> None:
    workflow = read(ROOT / ".github" / "workflows" / name)
    assert workflow["permissions"] == {}
    for job, said in workflow["jobs"].items():
        assert said["permissions"] == WRITES[name, job]
        assert "vars." in said["if"]
        assert int(said["timeout-minutes"]) <= 20


def test_nothing_of_facilitators_is_made_where_others_read() -> None:
    for path in PUBLIC:
        made = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
        assert not re.search(r"--facilitators|run\.py seal|site-facilitator", "\n".join(made)), path.name
        if path.name not in ("test.yml", "lowest.yml", "weekly.yml"):
            assert "run.py publish" in "\n".join(made)


def test_the_form_asks_the_same_in_both_languages() -> None:
    english, french = (read(path)["body"] for path in FORMS)
    assert [(part["type"], part.get("id"), part.get("validations")) for part in english] == [
        (part["type"], part.get("id"), part.get("validations")) for part in french
    ]
    for ours, theirs in zip(english, french, strict=True):
        assert ours["attributes"] != theirs["attributes"]
