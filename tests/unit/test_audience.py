"""Who reads a site follows from its configuration's name, and nothing in a folder of participants is facilitators'."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from curriculum.checks.apart import check_addressed, names
from curriculum.checks.audience import check_site_file, check_site_files, check_theirs
from curriculum.checks.built import read_site
from curriculum.checks.made import made_of, made_with
from curriculum.commands import build, publish_offline
from curriculum.compose.downloads import names_of_files
from curriculum.course import open_course
from curriculum.formats.single.frame import single_style
from curriculum.formats.tonight.frame import read_insides
from curriculum.live.answers import Answers
from curriculum.live.moment import first_moment, new_memory
from curriculum.publish.offline.copies import check_copies, copy_of
from curriculum.read.layers import Settings, read_curriculum
from curriculum.read.scripts import read_scripts
from curriculum.read.site_files import read_as_built, read_site_file, read_site_files
from curriculum.read.styles import read_styles
from curriculum.site.frame import address_on_web
from curriculum.site.hosting import header_files, headers_of
from curriculum.site.style import site_style
from curriculum.words.audience import CONFIGS, FOLDERS, NOTES, audience_of, find_theirs, guide_of, is_theirs, marks_in
from curriculum.words.model import Audience, Curriculum, Problem
from curriculum.words.problems import report
from languages import EN, LANGUAGES
from test_problems import lay_out

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).parent / "audience-wrongly" / "expected.txt"
OURS, THEIRS = CONFIGS[Audience.PARTICIPANT], CONFIGS[Audience.FACILITATOR]
SCRIPTS, STYLES = read_scripts(ROOT)[0], read_styles(ROOT)[0]
INSIDES = read_insides(ROOT, SCRIPTS, STYLES)
MADE = made_with(SCRIPTS, site_style(STYLES, Audience.PARTICIPANT), INSIDES, Audience.PARTICIPANT)
RIGHT = {name: (ROOT / name).read_text(encoding="utf-8") for name in CONFIGS.values()}
Write = Callable[[dict[str, str]], Path]


def change(name: str, old: str, new: str) -> dict[str, str]:
    """Our configurations, with one thing changed in one of them."""
    assert old in RIGHT[name]
    return {**RIGHT, name: RIGHT[name].replace(old, new)}


SLIPS: Mapping[str, dict[str, str]] = {
    "notes-for-participants": {**RIGHT, OURS: f"{RIGHT[OURS]}\nextra:\n  notes: facilitator\n"},
    "a-folder-as-a-list": {**RIGHT, OURS: f"{RIGHT[OURS]}\nextra: {{notes: [facilitator]}}\n"},
    "a-key-nobody-knows": {**RIGHT, OURS: f"{RIGHT[OURS]}\nextra:\n  analytics: x\n"},
    "note-for-notes": change(THEIRS, "notes:", "note:"),
    "no-notes": change(THEIRS, "extra:\n  notes: facilitator\n", ""),
    "another-folder-of-notes": change(THEIRS, "notes: facilitator", "notes: docs"),
    "their-site-in-ours": change(THEIRS, "site_dir: site-facilitator", "site_dir: site"),
    "their-site-in-none": change(THEIRS, "site_dir: site-facilitator\n", ""),
    "our-site-in-theirs": change(OURS, "site_dir: site", "site_dir: site-facilitator"),
    "a-site-among-pages": change(OURS, "site_dir: site", "site_dir: docs/site"),
    "a-site-among-notes": change(THEIRS, "site_dir: site-facilitator", "site_dir: facilitator/site-facilitator"),
    "a-site-that-is-the-project": change(OURS, "site_dir: site", "site_dir: ."),
    "pages-from-the-notes": change(OURS, "docs_dir: docs", "docs_dir: facilitator"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_configuration_that_would_leak_is_one_thing_to_mend(slip: str, write_files: Write) -> None:
    """One sentence, at the line of the slip, before anything is built."""
    problems = check_site_files(read_site_files(write_files(SLIPS[slip])))
    assert len({(p.rule, p.line) for p in problems}) == 1
    path, line = problems[0].path, problems[0].line
    assert line == 1 or SLIPS[slip][path].splitlines()[line - 1] not in RIGHT[path].splitlines()


def test_the_configurations_as_they_are_agree_with_their_folders(write_files: Write) -> None:
    files = read_site_files(write_files(RIGHT))
    assert [file.path for file in files] == [OURS, THEIRS]
    assert check_site_files(files) == []


def as_built(root: Path, name: str, site: str, pages: str = "docs", **extra: object) -> list[Problem]:
    """What is said when MkDocs goes by these folders and keys, which the command line or a link may have brought."""
    file = read_as_built(read_site_file(root, name), str(root / pages), str(root / site), extra)
    return check_site_file(file)


def test_a_folder_of_the_command_line_is_held_to_the_same(write_files: Write, tmp_path: Path) -> None:
    """Theirs into ours, into another's, through a link, or where it would delete the project; its own name anywhere."""
    root = write_files(RIGHT)
    (root / "link").symlink_to(root / "site")
    for site in ("site", "link", "public", "facilitator/site-facilitator", "docs/site-facilitator"):
        assert [p.rule for p in as_built(root, THEIRS, site, notes=NOTES)] == ["site-folder"], site
    for site in ("site-facilitator", "../site-facilitator", ".build/12/site-facilitator"):
        assert as_built(root, THEIRS, site, notes=NOTES) == [], site
    inner = root / "site" / "project"
    inner.mkdir(parents=True)
    (inner / OURS).write_text(RIGHT[OURS], encoding="utf-8")
    assert [p.rule for p in as_built(inner, OURS, "..")] == ["site-folder"]


