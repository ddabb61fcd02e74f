"""The project -> what to look for: all that only facilitators have, less what participants have too.

Whoever reads notes does so here, for this command alone; the participants' build has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from curriculum.compose.page import compose_chapter, compose_page
from curriculum.read.chosen import PRIVATE, PROFILE
from curriculum.read.folders import files_in
from curriculum.verify.letters import letters_of, thin_letters_of
from curriculum.verify.runs import BARE, Origin, runs_of
from curriculum.verify.search import Search, digest_of
from curriculum.words.audience import NOTES
from curriculum.words.labels import read_text_of
from curriculum.words.model import Curriculum

TEXTS = (".md", ".yml", ".yaml", ".txt", ".csv", ".json", ".html", ".svg")
"""Endings of files that are read as words; all are also known as they are, byte for byte."""
ASSETS = "overrides/assets"
SHARED = ("docs", "LICENSES")
EVERYBODYS, EVERYBODYS_FILES = ("docs", "theme"), (PROFILE, "resources.yml", "words.yml")
"""What everybody may read of an edition. Not `base/`: it keeps shared notes as they were."""
COMPOSED = ("labels.yml", "forms.yml")
"""Words that the site itself says."""
FEWEST = 8
"""Letters and digits of a value that can be looked for by itself: a number to call, a name and a first name."""


def read_search(root: Path, ours: Curriculum, theirs: Curriculum) -> Search:
    """A search for what the course of facilitators has beside that of participants."""
    files = {path: (root / path).read_bytes() for path in read_paths(root, theirs.edition.path)}
    texts = [(path, content.decode(errors="replace")) for path, content in files.items() if path.endswith(TEXTS)]
    texts += [("curriculum.yml", reason) for reason in reasons_of(ours)]
    shared = [*read_shared(root, ours), *composed(ours)]
    facts = [(f"{theirs.edition.path}/{PRIVATE}", value) for value in private_values(theirs)]
    return Search(
        words=runs_of(texts, shared, facts=facts),
        thin=runs_of(texts, shared, thin_letters_of, BARE),
        whole={digest_of(content): Origin(path, 1) for path, content in files.items() if content.strip()},
        known=frozenset(digest_of(path.read_bytes()) for path in (root / ASSETS).rglob("*") if path.is_file()),
    )


def read_paths(root: Path, edition: str) -> Iterator[str]:
    """Every file that only facilitators have, from the root of the project, those of the edition among them."""
    for folder in (NOTES, f"{edition}/{NOTES}"):
        if (root / folder).is_dir():
            yield from sorted(f"{folder}/{place}" for place, _ in files_in(root / folder))
    private = f"{edition}/{PRIVATE}"
    if (root / private).is_file():
        yield private


def reasons_of(curriculum: Curriculum) -> Iterator[str]:
    """What is said to facilitators alone: why a week weighs what it weighs, is left out, or breaks a rule."""
    changed = curriculum.arc.changed
    for reason in (*changed.dropped.values(), *changed.excused.values()) if changed else ():
        yield from (reason[language] for language in curriculum.languages)
    for week in curriculum.arc.sessions:
        yield from (week.load.reason[language] for language in curriculum.languages)


def private_values(theirs: Curriculum) -> Iterator[str]:
    """The facts that only facilitators know, where they are long enough to be found by themselves."""
    for value in theirs.edition.private.values():
        said = {value.plain, *(value[language] for language in theirs.languages)}
        yield from (words for words in said if len(letters_of(words)) >= FEWEST)


def read_shared(root: Path, ours: Curriculum) -> Iterator[str]:
    """What participants may read of the files of the project."""
    edition = root / ours.edition.path
    folders = (*(root / folder for folder in SHARED), *(edition / folder for folder in EVERYBODYS))
    paths = [path for folder in folders for path in sorted(folder.rglob("*.*"))]
    for path in (*paths, *(edition / name for name in EVERYBODYS_FILES)):
        if path.suffix in TEXTS and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")
    arc = (root / "curriculum.yml").read_text(encoding="utf-8", errors="replace")
    for reason in reasons_of(ours):
        arc = arc.replace(reason, "")
    yield arc
    for language in ours.languages:
        yield from (read_text_of(name, language) for name in COMPOSED)


def composed(ours: Curriculum) -> Iterable[str]:
    """The pages of participants as the site puts them together, for the screen and for paper."""
    for page in ours.pages.values():
        yield compose_page(page, ours, {})
        yield compose_chapter(page, ours)
