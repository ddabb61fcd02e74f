"""Adapter: what is printed or downloaded is written into the site, and so are the words that the search looks in."""

from pathlib import Path

from curriculum.course import Course, opened
from curriculum.publish.written import write_files
from curriculum.read.source import split_language
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


def on_config(config: MkDocsConfig) -> None:
    """Without the course that the first hook opens, nothing is built."""
    opened(config.extra, config.config_file_path)


@event_priority(-180)  # after static-i18n (-100), which says what language is being built
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of the language being built, into the folder that was emptied for them."""
    course: Course = config.extra["course"]
    languages = course.curriculum.languages
    language = course.curriculum.language(config.extra["language"])
    mine = [place for place in course.files if split_language(place, languages)[0] == language]
    write_files(Path(config.site_dir), course.files.only(mine), config.extra.get("before"))
    return files
