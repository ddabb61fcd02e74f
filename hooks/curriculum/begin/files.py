"""The files of a new edition. Each explains itself, in the words of `files/`, and has a place for each answer.

In:  `    {org.name}` on a line of its own, the answers {"org.name.en": "the Circle"}, English and French
Out: `    en: "the Circle"` and `    fr: ""`, a line for each language
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from curriculum.words.labels import read_words
from curriculum.words.model import Language

FOLDER = Path(__file__).parent / "files"
PROFILE = "profile.yml"
FILES = {
    PROFILE: PROFILE,
    "resources.yml": "resources.yml",
    "schedule.yml": "schedule.yml",
    "facilitator.yml": "private.yml",
}
"""The files of an edition, and the template of each; no file of ours is called like one that only facilitators have."""
EACH = re.compile(r"^( *)\{([a-z.-]+)\}$", re.M)
ONE = re.compile(r"\{([a-z.-]+)\}(?!\})")


CODES = "{languages}"
"""Where the codes of the languages stand, in their order."""


def read_template(name: str) -> str:
    """One of the files with its places still open."""
    return (FOLDER / name).read_text(encoding="utf-8")


def files_of(answers: Mapping[str, str], languages: Sequence[Language]) -> dict[str, str]:
    """Every file of the edition by its name; what was not answered is an empty value, which the check asks for."""
    filled = {"id": id_of(answers, languages)}
    for language in languages:
        filled[f"site.description.{language.code}"] = read_words("begin", language)["description"]
        filled[f"site.exit.{language.code}"] = answers.get("site.exit") or read_words("forms", language)["exit"]
    filled |= answers
    return {name: written(read_template(template), filled, languages) for name, template in FILES.items()}


def written(template: str, answers: Mapping[str, str], languages: Sequence[Language]) -> str:
    """A file with the answers in their places, quoted as YAML needs it."""
    named = template.replace(CODES, ", ".join(one.code for one in languages))
    text = EACH.sub(lambda found: _each(found[1], found[2], answers, languages), named)
    return ONE.sub(lambda found: _quoted(answers.get(found[1], "")), text)


def id_of(answers: Mapping[str, str], languages: Sequence[Language]) -> str:
    """A short name for the edition: small letters and hyphens, from the first name that was answered.

    In:  {"org.name.en": "The Café of Lantern Bay"}   Out: "the-cafe-of-lantern-bay"
    """
    keys = (f"{name}.{one.code}" for name in ("org.name", "site.name") for one in languages)
    apart = re.sub(r"[^\w]", " ", next((answers[key] for key in keys if answers.get(key)), ""))
    plain = unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[:60].strip("-") or "partner"


def _each(indent: str, name: str, answers: Mapping[str, str], languages: Sequence[Language]) -> str:
    same = answers.get(name, "")
    return "\n".join(f"{indent}{one.code}: {_quoted(answers.get(f'{name}.{one.code}', same))}" for one in languages)


def _quoted(value: str) -> str:
    """`L’« heure »` -> `"L’« heure »"`: a string of JSON is one of YAML."""
    return json.dumps(value, ensure_ascii=False)
