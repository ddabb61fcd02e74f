"""The live site without a browser: what is read again, what is shown, what is answered and told."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from benchmarks.curricula import write_curriculum
from conftest import ROOT
from curriculum.checks import check_sources
from curriculum.compose.outcomes import SECTION as OUTCOMES
from curriculum.compose.outline import outline_of
from curriculum.compose.page import compose_page
from curriculum.compose.steps import PAGE as STEPS
from curriculum.live.answers import Answers
from curriculum.live.bar import MAIN, with_bar
from curriculum.live.checking import check_both
from curriculum.live.kept import Kept
from curriculum.live.look import changed_between, read_stamps, wait_until_saved
from curriculum.live.moment import Memory, Moment, first_moment, new_memory, next_moment
from curriculum.live.reading import Both, read_both, read_changed
from curriculum.live.server import News, comes_from_elsewhere, is_ours
from curriculum.live.telling import pages_of, said_of
from curriculum.live.templates import TEMPLATES, slip_of
from curriculum.publish.state import MADE
from curriculum.read.source import text_lines
from curriculum.words.labels import label
from curriculum.words.model import Audience, Curriculum, Edition, Language, Page, Text
from jinja2 import Environment, FileSystemLoader, TemplateError
from languages import EN

HOME, WEEK, NOTE = "docs/index.md", "docs/week-01/index.md", "facilitator/week-01/index.md"
LAW = "editions/victoria/docs/law.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one week; each test leaves it as it was."""
    place = tmp_path_factory.mktemp("live") / "project"
    write_curriculum(ROOT, place, 1)
    return place


@pytest.fixture(scope="module")
def both(root: Path) -> Both:
    """What is read of it."""
    return read_both(root)


@pytest.fixture(scope="module")
def remembered() -> tuple[Kept, Kept]:
    """What checks found before, of either audience: one memory for all that is saved, as in a session of an author."""
    return Kept(), Kept()


class Saved:
    """Files that are saved for a while, and then are as they were."""

    def __init__(self, root: Path, files: dict[str, str | None]) -> None:
        self.root, self.files = root, files
        self.before = {name: (root / name).read_bytes() if (root / name).exists() else None for name in files}

    def __enter__(self) -> list[str]:
        for name, text in self.files.items():
            path = self.root / name
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        return list(self.files)

    def __exit__(self, *_: object) -> None:
        for name, content in self.before.items():
            if content is None:
                (self.root / name).unlink()
            else:
                (self.root / name).write_bytes(content)


def text_of(root: Path, name: str, more: str = "") -> str:
    """The text of a file, with more at its end."""
    return (root / name).read_text(encoding="utf-8") + more


@pytest.mark.parametrize(
    "change",
    [
        lambda root: {HOME: text_of(root, HOME, "\n\nMore.\n")},
        lambda root: {WEEK: "# Another\n", NOTE: text_of(root, NOTE, "\n\nMore.\n")},
        lambda root: {HOME: "---\ntitle: [\n---\n# Home\n"},
        lambda root: {HOME: ""},
        lambda root: {HOME: None},
        lambda root: {"docs/new.md": "# New\n"},
        lambda root: {"curriculum.yml": "weeks: [\n"},
        lambda root: {LAW: text_of(root, LAW, "\n\nMore.\n")},
        lambda root: {HOME: "bad\0sign"},
        lambda root: {HOME: text_of(root, HOME).replace("---\n", "---\nsections: true\n", 1)},
        lambda root: {LAW: "---\nsections: true\n---\n\n## Consent { #consent }\n\nOurs.\n"},
    ],
)
def test_what_is_read_again_is_what_reading_everything_gives(
    change: Callable[[Path], dict[str, str | None]], root: Path, both: Both
) -> None:
    with Saved(root, change(root)) as changed:
        again, whole = read_changed(both, changed), read_both(root)
    for mine, theirs in ((again.participants, whole.participants), (again.facilitators, whole.facilitators)):
        assert mine.pages == theirs.pages
        assert mine.notes == theirs.notes
        assert (mine.arc, mine.edition, mine.files) == (theirs.arc, theirs.edition, theirs.files)
        assert sorted(map(str, mine.problems)) == sorted(map(str, theirs.problems))


def test_only_the_page_that_was_saved_is_another_object(root: Path, both: Both) -> None:
    with Saved(root, {HOME: text_of(root, HOME, "\n\nMore.\n")}) as changed:
        again = read_changed(both, changed)
    other = [key for key, page in again.facilitators.pages.items() if both.facilitators.pages[key] is not page]
    assert [key[1] for key in other] == ["index.md"]
    assert again.participants.notes == {}


