"""What is told of a mistake: once, where it is written, without the shadows that would be gone with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from curriculum.elements.vocabulary import Element, find_elements
from curriculum.read.chosen import PRIVATE
from curriculum.words.model import Curriculum, Edition, Problem, Term, Words
from curriculum.words.woven import paths_of

NOT_ON_PAPER = frozenset(("not-printable", "handout-picture", "missing-sign"))
LINKS = frozenset(("broken-link", "broken-file", "link-unread", "link-empty", "link-wordless"))
LISTS = frozenset(("list-unread", "item-sign", "item-indent", "item-text", "table-unread", "heading-place"))
LEFT = frozenset(("left-open", "dots-typed"))
ANY_SIGN = NOT_ON_PAPER | LINKS | LISTS | {"unknown-fact", "sign-unread", "missing-id"}
SHADOWS: Mapping[str, frozenset[str]] = {
    "item-sign": NOT_ON_PAPER | {"sign-unread", "tab-typed"},
    "page-readme": frozenset(("no-counterpart",)),
    "remote-picture": frozenset(("handout-picture",)),
    "tab-typed": frozenset(("table-unread",)),
    "item-indent": NOT_ON_PAPER,
    "front-matter-not-first": NOT_ON_PAPER,
    "quotes-typed": frozenset(("wrong-value",)),
    **dict.fromkeys(
        ("same-address", "two-letter-folder", "folder-of-language"), frozenset(("page-unlisted", "no-counterpart"))
    ),
    "heading-empty": frozenset(("print-refused",)),
    "contents-asked": frozenset(("attribute-list", "broken-anchor")),
    "heading-place": NOT_ON_PAPER,
    "sign-unread": NOT_ON_PAPER,
    "attribute-list": frozenset(("mark-unread",)),
    "mark-unread": ANY_SIGN | LEFT,
    "left-open": NOT_ON_PAPER | {"html-in-page"},
    "private-typed": frozenset(("number-in-text",)),
    "cell-same": NOT_ON_PAPER,
    "letters-lost": NOT_ON_PAPER,
    "left-behind": NOT_ON_PAPER | {"mark-unread", "list-unread"},
    "fence-open": ANY_SIGN
    | LEFT
    | {"mark-unread", "item-twice", "skipped-heading-level", "second-title", "heading-empty"},
}
"""What a mistake makes other checks say of the same line."""
FIRST, LAST = "first", "last"
"""The values that name the first and the last line in which the others appear, where it is not that of the mistake."""


def without_shadows(problems: Iterable[Problem]) -> list[Problem]:
    """The problems but those that stand on the lines of a mistake which makes them appear."""
    found = list(problems)
    dark: dict[tuple[str, int], set[str]] = {}
    for problem in found:
        first, last = (int(str(problem.values.get(key, problem.line))) for key in (FIRST, LAST))
        for line in range(first, last + 1):
            dark.setdefault((problem.path, line), set()).update(SHADOWS.get(problem.rule, ()))
    return [problem for problem in found if problem.rule not in dark[problem.path, problem.line]]


def without_moot(problems: Iterable[Problem]) -> list[Problem]:
    """The problems but those that are gone with another on their line: how to write a call where none is to be typed,
    and the name or place of a picture where no picture may stand.
    """
    found = list(problems)
    calls = {problem.line for problem in found if problem.rule == "number-in-text"}
    pictures = {p.line: str(p.values["found"]) for p in found if p.rule == "handout-picture"}
    return [
        problem
        for problem in found
        if not (problem.rule == "link-scheme" and problem.line in calls and _is_call(problem))
        and not (problem.rule in ("file-name", "broken-file") and _is_moot(problem, pictures.get(problem.line, "")))
    ]


def as_one(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, with all places of a file that wait for words told at the first one.

    In:  `docs/a.md:3` “[NAME]”, `docs/a.md:9` “TBD”     Out: `docs/a.md:3` “[NAME]” (also, with its line: TBD (9))
    """
    kept: list[Problem] = []
    places: dict[str, list[Problem]] = {}
    for problem in problems:
        (places.setdefault(problem.path, []) if problem.rule == "left-open" else kept).append(problem)
    for first, *others in (sorted(found, key=lambda one: one.line) for found in places.values()):
        listed = ", ".join(dict.fromkeys(f"{one.values['found']} ({one.line})" for one in others))
        also = Term("also-there", {"places": listed}) if listed else ""
        kept.append(replace(first, values={**first.values, "also": also}))
    return kept


