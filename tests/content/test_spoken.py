"""What a voice says: the numbers, hours, dates and lines to call of every page, by eSpeak NG, the voice of NVDA.

Each block of words with figures is spoken twice, as the page has it and with its figures written out as they should be
said; both must sound alike. Where a voice links two words, as in “vingt heures”, it may do so in one and not the other.
"""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import tinyhtml5
from conftest import read_valid
from curriculum.compose.page import compose_page
from curriculum.elements.markdown import to_html
from curriculum.read.layers import Settings
from curriculum.words.forms import day_in_words
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
VOICES = {EN: "en-us", FR: "fr"}
LINKING = {EN: r"[əuᵻɪ]", FR: r"[əɥy]|[tznvfsk]"}
"""What comes and goes between words, or with speed; what is left tells heures from h, cent from mille."""
BLOCKS = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "div")
APART = (*BLOCKS, "ul", "ol", "table", "br", "svg")
WORKS = "references.md"
"""Volumes, pages and DOIs: for whoever looks a work up, letter by letter."""
SENTENCE = re.compile(r"(?<=[.!?…”]) (?=[A-ZÀ-Ý“«])")
"""Where one ends and the next begins: only those with a figure are spoken."""
SMALL = {
    EN: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
    FR: "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf",
}
TENS = {
    EN: "- - twenty thirty forty fifty sixty seventy eighty ninety",
    FR: "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt",
}
LARGE = {EN: ((1000, "thousand"), (100, "hundred")), FR: ((1000, "mille"), (100, "cent"))}
pytestmark = pytest.mark.slow


def in_words(digits: str, language: Language) -> str:
    """`494` -> `four hundred ninety four`, `quatre cent quatre-vingt quatorze`; `0808`, digit by digit."""
    if digits[0] == "0" and digits != "0":
        return " ".join(in_words(digit, language) for digit in digits)
    number = int(digits)
    for size, name in LARGE[language]:
        if number >= size:
            many, rest = divmod(number, size)
            count = "" if many == 1 and language == FR else in_words(str(many), language)
            return f"{count} {name} {in_words(str(rest), language) if rest else ''}".strip()
    if number < 20:
        return SMALL[language].split()[number]
    ten, rest = divmod(number, 10)
    rest += 10 if language == FR and ten in (7, 9) else 0
    link = " et " if language == FR and rest in (1, 11) and ten < 8 else " "
    return TENS[language].split()[ten] + (link + in_words(str(rest), language) if rest else "")


def written_out(text: str, language: Language) -> str:
    """The text with figures and short forms as words: groups of a phone number one by one, the signs that are said."""
    dash, percent = (" dash ", " percent") if language == EN else (" ", " pour cent")
    text = re.sub(r"\d{4}-\d\d-\d\d", lambda date: day_in_words(date[0], language), text)
    text = re.sub(r"(?<=\d)[ \u00a0]h\b", " heures", re.sub(r"(?<=\d)[ \u00a0]min\b", " minutes", text))
    text = text.replace("24/7", "24 7")
    text = re.sub(r"(?<![\w-])\d+(?:-\d+)+(?![\w-])", lambda found: found[0].replace("-", dash), text)
    text = re.sub(r"(\d+):00\u00a0([ap])\.m\.", r"\1 zero zero \2 m", text)
    text = re.sub(r"(\d+):(\d\d)\u00a0([ap])\.m\.", r"\1 \2 \3 m", text)
    text = re.sub(r"(?<=\d)\u00a0?%", percent, text)
    text = re.sub(r"(?<=\d)[,\u00a0](?=\d{3}(?!\d))", "", text)
    text = re.sub(r"(?<=\d)\.(?=\d)", " point ", text)
    text = re.sub(r"(?<=\d),(?=\d)", " virgule ", text)
    return re.sub(r"(?<![\w(/])\d+(?![\w(/])", lambda digits: in_words(digits[0], language).capitalize(), text)


def sounds_of(texts: Iterable[str], language: Language) -> list[str]:
    """What the voice says of each text, in phonetic signs, without pauses, stress and linking."""
    end = "pamplemousse" if language == FR else "grapefruit"
    ask = "".join(f"{text}\n\n{end}.\n\n" for text in texts)
    speak = ["espeak-ng", "-q", "--ipa", "-v", VOICES[language], "--stdin"]
    said, mark = (
        subprocess.run(speak, input=words, capture_output=True, check=True, text=True, encoding="utf-8").stdout
        for words in (ask, end)
    )
    plain = re.sub(r"[ˈˌː-]|\([a-z-]+\)", "", said.replace(mark.strip(), "\0")).replace("ɔ", "o")
    return [re.sub(rf"\s|{LINKING[language]}", "", one) for one in plain.split("\0")[:-1]]


def blocks_of(element: etree.Element) -> Iterator[str]:
    """The words of each block, on one line, without those of the blocks inside it."""
    for block in element.iter():
        if block.tag in BLOCKS:
            yield re.sub(r"[ \n]+", " ", words_of(block)).strip()


def words_of(element: etree.Element) -> str:
    inside = "".join((" " if part.tag in APART else words_of(part)) + (part.tail or "") for part in element)
    return (element.text or "") + inside


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_every_page_is_said_as_it_should_be(language: Language) -> None:
    course = read_valid(Settings(ROOT, "facilitator"))
    texts = sorted(
        {
            sentence
            for (of, uri), page in course.pages.items()
            if of == language and uri != WORKS
            for block in blocks_of(
                tinyhtml5.parse(to_html(compose_page(page, course, {})), namespace_html_elements=False)
            )
            for sentence in SENTENCE.split(block)
            if re.search(r"\d", sentence)
        }
    )
    said, meant = (sounds_of(each, language) for each in (texts, [written_out(text, language) for text in texts]))
    assert len(said) == len(meant) == len(texts) > 400
    assert [text for text, sound, wish in zip(texts, said, meant, strict=True) if sound != wish] == []


@pytest.mark.parametrize(
    ("written", "meant", "language"),
    [
        ("18\u00a0heures\u00a030", "dix-huit heures trente", FR),
        ("9-8-8", "neuf, huit, huit", FR),
        ("22\u00a0novembre\u00a02026", "vingt-deux novembre deux mille vingt-six", FR),
        ("40\u00a0%", "quarante pour cent", FR),
        ("«\u00a0oui\u00a0», l’écoute", "oui, l'écoute", FR),
        ("1er février", "premier février", FR),
        ("6:30\u00a0p.m.", "six thirty p m", EN),
        ("24 hours a day", "twenty four hours a day", EN),
        ("“yes”, it’s", "yes, it's", EN),
    ],
)
def test_signs_and_figures_are_said_as_words(written: str, meant: str, language: Language) -> None:
    said, wish = sounds_of([written, meant], language)
    assert said == wish


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("18\u00a0h\u00a030", "dix-huit heures trente"),
        ("1 800 668-6868", "un, huit cent, six cent soixante-huit, six mille huit cent soixante-huit"),
        ("étudiant·e·s", "étudiantes et étudiants"),
        ("15 min", "quinze minutes"),
        ("2026-11-22", "vingt-deux novembre deux mille vingt-six"),
    ],
)
def test_the_ear_hears_what_is_said_wrong(written: str, meant: str) -> None:
    """What the course does not write, and why."""
    said, wish = sounds_of([written, meant], FR)
    assert said != wish
