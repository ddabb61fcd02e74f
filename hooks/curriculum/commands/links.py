"""`links`: are the addresses of other sites that the course names still there? They are asked, one after the other."""

from __future__ import annotations

import sys

from curriculum.commands.options import options_of, settings_of
from curriculum.read.layers import read_all
from curriculum.watch.elsewhere import SECONDS, addresses_in, problems_of, read_all_reached
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages, say

UNKNOWN = "link-unknown"


def main(arguments: list[str]) -> int:
    """Ask, and say what was found; 1 when an address is gone or has moved for good."""
    parser = options_of("links")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    chosen = parser.parse_args(arguments)
    addresses = addresses_in(read_all(settings_of(chosen)))
    for language in preferred_languages():
        print(label("links-asking", language, count=len(addresses)), file=sys.stderr)
    answers = read_all_reached(addresses, chosen.seconds)
    problems = list(problems_of(addresses, answers))
    rules = [answer.rule for answer in answers.values()]
    unknown, wrong = rules.count(UNKNOWN), sum(rule not in ("", UNKNOWN) for rule in rules)
    for language in preferred_languages():
        print(*(say(problem, language) for problem in problems), sep="\n" if problems else "")
        print(label("links-asked", language, there=rules.count(""), wrong=wrong, unknown=unknown))
    return int(wrong > 0)
