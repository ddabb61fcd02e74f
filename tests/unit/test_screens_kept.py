"""Pages that earlier builds made are kept, a line for each; what cannot be made out is made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.curricula import write_curriculum
from conftest import ROOT
from curriculum.compose.downloads import Sizes
from curriculum.compose.shaped import Noting
from curriculum.elements.headings import Heading
from curriculum.formats import screens
from curriculum.formats.composed import Made, read_made, write_made
from curriculum.formats.kept import CACHE
from curriculum.formats.screen import Screen
from curriculum.formats.screens import (
    Indexes,
    Read,
    Screens,
    make_screens,
    name_of,
    read_known_pages,
    write_known_pages,
)
from curriculum.read.layers import Settings, read_all
from curriculum.site.search_words import HeadedWords
from curriculum.words.model import Audience, Curriculum, Page, Section, Text
from languages import EN, FR, LANGUAGES

READ = Read(
    Screen("<p>Été &amp; \u2028 “words”</p>\n", (Heading("a", "A b"),), True), [HeadedWords(2, "a", "A b", "words")]
)
THEIRS = Audience.PARTICIPANT


def file_of(root: Path) -> Path:
    """Where they are."""
    (path,) = (root / CACHE).iterdir()
    return path


def kept(root: Path, *names: str) -> dict[str, Read]:
    """What is there after a build with pages of these names."""
    write_known_pages(root, THEIRS, dict.fromkeys(names, READ), read_known_pages(root, THEIRS))
    return read_known_pages(root, THEIRS)


def test_what_was_kept_is_what_was_made(tmp_path: Path) -> None:
    assert kept(tmp_path, "one") == {"one": READ}


def test_a_line_in_which_a_letter_was_changed_is_made_again(tmp_path: Path) -> None:
    """A number on a page, by whom or whatever: nothing after this looks at the words of a page that is kept."""
    kept(tmp_path, "one", "two")
    whole = file_of(tmp_path).read_text(encoding="utf-8")
    file_of(tmp_path).write_text(whole.replace("Été", "Éte", 1), encoding="utf-8")
    assert read_known_pages(tmp_path, THEIRS) == {"two": READ}


def test_a_line_of_another_program_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, "one")
    monkeypatch.setattr(screens, "read_program", lambda: "another")
    assert read_known_pages(tmp_path, THEIRS) == {}


def test_a_borrowed_page_is_another_page_than_the_same_words_of_its_own() -> None:
    own = Page("docs/fr/a.md", "a.md", LANGUAGES[1], {}, "", 0, "A", ())
    assert name_of(own, "words", (), "") != name_of(replace(own, borrowed=LANGUAGES[0]), "words", (), "")


def test_a_page_that_changed_is_added_and_the_others_are_not_written_again(tmp_path: Path) -> None:
    kept(tmp_path, "one", "two", "three")
    before = file_of(tmp_path).read_bytes()
    assert kept(tmp_path, "one", "two", "four").keys() == {"one", "two", "three", "four"}
    assert file_of(tmp_path).read_bytes().startswith(before)


def test_what_no_page_has_any_more_goes_when_it_is_too_much(tmp_path: Path) -> None:
    for last in ("three", "four", "five"):
        found = kept(tmp_path, "one", "two", last)
    assert found.keys() == {"one", "two", "five"}


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    kept(tmp_path, "one", "two")
    before = file_of(tmp_path).read_bytes()
    kept(tmp_path, "one", "two")
    assert file_of(tmp_path).read_bytes() == before


@pytest.mark.parametrize("damage", [b"?", b'\n["two"', b"\n7", b'\n["two", 1, 2, 3, 4]', b"\n[]"])
def test_a_line_that_was_broken_off_spoils_no_other(damage: bytes, tmp_path: Path) -> None:
    kept(tmp_path, "one", "two", "three")
    whole = file_of(tmp_path).read_bytes()
    file_of(tmp_path).write_bytes(whole[:-1] + damage)
    assert kept(tmp_path, "one", "two", "three", "four") == dict.fromkeys(("one", "two", "three", "four"), READ)
    file_of(tmp_path).write_bytes(b"\xff")
    assert read_known_pages(tmp_path, THEIRS) == {}
    assert kept(tmp_path, "one") == {"one": READ}


WEEK, HANDOUT = "week-01/index.md", "week-01/handouts/pause-card.md"
BASE = f"l10n/fr/docs/{WEEK}"
FILE = "week-01/handouts/pause-card-letter.pdf"
SIZES: Sizes = {FILE: 40_000, f"fr/{FILE}": 41_000}
Change = Callable[[Curriculum, Sizes], tuple[Curriculum, Sizes]]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    """One week, as facilitators have it, and a picture; somebody read its page in either language beside the other."""
    root = tmp_path_factory.mktemp("screens") / "project"
    write_curriculum(ROOT, root, 1)
    found = read_all(Settings(root, "facilitator")).published
    assert found
    for language in LANGUAGES:
        page = found.pages[language, "glossary.md"]
        shown = {(language, page.uri): replace(page, body=f"{page.body}\n![A red door](door.png)\n")}
        found = replace(found, pages={**found.pages, **shown}, files=found.files | {"door.png"})
    read = {BASE: f"docs/{WEEK}", f"l10n/en/docs/fr/{WEEK}": f"docs/fr/{WEEK}"}
    texts = {place: (root / path).read_text(encoding="utf-8") for place, path in read.items()}
    return replace(found, bases=replace(found.bases, texts=texts))


@pytest.fixture(scope="module")
def whole(course: Curriculum) -> tuple[Screens, Indexes]:
    """All its pages, and what the search looks in, made from nothing."""
    return make_screens(course, SIZES, {})


@pytest.fixture(scope="module")
def first(whole: tuple[Screens, Indexes]) -> Screens:
    """All its pages."""
    return whole[0]


def after(first: Screens, course: Curriculum, sizes: Sizes) -> tuple[Screens, Indexes]:
    """What the next build makes."""
    return make_screens(course, sizes, first.known, {by: one._replace(text=None) for by, one in first.made.items()})


def composed(found: Screens) -> set[tuple[str, str]]:
    """The pages that were composed: language and path."""
    return {(language.code, uri) for (language, uri), one in found.texts.items() if one.text is not None}


def with_page(uri: str, language: object = EN, **values: object) -> Change:
    """A page changes."""

    def change(course: Curriculum, sizes: Sizes) -> tuple[Curriculum, Sizes]:
        key = next(key for key in course.pages if key == (language, uri))
        page = course.pages[key]
        more = {name: value(getattr(page, name)) if callable(value) else value for name, value in values.items()}
        return replace(course, pages={**course.pages, key: replace(page, **more)}), sizes

    return change


def titled_otherwise(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections under other headings."""
    return tuple(replace(section, title="Other") for section in sections)


