"""`check`: say everything that is to be mended, or that nothing is; the course is read where something changed."""

from __future__ import annotations

import sys
from importlib import import_module

from curriculum.commands.options import options_of, settings_of
from curriculum.publish.answered import read_answer, read_key, write_answer
from curriculum.read.layers import Settings
from curriculum.words.audience import NOTES
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages

PROGRAM = "curriculum.commands.checking"


def main(arguments: list[str]) -> int:
    """The exit code: 1 when anything is to be mended."""
    settings = settings_of(options_of("check").parse_args(arguments))
    key = read_key(settings.root, preferred_languages()) if settings.notes == NOTES else ""
    said = read_answer(settings.root, key) if key else None
    code = 0
    if said is None:
        code, said = _look(settings, key)
    print(said, end="", file=sys.stderr)
    for language in preferred_languages() if code == 0 else ():
        print(label("check-done", language))
    return code


def _look(settings: Settings, key: str) -> tuple[int, str]:
    """Look at everything; right answers are kept, unless somebody saved something meanwhile, or it is not theirs."""
    code, said, is_shaped = import_module(PROGRAM).look(settings)
    if code == 0 and key and is_shaped and read_key(settings.root, preferred_languages()) == key:
        write_answer(settings.root, key, said)
    return code, said
