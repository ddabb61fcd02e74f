"""The frames of other tools: what opens one, where it ends, what it is called, and whether it is for whoever leads.

::: {.callout-note title="A"}   Quarto, Carpentries, Pandoc      !!! note "A"     MkDocs      > [!NOTE] A    GitHub
{{% notice tip "A" %}}          Hugo, CodeYourFuture             /// note | A     PyMdown     > [!tip]- A    Obsidian
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from curriculum.adopt.marks import LEADS
from curriculum.adopt.signs import one_line

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^`]*)$")
DIV = re.compile(r"^ {0,3}(:{3,})[ \t]*([^:\s].*?)?[ \t]*:*[ \t]*$")
DIRECTIVE = re.compile(r"^ {0,3}(`{3,}|:{3,})\{([\w:-]+)\}[ \t]*(.*)$")
INDENTED = re.compile(r"^ {0,3}(?:!!!|\?\?\?\+?|===[+!]?)[ \t]+(.*)$")
SLASHES = re.compile(r"^ {0,3}(/{3,})[ \t]*([\w-]+)[ \t]*(?:\|[ \t]*(.*))?$")
SHORT = re.compile(r"^\s*\{\{(?:<|%)\s*([\w./-]+)([^{}]*?)(/?)\s*(?:>|%)\}\}\s*$")
LIQUID = re.compile(r"^\s*\{%-?\s*(\w+)([^{}]*?)-?%\}\s*$")
ALERT = re.compile(r"^\s*\[!([\w-]+)\][+-]?[ \t]*(.*)$")
KRAMDOWN = re.compile(r"^\s*(?:>\s*)*\{:\s*([^{}\n]*)\}\s*$")
PLACES = "keep columns column tabset panel-tabset div section center centre small row grid layout content raw"
BARE = frozenset(PLACES.split())
"""Frames that only place what stands in them."""
DIRECTIVES = frozenset(("note", "tip", "hint", "important", "warning", "caution", "danger", "admonition", "seealso"))
"""What is a frame between the fences of code, in MyST; all else there is code."""
BESIDE = ("inline", "end")
"""Where MkDocs sets a frame."""
HIDDEN = frozenset(("content-hidden", "hidden", "comment"))


class FrameLines(NamedTuple):
    """One frame: its name, its title, and how many lines are its start, its inside and its end."""

    name: str
    title: str
    start: int
    inside: int
    end: int
    dedent: bool = False


Numbered = tuple[int, str]


def frame_at(lines: Sequence[Numbered], at: int) -> FrameLines | None:
    """The frame that begins on this line, or none."""
    found = (opens(lines, at) for opens in (_marked, _fenced, _short))
    return next((frame for frame in found if frame), None)


def closes(line: str, mark: str) -> bool:
    """True for the end of what the fence `mark` opened: as many of its signs, or more, and nothing else."""
    return line.strip().startswith(mark) and not line.strip().strip(mark[0])


def _marked(lines: Sequence[Numbered], at: int) -> FrameLines | None:
    """MkDocs and PyMdown."""
    line = lines[at][1]
    if found := INDENTED.match(line):
        inside = _indented(lines, at + 1)
        words, title = _named(found[1])
        return FrameLines("tab" if line.lstrip().startswith("===") else words, title, 1, inside, 0, dedent=True)
    if (found := SLASHES.match(line)) and (end := _fence_end(lines, at, found[1])):
        return FrameLines(found[2], found[3] or "", 1, end - at - 1, 1)
    return None


def _fenced(lines: Sequence[Numbered], at: int) -> FrameLines | None:
    """Pandoc, Carpentries, Quarto and MyST."""
    line = lines[at][1]
    if (found := DIRECTIVE.match(line)) and (end := _fence_end(lines, at, found[1])):
        if found[1].startswith(":") or found[2] in DIRECTIVES:
            return FrameLines(found[2], found[3], 1, end - at - 1, 1)
        return None
    if (found := DIV.match(line)) and found[2]:
        end = _div_end(lines, at)
        name, title = _named(found[2])
        return FrameLines(name, one_line(title), 1, end - at - 1, int(end < len(lines)))
    return None


def _short(lines: Sequence[Numbered], at: int) -> FrameLines | None:
    """Hugo."""
    if found := SHORT.match(lines[at][1]):
        end = _short_end(lines, at, found[1])
        name, title = _named(f"{found[1]} {found[2]}")
        return FrameLines(name, title, 1, end - at - 1, 1) if end and not found[1].startswith("/") else None
    return None


def _named(said: str) -> tuple[str, str]:
    """The name and the title of a frame, from what stands after its signs.

    In:  `{.callout-note title="Look"}`, `note "Look"`, `tip[Look]`, `note Look here`, `objectives`
    Out: ("callout-note", "Look"), ("note", "Look"), ("tip", "Look"), ("note", "Look here"), ("objectives", "")
    """
    quoted = re.search(r"title\s*=\s*[\"“]([^\"”]*)[\"”]", said) or re.search(r"(?<![=\w])[\"“]([^\"”]*)[\"”]", said)
    bracket = re.search(r"\[(.*)\]", said)
    rest = re.sub(r"[\w-]+\s*=\s*(?:\"[^\"]*\"|\S+)|[\"“][^\"”]*[\"”]|#[\w-]+|\[.*\]", "", said)
    names = re.findall(r"[^\s.{}]+", rest)
    title = quoted[1] if quoted else bracket[1] if bracket else ""
    if quoted or re.search(r"(?:^|[\s{])\.\w", rest) or len(names) < 2:  # all of them are classes
        leads = next((name for name in names if name.lower() in LEADS), "")
        return (leads or (names[0] if names else "")).lower(), title
    words = " ".join(word for word in names[1:] if word not in BESIDE)
    return names[0].lower(), " ".join(filter(None, [words, title]))


def _indented(lines: Sequence[Numbered], start: int) -> int:
    """How many lines after a start are indented, empty ones between them included."""
    count = 0
    for place, (_, line) in enumerate(lines[start:], 1):
        if line.startswith(("    ", "\t")):
            count = place
        elif line.strip():
            break
    return count


def _fence_end(lines: Sequence[Numbered], at: int, mark: str) -> int:
    return next((i for i in range(at + 1, len(lines)) if lines[i][1].strip() == mark), 0)


def _div_end(lines: Sequence[Numbered], at: int) -> int:
    """Where the div of a line ends; a line of colons alone closes the last that was opened."""
    depth = 0
    for place in range(at, len(lines)):
        found = DIV.match(lines[place][1])
        if found:
            depth += 1 if found[2] else -1
            if depth == 0:
                return place
    return len(lines)


def _short_end(lines: Sequence[Numbered], at: int, name: str) -> int:
    close = re.compile(rf"^\s*\{{\{{(?:<|%)\s*/\s*{re.escape(name)}\s*(?:>|%)\}}\}}\s*$")
    return next((i for i in range(at + 1, len(lines)) if close.match(lines[i][1])), 0)
