"""Elements as authors wrote them: known, filled as they must be, where they may stand; pictures that can be drawn."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence

from curriculum.compose.pictures import picture_of
from curriculum.compose.steps import PAGE, steps_in, steps_of
from curriculum.elements.vocabulary import AROUND, EMPTY, RULES, Element, find_elements, words_inside
from curriculum.pictures.model import COUNTS, Picture
from curriculum.pictures.shapes import SHAPES
from curriculum.words.model import Curriculum, Kind, Page, Problem

LISTS = {"resources": re.compile(r"[-*+] "), "steps": re.compile(r"\d+\. ")}
"""Elements that become a list, and how an author starts an item of the same kind."""


def check_elements(page: Page, *, is_note: bool = False) -> list[Problem]:
    """Elements with an unknown name, a wrong argument, lost words, or in the wrong place."""
    elements, slips = find_elements(page.body)
    problems = [Problem(page.path, slip.line + page.offset, slip.rule, slip.values) for slip in slips]
    for element in elements:
        rule = RULES.get(element.name)
        values = {"found": element.name, "argument": element.argument}
        line = element.line + page.offset
        if rule is None:
            near = difflib.get_close_matches(element.name, RULES, 1, 0.5)
            values |= {"expected": ", ".join(RULES), "near": near[0] if near else ""}
            problems.append(Problem(page.path, line, "unknown-element", values))
        elif element.name in EMPTY and words_inside(page.body, element):
            problems.append(Problem(page.path, line, "element-filled", values))
        elif element.name in AROUND and element.end and not words_inside(page.body, element):
            problems.append(Problem(page.path, line, "element-hollow", values))
        elif not rule.accepts(element.argument):
            problems.append(Problem(page.path, line, f"element-{element.name}", values))
        elif (rule.pages_only if page.is_handout else rule.handouts_only) or (rule.notes_only and not is_note):
            problems.append(Problem(page.path, line, "element-place", values))
        elif element.name in LISTS and element.end and _joins(page.body.split("\n"), element):
            problems.append(Problem(page.path, line, "lists-joined", values))
    return problems


def _joins(lines: Sequence[str], element: Element) -> bool:
    """True when only empty lines stand between a list of the author and the list that an element becomes."""
    item = LISTS[element.name]
    above = [*reversed(lines[: element.line - 1])]
    last = next((line for line in above if line.strip() and not line.startswith(" ")), "")
    below = next((line for line in lines[element.end :] if line.strip()), "")
    return bool((above and not above[0].strip() and item.match(last)) or item.match(below))


def check_pictures(page: Page, facts: Mapping[str, str]) -> list[Problem]:
    """Pictures whose words are no picture, or do not fit in it once the facts of the place stand there."""
    drawn = [e for e in find_elements(page.body)[0] if e.name == "picture" and e.end and e.argument in COUNTS]
    return [
        problem
        for element in drawn
        if not page.is_handout
        for problem in check_picture(picture_of(page.body, element, facts), page.path, element.line + page.offset)
    ]


def check_steps(page: Page, curriculum: Curriculum) -> list[Problem]:
    """Steps that are asked for and stand nowhere; and, where they stand, one that has no words for a pocket card."""
    known = steps_of(curriculum, page.language)
    problems = []
    for element in find_elements(page.body)[0]:
        if element.name == "steps" and element.argument not in known:
            near = difflib.get_close_matches(element.argument, known, 1, 0.5)
            values = {"found": element.argument, "expected": ", ".join(known) or "–", "where": PAGE}
            values["near"] = near[0] if near else ""
            problems.append(Problem(page.path, element.line + page.offset, "unknown-steps", values))
    written = [step for steps in steps_in(page.body).values() for step in steps] if page.uri == PAGE else []
    nameless = [step for step in written if not step.name]
    return problems + [
        Problem(page.path, step.line + page.offset, "step-without-name", {"found": step.text.split("\n")[0][:60]})
        for step in nameless
    ]


def check_cards(page: Page, kind: Kind | None) -> list[Problem]:
    """A pocket card with a number of faces that does not fold, or a card in another kind of handout."""
    cards = [element for element in find_elements(page.body)[0] if element.name == "card"]
    if kind is Kind.POCKET_CARD and len(cards) not in (2, 4):
        return [Problem(page.path, page.first_line, "card-faces", {"found": str(len(cards))})]
    if kind is not None and kind is not Kind.POCKET_CARD and cards:
        return [Problem(page.path, cards[0].line + page.offset, "card-kind", {"found": kind.value})]
    return []


def check_picture(picture: Picture, path: str, line: int) -> list[Problem]:
    """A picture whose words are not a title and a list, are too few or too many, or do not fit in its shapes."""
    least, most = COUNTS[picture.kind]
    if picture.stray is not None:
        return [Problem(path, line, "picture-item", {"found": picture.stray[:60]})]
    if not picture.title:
        return [Problem(path, line, "picture-title")]
    if picture.marked is not None:
        return [Problem(path, line, "picture-marks", {"found": picture.marked[:60]})]
    if not least <= len(picture.items) <= most:
        wanted = str(least) if least == most else f"{least}–{most}"
        values = {"kind": picture.kind, "found": str(len(picture.items)), "expected": wanted}
        return [Problem(path, line, "picture-count", values)]
    return [
        Problem(path, line, "picture-words", {"found": words, "kind": picture.kind})
        for words in SHAPES[picture.kind](picture.items).overflow
    ]
