"""Page + notes + facts -> Markdown, on the small curriculum of the golden cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, read_valid
from curriculum.checks.past import names_of
from curriculum.compose.calls import checked, checked_on_card
from curriculum.compose.evening import compose_evening
from curriculum.compose.notes import note_words
from curriculum.compose.outcomes import outcome_tables
from curriculum.compose.outline import outline_of
from curriculum.compose.page import compose_handout, compose_page, is_alike
from curriculum.read.layers import Settings
from curriculum.read.source import find_sections
from curriculum.site.frame import head_of
from curriculum.site.menus import credit_for, menu_for, neighbours
from curriculum.words.forms import colon
from curriculum.words.labels import label
from curriculum.words.model import Credit, Curriculum, Language, Page, Practised, Resource, Text
from languages import EN, FR

BASE = Path(__file__).parent.parent / "problems" / "nothing-wrong"
WEEK = "week-01/index.md"
HANDOUT = "week-01/handouts/first-steps.md"
SIZES = {
    f"{folder}week-01/handouts/first-steps-{paper}.pdf": 20_480 for folder in ("", "fr/") for paper in ("letter", "a4")
}


@pytest.fixture
def facilitators() -> Curriculum:
    return read_valid(Settings(BASE, "facilitator"))


@pytest.fixture
def participants() -> Curriculum:
    return read_valid(Settings(BASE))


def plain(text: str) -> str:
    """A text whose spaces may all be broken."""
    return text.replace("\u00a0", " ")


def text_of(curriculum: Curriculum, uri: str, language: Language = EN) -> str:
    return compose_page(curriculum.pages[language, uri], curriculum, SIZES)


def test_a_note_stands_at_the_end_of_its_section(facilitators: Curriculum) -> None:
    section = text_of(facilitators, WEEK).split("## Arrive")[1].split("## Break")[0]
    assert section.index("Come in.") < section.index("Stand by the door.")


@pytest.mark.parametrize(
    ("language", "heading", "named"),
    [(EN, "Tonight, in short", "For facilitators: "), (FR, "Ce soir, en bref", "Pour l’animation\u00a0: ")],
)
def test_the_evening_in_short_has_its_own_heading_and_comes_before_the_page_on_paper(
    facilitators: Curriculum, language: Language, heading: str, named: str
) -> None:
    note, page = facilitators.notes[language, WEEK], facilitators.pages[language, WEEK]
    body = f"{note.body}\n## {heading} {{ #summary }}\n\n1. Tea.\n"
    notes = {**facilitators.notes, (language, WEEK): replace(note, body=body, sections=find_sections(body)[1])}
    changed = replace(facilitators, notes=notes)
    shown = text_of(changed, WEEK, language).split("#summary }")[1].split("\n## ")[0]
    assert f"| {named}{heading}\n\n1. Tea." in shown
    printed = compose_evening(page, changed.arc.weeks[0], "Title", changed)
    assert printed.startswith("# Title\n\n**")
    assert f"\n\n## {heading} {{ #tonight }}\n\n1. Tea.\n\n## {page.title} {{ #page }}\n" in printed
    assert printed.count("1. Tea.") == 1


def test_participants_have_no_note_and_no_run_sheet(participants: Curriculum) -> None:
    text = text_of(participants, WEEK)
    assert "Stand by the door." not in text
    assert "#run-sheet" not in text


def test_the_run_sheet_starts_at_the_edition_s_hour_and_ends_after_the_last_part(facilitators: Curriculum) -> None:
    text = text_of(facilitators, WEEK)
    assert "| [Arrive](#arrive) | 6:30\u00a0p.m. (20) |" in text
    assert "| End | 7:30\u00a0p.m. (60) |" in text
    assert "[First steps](handouts/first-steps.md): 8 copies" in text


def test_the_plan_lists_the_parts_without_minutes(participants: Curriculum) -> None:
    section = text_of(participants, WEEK).split("#expect }")[1].split("## Arrive")[0]
    assert "1. [Arrive](#arrive)\n1. [Break](#break)\n1. [Close](#close)" in section


def test_the_handouts_show_their_real_sizes_in_both_languages(participants: Curriculum) -> None:
    assert "[PDF\u00a0Letter,\u00a020\u00a0KB](handouts/first-steps-letter.pdf)" in text_of(participants, WEEK)
    assert "[PDF\u00a0Lettre,\u00a020\u00a0Ko](handouts/first-steps-letter.pdf)" in text_of(participants, WEEK, FR)


def test_lines_to_call_and_facts_are_filled_in(participants: Curriculum) -> None:
    text = text_of(participants, WEEK)
    assert (
        "Call: [555-0142](tel:5550142). Every day. English.\n\n*This line: to be confirmed by the organisation.*"
        in text
    )
    assert "Hello from Harbour House." in text_of(participants, "index.md")


def test_a_printed_handout_has_no_links_that_only_a_screen_can_follow(participants: Curriculum) -> None:
    uri = "week-01/handouts/first-steps.md"
    assert ".pdf" in text_of(participants, uri)
    assert ".pdf" not in compose_handout(participants.pages[EN, uri], participants)


def test_the_tables_of_outcomes_say_where_each_is_practised(participants: Curriculum) -> None:
    """A wrapped outcome is one row; a link in it keeps its words."""
    rows = (Practised("arrive", 5, HANDOUT, 1), Practised("close", 9, HANDOUT, 2))
    week = replace(participants.arc.weeks[0], outcomes=rows)
    page = participants.pages[FR, WEEK]
    listed = "- Dire bonjour\n  à [tout le monde](../index.md).\n- Partir | rester."
    body = page.body.replace("- Dire bonjour.", listed)
    pages = {**participants.pages, (FR, WEEK): replace(page, body=body, sections=find_sections(body)[1])}
    changed = replace(participants, pages=pages, arc=replace(participants.arc, weeks=(week,)))
    sheet = f"[Premiers pas]({HANDOUT})"
    assert outcome_tables(changed, FR).split("\n") == [
        "**Semaine 1** · [Se rencontrer](week-01/index.md)",
        "",
        "| Ce que chaque personne fait | Étape | Minutes par personne | Se voit sur |",
        "| --- | --- | --- | --- |",
        f"| Dire bonjour à tout le monde. | [Arriver](week-01/index.md#arrive) | 5 | {sheet} |",
        f"| Partir &#124; rester. | [Clôture](week-01/index.md#close) | 9 | {sheet} |",
    ]


def test_a_notes_file_is_taken_apart_by_section(facilitators: Curriculum) -> None:
    assert note_words(facilitators.notes[EN, WEEK]) == {"": "Bring tea.", "arrive": "Stand by the door."}


def test_keys_are_escaped_for_the_head_of_the_page(facilitators: Curriculum) -> None:
    page = Page("p", "p", EN, {"description": 'a "b" <script>'}, "", 0, "", ())
    assert head_of(page, facilitators) == {"description": "a &quot;b&quot; &lt;script&gt;"}


def test_the_menu_is_in_the_language_of_the_page(participants: Curriculum) -> None:
    assert menu_for(participants, FR) == [
        {"Accueil": "index.md"},
        {"1. Se rencontrer": [WEEK, {"Premiers pas": "week-01/handouts/first-steps.md"}]},
    ]


def test_a_single_week_has_no_neighbours(participants: Curriculum) -> None:
    assert neighbours(participants) == {WEEK: ("", "")}


def test_a_fact_in_a_title_is_filled_in_menus_too(participants: Curriculum) -> None:
    page = replace(participants.pages[EN, "index.md"], title="{{ org.name }} & you")
    changed = replace(participants, pages={**participants.pages, (EN, "index.md"): page})
    assert menu_for(changed, EN)[0] == {"Harbour House &amp; you": "index.md"}


def test_a_week_leads_facilitators_to_its_evening_on_paper_and_to_sets(facilitators: Curriculum) -> None:
    """In every form, above the run sheet; to sets only where a page of the guide tells of them."""
    opening = text_of(facilitators, WEEK).split("## Run sheet")[0]
    endings = ("letter", "a4", "letter-large", "a4-large")
    assert [ending for ending in endings if f"(week-01-facilitators-{ending}.pdf)" not in opening] == []
    assert "[**Tonight**](week-01-tonight.html), on a phone or tablet" in opening
    assert "printing" not in opening
    page = replace(facilitators.pages[EN, "index.md"], uri="printing.md")
    told = replace(facilitators, pages={**facilitators.pages, (EN, page.uri): page})
    assert "(../printing.md#ready)" in text_of(told, WEEK).split("## Run sheet")[0]


def test_facilitators_have_a_run_sheet_even_before_a_note_is_written(facilitators: Curriculum) -> None:
    assert "#run-sheet" in text_of(replace(facilitators, notes={}), WEEK)


def test_the_last_line_of_a_page_has_the_licence_of_the_arc(participants: Curriculum) -> None:
    """After the name of the first course's own site; any other says instead what it was made from."""
    own = replace(participants.edition, credit=Credit())
    changed = replace(participants, arc=replace(participants.arc, licence="CC BY 4.0"), edition=own)
    assert credit_for(changed, FR) == (
        'Le Havre · <a rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.fr">CC BY 4.0</a>'
    )


