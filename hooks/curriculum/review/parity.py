"""A page beside its counterpart in the first language, by section: what is counted must be alike, the words are free.

Compared, as the page renders: lists and their lengths, rows, columns and empty cells of tables, elements, blanks,
quotations, paragraphs, words in bold, links inside the site, sites that links lead to, and facts. Never words; what is
in the words, `beside` compares.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from urllib.parse import urlsplit

from curriculum.elements.links import ELSEWHERE
from curriculum.elements.tree import to_tree
from curriculum.elements.vocabulary import find_elements
from curriculum.read.source import text_lines, without_excuses
from curriculum.words.labels import read_words
from curriculum.words.model import Page, Problem, Term, Words

TYPED = re.compile(r"https?://([^\s/<>\"”»),;]+[^\s/<>\"”»),;.])")
FACT = re.compile(r"\{\{.*?\}\}")
HEADINGS = ("h1", "h2", "h3", "h4")
LISTS = ("resources", "steps", "weeks", "load", "outcomes", "downloads", "search")
BY_ARGUMENT = ("picture", *LISTS, "lines", "content-note")
"""Elements that have to be the same to the letter."""
COUNTED = {"p": "paragraph", "strong": "bold"}
KINDS = ("list", "table", "element", "blank", "quotation", "paragraph", "bold", "link", "site", "fact")


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
    """Section id -> kind -> what was counted, in order; facts are sorted, for sentences may turn around."""
    article = to_tree(FACT.sub("", without_excuses(page.body)))
    found: dict[str, dict[str, list[str]]] = {}
    current = ""
    for element in article:
        if element.tag in HEADINGS:
            current = element.get("id", "") if element.tag != "h1" else ""
        for kind, feature in (*_features(element), *_links(element)):
            found.setdefault(current, {}).setdefault(kind, []).append(feature)
    _add_elements(page, found)
    _add_facts(page, found)
    for counted in found.values():
        counted |= {kind: sorted(counted[kind]) for kind in ("site", "fact") if kind in counted}
        counted |= {kind: [str(len(counted[kind]))] for kind in ("paragraph", "bold") if kind in counted}
    return found


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
        elif part.tag in COUNTED:
            yield COUNTED[part.tag], ""
        elif classes in ("box", "keep", "card", "signature"):
            yield "element", classes
        elif classes == "blank":
            yield "blank", "____"


def _links(element: etree.Element) -> Iterator[tuple[str, str]]:
    """Where each paragraph, item or table leads: inside one of them, links stand in the order of its sentences."""
    whole: list[str] = []
    for targets in (whole, *_targets(element, whole)):
        inside = sorted(target for target in targets if not ELSEWHERE.match(target))
        if inside:
            yield "link", " ".join(inside)
        yield from (("site", urlsplit(target).netloc or target) for target in targets if ELSEWHERE.match(target))
    yield from (("site", host) for host in _typed(element))


def _typed(part: etree.Element) -> Iterator[str]:
    """The sites whose addresses stand in words and lead nowhere, as in a list of works."""
    own = "" if part.tag == "a" else part.text or ""
    for words in (own, *(child.tail or "" for child in part)):
        yield from TYPED.findall(words)
    for child in part:
        yield from _typed(child)


def _targets(part: etree.Element, targets: list[str]) -> list[list[str]]:
    """The targets below a part, added to those of its block; each block below it has a list of its own."""
    own: list[list[str]] = []
    if part.tag in ("p", "li"):
        targets = []
        own = [targets]
    if part.tag == "a" and (target := part.get("href")):
        targets.append(target)
    return own + [found for child in part for found in _targets(child, targets)]


def _add_facts(page: Page, found: dict[str, dict[str, list[str]]]) -> None:
    """Names of facts, without the forms that a language gives them: `{{ org.name.de }}` is `org.name`."""
    forms = read_words("forms", page.language)["name-forms"]
    for number, line in text_lines(page.body):
        for fact in FACT.findall(line):
            name, _, form = fact.strip("{} ").rpartition(".")
            _section_at(page, number, found).setdefault("fact", []).append(name if form in forms else f"{name}.{form}")


def _section_at(page: Page, line: int, found: dict[str, dict[str, list[str]]]) -> dict[str, list[str]]:
    here = ["", *(section.id for section in page.sections if section.line <= line)]
    nearest = next(id for id in reversed(here) if id in found or not id)  # a heading in a box starts no section
    return found.setdefault(nearest, {})


def _add_elements(page: Page, found: dict[str, dict[str, list[str]]]) -> None:
    for element in find_elements(page.body)[0]:
        if element.name in BY_ARGUMENT:
            said = f"{element.name} {element.argument}".strip()
            _section_at(page, element.line, found).setdefault("element", []).append(said)


def _said(features: list[str]) -> str:
    return ", ".join(features) or "0"
