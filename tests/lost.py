"""Ways in which a translation loses something: each makes one of a page, or "" where the page has nothing of the kind.

Each takes the Markdown of a page in French, as it stands in the course, and changes one thing that a reader would miss.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

Loss = Callable[[str], str]
ENGLISH = "Take your time, and tell them that you are there for as long as they want you to be."


def first(pattern: str, to: str | Callable[[re.Match[str]], str], text: str, at: int = 0) -> str:
    """The text with the first match after the title replaced; "" where there is none."""
    start = text.index("\n# ") if "\n# " in text else 0
    found = re.compile(pattern, re.M).search(text, start)
    if not found:
        return ""
    new = to(found) if callable(to) else found.expand(to)
    return text[: found.start()] + new + text[found.end() :]


def swap(pattern: str, text: str) -> str:
    """The first two different matches, each in the place of the other."""
    found = [*re.finditer(pattern, text, re.M)]
    other = next((one for one in found[1:] if one[0] != found[0][0]), None) if found else None
    if not other:
        return ""
    a, b = found[0], other
    return text[: a.start()] + b[0] + text[a.end() : b.start()] + a[0] + text[b.end() :]


def without_section(text: str) -> str:
    return first(r"^## [^\n]*\{ #[\w-]+ \}\n(?:(?!^## ).*\n)+", "", text)


def without_column(text: str) -> str:
    """The last column of the first table."""
    found = re.search(r"(?:^\|.*\|\n){3,}", text, re.M)
    if not found or found[0].split("\n")[0].count("|") < 4:
        return ""
    rows = [re.sub(r"\|[^|]*\|$", "|", row) for row in found[0].rstrip("\n").split("\n")]
    return text[: found.start()] + "\n".join(rows) + "\n" + text[found.end() :]


def other_figure(found: re.Match[str]) -> str:
    return found[0].replace(found[1], str(int(found[1]) + 7))


def other_bound(found: re.Match[str]) -> str:
    """`moins de` for `plus de`, and the reverse."""
    pairs = {"moins": "plus", "plus": "moins", "Moins": "Plus", "Plus": "Moins"}
    return f"{pairs[found[1]]} de "


def other_count(found: re.Match[str]) -> str:
    return "Sept" if found[1].istitle() else "sept"


COUNTED = "verbes\\.|habiletés|questions|couches d"
PROSE = r"^(?![#|>\-*+/<\s\d:{!\[]).{60,}\n(?:(?![#|>\-*+/<\s]).+\n)*(?=\n)"
LOST: Mapping[str, Loss] = {
    "a section": without_section,
    "the order of two sections": partial(swap, r"^## (?:[^\n]*\n(?!## ))+[^\n]*"),
    "the id of a section": partial(first, r"^(## .*)\{ #[\w-]+ \}", r"\1{ #other }"),
    "an id": partial(first, r"^(## .*) \{ #[\w-]+ \}", r"\1"),
    "the level of a section": partial(first, r"^## ", "### "),
    "a heading": partial(first, r"^## .*\{ #[\w-]+ \}\n", ""),
    "an item": partial(first, r"(?<=\n)(- .*\n)(?=- )", ""),
    "a tick box": partial(first, r"^- \[ \] ", "- "),
    "a box to tick more": partial(first, r"^(- \[ \] .*\n)", r"\1- [ ] Encore une.\n"),
    "a list of ticks": partial(first, r"^(?:- \[ \] .*\n(?:  .*\n)*)+", ""),
    "the numbers of a list": partial(
        first, r"^(?:\d+\. .*\n(?:   .*\n)*)+", lambda f: re.sub(r"(?m)^\d+\. ", "- ", f[0])
    ),
    "a step": partial(first, r"^\d+\. .*\n(?:   .*\n)*", ""),
    "the bold name of a step": partial(first, r"^(\d+\. )\*\*([^*]+)\*\*", r"\1\2"),
    "words in bold": partial(first, r"\*\*([^*\n]+)\*\*", r"\1"),
    "a row": partial(first, r"(?<=- \|\n)\|.*\|\n", ""),
    "a column": without_column,
    "an empty cell": partial(first, r"\| +\|$", "| écrit |"),
    "a cell": partial(first, r"(?<=- \|\n)\|[^|\n]+\|", "|  |"),
    "a box": partial(first, r"^/// box.*\n((?:.*\n)*?)///\n", r"\1"),
    "the kind of a box": partial(first, r"^/// box.*", "/// keep"),
    "what stays together": partial(first, r"^/{3,4} keep\n((?:.*\n)*?)/{3,4}\n", r"\1"),
    "a card": partial(first, r"^/{3,4} card \|.*\n((?:.*\n)*?)/{3,4}\n", r"\1"),
    "the group of lines to call": partial(first, r"^/// resources \| \w+", "/// resources | child"),
    "lines to call": partial(first, r"^/// resources \| \w+\n///\n", ""),
    "steps": partial(first, r"^/// steps \| [\w-]+\n///\n", ""),
    "lines to write on": partial(first, r"^/// lines \| \d+", "/// lines | 9"),
    "a place to write": partial(first, r"_{4,}", ""),
    "a place to write more": partial(first, r"____", "____ ____"),
    "a picture made of words": partial(first, r"^/// picture \|.*\n((?:.*\n)*?)///\n", r"\1"),
    "a content note": partial(first, r"^/// content-note\n((?:.*\n)*?)///\n", r"\1"),
    "a quotation": partial(first, r"^(?:>.*\n)+", lambda f: re.sub(r"(?m)^> ?", "", f[0])),
    "what is said aloud": partial(first, r"^(?:> .*\n)+\n", ""),
    "a link": partial(first, r"(?<!!)\[([^\]\n]+)\]\((?!http)[^)\n]+\)", r"\1"),
    "where a link leads": partial(first, r"\]\((?!http)[^)#\n]+(#[\w-]+)?\)", "](index.md)"),
    "the section a link leads to": partial(first, r"(\]\([^)#\n]*)#[\w-]+\)", r"\1#other)"),
    "where two links lead": partial(swap, r"(?<=^- \[).{3,60}?\]\((?!http)[^)\n]+\)(?=.*\n)"),
    "another site": partial(first, r"\]\(https?://[^/)\n]+", "](https://example.org"),
    "a number": partial(first, r"(?<![\d#/({.\w-])(\d+)(?= \w)", other_figure),
    "a number in words": partial(first, r"(?<![\d#/({.\w-])\d+(?= minutes)", "dix"),
    "a unit": partial(first, r"(?<=\d) minutes", " heures"),
    "the bound of a number": partial(first, r"\b([Mm]oins|[Pp]lus) de (?=\d)", other_bound),
    "“no” for “yes”": partial(first, r"^(?!>)(.*(?:[ \u00a0]: «[ \u00a0]|\| ))Oui(?=[., ])", r"\1Non"),
    "another number in words": partial(first, rf"\b([Tt]rois|[Qq]uatre)(?= (?:{COUNTED}))", other_count),
    "a time": partial(first, r"(?<![\d#/({.\w-])(\d+)(?= heures)", other_figure),
    "the number of minutes": partial(first, r"(?<![\d#/({.\w-])(\d+)(?= minutes)", other_figure),
    "a fact": partial(first, r" \{\{ [\w.-]+ \}\}", ""),
    "the name of a fact": partial(first, r"\{\{ (?!org\.name)[\w.-]+ \}\}", "{{ org.name }}"),
    "a paragraph": partial(first, PROSE, ""),
    "two paragraphs in one": partial(first, f"({PROSE})\n(?=[A-ZÀ-Ü«])", r"\1"),
    "all but a word of a step": partial(
        first, r"^(\d+\. (?:\*\*[^*]+\*\*)?)(?=(?:.*[ \u00a0]){9}).*[.?!]$", r"\1Restez."
    ),
    "a dash for a paragraph": partial(first, PROSE, "—\n"),
    "a dash for a heading": partial(first, r"^(## ).*(\{ #[\w-]+ \})", r"\1— \2"),
    "a sentence left in English": partial(first, PROSE, lambda found: f"{found[0].strip()} {ENGLISH}\n"),
    "a paragraph left in English": partial(first, PROSE, f"{ENGLISH}\n"),
    "an item left in English": partial(
        first, r"^- (?!\[).*\n", "- Ask them what would help tonight, and what would not.\n"
    ),
    "a heading left in English": partial(
        first, r"^(## ).*(\{ #[\w-]+ \})", r"\1What you can do when it is too much \2"
    ),
    "a quotation left in English": partial(
        first, r"^> .*\n(?:> .*\n)*", "> Are you all right with going on, or is it too much for you?\n"
    ),
    "“no” for “not now”": partial(first, r"\| [Pp]as maintenant \|", "| Non |"),
    "one answer for two": partial(first, r"(\| (\w+) \| )(?!\2)\w+(?= \|)", r"\1\2"),
}
