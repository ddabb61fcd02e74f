"""One page by itself: title, sections and their ids, elements, facts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from curriculum.checks.apart import check_addressed
from curriculum.checks.articles import check_article
from curriculum.checks.content_notes import check_content_notes
from curriculum.checks.elements import check_cards, check_elements, check_pictures, check_steps
from curriculum.checks.facts import check_facts
from curriculum.checks.hours import check_hours
from curriculum.checks.keys import check_keys
from curriculum.checks.links import check_links
from curriculum.checks.numbers import check_numbers
from curriculum.checks.paper import check_paper
from curriculum.checks.plain import read_off
from curriculum.checks.spoken import check_parts, check_spoken
from curriculum.checks.telling import check_shown
from curriculum.checks.told import FIRST, without_moot
from curriculum.checks.undrawn import check_undrawn
from curriculum.checks.written import check_written
from curriculum.compose.facts import facts_for
from curriculum.compose.page import compose_body
from curriculum.elements.vocabulary import GROUPS, find_elements
from curriculum.read.ids import ID, RESERVED, suggest_id
from curriculum.read.languages import Languages, every
from curriculum.read.source import EXCUSE, text_lines
from curriculum.read.textfile import HTML, UNSEEN
from curriculum.words.composed import Composed
from curriculum.words.model import Curriculum, Page, Problem, Section

REMOTE = re.compile(
    r"!\[[^\]]*\]\(\s*<?(?:[a-z]+:)?//[^)]*\)?|^\s*\[[^\]]+\]:\s*(?:[a-z]+:)?//\S+\.(?:png|jpe?g|gif|svg|webp)\b", re.I
)
WORDLESS = re.compile(r"!\[\s*\]\([^)]*\)?")
"""A picture file that says nothing to whoever does not see it, or reads the page on paper."""
MERGE = re.compile(r"^(?:<{7}|>{7}) .*")
"""What git leaves where two people changed the same lines."""
TAG = re.compile(rf"(?<!\]\()(?:{HTML.pattern})")
"""HTML; not an address between angle brackets: `[words](<two words.md>)`."""
MARKS = {"html-in-page": TAG, "remote-picture": REMOTE, "picture-alt": WORDLESS, "merge-left": MERGE}
"""What is looked for in each line of a page, by the rule that it breaks."""
MARKED = re.compile(r"[<`]|!\[|//|>>>>>>>")
"""One of them is in each line that holds one of these; once code is out of it, other signs may be side by side."""
HEADING = re.compile(r"<h\d ")
"""What becomes of a heading whose braces hold an id that is none: that it has no id says it better."""
NAME = re.compile(r"^</?([a-zA-Z]+)\b.*|^<!.*", re.DOTALL)
"""The name of a tag, for all that it says."""
INLINE_CODE = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)")
TWO_LETTERS = re.compile(r"[a-z]{2}")


def check_page(page: Page, counterpart: Page | None, languages: Languages) -> list[Problem]:
    """Problems of one page by itself; the counterpart only helps to propose ids."""
    problems = _check_title(page) + check_sections(page, counterpart) + _check_folder(page, languages)
    problems += (
        check_keys(page) + check_marks(page) + check_written(page) + check_elements(page) + check_content_notes(page)
    )
    return problems + (check_spoken(page, languages) or check_parts(page, languages))


def check_in_place(page: Page, curriculum: Curriculum) -> list[Problem]:
    """Problems of a page or note in its curriculum: links, facts, lines to call, cards, pictures, what others see."""
    kinds = {handout.uri: handout.kind for handout in curriculum.arc.handouts}
    facts = facts_for(curriculum, page.language, page.uri)
    body = compose_body(page, curriculum, _AnyFact(facts))
    read = read_off(body)
    problems = check_links(page, read, curriculum) + check_numbers(page, curriculum)
    problems += check_hours(page, curriculum) + _check_groups(page, curriculum) + check_steps(page, curriculum)
    problems += check_paper(page, read, curriculum) + check_undrawn(page, body, curriculum)
    if curriculum.notes.get((page.language, page.uri)) is not page:  # a note has no address and no faces of its own
        problems += check_cards(page, kinds.get(page.uri)) + check_shown(page, curriculum)
    problems += check_facts(page, facts, curriculum.only_for_facilitators(page))
    problems += check_addressed(page, curriculum)
    return without_moot([*problems, *check_pictures(page, facts), *_check_hidden(page, body)])


class _AnyFact(dict[str, str]):
    """Facts in which every name is one: that it is none is said by `check_facts`."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> str:
        return "x"


