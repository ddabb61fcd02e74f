"""What each command does, as `python run.py help` says it: the `help.txt` of a language, and the part on one command.

`run.py` prints the same file before anything is installed, so it is plain text.
"""

from __future__ import annotations

from curriculum.words.labels import DEFAULT, folder_of
from curriculum.words.model import Language

START = "python run.py "


def read_help(language: Language) -> str:
    """What all commands do; in English where a language does not say it yet."""
    path = folder_of(language) / "help.txt"
    return (path if path.exists() else folder_of(DEFAULT) / path.name).read_text(encoding="utf-8")


def part_on(command: str, text: str) -> str:
    """The lines on one command: how it is written, and what is said below that; all of it where there are none.

    In:  "check", "python run.py check\\n    what is to be mended\\npython run.py review\\n    what …"
    Out: "python run.py check\\n    what is to be mended\\n"
    """
    kept, here = [], False
    for line in text.splitlines(keepends=True):
        here = line.split()[2:3] == [command] if line.startswith(START) else here and line.startswith(" ")
        kept += [line] if here else []
    return "".join(kept) or text


def way_to_write(command: str, text: str, verb: str = "") -> str:
    """How a command is usually written: the first line on it, or on the verb that follows it."""
    if f"{START}{command}" not in text:
        return f"{START}help"
    ways = [line for line in part_on(command, text).splitlines() if line.startswith(START)]
    return next((way for way in ways if verb and way.startswith(f"{START}{command} {verb}")), ways[0])
