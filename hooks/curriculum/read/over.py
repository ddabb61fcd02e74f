"""Pages of an edition over the shared ones: each replaces the one in its place, or only the sections that it names."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from curriculum.read.folders import read_folder
from curriculum.read.languages import Languages, every
from curriculum.read.named import ids_named
from curriculum.read.placed import read_unspoken
from curriculum.read.sections import unwoven, weave
from curriculum.read.source import Pages, read_files, read_pages
from curriculum.words.audience import SHARED
from curriculum.words.model import Asked, Language, Page, Problem


def read_layer(root: Path, folder: str, languages: Languages) -> tuple[Pages, list[Problem]]:
    """The pages of a folder, and what lies in it and must not be published as it is."""
    pages, problems = read_pages(root, folder, languages)
    return pages, problems + read_folder(root, folder)


def read_over(root: Path, folder: str, shared: Pages, languages: Languages) -> tuple[Pages, list[Problem]]:
    """Shared pages with those of a folder of the edition over them."""
    own, problems = read_layer(root, folder, languages)
    problems += read_unspoken(root, folder, languages)
    told = {problem.path for problem in problems}
    unsure = {key for key, page in own.items() if page.path in told and not page.title and key in shared}
    pages, found = lay_over(shared, {key: page for key, page in own.items() if key not in unsure}, languages, unsure)
    # Without a title, a page whose keys cannot be read was to replace sections: all else that is missing would be told.
    return pages | {key: unwoven(shared[key], own[key]) for key in unsure}, problems + found


def read_file_places(root: Path, folder: str) -> dict[str, str]:
    """The files of a folder beside its pages, from the root, by their places in a site."""
    return {place: f"{folder}/{place}" for place in read_files(root, folder)}


def read_beside(root: Path, languages: Languages) -> list[str]:
    """The shared texts in languages that only the project has: words of everyday there are no names in this site."""
    beside = every(languages)[len(languages) :]
    return [page.body for page in read_pages(root, SHARED, beside)[0].values()] if beside else []


def lay_over(
    shared: Pages, own: Pages, languages: Languages, unsure: Set[tuple[Language, str]] = frozenset()
) -> tuple[Pages, list[Problem]]:
    """What a site shows of two folders of pages, and what is wrong with what the second asks of the first.

    Of `unsure` pages nobody knows what they ask.
    """
    whole = {key: _since(page, shared) for key, page in own.items() if not (page.asked and page.asked.sections)}
    parted = {key: page for key, page in own.items() if key not in whole and key in shared}
    woven = {key: weave(shared[key], page) for key, page in parted.items()}
    found = {key: list(problems) for key, (_, problems) in woven.items()}
    slips = {uri for _, uri in unsure} | {uri for (_, uri), problems in found.items() if problems}
    for key in (key for key in parted if key[1] not in slips):
        found[key] += _check_languages(key, parted[key], own, shared, languages)
    # In no language where one is wrong: they would only differ.
    wrong = slips | {uri for (_, uri), problems in found.items() if problems}
    pages = {key: unwoven(shared[key], parted[key]) if key[1] in wrong else page for key, (page, _) in woven.items()}
    problems = check_asked(whole) + [problem for problems in found.values() for problem in problems]
    problems += [_without_shared(key, page, shared) for key, page in own.items() if key not in whole | parted]
    return shared | whole | pages, problems


def _since(page: Page, shared: Pages) -> Page:
    """The page with the addresses that the shared one had: who saved one of them is led to whatever took its place."""
    under = shared.get((page.language, page.uri))
    return replace(page, was=under.was + page.was) if under and under.was else page


def check_asked(pages: Pages) -> list[Problem]:
    """Keys that speak of sections where nothing lies below: in a shared page, or in one that is replaced whole."""
    asked = [(page, page.asked) for page in pages.values() if page.asked]
    return [Problem(page.path, one.line, "sections-idle") for page, one in asked]


def _without_shared(key: tuple[Language, str], page: Page, shared: Pages) -> Problem:
    """A page that names sections of none."""
    language, uri = key
    names = [language.folder + other for one, other in shared if one == language]
    near = "".join(get_close_matches(language.folder + uri, names, 1, 0.6))
    asked = page.asked or Asked(1)
    return Problem(page.path, asked.line, "sections-alone", {"found": language.folder + uri, "near": near})


def _check_languages(
    key: tuple[Language, str], page: Page, own: Pages, shared: Pages, languages: Languages
) -> Iterator[Problem]:
    """Sections that readers of one language get and those of another do not."""
    language, uri = key
    for other in languages:
        if other == language or (other, uri) not in shared:
            continue
        counterpart = own.get((other, uri))
        if counterpart is not None and not (counterpart.asked and counterpart.asked.sections):
            continue  # a whole page: its sections are held against these elsewhere
        lacking = ids_named(page) - (ids_named(counterpart) if counterpart else set())
        if lacking:
            path = page.path.removesuffix(f"{language.folder}{uri}") + f"{other.folder}{uri}"
            values = {"found": ", ".join(sorted(lacking)), "expected": path}
            yield Problem(page.path, page.asked.line if page.asked else 1, "section-languages", values)


def merge(pages: Pages, written: Pages) -> tuple[Pages, Pages]:
    """The pages participants have, and the files of the folder of notes -> all pages, and the notes under them.

    A file of that folder is a note when a page has its place in any language, and a page of its own otherwise.
    """
    places = {uri for _, uri in pages}
    notes = {key: note for key, note in written.items() if key[1] in places}
    return pages | {key: note for key, note in written.items() if key not in notes}, notes
