"""`curriculum.yml` against the pages: weeks, parts, sections every week has, handouts, minutes."""

from __future__ import annotations

from curriculum.checks.apart import plan_for
from curriculum.checks.pages import check_sections
from curriculum.words.audience import GUIDE
from curriculum.words.model import HOME, Arc, Audience, Curriculum, Page, Problem, Week
from curriculum.words.woven import place_in

OPENING = ("content-note", "summary", "outcomes", "expect")
ENDING = ("everyday", "a-lot", "home-practice")
"""Sections of every week page, before and after its parts."""
BEFORE = ("outcomes", "content-note", "expect"), ("everyday", "a-lot", "summary", "home-practice")
"""The same as pages have them whose summary still stands at their end."""


def check_weeks(curriculum: Curriculum) -> list[Problem]:
    """Problems between the arc and the pages, and minutes that do not add up."""
    problems: list[Problem] = []
    if not any((language, HOME) in curriculum.pages for language in curriculum.languages):
        problems.append(Problem(f"docs/{HOME}", 1, "file-absent"))
    for week in (*curriculum.arc.weeks, *curriculum.arc.companions):
        problems += _check_minutes(week, curriculum.arc)
        if week.draft:
            problems += _check_draft(week, curriculum)
        else:
            problems += _check_week(week, curriculum)
            problems += _check_handouts(week, curriculum)
    problems += _check_companions(curriculum.arc)
    return problems + _check_unlisted(curriculum) + _check_menu(curriculum) + _check_addresses(curriculum)


def _check_minutes(week: Week, arc: Arc) -> list[Problem]:
    problems = []
    total, minutes = sum(week.parts.values()), arc.minutes_of(week)
    if total != minutes:
        values = {"week": week.id, "found": str(total), "expected": str(minutes)}
        problems.append(Problem(arc.path, week.line, "minutes-sum", values))
    if week.number and week.parts.get("break", 0) != arc.rest:
        values = {"week": week.id, "found": str(week.parts.get("break", 0)), "expected": str(arc.rest)}
        problems.append(Problem(arc.path, week.line, "one-break", values))
    return problems


def _check_companions(arc: Arc) -> list[Problem]:
    """Companion sessions with the folder of a week, or beside what is no week."""
    weeks = [week.id for week in arc.weeks]
    problems = []
    for session in arc.companions:
        if session.id in weeks:
            problems.append(Problem(arc.path, session.line, "companion-week", {"found": session.id}))
        for id in session.beside:
            if id not in weeks:
                values = {"found": id, "week": session.id, "expected": ", ".join(weeks)}
                problems.append(Problem(arc.path, session.line, "companion-beside", values))
    return problems


def _check_draft(week: Week, curriculum: Curriculum) -> list[Problem]:
    if any(uri.startswith(f"{week.id}/") for _, uri in curriculum.pages):
        return [Problem(curriculum.arc.path, week.line, "week-draft", {"found": week.id})]
    return []


def _check_week(week: Week, curriculum: Curriculum) -> list[Problem]:
    pages = [page for language in curriculum.languages if (page := curriculum.pages.get((language, week.uri)))]
    if not pages:
        values = {"found": week.id, "expected": _page_of(week.uri, week.line, curriculum)}
        return [Problem(curriculum.arc.path, week.line, "week-absent", values)]
    return [problem for page in pages for problem in _check_week_page(week, page)]


def _check_week_page(week: Week, page: Page) -> list[Problem]:
    if check_sections(page):
        return []  # ids that are missing or wrong are told first; what follows from them would only confuse
    ids = {section.id: section.line + page.offset for section in page.sections}
    problems = []
    late = ids.get("summary", 0) > ids.get("expect", 0)
    opening, ending = BEFORE if late else (OPENING, ENDING)
    for name in (*opening, *ending):
        if name not in ids:
            problems.append(Problem(page.path, page.first_line, "missing-section", {"found": name}))
    for part in week.parts:
        if part not in ids:
            values = {"found": part, "page": page.path}
            problems.append(Problem(page.path, page.first_line, "part-without-section", values))
    wanted = [name for name in (*opening, *week.parts, *ending) if name in ids]
    written = [id for id in ids if id in wanted]
    for found, expected in zip(written, wanted, strict=True):
        if found != expected:
            problems.append(Problem(page.path, ids[found], "parts-order", {"found": found, "expected": expected}))
            break
    return problems


def _check_handouts(week: Week, curriculum: Curriculum) -> list[Problem]:
    return [
        Problem(
            curriculum.arc.path,
            h.line,
            "handout-absent",
            {"found": h.id, "expected": _page_of(h.uri, h.line, curriculum)},
        )
        for h in week.handouts
        if not any((language, h.uri) in curriculum.pages for language in curriculum.languages)
    ]


def _page_of(uri: str, line: int, curriculum: Curriculum) -> str:
    """Where a page goes that a line of the arc names: beside the shared ones, or into the edition that names it."""
    path, _ = place_in(curriculum.arc.path, line)
    own = f"{curriculum.edition.path}/"
    return f"{own if path.startswith(own) else ''}docs/{uri}"


def _check_menu(curriculum: Curriculum) -> list[Problem]:
    """Pages the menu names that are not there, stand in the wrong group, or stand there already."""
    arc = curriculum.arc
    only = {uri: curriculum.only_for_facilitators(page) for (_, uri), page in curriculum.pages.items()}
    problems = []
    named = {HOME}
    for group, places in arc.menu.items():
        for place in places:
            values = {"found": place.uri.removesuffix(".md"), "expected": place.uri, "group": group}
            if rule := _slip_in_menu(group, only.get(place.uri), curriculum.audience):
                problems.append(Problem(arc.path, place.line, rule, values))
            elif place.uri in named:
                problems.append(Problem(arc.path, place.line, "page-twice", values))
            named.add(place.uri)
    return problems


def _slip_in_menu(group: str, only_for_facilitators: bool | None, audience: Audience) -> str:
    """The rule that a page named in a group breaks; participants do not have the guide, and need not."""
    if only_for_facilitators is None:
        return "page-absent" if group != GUIDE or audience is Audience.FACILITATOR else ""
    return "page-elsewhere" if only_for_facilitators and group != GUIDE else ""  # `apart` tells of the other


def _check_addresses(curriculum: Curriculum) -> list[Problem]:
    """Pages with the address of a folder: of the two, only one would be published."""
    folders = {uri.removesuffix("/index.md") for _, uri in curriculum.pages}
    folders |= {language.code for language in curriculum.languages if language.prefix}
    return [
        Problem(page.path, 1, "same-address", {"found": name})
        for (_, uri), page in curriculum.pages.items()
        if (name := uri.removesuffix(".md")) in folders
    ]


def _check_unlisted(curriculum: Curriculum) -> list[Problem]:
    arc = curriculum.arc
    weeks = {week.id for week in (*arc.weeks, *arc.companions)}
    drafts = weeks - {session.id for session in arc.sessions}
    listed = {handout.uri for handout in arc.handouts}
    problems = []
    for (_, uri), page in curriculum.pages.items():
        folder = uri.split("/")[0]
        if uri.endswith("/index.md") and uri.count("/") == 1 and folder not in weeks and len(folder) > 2:
            problems.append(
                Problem(page.path, 1, "week-unlisted", {"found": folder, "file": plan_for(page, curriculum)})
            )
        elif page.is_handout and uri not in listed and folder not in drafts:
            values = {"found": uri.rsplit("/", 1)[1].removesuffix(".md"), "file": plan_for(page, curriculum)}
            problems.append(Problem(page.path, 1, "handout-unlisted", values))
    return problems
