"""The built pages: all there, well formed, linked, the same in both languages, right for their audience."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest
from conftest import Project
from curriculum.read.layers import Settings, read_curriculum
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Week
from curriculum.words.paper import VARIANTS
from languages import EN, FR, LANGUAGES
from ordered import ADDRESS, build_small
from reading.site.pages import (
    addresses_in,
    article_of,
    by_class,
    headings_of,
    ids_of,
    language_of,
    links_of,
    place_of,
    read_pages_of,
    target_of,
    words_of,
)

pytestmark = pytest.mark.slow

SITES = {"participant": "", "facilitator": "facilitator"}
"""Each site, and the folder of notes it is built with."""
LOST = "404.html"
CLOCK = {
    EN: re.compile(r"(?P<hour>\d+):(?P<minute>\d\d)\s(?P<half>[ap])\.m\."),
    FR: re.compile(r"(?P<hour>\d+)\sheures?(?:\s(?P<minute>\d\d))?(?P<half>)"),
}

FORMATS = {".pdf": "PDF", ".docx": "Word", ".epub": "EPUB", ".zip": "ZIP"}
Pages = dict[str, Element]


@pytest.fixture(scope="module", params=SITES)
def audience(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(built: Project, audience: str) -> Path:
    return built.participant if audience == "participant" else built.facilitator


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    return read_pages_of(site)


@pytest.fixture(scope="module")
def curriculum(built: Project, audience: str) -> Curriculum:
    return _read(built, audience)


@pytest.fixture(scope="module")
def participant_pages(built: Project) -> Pages:
    return read_pages_of(built.participant)


@pytest.fixture(scope="module")
def facilitator_pages(built: Project) -> Pages:
    return read_pages_of(built.facilitator)


def _read(built: Project, audience: str) -> Curriculum:
    curriculum, problems = read_curriculum(Settings(built.root, SITES[audience]))
    assert curriculum
    assert not problems
    return curriculum


def _weeks(curriculum: Curriculum) -> list[tuple[Language, Week]]:
    return [(language, week) for language in LANGUAGES for week in curriculum.arc.published]


def test_every_page_of_the_curriculum_is_a_file_and_no_other_page_is(pages: Pages, curriculum: Curriculum) -> None:
    """Index, weeks and handouts in both languages, one page for lost visitors, and nothing more."""
    expected = {place_of(language, uri) for language, uri in curriculum.pages} | {LOST}
    assert set(pages) == expected
    assert {"index.html", "fr/index.html"} <= expected
    assert {place_of(language, week.uri) for language, week in _weeks(curriculum)} <= expected


def test_pages_of_the_notes_folder_are_only_in_the_facilitator_site(
    built: Project, participant_pages: Pages, facilitator_pages: Pages
) -> None:
    """The protocol, in both languages, is a page for facilitators and none for participants."""
    own = set(_read(built, "facilitator").pages) - set(_read(built, "participant").pages)
    places = {place_of(language, uri) for language, uri in own}
    assert {place_of(language, "protocol.md") for language in LANGUAGES} <= places
    assert places <= set(facilitator_pages)
    assert not places & set(participant_pages)


def test_each_page_says_its_language(pages: Pages) -> None:
    """The root element carries the language of the page's folder."""
    wrong = {place: page.get("lang") for place, page in pages.items() if page.get("lang") != language_of(place).code}
    assert wrong == {}


def test_each_page_has_one_title_in_its_text(pages: Pages) -> None:
    """One h1, with words in it."""
    titles = {place: [words_of(h) for h in page.iter("h1")] for place, page in pages.items()}
    assert {place: found for place, found in titles.items() if len(found) != 1 or not found[0].strip("# ")} == {}


def test_ids_are_unique_on_each_page(pages: Pages) -> None:
    """No id names two places of a page."""
    twice = {place: [id for id, count in Counter(ids_of(page)).items() if count > 1] for place, page in pages.items()}
    assert {place: ids for place, ids in twice.items() if ids} == {}


def test_headings_go_down_one_level_at_a_time(pages: Pages) -> None:
    """The first heading is the title, and no level is skipped after it."""
    skips = []
    for place, page in pages.items():
        levels = [0, *(int(heading.tag[1]) for heading in headings_of(page))]
        skips += [(place, before, after) for before, after in pairwise(levels) if after > before + 1]
    assert skips == []


