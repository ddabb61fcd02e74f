"""The golden cases as a corpus of bad input: which are right on purpose, and whether a line told is that of the slip.

No `expected.txt` is asked, which the program itself wrote. A line is right when it holds the words that the message
quotes, or when it is one of those that whoever wrote the case changed: a case is what differs from `nothing-wrong`. The
others a person looked at, one by one, and wrote them into `tests/problems/lines.txt`.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher
from pathlib import Path

from curriculum.words.model import Problem

CASES = Path(__file__).parent / "problems"
BASE = "nothing-wrong"
RIGHT = frozenset((CASES / "right.txt").read_text(encoding="utf-8").split())
"""Cases that come close to a mistake, and of which nothing may be said."""
SEEN = frozenset((CASES / "lines.txt").read_text(encoding="utf-8").splitlines())
"""`case path:line rule`, a line each: read by a person as the right place."""
WRONG = "wrong line"


def cases() -> list[str]:
    """The names of all cases."""
    return sorted(path.name for path in CASES.iterdir() if path.is_dir())


def place_of(case: str, root: Path, problem: Problem) -> str:
    """How the line of a problem is known to be right, in a case that was laid out at `root`; else `WRONG`."""
    lines = _lines_of(root / problem.path)
    if not lines and problem.line == 1:
        return "no lines"  # a folder, a picture, or a file that is not there
    if problem.line > len(lines):
        return WRONG
    found = _plain(str(problem.values.get("found", "")))
    if found and found in _plain(lines[problem.line - 1]):
        return "words quoted"
    if problem.line in _changed(case, problem.path, lines):
        return "line changed"
    return "seen by a person" if f"{case} {problem.path}:{problem.line} {problem.rule}" in SEEN else WRONG


def _plain(words: str) -> str:
    """Words as a line may hold them: with single spaces, without the sign of what was cut off."""
    return " ".join(words.removesuffix("…").split())


def _lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig", errors="replace").splitlines() if _is_read(path) else []


def _is_read(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _changed(case: str, path: str, lines: list[str]) -> Collection[int]:
    """The lines of a file that are not those of the base, and the line after what was taken out."""
    if not (CASES / case / path).exists():
        return ()
    before = _lines_of(CASES / BASE / path)
    codes = SequenceMatcher(None, before, lines, autojunk=False).get_opcodes()
    return {
        number
        for tag, *_, start, end in codes
        if tag != "equal"
        for number in range(start + 1, max(end, start + 1) + 1)
    }
