"""A handout becomes a form: one named field for each mark, the same words, and nothing that could be sent or kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
from curriculum.compose.page import compose_page
from curriculum.elements.markdown import to_html
from curriculum.elements.tree import tree_of
from curriculum.formats.form.fields import SILENT, with_fields, written_sheet
from curriculum.formats.form.names import NotFillableError
from curriculum.read.layers import Settings, read_curriculum
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language
from languages import EN, FR, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
FIELD_TAGS = ("textarea", "input")
QUIET = 'autocomplete="off" spellcheck="false" writingsuggestions="false"'
MARKS = {
    "textarea": (
        ".//*[@class='lines']",
        ".//*[@class='blank']",
        ".//*[@class='write']",
        ".//*[@class='signature']/ul/*",
    ),
    "checkbox": (".//*[@class='tick']", ".//*[@class='ticks']/*"),
}
"""Where the kinds of fields come from, in the HTML that `elements` makes."""
ALLOWED = {
    *("class", "id", "href", "title", "lang", "scope", "role", "start", "aria-hidden", "data-column", "data-stacked"),
    *("type", "rows", "method", "hidden", "aria-label", "autocomplete", "spellcheck", "writingsuggestions"),
}
"""No `name` and no `action`, no style and no handler: nothing to send, and nothing a strict policy refuses."""


@dataclass(frozen=True)
class Sheet:
    """A handout as it is drawn and as it is filled in."""

    language: Language
    uri: str
    before: str = field(repr=False)
    after: str = field(repr=False)
    drawn: Element = field(repr=False)
    filled: Element = field(repr=False)


def text_field(name: str, rows: int = 1) -> str:
    return f'<textarea rows="{rows}" aria-label="{name}" {QUIET}></textarea>'


def filled(html: str, language: Language) -> str:
    """HTML -> the same sheet with fields."""
    article = tree_of(html)
    sheet = with_fields(article, language)
    return html if sheet is article else written_sheet(sheet)


def sheet_of(text: str, language: Language = EN) -> str:
    """What stands between the note and the buttons, for the Markdown of a sheet with the title `Sheet`."""
    html = filled(to_html(f"# Sheet\n\n{text}"), language)
    return html.split("</p>", 1)[1].rsplit('<p class="fill-end">', 1)[0]


def names_of(text: str, language: Language = EN) -> list[str]:
    return re.findall(r'aria-label="([^"]*)"', sheet_of(text, language))


def body_of(html: str) -> Element:
    return tinyhtml5.parse(html, namespace_html_elements=False)[1]


def words_of(body: Element) -> list[str]:
    """The words of a page in order, without those the form itself says."""

    def own(element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if child.get("class") not in ("fill-note", "fill-end"):
                yield from own(child)
            yield child.tail or ""

    return "".join(own(body)).split()


def marks_of(body: Element) -> dict[str, int]:
    return {kind: sum(len(body.findall(path)) for path in paths) for kind, paths in MARKS.items()}


def fields_of(body: Element) -> dict[str, int]:
    return {"textarea": len(list(body.iter("textarea"))), "checkbox": len(body.findall(".//input[@type='checkbox']"))}


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    curriculum, problems = read_curriculum(Settings(ROOT))
    assert curriculum
    assert not problems
    return curriculum


@pytest.fixture(scope="module")
def handouts(curriculum: Curriculum) -> list[Sheet]:
    """Every handout in each language, before and after."""
    return [_read(curriculum, language, handout.uri) for language in LANGUAGES for handout in curriculum.arc.handouts]


def _read(curriculum: Curriculum, language: Language, uri: str) -> Sheet:
    before = to_html(compose_page(curriculum.pages[language, uri], curriculum, {}))
    after = filled(before, language)
    return Sheet(language, uri, before, after, body_of(before), body_of(after))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Place: ____", f'<p>Place: <span class="blank field wide">{text_field("Place")}</span></p>'),
        (
            "It takes ____ hours.",
            f'<p>It takes <span class="blank field">{text_field("It takes … hours")}</span> hours.</p>',
        ),
        (
            "What helps:\n\n/// lines | 2\n///",
            '<p>What helps:</p>\n<div class="lines field"><div aria-hidden="true"><span></span><span></span></div>'
            f"{text_field('What helps', 2)}</div>",
        ),
        (
            "- [ ] I **ask**\n- [ ] I tell: ____",
            '<ul class="ticks">\n<li><label><input type="checkbox">I <strong>ask</strong></label></li>\n'
            '<li><label><input type="checkbox">I tell: </label>'
            f'<span class="blank field wide">{text_field("I tell")}</span></li>\n</ul>',
        ),
        (
            "/// signature\n- Date\n///",
            '<div class="signature">\n<ul>\n'
            f'<li><span class="field">{text_field("Date")}</span>Date</li>\n</ul>\n</div>',
        ),
    ],
    ids=["blank", "blank-inside", "lines", "ticks", "signature"],
)
def test_what_is_drawn_and_what_it_becomes(text: str, expected: str) -> None:
    assert sheet_of(text) == expected


def test_a_table_names_its_fields_by_row_and_column_and_can_be_stacked() -> None:
    sheet = sheet_of("| Item | Yes | Words |\n| --- | --- | --- |\n| I ask. | [ ] | |")
    for part in (
        '<table data-stacked="fill">',
        '<td class="tick" data-column="Yes"><input type="checkbox" aria-label="I ask: Yes"></td>',
        f'<td class="write" data-column="Words"><div class="field">{text_field("I ask: Words", 2)}</div></td>',
    ):
        assert part in sheet


def test_a_row_with_one_answer_does_not_repeat_its_column() -> None:
    assert "data-column" not in sheet_of("| Item | Mine |\n| --- | --- |\n| I ask | |")


def test_a_table_without_marks_stays_as_it_is() -> None:
    assert "data-stacked" not in sheet_of("| A | B |\n| --- | --- |\n| c | d |\n\nMe: ____")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Some words. I say: ____ You say: ____", ["I say", "You say"]),
        ("“I could do ____, or you could try ____.”", ["“I could do", "“I could do …, or you could try"]),
        ("One: ____  \nand two: ____", ["One", "and two"]),
        ("Not this. It takes ____ days. Nor this.", ["It takes … days"]),
        ("Write here.\n\n- [ ] one\n- [ ] ____", ["Write here", "Write here"]),
        ("I say **this: ____**", ["I say this"]),
        ("First this. Then **that**:\n\n/// lines | 1\n///", ["Then that"]),
        ("Is it? Is it not?\n\n/// lines | 1\n///", ["Is it? Is it not?"]),
        ("## Mine { #mine }\n\n/// lines | 1\n///", ["Mine"]),
        ("| | Mine |\n| --- | --- |\n| Where | |", ["Where: Mine"]),
        ("| One | Two |\n| --- | --- |\n| a | b |\n| | |", ["Row 2: One", "Row 2: Two"]),
        ("| What |  |\n| --- | --- |\n| Where | |", ["Where"]),
        ("- outer: ____\n    - inner: ____", ["outer", "inner"]),
        ("/// signature\n- Date\n\n- Name: ____\n///", ["Date", "Name", "Name"]),
    ],
)
def test_a_field_has_the_name_of_the_words_around_it(text: str, names: list[str]) -> None:
    assert names_of(text) == names


def test_a_name_is_in_the_language_of_the_page() -> None:
    table = "| Un | Deux |\n| --- | --- |\n| | |"
    assert names_of(table, FR) == ["Rangée 1\u00a0: Un", "Rangée 1\u00a0: Deux"]


def test_a_link_may_stand_in_a_label() -> None:
    assert sheet_of("- [ ] I [call](tel:988) now").count(
        '<input type="checkbox">I <a href="tel:988">call</a> now</label>'
    )


def test_items_of_several_blocks_have_a_label_on_their_first() -> None:
    sheet = sheet_of("- [ ] one\n\n    more\n\n- [ ] two")
    assert '<p><label><input type="checkbox">one</label></p>\n<p>more</p>' in sheet


def test_a_list_in_an_item_is_no_part_of_its_label() -> None:
    assert re.search(r"I ask\s*</label><ul>", sheet_of("- [ ] I ask\n    - twice"))


def test_the_sheet_stands_between_the_note_and_the_buttons_and_the_title_above_it() -> None:
    html = filled('<h1>Sheet</h1><p class="downloads">PDF</p><p>Me: <span class="blank"></span></p>', FR)
    assert html.startswith(
        f'<h1>Sheet</h1><p class="downloads">PDF</p><form class="fill" method="dialog" {QUIET}>'
        f'<p class="fill-note">{label("fill-note", FR)} '
        f'<span hidden="">{label("fill-leave", FR)} </span>{label("fill-erase", FR)}</p><p>Me: '
    )
    assert html.endswith(
        f'</p><p class="fill-end"><button type="button" hidden="">{label("fill-print", FR)}</button>'
        f'<button type="reset">{label("fill-clear", FR)}</button></p></form>'
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_names_the_button_that_erases(language: Language) -> None:
    assert label("fill-clear", language) in label("fill-erase", language)


def test_a_page_with_nothing_to_fill_in_stays_as_it_is() -> None:
    html = "<h1>Card</h1>\n<p>Go &amp; rest.<br />Now.</p>"
    assert filled(html, EN) == html


def test_breaks_entities_and_lists_in_lists_are_written_back() -> None:
    html = '<ol start="3"><li>a &lt; b &amp; "c"<br>d<ul><li>e\u00a0f</li></ul></li></ol>'
    assert html in filled(f'<h1>T</h1>{html}<p>Me: <span class="blank"></span></p>', EN)


@pytest.mark.parametrize(
    "html",
    [
        '<h1>T</h1><p>Me: <span class="blank">words</span></p>',
        '<h1>T</h1><div class="lines">words</div>',
        '<h1>T</h1><table><tbody><tr><td class="write"></td></tr></tbody></table>',
        '<h1>T</h1><table><thead><tr><th>A</th></tr></thead><tr><td class="tick">x</td></tr></table>',
        '<h1>T</h1><div>Me: <span class="blank"></span></div>',
        '<h1>T</h1><p class="write"></p>',
        '<div class="lines"><span></span></div>',
        '<div class="signature"><ul><li></li></ul></div>',
        '<h1>T</h1><svg></svg><p>Me: <span class="blank"></span></p>',
    ],
    ids=["in-a-blank", "in-lines", "no-heads", "in-a-cell", "no-line", "no-cell", "no-name", "no-label", "picture"],
)
def test_a_mark_that_cannot_be_filled_in_is_refused(html: str) -> None:
    with pytest.raises(NotFillableError):
        filled(html, EN)


def test_every_mark_of_every_handout_is_one_field(handouts: list[Sheet]) -> None:
    """As many as the source draws, and all kinds are there; a sheet without marks stays as it is."""
    for sheet in handouts:
        marks = marks_of(sheet.drawn)
        assert fields_of(sheet.filled) == marks, sheet
        assert (sheet.before == sheet.after) is not any(marks.values()), sheet
    assert all(sum(marks_of(sheet.drawn)[kind] for sheet in handouts) > 0 for kind in MARKS)


def test_both_languages_have_the_same_fields_in_the_same_order(handouts: list[Sheet]) -> None:
    found: dict[str, list[list[tuple[str, str | None]]]] = {}
    for sheet in handouts:
        fields = [(element.tag, element.get("rows")) for element in sheet.filled.iter() if element.tag in FIELD_TAGS]
        found.setdefault(sheet.uri, []).append(fields)
    assert [uri for uri, (english, french) in found.items() if english != french] == []


def test_no_handout_loses_or_gains_a_word(handouts: list[Sheet]) -> None:
    for sheet in handouts:
        assert words_of(sheet.filled) == words_of(sheet.drawn), sheet


def test_every_field_of_every_handout_has_a_name(handouts: list[Sheet]) -> None:
    for sheet in handouts:
        ticks = [tick for tick in sheet.filled.iter("label") if "".join(tick.itertext()).strip()]
        labelled = {box for tick in ticks for box in tick.iter("input")}
        fields = [element for element in sheet.filled.iter() if element.tag in FIELD_TAGS]
        assert [f for f in fields if not (f.get("aria-label") or "").strip() and f not in labelled] == [], sheet


def test_a_label_holds_one_box_and_nothing_to_write_in(handouts: list[Sheet]) -> None:
    for sheet in handouts:
        for tick in sheet.filled.iter("label"):
            assert [e.get("type") for e in tick.iter() if e.tag in FIELD_TAGS] == ["checkbox"], sheet


def test_nothing_in_a_sheet_can_be_sent_or_kept(handouts: list[Sheet]) -> None:
    for sheet in handouts:
        assert {name for element in sheet.filled.iter() for name in element.attrib} <= ALLOWED, sheet
        assert {form.get("method") for form in sheet.filled.iter("form")} <= {"dialog"}, sheet
        for part in (*sheet.filled.iter("form"), *sheet.filled.iter("textarea")):
            assert " ".join(f'{name}="{part.get(name)}"' for name in SILENT) == QUIET, sheet


def test_the_same_page_gives_the_same_form(handouts: list[Sheet]) -> None:
    for sheet in handouts:
        assert filled(sheet.before, sheet.language) == sheet.after, sheet


def test_the_script_is_small_and_asks_for_nothing() -> None:
    script = (ROOT / "overrides" / "scripts" / "fill.js").read_text(encoding="utf-8")
    assert len(script.encode()) <= 5 * 1024
    assert not re.search(r"fetch|XMLHttp|sendBeacon|Storage|cookie|history|indexedDB|import|eval|http", script)
