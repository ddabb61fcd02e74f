"""Adapter: leave out what the theme brings and no reader needs, or what would mislead.

The theme's styles and scripts (pages have a frame of their own), our scripts (pages carry them inside) and our print
template would only weigh. Both language builds write `/404.html`, the only one hosts serve, and the last would win:
only the first one, which speaks both languages, is written. A sitemap without an address of the site would name pages
that do not exist.
"""

from curriculum.words.model import Language
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

UNUSED = ("print/", "scripts/", "assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the files out before anything is copied."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED):
            files.remove(file)
    return files


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """An empty page is not written."""
    second = template_name == "404.html" and Language(config.extra["language"]).prefix
    aimless = template_name == "sitemap.xml" and not config.site_url
    return "" if second or aimless else output_content