def test_mkdocs_may_serve_a_site_from_its_folder_for_a_while(write_files: Write) -> None:
    root = write_files(RIGHT)
    file = read_site_file(root, OURS)
    assert check_site_file(read_as_built(file, "docs", f"{file.temporary}/mkdocs_x1", {})) == []
    assert check_site_file(read_as_built(file, "docs", f"{file.temporary}/other", {})) != []


def test_keys_that_only_mkdocs_sees_are_held_to_the_same(write_files: Write) -> None:
    """As one that another file, or a merge in YAML, brings in."""
    root = write_files(RIGHT)
    assert [p.rule for p in as_built(root, OURS, "site", notes=NOTES)] == ["notes-shared"]
    assert [p.rule for p in as_built(root, OURS, "site", course="x")] == ["unknown-key"]
    assert [p.rule for p in as_built(root, THEIRS, "site-facilitator")] == ["notes-unnamed"]


def test_a_configuration_of_another_name_builds_nothing(write_files: Write) -> None:
    root = write_files({**RIGHT, "mkdocs.test.yml": RIGHT[THEIRS]})
    assert [p.rule for p in check_site_file(read_site_file(root, "mkdocs.test.yml"))] == ["site-unknown"]


def test_notes_are_read_for_the_configuration_of_facilitators_alone() -> None:
    """Whatever stands in the other."""
    assert Settings.of(f"/x/{OURS}", {"notes": NOTES}) == Settings(Path("/x"))
    assert Settings.of(f"/x/{THEIRS}", {"notes": NOTES}) == Settings(Path("/x"), NOTES)