def with_note(course: Curriculum, sizes: Sizes) -> tuple[Curriculum, Sizes]:
    """A note says more."""
    note = course.notes[EN, WEEK]
    return replace(course, notes={**course.notes, (EN, WEEK): replace(note, body=f"{note.body}\n\nMore.\n")}), sizes


def with_fact(course: Curriculum, sizes: Sizes) -> tuple[Curriculum, Sizes]:
    """The organisation has another name."""
    facts = {**course.edition.facts, "org.name": Text(plain="Other House")}
    return replace(course, edition=replace(course.edition, facts=facts)), sizes


def in_another_order(course: Curriculum, sizes: Sizes) -> tuple[Curriculum, Sizes]:
    """French is at the root of the site, English below it; pictures stay where they are."""
    anew = {FR: replace(FR, prefix=""), EN: replace(EN, prefix="en/")}
    pages, notes = (
        {(anew[of], uri): replace(page, language=anew[of]) for (of, uri), page in found.items()}
        for found in (course.pages, course.notes)
    )
    return replace(course, pages=pages, notes=notes, languages=(*anew.values(),)), sizes


def with_base(course: Curriculum, sizes: Sizes) -> tuple[Curriculum, Sizes]:
    """What the French page was read beside is another text than the English one."""
    texts = {**course.bases.texts, BASE: course.bases.texts[BASE].replace(" the ", " that ")}
    return replace(course, bases=replace(course.bases, texts=texts)), sizes


