"""`translate pack` and `translate import`: what is behind in a language in one file for whoever translates, and back.

pack LANGUAGE [PAGE…] [--form word|xliff|markdown] [--into FILE]
import FILE     in any of the three forms; rows that fit are taken in, the others are listed, and 1 is the end
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from curriculum.commands.options import FEW, Options, named, refuse, settings_of
from curriculum.commands.translate import known_parts, unknown_part
from curriculum.packs.making import Shelf, make_pack
from curriculum.packs.marked import to_markdown
from curriculum.packs.opened import MOST_PACKED, rows_in
from curriculum.packs.taken import Taken, write_both_texts, write_pages
from curriculum.packs.taking import take
from curriculum.packs.telling import words
from curriculum.packs.values import ENDINGS, Form, Pack
from curriculum.packs.word import to_word
from curriculum.packs.xliff import to_xliff
from curriculum.publish.refused import unwritten
from curriculum.read.textfile import read_bytes
from curriculum.translate.desk import Desk, every_state, read_desk
from curriculum.translate.stamping import unread_pages
from curriculum.watch.whole import check_way, unbroken, write_whole
from curriculum.words.model import Language, Problem, Term
from curriculum.words.problems import preferred_languages, tell

FOLDER = "to-translate"
"""Where packs are written; nobody publishes it."""
MAKERS = {Form.WORD: to_word, Form.XLIFF: to_xliff, Form.MARKDOWN: to_markdown}
UNTOUCHED = ("pack-empty", "pack-untouched")
"""Rules of rows that nobody got to: of many such rows, their numbers are enough."""


def run(parser: Options, arguments: list[str]) -> int:
    """Run one of the two verbs; the exit code."""
    parser.add_argument("verb")
    parser.add_argument("named")
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--form", choices=[form.value for form in Form])
    parser.add_argument("--into", default="")
    chosen = parser.parse_args(arguments)
    if chosen.verb == "import" and (chosen.parts or chosen.form or chosen.into):
        parser.error("")
    desk, problems = read_desk(settings_of(chosen).root)
    if problems or desk is None or desk.damaged:
        return refuse(problems or (list(desk.damaged) if desk else []))
    return send(chosen, desk) if chosen.verb == "pack" else bring(chosen.named, desk)


def send(chosen: argparse.Namespace, desk: Desk) -> int:
    """`pack`: write the file, and say where it is and how much work is in it."""
    language = next((one for one in desk.languages if one.code == chosen.named), None)
    if language is None:
        known = ", ".join(one.code for one in desk.languages)
        return refuse([Problem("", 0, "pack-language", {"found": chosen.named, "expected": known})])
    found, shelf = every_state(desk), Shelf(desk)
    parts = [part.replace("\\", "/").removeprefix("./") for part in chosen.parts]
    known_names = known_parts(found)
    if unknown := [part for part in parts if part not in known_names]:
        return refuse([unknown_part(part, found) for part in unknown])
    pack = make_pack(shelf, found, language, parts)
    if unread := unread_pages(desk, [row.found for row in pack.rows]):
        return refuse(unread)
    if not pack.rows:
        return _say("none", language=language)
    form = form_for(chosen.form, chosen.into)
    into = chosen.into or FOLDER
    is_folder = into == FOLDER or (desk.root / into).is_dir()
    path = free_path(desk.root, f"{into}/{language.code}.{ENDINGS[form]}" if is_folder else into)
    try:
        write_pack(desk.root, path, MAKERS[form](pack))
    except OSError as error:
        return refuse([unwritten(error, desk.root)])
    return _say_sent(pack, language, path, desk.root)


def _say_sent(pack: Pack, language: Language, path: Path, root: Path) -> int:
    return _say("sent", language=language, path=named(root, path), count=len(pack.rows), minutes=pack.minutes)


def form_for(named: str | None, into: str) -> Form:
    """The form that was asked for; else the one that the name of the file means; else Word."""
    ending = into.rpartition(".")[2].lower()
    meant = next((form for form, own in ENDINGS.items() if ending in (own, form.value)), Form.WORD)
    return Form(named) if named else meant


def free_path(root: Path, name: str) -> Path:
    """Where a file of this name can be written: what lies there may hold a translator’s evening."""
    wanted = root / name
    number = 2
    path = wanted
    while path.exists():
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        number += 1
    return path


def write_pack(root: Path, path: Path, content: bytes) -> None:
    """Write the file, and the folder it lies in; not through a link of the project."""
    check_way(root, named(root, path))
    write_whole(root, named(root, path), content)


def bring(name: str, desk: Desk) -> int:
    """`import`: take in the rows that fit, and list the others."""
    raw, problems = read_bytes(desk.root, name, MOST_PACKED)
    if problems:
        return refuse(problems)
    filled = rows_in(raw)
    if isinstance(filled, str):
        return _say_refused([Problem(name, 1, "pack-file", {"found": Term(filled)})])
    before = every_state(desk)
    taken = take(Shelf(desk), before, filled, name)
    try:
        with unbroken():
            write_pages(desk, taken.files)
            after = read_desk(desk.root)[0] if taken.rows else None
            if after:
                write_both_texts(after, before, taken.rows)
    except OSError as error:
        return refuse([unwritten(error, desk.root)])
    return report_taken(taken)


def _say_refused(problems: list[Problem]) -> int:
    """Nothing was going to be published, and nothing is said of it."""
    for language in preferred_languages():
        print(*tell(problems, language), sep="\n", file=sys.stderr)
    return 1


def report_taken(taken: Taken) -> int:
    """What was taken in, what was there already, and every row that was refused; 1 where there is any."""
    waiting = sorted({int(str(one.values["row"])) for one in taken.problems if one.rule in UNTOUCHED})
    told = [one for one in taken.problems if one.rule not in UNTOUCHED or len(waiting) <= FEW]
    for language in preferred_languages():
        lines = [words("taken", language, part=row.found.part) for row in taken.rows]
        lines += [words("known", language, part=part) for part in taken.known]
        lines += tell(told, language)
        if len(waiting) > FEW:
            lines.append(words("waiting", language, count=len(waiting), rows=spans_of(waiting)))
        lines += ["", words("sum-taken", language, count=len(taken.rows))]
        if taken.problems:
            lines.append(words("sum-refused", language, count=len(taken.held)))
        elif taken.rows:
            lines.append(words("taken-next", language))
        print(*lines, sep="\n")
    return int(bool(taken.problems))


def spans_of(numbers: list[int]) -> str:
    """In:  [1, 2, 3, 7]

    Out: "1–3, 7"
    """
    starts = [number for number in numbers if number - 1 not in numbers]
    ends = [number for number in numbers if number + 1 not in numbers]
    return ", ".join(f"{one}" if one == last else f"{one}–{last}" for one, last in zip(starts, ends, strict=True))


def _say(name: str, /, **values: str | int | Language) -> int:
    for language in preferred_languages():
        print(words(name, language, **values))
    return 0
