"""What the notes say to drop when one starts late, against the plans of `curriculum.yml`: both name the same parts."""

from __future__ import annotations

from curriculum.compose.late import late_items
from curriculum.elements.vocabulary import LATE, Element, find_elements
from curriculum.words.model import Curriculum, Page, Problem, Week, Words


def check_late_words(curriculum: Curriculum) -> list[Problem]:
    """Cuts that a note does not explain, words for a part that is not cut, and lines that name no part."""
    problems = []
    for (_, uri), note in curriculum.notes.items():
        week = curriculum.arc.session_at(uri)
        found = [e for e in find_elements(note.body)[0] if e.name == "late" and e.end and e.argument in LATE]
        problems += [problem for element in found for problem in _check_plan(element, note, week)]
        problems += _check_said(note, week, found) if week else []
    return problems


def _check_plan(element: Element, note: Page, week: Week | None) -> list[Problem]:
    """Lines of one plan that fit none of its cuts."""
    cuts = week.late.get(int(element.argument), {}) if week else {}
    problems = []
    seen: set[str] = set()
    for item in late_items(note.body, element):
        line = item.line + note.offset
        values: dict[str, Words] = {"late": element.argument, "found": item.part or item.words[:60]}
        if not item.part or item.part in seen:
            problems.append(Problem(note.path, line, "late-item", values))
        elif item.part not in cuts:
            values["expected"] = ", ".join(cuts) or "–"
            problems.append(Problem(note.path, line, "late-unplanned", values))
        seen.add(item.part)
    return problems


def _check_said(note: Page, week: Week, found: list[Element]) -> list[Problem]:
    """The cuts of each plan without words, told where it stands, or at the top of a note that has no such plan."""
    lines = {element.argument: element.line + note.offset for element in reversed(found)}
    said = {(element.argument, item.part) for element in found for item in late_items(note.body, element)}
    problems = []
    for late, cuts in week.late.items():
        if silent := [part for part in cuts if (str(late), part) not in said]:
            values: dict[str, Words] = {"late": str(late), "parts": ", ".join(silent), "part": silent[0]}
            problems.append(Problem(note.path, lines.get(str(late), 1), "late-unsaid", values))
    return problems
