"""The languages of a site, from its `mkdocs.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum.read.languages import read_languages

EN = "{ locale: en, name: English, default: true }"
FR = "{ locale: fr, name: Français }"
LIST = "plugins:\n  - i18n:\n      languages:\n        - {}\n        - {}\n"


def read(root: Path, text: str) -> tuple[list[tuple[str, str, str]], list[tuple[int, str]]]:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    languages, problems = read_languages(root)
    found = [(language.code, language.prefix, language.name) for language in languages]
    return found, [(problem.line, problem.rule) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        LIST.format(EN, FR),
        LIST.format(FR, EN),
        f"site_name: !ENV [NAME, x]\nextra: {{ of: !!python/name:a.b }}\n{LIST.format(EN, FR)}",
        f"plugins:\n  search: {{}}\n  i18n:\n    languages: [{EN}, {FR}]\n",
        f"all: &all\n  languages: [{EN}, {FR}]\nplugins:\n  - search\n  - i18n: *all\n",
    ],
    ids=["a list", "the first is not the default", "tags", "plugins by name", "written elsewhere"],
)
def test_the_default_is_first_and_at_the_root(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ([("en", "", "English"), ("fr", "fr/", "Français")], [])


def test_a_site_may_have_one_language_and_it_may_be_french(tmp_path: Path) -> None:
    text = "plugins: [i18n: {languages: [{locale: fr, default: true}]}]"
    assert read(tmp_path, text) == ([("fr", "", "fr")], [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a list",
        "plugins",
        "plugins: [search]",
        "plugins: [i18n: {languages: }]",
        "plugins: [i18n: {languages: [en, fr]}]",
        LIST.format(EN, EN),
        LIST.format(FR, FR),
        LIST.format("{ locale: en }", FR),
        LIST.format(EN, "{ locale: fr, default: true }"),
    ],
)
def test_what_cannot_be_made_out_is_told(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ([], [(1, "no-languages")])


def test_what_is_no_yaml_is_told_as_that(tmp_path: Path) -> None:
    assert read(tmp_path, "site_name: x\nplugins: [i18n") == ([], [(2, "not-yaml")])


@pytest.mark.parametrize("code", ["es", "../en", "EN", "en-CA"])
def test_a_language_without_words_is_told_where_it_stands(tmp_path: Path, code: str) -> None:
    assert read(tmp_path, LIST.format(EN, f"{{ locale: {code} }}")) == ([], [(5, "no-words")])


def test_a_configuration_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert [problem.rule for problem in read_languages(tmp_path)[1]] == ["file-absent"]
