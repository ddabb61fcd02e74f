"""Words in another language than that of their page; names, and words of a Nation's own language, are of none.

In:  `Prenez votre temps. Take your time, and say what you need.`, in French
Out: a problem: it reads as English

In:  `Les Nations We Wai Kai et We Wai Kum, en hən̓q̓əmin̓əm̓`, in French
Out: nothing
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from curriculum.read.limits import MOST_SHOWN
from curriculum.review.prose import WORD, blocks_of, section_at
from curriculum.review.reading import SENTENCE_END
from curriculum.words.forms import common, name_in, speaks, telling
from curriculum.words.model import Language, Page, Problem, Words

SHORT = 4
"""Words of a cell that is an answer or a title, and no sentence."""
FEW = 2
"""Different common words of another language that a title or a name in it may have."""
SURE = 3
"""Different ones, after which capitals make no name of a sentence: `What To Do If You Are Stopped`."""
REFERENCE = re.compile(r"\((?:\d{4}|n\.d\.|s\.d\.)[a-z]?\)\.|,[ ](?:\d{4}|no date|sans date)\s*$")
"""A work with its year: its title stays in its own language."""
ELIDED, SHORTENED = r"(?:[cdjlmnst]|(?:|jus|lors|puis|quoi|pres|quel)qu|aujourd)['’]", r"(?:s|t|re|ll|ve|d|m)\b"
OF_A_NATION = re.compile(
    "[\u0100-\u0151\u0154-\u036f\u03b8\u03bb\u03c7\u1400-\u167f\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff]"  # ə, W̱, Ŧ, ᐁ
    r"|^\W*[A-ZÀ-Þ][\w’']*-\w"  # Tla-o-qui-aht
    rf"|(?i:(?<!\w)(?!{ELIDED})\w+['’](?!{SHORTENED})\w)"  # q'u
)
"""What neither English nor French writes in a word: a letter, a hyphen behind a capital, an apostrophe."""
AROUND = "«»“”\"‘’'()[]*_.,;:!?…–—"
ENDED = re.compile(r"[.!?:…][»”\"’')*]*$")


def untranslated(place: Problem, texts: tuple[str, str], languages: tuple[Language, Language]) -> list[Problem]:
    """A block that is the same, sign by sign, in two languages; a name of a few words may be."""
    if texts[0] != texts[1] or REFERENCE.search(texts[0]):
        return []
    words = _words_for(texts[0], *languages)
    if len(words) < SHORT or {*WORD.findall(texts[0].lower())} & common(languages[0]):
        return []
    return [_told(place, texts[0], languages[1], str(place.values["section"]))]


def check_foreign(page: Page, languages: Sequence[Language]) -> list[Problem]:
    """Paragraphs and items with a sentence of another language of the site, unless they name it: `en anglais, …`.

    Cells may list words of all of them.
    """
    problems, lines = [], page.body.split("\n")
    for block in blocks_of(page):
        at = block.lines[0] - page.offset - 1 if block.lines else 0  # what stands among the keys is above all lines
        if block.lines and not (at >= 0 and lines[at].lstrip().startswith("|")) and not REFERENCE.search(block.text):
            place = Problem(page.path, block.lines[0], "untranslated", {})
            section = section_at(page, place.line) or "#"
            spoken = ((start, _language_of(part, page.language, languages)) for start, part in _parts(block.text))
            other = next(((start, one) for start, one in spoken if one != page.language), None)
            if other and name_in(other[1], page.language).lower() not in block.text.lower():
                problems.append(_told(place, block.text[other[0] :], other[1], section))
    return problems


def _told(place: Problem, text: str, language: Language, section: str) -> Problem:
    values: dict[str, Words] = {"found": text.strip()[:MOST_SHOWN], "language": language, "section": section}
    return Problem(place.path, place.line, "untranslated", values)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence of a block with its place, as one may be left among others; then all of it."""
    starts = [0, *(end.end() for end in SENTENCE_END.finditer(text))]
    yield from ((start, text[start:end]) for start, end in pairwise([*starts, len(text)]))
    yield 0, text


def _language_of(text: str, own: Language, languages: Sequence[Language]) -> Language:
    """The language of which a text has most common words; its own where they are few, or as many.

    Each counts once: `a friend, a colleague, a line` is no Spanish.
    """
    said = {one: _words_for(text, own, one) for one in languages}
    kinds = {one: {*said[one]} & (common(one) - (common(own) if one != own else set())) for one in languages}
    count = {one: len(found) if one == own or found & telling(one) else 0 for one, found in kinds.items()}
    most = max(languages, key=lambda one: (count[one], one == own))
    if not common(own):  # a neighbour shares words with it: only a text that is all of the other language is told
        return most if speaks(said[most], most) else own
    return most if count[most] >= FEW and len(said[most]) >= SHORT else own


def _words_for(text: str, own: Language, other: Language) -> list[str]:
    """The words that may speak for a language; for another than that of the page, without names."""
    if own == other:
        return WORD.findall(text.lower())
    plain, named = _words_of(text)
    is_sentence = len({*named} & (common(other) - common(own))) >= SURE
    return plain + named if is_sentence else plain


def _words_of(text: str) -> tuple[list[str], list[str]]:
    """The words of a text but those of a Nation's own language; and, apart, those that may be names.

    In:  "We Wai Kai and Snaw-naw-as."     Out: ["and"], ["we", "wai", "kai"]
    """
    plain, named = list[str](), list[str]()
    typed = unicodedata.normalize("NFC", text).split()
    starts = [word.strip(AROUND)[:1].isupper() for word in typed] + [False]
    for place, word in enumerate(typed):
        if OF_A_NATION.search(word):
            continue
        is_inside = place > 0 and not ENDED.search(typed[place - 1])
        is_name = starts[place] and (is_inside or starts[place + 1])
        (named if is_name else plain).extend(WORD.findall(word.lower()))
    return plain, named
