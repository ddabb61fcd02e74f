"""`review --fix`: it mends what has one right answer, all of it, and leaves everything else to the byte."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from conftest import ROOT, Run
from curriculum.review.mending import HELD, changes_in, mended
from curriculum.review.wording import Wording, read_wordings
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES

SEEDS = range(40)
DAMAGE = {
    EN: (("’", "'"), ("…", "..."), ("“", '"'), ("”", '"')),
    FR: (
        *(("’", "'"), ("…", "..."), ("\u00a0:", " :"), ("\u00a0:", "\u202f:"), ("«\u00a0", "« "), ("\u00a0»", " »")),
        *(("«\u00a0", "«"), ("\u00a0»", "»"), ("?", " ?"), (";", "\u00a0;"), ("!", "\u202f!"), ("\u00a0%", " %")),
        *(("œ", "oe"), ("\u00a0h\u00a0", "h"), ("\u00a0h\u00a0", " h ")),
    ),
}
"""How people write what stands right in the course, as a pair: what is right, and what is typed."""
PAGES = [
    (language, path)
    for language in LANGUAGES
    for folder in ("docs", "facilitator", "editions/victoria/docs")
    for path in sorted((ROOT / folder).rglob("*.md"))
    if (language == FR) is ("fr" in path.relative_to(ROOT).parts)
]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@pytest.mark.first_course
def test_nothing_is_mended_in_the_course_as_it_is() -> None:
    found = [path for language, path in PAGES if mended(text_of(path), language) != text_of(path)]
    assert (len(PAGES) > 150, found) == (True, [])


def damaged(text: str, language: Language, chance: random.Random) -> str:
    """A text with some of its right signs as they are typed, in its body; code, addresses and facts are left alone."""
    start = text.index("\n---\n", 1) + 5 if text.startswith("---\n") else 0
    right, typed = chance.choice(DAMAGE[language])
    held = [found.span() for found in HELD.finditer(text)]
    lines = [found.span() for found in re.finditer(r"^.*(?:<!--|```|^[ \t]*/{3,}).*$", text, re.M)]
    places = [found.span() for found in re.finditer(re.escape(right), text[start:])]
    free = [
        (a + start, b + start)
        for a, b in places
        if not any(x < b + start and a + start < y for x, y in [*held, *lines])
        and (right != "’" or text[a + start - 1 : b + start + 1].replace("’", "").isalpha())
        and (right not in "?!;" or re.match(r"[\w»)”’…]", text[a + start - 1]))
    ]
    for a, b in sorted(chance.sample(free, min(len(free), 5)), reverse=True):
        text = text[:a] + typed + text[b:]
    return text


@pytest.mark.first_course
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_typed_wrong_in_a_page_is_mended_once_and_nothing_else(seed: int) -> None:
    """A page of the course comes back to the byte, but for quotes, of which one that is alone says nothing."""
    chance = random.Random(seed)
    for language, path in chance.sample(PAGES, 12):
        right = text_of(path)
        typed = damaged(right, language, chance)
        once = mended(typed, language)
        assert mended(once, language) == once, path
        if '"' not in typed:
            assert once == right, (path, changes_in(right, once) if right.count("\n") == once.count("\n") else "lines")
        assert skeleton(once) == skeleton(right)


def skeleton(text: str) -> str:
    """A text without blanks, and with each sign that is mended as one that it may be typed as."""
    plain = text.translate(str.maketrans("’“”«»", '\'""""')).replace("…", "...").replace("œ", "oe")
    return re.sub(r"\s", "", plain)


HELD_AS_IT_IS = (
    "---\ntitle: l'eau : 'x' ?\n---\n",
    "`l'eau ?` et `18h30`",
    "[mot](http://a.b/l'eau?x=1...) <https://x.y/d'ici>",
    "{{ org.name }} { #l'eau }",
    "<!-- fr-86, fr-22: l'apostrophe d'un titre -->\nl'eau: bon",
    "```\nl'eau ... ?\n```",
    "/// resources | l'eau\n///",
    "| l’eau | ? |\n| --- | :---: |\n| [ ] | ! |",
    "- [ ] ?",
    "\ue000 l'eau",
)


@pytest.mark.parametrize("text", HELD_AS_IT_IS)
def test_what_is_no_prose_stays(text: str) -> None:
    assert mended(text, FR) == text


@pytest.mark.parametrize(
    ("language", "typed", "right"),
    [
        (FR, 'Question : "oui" ?', "Question⎵: «⎵oui⎵»?"),
        (FR, "À 18h30, 25% de l'eau, la 2ème soeur, etc...", "À 18⎵h⎵30, 25⎵% de l’eau, la 2e sœur, etc."),
        (FR, '**Dee:** Bon...\n« Dis "oui". »', '**Dee⎵:** Bon…\n«⎵Dis "oui".⎵»'),
        (FR, 'Un " seul.', 'Un " seul.'),
        (FR, "/// box | L'eau ?", "/// box | L’eau?"),
        (FR, "L'eau ?\r\nBon !\r\n", "L’eau?\r\nBon!\r\n"),
        (EN, 'Don\'t say "no"...', "Don’t say “no”…"),
        (EN, '“Say "no".”', '“Say "no".”'),
    ],
)
def test_what_is_typed_becomes_what_is_right(language: Language, typed: str, right: str) -> None:
    assert mended(typed, language).replace("\u00a0", "⎵") == right


MENDING = [(language, entry) for language in LANGUAGES for entry in read_wordings(language) if entry.mend]


@pytest.mark.parametrize(("language", "entry"), MENDING, ids=[entry.id for _, entry in MENDING])
def test_each_entry_mends_what_it_finds_and_leaves_what_is_right(language: Language, entry: Wording) -> None:
    assert [words for words in entry.bad if entry.pattern.search(mended(words, language))] == []
    assert [words for words in entry.good if mended(words, language) != words] == []


def test_the_command_shows_each_change_and_changes_nothing_twice(tmp_path: Path, run: Run) -> None:
    page = tmp_path / "docs" / "fr" / "week-01" / "index.md"
    page.write_text(page.read_text("utf-8").replace("Entrez.", "Entrez, c'est l'heure !"), "utf-8")
    line = page.read_text("utf-8").split("\n").index("Entrez, c'est l'heure !") + 1
    said = run("review", "--fix")[1]
    assert f"docs/fr/week-01/index.md:{line}: c'est l'heure ! → c’est l’heure!\n" in said
    assert "Mended in place: 1\n" in said
    assert "Entrez, c’est l’heure!" in page.read_text("utf-8")
    once = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}
    assert "Mended in place: 0\n" in run("review", "--fix")[1]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.md")} == once
