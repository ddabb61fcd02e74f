"""A page of a copy to open without internet: links to folders lead to files, and what is not there is said in words."""

from __future__ import annotations

import pytest
from curriculum.publish.offline.pages import target_of, with_files, with_line, with_words
from curriculum.words.labels import label
from curriculum.words.model import Language
from languages import LANGUAGES

WEEK = "fr/week-01/index.html"
ELSEWHERE, APART = "dans la copie en anglais", "fichier par fichier"
ABSENT = {"week-01/a.pdf": ELSEWHERE, "week-01/a.docx": ELSEWHERE, "fr/week-01/week-01.zip": APART}


@pytest.mark.parametrize(
    ("address", "target", "written"),
    [
        ("./", "fr/week-01/index.html", "index.html"),
        (".", "fr/week-01/index.html", "index.html"),
        ("..", "fr/index.html", "../index.html"),
        ("../", "fr/index.html", "../index.html"),
        ("../../", "index.html", "../../index.html"),
        ("../week-02/#teach", "fr/week-02/index.html", "../week-02/index.html#teach"),
        ("handouts/a/", "fr/week-01/handouts/a/index.html", "handouts/a/index.html"),
        ("../../assets/site.css", "assets/site.css", "../../assets/site.css"),
        ("caf%C3%A9.pdf", "fr/week-01/café.pdf", "caf%C3%A9.pdf"),
        ("#teach", "", "#teach"),
        ("", "", ""),
        ("tel:9-8-8", "", "tel:9-8-8"),
        ("mailto:a@example.org", "", "mailto:a@example.org"),
        ("https://example.org/fr/", "", "https://example.org/fr/"),
        ("//example.org/", "", "//example.org/"),
    ],
)
def test_a_link_leads_to_a_file(address: str, target: str, written: str) -> None:
    assert target_of(address, WEEK) == target
    assert with_files(f'<a href="{address}">x</a>', WEEK) == f'<a href="{written}">x</a>'


def test_the_page_to_open_stands_beside_the_folder() -> None:
    page = '<img src="../a.png"><a href="./#top">1</a><a href="#top">2</a><a href="week-01/">3</a>'
    assert with_files(page, "fr/index.html", "home_files") == (
        '<img src="home_files/a.png"><a href="home_files/fr/index.html#top">1</a><a href="#top">2</a>'
        '<a href="home_files/fr/week-01/index.html">3</a>'
    )


def test_a_copy_does_not_say_where_it_comes_from() -> None:
    head = '<link rel="canonical" href="https://example.org/"><link rel="preload" href="a.woff2" crossorigin>'
    assert with_files(f'{head}<link rel="icon" href="../">', WEEK) == '<link rel="icon" href="../index.html">'


def test_the_last_of_a_row_says_where_the_files_are() -> None:
    row = '<a href="../../week-01/a.pdf"><b>PDF</b></a> · <a href="../../week-01/a.docx">Word</a>'
    said = f"<span><b>PDF</b></span> · <span>Word</span> ({ELSEWHERE})"
    assert with_words(f"<li>{row}</li><li>{row}</li>", WEEK, ABSENT) == f"<li>{said}</li><li>{said}</li>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_and_a_file_have_no_address_to_share(language: Language) -> None:
    """What is above each page of facilitators names what one has in hand; the same words elsewhere stay."""
    words = {kind: label(f"facilitator-{kind}", language) for kind in ("site", "copy", "file")}
    assert len({*words.values()}) == len(words)
    page = '<p class="facilitators">{}</p><p>'
    for kind, said in words.items():
        assert with_line(page.format(words["site"]), language, kind) == page.format(said)
    assert with_line(f"<p>It says: {words['site']}</p>", language, "file") == f"<p>It says: {words['site']}</p>"


def test_each_reason_is_said() -> None:
    row = '<a href="b.pdf">PDF</a> · <a href="week-01.zip">ZIP</a> · <a href="../../week-01/a.pdf">PDF</a>'
    assert with_words(row, WEEK, ABSENT) == (
        f'<a href="b.pdf">PDF</a> · <span>ZIP</span> ({APART}) · <span>PDF</span> ({ELSEWHERE})'
    )
