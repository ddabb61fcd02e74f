"""Lines that came back in a file of any form -> lines as Markdown wants them, one empty line between paragraphs.

In:  "## Tea { #tea }", "Hot.\\u00a0", "Sweet."
Out: "## Tea { #tea }", "Hot.", "", "Sweet."
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from curriculum.packs.lines import BREAK, ITEM, KEY, OWN, QUOTE, keys_on_top, typed
from curriculum.translate.pieces import KEYS

SPACED_KEY = re.compile(rf"^({'|'.join(KEYS)})[ \u00a0\u202f]+:")
"""What a word processor makes of a key where its language has a space before a colon."""


def cleaned(lines: Sequence[str], source: str) -> list[str]:
    """Lines as Markdown wants them: one empty line between paragraphs, whoever left them out."""
    plain = [unicodedata.normalize("NFC", line.replace("\t", " ")) for line in lines]
    plain = [SPACED_KEY.sub(r"\1:", line) for line in plain]
    plain = [line if line.endswith(BREAK) and line.strip() else line.rstrip() for line in plain]
    plain = _keys_whole(plain, source)
    words = typed("\n".join(plain).strip("\n"))
    if "" not in words:
        words = _spaced(words, source)
    made: list[str] = []
    top = keys_on_top(words)
    for place, line in enumerate(words):
        are_two = place > top and line and made and made[-1] and are_paragraphs(made[-1], line)
        if are_two or (made and not line and not made[-1]):
            made += [""] if line else []
        made += [line] if line or (made and made[-1]) else []
    return made


def _keys_whole(lines: Sequence[str], source: str) -> list[str]:
    """The lines, with each value on top of a page on one of its own, however a program broke it.

    Where the title of the source follows its keys at once, whatever words stand before it are of the last key.
    """
    body = next((line for line in source.split("\n") if line and not KEY.match(line)), "")
    if not KEY.match(source) or not body.startswith("#"):
        return [*lines]
    made, rest = list[str](), [*lines]
    while rest and (not rest[0] or KEY.match(rest[0]) or (made and are_paragraphs("x", rest[0]))):
        line = rest.pop(0).removesuffix(BREAK[1]).strip()
        if KEY.match(line):
            made.append(line)
        elif line:
            made[-1] = f"{made[-1]} {line}"
    return [*made, *([""] if "" in lines else []), *rest]


def _spaced(words: list[str], source: str) -> list[str]:
    """Lines between which a program left no empty one, with those of the source where it has as many lines."""
    model = typed(source)
    gaps = [bool(place and not model[place - 1]) for place, line in enumerate(model) if line]
    if len(gaps) != len(words):
        return words
    return [line for gap, word in zip(gaps, words, strict=True) for line in ([""] if gap else []) + [word]]


def are_paragraphs(one: str, other: str) -> bool:
    """True for two lines of plain words: in a word processor, each is a paragraph."""
    return not any(form.match(line) for form in (OWN, ITEM, QUOTE) for line in (one, other)) and not one.endswith(BREAK)
