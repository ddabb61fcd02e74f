"""What becomes of the HTML of a chapter in a book, and what a book cannot hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from curriculum.elements.tree import tree_of, written
from curriculum.formats.epub import book as books
from curriculum.formats.epub.article import SHAPES
from curriculum.formats.epub.write import Chapter, KeepBytes
from curriculum.formats.epub.write import to_epub as to_bytes
from curriculum.formats.refusal import NotPrintableError
from curriculum.words.composed import Composed, ComposedPart
from reading.epub.books import book_of, chapter_of, specimen, to_epub
from reading.epub.reader import PACKAGE, XHTML, read_chapters, read_files

NONE = tree_of("")
LINKED = Chapter("a", "One", "# One\n\nSee [the steps](b.md#steps).", (), "a.md")
LINKED_TO = Chapter("b", "Two", "# Two\n\n## Steps { #steps }\n\nWords.", (), "b.md")
IN_ONE_PART = replace(LINKED, article=Composed.of([ComposedPart("# One\n\n- a\n- b", ())]))
CHANGED = {
    "words": [LINKED, replace(LINKED_TO, article="# Two\n\n## Steps { #steps }\n\nOthers.")],
    "an id that another chapter leads to": [LINKED, replace(LINKED_TO, article="# Two\n\n## Steps { #stairs }")],
    "the file of a chapter": [LINKED, replace(LINKED_TO, name="c")],
    "the place of a chapter": [LINKED, replace(LINKED_TO, uri="d/b.md")],
    "a title": [replace(LINKED, title="First"), LINKED_TO],
    "where parts start": [
        replace(LINKED, article=Composed.of([ComposedPart("# One\n\n- a", ()), ComposedPart("- b", ())])),
        LINKED_TO,
    ],
}
REFUSED = {
    "<img>": '<img src="a.png" alt="words">',
    "<video>": "<video></video>",
    "<script>": "<script>1</script>",
    "<iframe>": "<iframe></iframe>",
    "<code>": "<code>words</code>",
    "<div>": "<div>words</div>",
    "<dl>": "<dl><dt>words</dt></dl>",
    "<input>": "<input>",
    "<image>": "<svg><image></image></svg>",
    "<foreignObject>": "<svg><foreignObject>words</foreignObject></svg>",
    "lines": '<div class="lines" aria-hidden="true"><span>words</span></div>',
    "U+000C": "<p>a &#12; b</p>",
}


def keep_in(kept: dict[str, bytes]) -> KeepBytes:
    """Keeps what is made under its name, as a build does on the disk."""

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        if name not in kept:
            kept[name] = make()
        return kept[name]

    return keep


def article_of(html: str) -> str:
    """What becomes of some HTML in a book, without its frame."""
    page = read_files(to_epub(book_of((Chapter("one", "One", tree_of(html)),))))["EPUB/pages/one.xhtml"].decode()
    return page.partition('aria-label="One">')[2].partition("</section>")[0]


def test_word_keeps_its_language() -> None:
    """A word of another language is said in that language."""
    assert article_of('<p lang="fr">bonjour</p>') == '<p lang="fr" xml:lang="fr">bonjour</p>'


def test_shelf_shows_the_title_only() -> None:
    """Reading systems make up a cover of title and author; there is no author, so no organisation stands there."""
    package = read_files(to_epub(specimen()))[PACKAGE].decode()
    assert "creator" not in package
    assert "<dc:title>Alongside &amp; co</dc:title>" in package


@pytest.mark.parametrize(
    ("version", "moment"),
    [
        ("2026.11", "2026-11-01T00:00:00Z"),
        ("2027.3.1", "2027-03-01T00:00:00Z"),
        ("2027.13", "1980-01-01T00:00:00Z"),
        ("3", "1980-01-01T00:00:00Z"),
    ],
)
def test_date_of_change_is_the_month_of_the_version(version: str, moment: str) -> None:
    package = read_files(to_epub(replace(specimen(), version=version)))[PACKAGE].decode()
    assert f'<meta property="dcterms:modified">{moment}</meta>' in package


def test_links_lead_where_they_led() -> None:
    """To a chapter of the book, to a section, to a telephone; what leads out of the book keeps only its words."""
    pages = read_chapters(to_epub(specimen()))
    week, sheet = ([link.get("href") for link in page.iter(f"{XHTML}a")] for page in pages.values())
    assert week == [
        "https://example.org/?a=1&b=2",
        "tel:988",
        "week-01-sheet.xhtml",
        "week-01-sheet.xhtml#at-3-steps",
        "week-01.xhtml#lists",
    ]
    assert sheet == ["week-01.xhtml#lists", "week-01.xhtml"]


@pytest.mark.parametrize(("found", "html"), REFUSED.items(), ids=REFUSED)
def test_unknown_elements_are_refused(found: str, html: str) -> None:
    with pytest.raises(NotPrintableError) as refusal:
        to_epub(book_of((Chapter("one", "One", tree_of(f"<h1>One</h1>{html}")),)))
    assert (str(refusal.value), refusal.value.__notes__) == (found, ["one"])


@pytest.mark.parametrize("second", [Chapter("a", "B", NONE, (), "b.md"), Chapter("b", "B", NONE, (), "a.md")])
def test_chapters_with_one_name_are_refused(second: Chapter) -> None:
    """Neither may take the place of the other."""
    with pytest.raises(ValueError, match="same name: a"):
        to_epub(book_of((Chapter("a", "A", NONE, (), "a.md"), second)))


@pytest.mark.parametrize("changed", CHANGED.values(), ids=CHANGED)
def test_what_is_kept_of_a_chapter_is_never_served_for_another(changed: list[Chapter]) -> None:
    kept: dict[str, bytes] = {}
    to_bytes(book_of((LINKED, LINKED_TO)), keep_in(kept))
    to_bytes(book_of((IN_ONE_PART, LINKED_TO)), keep_in(kept))
    book = book_of(tuple(changed))
    assert to_bytes(book, keep_in(kept)) == to_bytes(book)


def test_of_a_chapter_that_is_kept_the_markdown_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, bytes] = {}
    made = to_bytes(book_of((LINKED, LINKED_TO)), keep_in(kept))
    monkeypatch.setattr(books, "to_tree", lambda _: pytest.fail("read again"))
    assert to_bytes(book_of((LINKED, LINKED_TO)), keep_in(kept)) == made


def test_comments_and_what_says_nothing_in_a_book_are_left_out() -> None:
    html = '<h2 id="a" data-x="1" style="color: red">One and</h2><!-- no --> <p>b</p>'
    assert article_of(html) == '<h2 id="a">One and</h2> <p>b</p>'


def test_each_cell_knows_its_column() -> None:
    """Rows stand on their own in a book, so a cell says what it is about; the first one names its row."""
    html = chapter_of("a.md", "A", "| I | Not yet | |\n| --- | --- | --- |\n| Ask | [ ] | words |").tree
    cells = [line for line in article_of(written(html)).split("\n") if line.startswith("<td") or "row" in line]
    assert cells == [
        '<th scope="row">Ask</th>',
        '<td class="tick" data-column="Not yet"></td>',
        "<td>words</td>",
    ]


def test_picture_needs_no_style_sheet() -> None:
    """Without the style of the book, a drawing is still lines and not black boxes, and its words are unfolded."""
    page = next(iter(read_chapters(to_epub(specimen())).values()))
    svg = "{http://www.w3.org/2000/svg}"
    drawings = list(page.iter(f"{svg}svg"))
    assert [(drawing.get("fill"), drawing.get("stroke"), drawing.get("role")) for drawing in drawings] == [
        ("none", "currentColor", "img")
    ]
    parts = {part.tag.removeprefix(svg) for part in drawings[0].iter()}
    assert {"svg", "text", "circle", "path"} <= parts <= set(SHAPES)
    assert all(part.get("class") is None for part in drawings[0].iter())
    assert page.find(f".//{XHTML}figure/{XHTML}div[@class='in-words']/{XHTML}ul") is not None
    assert page.find(f".//{XHTML}details") is None


def test_type_of_the_file_stands_first_and_plain() -> None:
    with ZipFile(BytesIO(to_epub(specimen()))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert archive.read(first) == b"application/epub+zip"
