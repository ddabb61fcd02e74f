"""Spelling in both languages (hunspell, Canadian dictionaries) and French grammar (Grammalecte), over all prose.

The project's own words stand in `words.en.txt` and `words.fr.txt`; what Grammalecte takes for a mistake and is none, in
`grammar.fr.txt`, with the reason.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from curriculum.layers import Settings, read_sources
from curriculum.model import Language
from curriculum.review.prose import blocks_of

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
OFF = ("nbsp", "esp", "unit", "tab", "maj", "eepi")
"""France's spaces (ours are checked by wording.yml), layout, capitals of table cells, and advice to use median dots."""
pytestmark = pytest.mark.slow


def listed(name: str) -> list[str]:
    """The lines of a word list without its comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def prose(language: Language) -> list[str]:
    """Every block of every page and note, a line each; a fact that was taken out leaves no space before a full stop."""
    sources = read_sources(Settings(ROOT, "facilitator"))
    pages = [page for page in (*sources.pages.values(), *sources.notes.values()) if page.language is language]
    blocks = [block.text.strip() for page in pages for block in blocks_of(page)]
    return [re.sub(r"[ \u00a0]+(?=[.,])", "", block) for block in blocks if block]


@pytest.mark.parametrize(("language", "dictionary"), [(Language.EN, "en_CA"), (Language.FR, "fr_CA")])
def test_every_word_is_known(language: Language, dictionary: str, tmp_path: Path) -> None:
    text = tmp_path / "prose.txt"
    text.write_text("\n".join(prose(language)), encoding="utf-8")
    command = ["hunspell", "-d", dictionary, "-i", "utf-8", "-l", str(text)]
    unknown = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout.split()
    known = {word.casefold() for word in listed(f"words.{language.value}.txt")}
    found = {re.sub(r"[’']s?$|\.$", "", word) for word in unknown}
    assert sorted(word for word in found if word.casefold() not in known) == []


def test_no_word_is_listed_for_nothing() -> None:
    for language in Language:
        text = " ".join(prose(language)).casefold()
        assert [word for word in listed(f"words.{language.value}.txt") if word.casefold() not in text] == []


def test_french_grammar(tmp_path: Path) -> None:
    text = tmp_path / "prose.txt"
    text.write_text("\n".join(prose(Language.FR)) + "\n", encoding="utf-8")
    command = ["grammalecte-cli", "-f", str(text), "-j", "-ctx", "-off", *OFF]
    said = json.loads(subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout)
    remarks = [error for paragraph in said["data"] for error in paragraph["lGrammarErrors"]]
    fine = {tuple(line.split("\t")[:2]) for line in listed("grammar.fr.txt")}
    found = {(error["sRuleId"].split("__")[1], error["sUnderlined"]): error for error in remarks}
    left = [
        f"{rule}\t{words}\t{error['sMessage']} …{error['sBefore'][-40:]}[{words}]{error['sAfter'][:30]}"
        for (rule, words), error in found.items()
        if (rule, words) not in fine
    ]
    assert left == []
    assert fine - found.keys() == set(), "excused, and no longer there"
