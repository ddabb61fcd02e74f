"""Adapter: previous and next lead from week to week, past the handouts between them."""

from curriculum.course import Course, opened
from curriculum.site.menus import neighbours
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation


def on_config(config: MkDocsConfig) -> None:
    """Without the course that the first hook opens, nothing is built."""
    opened(config.extra, config.config_file_path)


@event_priority(-150)  # after static-i18n (-100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Only weeks have neighbours."""
    course: Course = config.extra["course"]
    language = course.curriculum.language(config.extra["language"])
    around = neighbours(course.curriculum)
    pages = {page.file.src_uri.removeprefix(language.prefix): page for page in nav.pages}
    for uri, page in pages.items():
        previous, following = around.get(uri, ("", ""))
        page.previous_page, page.next_page = pages.get(previous), pages.get(following)
    return nav
