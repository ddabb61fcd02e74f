"""What became of an edition’s parts -> lines to print, with the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from curriculum.watch.values import PartState, Watched
from curriculum.words.forms import colon, day_in_words, name_in
from curriculum.words.labels import Choice, filled, read_words
from curriculum.words.model import Language

RUN = "python run.py edition"


def words(language: Language, name: str, **values: str | int) -> str:
    """The words called `name`, filled in; some go by `count`."""
    return _filled(read_words("watch", language)[name], values)


def _filled(choice: Choice, values: Mapping[str, str | int]) -> str:
    return filled(choice, {"run": RUN, **values})


def state_in_words(one: Watched, language: Language) -> str:
    """What became of a part: `the shared text changed`."""
    languages = ", ".join(name_in(lacking, language) for lacking in one.languages)
    return _filled(
        read_words("watch", language)["states"][one.state.value], {"other": one.other, "languages": languages}
    )


def status_lines(found: Sequence[Watched], edition: str, language: Language) -> list[str]:
    """Every part that asks for something, with what was announced of it; then one next step."""
    urgent = [one for one in found if one.state is not PartState.CURRENT]
    lines = [line for one in urgent for line in _told(one, language)]
    if not urgent:
        return [words(language, "current", edition=edition, count=len(found))]
    return [*lines, "", next_step(urgent[0], edition, language)]


def _told(one: Watched, language: Language) -> Iterator[str]:
    yield f"{one.part}{colon(language)} {state_in_words(one, language)}"
    kinds = read_words("watch", language)["kinds"]
    for change in one.changes:
        day = day_in_words(change.day.isoformat(), language)
        yield f"    {day}, {kinds[change.kind.value]}{colon(language)} {change.said[language]}"


def next_step(one: Watched, edition: str, language: Language) -> str:
    """What to do about a part."""
    values: dict[str, str | int] = {
        "part": str(one.part),
        "path": f"{edition}/{one.part.path}",
        "line": one.line,
        "other": one.other,
    }
    return words(language, "next", step=_filled(read_words("watch", language)["steps"][one.state.value], values))


def summary(found: Sequence[Watched], edition: str, language: Language) -> list[str]:
    """One quiet line for each state that asks for something, and where to look; nothing when nothing does."""
    states = [state for state in PartState if state is not PartState.CURRENT]
    groups = [[one for one in found if one.state is state] for state in states]
    lines = [
        words(language, "count", edition=edition, count=len(group), what=state_in_words(group[0], language))
        for group in groups
        if group
    ]
    return [*lines, words(language, "look")] if lines else []
