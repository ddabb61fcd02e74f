"""`edition`: what became of the pages and sections that an edition replaced, and what to do about each.

status          every part that asks for something, and the one next step; ends with 1 when there is any
diff PART       what changed in the shared text since
merge PART      take that in; where both changed the same words, marks are left and it ends with 1
done PART       it was looked at and stays as it is (--why "…")
drop PART       follow the shared text again; a copy is kept
replace PART    copy a page or a section, in every language, and keep what it replaces
propose PART    write what the shared course should have of it, as a change to send
rescue          move pages that were changed where they lie into the edition (--from: the version that you started with)
originals       write what a release brings for that
"""

from __future__ import annotations

from difflib import get_close_matches

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.commands.parts import VERBS, PartCommand
from curriculum.commands.rescued import keep_originals, rescue
from curriculum.commands.watched import read_edition_desk
from curriculum.read.textfile import check_words
from curriculum.watch.acts import known_parts
from curriculum.watch.reading import part_named, parts_upstream, read_upstream
from curriculum.watch.states import find_states
from curriculum.watch.telling import status_lines
from curriculum.watch.values import PartState
from curriculum.watch.whole import unbroken
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages

MOST_WHY = 300
WITHOUT = ("status", "rescue", "originals")
"""Verbs that are about the whole edition."""


def main(arguments: list[str]) -> int:
    """Run one verb; the exit code."""
    parser = options_of("edition", with_notes=False)
    parser.add_argument("verb", choices=[*WITHOUT, *VERBS])
    parser.add_argument("part", nargs="?", default="")
    parser.add_argument("--from", dest="source", default="")
    parser.add_argument("--why", default="")
    chosen = parser.parse_args(arguments)
    if bool(chosen.part) is (chosen.verb in WITHOUT) or (chosen.why and chosen.verb != "done"):
        parser.error("")
    desk, problems = read_edition_desk(settings_of(chosen).root)
    problems += _check_why(chosen.why)
    if problems or desk is None:
        return refuse(problems)
    if chosen.verb == "rescue":
        with unbroken():
            return rescue(desk, chosen.source)
    if chosen.verb == "originals":
        return keep_originals(desk.root)
    found = find_states(desk.held)
    if chosen.verb == "status":
        for language in preferred_languages():
            print(*status_lines(found, desk.edition, language), sep="\n")
        return int(any(one.state is not PartState.CURRENT for one in found))
    known = parts_upstream(read_upstream(desk.root)) if chosen.verb == "replace" else known_parts(desk.held)
    part = part_named(chosen.part, desk.edition, known, desk.held.languages)
    if part is None:
        near = get_close_matches(chosen.part, [str(one) for one in known], 1, 0.6)
        expected = desk.edition if chosen.verb != "replace" else "docs, facilitator"
        values = {"found": chosen.part, "expected": expected, "near": near[0] if near else ""}
        return refuse([Problem("", 0, "edition-part", values)])
    with unbroken():
        return VERBS[chosen.verb](PartCommand(desk, found, part, chosen.why))


def _check_why(why: str) -> list[Problem]:
    wrong = check_words("", 0, why) or "\n" in why or len(why) > MOST_WHY
    return [Problem("", 0, "edition-why", {"expected": str(MOST_WHY)})] if wrong else []