CHANGES: dict[str, Change] = {
    "the words of a page": with_page(HANDOUT, body=lambda body: f"{body}\nMore.\n"),
    "the words of its other language": with_page(WEEK, body=lambda body: body.replace(".", "!")),
    "a title": with_page(HANDOUT, title="Other"),
    "a description": with_page(WEEK, meta={"description": "Other words."}),
    "the lists of lines to call": with_page("who-to-call.md", body=lambda body: body.replace("///", "")),
    "the headings of another page": with_page("protocol.md", sections=titled_otherwise),
    "languages in another order": in_another_order,
    "a page that is borrowed": with_page("glossary.md", FR, borrowed=EN),
    "a note": with_note,
    "a fact": with_fact,
    "the text that was read beside": with_base,
    "a file that is larger": lambda course, sizes: (course, {**sizes, FILE: 90_000}),
    "a file that is gone": lambda course, sizes: (course, {}),
    "files of the site": lambda course, sizes: (replace(course, files=course.files | {"images/new.png"}), sizes),
    "the audience": lambda course, sizes: (replace(course, audience=THEIRS), sizes),
}


def test_nothing_is_composed_again_where_nothing_changed(
    course: Curriculum, first: Screens, whole: tuple[Screens, Indexes]
) -> None:
    again, indexes = after(first, course, SIZES)
    assert composed(again) == set()
    assert (again.pages, indexes, again.known) == (first.pages, whole[1], first.known)
    assert composed(first) == {(language.code, uri) for language, uri in course.pages}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_the_pages_are_those_made_from_nothing(
    change: Change, course: Curriculum, whole: tuple[Screens, Indexes]
) -> None:
    changed, sizes = change(course, SIZES)
    (found, indexes), (anew, theirs) = after(whole[0], changed, sizes), make_screens(changed, sizes, {})
    assert (found.pages, indexes) == (anew.pages, theirs)
    assert (anew.pages, theirs) != (whole[0].pages, whole[1]) or change is CHANGES["files of the site"]


def test_one_sentence_composes_its_page_and_what_says_of_it(course: Curriculum, first: Screens) -> None:
    changed, sizes = CHANGES["the words of a page"](course, SIZES)
    assert composed(after(first, changed, sizes)[0]) <= {
        ("en", HANDOUT),
        ("fr", HANDOUT),
        ("en", "in-step.md"),
        ("fr", "in-step.md"),
    }


def test_the_size_of_a_file_composes_the_pages_that_say_it(course: Curriculum, first: Screens) -> None:
    changed, sizes = CHANGES["a file that is larger"](course, SIZES)
    uris = {uri for _, uri in composed(after(first, changed, sizes)[0])}
    assert uris == {WEEK, HANDOUT}


def test_a_page_that_is_borrowed_follows_the_note_of_its_own_language(course: Curriculum) -> None:
    borrowing, sizes = with_page(WEEK, FR, borrowed=EN)(course, SIZES)
    changed, _ = with_note(borrowing, sizes)
    found, _ = after(make_screens(borrowing, sizes, {})[0], changed, sizes)
    assert "More." in found.pages[FR, WEEK].html
    assert found.pages == make_screens(changed, sizes, {})[0].pages


def test_what_was_composed_is_kept(tmp_path: Path) -> None:
    made = {"by": Made("name", {"a.pdf": 1, "b.pdf": None})}
    write_made(tmp_path, THEIRS, {"by": made["by"]._replace(text=None)})
    assert read_made(tmp_path, THEIRS) == made
    path = file_of(tmp_path)
    for damage in (path.read_bytes().replace(b'"a.pdf": 1', b'"a.pdf": 2'), b"", b"[]"):
        path.write_bytes(damage)
        assert read_made(tmp_path, THEIRS) == {}


def test_sizes_note_what_is_asked_for_and_all_of_them_where_they_are_counted() -> None:
    sizes = Noting({"a.pdf": 1, "b.pdf": 2})
    assert (sizes["a.pdf"], "c.pdf" in sizes, sizes.get("d.pdf")) == (1, False, None)
    assert sizes.asked == {"a.pdf": 1, "c.pdf": None, "d.pdf": None}
    for look in (list, len):
        all_of_them = Noting({"a.pdf": 1, "b.pdf": 2})
        assert look(all_of_them) in (["a.pdf", "b.pdf"], 2)
        assert all_of_them.asked == {"a.pdf": 1, "b.pdf": 2}
