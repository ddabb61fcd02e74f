"""`python -m curriculum COMMAND`, from the root of the repository. Ends with 0 when all is well, with 1 otherwise.

serve   the live site on this computer, renewed as you write; Ctrl+C ends it (--port 9000: the first port to try)
check   say everything that is to be mended, and nothing else
build   both sites into site/ and site-facilitator/; nothing when nothing changed
make    one file of the site: `make week-01/week-01.zip --to folder`
review  how each page reads, and what a second reader would say: words, typography, languages beside each other
why     what a rule protects, with an example: `why missing-id`; without a name, every rule in a line
print   a week ready for the printer, into to-print/: `print --week week-03 --for 8 [--paper a4] [--large]`
publish build, look through the participants' site, and say where it is; `--to FOLDER`: put it where a server gives it
        out, whole or not at all (`--list` the last five, `--rollback` one step)
publish --offline   build, then a ZIP for each language into to-publish/, to open without internet (--facilitators:
        those of the facilitator site, into to-facilitators/)
seal    build, then the facilitator site as one file that a phrase opens, into to-facilitators/: `seal Ana Mireille:fr`
edition status  what became of the pages and sections that the edition replaced (diff, merge, done, drop, replace PART)
verify PATH   does anything in a folder, a ZIP or a file belong to facilitators? With a page to keep (--report FILE;
        --rebuild: the site is made anew beside other notes and compared, about a minute)
"""

import os
import sys
from importlib import import_module

COMMANDS = {
    "serve": "serve",
    "check": "check",
    "build": "build",
    "make": "make",
    "review": "review",
    "why": "why",
    "print": "print_week",
    "publish": "publish",
    "seal": "seal",
    "edition": "edition",
    "verify": "verify",
}


def main(arguments: list[str]) -> int:
    """Run one command; the exit code. What a command does not need is not loaded."""
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    return int(import_module(f"curriculum.commands.{COMMANDS[name]}").main(arguments[1:]))


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read what is said has seen enough: `why | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
