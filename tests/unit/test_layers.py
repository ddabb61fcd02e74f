"""Which file wins, and what is a note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from curriculum.read.layers import Settings, merge, read_sources
from curriculum.read.source import Pages, read_pages
from curriculum.words.model import Audience, Page
from languages import EN, FR, LANGUAGES


def page(path: str, uri: str) -> Page:
    return Page(path, uri, EN, {}, "", 0, "", ())


def pages(folder: str, *uris: str) -> Pages:
    return {(EN, uri): page(f"{folder}/{uri}", uri) for uri in uris}


def test_the_edition_replaces_and_adds_pages(write_files: Callable[[dict[str, str]], Path]) -> None:
    shared = {"docs/index.md": "# Home", "docs/a.md": "# A"}
    local = {"editions/x/docs/a.md": "# Another A", "editions/x/docs/b.md": "# B"}
    root = write_files({**shared, **local, "curriculum.yml": "edition: editions/x\n"})
    found = [page.path for page in read_sources(root).pages.values()]
    assert sorted(found) == ["docs/index.md", "editions/x/docs/a.md", "editions/x/docs/b.md"]


def test_a_notes_file_is_a_note_beside_a_page_and_a_page_elsewhere() -> None:
    merged, notes = merge(pages("docs", "index.md"), pages("facilitator", "index.md", "protocol.md"))
    assert [p.path for p in merged.values()] == ["docs/index.md", "facilitator/protocol.md"]
    assert [p.path for p in notes.values()] == ["facilitator/index.md"]


def test_a_french_note_never_becomes_a_page_because_its_french_page_is_missing() -> None:
    shared: Pages = {(EN, "a.md"): page("docs/a.md", "a.md")}
    french = Page("facilitator/fr/a.md", "a.md", FR, {}, "", 0, "", ())
    merged, notes = merge(shared, {(FR, "a.md"): french})
    assert list(merged) == [(EN, "a.md")]
    assert list(notes) == [(FR, "a.md")]


def test_the_audience_is_facilitators_only_where_notes_are_named() -> None:
    assert Settings.of("/x/mkdocs.yml", {}).audience is Audience.PARTICIPANT
    assert Settings.of("/x/mkdocs.facilitator.yml", {"notes": "facilitator"}).audience is Audience.FACILITATOR


def test_pages_keep_the_order_of_their_names(write_files: Callable[[dict[str, str]], Path]) -> None:
    root = write_files({"docs/b.md": "# B", "docs/a.md": "# A", "docs/fr/a.md": "# A"})
    assert list(read_pages(root, "docs", LANGUAGES)[0]) == [(EN, "a.md"), (EN, "b.md"), (FR, "a.md")]
