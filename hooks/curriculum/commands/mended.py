"""`review --fix`: mend in pages and notes what has one right answer, and show it."""

from __future__ import annotations

from curriculum.read.layers import Sources
from curriculum.review.mending import Mended, changes_in, mended
from curriculum.watch.whole import write_whole
from curriculum.words.labels import label
from curriculum.words.model import Language
from curriculum.words.problems import preferred_languages
from curriculum.words.woven import paths_of


def mend_pages(sources: Sources) -> None:
    """Every file of a page that reads; another one is left for its author to mend first."""
    unsure = {problem.path for problem in sources.problems}
    files = {path: page.language for page in sources.every_page for path in paths_of(page.path)}
    found = [(path, one) for path in sorted({*files} - unsure) for one in write_mended(sources, path, files[path])]
    for path, one in found:
        print(f"{path}:{one.line}: {one.before} → {one.after}")
    for language in preferred_languages():
        print(label("review-mended", language, count=len(found)))


def write_mended(sources: Sources, path: str, language: Language) -> list[Mended]:
    """Mend one file, all else in it to the byte; what was changed."""
    before = (sources.root / path).read_bytes().decode("utf-8")
    after = mended(before, language)
    if after != before:
        write_whole(sources.root, path, after)
    return changes_in(before, after)
