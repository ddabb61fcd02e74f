"""A page beside its counterpart in the first language, block by block: numbers, units, words left as they were.

In:  `Rest 10 minutes.` and `Reposez-vous 10 heures.`
Out: the line of the second: `10 hour` where the first has `10 minute`

Blocks are paired by their place in their section, where both languages have as many of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from curriculum.read.limits import MOST_SHOWN
from curriculum.review.figures import amounts_in, numbers_in
from curriculum.review.prose import Block, blocks_of
from curriculum.review.senses import answers_in, apart, bounds_in, counts_in, shown
from curriculum.words.forms import common, speaks
from curriculum.words.model import Language, Page, Problem, Term, Words

SHORT = 4
"""Words of a cell that is an answer or a title, and no sentence."""
FEW = 2
"""Common words of another language that a title or a name in it may have."""
REFERENCE = re.compile(r"\((?:\d{4}|n\.d\.|s\.d\.)[a-z]?\)\.|,[ ](?:\d{4}|no date|sans date)\s*$")
"""A work with its year: its title stays in its own language."""
LONG, LEAST, MOST = 24, 0.7, 2.5
"""Words of a block whose length is compared; in 1,195 such blocks of this course French has 0.73 to 2.25 as many."""
MEASURES = {"amount": amounts_in, "bound": bounds_in}
"""What is said of a number: its unit, and on which side of it something lies."""
Count = Callable[[str, Language], Counter[str]]
COUNTED: Mapping[str, Count] = {"counted": counts_in, "answer": answers_in}
"""What is said in words and means the same in all languages."""
FREE: Mapping[str, Count] = {"answer": answers_in}
"""The same of a made-up talk, in which each language may count other things."""
WORD = re.compile(r"[^\W\d_]+")
UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""


def check_beside(page: Page, first: Page) -> list[Problem]:
    """What differs from the first language, at the line of the page."""
    problems: list[Problem] = []
    ours, theirs, languages = _by_section(page), _by_section(first), (page.language, first.language)
    usual = _usual(ours, theirs) if page.language.lender else 1.0
    for id, blocks in ours.items():
        place = Problem(page.path, blocks[0].lines[0], "parity", {"section": id or "#", "other": first.path})
        others = theirs.get(id, [])
        if len(blocks) == len(others):
            for block, other in zip(blocks, others, strict=True):
                here = replace(place, line=block.lines[0])
                problems += differing(here, (block.text, other.text), languages)
                kinds = FREE if block.quoted and block.name else COUNTED
                problems += replaced(here, (block.text, other.text), languages, kinds)
                problems += untranslated(here, (block.text, other.text), languages)
                problems += _shortened(here, (block.text, other.text), usual)
        else:
            texts = _text_of(blocks), _text_of(others)
            problems += [*differing(place, texts, languages), *replaced(place, texts, languages)]
    return problems


def _text_of(blocks: list[Block]) -> str:
    return " ".join(block.text for block in blocks)


def _by_section(page: Page) -> dict[str, list[Block]]:
    starts = [(section.line + page.offset, section.id) for section in page.sections]
    found: dict[str, list[Block]] = {}
    for block in blocks_of(page):
        if block.lines:
            found.setdefault(next((id for line, id in reversed(starts) if line <= block.lines[0]), ""), []).append(
                block
            )
    return found


def untranslated(place: Problem, texts: tuple[str, str], languages: tuple[Language, Language]) -> list[Problem]:
    """A block that is the same, sign by sign, in two languages; a name of a few words may be."""
    text, words = texts[0], WORD.findall(texts[0].lower())
    if text != texts[1] or len(words) < SHORT or {*words} & common(languages[0]) or REFERENCE.search(text):
        return []
    return [
        Problem(place.path, place.line, "untranslated", {"found": text.strip()[:MOST_SHOWN], "language": languages[1]})
    ]


def differing(place: Problem, texts: tuple[str, str], languages: tuple[Language, Language]) -> Iterator[Problem]:
    """Numbers that only one of two texts has, and numbers with another unit or bound in each."""
    numbers, expected = (numbers_in(text, language) for text, language in zip(texts, languages, strict=True))
    if numbers != expected:
        yield told(place, "number", numbers, expected)
    for kind, measure in MEASURES.items():
        ours, theirs = (measure(text, language) for text, language in zip(texts, languages, strict=True))
        unlike = [one for one, said in ours.items() if one in theirs and not said.keys() & theirs[one].keys()]
        if unlike:
            found, others = ([words for one in unlike for words in side[one].values()] for side in (ours, theirs))
            yield told(place, kind, found, others)


def replaced(
    place: Problem, texts: tuple[str, str], languages: tuple[Language, Language], kinds: Mapping[str, Count] = COUNTED
) -> Iterator[Problem]:
    """Numbers in words, and a “yes” or “no”, that stand where the other text has another one."""
    for kind, count in kinds.items():
        ours_said, theirs_said = (count(text, language) for text, language in zip(texts, languages, strict=True))
        if parted := apart(ours_said, theirs_said):
            yield told(place, kind, *map(shown, parted, languages))


def told(place: Problem, kind: str, found: list[str], expected: list[str]) -> Problem:
    """What differs, told of a place: its file and line, its section, and the page that it is held against."""
    said = {"found": ", ".join(found) or "0", "expected": ", ".join(expected) or "0"}
    return replace(place, values={**place.values, "kind": Term(f"parity-{kind}"), **said})


def _shortened(place: Problem, texts: tuple[str, str], usual: float) -> list[Problem]:
    """A block of some length that has far fewer words than the other, or far more: a sentence was lost, or stayed."""
    ours, theirs = map(_length, texts)
    lost, more = theirs >= LONG and ours < LEAST * usual * theirs, ours >= LONG and ours > MOST * max(1, usual) * theirs
    return [told(place, "length", [str(ours)], [str(theirs)])] if lost or more else []


def _length(text: str) -> int:
    """How many words a text has; where no spaces part them, three signs are two."""
    found = WORD.findall(text)
    unparted = sum(len(UNPARTED.findall(word)) for word in found)
    return sum(not UNPARTED.search(word) for word in found) + round(unparted * 2 / 3)


def _usual(ours: Mapping[str, list[Block]], theirs: Mapping[str, list[Block]]) -> float:
    """How many words a page has for one of the other: languages that write more in fewer words do so all along."""
    own, other = (sum(_length(_text_of(blocks)) for blocks in side.values()) for side in (ours, theirs))
    return min(1.0, max(own / other, LEAST)) if other else 1.0


def check_foreign(page: Page, languages: Sequence[Language]) -> list[Problem]:
    """Paragraphs and items that read as another language of the site; cells may list words of all of them."""
    problems, lines, blocks = [], page.body.split("\n"), blocks_of(page)
    for block in blocks:
        at = block.lines[0] - page.offset - 1 if block.lines else 0  # what stands among the keys is above all lines
        if block.lines and not (at >= 0 and lines[at].lstrip().startswith("|")):
            spoken = _language_of(block.text, page.language, languages)
            if spoken != page.language and not REFERENCE.search(block.text):
                values: dict[str, Words] = {"found": block.text.strip()[:MOST_SHOWN], "language": spoken}
                problems.append(Problem(page.path, block.lines[0], "untranslated", values))
    return problems


def _language_of(text: str, own: Language, languages: Sequence[Language]) -> Language:
    """The language whose common words a text has most of; its own where they are few, or as many."""
    words = WORD.findall(text.lower())
    count = {
        one: sum(word in common(one) and (one == own or word not in common(own)) for word in words) for one in languages
    }
    most = max(languages, key=lambda one: (count[one], one == own))
    if not common(own):  # a neighbour shares words with it: only a text that is all of the other language is told
        return most if speaks(words, most) else own
    return most if count[most] >= FEW and len(words) >= SHORT else own