def _check_hidden(page: Page, body: Composed) -> list[Problem]:
    """What the lines do not show, and Markdown brings out; HTML that a line shows is said once, with its attributes."""
    hidden = check_article(page, body)
    said = {(problem.rule, problem.line) for problem in check_marks(page)} if hidden else set()
    said |= {("attribute-list", line) for rule, line in said if rule == "html-in-page"}
    without_id = {problem.line for problem in check_sections(page) if problem.rule == "missing-id"} if hidden else ()
    return [
        problem
        for problem in hidden
        if (problem.rule, problem.line) not in said
        and not (problem.line in without_id and HEADING.match(str(problem.values["found"])))
    ]


def check_marks(page: Page) -> list[Problem]:
    """HTML, signs nobody sees, by their codes too, pictures from elsewhere or without words, an open merge."""
    unseen = [
        Problem(page.path, number + page.offset, "unseen-sign", {"found": f"U+{ord(sign[0]):04X}"})
        for number, line in text_lines(page.body)
        if "&" in line and (sign := UNSEEN.search(html.unescape(INLINE_CODE.sub("", line))))
    ]
    return unseen + [
        Problem(page.path, number + page.offset, rule, {"found": found[:60]})
        for number, line in text_lines(page.body)
        if MARKED.search(line) and not EXCUSE.match(line)
        for rule, pattern in MARKS.items()
        for found in _each(pattern.finditer(INLINE_CODE.sub("", line)))
    ]


def _each(marks: Iterable[re.Match[str]]) -> Iterable[str]:
    """What was found in a line; of tags of one name, the first."""
    found: dict[str, str] = {}
    for mark in marks:
        found.setdefault(NAME.sub(r"\1", mark[0]), mark[0])
    return found.values()


def check_sections(page: Page, counterpart: Page | None = None) -> list[Problem]:
    """Headings without an id, with a wrong or repeated one, or a level too deep. Also for notes.

    The id to write is the counterpart's where both pages have as many sections, else one made of the heading.
    """
    theirs = [section.id for section in counterpart.sections] if counterpart else []
    known = theirs if len(theirs) == len(page.sections) else [""] * len(page.sections)
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    before = 1
    for section, shared in zip(page.sections, known, strict=True):
        line = section.line + page.offset
        if not section.title:
            found = page.body.split("\n")[section.line - 1].strip()
            problems.append(Problem(page.path, line, "heading-empty", {"found": found, FIRST: "1"}))
            continue
        problems += _check_id(page, section, shared if ID.fullmatch(shared) else "", lines)
        if section.level == 1:
            problems.append(Problem(page.path, line, "second-title", {"found": section.title}))
        elif section.level > before + 1:
            levels = {"level": str(section.level), "before": str(before), "expected": "#" * (before + 1)}
            problems.append(Problem(page.path, line, "skipped-heading-level", {"found": section.title, **levels}))
        before = section.level
    return problems


def _check_id(page: Page, section: Section, shared: str, lines: dict[str, int]) -> list[Problem]:
    line = section.line + page.offset
    if not section.id:
        values = {"found": section.title, "expected": f"{{ #{shared or suggest_id(section.title)} }}"}
        return [Problem(page.path, line, "missing-id", values)]
    if not ID.fullmatch(section.id):
        values = {"found": section.id, "expected": f"{{ #{shared or suggest_id(section.id)} }}"}
        return [Problem(page.path, line, "wrong-id", values)]
    if section.id in lines:
        return [Problem(page.path, line, "repeated-id", {"found": section.id, "expected": str(lines[section.id])})]
    lines[section.id] = line
    if section.id in RESERVED:
        return [Problem(page.path, line, "reserved-id", {"found": section.id})]
    return []


def _check_title(page: Page) -> list[Problem]:
    return [] if page.title else [Problem(page.path, page.first_line, "missing-title")]


def _check_folder(page: Page, languages: Languages) -> list[Problem]:
    first, slash, rest = page.uri.partition("/")
    named = next((language for language in every(languages) if slash and language.code == first), None)
    if named:
        right = f"{page.path.removesuffix(page.language.folder + page.uri)}{named.folder}{rest}"
        return [Problem(page.path, 1, "folder-of-language", {"found": named, "expected": right})]
    if slash and TWO_LETTERS.fullmatch(first):
        return [Problem(page.path, 1, "two-letter-folder", {"found": first})]
    name = page.uri.rpartition("/")[2]
    return [Problem(page.path, 1, "page-readme", {"found": name})] if name.lower() == "readme.md" else []


def _check_groups(page: Page, curriculum: Curriculum) -> list[Problem]:
    shown = {group for resource in curriculum.edition.resources for group in resource.groups}
    elements, _ = find_elements(page.body)
    called = [(e.argument, e.line) for e in elements if e.name == "resources" and e.argument in GROUPS]
    called += [("talk", e.line) for e in elements if e.name == "content-note"]
    return [
        Problem(page.path, line + page.offset, "empty-group", {"found": group})
        for group, line in called
        if group not in shown
    ]