FACE = "//// card | {}\n\n/// resources | {}\n///\n\n////\n"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (FACE.format("One", "urgent") + FACE.format("Two", "talk"), [2, 1]),
        (FACE.format("One", "urgent") + FACE.format("Two", "urgent"), [2, 2]),
        ("/// resources | urgent\n///\n\n" + FACE.format("One", "urgent"), [2]),
    ],
    ids=["a line of another face", "the same group twice", "a list outside the card"],
)
def test_no_face_of_a_card_is_left_empty(participants: Curriculum, text: str, counts: list[int]) -> None:
    """A line is left out only where another face has it, and another line stays."""
    line = participants.edition.resources[0]
    lines = tuple(replace(line, groups=groups) for groups in (("urgent",), ("urgent", "talk"), ("talk",)))
    curriculum = replace(participants, edition=replace(participants.edition, resources=lines))
    page = replace(participants.pages[EN, "index.md"], body=text)
    faces = compose_handout(page, curriculum).split("//// card")[1:]
    assert [face.count("tel:") for face in faces] == counts


def called_on(days: Sequence[str], curriculum: Curriculum) -> list[Resource]:
    """Lines named A, B, C, each checked on its day, or not at all."""
    line = curriculum.edition.resources[0]
    return [
        replace(line, short=Text({"en": name, "fr": name}), confirmed=bool(day), checked_on=day)
        for name, day in zip("ABCD", days, strict=False)
    ]


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (["", ""], "These lines: {en}.", "Ces lignes : {fr}."),
        (["2026-11-22"] * 2, "Checked on 22 November 2026.", "Vérification : 22 novembre 2026."),
        (
            ["2026-11-22", ""],
            "Checked on 22 November 2026: A. The other one: {en}.",
            "Vérification du 22 novembre 2026 : A. L’autre : {fr}.",
        ),
        (
            ["2026-11-22", "", "2026-10-01", ""],
            "Checked on 1 October 2026: C. Checked on 22 November 2026: A. The others: {en}.",
            "Vérification du 1er octobre 2026 : C. Vérification du 22 novembre 2026 : A. Les autres : {fr}.",
        ),
    ],
    ids=["none was called", "all on one day", "one of two", "two days"],
)
def test_one_sentence_says_which_lines_were_checked(
    participants: Curriculum, days: list[str], english: str, french: str
) -> None:
    lines = called_on(days, participants)
    for language, expected in ((EN, english), (FR, french)):
        doubt = label("to-confirm", language)
        assert plain(checked(lines, language)) == plain(expected.format(en=doubt, fr=doubt))


