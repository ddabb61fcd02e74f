"""What the site writes for its authors, as Markdown: a week's box, plan, handouts; the list of weeks."""

from __future__ import annotations

from curriculum.compose.downloads import (
    Sizes,
    evening_files,
    handout_files,
    handouts_files,
    single_file,
    tonight_file,
)
from curriculum.compose.facts import escape, said_above, session_name
from curriculum.words.dotted import MIDDOT
from curriculum.words.forms import colon
from curriculum.words.labels import label
from curriculum.words.model import LOADS, Curriculum, Handout, Language, Load, Page, Week

PRINTING = "printing.md"
"""The page of the guide that says how a set is printed."""


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
    words = {kind: label(f"load-{getattr(load, kind)}", language) for kind in LOADS}
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
    return f"{back}{MIDDOT}{handout_files(handout, language, sizes, handout.uri)}\n{{ .downloads }}"


def evening_on_screen(week: Week, language: Language, sizes: Sizes) -> str:
    """For facilitators, in one line: the session while it is held, for a phone or tablet."""
    return tonight_file(week, language, sizes, week.uri)


def evening_on_paper(week: Week, curriculum: Curriculum, language: Language, sizes: Sizes) -> str:
    """For facilitators on a screen, in one line: the evening to print, and the way to a set for the group."""
    files = evening_files(week, language, sizes, week.uri)
    sets = (
        f"{MIDDOT}[{label('run-set', language)}](../{PRINTING}#ready)"
        if (language, PRINTING) in curriculum.pages
        else ""
    )
    return f"**{label('downloads-notes', language)}**{colon(language)} {files}{sets}"


def week_list(curriculum: Curriculum, language: Language) -> str:
    """The sessions that can be read, with their load in words; a last line for weeks being written."""
    items = []
    for week in curriculum.arc.sessions:
        page = curriculum.pages[language, week.uri]
        name = f"**{session_name(week, language)}**{MIDDOT}[{page.title}]({week.uri})"
        said = said_above(page, "description", curriculum)
        about = f"  \n  {escape(said)}" if said else ""
        items.append(f"- {name}{about}  \n  {load_words(week.load, language)}")
    waiting = len(curriculum.arc.weeks) - len(curriculum.arc.published)
    more = f"\n\n{label('more-weeks', language, count=waiting)}" if waiting else ""
    return "\n".join(items) + more
