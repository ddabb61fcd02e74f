"""Adapter: every page of the course becomes a page of the site, with the HTML that the core made of it.

static-i18n rebuilds each file from its name and docs_dir, so a page from elsewhere is announced before it as if it were
there. MkDocs reads no Markdown: it puts pages into their frame.
"""

from curriculum.course import Course, opened
from curriculum.formats.screen import Screen
from curriculum.read.source import split_language
from curriculum.site.frame import head_of
from curriculum.site.menus import menu_title
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> None:
    """Without the course that the first hook opens, nothing is built."""
    opened(config.extra, config.config_file_path)


class CoursePage(Page):
    """A page whose HTML is there already."""

    def __init__(self, title: str, screen: Screen, head: dict[str, str], file: File, config: MkDocsConfig) -> None:
        super().__init__(title, file, config)
        self.screen, self.head = screen, head

    def read_source(self, config: MkDocsConfig) -> None:
        """What the frame asks for beside the article."""
        self.markdown, self.meta = "", {**self.head, **self.screen._asdict()}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing is left to do."""
        self.content = self.screen.html


@event_priority(0)  # before static-i18n (-100)
def _announce(files: Files, config: MkDocsConfig) -> Files:
    course: Course = config.extra["course"]
    known = {file.src_uri for file in files}
    for language, uri in course.curriculum.pages:
        if language.prefix + uri not in known:
            files.append(File(language.prefix + uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)  # after static-i18n
def _show(files: Files, config: MkDocsConfig) -> Files:
    course: Course = config.extra["course"]
    for file in files.documentation_pages():
        key = split_language(file.src_uri, course.curriculum.languages)
        if page := course.curriculum.pages.get(key):  # any other has been refused
            head = head_of(page, course.curriculum)
            CoursePage(menu_title(page, course.curriculum), course.screens.pages[key], head, file, config)
    return files


on_files = CombinedEvent(_announce, _show)
