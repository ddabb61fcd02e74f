"""Adapter: a template is compiled once for all sites and languages, not once for each of them."""

from curriculum.course import opened
from curriculum.site.compiled import COMPILED
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_config(config: MkDocsConfig) -> None:
    """Without the course that the first hook opens, nothing is built."""
    opened(config.extra, config.config_file_path)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Before the first template is opened."""
    env.bytecode_cache = COMPILED
    return env
