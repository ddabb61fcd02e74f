"""What the page about the loads says where an edition cannot keep a rule of the arc, or leaves a session out.

Participants read which rule is not kept; facilitators also read why, and why a session is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.compose.facts import escape
from curriculum.compose.lines import Insertion, place_of, said
from curriculum.compose.notes import wrapped
from curriculum.words.forms import colon
from curriculum.words.labels import label
from curriculum.words.model import Audience, Curriculum, Language, Page

PAGE, SECTION = "load.md", "what-we-do"
"""Where the rules of the arc are said to everybody."""


def is_told_on(page: Page, curriculum: Curriculum) -> bool:
    """True for the page about the loads, where the edition changed something that it tells of."""
    changed = curriculum.arc.changed
    return page.uri == PAGE and changed is not None and bool(changed.excused or changed.dropped)


def changed_insertions(page: Page, curriculum: Curriculum) -> list[Insertion]:
    """Under the rules of the arc, those that an edition does not keep; in a note, why, and what it leaves out."""
    if not is_told_on(page, curriculum):
        return []
    start = section_start(page)
    texts = [said(told, place_of(page, start)) for told in [rules_not_kept(curriculum, page.language)] if told]
    why = reasons(curriculum, page.language)
    texts += [wrapped(said(why, place_of(page, start)), page.language)] if why else []
    return [Insertion(start, lines) for lines in texts]


def rules_not_kept(curriculum: Curriculum, language: Language) -> str:
    """For everybody, the rules that are not kept; "" where all are."""
    excused = curriculum.arc.changed.excused if curriculum.arc.changed else {}
    rules = "\n".join(f"- {label(f'excused-{rule}', language)}" for rule in excused)
    return f"{label('excused', language)}\n\n{rules}" if rules else ""


def reasons(curriculum: Curriculum, language: Language) -> str:
    """For facilitators, why rules are not kept and why sessions are missing; "" for participants."""
    if curriculum.audience is not Audience.FACILITATOR:
        return ""
    return f"{label('changed-why', language)}\n\n" + "\n".join(_reasons(curriculum, language))


def _reasons(curriculum: Curriculum, language: Language) -> Iterator[str]:
    changed = curriculum.arc.changed
    assert changed
    for rule, reason in changed.excused.items():
        yield f"- {label(f'excused-{rule}', language).removesuffix('.')}{colon(language)} {escape(reason[language])}"
    for id, reason in changed.dropped.items():
        words = label("left-out", language, session=changed.titles.get((language.code, id), id))
        yield f"- {words}{colon(language)} {escape(reason[language])}"


def section_start(page: Page) -> int:
    """The line under the heading of the rules; the end of a page that has no such section."""
    found = next((section.line + 1 for section in page.sections if section.id == SECTION), 0)
    return found or page.body.count("\n") + 2
