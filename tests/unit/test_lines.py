"""Lines that know where they come from, through all that puts a page together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.checks.plain import link_of, plain_links
from curriculum.compose.evening import compose_evening
from curriculum.compose.lines import lines_of, put_together, with_elements
from curriculum.compose.notes import note_words, notes_of
from curriculum.compose.page import compose_body, compose_chapter, compose_handout, compose_page
from curriculum.elements.links import ADDRESSES
from curriculum.elements.markdown import to_html
from curriculum.elements.tree import elements_in, elements_of, to_tree, written
from curriculum.elements.vocabulary import Element
from curriculum.elements.words import words_of
from curriculum.read.layers import Settings
from curriculum.words.composed import Composed
from curriculum.words.model import Curriculum
from languages import EN, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]


def made(text: str, **facts: str) -> Composed:
    return put_together(lines_of(text, "a.md"), facts)


def places(text: Composed) -> list[tuple[str, int]]:
    lines = [zip(part.text.split("\n"), part.places, strict=True) for part in text.parts]
    return [(line, place.line) for part in lines for line, place in part]


def test_a_fact_between_wrapped_braces_takes_both_lines() -> None:
    assert places(made("a\n{{\norg.name\n}} b\nc {{ org.name }}\n{{ d", **{"org.name": "X"})) == [
        ("a", 1),
        ("X b", 2),
        ("c X", 5),
        ("{{ d", 6),
    ]


def test_excuses_leave_no_line_and_move_none() -> None:
    assert places(made("| a |\n<!-- en-20: why -->\n| b |\n<!-- en-20: why -->\nc")) == [
        ("| a |", 1),
        ("| b |", 3),
        ("", 4),
        ("c", 5),
    ]


def test_only_the_chosen_elements_are_replaced() -> None:
    def instead(body: str) -> Callable[[Element], str | None]:
        return lambda element: "- here\n- there" if element.name == "weeks" else None

    lines = with_elements(lines_of("a\n/// weeks\n///\n/// box\n///", "a.md"), instead)
    assert [(line.text, line.place.line) for line in lines] == [
        *(("a", 1), ("", 2), ("- here", 2), ("- there", 2), ("", 2)),
        *(("/// box", 4), ("///", 5)),
    ]


def test_a_text_is_in_parts_by_its_sections_and_an_element_or_a_definition_keeps_it_whole() -> None:
    assert [part.text for part in made("# A\n\nb\n## C { #c }\n\nd").parts] == ["# A\n\nb", "## C { #c }\n\nd"]
    assert len(made("# A\n/// box\n## C { #c }\n///\n```\n## no\n```\n").parts) == 1
    assert len(made("# A\n[b]\n## C { #c }\n\n[b]: c.md").parts) == 1


def all_texts(curriculum: Curriculum) -> list[Composed]:
    """Everything that is put together of a course."""
    found: list[Composed] = []
    for page in curriculum.pages.values():
        found += [compose_page(page, curriculum, {}), compose_body(page, curriculum, {})]
        found += [compose_handout(page, curriculum), compose_chapter(page, curriculum)]
    for language in LANGUAGES:
        for week in curriculum.arc.published:
            found.append(compose_evening(curriculum.pages[language, week.uri], week, "Title", curriculum))
    return found


@pytest.mark.parametrize("notes", ["", "facilitator"])
def test_the_parts_of_every_text_are_the_same_article_as_the_whole(notes: str) -> None:
    texts = set(all_texts(read_valid(Settings(ROOT, notes))))
    assert len(texts) > 100
    for text in texts:
        assert text == "\n".join(part.text for part in text.parts)
        assert all(len(part.places) >= part.text.count("\n") + 1 for part in text.parts)
        assert written(to_tree(text)) == to_html(text)


def test_the_first_word_of_what_an_author_wrote_stands_in_the_line_that_is_told() -> None:
    """Headings, items, cells and paragraphs; a list that stands for an element is told at the line of that."""
    curriculum = read_valid(Settings(ROOT, "facilitator"))
    sources = {page.path: page for page in (*curriculum.pages.values(), *curriculum.notes.values())}
    right = wrong = 0
    for page in curriculum.pages.values():
        for element, place in elements_of(compose_body(page, curriculum, {})):
            words = words_of(element).split()
            source = sources[place.path]
            line = source.body.split("\n")[place.line - source.offset - 1].replace("*", "")
            if element.tag in ("h2", "h3", "li", "td", "th", "p") and words and words[0].isalpha():
                right += words[0] in line
                wrong += words[0] not in line and not line.startswith("/")
    assert right > 5000
    assert wrong == 0


def test_a_note_is_told_of_its_own_file() -> None:
    curriculum = read_valid(Settings(ROOT, "facilitator"))
    note = curriculum.notes[EN, "week-01/index.md"]
    page = curriculum.pages[EN, "week-01/index.md"]
    lines = note.body.split("\n")
    id, words = next((id, lines) for id, lines in notes_of(note).items() if id and lines)
    assert note_words(note)[id].startswith(words[0].text.strip())
    assert lines[words[0].place.line - note.offset - 1] == words[0].text
    assert words[0].place in {place for _, place in elements_of(compose_page(page, curriculum, {}))}


def test_the_links_of_a_plain_part_are_those_of_its_tree_and_it_holds_nothing_to_be_refused() -> None:
    curriculum = read_valid(Settings(ROOT, "facilitator"))
    bodies = [compose_body(page, curriculum, {}) for page in (*curriculum.pages.values(), *curriculum.notes.values())]
    plain = {part.text: part for body in bodies for part in body.parts if plain_links(part) is not None}
    assert len(plain) > 1000
    for part in plain.values():
        elements = [*elements_in(part)]
        links = [link_of(element, place) for element, place in elements if element.tag in ADDRESSES]
        assert [(link.address, link.place) for link in plain_links(part) or ()] == [
            (link.address, link.place) for link in links
        ]
        assert not {element.tag for element, _ in elements} & {"hr", "pre", "code", "img", "h5", "h6"}
