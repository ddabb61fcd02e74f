"""What a rule protects, told by its name."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from curriculum.__main__ import main
from curriculum.words.labels import read_words
from curriculum.words.model import Language
from curriculum.words.rules import explain, finding, is_rule, list_rules, page, page_name, pattern, read_families
from languages import EN, FR, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = re.compile(r"`[^`]*`")
FRENCH_SPACING = re.compile(r"(?<![\u00a0\d]):(?= |$)|[\u00a0 ][;!?]|«(?!\u00a0)|(?<!\u00a0)»|'")


def test_a_rule_is_told_with_its_message_its_reason_and_an_example() -> None:
    told = explain("missing-id", EN)
    entry = read_words("messages", EN)["missing-id"]
    assert told.startswith("missing-id\n\nthe heading “…” has no id;")
    assert " ".join(entry["why"].split()) in " ".join(told.split())
    assert "## What to expect`" in told
    assert "## What to expect { #expect }`" in told


def test_a_rule_is_found_as_a_message_writes_it() -> None:
    assert explain("[missing-id]", FR) == explain("missing-id", FR)
    assert is_rule("[missing-id]")


def test_a_slip_in_the_name_gets_the_names_that_are_near() -> None:
    assert "Did you mean: missing-id" in explain("mising-id", EN)
    assert "Vouliez-vous dire\u00a0: missing-id" in explain("mising-id", FR)
    assert explain("zzz", EN) == "“zzz” is no rule. All rules: python run.py why"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_a_line_for_every_rule(language: Language) -> None:
    lines = [line for line in list_rules(language).splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in lines] == [rule for rules in read_families().values() for rule in rules]
    assert all(len(line.split()) > 2 for line in lines)


def test_what_is_filled_in_is_left_open() -> None:
    assert pattern("“{found}” has none; add {{ #{found} }}") == "“…” has none; add { #… }"
    assert finding("“{found}” has none; add {{ #{found} }}") == "“…” has none"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_rules_is_current(language: Language) -> None:
    kept = ROOT / page_name(language)
    if os.environ.get("REFRESH"):
        kept.write_text(page(language), encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == page(language)


def test_french_reasons_are_spaced_as_in_canada() -> None:
    for rule, entry in read_words("messages", FR).items():
        for key in ("why", "example", "instead"):
            assert not FRENCH_SPACING.search(CODE.sub("x", entry[key])), (rule, key)


def test_code_in_a_reason_is_closed() -> None:
    for language in LANGUAGES:
        for rule, entry in read_words("messages", language).items():
            assert all(entry[key].count("`") % 2 == 0 for key in ("why", "example", "instead")), rule


def test_the_command_tells_a_rule_and_refuses_what_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "load-step", "--language", "both"]) == 0
    told = capsys.readouterr().out
    assert "Two steps up at once lose people." in told
    assert "Deux marches d’un coup" in told
    assert main(["why", "--language", "en"]) == 0
    assert "missing-id" in capsys.readouterr().out
    assert main(["why", "nothing-like-it", "--language", "en"]) == 1
