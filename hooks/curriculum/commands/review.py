"""`review`: how each page reads, and what a second reader would say."""

from __future__ import annotations

from curriculum.commands.mended import mend_pages
from curriculum.commands.options import options_of, settings_of
from curriculum.read.layers import read_all
from curriculum.review import review_everything
from curriculum.words.forms import number_in
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages, set_of, tell


def main(arguments: list[str]) -> int:
    """One line for each page, then the remarks; with --fix, what was mended first. The exit code: 1 for any remark."""
    parser = options_of("review")
    parser.add_argument("--fix", action="store_true")
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    if chosen.fix:
        mend_pages(read_all(settings))
    readings, problems = review_everything(settings)
    for page, reading in sorted(readings, key=lambda found: found[0].path):
        score = number_in(reading.score, page.language)
        print(f"{page.path}: {label('review-page', page.language, words=reading.words, score=score)}")
    for language in preferred_languages():
        print(*tell(problems, language), sep="\n")
        print(label("review-done", language, pages=len(readings), problems=len(set_of(problems, language))))
    return 1 if problems else 0
