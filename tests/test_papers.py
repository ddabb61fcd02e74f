"""What the papers for people name is there: files, commands and their options; both languages name the same.

The workflows of those who host the project call what is there, and may do nothing but read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from curriculum.__main__ import COMMANDS
from curriculum.words.commands import part_on

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ["README.md", "README.fr.md", "CONTRIBUTING.md", "CONTRIBUTING.fr.md", "DEVELOPING.md", "tests/README.md"]
HELP = "hooks/curriculum/words/en/help.txt"
PAPERS += ["deploy/README.md", "deploy/README.fr.md"]
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.M | re.S)
FILE = re.compile(r"\.?[\w*-]+(?:\.[\w*-]+)*(?:/[\w.*-]*)+|[\w-]+\.(?:py|yml|toml|md|txt|json)")
MADE = ("site/", "site-facilitator/", "to-facilitators/", "to-print/", "to-publish/", "to-report/")
"""What the project makes, and nobody keeps."""
SOURCES = ("docs", "editions", "facilitator", "hooks", "overrides", "tests")
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TESTING = [path for path in WORKFLOWS if path.stem in ("lowest", "test")]
"""Those that run by themselves in every copy of the project; the others are held in `unit/test_forges.py`."""
LOWEST = ROOT / ".github" / "workflows" / "lowest.yml"
MOST_WORDS = 2700
"""Ten minutes, at the pace of a technical text; French takes a tenth more words than English."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_in(text: str) -> list[str]:
    """Every stretch of code: in a line, or a line of a block."""
    blocks = [line for block in FENCE.findall(text) for line in block.splitlines()]
    return blocks + CODE.findall(FENCE.sub("", text))


def commands_in(text: str) -> list[str]:
    """The commands of `run.py` that a text names, with their options."""
    return [found[1].strip() for code in code_in(text) if (found := re.search(r"run\.py((?: \S+)*)", code))]


@pytest.fixture(scope="module")
def names() -> set[str]:
    """Every file and folder of the project by its last part."""
    return {path.name for folder in SOURCES for path in (ROOT / folder).rglob("*")} | {p.name for p in ROOT.iterdir()}


@pytest.mark.parametrize("name", PAPERS)
def test_files_that_a_paper_names_are_there(name: str, names: set[str]) -> None:
    named = {code for code in CODE.findall(FENCE.sub("", read(name))) if FILE.fullmatch(code)}
    assert named
    assert [path for path in named if not path.startswith(MADE) and not _is_there(path.rstrip("/"), names)] == []


def _is_there(path: str, names: set[str]) -> bool:
    """True for a path from the root or from the package, and for the name of something wherever it is."""
    places = (ROOT, ROOT / "hooks" / "curriculum")
    return path in names if "/" not in path else any(any(place.glob(path)) for place in places)


@pytest.mark.parametrize("name", PAPERS)
def test_links_of_a_paper_lead_somewhere(name: str) -> None:
    for path, anchor in LINK.findall(CODE.sub("", FENCE.sub("", read(name)))):
        if path.startswith("https://"):
            continue
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), path
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.M)
            assert anchor in {_anchor(heading) for heading in headings}, anchor


def _anchor(heading: str) -> str:
    """How the web page of a repository names a heading.

    In:  "Les notes pour l’animation"
    Out: "les-notes-pour-lanimation"
    """
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", [*PAPERS, "RULES.md", "RULES.fr.md"])
def test_commands_that_a_paper_names_are_offered(name: str) -> None:
    offered = read("run.py") + "".join(read(f"hooks/curriculum/commands/{path}.py") for path in COMMANDS.values())
    said = read(HELP)
    for command in commands_in(read(name)):
        first = re.match(r"[a-z]+", command)
        assert first is None or first[0] == "help" or re.search(rf"python run\.py {first[0]}\b", said), command
        for option in re.findall(r"--[a-z-]+", command):
            assert option in offered, command
        if verb := re.match(r"(?:edition|translate) ([a-z]+)", command):
            taken = re.search(rf"\b{verb[1]}\b", part_on(command.split()[0], said)) or f'"{verb[1]}"' in offered
            assert taken, command


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_what_is_undone_is_undone_by_commands_that_are_there(name: str) -> None:
    """What becomes of the pages is tried in tests/unit: test_edition_command.py and test_releases.py."""
    line = next(row for row in re.split(r"\n(?=- )", read(name)) if "git restore" in row)
    assert [command.split()[0] for command in commands_in(line)] == ["edition", "publish"]
    assert "drop" in line
    assert "--rollback" in line


