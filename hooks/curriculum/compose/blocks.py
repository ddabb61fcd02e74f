"""What the site writes for its authors, as Markdown: a week's box, plan, handouts, run sheet; the list of weeks."""

from __future__ import annotations

from collections.abc import Iterable

from curriculum.compose.downloads import (
    Sizes,
    evening_files,
    handout_files,
    handouts_files,
    single_file,
    tonight_file,
)
from curriculum.compose.facts import escape, session_name
from curriculum.compose.private import people_and_place
from curriculum.compose.schedule import Slot, slots_of
from curriculum.words.forms import clock, colon
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Handout, Language, Load, Page, Week

PRINTING = "printing.md"
"""The page of the guide that says how a set is printed."""
NARROW = "\u00a0"
"""What holds the words of a time together."""


def glance(week: Week, curriculum: Curriculum, language: Language, jump: str) -> str:
    """The box at the top of a session: load, length, what goes with it; on a screen the way to the handouts."""
    minutes, rest = curriculum.arc.minutes_of(week), week.parts.get("break", 0)
    length = label("length" if rest else "length-whole", language, minutes=minutes, rest=rest)
    lines = [load_words(week.load, language), length, *_beside(week, curriculum, language), *([jump] if jump else [])]
    return f"//// box | {_of('at-a-glance', week, language)}\n\n" + "  \n".join(lines) + "\n\n////"


def _beside(week: Week, curriculum: Curriculum, language: Language) -> list[str]:
    """Links from a week to the companion sessions that go with it; a course may leave any of them out."""
    found = [session for session in curriculum.arc.sessions if week.id in session.beside]
    links = ", ".join(f"[{curriculum.pages[language, s.uri].title}](../{s.uri})" for s in found)
    return [label("beside", language, sessions=links)] if found else []


def _of(name: str, week: Week, language: Language) -> str:
    """Words that speak of the week, or of the companion session."""
    return label(name if week.number else f"{name}-companion", language)


def load_words(load: Load, language: Language) -> str:
    """What participants read instead of numbers: `Learning: **light**. Feelings: **steady**.`"""
    words = {kind: label(f"load-{getattr(load, kind)}", language) for kind in ("academic", "emotional")}
    return label("load-words", language, **words)


def plan(week: Week, page: Page) -> str:
    """The parts of the session in order, each a link to its section; no minutes: those are for facilitators."""
    titles = {section.id: section.title for section in page.sections}
    items = "\n".join(f"1. [{titles[part]}](#{part})" for part in week.parts)
    return f"{label('plan-lead', page.language)}\n\n{items}"


def handout_list(week: Week, curriculum: Curriculum, language: Language, sizes: Sizes) -> str:
    """The section `handouts`: each as a page and as files with format and size; the week as one page to send."""
    items = []
    for handout in week.handouts:
        title = curriculum.pages[language, handout.uri].title
        page = f"[**{title}**](handouts/{handout.id}.md), {label(f'kind-{handout.kind.value}', language)}"
        items.append(f"- {page}  \n  {handout_files(handout, language, sizes, week.uri)}")
    pack = f"- **{_of('downloads-pack', week, language)}**  \n  {handouts_files(week, language, sizes, week.uri)}"
    send = f"- **{label('downloads-send', language)}**  \n  {single_file(week, language, sizes, week.uri)}"
    heading = f"## {_of('handouts', week, language)} {{ #handouts }}"
    files = [*items, *([pack] if items else []), send]
    return "\n\n".join([heading, label("handouts-lead", language), "\n".join(files)])


def downloads(handout: Handout, curriculum: Curriculum, language: Language, sizes: Sizes) -> str:
    """The line under a handout's title: its files, and the way back to its week."""
    week = curriculum.arc.session(handout.week)
    words = label("back-to-week", language, number=week.number) if week.number else label("back-to-companion", language)
    back = f"[{words}](../index.md#handouts)"
    return f"{back} · {handout_files(handout, language, sizes, handout.uri)}\n{{ .downloads }}"


def run_sheet(week: Week, page: Page, curriculum: Curriculum, *, on_paper: bool = False) -> str:
    """For facilitators: people and place, load and reason, when each part starts, what to print and how many."""
    language, load = page.language, week.load
    numbers = label(
        "run-load", language, academic=load.academic, emotional=load.emotional, reason=escape(load.reason[language])
    )
    late = [label("run-bold", language)] if week.late else []
    unsure = "schedule.start" in curriculum.edition.to_confirm
    start = [label("run-start", language, confirm=label("to-confirm", language))] if unsure else []
    heading = f"## {label('run-sheet', language)} {{ #run-sheet }}"
    people = people_and_place(curriculum, language, on_paper=on_paper)
    times = _times(week, page, curriculum)
    return "\n\n".join([heading, people, numbers, times, *late, *start, _print_counts(week, curriculum, language)])