def test_every_section_has_an_id(pages: Pages) -> None:
    """A heading of the article can be linked to."""
    headings = [(place, heading) for place, page in pages.items() if place != LOST for heading in headings_of(page)]
    assert [(place, words_of(heading)) for place, heading in headings if not heading.get("id")] == []


def test_each_page_has_a_name_and_a_description(pages: Pages) -> None:
    """What a tab and a search engine show is never empty."""
    bare = []
    for place, page in pages.items():
        about = [meta.get("content", "").strip() for meta in page.iterfind("head/meta[@name='description']")]
        names = [words_of(title) for title in page.find("head").iter("title")]
        if len(names) != 1 or len(about) != 1 or not names[0] or not about[0]:
            bare.append((place, names, about))
    assert bare == []


def test_no_two_pages_of_a_language_have_the_same_name(pages: Pages) -> None:
    """Tabs and history tell pages apart; the page for lost visitors may share the name of the first page."""
    names = Counter((language_of(p), words_of(page.find("head/title"))) for p, page in pages.items() if p != LOST)
    assert [name for name, count in names.items() if count > 1] == []


def test_both_languages_have_the_same_sections_in_the_same_order(pages: Pages, curriculum: Curriculum) -> None:
    """Every page, weeks first of all, has the ids of its counterpart, title aside."""
    differ = []
    for uri in sorted({uri for _, uri in curriculum.pages}):
        english, french = ([h.get("id") for h in headings_of(pages[place_of(lang, uri)])[1:]] for lang in LANGUAGES)
        if english != french:
            differ.append((uri, english, french))
    assert differ == []


def test_week_pages_have_every_part_of_their_session(pages: Pages, curriculum: Curriculum) -> None:
    """The sections of a week hold its parts, in the order of the session."""
    for language, week in _weeks(curriculum):
        ids = [heading.get("id") for heading in headings_of(pages[place_of(language, week.uri)])]
        assert [id for id in ids if id in week.parts] == list(week.parts), week.uri


def test_the_language_switch_leads_to_the_same_page(pages: Pages, curriculum: Curriculum) -> None:
    """One link on every page, to its counterpart, named and marked in the other language."""
    for language, uri in curriculum.pages:
        other = FR if language == EN else EN
        place = place_of(language, uri)
        (switch,) = by_class(pages[place], "other-language")
        assert target_of(place, switch.get("href", "")) == (place_of(other, uri), ""), place
        assert (switch.get("lang"), switch.get("hreflang")) == (other.code, other.code), place
        assert words_of(switch) == other.name


def test_a_lost_visitor_can_reach_both_languages(pages: Pages) -> None:
    """The page for lost visitors links to both first pages."""
    targets = {target_of(LOST, address) for address in links_of(article_of(pages[LOST]))}
    assert targets == {("index.html", ""), ("fr/index.html", "")}


def test_a_lost_visitor_finds_a_site_below_another(tmp_path: Path) -> None:
    """However deep the address that is not there: with that of the site in the profile, links and styles lead there."""
    site = build_small(tmp_path, "en, fr").participant
    lost = read_pages_of(site)[LOST]
    paths = [urlsplit(urljoin(f"{ADDRESS}no/such/page/", link)) for link in links_of(lost)]
    ours = [
        path.path.removeprefix("/course/")
        for path in paths
        if path.netloc == urlsplit(ADDRESS).netloc and not path.fragment
    ]
    assert len(ours) > 5
    assert [path for path in ours if not (site / path).exists() or path.startswith("/")] == []


def test_previous_and_next_lead_from_week_to_week(pages: Pages, curriculum: Curriculum) -> None:
    """Published weeks in the order of the arc, in the head and in the footer; no other page has neighbours."""
    order = [None, *(week.uri for week in curriculum.arc.published), None]
    around = {uri: (order[i], order[i + 2]) for i, uri in enumerate(order[1:-1])}
    for language, uri in curriculum.pages:
        place = place_of(language, uri)
        wanted = tuple(place_of(language, to) if to else None for to in around.get(uri, (None, None)))
        assert _neighbours_in_footer(pages[place], place) == wanted, place


