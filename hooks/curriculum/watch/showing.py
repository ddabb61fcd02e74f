"""What changed between two texts, for a terminal without colours: only the paragraphs that changed, words marked.

In:  "Check the pulse, then call." and "Check the breathing, then call."
Out: "~ Check the [-pulse,-] {+breathing,+} then call."
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from difflib import SequenceMatcher

from curriculum.watch.texts import paragraphs

WIDTH = 88
ALIKE = 0.4
"""Paragraphs that have less than this in common are shown one under the other, not word by word."""
HEADING = re.compile(r"#{1,6}\s+(.*?)(?:\s*\{[^}]*\})?\s*$")


def differences(then: str, now: str) -> list[str]:
    """Lines that begin with `-` (is gone), `+` (is new) or `~` (words of it changed), each under its heading."""
    old, new = paragraphs(then), paragraphs(now)
    lines: list[str] = []
    told = ""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        changed = [] if tag == "equal" else list(_pairs(old[i1:i2], new[j1:j2]))
        if changed:
            heading = _heading(new[:j1] or old[:i1])
            lines += [f"§ {heading}"] if heading != told else []
            told = heading
        lines += [line for before, after in changed for line in _shown(before, after)]
    return lines


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Which paragraph became which: in their order, as far as both sides have any; gaps between them do not count."""
    before, after = ([" ".join(piece.split()) for piece in pieces if piece.strip()] for pieces in (old, new))
    most = max(len(before), len(after))
    pad = [""] * most
    yield from ((one, two) for one, two in zip((before + pad)[:most], (after + pad)[:most], strict=True) if one != two)


def _heading(pieces: list[str]) -> str:
    found = (HEADING.match(piece.strip()) for piece in reversed(pieces))
    return next((match[1] for match in found if match), "")


def _shown(before: str, after: str) -> list[str]:
    if before and after and SequenceMatcher(None, before.split(), after.split()).ratio() >= ALIKE:
        return _wrapped("~", _words(before, after))
    return [line for sign, words in (("-", before), ("+", after)) if words for line in _wrapped(sign, words)]


def _words(before: str, after: str) -> str:
    """One paragraph with what went and what came, each between signs of its own."""
    old, new, said = before.split(), after.split(), []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = " ".join(old[i1:i2]), " ".join(new[j1:j2])
        if tag == "equal":
            said.append(come)
        else:
            said += [f"[-{gone}-]"] if gone else []
            said += [f"{{+{come}+}}"] if come else []
    return " ".join(said)


def _wrapped(sign: str, words: str) -> list[str]:
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=f"  {sign} ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
