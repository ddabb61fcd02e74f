"""What became of what an edition replaced: each state, from texts in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from curriculum.read.languages import read_languages
from curriculum.read.ledger import read_changes
from curriculum.watch.reading import read_edition_place, read_held
from curriculum.watch.states import find_states
from curriculum.watch.texts import hash_of, section_of, with_section
from curriculum.watch.values import Held, PartState, Watched
from curriculum.words.changes import Change, Part, Stamp, Weight
from curriculum.words.model import Language, Text
from languages import EN, FR, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE, FRENCH = "docs/week-03/index.md", "docs/fr/week-03/index.md"
THEN = "---\ndescription: Words.\n---\n# Three\n\nOne.\n\n## Trios { #trios }\n\nTwo.\n\n## End { #end }\n\nThree.\n"
NOW = THEN.replace("Two.", "Two, and breathe.")
OWN = THEN.replace("One.", "One of ours.")
OWN_TRIOS = "---\nsections: true\n---\n## Trios { #trios }\n\nTwo of ours.\n"
WHOLE, TRIOS = Part(PAGE), Part(PAGE, "trios")


def base_of(part: Part, then: str = THEN) -> str:
    return (section_of(then, part.section) if part.section else then) or ""


def held(own: Mapping[str, str], upstream: Mapping[str, str], *kept: Part, **more: object) -> Held:
    """An edition that replaced `kept` when the shared page said what `THEN` says."""
    base = {part: base_of(part) for part in kept}
    entries = {part: Stamp(part, hash_of(text), "2026-11-01") for part, text in base.items()}
    return replace(Held(own, upstream, base, entries, languages=tuple(LANGUAGES)), **more)


def states(found: Held) -> list[tuple[PartState, Part]]:
    return [(one.state, one.part) for one in find_states(found)]


def change(kind: Weight, *parts: Part, id: str = "a") -> Change:
    return Change(id, date(2026, 11, 20), kind, parts, Text({EN.code: "It.", FR.code: "Ça."}))


def only(found: Held) -> Watched:
    (one,) = find_states(found)
    return one


CASES = {
    "current": (held({PAGE: OWN}, {PAGE: THEN}, WHOLE), PartState.CURRENT),
    "other ends of lines": (held({PAGE: OWN}, {PAGE: THEN.replace("\n", "  \r\n")}, WHOLE), PartState.CURRENT),
    "changed": (held({PAGE: OWN}, {PAGE: NOW}, WHOLE), PartState.CHANGED),
    "same": (held({PAGE: NOW}, {PAGE: NOW}, WHOLE), PartState.SAME),
    "gone": (held({PAGE: OWN}, {}, WHOLE), PartState.GONE),
    "renamed": (held({PAGE: OWN}, {"docs/trios.md": NOW}, WHOLE), PartState.RENAMED),
    "untracked": (held({PAGE: OWN}, {PAGE: THEN}), PartState.UNTRACKED),
    "marks": (held({PAGE: OWN}, {PAGE: THEN}, WHOLE, marked={PAGE: 3}), PartState.MARKS),
    "misspelt": (held({"docs/week-03/indx.md": OWN}, {PAGE: ""}), PartState.NEAR),
    "another case": (held({"docs/Week-03/index.md": OWN}, {PAGE: ""}), PartState.NEAR),
    "a digit less": (held({"docs/week-3/index.md": OWN}, {PAGE: ""}), PartState.NEAR),
    "section current": (held({PAGE: OWN_TRIOS}, {PAGE: THEN.replace("One.", "1.")}, TRIOS), PartState.CURRENT),
    "section changed": (held({PAGE: OWN_TRIOS}, {PAGE: NOW}, TRIOS), PartState.CHANGED),
    "section untracked": (held({PAGE: OWN_TRIOS}, {PAGE: NOW}), PartState.UNTRACKED),
    "section gone": (held({PAGE: OWN_TRIOS}, {PAGE: with_section(THEN, "trios", "")}, TRIOS), PartState.SECTION_GONE),
    "section renamed": (held({PAGE: OWN_TRIOS}, {PAGE: THEN.replace("#trios", "#threes")}, TRIOS), PartState.RENAMED),
    "page of a section gone": (held({PAGE: OWN_TRIOS}, {}, TRIOS), PartState.GONE),
}


@pytest.mark.parametrize("name", CASES)
def test_each_state_is_told(name: str) -> None:
    found, state = CASES[name]
    assert [one.state for one in find_states(found)] == [state]


NEW = {
    "a week more": "docs/week-04/index.md",
    "another name": "docs/our-house.md",
    "another folder": "docs/week-03/handouts/index.md",
}


@pytest.mark.parametrize("name", NEW)
def test_a_page_of_the_edition_s_own_is_no_slip(name: str) -> None:
    assert find_states(held({NEW[name]: OWN}, {PAGE: ""})) == []


def test_a_name_that_is_meant_is_told_no_more() -> None:
    assert (
        find_states(held({"docs/week-03/indx.md": OWN}, {PAGE: ""}, meant=frozenset(("docs/week-03/indx.md",)))) == []
    )


def test_a_renamed_page_is_found_by_its_words_and_not_where_the_edition_replaced_it_already() -> None:
    upstream = {"docs/trios.md": NOW, "docs/other.md": "# Other\n\nNothing of it.\n"}
    assert only(held({PAGE: OWN}, upstream, WHOLE)).other == "docs/trios.md"
    found = states(held({PAGE: OWN, "docs/trios.md": OWN}, upstream, WHOLE, Part("docs/trios.md")))
    assert (PartState.GONE, WHOLE) in found


def test_a_page_in_one_language_leaves_the_shared_one_in_the_other() -> None:
    both = {PAGE: THEN, FRENCH: THEN}
    found = find_states(held({PAGE: OWN}, both, WHOLE))
    assert [(one.state, one.languages) for one in found] == [(PartState.ONE_LANGUAGE, (FR,)), (PartState.CURRENT, ())]
    assert states(held({PAGE: OWN, FRENCH: OWN}, both, WHOLE, Part(FRENCH))) == [
        (PartState.CURRENT, Part(FRENCH)),
        (PartState.CURRENT, WHOLE),
    ]


def test_a_section_in_one_language_is_told_where_the_other_replaces_another() -> None:
    both = {PAGE: THEN, FRENCH: THEN}
    other = OWN_TRIOS.replace("#trios", "#end")
    found = states(held({PAGE: OWN_TRIOS, FRENCH: other}, both, TRIOS, Part(FRENCH, "end")))
    assert [part for state, part in found if state is PartState.ONE_LANGUAGE] == [Part(FRENCH, "end"), TRIOS]


NAMED = {
    "the page": (Part(PAGE), WHOLE, True),
    "a section of it": (TRIOS, WHOLE, True),
    "the page, for a section": (Part(PAGE), TRIOS, True),
    "another section": (Part(PAGE, "end"), TRIOS, False),
    "another page": (Part("docs/week-04/index.md"), WHOLE, False),
}


@pytest.mark.parametrize("name", NAMED)
def test_a_change_for_safety_is_told_of_what_it_names(name: str) -> None:
    named, part, told = NAMED[name]
    own = {PAGE: OWN_TRIOS if part.section else OWN}
    found = only(held(own, {PAGE: NOW}, part, announced=(change(Weight.SAFETY, named),)))
    assert found.state is (PartState.SAFETY if told else PartState.CHANGED)
    assert len(found.changes) == told


def test_a_change_in_the_first_language_is_told_of_the_others() -> None:
    announced = (change(Weight.SAFETY, Part(PAGE)),)
    found = held({FRENCH: OWN, PAGE: OWN}, {FRENCH: NOW, PAGE: THEN}, Part(FRENCH), WHOLE, announced=announced)
    assert states(found) == [(PartState.SAFETY, Part(FRENCH)), (PartState.CURRENT, WHOLE)]


def test_what_was_known_when_the_part_was_looked_at_is_not_told_again() -> None:
    announced = (change(Weight.WORDING, WHOLE, id="new"), change(Weight.SAFETY, WHOLE, id="known"))
    found = held({PAGE: OWN}, {PAGE: NOW}, WHOLE, announced=announced)
    assert only(found).state is PartState.SAFETY
    entry = replace(found.entries[WHOLE], after="known")
    later = only(replace(found, entries={WHOLE: entry}))
    assert (later.state, [one.id for one in later.changes]) == (PartState.CHANGED, ["new"])


def test_an_old_copy_merged_late_still_hears_of_safety() -> None:
    """What counts is what was known when the copy was made, not the day: the fork took this change in a month later."""
    late = replace(change(Weight.SAFETY, WHOLE), day=date(2026, 10, 1))
    assert only(held({PAGE: OWN}, {PAGE: NOW}, WHOLE, announced=(late,))).state is PartState.SAFETY


def test_the_most_urgent_comes_first() -> None:
    own = {PAGE: OWN, "docs/a.md": "# A\n", "docs/b.md": "# B\n"}
    announced = (change(Weight.SAFETY, WHOLE),)
    kept = held(own, {PAGE: NOW, "docs/a.md": "# A, then\n", "docs/b.md": "# B\n"}, WHOLE, announced=announced)
    assert [state for state, _ in states(kept)] == [PartState.SAFETY, PartState.UNTRACKED, PartState.SAME]


def test_the_edition_here_keeps_what_it_replaced() -> None:
    languages, _ = read_languages(ROOT)
    edition, _ = read_edition_place(ROOT, languages)
    changes, problems = read_changes(ROOT, edition, languages)
    kept = read_held(ROOT, edition, languages, changes)
    found = find_states(kept)
    assert problems == []
    assert found
    assert {one.state for one in found} <= {PartState.CURRENT, PartState.CHANGED, PartState.SAFETY}
    assert {one.part for one in found} == set(kept.base)
    assert {part: hash_of(text) for part, text in kept.base.items()} == {
        part: entry.hash for part, entry in kept.entries.items()
    }


def test_a_language_more_is_no_other_page() -> None:
    other = Language("qaa", "qaa/", "Lingua", folder="qaa/")
    found = held({"docs/qaa/week-03/index.md": OWN}, {PAGE: THEN, "docs/qaa/week-03/index.md": THEN})
    assert PartState.UNTRACKED in {one.state for one in find_states(replace(found, languages=(*LANGUAGES, other)))}