def test_sections_that_a_command_or_a_message_names_are_there() -> None:
    """Whoever types `edition replace law.md#titles` as it stands there gets a section."""
    said = [command for name in PAPERS for command in commands_in(read(name))]
    for code in ("en", "fr"):
        words = yaml.safe_load(read(f"hooks/curriculum/words/{code}/messages.yml"))
        said += [text[key] for text in words.values() for key in ("say", "instead")]
    named = {found for text in said for found in re.findall(r"(?<![\w./-])([\w/-]+\.md)#([\w-]+)", text)}
    assert {("law.md", "titles"), ("docs/week-03/index.md", "trios")} <= named
    for path, section in named:
        assert f"{{ #{section} }}" in read(f"docs/{path.removeprefix('docs/')}"), f"{path}#{section}"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_options_that_the_help_names_are_offered(code: str) -> None:
    """And every option of a command that people use stands there, in each language."""
    said = {*re.findall(r"--[a-z-]+", read(HELP.replace("/en/", f"/{code}/")))}
    files = [
        f"hooks/curriculum/commands/{path}.py"
        for path in ["publish_offline", "packs", *COMMANDS.values()]
        if path != "make"
    ]
    taken = {option for path in files for option in re.findall(r'add_argument\(\s*"(--[a-z-]+)"', read(path))}
    benched = {*re.findall(r'"(--[a-z-]+)"', read("tests/benchmarks/__main__.py") + read("run.py"))}
    assert taken <= said <= taken | benched


@pytest.mark.parametrize("name", ["README", "CONTRIBUTING", "deploy/README"])
def test_both_languages_name_the_same_commands_and_files(name: str) -> None:
    english, french = ({*commands_in(read(f"{name}{end}.md"))} for end in ("", ".fr"))
    assert {command.split("  ")[0] for command in english} == {command.split("  ")[0] for command in french}
    files = [{code for code in CODE.findall(read(f"{name}{end}.md")) if FILE.fullmatch(code)} for end in ("", ".fr")]
    assert {path.replace("fr/", "") for path in files[0]} == {path.replace("fr/", "") for path in files[1]}


@pytest.mark.parametrize(("path", "said"), [("README.md", "foot"), ("README.fr.md", "au pied")])
def test_the_bar_of_the_live_site_is_looked_for_where_it_is(path: str, said: str) -> None:
    """A paper, the help and the first words in the terminal send people to the same end of the page as the style."""
    assert re.search(r"^\.live \{ position: sticky;[^}]* bottom: 0;", read("hooks/curriculum/live/bar.css"), re.M)
    code = "fr" if ".fr" in path else "en"
    words = f"hooks/curriculum/words/{code}"
    started = yaml.safe_load(read(f"{words}/labels.yml"))["live-started"]
    for text in (read(path), read(f"CONTRIBUTING{path[6:]}"), read(f"{words}/help.txt"), started):
        near = re.search(r"[^.:;]*\b(?:bar|barre|on passe)\b[^.:;]*", text, re.I)
        assert said in (near[0].lower() if near else ""), text[:60]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_read_in_ten_minutes(name: str) -> None:
    assert len(read(name).split()) <= MOST_WORDS


def test_files_that_the_rules_name_are_there() -> None:
    for name in ("RULES.md", "RULES.fr.md"):
        named = {path.rstrip(".") for path in re.findall(r"(?:hooks|overrides)/[\w./-]+\.\w+", read(name))}
        assert named
        assert [path for path in named if not (ROOT / path).exists()] == []


def steps_of(path: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_calls_what_is_there(path: Path) -> None:
    lines = [step["run"] for step in steps_of(path) if "run" in step]
    ours = [line for line in lines if "run.py" in line or "-m curriculum" in line]
    assert ours
    for line in ours:
        name, *options = re.split(r"run\.py |-m curriculum ", line)[1].split()
        assert re.search(rf"python run\.py {name}\b", read(HELP))
        assert all(option in read(HELP) for option in options)
        assert name in COMMANDS or name == "test"


@pytest.mark.parametrize("path", TESTING, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_and_takes_actions_by_their_hash(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets." not in path.read_text(encoding="utf-8")
    used = [step for step in steps_of(path) if "uses" in step]
    assert used
    for step in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        assert "checkout" not in step["uses"] or step["with"] == {"persist-credentials": False}
    started_by = workflow[True]  # YAML reads the key `on` as true
    assert {"push", "pull_request", "schedule"} <= set(started_by)


def test_the_workflows_try_three_systems_and_the_lowest_versions() -> None:
    jobs = yaml.safe_load(read(".github/workflows/test.yml"))["jobs"]
    systems = {
        name.split("-")[0]
        for job in jobs.values()
        for name in job.get("strategy", {"matrix": {"system": []}})["matrix"]["system"]
    }
    assert systems == {"ubuntu", "macos", "windows"}
    lowest = re.search(r'requires-python = ">=([\d.]+)"', read("pyproject.toml"))
    assert lowest
    assert any(step.get("with", {}).get("python-version") == lowest[1] for step in steps_of(LOWEST))
    assert any("lowest-direct" in step.get("run", "") for step in steps_of(LOWEST))
