"""Adapter: one page for lost visitors, in both languages.

Both language builds write `/404.html`, the only one hosts serve, and the last would win. Only the first one does.
"""

from curriculum.model import Language
from mkdocs.config.defaults import MkDocsConfig


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """An empty page is not written."""
    second = template_name == "404.html" and Language(config.extra["language"]).prefix
    return "" if second else output_content
