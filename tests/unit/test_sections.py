"""Sections of an edition woven into a shared page: what stands where, and whose line each message names."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from curriculum.__main__ import main
from curriculum.checks.told import without_shadows
from curriculum.course import Course, open_course
from curriculum.live.moment import first_moment, new_memory, next_moment
from curriculum.read.layers import Settings, read_all, read_notes, read_sources
from curriculum.read.sections import weave
from curriculum.read.source import parse_page
from curriculum.verify.sources import read_paths, read_search, read_shared
from curriculum.words.audience import NOTES
from curriculum.words.model import Audience, Page, Problem
from curriculum.words.woven import Weft, Woven, parts_by_file, paths_of, place_in
from languages import EN, FR, LANGUAGES
from test_problems import BASE, CASES, ROOT, link_to

TOP = "---\nsections: true\n---\n"
EDITION = "editions/harbour"
WEEK = "docs/week-01/index.md"
SHARED = """---
title: Home
---
# Home

Hello.

## One { #one }

First.

### In one { #in-one }

Inside.

## Two { #two }

Second.
"""


def page(path: str, text: str) -> Page:
    return parse_page(path, "index.md", text, LANGUAGES)[0]


def woven(own: str, shared: str = SHARED) -> Page:
    made, problems = weave(page("docs/index.md", shared), page("x/docs/index.md", own))
    assert problems == ()
    return made


def told_at(own: str, shared: str = SHARED) -> list[tuple[str, int, str]]:
    _, problems = weave(page("docs/index.md", shared), page("x/docs/index.md", own))
    return [(one.rule, one.line, str(one.values.get("near", ""))) for one in problems]


def said(made: Page) -> list[str]:
    """The page without its empty lines."""
    return [line for line in made.body.split("\n") if line.strip()]


def test_a_section_goes_with_all_that_is_below_it_and_the_rest_stays() -> None:
    made = woven(f"{TOP}## One, ours {{ #one }}\n\nOurs.\n")
    assert said(made) == ["# Home", "Hello.", "## One, ours { #one }", "Ours.", "## Two { #two }", "Second."]
    assert made.meta == {"title": "Home"}
    assert [section.id for section in made.sections] == ["one", "two"]


def test_a_smaller_section_is_replaced_alone() -> None:
    made = woven(f"{TOP}### In {'{ #in-one }'}\n\nOurs.\n")
    assert said(made)[3:6] == ["First.", "### In { #in-one }", "Ours."]


def test_sections_are_taken_out_and_new_ones_stand_where_the_page_says() -> None:
    top = "---\nsections: true\ntitle: Ours\nremove: [two]\nafter: {deep: in-one, wide: one, wider: one}\n---\n"
    made = woven(f"{top}### Deep {{ #deep }}\n\n## Wide {{ #wide }}\n\n## Wider {{ #wider }}\n")
    assert [section.id for section in made.sections] == ["one", "in-one", "deep", "wide", "wider"]
    assert made.meta == {"title": "Ours"}


def test_of_new_sections_that_end_in_one_line_the_deeper_comes_first() -> None:
    own = "### Deep { #deep }\n\n## Wide { #wide }\n"
    for places in ("wide: one, deep: in-one", "deep: in-one, wide: one"):
        made = woven(f"---\nsections: true\nafter: {{{places}}}\n---\n{own}")
        assert [section.id for section in made.sections] == ["one", "in-one", "deep", "wide", "two"]


@pytest.mark.parametrize("own", [f"{TOP}## One {{ #one }}\n\nOurs.\n", f"{TOP}## Two {{ #two }}\n"])
@pytest.mark.parametrize("shared", [SHARED, SHARED.rstrip("\n"), SHARED.partition("---\n# ")[2].join(("# ", ""))])
def test_every_line_names_the_file_that_holds_it(own: str, shared: str) -> None:
    made = woven(own, shared)
    files = {"docs/index.md": shared.split("\n"), "x/docs/index.md": own.split("\n")}
    for number, line in enumerate(made.body.split("\n"), 1):
        problem = Problem(made.path, number + made.offset, "x")
        if line:
            assert files[problem.path][problem.line - 1] == line
        else:
            assert 0 < problem.line <= len(files[problem.path])
    assert Problem(made.path, 2, "x") == Problem("x/docs/index.md", 2, "x")
    assert Problem(made.path, 999, "x").path in files


def test_lines_that_a_sentence_names_beside_its_own_are_those_of_its_file() -> None:
    path = Woven("own.md", Weft("shared.md", 3, (4, -9, 6)))
    known = Problem(path, 4, "x", {"first": "1", "last": "6", "found": "y"})
    assert (known.path, known.line) == ("own.md", 4)
    assert known.values == {"first": "1", "last": "6", "found": "y"}
    across = Problem(path, 5, "x", {"first": "4", "last": "5"})
    assert (across.path, across.line, across.values) == ("shared.md", 9, {"first": "9", "last": "9"})
    assert without_shadows([across]) == [across]


def test_a_woven_path_is_its_words_and_of_two_the_lines_count() -> None:
    one, same, other = (Woven("a.md", Weft("b.md", 0, lines)) for lines in ((1,), (1,), (2,)))
    assert one == "a.md" == str(one)
    assert one == same
    assert one != other
    assert {one: 1}["a.md"] == 1
    assert paths_of(one) == ("a.md", "b.md")
    assert paths_of("a.md") == ("a.md",)
    assert place_in("a.md", 7) == ("a.md", 7)


def test_what_the_edition_says_is_told_from_what_is_shared() -> None:
    made = woven(f"{TOP}## One {{ #one }}\n\nOurs.\n")
    own, shared = parts_by_file(made.path, made.body)
    assert own.split() == ["##", "One", "{", "#one", "}", "Ours."]
    assert "Second." in shared
    assert "First." not in own + shared


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (f"{TOP}\n\n", [("sections-none", 2, "")]),
        ("---\nsections: true\nremove:\n  - one\n  - tow\n---\n", [("section-unknown", 5, "two")]),
        (f"{TOP}One\n===\n\nWords.\n", [("section-loose", 4, "")]),
        (f"{TOP}```\n## One {{ #one }}\n```\n", [("section-loose", 4, "")]),
        (f"{TOP}## Onne {{ #onne }}\n", [("section-unplaced", 4, "one")]),
        (f"{TOP}One {{ #one }}\n---\n\nOurs.\n", []),
        (f"{TOP}## One {{ #one }}\n\n```\n## Two {{ #two }}\n```\n", []),
        (f"{TOP}## One {{ #one }}\n\n/// box | Words\nIn it.\n///\n", []),
        ("---\nsections: true\nremove: [one, one]\n---\n", [("section-clash", 3, "")]),
        ("---\nsections: true\nremove: [one, in-one]\n---\n", [("section-clash", 3, "")]),
        ("---\nsections: true\nremove: [one]\nafter: {x: in-one}\n---\n### X { #x }\n", [("section-clash", 4, "")]),
        ("---\nsections: true\nremove: [one]\nafter: {x: one}\n---\n## X { #x }\n", []),
        (
            "---\nsections: true\nafter: {x: y}\n---\n## X { #x }\n\n## Y { #y }\n",
            [("section-unplaced", 7, ""), ("section-unknown", 3, "")],
        ),
    ],
)
def test_what_is_told_of_a_page_that_names_sections(own: str, told: list[tuple[str, int, str]]) -> None:
    assert told_at(own) == told


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small course, in the folder in which commands run."""
    shutil.copytree(CASES / BASE, tmp_path, dirs_exist_ok=True)
    if not link_to(tmp_path / "overrides", ROOT / "overrides"):
        shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURRICULUM_TODAY", "2026-11-28")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def made(root: Path, notes: str = NOTES) -> Course:
    course, problems = open_course(Settings(root, notes))
    assert problems == []
    assert course
    return course


