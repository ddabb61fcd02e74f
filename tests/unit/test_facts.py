"""Facts in pages."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from conftest import ROOT, read_valid
from curriculum.compose.blocks import week_list
from curriculum.compose.facts import escape, facts_for, fill, shown_title, with_label
from curriculum.read.layers import Settings
from curriculum.site.frame import head_of
from curriculum.words.forms import before_name, forms_of
from curriculum.words.labels import label
from curriculum.words.model import Language, Text
from languages import EN, FR, LANGUAGES
from markdown import markdown


def test_a_fact_is_put_in_and_an_unknown_name_stays() -> None:
    assert fill("{{ org.name }} {{org.name}} {{ org.nam }}", {"org.name": "Us"}) == "Us Us {{ org.nam }}"


SIGNS = ["a_b_c", "*star*", "<b>&", "[x](y)", "`code`", "| bar", "# hash", "back\\slash", "{ .x }", "{{ x }}"]


@pytest.mark.parametrize("words", SIGNS)
def test_a_value_shows_exactly_its_words_and_never_becomes_markup(words: str) -> None:
    shown = markdown(f"Here: {escape(words)}.")
    plain = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;")
    assert shown == f"<p>Here: {plain}.</p>"


@pytest.mark.parametrize(("value", "shown"), [("We meet.", "We meet (later)."), ("Us", "Us (later)")])
def test_the_label_comes_before_the_full_stop(value: str, shown: str) -> None:
    assert with_label(value, "later") == shown


def test_a_value_on_two_lines_stays_in_its_heading_or_its_item() -> None:
    assert fill("- {{ a }} end", {"a": "One.\n\n/// box\n"}) == "- One. /// box end"


INVENTED = {
    "le Cercle du quai": ("du Cercle du quai", "au Cercle du quai"),
    "la Halte": ("de la Halte", "à la Halte"),
    "l’Hirondelle": ("de l’Hirondelle", "à l’Hirondelle"),
    "les Amis du port": ("des Amis du port", "aux Amis du port"),
    "Entraide Nord": ("d’Entraide Nord", "à Entraide Nord"),
    "Maison Nord": ("de Maison Nord", "à Maison Nord"),
}
BROKEN = re.compile(r"\b(?:de|à) les?\b|\b(?:de|du|des) (?:le|la|les|du|des) |[ld]’(?:le|la|les) ", re.IGNORECASE)


@pytest.mark.parametrize("name", INVENTED)
def test_a_french_name_joins_the_word_before_it(name: str) -> None:
    assert tuple(forms_of(name, FR)[word] for word in ("de", "à")) == INVENTED[name]
    assert forms_of(name, EN) == {}


def test_an_h_without_an_article_may_be_silent_or_not_and_the_profile_says_it() -> None:
    course = read_valid(Settings(ROOT))
    facts = {**course.edition.facts, "org.name": Text({"en": "Harmony", "fr": "Harmonie"})}
    silent = replace(course, edition=replace(course.edition, facts=facts))
    assert "org.name.de" not in facts_for(silent, FR, "index.md")
    facts["org.forms.fr.de"] = Text(plain="d’Harmonie")
    said = facts_for(silent, FR, "index.md")
    assert (said["org.name.de"], said["org.name.à"]) == ("d’Harmonie", "à Harmonie")
    assert not [name for name in said if name.startswith("org.forms")]
    assert "org.name.de" not in facts_for(silent, EN, "index.md")


@pytest.mark.parametrize("name", INVENTED)
def test_each_french_page_reads_right_with_any_name(name: str) -> None:
    course = read_valid(Settings(ROOT))
    facts = {**course.edition.facts, "org.name": Text({"en": "Us", "fr": name})}
    other = replace(course, edition=replace(course.edition, facts=facts))
    named = [page for page in course.pages.values() if page.language == FR and "{{ org.name" in page.body]
    assert len(named) >= 3
    for page in named:
        text = " ".join(fill(page.body, facts_for(other, FR, page.uri)).split())
        around = [text[max(0, at.start() - 30) : at.end()] for at in re.finditer(re.escape(name), text)]
        assert around
        assert [words for words in around if BROKEN.search(words)] == []


@pytest.mark.parametrize("words", ["voilà", "avec", "par", "chez", "une semaine avec", "modèle", "celles-ci,"])
def test_after_a_plain_word_a_name_stands_as_it_is(words: str) -> None:
    assert before_name(f"{words} **", FR) == ""


@pytest.mark.parametrize("words", ["de", "Du", "la", "jusqu’", "d'", "aux", "à", "Les", "l’", "qu’"])
def test_after_a_word_that_joins_it_no_name_stands_alone(words: str) -> None:
    assert before_name(f"Voici {words} *", FR) == words


def test_without_words_for_the_land_each_page_says_that_they_are_still_to_be_agreed() -> None:
    course = read_valid(Settings(ROOT))
    facts = {name: text for name, text in course.edition.facts.items() if name != "territory.statement"}
    facts["territory.not_yet"] = Text(plain="Until our visit of 3 March")
    silent = replace(
        course, edition=replace(course.edition, facts=facts, to_confirm=frozenset({"territory.statement"}))
    )
    asked = [page for page in course.pages.values() if "territory.statement" in page.body]
    assert len(asked) >= 20
    for page in asked:
        facts_said = facts_for(silent, page.language, page.uri)
        said = fill(page.body, facts_said)
        assert label("territory-not-yet", page.language) in said
        assert label("to-confirm", page.language) not in facts_said["territory.statement"]
        assert "3 March" not in said
        assert "territory.not_yet" not in facts_said


THIRD = Language("qaa", "qaa/", "Lingua")


@pytest.mark.parametrize(
    ("languages", "english", "french"),
    [
        (
            LANGUAGES,
            "in English and French; in French or in English",
            "en français et en anglais; en français ou en anglais",
        ),
        ((EN,), "in English; in English", ""),
        ((FR,), "", "en français; en français"),
        (
            (*LANGUAGES, THIRD),
            "in English, French and Lingua; in French, Lingua or English",
            "en français, en anglais et en Lingua; en français, en anglais ou en Lingua",
        ),
    ],
)
def test_a_page_names_the_languages_that_its_site_has(
    languages: tuple[Language, ...], english: str, french: str
) -> None:
    course = replace(read_valid(Settings(ROOT)), languages=languages)
    for language, expected in ((EN, english), (FR, french)):
        if expected:
            facts = facts_for(course, language, "index.md")
            asked = "{{ curriculum.all-languages }}; {{ curriculum.any-languages }}"
            assert fill(asked, facts) == expected


@pytest.mark.parametrize(("uri", "found"), [("room.md", "in French or in English"), ("law.md", "Lingua")])
def test_a_language_counts_for_everybody_where_participants_have_a_page_in_it(uri: str, found: str) -> None:
    """What facilitators alone have in it changes no page that both audiences read."""
    course = read_valid(Settings(ROOT, "facilitator"))
    lent = replace(THIRD, lender=EN)
    more = {(lent, uri): replace(course.pages[EN, uri], language=lent)}
    course = replace(course, languages=(*LANGUAGES, lent), pages={**course.pages, **more})
    assert found in facts_for(course, EN, "index.md")["curriculum.any-languages"]


def test_a_fact_above_a_page_is_put_in_wherever_it_is_shown() -> None:
    """The list of weeks, the head of a page, menus and tabs: a reader sees no braces."""
    course = read_valid(Settings(ROOT))
    key = EN, course.arc.weeks[0].uri
    page = replace(course.pages[key], meta={"title": "At {{ org.name }}", "description": "With {{ site.name }}."})
    course = replace(course, pages={**course.pages, key: page})
    org, site = (facts_for(course, EN, page.uri)[name] for name in ("org.name", "site.name"))
    assert shown_title(page, course) == f"At {org}"
    assert head_of(page, course) == {"description": f"With {html.escape(site)}."}
    assert f"With {escape(site)}." in week_list(course, EN)