# The table, and the finished site that is held to it.


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course of the golden cases."""
    place = tmp_path_factory.mktemp("course")
    lay_out("nothing-wrong", place)
    return place


@pytest.fixture(scope="module")
def courses(root: Path) -> dict[Audience, Curriculum]:
    read = {of: read_curriculum(Settings(root, notes)) for of, notes in zip(Audience, ("", NOTES), strict=True)}
    assert all(curriculum for curriculum, _ in read.values())
    return {of: curriculum for of, (curriculum, _) in read.items() if curriculum}


PLACES = (
    *("week-01/week-01-facilitators-letter.pdf", "fr/guide-a4.pdf", "protocol/index.html", "fr/protocol/index.html"),
    *("week-01/week-01-tonight.html", "fr/tonight/index.html", "alongside_files/week-01/tonight.html"),
)
SHARED = (
    "index.html",
    "week-01/index.html",
    "week-01/week-01-handouts-a4.pdf",
    "guided-tour/index.html",
    "workbook.pdf",
)


def test_the_table_names_what_only_facilitators_have() -> None:
    assert [place for place in PLACES if not is_theirs(place, {"protocol/"})] == []
    assert [place for place in SHARED if is_theirs(place, {"protocol/"})] == []


def test_the_table_names_every_file_that_is_made_for_facilitators_alone(courses: dict[Audience, Curriculum]) -> None:
    """Whoever adds one calls it so, or the lock would not know it; the others have no such name."""
    ours, theirs = (names_of_files(courses[of]) for of in Audience)
    assert [name for name in theirs - ours if not is_theirs(name)] == []
    assert [name for name in ours if is_theirs(name)] == []
    assert theirs - ours


def test_the_guide_is_what_the_arc_says(courses: dict[Audience, Curriculum]) -> None:
    arc = read_curriculum(Settings(ROOT))[0]
    assert arc
    assert "protocol/" in guide_of(arc.arc.menu)
    assert guide_of({}) == frozenset()


SAID = {
    "a note": '<div class="note"><p>Words</p></div>',
    "a note beside a class": '<div class="box note">',
    "the title of a note": '<p class="note-title">',
    "the banner": '<p class="facilitators">Facilitator site.</p>',
    "a style": "p{top:0}.note{color:red}",
    "a style in a page": "<style>.note h2,\np { top: 0 }</style>",
    "robots": '<meta name="robots" content="noindex, nofollow">',
    "a header": "  X-Robots-Tag: noindex, nofollow\n",
}
NOT_SAID = (
    *('<div class="box content-note">', '<p class="fill-note">', '<div role="note">', ".content-note{top:0}"),
    *('<meta name="robots" content="noindex">', '<meta name="robots" content="index, follow">', "A note. { .notes }"),
)


def test_the_table_knows_each_mark_and_no_other() -> None:
    assert [name for name, text in SAID.items() if not [*marks_in(text)]] == []
    assert [text for text in NOT_SAID if [*marks_in(text)]] == []


def site_with(place: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return place


@pytest.mark.parametrize("place", PLACES)
def test_a_file_of_facilitators_in_the_folder_of_participants_is_refused(
    place: str, tmp_path: Path, courses: dict[Audience, Curriculum]
) -> None:
    assert "built-theirs" in rules_of(site_with(tmp_path / "site", {place: "x"}), courses)


@pytest.mark.parametrize("words", SAID.values(), ids=SAID)
def test_a_mark_of_facilitators_in_the_folder_of_participants_is_refused(
    words: str, tmp_path: Path, courses: dict[Audience, Curriculum]
) -> None:
    """In a page, a style or a file for hosts; that is all that is said."""
    for name in ("week-01/index.html", "assets/site.css", "_headers", "404.html"):
        assert rules_of(site_with(tmp_path / f"{len(name)}" / "site", {name: words}), courses) == ["built-theirs"]


def test_a_file_that_the_course_has_not_is_refused(tmp_path: Path, courses: dict[Audience, Curriculum]) -> None:
    """A picture of the notes, a page of nobody; those of the course are where they belong."""
    site = site_with(tmp_path / "site", {"room.png": "x", "rota/index.html": "x", "week-01/week-01.zip": "x"})
    assert rules_of(site, courses) == ["built-place", "built-place"]


def rules_of(site: Path, courses: dict[Audience, Curriculum]) -> list[str]:
    """What is said of a folder of participants, by rule."""
    ours = Audience.PARTICIPANT
    made = made_of(MADE, courses[ours])
    problems, _ = read_site(site, ROOT, replace(made, guide=frozenset({"protocol/"})))
    return [problem.rule for problem in problems]


# Styles, headers and addresses.


def test_the_style_of_participants_says_nothing_of_facilitators() -> None:
    """Neither the one of their site nor that of a week in one file, in rules, comments or names; theirs does."""
    theirs = site_style(STYLES, Audience.FACILITATOR)
    for style in (site_style(STYLES, Audience.PARTICIPANT), single_style(STYLES, b"")):
        assert not re.search(r"facilit|(?<!content-)(?<!fill-)note\b", style)
        assert [*marks_in(style)] == []
    assert {what.split("{")[0] for _, what in marks_in(theirs)} >= {".note", ".facilitators", ".note-title"}


def test_only_the_layer_of_facilitators_speaks_of_them() -> None:
    """Also in what nobody is sent: comments."""
    telling = {name for name, text in STYLES.items() if re.search(r"facilit|\.note\b", text)}
    assert telling == {"facilitators"}


def test_headers_of_participants_say_nothing_of_facilitators() -> None:
    """Only theirs ask search engines to stay away."""
    said = {of: "".join(header_files(headers_of(SCRIPTS, INSIDES, of)).values()) for of in Audience}
    assert [of for of in Audience if [*marks_in(said[of])]] == [Audience.FACILITATOR]


ADDRESS = "https://example.org/course/"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course with an address on the web."""
    place = tmp_path_factory.mktemp("addressed")
    lay_out("nothing-wrong", place)
    profile = place / "editions" / "harbour" / "profile.yml"
    text = profile.read_text(encoding="utf-8")
    assert "\nsite:\n" in text
    profile.write_text(text.replace("\nsite:\n", f"\nsite:\n  address: {ADDRESS}\n"), encoding="utf-8")
    return place


