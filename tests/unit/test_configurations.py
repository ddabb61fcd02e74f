"""Slips of one or two edits in the configurations of the two sites: each is told in words, and none is let by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from curriculum.checks.audience import check_hooks, check_site_files
from curriculum.course import opened
from curriculum.read.hosts import HOSTS, read_hosts
from curriculum.read.languages import read_languages
from curriculum.read.site_files import read_site_file, read_site_files
from curriculum.words.audience import HOOKS
from curriculum.words.problems import tell
from languages import LANGUAGES
from slips import HOOK_SLIPS, OURS, RIGHT, SLIPS, THEIRS, with_slip
from test_problems import BASE, CASES, ROOT, lay_out

Write = Callable[[dict[str, str]], Path]
FREE = {"theme in another language"}
"""What is no matter: each build says its language itself."""
FOLDERS_TELL = {"no French"}
"""What the folder of the language that is left tells."""


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_in_every_language(slip: str, write_files: Write) -> None:
    root = write_files(with_slip(SLIPS[slip]))
    problems = [*check_site_files(read_site_files(root)), *read_languages(root)[1]]
    assert bool(problems) is (slip not in FREE | FOLDERS_TELL)
    assert all(tell(problems, language) for language in LANGUAGES if problems)


@pytest.mark.parametrize("slip", [slip for slip, edits in HOOK_SLIPS.items() if len(edits) == 1])
def test_a_slip_in_the_list_of_hooks_is_told_at_its_place_in_one_sentence(slip: str, write_files: Write) -> None:
    """Of the file that has it for both sites; a key that was misspelt has two: it is not one, and there is no list."""
    problems = check_site_files(read_site_files(write_files(with_slip(HOOK_SLIPS[slip]))))
    assert len({(p.path, p.line) for p in problems}) == 1 + (slip == "hooks misspelt")


def test_the_list_of_hooks_is_the_one_of_the_configuration() -> None:
    assert tuple(yaml.safe_load(RIGHT[OURS])["hooks"]) == HOOKS


def test_the_small_course_is_built_as_this_one_is() -> None:
    small = (CASES / BASE / OURS).read_text(encoding="utf-8")
    assert yaml.safe_load(small) == yaml.safe_load(RIGHT[OURS])


def test_each_hook_but_the_first_ends_without_the_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says why, whatever the list says; a word called “course” is none."""
    lay_out(BASE, tmp_path)
    config = tmp_path / OURS
    for extra in ({}, {"course": "x"}):
        with pytest.raises(SystemExit) as end:
            opened(extra, str(config))
        assert "[hooks-differ]" in str(end.value)
    config.write_text(with_slip(HOOK_SLIPS[f"without {HOOKS[0]}"])[OURS], encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        opened({}, str(config))
    assert f"{OURS}:23: " in str(end.value)
    assert HOOKS[0] in str(end.value)


def test_a_configuration_from_nowhere_is_told() -> None:
    """As one that is typed: `mkdocs build -f -`."""
    with pytest.raises(SystemExit) as end:
        opened({}, None)
    assert "[site-unknown]" in str(end.value)


def test_what_is_right_is_not_told(write_files: Write) -> None:
    root = write_files(dict(RIGHT))
    assert check_site_files(read_site_files(root)) == []
    assert [p.rule for p in check_hooks(read_site_file(root, THEIRS))] == ["hooks-differ"]


HOSTED = {
    "netlify.toml": '[build]\n  publish = "site"\n',
    ".gitlab-ci.yml": "pages:\n  script: mv site public\n",
    ".github/workflows/site.yml": "  path: site\n",
    "deploy/participants/nginx.conf": "  root /srv/site;\n",
}


@pytest.mark.parametrize("name", HOSTED)
def test_a_file_for_a_host_that_gives_out_the_other_site_is_told(name: str, write_files: Write) -> None:
    """At its line; a comment is for whoever reads it."""
    right = {**RIGHT, **HOSTED, name: f"# site-facilitator\n{HOSTED[name]}"}
    assert check_site_files(read_site_files(write_files(right))) == []
    wrong = {**right, name: right[name].replace("site", "site-facilitator").replace("# site", "# x")}
    found = check_site_files(read_site_files(write_files(wrong)))
    assert [(problem.path, problem.rule) for problem in found] == [(name, "host-theirs")]
    assert found[0].line > 1


def test_no_file_for_a_host_gives_out_the_other_site() -> None:
    assert read_hosts(ROOT) == []
    assert sum(bool([*ROOT.glob(pattern)]) for pattern in HOSTS) > 3