def _is_call(problem: Problem) -> bool:
    return str(problem.values["expected"]).startswith("tel:")


def _is_moot(problem: Problem, picture: str) -> bool:
    return picture.startswith("![") and str(problem.values["found"]) in picture


def by_group(problems: Iterable[Problem], edition: Edition) -> list[Problem]:
    """The problems, with each group that no line to call is in told once: at the file of the lines, with the pages.

    In:  `docs/who-to-call.md:55` and `docs/fr/who-to-call.md:56`, each without a line in “overdose”
    Out: `partner/resources.yml:24`: no line in “overdose”, which those two places show
    """
    kept: list[Problem] = []
    places: dict[str, list[tuple[str, int]]] = {}
    for problem in problems:
        if problem.rule == "empty-group":
            places.setdefault(str(problem.values["found"]), []).append((problem.path, problem.line))
        else:
            kept.append(problem)
    line = min(edition.call_lines.values(), default=1)
    for group, shown in places.items():
        values = {"found": group, "expected": ", ".join(f"{path}:{at}" for path, at in sorted(set(shown)))}
        kept.append(Problem(f"{edition.path}/resources.yml", line, "empty-group", values))
    return kept


def at_their_source(problems: Iterable[Problem], curriculum: Curriculum) -> list[Problem]:
    """Each where it is written: a sign that no font has may stand in a file of the edition, and on no page."""
    pages = (*curriculum.pages.values(), *curriculum.notes.values())
    bodies = {path: page.body for page in pages for path in paths_of(page.path)}
    found, told = list[Problem](), set[tuple[str, int, str]]()
    for problem in problems:
        sign, body = str(problem.values.get("found", "")), bodies.get(problem.path, "")
        there: list[Problem] = []
        if problem.rule == "missing-sign" and sign not in body:
            there = _in_edition(problem, sign, curriculum.edition)
        elif problem.rule == "card-too-full":
            there = _too_many(problem, body, curriculum.edition)
        new = [one for one in there if _name_of(one) not in told] if there else [problem]
        told |= {_name_of(one) for one in new}
        found += new
    return found


def _name_of(problem: Problem) -> tuple[str, int, str]:
    """Two of the same are one."""
    return problem.path, problem.line, str(problem.values.get("found"))


def _too_many(problem: Problem, body: str, edition: Edition) -> list[Problem]:
    """A card that is too full of lines to call, at the edition's lines of that group: the page is not the edition's.

    In:  `docs/week-08/handouts/who-to-call.md`, a card that holds `/// resources | urgent`
    Out: `partner/resources.yml:4`, the first of the fifteen lines in “urgent”
    """
    if edition.path and problem.path.startswith(f"{edition.path}/"):
        return []
    elements, _ = find_elements(body)
    cards = [one for one in elements if one.name == "card" and one.argument == problem.values["found"]]
    asked = {one.argument for one in elements for card in cards if one.name == "resources" and _within(one, card)}
    told = []
    for group in sorted(asked):
        shown = [line for line in edition.resources if group in line.groups]
        own = [edition.call_lines[line.id] for line in shown if line.id in edition.call_lines]
        values: dict[str, Words] = {"found": group, "count": str(len(shown)), "expected": problem.path}
        told += [Problem(f"{edition.path}/resources.yml", min(own), "group-too-long", values)] if own else []
    return told


def _within(inner: Element, outer: Element) -> bool:
    return outer.line < inner.line < outer.end


def _in_edition(problem: Problem, sign: str, edition: Edition) -> list[Problem]:
    """The problem at each line of the profile, and of what only facilitators know, that holds the sign."""
    files = {"profile.yml": (edition.facts, edition.lines), PRIVATE: (edition.private, edition.private_lines)}
    return [
        replace(problem, path=f"{edition.path}/{file}", line=lines.get(f"{name}.{code}" if code else name, 1))
        for file, (facts, lines) in files.items()
        for name, text in facts.items()
        for code, words in (text.words or {"": text.plain}).items()
        if sign in words
    ]
