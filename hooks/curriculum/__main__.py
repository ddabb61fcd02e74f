"""`python -m curriculum check`: every problem of the curriculum, and nothing else.

Run from the root of the repository. Ends with 0 when there is nothing to mend, with 1 otherwise.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from curriculum.checks import check_curriculum
from curriculum.layers import Settings, read_curriculum
from curriculum.model import Language
from curriculum.problems import preferred_languages, report


def main(arguments: list[str]) -> int:
    """Run one command; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m curriculum")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say what to mend / dire quoi corriger")
    check.add_argument("--notes", default="facilitator", help="folder of the notes; empty to leave them out")
    check.add_argument("--language", choices=("en", "fr", "both"), help="language of the messages")
    chosen = parser.parse_args(arguments)
    curriculum, problems = read_curriculum(Settings(Path.cwd(), chosen.notes))
    problems += check_curriculum(curriculum) if curriculum else []
    if problems:
        print(report(problems, _languages(chosen.language)), file=sys.stderr)
    return 1 if problems else 0


def _languages(wish: str | None) -> list[Language]:
    if wish is None:
        return preferred_languages()
    return list(Language) if wish == "both" else [Language(wish)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
