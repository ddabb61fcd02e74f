"""A page on the web: where its links lead, what its contents name, and that each of them is there."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.compose.downloads import names_of_files
from curriculum.compose.page import compose_page
from curriculum.elements.links import LinkKind, Target, links_in, target_of
from curriculum.elements.tree import to_tree, tree_of
from curriculum.formats.screen import address_of, screen_of, with_addresses
from curriculum.read.layers import Settings
from curriculum.words.model import Curriculum, Language
from languages import EN, FR

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "problems" / "nothing-wrong"
CARD = "week-01/handouts/first-steps.md"


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    small = read_valid(Settings(BASE))
    return replace(small, files=frozenset(("week-01/images/door.png", "fr/week-01/images/name.png")))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../index.md#teach", Target(LinkKind.PAGE, "week-01/index.md", "teach")),
        ("#one", Target(LinkKind.PAGE, CARD, "one")),
        ("", Target(LinkKind.PAGE, CARD)),
        ("../../a%20page.md", Target(LinkKind.PAGE, "a page.md")),
        ("../week-01.docx", Target(LinkKind.FILE, "week-01/week-01.docx")),
        ("tel:988", Target(LinkKind.ELSEWHERE, "tel:988")),
        ("//example.org/a.md", Target(LinkKind.ELSEWHERE, "//example.org/a.md")),
    ],
)
def test_a_link_means_a_page_and_its_section_or_a_file_or_a_place_elsewhere(address: str, expected: Target) -> None:
    assert target_of(address, CARD) == expected


@pytest.mark.parametrize(
    ("language", "uri", "address", "expected"),
    [
        (EN, "index.md", "week-01/index.md#arrive", "week-01/#arrive"),
        (EN, "index.md", "index.md", "./"),
        (EN, "week-01/index.md", "../index.md", "../"),
        (EN, CARD, "../index.md#arrive", "../../#arrive"),
        (EN, CARD, "#today", "#today"),
        (FR, CARD, "first-steps-a4.pdf", "../first-steps-a4.pdf"),
        (FR, "week-01/index.md", "handouts/first-steps.md", "handouts/first-steps/"),
        (EN, "week-01/index.md", "images/door.png", "images/door.png"),
        (FR, "week-01/index.md", "images/name.png", "images/name.png"),
        (FR, "week-01/index.md", "images/door.png", "../../week-01/images/door.png"),
        (EN, "week-01/index.md", "../fr/week-01/#arrive", "../fr/week-01/#arrive"),
        (FR, "index.md", "https://example.org/a.md", "https://example.org/a.md"),
    ],
)
def test_an_address_leads_from_a_page_that_is_a_folder(
    curriculum: Curriculum, language: Language, uri: str, address: str, expected: str
) -> None:
    assert address_of(address, curriculum.pages[language, uri], curriculum) == expected


def test_a_picture_has_its_address_too_and_the_tree_it_came_from_stays(curriculum: Curriculum) -> None:
    tree = to_tree("![A door](images/door.png) and [home](../index.md)")
    changed = with_addresses(tree, curriculum.pages[FR, "week-01/index.md"], curriculum)
    assert [address for _, address in links_in(changed)] == ["../../week-01/images/door.png", "../"]
    assert [address for _, address in links_in(tree)] == ["images/door.png", "../index.md"]


def test_contents_name_the_sections_below_the_title(curriculum: Curriculum) -> None:
    tree = to_tree("# A\n\n## B\u00a0& *c* { #b }\n\n### D { #d }\n\n/// box\n## E { #e }\n///")
    screen = screen_of(tree, curriculum.pages[EN, "index.md"], curriculum)
    assert screen.contents == (("b", "B &amp; c"), ("e", "E"))
    assert screen.html.startswith('<h1 id="a">A</h1>\n<h2 id="b">B\u00a0&amp; <em>c</em></h2>')


@pytest.mark.parametrize("notes", ["", "facilitator"])
def test_every_link_of_every_page_leads_to_a_page_and_an_id_or_to_a_file(notes: str) -> None:
    curriculum = read_valid(Settings(ROOT, notes))
    files = names_of_files(curriculum)
    trees = {key: to_tree(compose_page(page, curriculum, {})) for key, page in curriculum.pages.items()}
    places = {(key[0], curriculum.pages[key].place): {e.get("id") for e in tree.iter()} for key, tree in trees.items()}
    for (language, uri), tree in trees.items():
        page = curriculum.pages[language, uri]
        for _, address in links_in(tree_of(screen_of(tree, page, curriculum).html)):
            path, _, id = address.partition("#")
            if ":" in address:
                continue
            place = posixpath.normpath(posixpath.join(page.place, path)) if path else page.place
            if path.endswith("/") or not path:
                found = places[language, "" if place == "." else place.rstrip("/") + "/"]
                assert not id or id in found, (page.path, address)
            else:
                assert place in files, (page.path, address)
