"""An edition that is a draft says so everywhere; a line to call says what is known of it; broken files are told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, read_valid
from curriculum.compose.calls import resource_list
from curriculum.compose.draft import as_draft
from curriculum.formats.articles import foot_of
from curriculum.formats.single.frame import frame_of
from curriculum.read.edition import read_edition
from curriculum.read.layers import Settings
from curriculum.read.today import TODAY
from curriculum.site.frame import draft_of, told_to
from curriculum.site.policy import Inside
from curriculum.words.dotted import MIDDOT
from curriculum.words.forms import day_in_words
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Text
from curriculum.words.problems import report
from languages import EN, FR, LANGUAGES


@pytest.fixture(scope="module")
def course() -> Curriculum:
    """The course of participants."""
    return read_valid(Settings(ROOT))


def drafted(course: Curriculum, status: str = "draft") -> Curriculum:
    """The same with another status."""
    return replace(course, edition=replace(course.edition, status=status))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_so_on_pages_and_paper_and_nothing_else_does(course: Curriculum, language: Language) -> None:
    words = label("draft-foot", language)
    draft, inside = drafted(course), Inside("", ("",))
    assert told_to(draft, language, {}, "")["draft"] == label("draft", language)
    assert words in frame_of(draft, language, inside).credit
    page = draft.pages[language, "law.md"]
    assert foot_of(page.title, draft, page, None)[1].startswith(words)
    for status in ("", "published"):
        other = drafted(course, status)
        assert draft_of(other, language) == ""
        assert words not in frame_of(other, language, inside).credit
        assert as_draft("x", other.edition, language) == "x"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made_up", ["number", "note", "private"])
def test_numbers_that_nobody_answers_make_a_draft(course: Curriculum, language: Language, made_up: str) -> None:
    """Whatever its profile says: paper leaves a room that no site does."""
    line, *others = course.edition.resources
    note, private = Text({"en": "By text: 902-555-0142", "fr": "Par texto"}), Text(plain="902-555-0142")
    value = {"number": {"number": "902-555-0142"}, "note": {"note": note}}.get(made_up, {})
    known = {"private": {"on-call.number": private}} if made_up == "private" else {}
    for status in ("", "draft", "published"):
        edition = replace(course.edition, resources=(replace(line, **value), *others), status=status, **known)
        draft = replace(course, edition=edition)
        assert draft_of(draft, language) == label("draft", language)
        assert as_draft("x", edition, language) == f"{label('draft-foot', language)}{MIDDOT}x"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("police", ["never", "sometimes", "always", "unknown"])
def test_a_line_says_what_is_known_of_it(course: Curriculum, language: Language, police: str) -> None:
    first, other, *_ = course.edition.resources
    line = replace(first, cost=Text({"en": "free", "fr": "gratuit"}), calls_police=police, fallback=other.id)
    said = resource_list("urgent", replace(course.edition, resources=(line, other)), language)
    assert label(f"line-police-{police}", language) in said
    assert label("line-cost", language, cost="free" if language == EN else "gratuit") in said
    assert said.count(other.number) >= 1
    unasked = tuple(replace(one, calls_police="") for one in (first, other))
    plain = resource_list("urgent", replace(course.edition, resources=unasked), language)
    assert not [name for name in ("never", "unknown") if label(f"line-police-{name}", language) in plain]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_says_from_when_it_is_too_old(course: Curriculum, language: Language) -> None:
    """The earliest day of its lines; nothing where nobody checked one."""
    first, other, *_ = course.edition.resources
    checked = replace(first, confirmed=True, checked_on="2026-11-22", review_after="P1Y")
    sooner = replace(other, groups=first.groups, confirmed=True, checked_on="2026-11-22", review_after="P30D")
    group = first.groups[0]
    said = resource_list(group, replace(course.edition, resources=(checked, sooner)), language)
    assert label("calls-ages", language, date=day_in_words("2026-12-22", language)) in said
    unchecked = replace(first, confirmed=False, checked_on="")
    beginning = label("calls-ages", language, date="|").partition("|")[0]
    assert beginning not in resource_list(group, replace(course.edition, resources=(unchecked,)), language)


EXAMPLE = "editions/example"
VALUES = ('"' + "x" * 500 + '"', "[]", "{}", "{en: Only}", '""', "[a, b]")
"""What no value of words may be."""
KEYED = re.compile(r"^(\s*(?:- )?)([a-z_]+):(.*)$")


def broken() -> list[tuple[str, int, str]]:
    """Each key of the first line to call and of the profile, wrong in several ways: the file, the line, its text."""
    found = []
    for name in ("resources.yml", "profile.yml"):
        lines = (ROOT / EXAMPLE / name).read_text(encoding="utf-8").splitlines()
        last = 32 if name == "resources.yml" else len(lines)
        for number, line in enumerate(lines[:last], 1):
            key = KEYED.match(line)
            # Languages are read before anything else is: `problems/languages-unknown` and its neighbours.
            if key and key[3].strip() and key[2] not in ("to_confirm", "languages"):
                found += [(name, number, f"{key[1]}{key[2]}: {value}") for value in VALUES]
                found.append((name, number, f"{key[1]}{key[2]}x:{key[3]}"))
    return found


def test_broken_files_are_told_at_their_line_in_both_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TODAY, "2026-11-28")
    cases, missed = broken(), []
    assert len(cases) >= 60
    place = tmp_path / EXAMPLE
    place.mkdir(parents=True)
    whole = {name: (ROOT / EXAMPLE / name).read_text(encoding="utf-8") for name in ("resources.yml", "profile.yml")}
    for name, number, text in cases:
        for other, words in whole.items():
            (place / other).write_text(words, encoding="utf-8")
        lines = whole[name].splitlines()
        lines[number - 1] = text
        (place / name).write_text("\n".join(lines), encoding="utf-8")
        _, problems = read_edition(tmp_path, EXAMPLE, LANGUAGES)
        told = report(problems, (EN, FR)).split("\n")
        near = {f"{EXAMPLE}/{name}:{line}:" for line in range(number - 3, number + 1)}
        if not problems or not {one.partition(" ")[0] for one in told} & near:
            missed.append((name, number, text[:60], told[:1]))
    assert missed == []
