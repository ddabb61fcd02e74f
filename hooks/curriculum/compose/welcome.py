"""What the first page says to facilitators, before what it says to everyone: emergencies, tonight, and the paper of it.

In:  a course with a protocol and two weeks
Out: `**Emergencies:** [Someone walks out](protocol.md#walks-out)`, then for each week
     `- [**Tonight: Week 1**](week-01/week-01-tonight.html) · [Listening](week-01/index.md)` and its run sheet to print
"""

from __future__ import annotations

from curriculum.compose.downloads import Sizes, paper_files, tonight_address
from curriculum.compose.facts import name_on_paper, session_name, shown_title
from curriculum.words.dotted import MIDDOT, dotted
from curriculum.words.forms import colon
from curriculum.words.labels import label
from curriculum.words.model import HOME, Curriculum, Language, Week

PROTOCOL = "protocol.md"
"""The guide page that says what to do in an emergency; a partner’s may have fewer sections, or be absent."""
SECTIONS = (
    (PROTOCOL, "emergencies"),
    (PROTOCOL, "walks-out"),
    (PROTOCOL, "disclosure-ladder"),
    ("room.md", "walk-in"),
    (PROTOCOL, "after-a-disclosure"),
)
"""Where the guide says what to do at once: the page and the section, the most urgent first."""


def welcome(curriculum: Curriculum, language: Language, sizes: Sizes) -> str:
    """The ways to emergencies and to every session tonight, each one tap, as Markdown."""
    ways = dotted(_emergencies(curriculum, language))
    urgent = f"**{label('tonight-emergencies', language)}{colon(language)}** {ways}" if ways else ""
    sessions = "\n".join(_session(week, curriculum, language, sizes) for week in curriculum.arc.sessions)
    return "\n\n".join(filter(None, (urgent, sessions)))


def _emergencies(curriculum: Curriculum, language: Language) -> list[str]:
    """A link to each section that the guide has."""
    found = []
    for uri, id in SECTIONS:
        page = curriculum.pages.get((language, uri))
        found += [f"[{section.title}]({uri}#{id})" for section in (page.sections if page else ()) if section.id == id]
    return found


def _session(week: Week, curriculum: Curriculum, language: Language, sizes: Sizes) -> str:
    """The week as it is held, its page, and its run sheet on paper."""
    held = label("tonight-title", language, session=name_on_paper(week, language, curriculum))
    page = curriculum.pages[language, week.uri]
    title = shown_title(page, curriculum) if week.number else session_name(week, language)
    paper = f"{label('tonight-paper', language)}{colon(language)} {paper_files(week, language, sizes, HOME)}"
    tonight = tonight_address(week, language, sizes, HOME)
    return f"- [**{held}**]({tonight}){MIDDOT}[{title}]({week.uri})  \n  {paper}"