def _neighbours_in_footer(page: Element, place: str) -> tuple[str | None, ...]:
    links = [by_class(page, name) for name in ("previous", "next")]
    return tuple(target_of(place, found[0].get("href", ""))[0] if found else None for found in links)


def test_every_link_leads_to_a_file_and_every_anchor_to_an_id(site: Path, pages: Pages) -> None:
    """No page names a file or a section that is not there, nor one from the root of a host, which may not be ours."""
    ids = {place: set(ids_of(page)) for place, page in pages.items()}
    broken = []
    for place, page in pages.items():
        for address in links_of(page):
            found = target_of(place, address)
            assert place == LOST or not address.startswith("/"), (place, address)
            if found and (not (site / found[0]).is_file() or (found[1] and found[1] not in ids.get(found[0], ()))):
                broken.append((place, address))
    assert broken == []


def test_downloads_show_format_and_true_size(site: Path, pages: Pages) -> None:
    """Every link to a file says in its words what kind of file it is and how large, in the language of its page."""
    units = {EN: ("KB", "MB", "."), FR: ("Ko", "Mo", ",")}
    for place, page in pages.items():
        language = FR if place.startswith("fr/") else EN
        for link in article_of(page).iter("a"):
            target = target_of(place, link.get("href"))
            if target and target[0].endswith(tuple(FORMATS)):
                kind, size = words_of(link).rsplit(", ", 1)
                count = (site / target[0]).stat().st_size
                kilo, mega, comma = units[language]
                shown = f"{round(count / 1000)} {kilo}" if count < 999_500 else f"{count / 1e6:.1f} {mega}"
                assert size == shown.replace(".", comma), (place, words_of(link))
                assert kind.startswith(FORMATS["." + target[0].rsplit(".", 1)[1]]), (place, words_of(link))


def test_everything_is_one_click_away(built: Project, pages: Pages, curriculum: Curriculum) -> None:
    """A handout links to its files; its week to those of all its handouts; one page to every book, pack and week."""
    for language in LANGUAGES:
        listed = _files_from(place_of(language, "downloads.md"), pages)
        assert listed >= {f"{language.prefix}workbook{end}" for end in ("-letter.pdf", "-a4.pdf", ".epub")}
        for week in curriculum.arc.published:
            pack = {f"{language.prefix}{week.id}/{week.id}{end}" for end in (".zip", "-handouts-a4-large.pdf")}
            assert listed >= {*pack, f"{language.prefix}{week.id}/{week.id}.docx"}
            there = _files_from(place_of(language, week.uri), pages)
            assert there >= pack
            for handout in week.handouts:
                name = language.prefix + handout.uri.removesuffix(".md")
                mine = {*(variant.pdf_of(name) for variant in VARIANTS), f"{name}.docx"}
                assert there >= mine
                assert _files_from(place_of(language, handout.uri), pages) == mine


def _files_from(place: str, pages: Pages) -> set[str]:
    targets = (target_of(place, address) for address in addresses_in(article_of(pages[place])))
    return {target[0] for target in targets if target and target[0].endswith(tuple(FORMATS))}


def test_each_handout_leads_back_to_its_week(pages: Pages, curriculum: Curriculum) -> None:
    """A handout links to the list of handouts of its week."""
    for language in LANGUAGES:
        for handout in curriculum.arc.handouts:
            place = place_of(language, handout.uri)
            targets = [target_of(place, address) for address in addresses_in(by_class(pages[place], "downloads")[0])]
            assert targets[0] == (place_of(language, f"{handout.week}/index.md"), "handouts"), place


def test_the_box_of_a_week_gives_its_load_in_words(pages: Pages, curriculum: Curriculum) -> None:
    """Participants read a word for each load, and no number."""
    for language, week in _weeks(curriculum):
        boxes = by_class(article_of(pages[place_of(language, week.uri)]), "box")
        box = next(box for box in boxes if label("at-a-glance", language) in words_of(box))
        line = next(words_of(p).split(str(curriculum.arc.minutes))[0] for p in box.iter("p") if p.get("class") is None)
        words = [label(f"load-{load}", language) for load in (week.load.academic, week.load.emotional)]
        assert [words_of(strong) for strong in box.iter("strong")] == words
        assert not re.search(r"\d", line), line