@pytest.mark.parametrize("name", [HOME, WEEK, NOTE])
@pytest.mark.parametrize("more", ["\n\n## No id\n", "\n\n[x](nowhere.md)\n", "\n\n## Tea { #tea }\n\n<b>x</b>\n"])
def test_remembered_checks_find_what_all_checks_find(
    name: str, more: str, root: Path, both: Both, remembered: tuple[Kept, Kept]
) -> None:
    check_both(both, remembered)
    with Saved(root, {name: text_of(root, name, more)}) as changed:
        again = read_changed(both, changed)
        assert list(map(str, check_both(again, remembered))) == list(
            map(str, check_sources(read_both(root).facilitators))
        )


def test_pages_that_were_right_are_checked_again_when_what_they_lead_to_goes(
    root: Path, both: Both, remembered: tuple[Kept, Kept]
) -> None:
    check_both(both, remembered)
    pages = (WEEK, WEEK.replace("docs/", "docs/fr/"))
    with Saved(root, {name: text_of(root, name).replace("{ #teach }", "{ #taught }") for name in pages}) as changed:
        found = check_both(read_changed(both, changed), remembered)
        assert list(map(str, found)) == list(map(str, check_sources(read_both(root).facilitators)))
    assert ("docs/glossary.md", "broken-anchor") in {(problem.path, problem.rule) for problem in found}


def test_the_outline_changes_with_what_other_pages_see_and_only_then(both: Both) -> None:
    curriculum = both.facilitators.curriculum
    assert curriculum
    key, page = next(iter(curriculum.pages.items()))

    def with_page(**values: object) -> object:
        other = replace(page, **values)  # type: ignore[arg-type]
        return outline_of(replace(curriculum, pages={**curriculum.pages, key: other}))

    assert with_page(body=page.body + "\nMore.") == outline_of(curriculum)
    assert with_page(title="Other") != outline_of(curriculum)
    assert with_page(meta={"description": "Other"}) != outline_of(curriculum)
    assert with_page(sections=page.sections[1:]) != outline_of(curriculum)
    assert with_page(sections=(replace(page.sections[0], title="Other"), *page.sections[1:])) != outline_of(curriculum)


ASKED_EACH_TIME = {"kept", "call_lines", "sites", "written", "edition", "pages", "notes", "local", "bases"}
"""Parts of an edition or a course that no look at one page asks for, and those that the outline takes apart."""


def test_the_outline_holds_every_other_part_of_a_course_and_its_edition(both: Both) -> None:
    """A part that it forgets lets a page stay right, or be shown, as it was before that part changed."""
    curriculum = both.facilitators.curriculum
    assert curriculum

    def holds(whole: Curriculum | Edition, name: str) -> bool:
        others = {"languages": (Language("xx"),), "arc": replace(curriculum.arc, version="x")}
        other: object = others.get(name, {"x": Text()})
        changed = replace(whole, **{name: other})  # type: ignore[arg-type]
        course = changed if isinstance(changed, Curriculum) else replace(curriculum, edition=changed)
        return outline_of(course) != outline_of(curriculum)

    for whole in (curriculum, curriculum.edition):
        names = [part.name for part in fields(whole) if part.name not in ASKED_EACH_TIME]
        assert [name for name in names if not holds(whole, name)] == []


COMMON = re.compile(r"\b(?:the|and|to|you|le|la|les|et|de|vous)\b")


@pytest.mark.parametrize("audience", Audience)
def test_a_page_shows_nothing_of_another_that_the_outline_does_not_hold(both: Both, audience: Audience) -> None:
    """Every other page and note says something else, but for headings, outcomes and steps: no page is another one."""
    sources = both.facilitators if audience is Audience.FACILITATOR else both.participants
    curriculum = sources.curriculum
    assert curriculum

    def other(page: Page) -> Page:
        apart = [section for section in page.sections if section.id == OUTCOMES or page.uri == STEPS]
        lines = page.body.split("\n")
        for number, line in text_lines(page.body):
            if not line.startswith("#") and not any(part.line <= number < part.end for part in apart):
                lines[number - 1] = COMMON.sub("zzz", line)
        return replace(page, body="\n".join(lines))

    pages, notes = ({key: other(page) for key, page in of.items()} for of in (curriculum.pages, curriculum.notes))
    assert sum(pages[key].body != page.body for key, page in curriculum.pages.items()) > len(pages) // 2
    changed = replace(curriculum, pages=pages, notes=notes)
    assert outline_of(changed) == outline_of(curriculum)
    for key, page in curriculum.pages.items():
        own = {key: note} if (note := curriculum.notes.get(key)) else {}
        around = replace(changed, pages={**pages, key: page}, notes={**notes, **own})
        assert compose_page(page, around, {}) == compose_page(page, curriculum, {}), key