def test_pages_of_facilitators_have_no_address_on_the_web(addressed: Path) -> None:
    """Also where the configuration, which both sites share, names one: their pages are not on that host."""
    ours, theirs = (read_curriculum(Settings(addressed, notes))[0] for notes in ("", NOTES))
    assert ours
    assert theirs
    assert [address_on_web(ours), address_on_web(ours, "https://x.org/")] == [ADDRESS, "https://x.org/"]
    assert [address_on_web(theirs), address_on_web(theirs, "https://x.org/")] == ["", ""]


def live(root: Path) -> Answers:
    moment = first_moment(root, 1, new_memory())
    return Answers(moment, {"overrides/assets/icon.svg": (0, 0)}, lambda place, audience, number: place, {})


def test_live_pages_of_facilitators_name_no_address_of_participants(addressed: Path) -> None:
    answers = live(addressed)
    pages = [answers.of(f"{start}week-01/").content for start in ("/", "/-/facilitators/")]
    assert [b"canonical" in bytes(page) for page in pages if isinstance(page, bytes)] == [True, False]


def test_the_live_site_of_participants_serves_nothing_of_facilitators(root: Path) -> None:
    """No page, style or file of its own; what facilitators have is not there, and their own pages do have marks."""
    answers = live(root)
    ours, theirs = (answers.moment.sites[of] for of in (Audience.PARTICIPANT, Audience.FACILITATOR))
    places = [*ours.addresses, "assets/site.css", "search-index.js", "nowhere/"]
    shown = {place: answers.of(f"/{place}").content for place in places}
    found = {f"{place}index.html": text for place, text in shown.items() if isinstance(text, bytes)}
    assert len(found) == len(places)
    assert [*find_theirs(found)] == []
    assert [place for place in ours.files if is_theirs(place)] == []
    only = [place for place in theirs.files if is_theirs(place)]
    assert only
    assert {answers.of(f"/{place}").status for place in only} == {404}
    assert [*marks_in(bytes(answers.of("/-/facilitators/week-01/").content).decode())]


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course with a picture in a note."""
    place = tmp_path_factory.mktemp("pictured")
    lay_out("a-picture-of-the-notes", place)
    return place


def test_a_picture_of_the_notes_is_published_for_facilitators_alone(pictured: Path) -> None:
    place = "week-01/images/door.png"
    content = (pictured / NOTES / place).read_bytes()
    ours, theirs = (open_course(Settings(pictured, notes))[0] for notes in ("", NOTES))
    assert ours
    assert theirs
    assert place not in {*ours.files, *ours.curriculum.files}
    assert theirs.files[place] == content
    assert [place in made_of(MADE, course.curriculum).places for course in (ours, theirs)] == [False, True]


def test_the_live_site_shows_it_to_facilitators_alone(pictured: Path) -> None:
    answers = live(pictured)
    answers.stamps["facilitator/week-01/images/door.png"] = (0, 0)
    shown = [answers.of(f"{start}week-01/images/door.png") for start in ("/", "/-/facilitators/")]
    assert [answer.status for answer in shown] == [404, 200]
    assert shown[1].content == pictured / NOTES / "week-01/images/door.png"


# What authors write: golden folders in tests/problems; here, how words for facilitators may begin.

ADDRESSED = """
For facilitators: stay.
**For the co-facilitators.** Stay.
> For the two people who facilitate
# Facilitator notes
- Note to facilitators:
1. Facilitators only
/// box | For facilitators
Pour l’animation : restez.
Pour l'animation
*Pour les personnes qui animent*
Pour qui anime :
Aux personnes qui animent
À l’intention de l’équipe d’animation
Notes d’animation
## Note pour les animatrices et animateurs
Réservé à l’animation
Pour l’équipe d’animation
__For facilitators__ stay
~~For facilitators~~
(For facilitators: stay.)
“For facilitators: stay.”
« Pour l’animation » : restez
[For facilitators](index.md)
![Pour l’animation : la salle](room.png)
/// box | Words / For facilitators: stay / ///
| For facilitators | Tea | / | --- | --- | / | a | b |
| Tea | **Pour l’animation** | / | --- | --- | / | a | b |
| Tea | Milk | / | --- | --- | / | a | **For facilitators**: stay |
Tea. / For facilitators: stay.
Tea is ready. For facilitators: stay.
Le thé est prêt. Pour l’animation : restez.
Facilitators: stay.
**Facilitator** : stay.
For the team: stay.
Staff only
Do not show this to participants.
Animation : restez.
**Personnes qui animent** : restez.
Consignes d’animation
Ne remettez pas cette page aux personnes participantes.
"""
FREE = """
Facilitators play it twice.
The two who facilitate stay.
For everybody: tea.
Words / for facilitators stay there.
Les personnes qui animent jouent.
Pour tout le monde : du thé.
L’animation reste.
Notez ce qui vous anime.
| notes pour l’animation | Des pages |
| Tea | Milk | / | --- | --- | / | for facilitators | b |
Tea is ready. Facilitators play it twice.
Words. / Facilitators play it twice.
Staff is here only on Monday.
"""
SAYINGS = {text: found for found, texts in ((True, ADDRESSED), (False, FREE)) for text in texts.strip().split("\n")}


@pytest.mark.parametrize("words", SAYINGS)
def test_words_that_begin_for_facilitators_are_refused_in_any_language(
    words: str, courses: dict[Audience, Curriculum]
) -> None:
    """On a page of either language; the same on a page of facilitators is as it should be."""
    curriculum = courses[Audience.PARTICIPANT]
    for language in LANGUAGES:
        page = replace(curriculum.pages[language, "index.md"], body="# Home\n\n" + words.replace(" / ", "\n"))
        assert bool(check_addressed(page, curriculum)) is SAYINGS[words]
        theirs = replace(page, path=f"{NOTES}/index.md")
        assert check_addressed(theirs, curriculum) == []


CALLED = ("notes", "week-01/notes", "facilitators", "co-facilitator-list", "run-sheet", "fr/animation", "deroulement-1")
"""What files of facilitators are called; and below, names that say nothing of them."""
PLAIN = ("notes-on-words", "guide", "animals", "facility", "week-01/handouts/pause-card", "rotation", "staying-beside")


def test_names_of_files_of_facilitators_are_known_and_no_others() -> None:
    pattern = names(LANGUAGES)
    assert [name for name in CALLED if not pattern.search(name)] == []
    assert [name for name in PLAIN if pattern.search(name)] == []


# Copies to hand over.


def files_for(audience: Audience) -> dict[str, bytes]:
    """The least that a built site of an audience holds."""
    page = SAID["a note"] if audience is Audience.FACILITATOR else "<p>Words</p>"
    return {place: page.encode() for place in ("index.html", "fr/index.html")}


@pytest.mark.parametrize("asked", Audience)
@pytest.mark.parametrize("inside", Audience)
def test_a_note_about_a_copy_says_what_is_in_it(
    asked: Audience, inside: Audience, courses: dict[Audience, Curriculum]
) -> None:
    """Whoever was asked for; and where the two differ, no copy is made."""
    files = files_for(inside)
    assert audience_of(files) is inside
    copy = copy_of(files, courses[asked], EN)
    said = copy["README.txt"].decode("utf-8-sig")
    assert ("FOR FACILITATORS ONLY" in said, "are not in it" in said) == (
        inside is Audience.FACILITATOR,
        inside is Audience.PARTICIPANT,
    )
    assert (check_copies(files, courses[asked]) == []) is (asked is inside)


def lay_out_answered(place: Path) -> None:
    """The small course without its number of stories, which is refused before a copy is looked through."""
    lay_out("nothing-wrong", place)
    lines = place / "editions/harbour/resources.yml"
    lines.write_text(lines.read_text("utf-8").replace("555-0142", "155-0142"), "utf-8")


def test_no_copy_is_made_of_a_folder_with_something_of_facilitators(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """However it came there after the build; the command says so and writes nothing."""
    lay_out_answered(tmp_path)
    files = {"index.html": "<p>Words</p>", "week-01/week-01-facilitators-a4.pdf": "x"}

    def built(_: list[str]) -> int:
        site_with(tmp_path / "site", files)
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build, "main", built)
    assert publish_offline.main(["--offline"]) == 1
    assert "[built-theirs]" in capsys.readouterr().err
    assert not (tmp_path / "to-publish").exists()


def test_no_copy_is_made_of_a_site_with_words_of_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever template, style or hand brought them there: a copy is looked through as a site is."""
    lay_out_answered(tmp_path)
    words = "Speak to whoever went deep before they leave; call within two days after details or danger."
    note = tmp_path / "facilitator" / "week-01" / "index.md"
    note.write_text(f"{note.read_text('utf-8').rstrip()}\n\n{words}\n", "utf-8")

    def built(_: list[str]) -> int:
        site_with(tmp_path / "site", {"index.html": f"<p>Hello</p><footer>{words}</footer>"})
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build, "main", built)
    assert publish_offline.main(["--offline"]) == 1
    assert "[verify-words]" in capsys.readouterr().err
    assert not (tmp_path / "to-publish").exists()


