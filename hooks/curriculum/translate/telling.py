"""How sections stand -> lines to print, the most pressing first, with the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from curriculum.translate.pieces import TOP
from curriculum.translate.values import BEHIND, SETTLED, UNREAD, Found, State
from curriculum.watch.showing import differences
from curriculum.words.forms import colon, name_in
from curriculum.words.labels import Choice, filled, read_words
from curriculum.words.model import Language

COUNTED = (("count-behind", (State.CHANGED,)), ("count-missing", (State.MISSING,)), ("count-unread", UNREAD))
"""What is said of all sections together, and of which."""
RUN = "python run.py translate"


def words(language: Language, name: str, **values: str | int) -> str:
    """The words called `name`, filled in; some go by `count`."""
    return _filled(read_words("translate", language)[name], values)


def _filled(choice: Choice, values: Mapping[str, str | int]) -> str:
    return filled(choice, {"run": RUN, **values})


def to_tell(found: Sequence[Found], first: Language) -> list[Found]:
    """What asks for something, by what presses most; what holds for both languages alike is told of one of them."""
    order = list(State)
    alike = [state for state in State if state not in BEHIND]
    asked = [one for one in found if one.state not in SETTLED]
    told = [one for one in asked if one.state not in alike or one.language != first or one.source == first]
    return sorted(told, key=lambda one: ((one.state not in BEHIND), order.index(one.state), one.path, one.line))


def status_lines(found: Sequence[Found], first: Language, language: Language, nothing: str = "") -> list[str]:
    """Every section that asks for something; then one next step. Where none does, that, or `nothing`."""
    asked = to_tell(found, first)
    if not asked:
        return [nothing or words(language, "current" if found else "alone", count=len(found))]
    return [*_listed(asked, language), "", *_step(asked[0], language)]


def diff_lines(row: Found, texts: tuple[str, str], here: str, language: Language) -> Iterator[str]:
    """What changed in the other language, then what stands here now, where the same is to be written."""
    source, own = (name_in(one, language) for one in (row.source, row.language))
    yield words(language, "diff-head", part=row.source_part, source=source)
    yield words(language, "diff-signs", source=source)
    yield ""
    yield from differences(*texts)
    yield ""
    yield words(language, "diff-here", place=f"{row.path}:{row.line}", title=row.title, own=own)
    yield ""
    yield from (f"    {line}".rstrip() for line in here.split("\n"))


def _listed(asked: Sequence[Found], language: Language) -> Iterator[str]:
    """A line a section; a page of which nothing is kept has one line for all of it."""
    unstamped = {one.path for one in asked if one.state is State.UNSTAMPED}
    for one in asked:
        if one.state is State.MISSING and one.section == TOP:
            yield f"{one.path}{colon(language)} {state_in_words(one, language)}"
        elif one.state is not State.UNSTAMPED:
            yield f"{one.part} ({one.path}:{one.line}){colon(language)} {state_in_words(one, language)}"
        elif one.path in unstamped:
            unstamped.discard(one.path)
            yield f"{one.path}{colon(language)} {state_in_words(one, language)}"


def state_in_words(one: Found, language: Language) -> str:
    """How a section stands: `changed in English since`."""
    values = {"source": name_in(one.source, language), "own": name_in(one.language, language), "other": one.other}
    return _filled(read_words("translate", language)["states"][one.state.value], values)


def _step(one: Found, language: Language) -> Iterator[str]:
    part = one.path if one.state is State.UNSTAMPED else one.part
    values = {"part": part, "path": one.path, "other": one.source_path}
    yield words(language, "next", step=_filled(read_words("translate", language)["steps"][one.state.value], values))


def summary(found: Sequence[Found], first: Language, language: Language) -> list[str]:
    """A quiet line for each language that is behind, lacks something or was not read beside another; where to look."""
    asked = to_tell(found, first)
    lines = []
    for name, states in COUNTED:
        pairs = dict.fromkeys((one.language, one.source) for one in asked if one.state in states)
        for own, source in pairs:
            rows = [one for one in asked if (one.language, one.source) == (own, source) and one.state in states]
            values = {"own": name_in(own, language), "source": name_in(source, language)}
            lines.append(words(language, name, count=len(rows), **values))
    return [*lines, words(language, "look")] if lines else []
