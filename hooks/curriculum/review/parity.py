"""A page beside its counterpart in the first language, by section: what is counted must be alike, the words are free.

Compared, as the page renders: lists and their lengths, rows, columns and empty cells of tables, elements, blanks,
quotations, links inside the site, and numbers. Never sentences, never words.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from curriculum.elements.links import ELSEWHERE
from curriculum.elements.tree import to_tree
from curriculum.elements.vocabulary import find_elements
from curriculum.read.source import without_excuses
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Page, Problem, Term, Words

FACT = re.compile(r"\{\{.*?\}\}")
GROUPED = re.compile(r"(?<=\d)[\u00a0\u202f ,](?=\d{3}(?:\D|$))")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
HEADINGS = ("h1", "h2", "h3", "h4")
LISTS = ("resources", "steps", "weeks", "load", "outcomes", "downloads", "search")
BY_ARGUMENT = ("picture", *LISTS, "lines", "content-note")
"""Elements that have to be the same to the letter."""
KINDS = ("list", "table", "element", "blank", "quotation", "link", "number")


def check_parity(page: Page, first: Page) -> list[Problem]:
    """Where a page and the one in the first language differ in what is counted, once for each section and kind."""
    ours, theirs = features_of(page), features_of(first)
    problems = []
    for id, line in {"": 1, **{section.id: section.line + page.offset for section in page.sections}}.items():
        for kind in KINDS:
            found, expected = ours.get(id, {}).get(kind, []), theirs.get(id, {}).get(kind, [])
            if found != expected:
                values: dict[str, Words] = {"section": id or "#", "kind": Term(f"parity-{kind}"), "other": first.path}
                values |= {"found": _said(found), "expected": _said(expected)}
                problems.append(Problem(page.path, line, "parity", values))
    return problems


def features_of(page: Page) -> dict[str, dict[str, list[str]]]:
    """Section id -> kind -> what was counted, in order; numbers are sorted, for sentences may turn around."""
    article = to_tree(FACT.sub("", without_excuses(page.body)))
    found: dict[str, dict[str, list[str]]] = {}
    current, words = "", dict[str, str]()
    for element in article:
        if element.tag in HEADINGS:
            current = element.get("id", "") if element.tag != "h1" else ""
        words[current] = words.get(current, "") + " " + "".join(element.itertext())
        for kind, feature in _features(element):
            found.setdefault(current, {}).setdefault(kind, []).append(feature)
    for id, text in words.items():
        found.setdefault(id, {})["number"] = numbers_in(text, page.language)
        found[id]["link"] = sorted(found[id].get("link", []))
    _add_elements(page, found)
    return found


def numbers_in(text: str, language: Language) -> list[str]:
    """The numbers of a text in a form all languages share, once each.

    In:  `1,500 at 6:30 p.m.` or `1 500 à 18 h 30`     Out: ["1500", "18", "30"]
    """
    after_noon = read_words("forms", language)["after-noon"]
    plain = GROUPED.sub("", re.sub(after_noon, lambda hour: str(int(hour[1]) % 12 + 12), text))
    return sorted({number.replace(",", ".") for number in NUMBER.findall(plain)})


def _features(element: etree.Element) -> Iterator[tuple[str, str]]:
    for part in element.iter():
        classes = part.get("class") or ""
        if part.tag in ("ul", "ol"):
            yield "list", f"{'ticks' if classes == 'ticks' else part.tag} {len(part)}"
        elif part.tag == "table":
            rows = list(part.iter("tr"))
            empty = sum((cell.get("class") or "") in ("write", "tick") for cell in part.iter("td"))
            yield "table", f"{len(rows)} × {max(map(len, rows), default=0)} ({empty})"
        elif part.tag == "blockquote":
            yield "quotation", str(len(part))
        elif part.tag == "a" and (target := part.get("href") or "") and not ELSEWHERE.match(target):
            yield "link", target
        elif classes in ("box", "keep", "card", "signature"):
            yield "element", classes
        elif classes == "blank":
            yield "blank", "____"


def _add_elements(page: Page, found: dict[str, dict[str, list[str]]]) -> None:
    for element in find_elements(page.body)[0]:
        if element.name in BY_ARGUMENT:
            here = ["", *(section.id for section in page.sections if section.line < element.line)]
            nearest = next(id for id in reversed(here) if id in found or not id)  # a heading in a box starts no section
            found.setdefault(nearest, {}).setdefault("element", []).append(f"{element.name} {element.argument}".strip())


def _said(features: list[str]) -> str:
    return ", ".join(features) or "0"