def test_kept_results_are_made_again_for_other_values_only() -> None:
    kept, made = Kept(), []

    def make() -> int:
        made.append(1)
        return len(made)

    one, other = ["a"], ["a"]
    assert [kept.get("x", (one,), make), kept.get("x", (one,), make), kept.get("x", (other,), make)] == [1, 1, 2]
    assert kept.same("y", one) is one
    assert kept.same("y", other) is one
    assert kept.same("y", ["b"]) == ["b"]


@pytest.fixture(scope="module")
def memory() -> Memory:
    return new_memory()


@pytest.fixture(scope="module")
def start(root: Path, memory: Memory) -> Moment:
    """The project as it is, checked."""
    return next_moment(first_moment(root, 1, memory), (), memory)


def page_in(moment: Moment, address: str) -> str:
    """A page as participants see it."""
    return moment.sites[Audience.PARTICIPANT].page(address) or ""


def test_the_last_good_page_stays_and_others_follow(root: Path, memory: Memory, start: Moment) -> None:
    assert start.problems == ()
    wrong = text_of(root, HOME, "\n\n## No id\n\nLost.\n")
    right = text_of(root, WEEK, "\n\nFound.\n")
    with Saved(root, {HOME: wrong, WEEK: right}) as changed:
        moment = next_moment(start, changed, memory)
    assert [problem.path for problem in moment.problems] == [HOME]
    assert "Lost." not in page_in(moment, "")
    assert "Found." in page_in(moment, "week-01/")
    mended = next_moment(moment, changed, memory)
    assert (mended.number, mended.problems) == (start.number + 2, ())


def test_pages_follow_while_the_arc_is_to_be_mended(root: Path, memory: Memory, start: Moment) -> None:
    with Saved(root, {"curriculum.yml": "weeks: [\n", WEEK: text_of(root, WEEK, "\n\nFound.\n")}) as changed:
        moment = next_moment(start, changed, memory)
    assert {problem.path for problem in moment.problems} == {"curriculum.yml"}
    assert "Found." in page_in(moment, "week-01/")


@pytest.mark.parametrize("status", ["draft", "published"])
def test_pages_follow_what_their_edition_says_of_itself(status: str, root: Path, memory: Memory, start: Moment) -> None:
    profile = "editions/victoria/profile.yml"
    text = "\n".join(line for line in text_of(root, profile).split("\n") if not line.startswith("status:"))
    with Saved(root, {profile: f"status: {status}\n{text}"}) as changed:
        moment = next_moment(start, changed, memory)
        assert (label("draft", EN) in page_in(moment, "")) is (status == "draft")


def test_a_note_to_mend_holds_participants_pages_back_from_nothing(root: Path, memory: Memory, start: Moment) -> None:
    saved = {NOTE: text_of(root, NOTE, "\n\n## Nowhere { #nowhere }\n"), WEEK: text_of(root, WEEK, "\n\nFound.\n")}
    with Saved(root, saved) as changed:
        moment = next_moment(start, changed, memory)
    assert {problem.path for problem in moment.problems} >= {NOTE}
    assert "Found." in page_in(moment, "week-01/")


@pytest.mark.parametrize(
    ("slip", "line"),
    [("{% if %}", 1), ("{{ nothing.here.either }}", 1), ("\n\n{{ 1 / 0 }}", 3), ("{% include 'gone.html' %}", 1)],
)
def test_a_template_that_cannot_be_filled_in_is_told_and_the_last_one_stays(
    slip: str, line: int, root: Path, memory: Memory, start: Moment
) -> None:
    name = "overrides/partials/footer.html"
    with Saved(root, {name: slip + text_of(root, name)}) as changed:
        moment = next_moment(start, changed, memory)
    assert [(p.path, p.line, p.rule) for p in moment.problems] == [(name, line, "template-broken")]
    assert page_in(moment, "") == page_in(start, "")


