"""`l10n/` at the root and in the edition -> the texts that languages reflect of each other, and what was said of them.

    l10n/fr/docs/law.md          the English of `docs/law.md` as the French page reflects it
    l10n/en/docs/fr/law.md       the French of `docs/fr/law.md` as the English page reflects it
    l10n/minor/docs/*.yml        statements: from this text to that one, no translation has to change

Whole texts, and not commits, dates or sums: they are the same in a full copy, a shallow one and a ZIP, after a squash,
and in a fork, and they show what changed. A copy of a page that did not change costs git nothing. A copy keeps the path
of its page below the language that reflects it, so that neither the order of the languages nor their number moves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from curriculum.read.folders import files_in, is_hidden, shown
from curriculum.read.languages import Languages, every
from curriculum.read.over import lay_over
from curriculum.read.placed import compared, split_folder
from curriculum.read.source import Pages, read_pages
from curriculum.read.textfile import check_marks, read_text
from curriculum.read.yamlfile import read_yaml
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.bases import FOLDER, MINOR, Bases, Minor
from curriculum.words.changes import Part
from curriculum.words.model import Problem


def read_bases(root: Path, edition: str, languages: Languages, folder: str) -> tuple[Bases, list[Problem]]:
    """What is kept for the pages of `docs` or of `facilitator`, shared ones and the edition's, and what is wrong.

    Files that belong to neither folder are told with those of `docs`.
    """
    languages, site = compared(languages), languages
    texts: dict[str, str] = {}
    said: list[Minor] = []
    problems: list[Problem] = []
    for layer in dict.fromkeys(("", edition)):
        for place, link in _places(root / layer / FOLDER, folder):
            kind = _kind_of(place, languages)
            path = f"{layer}/{FOLDER}/{place}" if layer else f"{FOLDER}/{place}"
            if link and (kind or folder == SHARED):
                problems.append(Problem(shown(path), 1, "symbolic-link"))
            elif not kind and folder == SHARED:
                codes = ", ".join(f"{FOLDER}/{language.code}/" for language in every(languages))
                problems.append(Problem(shown(path), 1, "base-unread", {"found": shown(place), "expected": codes}))
            elif kind == "text" and place.split("/")[1] == folder:
                text, found = read_text(root, path)
                found = found or check_marks(path, text)
                texts |= {} if found else {path: text}
                problems += found
            elif kind == "said" and place.split("/")[1] == folder:
                file, found = read_yaml(root, path, MINOR, languages)
                problems += found
                said += [] if found else [_minor_of(file.values)]
    broken = frozenset(problem.path for problem in problems)
    aside = {folder: _read_aside(root, edition, languages, site, folder)} if languages != site else {}
    return Bases(edition, texts, tuple(said), broken, aside), problems


def _read_aside(root: Path, edition: str, languages: Languages, site: Languages, folder: str) -> Pages:
    """The pages in languages that the site does not have, as the edition has them; what is wrong there is not told."""
    shared = read_pages(root, folder, languages)[0]
    own = read_pages(root, f"{edition}/{folder}", languages)[0] if edition else {}
    pages = lay_over(shared, own, languages)[0]
    return {key: page for key, page in pages.items() if key[0] not in site}


def _places(top: Path, folder: str) -> Iterator[tuple[str, bool]]:
    """Every file below a folder, from there, and whether it is a link; those of facilitators' pages for nobody else."""
    unlisted = NOTES if folder != NOTES else ""
    for place, link in sorted(files_in(top, unlisted=unlisted, links=True)) if top.is_dir() else ():
        if not is_hidden(PurePath(place)):
            yield place, link


def _kind_of(place: str, languages: Languages) -> str:
    """`text`, `said`, or `left` where a site leaves it out; "" for what nobody reads: of no language, or in its own."""
    code, _, rest = place.partition("/")
    folder, _, page = rest.partition("/")
    if folder not in (SHARED, NOTES):
        return ""
    if code == MINOR:
        return "said" if page.endswith(".yml") else ""
    if code not in {language.code for language in every(languages)} or not page.endswith(".md"):
        return ""
    of = split_folder(page, languages)[0]
    if of is None or code not in {language.code for language in languages}:
        return "left"  # of a language that this site does not have
    return "text" if of.code != code else ""


def _minor_of(values: dict[str, str]) -> Minor:
    return Minor(Part.of(values["part"]), values["from"], values["to"], values["reason"])
