"""The shape of the code: what may import what, how long things are, one list of extensions."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml
from curriculum.elements.markdown import EXTENSIONS, NAME
from curriculum.elements.vocabulary import GROUPS
from curriculum.read.yamlfile import read_schema
from curriculum.words.labels import read_words
from curriculum.words.model import Copies, Kind, Language
from curriculum.words.rules import read_families
from languages import EN, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = sorted((ROOT / "hooks" / "curriculum").rglob("*.py"))
ADAPTERS = sorted((ROOT / "hooks").glob("*.py"))


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PACKAGE, ids=names)
def test_the_core_does_not_know_the_generator(path: Path) -> None:
    imported = [
        node.module if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
    assert not [name for name in imported if str(name).split(".")[0] in ("mkdocs", "material", "mkdocs_static_i18n")]


@pytest.mark.parametrize("path", PACKAGE + ADAPTERS, ids=names)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= (60 if path in ADAPTERS else 200)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


TYPE = re.compile(r"[A-Z]\w*[a-z]\w*$")
ON_DISK = re.compile(r"(?:read|write)_")


def test_one_name_is_one_thing() -> None:
    """Of types, and of what touches the disk: who meets `Place` in another room need not ask which one it is."""
    found: dict[str, list[str]] = {}
    for path in PACKAGE:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            for name in _named_by(node):
                found.setdefault(name, []).append(names(path))
    assert len(found) > 300
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def _named_by(node: ast.stmt) -> list[str]:
    """The type, the alias of one, or the function that reads or writes, which a statement defines."""
    if isinstance(node, ast.ClassDef):
        return [node.name] if not node.name.startswith("_") else []
    if isinstance(node, ast.FunctionDef):
        return [node.name] if ON_DISK.match(node.name) else []
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [one.id for one in targets if isinstance(one, ast.Name) and TYPE.match(one.id)]


@pytest.mark.parametrize("path", ADAPTERS, ids=names)
def test_adapters_share_nothing_and_decide_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\bimport re\b", text)
    assert not re.search(r"^from (?!curriculum|mkdocs|jinja2|pathlib|collections.abc|contextlib|typing)", text, re.M)


CODES = {language.code for language in LANGUAGES}
MAY_NAME_ONE = {
    "read/languages.py": ["en"],  # the line of mkdocs.yml that an author is shown
    "words/labels.py": ["en"],  # what messages are told in where nobody says otherwise
}


@pytest.mark.parametrize("path", [*PACKAGE, *ADAPTERS], ids=names)
def test_no_module_names_a_language(path: Path) -> None:
    """Which languages there are is in `mkdocs.yml`, and what is their own in `words/`: code is the same for all."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = [word for node in ast.walk(tree) if id(node) not in docstrings for word in _words_of(node)]
    found = [word for word in said if word.lower() in CODES or word.endswith("-CA")]
    assert found == MAY_NAME_ONE.get(names(path).removeprefix("hooks/curriculum/"), [])


def _words_of(node: ast.AST) -> list[str]:
    """The name that stands in the code, or the words of a text."""
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.Name):
        return [node.id]
    return re.findall(r"[\w-]+", node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def test_no_template_names_a_language() -> None:
    code = re.compile(rf"\b(?:{'|'.join(CODES)})\b")
    templates = list((ROOT / "overrides").rglob("*.html"))
    assert templates
    assert [names(path) for path in templates if code.search(path.read_text(encoding="utf-8"))] == []


def test_screen_and_paper_are_made_by_the_same_extensions() -> None:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    named = [next(iter(item)) if isinstance(item, dict) else item for item in config["markdown_extensions"]]
    assert {*named, NAME} == set(EXTENSIONS)


def test_the_schemas_name_the_same_choices_as_the_code() -> None:
    week = read_schema("curriculum")["$defs"]["week"]["properties"]
    handout = week["handouts"]["additionalProperties"]["properties"]
    resource = read_schema("resources")["properties"]["resources"]["items"]["properties"]
    assert handout["kind"]["enum"] == [kind.value for kind in Kind]
    assert handout["copies"]["enum"] == [copies.value for copies in Copies]
    assert resource["groups"]["items"]["enum"] == list(GROUPS)


def test_every_adapter_is_in_the_configuration() -> None:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    hooks = [path for path in ADAPTERS if re.search(r"^(def )?on_", path.read_text(encoding="utf-8"), re.M)]
    assert sorted(config["hooks"]) == [names(path) for path in hooks]
    assert [path.name for path in ADAPTERS if path not in hooks] == ["build_sites.py"]


def test_only_one_file_opens_the_notes() -> None:
    configs = {path.name: path.read_text(encoding="utf-8") for path in ROOT.glob("mkdocs*.yml")}
    assert [name for name, text in configs.items() if re.search(r"^\s*notes:", text, re.M)] == [
        "mkdocs.facilitator.yml"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_says_why_with_an_example_in_every_language(language: Language) -> None:
    for rule, entry in read_words("messages", language).items():
        assert sorted(entry) == ["example", "instead", "say", "why"], rule
        assert all(isinstance(words, str) and words.strip() for words in entry.values()), rule
        assert entry["example"] != entry["instead"], rule


def test_every_rule_belongs_to_one_family() -> None:
    named = [rule for rules in read_families().values() for rule in rules]
    assert sorted(named) == sorted(read_words("messages", next(iter(LANGUAGES))))
    for language in LANGUAGES:
        assert list(read_words("rules", language)["families"]) == list(read_families())


def test_every_rule_that_is_used_has_words_and_the_reverse() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE)
    unused = {
        rule for rule in read_words("messages", EN) if f'"{rule}"' not in code and not rule.startswith("element-")
    }
    assert unused == set()


ROOMS = (
    *(
        "words",
        "read",
        "begin",
        "watch",
        "translate",
        "pictures",
        "elements",
        "compose",
        "site",
        "formats",
        "checks",
        "review",
        "adopt",
        "publish",
        "verify",
        "packs",
    ),
    *("course", "live", "commands"),
)
"""As the docstring of the package lists them."""


@pytest.mark.parametrize("path", PACKAGE, ids=names)
def test_a_room_uses_only_those_above_it(path: Path) -> None:
    room = path.relative_to(ROOT / "hooks" / "curriculum").parts[0].removesuffix(".py")
    below = ROOMS[ROOMS.index(room) + 1 :] if room in ROOMS else ()
    imported = [
        node.module.split(".")[1]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("curriculum.")
    ]
    assert [name for name in imported if name in below] == []


def test_the_map_lists_the_rooms_in_their_order() -> None:
    text = (ROOT / "hooks" / "curriculum" / "__init__.py").read_text(encoding="utf-8")
    found = re.findall(r"(?:^    |      )(\w+)(?:/ +| {6})(?=\S)", text, re.M)
    assert tuple(name for name in found if name in ROOMS) == ROOMS
    folders = {path.name for path in (ROOT / "hooks" / "curriculum").iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders | {"course"} == set(ROOMS)
