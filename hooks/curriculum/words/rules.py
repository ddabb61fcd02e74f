"""A rule as its message names it -> what it says, what it protects, what breaks it and what to write instead.

For `python run.py why`, and for the pages `RULES.md` and `RULES.fr.md`. The words stand in the `messages.yml` of each
language; this is the only place that lays them out.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import yaml

from curriculum.words.labels import DEFAULT, LOADER, read_words
from curriculum.words.model import Language

WIDTH = 88
"""Letters in a line of the terminal: a window of 80 by 24 wraps few of them, and a sentence stays together."""
VALUE = re.compile(r"(?<!\{)\{\w+\}")


@cache
def read_families() -> Mapping[str, Sequence[str]]:
    """The rules of each family, in the order in which they are shown."""
    families: Mapping[str, Sequence[str]] = yaml.load(
        (Path(__file__).parent / "families.yml").read_text(encoding="utf-8"), LOADER
    )
    return families


def explain(wish: str, language: Language) -> str:
    """One rule for the terminal, or the rules that are spelt nearly like it."""
    rule = wish.strip("[] ").lower()
    messages, words = read_words("messages", language), read_words("rules", language)
    if rule not in messages:
        near = get_close_matches(rule, list(messages), n=3, cutoff=0.5)
        return str(words["near" if near else "unknown"]).format(found=rule, near=", ".join(near))
    entry = messages[rule]
    wide = max(len(words["example"]), len(words["instead"])) + 2
    examples = [_wrapped(f"{words[key]:<{wide}}{entry[key]}", wide) for key in ("example", "instead")]
    return "\n\n".join([rule, _wrapped(pattern(entry["say"])), _wrapped(entry["why"]), "\n".join(examples)])


def is_rule(wish: str) -> bool:
    """True for the name of a rule, as a message has it or without its brackets."""
    return any(wish.strip("[] ").lower() in rules for rules in read_families().values())


def list_rules(language: Language) -> str:
    """Every rule in a line, by family: its name and what it finds."""
    messages, words = read_words("messages", language), read_words("rules", language)
    wide = max(map(len, messages)) + 2
    blocks = [
        "\n".join([words["families"][family], *(f"  {rule:<{wide}}{finding(messages[rule]['say'])}" for rule in rules)])
        for family, rules in read_families().items()
    ]
    return "\n\n".join([*blocks, words["more"].format(rule="missing-id")])


def page(language: Language) -> str:
    """Every rule as one Markdown page, for whoever reads the project on the web."""
    messages, words = read_words("messages", language), read_words("rules", language)
    blocks = [f"# {words['title']}", _wrapped(words["about"], width=118)]
    for family, rules in read_families().items():
        blocks.append(f"## {words['families'][family]}")
        blocks.extend(_section(rule, messages[rule], words) for rule in rules)
    return "\n\n".join(blocks) + "\n"


def page_name(language: Language) -> str:
    """Where `page` is kept, from the root of the repository: `RULES.md`, `RULES.fr.md`."""
    return "RULES.md" if language.code == DEFAULT.code else f"RULES.{language.code}.md"


def pattern(sentence: str) -> str:
    """A sentence with what is filled in left open.

    In:  "the heading “{found}” has no id; add {{ #{found} }}"
    Out: "the heading “…” has no id; add { #… }"
    """
    return VALUE.sub("…", sentence.replace("{{", "\0").replace("}}", "\1")).replace("\0", "{").replace("\1", "}")


def finding(sentence: str) -> str:
    """What a sentence says was found: its words before what was expected, or before what to do."""
    return re.split(r"; |\. ", pattern(sentence))[0]


def _section(rule: str, entry: Mapping[str, str], words: Mapping[str, str]) -> str:
    """A rule under a heading that links can name, like `RULES.md#missing-id`."""
    said = "> " + re.sub(r"([<*_`\[])", r"\\\1", pattern(entry["say"]))
    examples = "\n".join(f"- {words[key]} {entry[key]}" for key in ("example", "instead"))
    return "\n\n".join([f"### {rule}", said, _wrapped(entry["why"], width=118), examples])


def _wrapped(text: str, indent: int = 0, width: int = WIDTH) -> str:
    """A paragraph in lines; those after the first begin with `indent` spaces. Code is cut at its spaces only."""
    return textwrap.fill(text, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
