"""The page of a session while it is held: what stands on each sheet and in which order, and who may have it."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.checks.built import check_built_page
from curriculum.checks.made import made_with
from curriculum.compose.downloads import names_of_files, tonight_name
from curriculum.compose.private import ROWS
from curriculum.compose.welcome import welcome
from curriculum.elements.tree import to_tree, tree_of
from curriculum.elements.words import words_of
from curriculum.formats.articles import Articles
from curriculum.formats.tonight.due import drops_of
from curriculum.formats.tonight.evenings import evenings
from curriculum.formats.tonight.frame import read_insides
from curriculum.formats.tonight.page import tonight_page
from curriculum.formats.tonight.pieces import section_of, written_whole
from curriculum.formats.tonight.ringing import emergency_number, with_number
from curriculum.formats.tonight.sheets import grouped, said_and_noted, told_of
from curriculum.formats.tonight.words import script_words
from curriculum.read.layers import Settings
from curriculum.read.scripts import read_scripts
from curriculum.read.styles import read_styles
from curriculum.site.menus import menu_for
from curriculum.site.style import site_style
from curriculum.words.audience import is_theirs
from curriculum.words.labels import label
from curriculum.words.model import Audience, Curriculum, Language, Text
from languages import EN, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS, STYLES = read_scripts(ROOT)[0], read_styles(ROOT)[0]
INSIDES = read_insides(ROOT, SCRIPTS, STYLES)
MOST = 10_000
"""Bytes of the script without its comments."""
DUE = re.compile(r'<section id="([a-z0-9-]+)" class="sheet"[^>]*>\n<h2>[^\n]*</h2>\n(<div data-due="">.*?</div>)', re.S)
NEWER = re.compile(
    r"\?\.|\?\?|\*\*=|\.(at|flat|flatMap|matchAll|replaceAll|fromEntries)\("
    r"|catch \{|\{ ?\.\.\.|\d_\d|\(\?<|await|#\w+ ="
)
"""What browsers did not know in 2017."""


@pytest.fixture(scope="module")
def theirs() -> Curriculum:
    return read_valid(Settings(ROOT, "facilitator"))


@pytest.fixture(scope="module")
def pages(theirs: Curriculum) -> dict[str, str]:
    """Every file by its place."""
    made = evenings(Articles(theirs), INSIDES.tonight)
    return {f"{document.place}.html": tonight_page(document, evening).decode() for document, evening in made}


def words(elements: list[etree.Element]) -> list[str]:
    return [words_of(element) for element in elements]


# One sheet.


def test_words_to_say_come_out_first_and_leave_a_way_to_them() -> None:
    """Each group of them is one block; a quotation that is not led in by the word stays where it is."""
    notes = (
        "Purpose: hello.\n\n**Say**\n\n> Come in.\n\nWait.\n\n> Quoted.\n\n"
        "**Say**\n\n> One long sentence that goes on and on and on.\n"
    )
    say, rest = said_and_noted([*to_tree(notes)], "arrive", EN)
    assert [words_of(etree.fromstring(one)) for one in say] == [
        "Say Come in.",
        "Say One long sentence that goes on and on and on.",
    ]
    assert 'id="arrive-say-2" class="say"' in say[1]
    assert words(rest) == [
        *("Purpose: hello.", "Say: “Come in…”", "Wait.", "Quoted."),
        "Say: “One long sentence that goes on and on…”",
    ]
    assert [link.get("href") for one in rest for link in one.iter("a")] == ["#arrive-say-1", "#arrive-say-2"]


def test_a_section_is_told_with_its_note() -> None:
    """What stands before the first heading of the page is left out: the notes have their own."""
    page = to_tree("# Title\n\nLead.\n\n## Arrive { #arrive }\n\nRead.\n\n## More { #more }\n\nElse.\n")
    notes = to_tree("Bring pens.\n\n## Arrive { #arrive }\n\nWelcome.\n")
    told = told_of(page, notes)
    assert {id: (one.title, words([*one.notes]), words([*one.page])) for id, one in told.items()} == {
        "": ("", ["Bring pens."], []),
        "arrive": ("Arrive", ["Welcome."], ["Read."]),
        "more": ("More", [], ["Else."]),
    }


def test_sections_go_with_the_part_before_them() -> None:
    """Those without a note only where they are a part: participants read them on their page."""
    texts = ("", "x", "arrive", "aside", "close", "care", "links")
    page = to_tree("# T\n\n" + "".join(f"## {one} {{ #{one} }}\n\nWords.\n\n" for one in texts[1:]))
    noted = ("x", "close", "care")
    notes = to_tree("First.\n\n" + "".join(f"## {one} {{ #{one} }}\n\nNote.\n\n" for one in noted))
    groups = grouped(["arrive", "close"], told_of(page, notes))
    assert groups == {"": ["", "x"], "arrive": ["arrive"], "close": ["close"], "after": ["care"]}


def test_a_section_of_the_guide_ends_where_the_next_one_as_high_begins() -> None:
    tree = to_tree("## One { #one }\n\nA.\n\n### Two { #two }\n\nB.\n\n## Three { #three }\n\nC.\n")
    assert words(section_of(tree, "one")) == ["One", "A.", "Two", "B."]
    assert words(section_of(tree, "two")) == ["Two", "B."]
    assert section_of(tree, "four") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_has_words_for_every_count(language: Language) -> None:
    """All it asks for is there, and the last pattern of each fits anything."""
    said = json.loads(script_words(language))
    asked = set(re.findall(r'say\("([a-z-]+)"', SCRIPTS["tonight"])) | {"following", "then", "ends-late", "on-time"}
    asked |= {"instead", "dropped", "due", "due-some"}
    assert re.compile(said.pop("written")).groups == len(("hours", "minutes", "before noon", "after noon"))
    assert set(said) == asked
    assert {name for name, pairs in said.items() if not re.fullmatch(pairs[-1][0], "0")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_stands_behind_the_words_that_say_to_call(language: Language) -> None:
    """In bold, within a sentence, twice in one; not in a title, nor in a link, nor where nobody is to call."""
    texts = {
        "en": "## Call emergency services\n\n1. **Call emergency services.** Now.\n2. If so, call emergency\n"
        "   services and ask.\n3. [Call emergency services](a.md), calls emergency services; the address for "
        "emergency services.\n4. Emergency services first, then call emergency services.\n",
        "fr": "## Appelez les services d’urgence\n\n1. **Appelez les services d’urgence.** Vite.\n2. Si oui, appelez "
        "les\n   services d’urgence et demandez.\n3. [Appelez les services d’urgence](a.md), appelle les services "
        "d’urgence; l’adresse pour les services d’urgence.\n4. Les services d’urgence d’abord; appelez d’abord les "
        "services d’urgence.\n",
    }
    tree = tree_of("".join(written_whole(element) for element in to_tree(texts[language.code])))
    before = words_of(tree)
    with_number(tree, "9-1-1", language)
    items = [words_of(item).count("9-1-1") for item in tree.iter("li")]
    assert items == [1, 1, 1, 2]
    assert len([link for link in tree.iter("a") if link.get("href") == "tel:911"]) == sum(items)
    assert words_of(tree).replace("\N{NO-BREAK SPACE}9-1-1", "") == before
    with_number(tree, "", language)


def test_each_step_that_says_to_call_has_the_number(theirs: Curriculum, pages: dict[str, str]) -> None:
    """In the emergencies of every evening; the line is the one for a life in danger, not one to talk."""
    number = emergency_number(theirs.edition)
    assert next(line.id for line in theirs.edition.resources if line.number == number) == "emergency"
    others = tuple(line for line in theirs.edition.resources if line.id != "emergency")
    assert emergency_number(replace(theirs.edition, resources=others)) == ""
    for place, page in pages.items():
        sheet = page.split('<section id="emergencies"')[1].split('class="sheet"')[1]
        step = next(item for item in sheet.split("<li>") if re.match(r"<strong>(Call emergency|Appelez les) ", item))
        assert f">{number}</a>.</strong>" in step, place
        assert sheet.count(f">{number}</a>") > 6, place


def test_what_to_drop_stands_under_the_title_of_each_part(theirs: Curriculum, pages: dict[str, str]) -> None:
    """By every plan of every week: the minutes that stay, and the words of the notes, which keep their links."""
    for language in LANGUAGES:
        for week in theirs.arc.sessions:
            page = pages[language.prefix + tonight_name(week)]
            note = theirs.notes[language, week.uri]
            found = {part: words_of(tree_of(said)) for part, said in DUE.findall(page)}
            assert found.keys() == {part for plan in week.late.values() for part in plan}
            for drop in drops_of(note, week):
                minutes = label("tonight-minutes", language, count=week.parts_when(drop.late).get(drop.part, 0))
                assert drop.words.split("(")[0].rstrip(" .") in found[drop.part]
                assert minutes in found[drop.part] or not minutes[0].strip("0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_place_is_blank_it_says_where_to_write_and_where_to_look(
    theirs: Curriculum, pages: dict[str, str], language: Language
) -> None:
    """Before the evening, and in an emergency; once everything is known, neither is said."""
    paper = label("downloads-notes", language)
    write, look = (label(f"tonight-{how}", language, paper=paper).split("*")[0] for how in ("write", "look"))
    page = pages[f"{language.prefix}week-08/week-08-tonight.html"]
    assert write in page.split('<section id="before"')[0]
    assert look in page.split('<section id="emergencies"')[1]
    values = {name: Text(plain="2026-11-12") for names in ROWS.values() for name in names}
    known = replace(theirs, edition=replace(theirs.edition, private=values))
    made = {document.place: evening for document, evening in evenings(Articles(known), INSIDES.tonight)}
    evening = made[f"{language.prefix}week-08/week-08-tonight"]
    assert write not in evening.people
    assert look not in evening.backed


# The whole file.


def test_every_session_has_one_in_each_language_for_facilitators_alone(
    theirs: Curriculum, pages: dict[str, str]
) -> None:
    names = {tonight_name(week) for week in theirs.arc.sessions}
    assert set(pages) == {language.prefix + name for language in LANGUAGES for name in names}
    assert all(is_theirs(place) for place in pages)
    assert names <= names_of_files(theirs)
    ours = replace(theirs, audience=Audience.PARTICIPANT)
    assert not [name for name in names_of_files(ours) if is_theirs(name)]


def test_every_link_inside_leads_somewhere_and_no_id_comes_twice(pages: dict[str, str]) -> None:
    for place, page in pages.items():
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids)), place
        assert set(re.findall(r'href="#([^"]+)"', page)) - {*ids, "page"} == set(), place
        assert "{{" not in page, place


def test_it_holds_the_emergencies_of_the_guide(theirs: Curriculum, pages: dict[str, str]) -> None:
    """The ladder, each emergency, a person who walks out; who is on call, as the place has it or says it has not."""
    for language in LANGUAGES:
        for week in theirs.arc.sessions:
            page = pages[language.prefix + tonight_name(week)]
            sheet = page.split('<section id="emergencies"')[1].split('class="sheet"')[1]
            for id in ("disclosure-ladder", "step-4", "a-child", "heavy-thoughts", "not-waking", "walks-out"):
                assert f'id="protocol-{id}"' in sheet, id
            assert label("private", language) in sheet
            assert sheet.index('href="tel:') < sheet.index('class="jumps"')


def test_it_gives_each_part_the_minutes_of_the_late_plans(theirs: Curriculum, pages: dict[str, str]) -> None:
    for week in theirs.arc.sessions:
        found = dict(
            re.findall(
                r'<section id="([a-z0-9-]+)" class="sheet" data-step="" data-minutes="([^"]+)"',
                pages[tonight_name(week)],
            )
        )
        plans = [week.late[late] for late in sorted(week.late)]
        assert found == {
            part: " ".join(map(str, (minutes, *(plan.get(part, 0) for plan in plans))))
            for part, minutes in week.parts.items()
        }


def test_without_a_plan_nobody_is_asked_how_late_we_are(theirs: Curriculum) -> None:
    document, evening = next(evenings(Articles(theirs), INSIDES.tonight))
    assert 'data-late-by="15"' in tonight_page(document, evening).decode()
    bare = tonight_page(document, replace(evening, week=replace(evening.week, late={}))).decode()
    assert 'data-late-by="' not in bare
    assert 'data-late=""' in bare


def test_only_the_page_that_tells_time_may_hold_what_it_holds(pages: dict[str, str]) -> None:
    """By its policy: the same elements on any other page are refused, and so is its policy among participants."""
    made = {of: made_with(SCRIPTS, site_style(STYLES, of), INSIDES, of) for of in Audience}
    page = pages["week-01/week-01-tonight.html"]
    assert check_built_page("x", page, made[Audience.FACILITATOR]) == []
    assert [one.rule for one in check_built_page("x", page, made[Audience.PARTICIPANT])] == ["built-policy"]
    other = replace(made[Audience.FACILITATOR], timed="")
    found = {str(one.values["found"]).split("=")[0] for one in check_built_page("x", page, other)}
    assert found >= {"data-step", "data-minutes", "data-is", "data-late-by", "data-words", "data-start"}
    wrong = page.replace('data-is="less"', 'data-is="less" onclick="x"')
    assert [one.rule for one in check_built_page("x", wrong, made[Audience.FACILITATOR])] == ["built-page"]


def test_its_script_is_small_and_old_phones_know_its_words() -> None:
    script = re.sub(r"^\s*//.*$|\s//\s.*$", "", SCRIPTS["tonight"], flags=re.M)
    assert len(script.encode()) <= MOST
    assert NEWER.findall(script) == []
    assert not re.search(r"fetch|XMLHttp|Storage|cookie|indexedDB|pushState|navigator|Audio|vibrate", script)
    read = {"location.hash", "location.hash.slice", "location.href.split"}  # and never written
    assert set(re.findall(r"location\b[.\w]*(?: = )?", script)) == read


# The way to it.


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_leads_to_evenings_paper_and_emergencies(theirs: Curriculum, language: Language) -> None:
    text = welcome(theirs, language, {})
    for week in theirs.arc.sessions:
        assert f"]({tonight_name(week)})" in text
        assert f"]({week.id}/{week.id}-facilitators-letter.pdf)" in text
    first = text.index(tonight_name(theirs.arc.sessions[0]))
    assert text.index("protocol.md#emergencies") < text.index("protocol.md#walks-out") < first
    bare = replace(theirs, pages={key: page for key, page in theirs.pages.items() if key[1] != "protocol.md"})
    assert "protocol.md" not in welcome(bare, language, {})


def test_the_guide_comes_after_the_weeks_in_the_menu(theirs: Curriculum) -> None:
    titles = [next(iter(entry)) for entry in menu_for(theirs, EN)]
    guide = titles.index(label("facilitator-menu", EN))
    weeks = [number for number, title in enumerate(titles) if re.match(r"\d+\. ", title)]
    assert len(weeks) == len(theirs.arc.published)
    assert max(weeks) < guide
