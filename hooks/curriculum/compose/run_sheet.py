"""When each part of a session starts, for whoever holds it: the run sheet, and the clock of each part.

In:  a week, its page, a start at 18:30
Out: people and place, a row for each part (`| [Arrive](#arrive) | 6:30 p.m. (10) | 6:45 p.m. |`), how many copies
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from curriculum.compose.facts import escape
from curriculum.compose.private import NOWHERE, AskedElsewhere, people_and_place
from curriculum.compose.schedule import Slot, slots_of
from curriculum.words.dotted import dotted
from curriculum.words.forms import clock
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Page, Week
from curriculum.words.paper import Span

NARROW = "\u00a0"
LONG = 12
"""Signs of a time and its minutes that may be on two lines where letters are large."""
"""What holds the words of a time together."""
CellWords = Callable[[int, str], str]
"""Minutes after midnight, and how long a part is -> words of a cell."""


def run_sheet(
    week: Week, page: Page, curriculum: Curriculum, *, on_paper: bool = False, asked: AskedElsewhere = NOWHERE
) -> str:
    """For facilitators: people and place, load and reason, when each part starts, what to print and how many.

    On paper, where nothing counts for them, what the plans still give back from each part on.
    """
    language, load = page.language, week.load
    numbers = label(
        "run-load", language, academic=load.academic, emotional=load.emotional, reason=escape(load.reason[language])
    )
    late = [label("run-bold", language)] if week.late else []
    late += [_given_back(week, page, language)] if week.late and on_paper else []
    unsure = "schedule.start" in curriculum.edition.to_confirm
    start = [label("run-start", language, confirm=label("to-confirm", language))] if unsure else []
    heading = f"## {label('run-sheet', language)} {{ #run-sheet }}"
    people = people_and_place(curriculum, language, on_paper=on_paper, asked=asked)
    times = _times(week, page, curriculum, on_paper=on_paper)
    return "\n\n".join([heading, people, times, *late, *start, numbers, _print_counts(week, curriculum, language)])


def _given_back(week: Week, page: Page, language: Language) -> str:
    """What the longest plan takes from here on: `Demonstration 13`, for whoever falls behind in the middle."""
    cuts = week.late[max(week.late)]
    titles = {section.id: section.title for section in page.sections}
    order = [part for part in week.parts if cuts.get(part)]
    left = [sum(cuts[part] for part in order[place:]) for place in range(len(order))]
    rest = [f"{titles[part]}{NARROW}{minutes}" for part, minutes in zip(order, left, strict=True)]
    return label("run-behind", language, parts=dotted(rest), late=max(week.late))


def _times(week: Week, page: Page, curriculum: Curriculum, *, on_paper: bool = False) -> str:
    """A row for each part, a column of times for who starts on time and one for each plan of who is late.

    On paper, a time is written as short as the language has it, so that a row is one line.
    """
    language, start = page.language, curriculum.edition.facts["schedule.start"].plain
    titles = {section.id: section.title for section in page.sections}
    plans = [slots_of(week, start, late) for late in (0, *week.late)]
    on_time, *late = [{slot.part: slot for slot in plan} for plan in plans]
    said = _clock_words(language, on_paper)
    rows = [
        [f"[{titles[part]}](#{part})", *_slots_words(on_time[part], [plan.get(part) for plan in late], language, said)]
        for part in week.parts
    ]
    last = plans[0][-1]
    end = Slot("", last.start + last.minutes, sum(slot.minutes for slot in plans[0]))
    rows.append([label("run-end", language), *_slots_words(end, [end] * len(week.late), language, said)])
    head = [label("run-part", language), label("run-time", language)]
    head += [label("run-late", language, minutes=minutes) for minutes in week.late]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def _slots_words(first: Slot, others: Iterable[Slot | None], language: Language, words_of: CellWords) -> list[str]:
    """When a part starts by each plan, with its minutes where they are told first or are not the same: in bold.

    In:  15 minutes from 18:40, the same from 18:55, 5 minutes from 19:10, None
    Out: "6:40 p.m. (15)", "6:55 p.m.", "7:10 p.m. (**5**)", "**left out**"
    """
    words = [words_of(first.start, f"({first.minutes})")]
    for slot in others:
        if slot is None:
            words.append(f"**{label('run-left-out', language)}**")
        else:
            words.append(words_of(slot.start, "" if slot.minutes == first.minutes else f"(**{slot.minutes}**)"))
    return words


def _clock_words(language: Language, on_paper: bool) -> CellWords:
    """On paper, a time and its minutes are one word, but for the longest; on a screen, a long one may go on in a second
    line of its cell.

    In:  1110 minutes, "(10)"; 1305 minutes, "(150)"
    Out: `18 h 30 (10)`, with no-break spaces; `21 h 45 (150)`, with one that breaks before the minutes; on a screen
         `18 heures 30 (10)`, with a no-break space before 30
    """

    def short(time: int, minutes: str) -> str:
        words = [word for word in (clock(time, language, short=True), minutes) if word]
        return (NARROW if len(NARROW.join(words).replace("*", "")) <= LONG else " ").join(words)

    def whole(time: int, minutes: str) -> str:
        words = clock(time, language)
        return " ".join(filter(None, (*words.rsplit(NARROW, max(0, words.count(NARROW) - 1)), minutes)))

    return short if on_paper else whole


def part_spans(week: Week, curriculum: Curriculum, language: Language) -> tuple[Span, ...]:
    """From when to when each part lasts, as short as the language writes it: (("arrive", "6:30", "6:40"),)."""
    slots = slots_of(week, curriculum.edition.facts["schedule.start"].plain)
    return tuple(
        Span(s.part, *(clock(time, language, short=True) for time in (s.start, s.start + s.minutes))) for s in slots
    )


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
