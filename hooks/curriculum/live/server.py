"""The live site on this computer alone: it answers browsers, and tells them of each saved change.

How a browser, or any other client, hears of a change: `GET /-/events` is a stream of server-sent events, each

    data: {"number": 7, "problems": 0, "making": []}

one at once, then one after each saved change, when the pages can be asked for as they are now; `number` grows with each
change, and stands in every page as `data-number`. `making` names files that are being made because somebody asked.

Only this computer is listened to. A request under another name than ours is refused, so that no page from elsewhere can
have its own name lead here and read what is written; one that such a page sends is refused, too.
Sources: https://html.spec.whatwg.org/multipage/server-sent-events.html, https://www.w3.org/TR/fetch-metadata/
"""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from curriculum.live.answers import Answer
from curriculum.site.hosting import HEADERS

HOST = "127.0.0.1"
EVENTS = "/-/events"
BREATH = 15.0
"""Seconds after which a stream says that it is still there; a browser that has gone shows by that."""


class News:
    """The last news, and a bell for those who wait for another."""

    def __init__(self) -> None:
        self.bell = threading.Condition()
        self.said: dict[str, Any] = {}

    def tell(self, **news: object) -> None:
        """Something else to say from now on."""
        with self.bell:
            self.said = {**self.said, **news}
            self.bell.notify_all()

    def wait_for_other(self, before: dict[str, Any] | None) -> dict[str, Any]:
        """The news, as soon as they are other than these; the same after some seconds."""
        with self.bell:
            self.bell.wait_for(lambda: self.said != before, BREATH)
            return self.said


class LiveServer(ThreadingHTTPServer):
    """Answers with what `answer` gives for a target."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there, two programs could open one port

    def __init__(self, port: int, answer: Callable[[str], Answer], news: News) -> None:
        super().__init__((HOST, port), Handler)
        self.answer, self.news = answer, news

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away while it was answered is nothing to say."""


class Handler(BaseHTTPRequestHandler):
    """One connection of a browser."""

    server: LiveServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:  # named by the standard library
        """A page, a file, or the stream of news."""
        if not is_ours(self.headers.get("Host", ""), self.server.server_port) or comes_from_elsewhere(
            self.headers.get("Sec-Fetch-Site", ""), self.headers.get("Sec-Fetch-Mode", "")
        ):
            self._send(Answer(403, "text/plain; charset=utf-8", b""))
        elif self.path == EVENTS:
            self._stream()
        else:
            self._send(self.server.answer(self.path))

    do_HEAD = do_GET  # noqa: N815

    def _send(self, answer: Answer) -> None:
        content = answer.content
        size = content.stat().st_size if isinstance(content, Path) else len(content)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(size))
        self._send_common({**answer.headers, "Cache-Control": "no-store"})
        if self.command == "HEAD":
            return
        if isinstance(content, bytes):
            self.wfile.write(content)
        else:
            with content.open("rb") as file:
                shutil.copyfileobj(file, self.wfile)

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._send_common({"Cache-Control": "no-store", "Connection": "close"})
        self.close_connection = True
        before = None
        with suppress(OSError):
            self.wfile.write(b"retry: 500\n\n")
            while True:
                news = self.server.news.wait_for_other(before)
                line = ": \n\n" if news == before else f"data: {json.dumps(news)}\n\n"
                self.wfile.write(line.encode())
                before = news

    def _send_common(self, headers: dict[str, str]) -> None:
        for name, value in {**HEADERS, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def version_string(self) -> str:
        """Which program this is concerns nobody."""
        return "live"

    def log_message(self, format: str, *values: object) -> None:
        """What a browser asks for is not written anywhere."""


def is_ours(host: str, port: int) -> bool:
    """True for a name under which this server was opened on this computer."""
    return host in (f"{HOST}:{port}", f"localhost:{port}", *((HOST, "localhost") if port == 80 else ()))


class NoPortError(Exception):
    """No port is free on which the site could be served."""

    def __init__(self, ports: str) -> None:
        super().__init__(ports)
        self.ports = ports


def comes_from_elsewhere(site: str, mode: str) -> bool:
    """True for what a page of another site asks for, other than by a link that somebody follows."""
    return site in ("cross-site", "same-site") and mode != "navigate"


def open_server(first: int, answer: Callable[[str], Answer], news: News) -> LiveServer:
    """A server on the first port from `first` on that nothing else uses; `NoPortError` when a hundred are taken."""
    for port in range(first, first + 100):
        with suppress(OSError):
            return LiveServer(port, answer, news)
    raise NoPortError(f"{first}–{first + 99}")