@pytest.mark.parametrize(("slip", "line"), [("{% if %}", 3), ("{{ 1 / 0 }}", 3)])
def test_a_build_names_the_template_that_cannot_be_filled_in(slip: str, line: int, tmp_path: Path) -> None:
    """Whoever fills it in passes on what it does wrong; any other fault stays one."""
    folder = tmp_path / TEMPLATES
    folder.mkdir()
    (folder / "main.html").write_text(f"one\ntwo\n{slip}\n", encoding="utf-8")
    with pytest.raises((TemplateError, ZeroDivisionError)) as raised:
        Environment(loader=FileSystemLoader(folder)).get_template("main.html").render()
    assert isinstance(raised.value, Exception)
    slipped = slip_of(raised.value, tmp_path)
    assert slipped
    assert (slipped.path, slipped.line, slipped.rule) == ("overrides/main.html", line, "template-broken")
    assert slip_of(ValueError("ours"), tmp_path) is None


def test_the_program_itself_asks_for_a_new_start(root: Path, memory: Memory, start: Moment) -> None:
    assert next_moment(start, ["hooks/curriculum/course.py"], memory).restart
    assert not next_moment(start, [HOME], memory).restart


def test_what_is_said_of_a_change(root: Path, memory: Memory, start: Moment) -> None:
    with Saved(root, {WEEK: text_of(root, WEEK, "\n\nMore.\n")}) as changed:
        said = said_of(start, next_moment(start, changed, memory), changed, 0.0512, EN)
    assert said == ["docs/week-01/index.md → /week-01/ (0.05 s)"]
    with Saved(root, {WEEK: text_of(root, WEEK, "\n\n## No id\n")}) as changed:
        wrong = next_moment(start, changed, memory)
        count, *sentences = said_of(start, wrong, changed, 0.0512, EN)
    assert count == "docs/week-01/index.md: 1 thing to mend; the last good pages stay (0.05 s)"
    assert [sentence.split(" ")[-1] for sentence in sentences] == ["[missing-id]"]
    assert said_of(wrong, next_moment(wrong, changed, memory), changed, 0.0512, EN)[0].endswith(
        "Nothing to mend any more."
    )


def test_only_the_page_that_is_other_is_named_where_a_week_is_left_out(tmp_path: Path) -> None:
    """The course of such an edition is read whole at each change, and its pages are made anew."""
    place, memory = tmp_path / "project", new_memory()
    write_curriculum(ROOT, place, 2)
    left_out = 'drop: {week-01: {en: "Our circle does this.", fr: "Notre cercle s’en occupe."}}\n'
    (place / "editions/victoria/schedule.yml").write_text(left_out, encoding="utf-8")
    start = first_moment(place, 1, memory)
    with Saved(place, {HOME: text_of(place, HOME, "\n\nMore.\n")}) as changed:
        now = next_moment(start, changed, memory)
    assert pages_of(start, now, changed, EN) == "/"


@pytest.fixture
def answers(root: Path, start: Moment) -> Answers:
    return Answers(start, read_stamps(root), lambda place, audience, number: f"{audience.value}: {place}", {})


def test_addresses_are_looked_up_and_never_followed(answers: Answers) -> None:
    expected = {
        "/": 200,
        "/index.html": 200,
        "/week-01/?x=1#y": 200,
        "/week-01": 303,
        "/fr/week-01/": 200,
        "/-/facilitators/week-01/": 200,
        "/assets/site.css": 200,
        "/assets/icon.svg": 200,
        "/search-index.js": 200,
        "/week-01/week-01.zip": 503,
        "/week-01/week-01-facilitators-letter.pdf": 404,
        "/nowhere/": 404,
        "/../curriculum.yml": 404,
        "/assets/../main.html": 404,
        "/%2e%2e/%2e%2e/etc/passwd": 404,
        "/docs/index.md": 404,
        "//elsewhere.example/": 404,
    }
    assert {target: answers.of(target).status for target in expected} == expected


