"""Adapter: leave out what the theme brings and no reader needs, what an edition drops, or what would mislead.

Pages have a frame of their own: none of the theme's templates, styles and scripts is read, let alone published. Our
scripts (pages carry them inside), the layers of our style (pages load them joined) and our print template would only
weigh. Both language builds write `/404.html`, the only one hosts serve, and the last would win: only the first one,
which speaks every language, is written. A sitemap without an address of the site would name pages that do not exist.
"""

from curriculum.course import Course, opened
from curriculum.read.addressed import is_copied
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import get_theme_dir

UNUSED = ("print/", "scripts/", "styles/")


@event_priority(-150)  # after static-i18n (-100), which asks for the theme by its name
def on_config(config: MkDocsConfig) -> None:
    """The theme has eleven thousand files, which MkDocs would list for each language."""
    opened(config.extra, config.config_file_path)
    theme = get_theme_dir(str(config.theme.name))
    config.theme.dirs = [folder for folder in config.theme.dirs if folder != theme]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the files out before anything is copied; in place of some of ours, the edition's are written."""
    course: Course = config.extra["course"]
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or not is_copied(file.src_uri, course.curriculum):
            files.remove(file)
    return files


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """An empty page is not written."""
    course: Course = config.extra["course"]
    second = template_name == "404.html" and course.curriculum.language(config.extra["language"]).prefix
    aimless = template_name == "sitemap.xml" and not config.site_url
    return "" if second or aimless else output_content
