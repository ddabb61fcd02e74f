"""What `edition` does with one part, a function for each verb; each says what it did, and ends with an exit code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from curriculum.commands.proposed import offer
from curriculum.commands.watched import tell
from curriculum.watch.acts import (
    EditionDesk,
    in_every_language,
    write_dropped,
    write_meant,
    write_merged,
    write_own,
    write_replaced,
    write_stamps,
)
from curriculum.watch.merging import Labels
from curriculum.watch.reading import read_upstream
from curriculum.watch.showing import differences
from curriculum.watch.states import text_of
from curriculum.watch.telling import next_step, words
from curriculum.watch.values import Held, PartState, Watched
from curriculum.words.changes import Part
from curriculum.words.forms import day_in_words
from curriculum.words.model import Language
from curriculum.words.problems import preferred_languages


@dataclass(frozen=True)
class PartCommand:
    """One command on one part."""

    desk: EditionDesk
    found: list[Watched]
    part: Part
    why: str

    @property
    def held(self) -> Held:
        """What was read."""
        return self.desk.held

    @property
    def watched(self) -> Watched:
        """What became of the part."""
        return next((one for one in self.found if one.part == self.part), Watched(PartState.CURRENT, self.part))


def say(name: str, command: PartCommand, **values: str | int) -> None:
    """Say one sentence about the part, in every language that is asked for."""
    tell(name, **{"part": str(command.part), **values})


def refuse_for(command: PartCommand) -> int:
    """Say what is in the way: the next step of the part as it is."""
    for language in preferred_languages():
        print(next_step(command.watched, command.desk.edition, language))
    return 1


def show(command: PartCommand) -> int:
    """`diff`: what the shared text said then, and says now."""
    entry, then = command.held.entries.get(command.part), command.held.base.get(command.part)
    now = text_of(command.part, command.held.upstream.get(command.part.path))
    if entry is None or then is None or now is None:
        return refuse_for(command)
    lines = differences(then, now)
    for language in preferred_languages():
        day = day_in_words(entry.on, language)
        if not lines:
            print(words(language, "diff-none", part=str(command.part), day=day))
            continue
        print(words(language, "diff-head", part=str(command.part), day=day))
        print(words(language, "diff-signs"), "", *lines, "", sep="\n")
        print(words(language, "next", step=words(language, "diff-next", part=str(command.part))))
    return 0


def take_in(command: PartCommand) -> int:
    """`merge`: join what changed and what is the edition’s."""
    watched, held = command.watched, command.held
    if command.part.section and text_of(command.part, held.own[command.part.path]) is None:
        return accept(command)  # it takes the section out: there is nothing to join
    other = Part.of(watched.other) if watched.state is PartState.RENAMED else command.part
    if watched.state not in (PartState.CHANGED, PartState.SAFETY, PartState.RENAMED) or command.part not in held.base:
        return refuse_for(command)
    merged = write_merged(command.desk, command.part, other, _labels())
    path = f"{command.desk.edition}/{other.path}"
    if other != command.part:
        say("merged-moved", command, other=str(other))
    if merged.open:
        say("merged-open", command, path=path, count=merged.open)
        return 1
    say("merged", command, part=str(other))
    return 0


def _labels() -> Labels:
    """What stands beside the marks, in the languages that messages are told in."""
    languages = preferred_languages()
    return Labels(*(_each(languages, name) for name in ("yours", "then", "now")))


def _each(languages: list[Language], name: str) -> str:
    return " / ".join(words(language, name) for language in languages)


def accept(command: PartCommand) -> int:
    """`done`: it was looked at, and stays."""
    part, state = command.part, command.watched.state
    if state in (PartState.MARKS, PartState.SECTION_GONE):
        return refuse_for(command)
    if state is PartState.SAFETY and not command.why:
        say("done-why", command)
        return 1
    if state is PartState.NEAR:
        write_meant(command.desk, part)
        say("done-meant", command)
    elif text_of(part, command.held.upstream.get(part.path)) is None:
        write_own(command.desk, part)
        say("done-own", command)
    else:
        write_stamps(command.desk, [part], command.why)
        say("done", command)
    return 0


def give_up(command: PartCommand) -> int:
    """`drop`: the shared text shows again."""
    say("dropped", command, copy=write_dropped(command.desk, command.part))
    return 0


def take(command: PartCommand) -> int:
    """`replace`: a page or a section becomes the edition’s own, in every language."""
    held = command.held
    upstream = {**held.upstream, **read_upstream(command.desk.root)}
    desk = replace(command.desk, held=replace(held, upstream=upstream))
    new = write_replaced(desk, in_every_language(command.part, desk.held))
    for part in new:
        say("replaced", command, path=f"{desk.edition}/{part}")
    if not new:
        say("replaced-already", command)
    return 0 if new else 1


VERBS: Mapping[str, Callable[[PartCommand], int]] = {
    "diff": show,
    "merge": take_in,
    "done": accept,
    "drop": give_up,
    "replace": take,
    "propose": lambda asked: offer(asked.desk, asked.part),
}
