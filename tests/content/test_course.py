"""The course this project ships is whole: ten weeks, thirty handouts, notes, guide, front and back matter, twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import copy_project, read_valid
from curriculum.checks import check_sources
from curriculum.compose.notes import note_words
from curriculum.compose.schedule import slots_of
from curriculum.elements.vocabulary import find_elements
from curriculum.pictures.chart import LEVELS
from curriculum.read.layers import Settings, read_all
from curriculum.review import review_everything
from curriculum.review.prose import blocks_of
from curriculum.review.reading import measure
from curriculum.words.labels import label
from curriculum.words.model import Kind, Language, Page, Week
from curriculum.words.problems import tell
from languages import EN, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
COURSE = read_valid(Settings(ROOT, "facilitator"))
WEEKS = [(language, week) for language in LANGUAGES for week in COURSE.arc.weeks]
PAGES = (
    "index",
    "how-a-session-works",
    "load",
    "safety",
    "what-to-do-now",
    "staying-beside",
    "who-to-call",
    "law",
    "search",
    "downloads",
    "glossary",
    "references",
    "about",
)
GUIDE = (
    "before-the-course",
    "protocol",
    "book-a-trainer",
    "room",
    "co-facilitation",
    "accessibility",
    "online",
    "printing",
    "after-the-course",
    "interview-guide",
    "outcomes",
    "cast",
    "evaluation",
    "train-a-co-facilitator",
    "in-step",
    "adapt",
)
OUTING = re.compile(r"sex|prostit|stigma|suicid|trauma|crisis|crise|police|drug|drogue", re.I)
"""What no title of a sheet in a pocket may say."""
ITEM = re.compile(r"^(?:-|\d+\.) ", re.M)


def named(case: tuple[Language, Week]) -> str:
    return f"{case[0].code}-{case[1].id}"


def words_of(page: Page) -> int:
    return measure(blocks_of(page), page.language).words


def section_of(page: Page, id: str) -> str:
    section = next(section for section in page.sections if section.id == id)
    return "\n".join(page.body.split("\n")[section.line : section.end - 1])


def handouts(language: Language) -> Iterator[tuple[Kind, Page]]:
    for handout in COURSE.arc.handouts:
        yield handout.kind, COURSE.pages[language, handout.uri]


@pytest.mark.first_course
def test_ten_weeks_are_published_with_three_handouts_each() -> None:
    assert len(COURSE.arc.published) == len(COURSE.arc.weeks) == 10
    assert [len(week.handouts) for week in COURSE.arc.weeks] == [3] * 10


@pytest.mark.parametrize("name", [*PAGES, *GUIDE])
def test_every_other_page_is_there_in_both_languages(name: str) -> None:
    for language in LANGUAGES:
        page = COURSE.pages[language, f"{name}.md"]
        assert COURSE.only_for_facilitators(page) == (name in GUIDE)
        assert words_of(page) >= {"who-to-call": 150, "search": 20, "in-step": 50}.get(name, 300)


@pytest.mark.parametrize("case", WEEKS, ids=named)
def test_a_week_can_be_read_alone(case: tuple[Language, Week]) -> None:
    language, week = case
    page = COURSE.pages[language, week.uri]
    assert words_of(page) >= 1200
    assert len(ITEM.findall(section_of(page, "outcomes"))) == 4
    assert len(ITEM.findall(section_of(page, "summary"))) == 5
    assert re.search(r"\b(?:[Pp]ass|[Ss]kip|leave|[Ss]aute|sort|part)", section_of(page, "content-note")), "a way out"
    assert len(re.findall(r"^> \*\*.+?\*\*", page.body, re.M)) >= 3, "a worked example in dialogue"
    assert "/// resources | talk" in section_of(page, "a-lot")
    assert len(re.findall(r"\*\*[^*]+\.\*\*", section_of(page, "everyday"))) >= 2
    assert len(re.findall(r"references\.md#", section_of(page, "further-reading"))) >= 2
    assert [element for element in find_elements(page.body)[0] if element.name == "picture"]


@pytest.mark.parametrize("case", WEEKS, ids=named)
def test_a_week_has_notes_for_every_part(case: tuple[Language, Week]) -> None:
    language, week = case
    note = COURSE.notes[language, week.uri]
    assert words_of(note) >= 700
    written = note_words(note)
    assert set(week.parts) <= written.keys()
    assert len(re.findall(r"^> ", note.body, re.M)) >= 10, "sentences to say"
    minutes = {part: re.search(rf"\b{length}\b", written[part]) for part, length in week.parts.items()}
    assert [part for part, found in minutes.items() if not found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_handouts_out_nobody(language: Language) -> None:
    assert [page.title for _, page in handouts(language) if OUTING.search(page.title)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_two_self_assessments_have_the_same_ten_sentences(language: Language) -> None:
    tables = [page.body for kind, page in handouts(language) if kind is Kind.SELF_ASSESSMENT]
    first, second = (re.findall(r"^\| \d+\. (.+?) \|", body, re.M) for body in tables)
    assert len(first) == 10
    assert first == second


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_discreet_certificate_names_neither_work_nor_organisation(language: Language) -> None:
    page = next(page for kind, page in handouts(language) if kind is Kind.CERTIFICATE)
    discreet = section_of(page, "discreet")
    assert not OUTING.search(discreet.replace("crisis", "").replace("crise", ""))
    assert "{{" not in discreet
    assert "{{ org.name }}" in section_of(page, "named")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_has_at_least_sixty_terms(language: Language) -> None:
    rows = [line for line in COURSE.pages[language, "glossary.md"].body.split("\n") if line.startswith("| ")]
    heads = sum(line.startswith("| ---") for line in rows)
    assert len(rows) - 2 * heads >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_loads_explains_each_word_in_the_order_of_the_levels(language: Language) -> None:
    table = section_of(COURSE.pages[language, "load.md"], "load-words")
    words = [label(f"load-{level}", language) for level in LEVELS]
    assert re.findall(r"^\| (\w+) \|", table, re.M)[1:] == words


def test_all_works_of_the_paper_are_on_the_page_of_references() -> None:
    for language in LANGUAGES:
        page = COURSE.pages[language, "references.md"]
        works = next(section for section in page.sections if section.id == "works")
        assert len([s for s in page.sections if s.level == 3 and works.line < s.line < works.end]) == 23


def test_no_week_is_numbered_by_hand() -> None:
    """An edition may leave weeks out or move them; numbers, totals and loads are computed."""
    by_hand = re.compile(r"\b(week|semaine) \d|\b(ten weeks|dix semaines)\b|\b(academic|apprentissage) \d\b", re.I)
    pages = (*COURSE.pages.values(), *COURSE.notes.values())
    shared = [page for page in pages if not page.path.startswith("editions/")]
    assert [(page.path, found[0]) for page in shared for found in by_hand.finditer(page.body)] == []


@pytest.mark.parametrize("edition", ["", "editions/example"])
def test_a_second_reader_has_nothing_to_say(edition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words to weigh, typography, French beside English, reading level, short sentences, doubt said twice."""
    monkeypatch.setenv("CURRICULUM_EDITION", edition)
    _, problems = review_everything(Settings(ROOT, "facilitator"))
    assert tell(problems, EN) == []


