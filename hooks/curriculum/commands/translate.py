"""`translate`: which sections are behind in which language, what changed, and that they agree again.

status          every section that asks for something, and the one next step; ends with 1 when there is any
diff PAGE       what the other language says now, where it said something else
done PAGE       both texts were read side by side and agree: the page, or PAGE#section; where nothing could be compared
                as what was kept is damaged, with --reason "…"
minor PAGE#section --reason "…"   what changed there asks nothing of translations

`done`, `pack` and `import` have modules of their own, with all that these load.
"""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from importlib import import_module

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.read.textfile import check_words
from curriculum.translate.desk import Desk, every_state, read_desk
from curriculum.translate.pieces import TOP
from curriculum.translate.stamping import (
    damage_of,
    rows_for,
    statements_for,
    text_here,
    texts_of,
    unread_pages,
    write_statements,
)
from curriculum.translate.telling import diff_lines, status_lines, to_tell, words
from curriculum.translate.values import TOP_NAME, Found, State
from curriculum.watch.showing import differences
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages

MOST_REASON = 300
PACKED = ("pack", "import")


def main(arguments: list[str]) -> int:
    """Run one verb; the exit code."""
    parser = options_of("translate", with_notes=False)
    if arguments and arguments[0] in PACKED:
        return int(import_module("curriculum.commands.packs").run(parser, arguments))
    parser.add_argument("verb", choices=["status", "diff", "done", "minor"])
    parser.add_argument("part", nargs="?", default="")
    parser.add_argument("--reason", default="")
    chosen = parser.parse_args(arguments)
    is_minor, is_status = chosen.verb == "minor", chosen.verb == "status"
    whole = chosen.verb == "done" and "#" not in chosen.part
    if bool(chosen.part) is is_status or (is_minor and not (chosen.reason and "#" in chosen.part)):
        parser.error("")
    if chosen.reason and not (is_minor or whole):
        parser.error("")
    desk, problems = read_desk(settings_of(chosen).root)
    problems += _check_reason(chosen.reason)
    if problems or desk is None:
        return refuse(problems)
    if desk.damaged and is_status:
        return refuse(desk.damaged)
    found = every_state(desk)
    return show_status(desk, found) if is_status else on_part(chosen, desk, found)


def on_part(chosen: argparse.Namespace, desk: Desk, found: list[Found]) -> int:
    """What is asked of one page or section."""
    path, section = part_named(chosen.part, desk, found)
    rows = list(rows_for(found, path, section)) if path else []
    if not rows:
        return refuse([unknown_part(chosen.part, found)])
    if chosen.verb != "diff" and (unread := unread_pages(desk, rows)):
        return refuse(unread)
    if (damaged := damage_of(desk, rows)) and (chosen.verb != "done" or section is not None):
        return refuse(damaged)
    if chosen.verb == "diff":
        return show(desk, rows, chosen.part)
    if chosen.verb == "done":
        return int(import_module("curriculum.commands.stamped").stamp(desk, rows, section, chosen))
    changed = [row for row in rows if row.state is State.CHANGED]
    # Whoever copies the name from `status` names the text that is behind, and means what changed in the other.
    moved_on = [row for row in changed if row.source_path == path] or changed
    return declare(desk, moved_on, chosen.reason, chosen.part)


def show_status(desk: Desk, found: list[Found]) -> int:
    """`status`: every section that asks for something."""
    own = [row for row in found if row.language in desk.site]
    for language in preferred_languages():
        print(*status_lines(own, desk.languages[0], language), sep="\n")
    return int(bool(to_tell(own, desk.languages[0])))


def show(desk: Desk, rows: list[Found], part: str) -> int:
    """`diff`: for each section that is behind, what the other language said then, and says now."""
    own = [row for row in rows if row.language in desk.site]
    behind = [row for row in own if row.state is State.CHANGED]
    others = [row for row in own if row.state is not State.CHANGED]
    for language in preferred_languages():
        for row in behind:
            print(*diff_lines(row, texts_of(desk, row), text_here(desk, row), language), "", sep="\n")
        if to_tell(others, desk.languages[0]) or not behind:
            print(*status_lines(others, desk.languages[0], language, words(language, "diff-none", part=part)), sep="\n")
        if behind:
            print(words(language, "next", step=words(language, "diff-next", part=behind[0].part)))
    return 0


def declare(desk: Desk, rows: list[Found], reason: str, part: str) -> int:
    """`minor`: show the whole change once more, and keep the statement."""
    if rows:
        write_statements(desk.root, statements_for(desk, rows, reason))
    for language in preferred_languages():
        if rows:
            print(*differences(*texts_of(desk, rows[0])), sep="\n")
        print(words(language, "minor" if rows else "minor-none", part=part))
    return 0


def part_named(typed: str, desk: Desk, found: list[Found]) -> tuple[str, str | None]:
    """The page that somebody means, and the section of it, none for all of it; "" where there is no such page.

    In:  "docs/fr/law.md#stopped", "fr/law.md#top", "docs\\\\law.md"
    Out: ("docs/fr/law.md", "stopped"), ("docs/fr/law.md", ""), ("docs/law.md", None)
    """
    place, mark, section = typed.replace("\\", "/").removeprefix("./").partition("#")
    known = {path for row in found for path in (row.path, row.source_path)}
    layers = ["", *([f"{desk.edition}/"] if desk.edition else [])]
    names = [place, *(f"{layer}{folder}/{place}" for layer in layers for folder in ("docs", "facilitator"))]
    path = next((name for name in names if name in known), "")
    ids = {row.section for row in found if path in (row.path, row.source_path)}
    if not mark:
        return path, None
    return path, TOP if section == TOP_NAME and TOP_NAME not in ids else section


def known_parts(found: list[Found]) -> set[str]:
    """Pages and sections by the names that `status` gives them."""
    return {one for row in found for one in (row.path, row.part, row.source_path, row.source_part)}


def unknown_part(typed: str, found: list[Found]) -> Problem:
    """A name that is none of these, and the one that is most like it."""
    near = get_close_matches(typed, sorted(known_parts(found) - {typed}), 1, 0.6)
    return Problem("", 0, "translate-part", {"found": typed, "near": near[0] if near else ""})


def _check_reason(reason: str) -> list[Problem]:
    wrong = check_words("", 0, reason) or "\n" in reason or len(reason) > MOST_REASON
    return [Problem("", 0, "minor-reason", {"expected": str(MOST_REASON)})] if wrong else []