def test_participants_are_made_files_of_theirs_only(answers: Answers) -> None:
    assert answers.of("/week-01/week-01.zip").content == b"participant: week-01/week-01.zip"
    notes = "week-01/week-01-facilitators-letter.pdf"
    assert answers.of(f"/-/facilitators/{notes}").content == f"facilitator: {notes}".encode()


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("/-/paper/", "/workbook-letter.pdf"),
        ("/-/paper/fr/about/", "/fr/workbook-letter.pdf"),
        ("/-/paper/fr/week-01/", "/fr/week-01/week-01-handouts-letter.pdf"),
        ("/-/paper/week-01/handouts/pause-card/", "/week-01/handouts/pause-card-letter.pdf"),
        ("/-/facilitators/-/paper/week-01/", "/-/facilitators/week-01/week-01-facilitators-letter.pdf"),
    ],
)
def test_paper_is_what_one_prints_of_a_page(target: str, place: str, answers: Answers) -> None:
    answer = answers.of(target)
    assert (answer.status, answer.headers["Location"]) == (303, place)


def test_a_page_that_cannot_be_made_is_the_last_good_one(answers: Answers) -> None:
    good = answers.of("/week-01/").content
    site = answers.moment.sites[Audience.PARTICIPANT]
    broken = replace(site, environment=replace_filters(site))
    moment = replace(answers.moment, sites={**answers.moment.sites, Audience.PARTICIPANT: broken})
    later = Answers(moment, answers.stamps, answers.make, answers.last)
    assert later.of("/week-01/").content == good
    assert later.of("/week-02/").status == 503


def replace_filters(site: object) -> object:
    """Templates whose addresses fail."""
    environment = site.environment.overlay()  # type: ignore[attr-defined]
    environment.filters = {}
    return environment


def test_the_bar_is_put_around_a_page_and_changes_nothing_in_it(start: Moment) -> None:
    page = page_in(start, "")
    live = with_bar(page, "<aside></aside>")
    assert MAIN.findall(live) == MAIN.findall(page)
    assert live.count("<script>") == page.count("<script>") + 1


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("127.0.0.1:8001", False),
        ("127.0.0.1", False),
        ("elsewhere.example:8000", False),
        ("127.0.0.1.elsewhere.example:8000", False),
        ("", False),
    ],
)
def test_only_our_own_names_are_answered(host: str, ours: bool) -> None:
    assert is_ours(host, 8000) is ours


@pytest.mark.parametrize(
    ("site", "mode", "elsewhere"),
    [
        ("", "", False),
        ("same-origin", "cors", False),
        ("none", "navigate", False),
        ("cross-site", "navigate", False),
        ("cross-site", "no-cors", True),
        ("same-site", "cors", True),
    ],
)
def test_what_another_site_asks_for_is_refused(site: str, mode: str, elsewhere: bool) -> None:
    assert comes_from_elsewhere(site, mode) is elsewhere


def test_news_reach_whoever_waits() -> None:
    news, heard = News(), []
    news.tell(number=1)
    before = news.wait_for_other(None)
    waiting = threading.Thread(target=lambda: heard.append(news.wait_for_other(before)))
    waiting.start()
    news.tell(making=("a.pdf",))
    waiting.join(5)
    assert heard == [{"number": 1, "making": ("a.pdf",)}]


def test_two_looks_tell_what_was_saved(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "site").mkdir()
    for name in ("docs/a.md", "docs/b.md", ".git/x", "site/y", "docs/.a.md.swp", "notes.log"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    before = read_stamps(tmp_path)
    assert sorted(before) == ["docs/a.md", "docs/b.md"]
    (tmp_path / "docs/a.md").write_text("xy", encoding="utf-8")
    os.utime(tmp_path / "docs/b.md", ns=(1, 1))
    (tmp_path / "docs/c.md").write_text("x", encoding="utf-8")
    assert changed_between(before, read_stamps(tmp_path)) == ["docs/a.md", "docs/b.md", "docs/c.md"]
    shutil.rmtree(tmp_path / "docs")
    assert changed_between(before, read_stamps(tmp_path)) == ["docs/a.md", "docs/b.md"]
    wait_until_saved(tmp_path, ["docs/a.md"])


def test_what_the_project_makes_is_nothing_that_was_saved(tmp_path: Path) -> None:
    """A pack for a translator, or a page put aside, is no change of the course: as git has it, so have we."""
    ignored = re.findall(r"^/([a-z-]+)/$", (ROOT / ".gitignore").read_text(encoding="utf-8"), re.M)
    assert {"site", "to-translate", "to-propose", "to-adopt"} <= {*ignored} <= MADE
    for folder in ignored:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.md").write_text("x", encoding="utf-8")
    assert read_stamps(tmp_path) == {}


def test_the_script_and_style_of_the_live_site_are_in_no_template() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html"))
    assert "EventSource" not in texts
    assert "/-/" not in texts
