"""Adapter: leave out two files of the theme where they would mislead.

Both language builds write `/404.html`, the only one hosts serve, and the last would win: only the first one, which
speaks both languages, is written. A sitemap without an address of the site would name pages that do not exist.
"""

from curriculum.model import Language
from mkdocs.config.defaults import MkDocsConfig


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """An empty page is not written."""
    second = template_name == "404.html" and Language(config.extra["language"]).prefix
    aimless = template_name == "sitemap.xml" and not config.site_url
    return "" if second or aimless else output_content
