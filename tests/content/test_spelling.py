"""Spelling in both languages (hunspell, Canadian dictionaries) and French grammar (Grammalecte), over all prose.

The project's own words stand in `words.en.txt` and `words.fr.txt`; what Grammalecte takes for a mistake and is none, in
`grammar.fr.txt`, with the reason.
"""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from curriculum.compose.facts import HOLE
from curriculum.read.layers import Settings, read_all
from curriculum.review.prose import blocks_of
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
TITLES = "references.md"
"""Titles of works, in their own language."""
BILINGUAL = ("glossary.md", "week-03/handouts/feeling-words.md")
"""Words of both languages beside each other."""
OFF = ("nbsp", "esp", "unit", "tab", "maj", "eepi")
"""France's spaces (ours are checked by wording.yml), layout, capitals of table cells, and advice to use median dots."""
pytestmark = pytest.mark.slow


def listed(name: str) -> list[str]:
    """The lines of a word list without its comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def prose(language: Language, *, bilingual: bool = False) -> list[str]:
    """Every block of every page and note, a line each, with a name in place of a fact and nothing for a blank."""
    sources = read_all(Settings(ROOT, "facilitator"))
    pages = [
        replace(page, body=HOLE.sub("Alex", page.body))
        for page in (*sources.pages.values(), *sources.notes.values())
        if page.language == language and page.uri != TITLES and (page.uri in BILINGUAL) is bilingual
    ]
    blocks = [block.text.strip() for page in pages for block in blocks_of(page)]
    return [re.sub(r"[ \u00a0]+(?=[.,])", "", block) for block in blocks if block]


def unknown(dictionaries: str, text: str) -> set[str]:
    """The words no dictionary knows."""
    command = ["hunspell", "-d", dictionaries, "-i", "utf-8", "-l"]
    said = subprocess.run(
        command, input=text.replace("’", "'"), capture_output=True, check=True, text=True, encoding="utf-8"
    ).stdout
    return {re.sub(r"^(?:[djlmnst]|qu)?['-]+|'s?$|[.'-]+$", "", word) for word in said.split()} - {""}


@pytest.mark.parametrize(("language", "dictionary"), [(EN, "en_CA"), (FR, "fr_CA")])
def test_every_word_is_known(language: Language, dictionary: str) -> None:
    found = unknown(dictionary, "\n".join(prose(language)))
    found |= unknown("en_CA,fr_CA", "\n".join(prose(language, bilingual=True)))
    known = {word.casefold() for word in listed(f"words.{language.code}.txt")}
    assert sorted(word for word in found if word.casefold() not in known) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_listed_for_nothing(language: Language) -> None:
    text = " ".join(prose(language) + prose(language, bilingual=True)).casefold()
    assert [word for word in listed(f"words.{language.code}.txt") if word.casefold() not in text] == []


def test_french_grammar(tmp_path: Path) -> None:
    text = tmp_path / "prose.txt"
    text.write_text("\n".join(prose(FR)) + "\n", encoding="utf-8")
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
