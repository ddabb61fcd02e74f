"""Adapter: while an author mends a mistake, the live site goes on showing the last good pages.

MkDocs would make every browser wait. The check stops a build before the old pages are touched, so they can be shown;
the mistake has been said where the live site was started.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
    """A build that was stopped counts as done."""
    build = server.builder

    def attempt() -> None:
        with suppress(Abort):
            build()

    server.builder = attempt
    return server
