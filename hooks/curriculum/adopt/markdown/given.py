"""What may stand anywhere in a page: footnotes, addresses by name, comments over several lines."""

from __future__ import annotations

import re
from itertools import pairwise

from curriculum.adopt.markdown.frames import FENCE, Numbered, closes
from curriculum.adopt.values import ReadSource

FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$")
TARGET = re.compile(r"^ {0,3}\[([^\]\[^][^\]]{0,200})\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(](.*)[\"')])?[ \t]*$")
SHORT_FOR = re.compile(r"^ {0,3}\*\[[^\]]+\]:.*$")
LETTER = re.compile(r"^([ \t]*)([a-hA-H])([.)])(?=[ \t]+\S)")
EXAMPLE = re.compile(r"^([ \t]{0,3})\(@([\w-]*)\)(?=[ \t]+\S)")
NAMED = re.compile(r"\(@([\w-]+)\)")
BY_ITSELF = re.compile(r"^([ \t]*)#\.(?=[ \t]+\S)")
HIDDEN = re.compile(
    r"<(?!(?:area|br|col|hr|img|input|link|meta|source|wbr)\b)([a-z]{1,10})\b(?=[^<>]{0,400}(?:\shidden\b(?!-)|display\s*:\s*none|visibility\s*:\s*hidden))[^<>]{0,400}(?<!/)>",
    re.I,
)
"""A tag whose words nobody sees."""
GONE = "\0"
"""A line that was a comment and nothing else."""
COMMENT = re.compile(r"<!--.*?-->|\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}|^%%$.*?^%%$", re.DOTALL | re.M)


def take_given(text: str, offset: int, source: ReadSource) -> tuple[list[Numbered], dict[str, str], dict[str, str]]:
    """The lines of a page with their numbers, without what is given; addresses and footnotes by their names."""
    text = _without_hidden(text, offset, source)
    text = COMMENT.sub(lambda found: _comment(found, text, offset, source), text)
    lines: list[Numbered] = []
    targets: dict[str, str] = {}
    notes: dict[str, str] = {}
    last, fence = "", ""
    for number, line in enumerate(text.split("\n"), offset + 1):
        mark = FENCE.match(line)
        if mark and (not fence or closes(line, fence)):
            fence = "" if fence else mark[1]
        if fence:
            lines.append((number, line))
        elif line == GONE:  # between the rows of a table it ends nothing
            lines += [] if lines and lines[-1][1].lstrip().startswith("|") else [(number, "")]
        elif found := FOOTNOTE.match(line):
            last = found[1].lower()
            notes[last] = f"{notes[last]} {found[2]}" if last in notes else found[2]
            lines.append((number, ""))
        elif last and line.startswith(("    ", "\t")):
            notes[last] += " " + line.strip()
            lines.append((number, ""))
        elif (found := TARGET.match(line)) and (name := " ".join(found[1].lower().split())) not in targets:
            targets[name] = found[2]
            if found[3]:
                source.leave(number, "link-title", found[3])
            lines.append((number, ""))
        elif SHORT_FOR.match(line):
            source.leave(number, "short-for", line)
        else:
            last = last if not line.strip() else ""
            lines.append((number, line))
    return with_examples(with_numbers(lines)), targets, notes


def with_numbers(lines: list[Numbered]) -> list[Numbered]:
    """Items that are counted with letters, one letter after the other, counted with numbers.

    In:  `a. once`, `b. twice`; `A. Writer`
    Out: `1. once`, `2. twice`; `A. Writer`
    """
    found = {place: mark for place, (_, line) in enumerate(lines) if (mark := LETTER.match(line))}
    marked = list(found.values())
    beside = set()
    for one, other in pairwise(marked):
        if (one[1], ord(one[2]) + 1, one[3]) == (other[1], ord(other[2]), other[3]):
            beside |= {one.string, other.string}
    return [
        (number, f"{mark[1]}{ord(mark[2].lower()) - 96}.{line[mark.end(3) :]}")
        if (mark := found.get(place)) and mark.string in beside
        else (number, line)
        for place, (number, line) in enumerate(lines)
    ]


def with_examples(lines: list[Numbered]) -> list[Numbered]:
    """Items that Pandoc counts through a whole page, and those it counts by itself, with their numbers.

    In:  `(@) one`, `(@good) two`, `As (@good) shows`; `#. first`
    Out: `1. one`, `2. two`, `As (2) shows`; `1. first`
    """
    count, labels, found = 0, dict[str, str](), list[Numbered]()
    for number, line in lines:
        mark = EXAMPLE.match(line)
        if mark:
            count += 1
            labels[mark[2]] = str(count)
        item = f"{mark[1]}{count}.{line[mark.end() :]}" if mark else line
        found.append((number, BY_ITSELF.sub(r"\g<1>1.", item)))
    return [
        (number, NAMED.sub(lambda one: f"({labels.get(one[1], one[0][1:-1])})", line) if "(@" in line else line)
        for number, line in found
    ]


def _without_hidden(text: str, offset: int, source: ReadSource) -> str:
    """A text without the tags that hide what is in them; that goes onto the list, and empty lines stay for it."""
    start = 0
    while found := HIDDEN.search(text, start):
        depth, end = 0, text.find("\n\n", found.end())
        end = end if end >= 0 else len(text)  # where nothing closes it, to the end of its paragraph
        for tag in re.finditer(rf"<(/?){found[1]}\b[^<>]*>", text[found.start() :], re.IGNORECASE):
            depth += -1 if tag[1] else 1
            if not depth:
                end = found.start() + tag.end()
                break
        whole = text[found.start() : end]
        source.leave(offset + 1 + text.count("\n", 0, found.start()), "comment", re.sub(r"<[^<>]*>", "", whole))
        start = found.start()
        text = text[:start] + "\n" * whole.count("\n") + text[end:]
    return text


def _comment(found: re.Match[str], text: str, offset: int, source: ReadSource) -> str:
    words = re.sub(r"^<!--|-->$|\{%.*?%\}|^%%|%%$", "", found[0])
    source.leave(offset + 1 + text.count("\n", 0, found.start()), "comment", words)
    before, after = text[: found.start()].rpartition("\n")[2], text[found.end() :].partition("\n")[0]
    return "\n".join([GONE if not (before + after).strip() else ""] * (1 + found[0].count("\n")))
