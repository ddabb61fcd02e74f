"""Adapter: what is printed or downloaded becomes files of the site, and so do the words that the search looks in."""

from curriculum.course import Course
from curriculum.read.source import split_language
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


@event_priority(-180)  # after static-i18n (-100), which makes every file anew
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of the language being built; those of every language were made when the course was opened."""
    course: Course = config.extra["course"]
    language = course.curriculum.language(config.extra["language"])
    made: dict[str, bytes | str] = {**course.files, **course.screens.indexes}
    for place, content in made.items():
        if split_language(place, course.curriculum.languages)[0] == language:
            files.append(File.generated(config, place, content=content))
    return files