def test_a_card_says_once_what_was_checked_of_all_its_faces(participants: Curriculum) -> None:
    line = participants.edition.resources[0]
    first = replace(line, id="a", groups=("urgent",), confirmed=True, checked_on="2026-11-22")
    lines = (first, replace(line, id="b", groups=("talk",)))
    curriculum = replace(participants, edition=replace(participants.edition, resources=lines))
    page = replace(participants.pages[EN, "index.md"], body=FACE.format("One", "urgent") + FACE.format("Two", "talk"))
    one, two = plain(compose_handout(page, curriculum)).split("//// card")[1:]
    assert "2026" not in one
    assert "On 22 November 2026: to be confirmed by the organisation, except: A line." in two


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["", ""], "These lines: {}."),
        (["2026-11-22", "2026-10-01"], "Checked on 1 October 2026."),
        (["2026-11-22", "", "2026-10-01", ""], "On 22 November 2026: {}, except: A, C."),
        (["2026-11-22", "", "2026-10-01"], "Checked on 1 October 2026, except: B ({})."),
    ],
    ids=["none was called", "all", "half of them", "all but one"],
)
def test_a_card_names_the_fewest_lines(participants: Curriculum, days: list[str], expected: str) -> None:
    lines = called_on(days, participants)
    assert plain(checked_on_card(lines, EN)) == expected.format(label("to-confirm", EN))


