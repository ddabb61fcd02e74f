"""`review`: how each page reads, and what a second reader would say."""

from __future__ import annotations

from curriculum.commands.options import options_of, settings_of
from curriculum.review import review_everything
from curriculum.words.forms import number_in
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages, set_of, tell


def main(arguments: list[str]) -> int:
    """One line for each page, then the remarks; the exit code: 1 when there is any."""
    readings, problems = review_everything(settings_of(options_of("review").parse_args(arguments)))
    for page, reading in sorted(readings, key=lambda found: found[0].path):
        score = number_in(reading.score, page.language)
        print(f"{page.path}: {label('review-page', page.language, words=reading.words, score=score)}")
    for language in preferred_languages():
        print(*tell(problems, language), sep="\n")
        print(label("review-done", language, pages=len(readings), problems=len(set_of(problems, language))))
    return 1 if problems else 0
