"""`python -m curriculum COMMAND`, from the root of the repository. Ends with 0 when all is well, with 1 otherwise.

What each does stands in the `help.txt` of each language, `words/en/help.txt`; beside those, for other programs:

make PLACE --to FOLDER   one file of the site: `make week-01/week-01.zip --to folder`
"""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

STOPPED = 130
"""What a shell expects of a command that Ctrl+C ended; whatever comes after it with `&&` is not begun."""
try:
    from curriculum.publish.refused import unwritten
    from curriculum.words.commands import read_help
    from curriculum.words.labels import label
    from curriculum.words.problems import preferred_languages, report
    from curriculum.words.system import is_refusal
except KeyboardInterrupt:  # before there are words to say it in
    sys.exit(STOPPED)

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
    "translate": "translate",
    "new-edition": "new_edition",
    "new-language": "new_language",
    "adopt": "adopt",
    "doctor": "doctor",
    "facts": "facts",
    "links": "links",
    "verify": "verify",
    "materialise": "materialise",
    "inventory": "inventory",
}


RARELY = 20_000, 20, 50
"""How many new objects wait until Python looks for rings among them, and how often for old ones: a course is thousands
of trees and no rings, and to look at them each time took a tenth of a build."""


def main(arguments: list[str]) -> int:
    """Run one command; the exit code. What a command does not need is not loaded."""
    gc.set_threshold(*RARELY)
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        print(*map(read_help, preferred_languages()), sep="\n", file=sys.stderr)
        return 2
    try:
        return int(import_module(f"curriculum.commands.{COMMANDS[name]}").main(arguments[1:]))
    except OSError as error:
        if not is_refusal(error):
            raise
        print(report([unwritten(error, Path.cwd())], preferred_languages()), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("", *(label("stopped", language) for language in preferred_languages()), sep="\n", file=sys.stderr)
        return STOPPED


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read what is said has seen enough: `why | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
