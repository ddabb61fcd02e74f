"""Adapter: the layers of the style become a file of the site, the one that its pages load."""

from curriculum.course import Course, opened
from curriculum.site.style import PLACE, site_style
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


def on_config(config: MkDocsConfig) -> None:
    """Without the course that the first hook opens, nothing is built."""
    opened(config.extra, config.config_file_path)


@event_priority(-180)  # after static-i18n (-100), which makes every file anew
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The same for every language. A file of that name among the pages is not replaced: it has been refused."""
    course: Course = config.extra["course"]
    if files.get_file_from_path(PLACE) is None:
        style = site_style(course.sources.styles, course.curriculum.audience)
        files.append(File.generated(config, PLACE, content=style))
    return files
