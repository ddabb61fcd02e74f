"""`why`: what a rule protects, with an example."""

from __future__ import annotations

from curriculum.commands.options import options_of, settings_of
from curriculum.words.problems import preferred_languages
from curriculum.words.rules import explain, is_rule, list_rules


def main(arguments: list[str]) -> int:
    """One rule, or every rule in a line; the exit code: 1 when there is no such rule."""
    parser = options_of("why")
    parser.add_argument("rule", nargs="?", default="")
    chosen = parser.parse_args(arguments)
    settings_of(chosen)
    said = [
        explain(chosen.rule, language) if chosen.rule else list_rules(language) for language in preferred_languages()
    ]
    print(*said, sep="\n\n")
    return 0 if not chosen.rule or is_rule(chosen.rule) else 1
