"""`serve`: the live site on this computer, renewed as somebody writes."""

from __future__ import annotations

import sys
from pathlib import Path

from curriculum.commands.options import Options
from curriculum.live.serve import serve
from curriculum.live.server import NoPortError
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages

PORT = 8000


def main(arguments: list[str]) -> int:
    """Serve until Ctrl+C; the exit code."""
    parser = Options(prog="serve")
    parser.add_argument("--port", type=int, default=PORT)
    language = preferred_languages()[0]
    try:
        return serve(Path.cwd(), parser.parse_args(arguments).port, language, say)
    except NoPortError as error:
        print(label("live-no-port", language, found=error.ports), file=sys.stderr)
        return 1


def say(line: str) -> None:
    """At once, also where the terminal is a file."""
    print(line, flush=True)