@pytest.mark.slow
@pytest.mark.first_course
@pytest.mark.parametrize("order", ["fr, en", "fr", "en"])
def test_a_second_reader_says_the_same_in_any_order_of_languages(order: str, tmp_path: Path) -> None:
    """Nor has a build anything against it: the pages are the same."""
    root = copy_project(tmp_path).root
    profile = root / "editions/victoria/profile.yml"
    profile.write_text(f"languages: [{order}]\n{profile.read_text('utf-8')}", encoding="utf-8")
    readings, problems = review_everything(Settings(root, "facilitator"))
    assert {page.language.code for page, _ in readings} == {*order.split(", ")}
    assert tell([*problems, *check_sources(read_all(Settings(root, "facilitator")))], EN) == []


@pytest.mark.parametrize("case", WEEKS, ids=named)
def test_a_week_opens_with_what_to_keep(case: tuple[Language, Week]) -> None:
    """First what it names, then the five sentences, then what people will be able to do."""
    language, week = case
    ids = [section.id for section in COURSE.pages[language, week.uri].sections]
    assert ids[:4] == ["content-note", "summary", "outcomes", "expect"]


def test_every_outcome_of_every_session_is_practised_by_each_person() -> None:
    """A part, its minutes for each and a sheet on which it shows, for every outcome."""
    for session in COURSE.arc.sessions:
        outcomes = ITEM.findall(section_of(COURSE.pages[EN, session.uri], "outcomes"))
        assert len(session.outcomes) == len(outcomes) > 0, session.id


def test_outcomes_of_a_session_are_not_all_seen_in_the_same_minutes() -> None:
    """No three of them share a part, its minutes and a sheet."""
    for session in COURSE.arc.sessions:
        shared = Counter((row.part, row.minutes, row.sheet) for row in session.outcomes)
        assert max(shared.values()) <= 2, session.id


LATE = [(session, minutes) for session in COURSE.arc.sessions for minutes in (15, 30)]


@pytest.mark.parametrize(("session", "minutes"), LATE, ids=lambda value: getattr(value, "id", str(value)))
def test_whoever_starts_late_ends_on_time_with_the_care_and_the_practice_whole(session: Week, minutes: int) -> None:
    on_time, late = (slots_of(session, "18:30", when) for when in (0, minutes))
    assert late[0].start == on_time[0].start + minutes
    assert late[-1] == on_time[-1], "the close is at its own time, and whole"
    left = {slot.part: slot.minutes for slot in late}
    assert sum(left.values()) == COURSE.arc.minutes_of(session) - minutes
    for part in {"grounding", "break", "debrief", "close"} & session.parts.keys():
        assert left[part] == session.parts[part]
    for outcome in session.outcomes:
        assert left[outcome.part] >= outcome.minutes * outcome.turns


def test_a_longer_delay_gives_nothing_back() -> None:
    for session in COURSE.arc.sessions:
        assert all(session.late[30].get(part, 0) >= minutes for part, minutes in session.late[15].items()), session.id