def html(course: Course, uri: str = "week-01/index.md") -> dict[str, str]:
    return {language.code: course.screens.pages[language, uri].html for language in LANGUAGES}


def test_what_the_command_replaces_is_quiet_and_stands_in_the_built_page(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command and the build hold to one form; a section after a larger one, too, stands by itself."""
    for part in (f"{WEEK}#arrive", f"{NOTES}/week-01/index.md#arrive"):
        assert main(["edition", "replace", part]) == 0
    change(root / EDITION / WEEK, "Come in.", "Come in, the kettle is on.")
    change(root / EDITION / "docs/fr/week-01/index.md", "Entrez.", "Entrez, l’eau est chaude.")
    change(root / EDITION / NOTES / "week-01/index.md", "Stand by the door.", "Stand by the gate.")
    change(root / EDITION / NOTES / "fr/week-01/index.md", "porte", "grille")
    course = made(root)
    pages = html(course)
    assert "the kettle is on" in pages["en"]
    assert "l’eau est chaude" in pages["fr"]
    assert "Stand by the gate" in pages["en"]
    assert "grille" in pages["fr"]
    assert "Tea." in pages["en"]
    assert main(["edition", "status"]) == 0
    change(root / WEEK, "Come in.", "Come in, all of you.")
    change(root / WEEK, "Tea.", "Tea, and water.")
    assert main(["edition", "status"]) == 1
    assert f"{WEEK}#arrive" in capsys.readouterr().out
    assert main(["edition", "done", f"{WEEK}#arrive"]) == 0
    pages = html(made(root))
    assert "water" in pages["en"]
    assert "all of you" not in pages["en"]
    for path in (WEEK, "docs/fr/week-01/index.md"):
        assert main(["edition", "drop", f"{path}#arrive"]) == 0
    assert "all of you" in html(made(root))["en"]
    assert not (root / EDITION / WEEK).exists()


def test_a_smaller_section_that_is_replaced_after_a_larger_one_stands_by_itself(root: Path) -> None:
    for prefix in ("", "fr/"):
        change(root / f"docs/{prefix}week-01/index.md", "{ #close }\n", "{ #close }\n\n### Words { #words }\n\nBye.\n")
    for part in ("arrive", "words", "break"):
        assert main(["edition", "replace", f"{WEEK}#{part}"]) == 0
    assert [section.id for section in page(WEEK, (root / EDITION / WEEK).read_text(encoding="utf-8")).sections] == [
        "words",
        "arrive",
        "break",
    ]
    assert made(root)
    assert main(["edition", "status"]) == 1  # all three say what the shared course says
    assert main(["edition", "replace", f"{WEEK}#words"]) == 1


def test_a_section_that_was_taken_out_is_watched_and_can_come_back(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "\n## The tides { #tides }\n\nTwice a day.\n"
    own = "---\nsections: true\nremove:\n  - tides\nafter: {boats: close}\n---\n## Boats { #boats }\n\nMany.\n"
    for prefix in ("", "fr/"):
        change(root / f"docs/{prefix}week-01/index.md", "\n## ", "\n## ")
        shared = root / f"docs/{prefix}week-01/index.md"
        shared.write_text(shared.read_text(encoding="utf-8") + more, encoding="utf-8")
        write(root, {f"{EDITION}/docs/{prefix}week-01/index.md": own})
    assert "Twice a day" not in html(made(root))["en"]
    assert "Many." in html(made(root))["fr"]
    main(["edition", "status"])
    said = capsys.readouterr().out
    assert f"{WEEK}#tides" in said
    assert "#boats" not in said
    for prefix in ("", "fr/"):
        assert main(["edition", "done", f"docs/{prefix}week-01/index.md#tides"]) == 0
    assert main(["edition", "status"]) == 0
    change(root / WEEK, "Twice a day.", "Twice a day; the pier is slippery.")
    assert main(["edition", "status"]) == 1
    assert main(["edition", "merge", f"{WEEK}#tides"]) == 0
    assert main(["edition", "status"]) == 0
    for prefix in ("", "fr/"):
        assert main(["edition", "drop", f"docs/{prefix}week-01/index.md#tides"]) == 0
    assert (root / EDITION / WEEK).read_text(encoding="utf-8") == own.replace("remove:\n  - tides\n", "")
    assert "slippery" in html(made(root))["en"]


def test_participants_never_open_what_an_edition_has_for_facilitators(root: Path) -> None:
    """Nor do they get it in another way: the words are those that a copy is searched for."""
    secret = "The gate code changes every month, ask the person on call for it before people arrive."
    write(
        root,
        {
            f"{EDITION}/{NOTES}/{prefix}week-01/index.md": f"{TOP}## Arrive {{ #arrive }}\n\n{secret}\n"
            for prefix in ("", "fr/")
        },
    )
    write(root, {f"{EDITION}/base/{NOTES}/week-01/index.md": f"{secret}\n"})
    note = root / EDITION / NOTES / "week-01/index.md"
    right = note.read_bytes()
    note.write_bytes(b"\xff")  # whoever opens it says so
    ours = read_sources(root)
    note.write_bytes(right)
    assert ours.curriculum
    assert ours.problems == ()
    theirs = read_notes(ours, NOTES).curriculum
    assert theirs
    key = EN, "week-01/index.md"
    assert theirs.only_for_facilitators(theirs.notes[key])
    assert secret in theirs.notes[key].body
    assert f"{EDITION}/{NOTES}/week-01/index.md" in read_paths(root, EDITION)
    assert secret not in "".join(read_shared(root, ours.curriculum))
    assert read_search(root, ours.curriculum, theirs).look(secret.encode())
    assert secret not in "".join(html(made(root, "")).values())


def test_pictures_of_an_edition_take_the_place_of_shared_ones_or_are_added(root: Path) -> None:
    door = (CASES / "a-page-with-a-picture-file/docs/week-01/images/door.png").read_bytes()
    words = "\n![A door](images/door.png)\n"
    for prefix in ("", "fr/"):
        for path in (f"docs/{prefix}week-01/index.md", f"{NOTES}/{prefix}week-01/index.md"):
            page = root / path
            shown = words if path.startswith("docs") else words.replace("door.", "gate.")
            page.write_text(page.read_text(encoding="utf-8") + shown, encoding="utf-8")
    own = [f"docs/{WEEK[5:-8]}images/door.png", f"{EDITION}/docs/week-01/images/door.png"]
    own.append(f"{EDITION}/{NOTES}/week-01/images/gate.png")
    for path in own:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(door)
    theirs = made(root)
    assert theirs.files["week-01/images/door.png"] == door
    assert theirs.curriculum.local == {"week-01/images/door.png": f"{EDITION}/docs/week-01/images/door.png"}
    assert theirs.files["week-01/images/gate.png"] == door
    assert "images/gate.png" in html(theirs)["fr"]
    ours = made(root, "")
    assert ours.files["week-01/images/door.png"] == door
    assert "week-01/images/gate.png" not in ours.files
    (root / EDITION / "docs/week-01/images/other.png").write_bytes(door)
    rules = [(one.rule, one.path) for one in open_course(Settings(root, ""))[1]]
    assert rules == [("picture-unused", f"{EDITION}/docs/week-01/images/other.png")]


def test_the_live_site_shows_either_file_as_it_is_saved(root: Path) -> None:
    own = f"{EDITION}/{WEEK}"
    for prefix in ("", "fr/"):
        write(root, {f"{EDITION}/docs/{prefix}week-01/index.md": f"{TOP}## Arrive {{ #arrive }}\n\nOurs.\n"})
    memory = new_memory()
    moment = next_moment(first_moment(root, 1, memory), [own], memory)
    key = EN, "week-01/index.md"

    def body() -> str:
        return moment.sites[Audience.PARTICIPANT].curriculum.pages[key].body

    change(root / own, "Ours.", "Ours, and warm.")
    moment = next_moment(moment, [own], memory)
    assert "Ours, and warm." in body()
    change(root / WEEK, "Tea.", "Tea, and water.")
    moment = next_moment(moment, [WEEK], memory)
    assert "Tea, and water." in body()
    assert "Ours, and warm." in body()
    french = moment.sites[Audience.PARTICIPANT].curriculum.pages[FR, "week-01/index.md"]
    change(root / own, "#arrive", "#arive")
    moment = next_moment(moment, [own], memory)
    assert [one.rule for one in moment.problems] == ["section-unplaced"]
    assert "Ours, and warm." in body()  # the last good one
    change(root / own, "#arive", "#arrive")
    change(root / WEEK, "Tea, and water.", "<b>Tea</b>")
    moment = next_moment(moment, [own, WEEK], memory)
    assert [(one.rule, one.path) for one in moment.problems] == [("html-in-page", WEEK)]
    assert "Tea, and water." in body()
    change(root / WEEK, "<b>Tea</b>", "Tea.")
    moment = next_moment(moment, [WEEK], memory)
    assert moment.problems == ()
    assert moment.sites[Audience.PARTICIPANT].curriculum.pages[FR, "week-01/index.md"] is french


def test_a_partner_folder_is_all_that_a_fork_needs(root: Path) -> None:
    """Its own profile, lines, sections, notes; `curriculum.yml` names another edition still."""
    shutil.copytree(root / EDITION, root / "partner")
    change(root / "partner/profile.yml", "id: harbour", "id: quay")
    for path in (root / "partner/profile.yml", root / "partner/resources.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("Harbour", "Quay"), encoding="utf-8")
    for prefix in ("", "fr/"):
        write(root, {f"partner/docs/{prefix}week-01/index.md": f"{TOP}## Arrive {{ #arrive }}\n\nOn the quay.\n"})
        write(root, {f"partner/{NOTES}/{prefix}week-01/index.md": "Bring chairs.\n"})
    shutil.rmtree(root / EDITION)
    course = made(root)
    assert course.curriculum.edition.path == "partner"
    assert all("On the quay." in text and "Bring chairs." in text for text in html(course).values())


def test_without_victoria_the_repository_builds_the_example(tmp_path: Path) -> None:
    """Nothing to mend is left: what a fork deletes, nothing else rests on."""
    for name in ("docs", "facilitator", "editions", "LICENSES", "overrides", "l10n"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("curriculum.yml", "CHANGES.yml", "mkdocs.yml", "mkdocs.facilitator.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.rmtree(tmp_path / "editions/victoria")
    from curriculum.checks import check_sources  # noqa: PLC0415

    sources = read_all(Settings(tmp_path, NOTES))
    assert sources.edition
    assert sources.edition.path == "editions/example"
    assert check_sources(sources) == []