STEPS = """# What to do now

## Nobody wakes { #not-waking }

At once:

1. **Call.** Say {{ org.name }}
   and the street.
2. **Give breaths.** One every 5 seconds.

Then wait.

1. **Not this one.**
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Before.\n\n/// steps | not-waking\n///\n\nAfter.",
            "Before.\n\n\n1. **Call.** Say Harbour House\n   and the street.\n"
            "2. **Give breaths.** One every 5 seconds.\n\n\nAfter.",
        ),
        (
            "//// card | Now\n\n/// steps | not-waking\n///\n\n////",
            "//// card | Now\n\n\n1. Call.\n2. Give breaths.\n\n\n////",
        ),
    ],
    ids=["all of them on a page", "a few words on a card"],
)
def test_steps_come_from_the_one_page_that_has_them(participants: Curriculum, text: str, expected: str) -> None:
    page = replace(participants.pages[EN, "index.md"], body=text)
    source = replace(page, uri="what-to-do-now.md", body=STEPS)
    curriculum = replace(participants, pages={**participants.pages, (EN, source.uri): source})
    assert compose_handout(page, curriculum) == expected


def test_every_page_is_looked_at_again_when_steps_change(participants: Curriculum) -> None:
    source = replace(participants.pages[EN, "index.md"], uri="what-to-do-now.md", body=STEPS)
    one, two = (
        replace(participants, pages={**participants.pages, (EN, source.uri): replace(source, body=body)})
        for body in (STEPS, STEPS.replace("5 seconds", "6 seconds"))
    )
    assert not names_of(one, "").items() & names_of(two, "").items()
    assert outline_of(one) != outline_of(two)


def test_a_fact_in_a_picture_is_plain_words_and_stays_inside_its_attribute(participants: Curriculum) -> None:
    name = 'Har_bour "House" | <b>'
    facts = {**participants.edition.facts, "org.name": Text(plain=name)}
    curriculum = replace(participants, edition=replace(participants.edition, facts=facts))
    text = "/// picture | turns\nAt {{ org.name }}\n\n- **One.**\n- **Two.**\n- **At {{ org.name }}.**\n///\n"
    page = replace(participants.pages[EN, "index.md"], body=text)
    html = compose_page(page, curriculum, SIZES)
    assert 'aria-label="At Har_bour &quot;House&quot; | &lt;b&gt;"' in html
    assert '<strong>At Har_bour "House" | &lt;b&gt;.</strong>' in html


def test_an_excuse_in_a_picture_shows_nowhere(participants: Curriculum) -> None:
    text = "/// picture | turns\nWho\n<!-- en-20: x -->\n\n- **A.** One\n<!-- en-20: x -->\n- **B.**\n- **C.**\n///\n"
    page = replace(participants.pages[EN, "index.md"], body=text)
    assert "en-20" not in compose_page(page, participants, SIZES)


def test_a_fact_whose_line_was_wrapped_in_a_picture_is_plain_words_too(participants: Curriculum) -> None:
    facts = {**participants.edition.facts, "org.name": Text(plain='A_b "c"')}
    curriculum = replace(participants, edition=replace(participants.edition, facts=facts))
    text = "/// picture | turns\nAt {{\norg.name }}\n\n- **One.**\n- **Two.**\n- **Three.**\n///\n"
    page = replace(participants.pages[EN, "index.md"], body=text)
    assert 'aria-label="At A_b &quot;c&quot;"' in compose_page(page, curriculum, SIZES)


def test_a_page_that_is_alike_for_both_audiences_is_composed_alike() -> None:
    """In the real course: a build composes such a page once."""
    theirs, ours = read_valid(Settings(ROOT)), read_valid(Settings(ROOT, "facilitator"))
    alike = {key for key in theirs.pages if is_alike(ours.pages[key], ours)}
    for key in alike:
        one, other = compose_page(theirs.pages[key], theirs, SIZES), compose_page(ours.pages[key], ours, SIZES)
        assert (one, one.parts) == (other, other.parts)
    assert {(EN, handout.uri) for handout in ours.arc.handouts} & alike
    assert not {*ours.notes, *((EN, week.uri) for week in ours.arc.sessions), (EN, "downloads.md")} & alike


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (EN, "**If you start 15 minutes late**\n\n- **Arrive**, 5 minutes: tea now.\n\nThe rest keeps its time."),
        (FR, "**Si vous commencez avec 15 minutes de retard**\n\n- **Arriver**, 5 minutes\u00a0: le thé."),
    ],
)
def test_what_to_drop_stands_with_the_title_and_the_minutes_left(
    facilitators: Curriculum, language: Language, said: str
) -> None:
    """An author writes the id of a part and what to drop; title and minutes come from the page and the arc."""
    week = facilitators.arc.weeks[0]
    arc = replace(facilitators.arc, weeks=(replace(week, late={15: {"arrive": 15}}), *facilitators.arc.weeks[1:]))
    words = "tea now." if language == EN else "le thé."
    body = f"/// late | 15\n\n- `arrive`{colon(language)} {words}\n\n///"
    note = replace(facilitators.notes[language, WEEK], body=body, sections=())
    text = text_of(replace(facilitators, arc=arc, notes={(language, WEEK): note}), WEEK, language)
    assert said in text


def test_a_part_left_out_altogether_says_so(facilitators: Curriculum) -> None:
    week = facilitators.arc.weeks[0]
    arc = replace(facilitators.arc, weeks=(replace(week, late={15: {"arrive": 20}}), *facilitators.arc.weeks[1:]))
    note = replace(facilitators.notes[EN, WEEK], body="/// late | 15\n\n- `arrive`: begin.\n\n///", sections=())
    text = text_of(replace(facilitators, arc=arc, notes={(EN, WEEK): note}), WEEK)
    assert "- **Arrive**, left out: begin." in text
    assert "| [Arrive](#arrive) | 6:30\u00a0p.m. (20) | **left out** |" in text