def test_what_is_said_about_each(write_files: Write, tmp_path: Path, courses: dict[Audience, Curriculum]) -> None:
    """Every slip above and what stops in the finished site, word for word in both languages."""
    blocks = {}
    for name, files in SLIPS.items():
        blocks[name] = check_site_files(read_site_files(write_files(files)))
    root = write_files(RIGHT)
    blocks["another-name"] = check_site_file(read_site_file(root, "mkdocs.test.yml"))
    blocks["on-the-command-line"] = as_built(root, THEIRS, "site", notes=NOTES)
    ours = read_site_file(root, OURS)
    options = {"--theme mkdocs": True, "--no-directory-urls": False}
    blocks["another-theme"] = check_site_file(read_as_built(ours, ours.pages, ours.site, {}, options))
    blocks["copied-by-hand"] = check_theirs(
        FOLDERS[Audience.PARTICIPANT], {"fr/protocol/index.html": b""}, {"protocol/"}
    )
    blocks["a-copy-of-it"] = check_copies(files_for(Audience.FACILITATOR), courses[Audience.PARTICIPANT])
    blocks["a-copy-without"] = check_copies(files_for(Audience.PARTICIPANT), courses[Audience.FACILITATOR])
    blocks["nobody-s"] = [Problem("site/room.png", 1, "built-place")]
    said = "\n\n".join(f"# {name}\n\n{report(problems, LANGUAGES)}" for name, problems in blocks.items()) + "\n"
    if os.environ.get("REFRESH"):
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")
