"""Adapter: read the curriculum before anything is built; when something is to be mended, say it all and stop.

It runs before MkDocs empties the old site, so a mistake leaves the last good site as it was.
"""

from curriculum.checks import check_everything
from curriculum.read.layers import Settings
from curriculum.words.problems import preferred_languages, report
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Stop with one clean report, never a traceback."""
    _, problems = check_everything(Settings.of(config.config_file_path, config.extra))
    if problems:
        raise PluginError(f"\n{report(problems, preferred_languages())}\n")
