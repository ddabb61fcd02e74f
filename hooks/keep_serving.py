"""Adapter: while an author mends a mistake, the live site goes on showing the last good pages.

MkDocs would make every browser wait. The check stops a build before the old pages are touched, so they can be shown;
the mistake has been said where the live site was started. What renews a page in the browser is a script of MkDocs,
which the policy of our pages rightly refuses: here, and only here, pages are shown without it.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from curriculum.course import opened
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer


def on_config(config: MkDocsConfig) -> None:
    """Without the course that the first hook opens, nothing is built."""
    opened(config.extra, config.config_file_path)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
    """A build that was stopped counts as done; a page is given without its policy."""
    build = server.builder

    def attempt() -> None:
        with suppress(Abort):
            build()

    renew = server._inject_js_into_html

    def without_policy(page: bytes, epoch: int) -> bytes:
        return renew(page.replace(config.extra["policy"].encode(), b""), epoch)  # type: ignore[no-any-return, no-untyped-call]

    server.builder = attempt
    server._inject_js_into_html = without_policy  # type: ignore[method-assign]
    return server
