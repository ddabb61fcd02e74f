"""A language that an edition begins -> its tables, each entry a comment that waits for its words; its place in a list.

In:  `menu: Menu` / `lost: Page not found`, Spanish, which says neither yet
Out: `# menu: Menu` / `# lost: Page not found`

Who translates takes the `# ` away and writes. Until then the words of the lender show, so that the site builds at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from curriculum.read.added import GUESSED
from curriculum.read.languages import Languages
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.locales import locale_of, plurals_of
from curriculum.read.ordered import KEY, order_of
from curriculum.read.tables import ENTRY
from curriculum.read.yamltext import parse_yaml
from curriculum.words.forms import name_in
from curriculum.words.labels import LABELS, folder_of, read_words, says
from curriculum.words.model import Language, Problem, Term, Words

UNSEEN = (
    *("build-", "links-", "live", "make-", "plain-", "publish-", "review-", "stage-", "verify-"),
    *("sealed-again", "sealed-said", "sealed-written"),
)
"""How labels begin that only a person meets who runs commands."""
KNOWN = ("region", "languages", "numbers", "clock", "clock-short", "date", "months", "colon", "exit", "before-name")
"""Forms that are known by the code of a language, of most."""
UNKNOWN = ("languages", "direction")
"""Those that it is asked for in words of its own."""
ASKED = ("labels", "forms", "styles", "search", "openings", "telling")
"""Tables without which readers meet another language, or a lock knows none of their words."""
COUNTED = {"1", ".*"}
PROBE = "grown"
"""A key that no table has."""
LIST = re.compile(r"^[\"']?languages[\"']?:\s*\[([^\]#]*)\]", re.MULTILINE)
LINES = re.compile(r"^languages:[ \t]*(?:#[^\n]*)?\n((?:[ \t]*(?:-[^\n]*|#[^\n]*)?\n)*[ \t]*-[^\n]*\n)", re.MULTILINE)


def read_entries(name: str, language: Language, code: str) -> dict[str, str]:
    """The entries of a table that a language is asked for, each with its lines as they stand there. One of which
    no more is known than its code is asked for its dates and numbers too.
    """
    text = (folder_of(language) / f"{name}.yml").read_text(encoding="utf-8")
    asked = name == "forms" and locale_of(code) is None
    skipped = () if asked else {LABELS: UNSEEN, "forms": KNOWN}.get(name, ())
    entries = {key: lines for key, lines in entries_in(text) if not key.startswith(skipped)}
    words = read_words("begin", language)
    return entries | {key: words[f"asked-{key}"].replace("{code}", code) for key in UNKNOWN if asked}


def entries_in(text: str) -> Iterator[tuple[str, str]]:
    """Each key that starts a line, and the lines up to the next one, without comments that stand between them."""
    starts = [*ENTRY.finditer(text)]
    for found, after in zip(starts, [*starts[1:], None], strict=True):
        lines = text[found.start() : after.start() if after else len(text)].rstrip("\n").split("\n")
        while lines and lines[-1].startswith("#"):
            lines.pop()
        yield found[1].strip("\"'"), "\n".join(lines).rstrip()


def table_of(entries: Mapping[str, str], code: str, head: str) -> str:
    """The file of a table that says nothing yet, under a few lines on how to go on."""
    above = "".join(f"## {line}\n" for line in head.split("\n"))
    return above + "\n" + "".join(waiting(lines, code) for lines in entries.values())


def waiting(lines: str, code: str) -> str:
    """An entry as a comment; words by a number have the plurals of the language.

    In:  `found:` / `  "1": "1 copy"` / `  ".*": "{count} copies"`, Spanish
    Out: `# found:` / `#   one: "1 copy"` / `#   other: "{count} copies"`
    """
    first, *inside = lines.split("\n")
    said = {key.strip().strip("\"'"): words for key, _, words in (line.partition(": ") for line in inside)}
    plurals = plurals_of(code) if said.keys() == COUNTED and "{count}" in said[".*"] else []
    if plurals:
        singular = {"one": said["1"]}
        inside = [f"  {name}: {singular.get(name, said['.*'])}" for name in plurals]
    return "".join((f"# {line}" if line else "") + "\n" for line in (first, *inside)) + "\n" * bool(inside)


def added_to(text: str, known: Mapping[str, str], code: str) -> str:
    """What a table that is being translated lacks of the entries, to be written under it."""
    there = set(re.findall(r"^(?:# )?[\"']?([\w.-][^\n]*?)[\"']?:(?= |$)", text, re.MULTILINE))
    return "".join(waiting(lines, code) for key, lines in known.items() if key not in there)


def with_more(text: str, known: Mapping[str, str], code: str) -> str:
    """The table with what it lacks under it."""
    more = added_to(text, known, code)
    return f"{text}\n{more}" if more and not text.endswith("\n") else text + more


def check_growing(path: str, text: str) -> list[Problem]:
    """Why nothing can be written under a table that reads: it stands between braces, is indented, or has an end."""
    before, after = (parse_yaml(path, one)[0].values for one in (text, f"{text}\n{PROBE}: {PROBE}\n"))
    if after == {**(before or {}), PROBE: PROBE}:
        return []
    first = next((line for line in text.split("\n") if line.strip() and not line.startswith("#")), "")
    values: dict[str, Words] = {"key": path.rpartition("/")[2], "found": first[:MOST_SHOWN], "near": ""}
    return [Problem(path, 1, "wrong-value", {**values, "expected": Term("table-by-hand")})]


def check_listed(path: str, profile: str, languages: Languages, code: str) -> list[Problem]:
    """Why a language cannot be written into the list of a profile: it does not read, it is no list of languages, or
    what would come of it is not the same list and one more. `languages` may stand there, the new one too.
    """
    file, problems = parse_yaml(path, profile)
    problems = problems or order_of(file, languages)[1]
    if problems or code in listed_in(file.values):
        return problems
    codes = listed_in(file.values) or [one.code for one in languages if one.lender is None]
    meant = {**file.values, KEY: [*codes, code]} if isinstance(file.values, dict) else None
    new, slips = parse_yaml(path, with_language(profile, codes, code))
    if new.values == meant and not slips:
        return []
    shown = f"{KEY}: [{', '.join([*codes, code])}]"
    values: dict[str, Words] = {"key": KEY, "found": ", ".join(codes), "near": ""}
    return [
        Problem(
            path, file.line((KEY,)), "wrong-value", {**values, "expected": Term("language-by-hand", {"list": shown})}
        )
    ]


def listed_in(values: Any) -> list[str]:
    """The codes in the list of a profile."""
    found = values.get(KEY) if isinstance(values, dict) else None
    return [str(one) for one in found] if isinstance(found, list) else []


def with_language(profile: str, codes: list[str], code: str) -> str:
    """A profile that lists the language too, last; where it lists none, after those of the project."""
    if found := LIST.search(profile):
        return f"{profile[: found.end(1)].rstrip().rstrip(',')}, {code}{profile[found.end(1) :]}"
    if found := LINES.search(profile):
        indent = re.findall(r"^[ \t]*-[ \t]*", found[1], re.MULTILINE)[-1]
        return f"{profile[: found.end()]}{indent}{code}\n{profile[found.end() :]}"
    return f"{profile.rstrip()}\n\nlanguages: [{', '.join([*codes, code])}]\n"


def read_borrowed(language: Language) -> dict[str, tuple[int, int]]:
    """Of each table that readers meet: how many entries a language still borrows, of how many."""
    assert language.lender
    tables = {name: read_entries(name, language.lender, language.code) for name in ASKED}
    return {name: (sum(_waits(name, key, language) for key in keys), len(keys)) for name, keys in tables.items()}


def _waits(name: str, key: str, language: Language) -> bool:
    """True for an entry that nobody wrote; what a form of it is like is guessed from the code until then."""
    return not says(name, key, language) or (name == "forms" and says(GUESSED, key, language))


def left_lines(languages: Iterable[Language], spoken: Language) -> Iterator[str]:
    """`Spanish: words still to be translated: 312 of 380 in labels.yml`; nothing of a language that has them all."""
    for language in (one for one in languages if one.lender):
        left = {name: counts for name, counts in read_borrowed(language).items() if counts[0]}
        words = read_words("begin", spoken)
        each = "; ".join(words["language-table"].format(file=f"{n}.yml", left=a, all=b) for n, (a, b) in left.items())
        if left:
            yield words["language-left"].format(name=name_in(language, spoken), tables=each)
