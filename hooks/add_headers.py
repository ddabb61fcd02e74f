"""Adapter: the files that tell a host which headers to send with every page."""

from pathlib import Path

from curriculum.course import Course, opened
from curriculum.site.hosting import write_headers
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


def on_config(config: MkDocsConfig) -> None:
    """Without the course that the first hook opens, nothing is built."""
    opened(config.extra, config.config_file_path)


@event_priority(-190)  # after static-i18n (-100), which builds the other languages there; before check_built
def on_post_build(config: MkDocsConfig) -> None:
    """Once for the whole site."""
    course: Course = config.extra["course"]
    if not vars(config.plugins["i18n"])["building"]:
        write_headers(Path(config.site_dir), course.sources.scripts, course.insides, course.curriculum)