def _times(week: Week, page: Page, curriculum: Curriculum) -> str:
    """A row for each part, a column of times for who starts on time and one for each plan of who is late."""
    language, start = page.language, curriculum.edition.facts["schedule.start"].plain
    titles = {section.id: section.title for section in page.sections}
    plans = [slots_of(week, start, late) for late in (0, *week.late)]
    on_time, *late = [{slot.part: slot for slot in plan} for plan in plans]
    rows = [
        [f"[{titles[part]}](#{part})", *_slots_words(on_time[part], [plan.get(part) for plan in late], language)]
        for part in week.parts
    ]
    last = plans[0][-1]
    end = Slot("", last.start + last.minutes, sum(slot.minutes for slot in plans[0]))
    rows.append([label("run-end", language), *_slots_words(end, [end] * len(week.late), language)])
    head = [label("run-part", language), label("run-time", language)]
    head += [label("run-late", language, minutes=minutes) for minutes in week.late]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def _slots_words(first: Slot, others: Iterable[Slot | None], language: Language) -> list[str]:
    """When a part starts by each plan, with its minutes where they are told first or are not the same: in bold.

    In:  15 minutes from 18:40, the same from 18:55, 5 minutes from 19:10, None
    Out: "6:40 p.m. (15)", "6:55 p.m.", "7:10 p.m. (**5**)", "**left out**"
    """
    words = [f"{_narrow(clock(first.start, language))} ({first.minutes})"]
    for slot in others:
        if slot is None:
            words.append(f"**{label('run-left-out', language)}**")
        else:
            shorter = "" if slot.minutes == first.minutes else f" (**{slot.minutes}**)"
            words.append(_narrow(clock(slot.start, language)) + shorter)
    return words


def _narrow(time: str) -> str:
    """A time that may go on in a second line of its cell, where a language has long ones: `18 heures` / `30`."""
    return " ".join(time.rsplit(NARROW, max(0, time.count(NARROW) - 1)))


def evening_on_screen(week: Week, language: Language, sizes: Sizes) -> str:
    """For facilitators, in one line: the session while it is held, for a phone or tablet."""
    return tonight_file(week, language, sizes, week.uri)


def evening_on_paper(week: Week, curriculum: Curriculum, language: Language, sizes: Sizes) -> str:
    """For facilitators on a screen, in one line: the evening to print, and the way to a set for the group."""
    files = evening_files(week, language, sizes, week.uri)
    sets = f" · [{label('run-set', language)}](../{PRINTING}#ready)" if (language, PRINTING) in curriculum.pages else ""
    return f"**{label('downloads-notes', language)}**{colon(language)} {files}{sets}"


def part_times(week: Week, curriculum: Curriculum, language: Language) -> dict[str, tuple[str, str]]:
    """When each part starts and how long it is, in words: {"arrive": ("6:30 p.m.", "10 min")}."""
    slots = slots_of(week, curriculum.edition.facts["schedule.start"].plain)
    return {s.part: (clock(s.start, language), label("minutes", language, minutes=s.minutes)) for s in slots}


def _print_counts(week: Week, curriculum: Curriculum, language: Language) -> str:
    participants = int(curriculum.edition.facts["schedule.participants"].plain)
    items = []
    for handout in week.handouts:
        count = handout.copies.count(participants)
        title = f"[{curriculum.pages[language, handout.uri].title}](handouts/{handout.id}.md)"
        items.append("- " + label("run-copies", language, title=title, count=count))
    return f"**{label('run-print', language, participants=participants)}**\n\n" + "\n".join(items)


def week_list(curriculum: Curriculum, language: Language) -> str:
    """The sessions that can be read, with their load in words; a last line for weeks being written."""
    items = []
    for week in curriculum.arc.sessions:
        page = curriculum.pages[language, week.uri]
        name = f"**{session_name(week, language)}** · [{page.title}]({week.uri})"
        about = f"  \n  {escape(page.meta['description'])}" if page.meta.get("description") else ""
        items.append(f"- {name}{about}  \n  {load_words(week.load, language)}")
    waiting = len(curriculum.arc.weeks) - len(curriculum.arc.published)
    more = f"\n\n{label('more-weeks', language, count=waiting)}" if waiting else ""
    return "\n".join(items) + more
