"""Why a text does not read as YAML -> the line to look at, and the name of the words that say what to do there.

The parser names the place where it gave up, which is often not where the slip is; people who have never heard of YAML
look at the line that is named, and nowhere else.
"""

from __future__ import annotations

import re

import yaml

OPENED = re.compile("quoted scalar|flow mapping|flow sequence|simple key")
"""What the parser was in the middle of, when the slip is where that begins."""
TAB = re.compile(r"[ ]*\t")
BLANK = re.compile(r"[ ]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""A line that starts with blanks that look like spaces and count as letters."""
SIGN = re.compile(r"^[^#:]*:[ ]+[@`%*&!?}\],]|^[ ]*-[ ]+[@`%*&!]")
"""A value that starts with a sign which means something in YAML."""
AFTER_QUOTE = re.compile(r""":[ ]+(?:"[^"]*"|'[^']*')[ ]*[^ #,}\]]""")
"""More words after the quote that ends a value: `en: 'l'eau'`, `en: "One" and two`."""
TWO_COLONS = re.compile(r"^[^#\"'{]*:[ ][^#\"'{]*:(?:[ ]|$)")
NEAR = 40
"""Lines above the place where the parser gave up, in which a quote may have been left open."""
COLON_WITHIN = re.compile(r"[{,][ ]*[\w-]+:[ ][^\"',{}]*:(?:[ ]|$)")
"""The same among values in braces: `{en: Next: then, fr: Ensuite}`."""
NO_SPACE = re.compile(r"^[ ]*(?:-[ ]+)?\w[\w-]*(?::[^ ]|[ ]*$)")
"""A key without the space after its colon, or without its colon."""


def fault_of(text: str, error: yaml.YAMLError) -> tuple[int, str]:
    """The line of the slip and its name in `terms.yml`.

    In:  'site:\\n\\tname: x\\n'
    Out: (2, "yaml-tab")
    """
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context", None) or ""
    lines = text.split("\n")
    at = min(mark.line, len(lines) - 1) if mark else 0
    opened = getattr(error, "context_mark", None) if OPENED.search(context) else None
    first = min(opened.line, len(lines) - 1) if opened else at  # YAML ends lines at more signs than files here do
    for line in (first, at):
        if TAB.match(lines[line]):
            return line + 1, "yaml-tab"
    if (blank := next((line for line in range(at, max(at - NEAR, -1), -1) if BLANK.match(lines[line])), -1)) >= 0:
        return blank + 1, "yaml-blank"
    half = next((line for line in range(at, max(at - NEAR, -1), -1) if _is_half_quoted(lines[line])), None)
    if half is not None:
        return half + 1, "yaml-quote"
    if opened:
        return first + 1, _opened(context, lines[first])
    if "mapping values" in str(getattr(error, "problem", "")) and not TWO_COLONS.search(lines[at]):
        before = _before(lines, at)
        return (before + 1, "yaml-space") if NO_SPACE.match(lines[before]) else (at + 1, "yaml-indent")
    return at + 1, _at(lines, at)


def _is_half_quoted(line: str) -> bool:
    """Whether a quote opens or closes here alone: the next one ends it, lines below, and the parser trips there."""
    return not line.lstrip().startswith("#") and line.replace('\\"', "").count('"') % 2 == 1


def _opened(context: str, line: str) -> str:
    """What the line tells on which a quote, a group in braces or a key begins."""
    if "quoted" in context:
        return "yaml-line" if "\\" in line else "yaml-quote"
    if "simple key" in context:
        return "yaml-space"
    return _first_of(line, (AFTER_QUOTE, "yaml-after-quote"), (COLON_WITHIN, "yaml-colon")) or "yaml-bracket"


def _at(lines: list[str], at: int) -> str:
    """What the line itself tells."""
    asked = (AFTER_QUOTE, "yaml-after-quote"), (TWO_COLONS, "yaml-colon"), (SIGN, "yaml-sign"), (NO_SPACE, "yaml-space")
    return _first_of(lines[at], *asked) or ("yaml-indent" if _is_shifted(lines[: at + 1]) else "yaml-line")


def _first_of(line: str, *asked: tuple[re.Pattern[str], str]) -> str:
    """The name of the first pattern that the line fits, or ""."""
    return next((name for pattern, name in asked if pattern.search(line)), "")


def _before(lines: list[str], at: int) -> int:
    """The nearest line above that is not empty; the same one where there is none."""
    return next((line for line in range(at - 1, -1, -1) if lines[line].strip()), at)


def _is_shifted(lines: list[str]) -> bool:
    """Whether the last of the lines starts in another column than the one above it."""
    written = [line for line in lines if line.strip() and not line.lstrip().startswith("#")][-2:]
    return len({_column(line) for line in written}) > 1


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())