def test_the_times_of_a_run_sheet_add_up(built: Project, facilitator_pages: Pages) -> None:
    """It starts when the edition says, or as late as its column says, each part when the one before ends; and ends with
    the session in every column.
    """
    curriculum = _read(built, "facilitator")
    hour, minute = map(int, curriculum.edition.facts["schedule.start"].plain.split(":"))
    for language, week in _weeks(curriculum):
        rows = _run_sheet(facilitator_pages[place_of(language, week.uri)])
        assert [part for part, _ in rows[:-1]] == [f"#{part}" for part in week.parts]
        assert {len(cells) for _, cells in rows} == {1 + len(week.late)}
        whole = [_cell(cells[0], language) for _, cells in rows]
        for column, late in enumerate((0, *week.late)):
            cells = [
                _cell(cells[column], language, planned) for (_, cells), (_, planned) in zip(rows, whole, strict=True)
            ]
            times, lengths = zip(*((start, length) for start, length in cells if length), strict=True)
            assert times[0] == hour * 60 + minute + late
            assert [(after - before) % 1440 for before, after in pairwise(times)] == list(lengths[:-1])
            assert times[-1] == whole[-1][0] == hour * 60 + minute + curriculum.arc.minutes_of(week)
            cut = {id: week.parts[id] - length for id, (_, length) in zip(week.parts, cells[:-1], strict=True)}
            assert {id: minutes for id, minutes in cut.items() if minutes} == (week.late[late] if late else {})


def _run_sheet(page: Element) -> list[tuple[str, list[str]]]:
    """Rows of the run sheet: link to the part, what its other cells say."""
    note = next(note for note in by_class(page, "note") if any(h.get("id") == "run-sheet" for h in note.iter("h2")))
    rows = [list(row) for row in next(note.iter("table")).find("tbody")]
    return [(next(iter(addresses_in(part)), ""), [words_of(cell) for cell in cells]) for part, *cells in rows]


def _cell(words: str, language: Language, planned: int = 0) -> tuple[int, int]:
    """`6:30 p.m. (15)` -> minutes after midnight, and minutes; as planned where none are said, none when left out."""
    if words == label("run-left-out", language):
        return 0, 0
    time, _, minutes = words.partition(" (")
    return _minutes(time, language), int(minutes.rstrip(")") or planned)


def _minutes(time: str, language: Language) -> int:
    """`6:30 p.m.` or `18 heures 30` -> minutes after midnight."""
    match = CLOCK[language].fullmatch(time)
    assert match, time
    hour = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0) if match["half"] else int(match["hour"])
    return hour * 60 + int(match["minute"] or 0)


def test_facilitators_read_the_load_in_numbers_with_its_reason(built: Project, facilitator_pages: Pages) -> None:
    """The reason of `curriculum.yml` stands on the facilitator's page of the week."""
    for language, week in _weeks(_read(built, "facilitator")):
        assert week.load.reason[language] in words_of(article_of(facilitator_pages[place_of(language, week.uri)]))


def test_participant_pages_hold_no_run_sheet_and_no_note(participant_pages: Pages) -> None:
    """Neither its section, nor its name, nor the frame of a note."""
    marks = {label(name, language) for name in ("run-sheet", "facilitator-site") for language in LANGUAGES}
    for place, page in participant_pages.items():
        assert "run-sheet" not in ids_of(page), place
        assert not by_class(page, "note"), place
        assert not [mark for mark in marks if mark in words_of(page)], place


def test_only_the_participant_site_may_be_found_by_search_engines(pages: Pages, audience: str) -> None:
    """Every facilitator page asks not to be indexed."""
    wanted = {"participant": "index, follow", "facilitator": "noindex, nofollow"}[audience]
    asked = [meta.get("content") for page in pages.values() for meta in page.iterfind("head/meta[@name='robots']")]
    assert asked == [wanted] * len(pages)


def test_the_sitemap_names_whole_addresses_or_is_not_there(site: Path) -> None:
    """Without an address of the site there is nothing to put in a sitemap."""
    sitemap = site / "sitemap.xml"
    if sitemap.exists():
        found = fromstring(sitemap.read_bytes()).iterfind("{*}url/{*}loc")
        places = [(place.text or "").strip() for place in found]
        assert places
        assert [place for place in places if not place.startswith("https://")] == []
