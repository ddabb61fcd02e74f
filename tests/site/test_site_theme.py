"""What the theme adds: words in the language of the page, and nothing from anybody else's computer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from conftest import ROOT, Project
from curriculum.read.layers import Settings, read_curriculum
from curriculum.read.scripts import read_scripts
from curriculum.read.styles import read_styles
from curriculum.words.labels import read_words
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES
from reading.site.pages import UNSEEN, addresses_in, by_class, language_of, read_page, read_pages_of

pytestmark = pytest.mark.slow

INTERFACE = {
    EN: (
        *("Previous", "Next", "Back to", "Skip to", "Search", "Table of contents", "Language", "Permanent link"),
        *("Footer", "Header", "Tabs", "Share", "Copy to clipboard", "Last update", "Select", "Link to this"),
    ),
    FR: (
        *("Précédent", "Suivant", "Retour à", "Retour en", "Aller au contenu", "Rechercher", "Recherche", "Langue"),
        *("Table des matières", "Lien permanent", "Pied de page", "En-tête", "Onglets", "Partager", "Lien vers"),
    ),
}
"""Words of the interface that are not the same in the other language (“Menu” and “Navigation” are)."""
LABELS = ("note", "run-sheet", "facilitator-site", "handouts", "at-a-glance", "plan-lead")
SPOKEN = ("title", "aria-label", "alt", "placeholder", "aria-description", "data-press1", "data-press3", "data-file")
LANGUAGE_SWITCH = "other-language"
ELSEWHERE = frozenset({"doi.org", "creativecommons.org", "www2.gov.bc.ca", "ethics.gc.ca", "ethique.gc.ca"})
"""The only other places that a reader may choose to go to: works, the licence, and what governments say of a duty."""
LOADED = {"link": "href"} | dict.fromkeys(("script", "img", "iframe", "source", "video", "audio", "embed"), "src")
NAMED_BY_LINK = frozenset({"canonical", "license"})
"""Relations that a browser fetches nothing for."""
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@pytest.fixture(scope="module", params=["participant", "facilitator"])
def site(built: Project, request: pytest.FixtureRequest) -> Path:
    return built.participant if request.param == "participant" else built.facilitator


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Element]:
    return read_pages_of(site)


def _own(element: Element, skip: str = "") -> Iterator[Element]:
    """What is shown in the language of the page: an element and those in it, without one kind if wanted."""
    yield element
    for child in element:
        if child.tag not in UNSEEN | {skip} and "lang" not in child.attrib:
            yield from _own(child, skip)


def _texts(page: Element, skip: str = "") -> Iterator[str]:
    for element in _own(page, skip):
        yield element.text or ""
        yield from (child.tail or "" for child in element)


def _attributes(page: Element) -> Iterator[str]:
    return (element.attrib[name] for element in _own(page) for name in SPOKEN if name in element.attrib)


def _foreign(words: tuple[str, ...], texts: list[str]) -> list[tuple[str, str]]:
    """The words that stand in one of the texts, with that text."""
    pairs = ((word, " ".join(text.split())) for text in texts if text.strip() for word in words)
    return [(word, text) for word, text in pairs if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interface_speaks_the_language_of_the_page(pages: dict[str, Element], language: Language) -> None:
    """Around the article and in the attributes, no word of the interface of the other language."""
    (other,) = set(LANGUAGES) - {language}
    found = []
    for place, page in pages.items():
        if language_of(place) == language:
            said = [*_texts(page, skip="article"), *_attributes(page)]
            found += [(place, *words) for words in _foreign(INTERFACE[other], said)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_composed_speaks_the_language_of_the_page(pages: dict[str, Element], language: Language) -> None:
    """In the article too, no label of the other language."""
    (other,) = set(LANGUAGES) - {language}
    labels = tuple(read_words("labels", other)[name] for name in LABELS)
    found = []
    for place, page in pages.items():
        if language_of(place) == language:
            found += [(place, *words) for words in _foreign(labels, [*_texts(page), *_attributes(page)])]
    assert found == []


def test_the_other_language_is_marked_where_it_stands(pages: dict[str, Element]) -> None:
    """The only words of the other language carry its `lang`: the switch, and half of the page for lost visitors."""
    for place, page in pages.items():
        marked = {e.get("lang") for e in page.iter() if e.get("lang") and e.tag != "html"}
        assert marked <= {language.code for language in LANGUAGES} - {page.get("lang")}, place
        assert all(switch.get("lang") for switch in by_class(page, LANGUAGE_SWITCH)), place


def _host(address: str) -> str:
    return urlsplit(address).netloc


def test_pages_load_nothing_from_another_host(built: Project, pages: dict[str, Element]) -> None:
    """Scripts, styles, pictures and fonts are files of the site."""
    named = []
    for place, page in pages.items():
        for element in page.iter():
            fetched = element.tag != "link" or not set(element.get("rel", "").split()) & NAMED_BY_LINK
            address = element.get(LOADED.get(element.tag, ""), "")
            if fetched and (_host(address) or "srcset" in element.attrib):
                named.append((place, element.tag, address))
    assert named == []


def test_styles_load_nothing_from_another_host(site: Path, pages: dict[str, Element]) -> None:
    """No stylesheet, `<style>` or style attribute names an address outside the site."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in site.rglob("*.css")}
    for place, page in pages.items():
        inline = [element.text or "" for element in page.iter("style")]
        texts[place] = "\n".join([*inline, *(element.get("style", "") for element in page.iter())])
    addresses = {name: [a or b for a, b in CSS_ADDRESS.findall(text)] for name, text in texts.items()}
    assert any(addresses.values())
    assert [(name, address) for name, found in addresses.items() for address in found if _host(address)] == []


def test_links_lead_only_to_the_site_to_a_phone_or_to_a_known_source(built: Project, pages: dict[str, Element]) -> None:
    """An address outside the site is one of the few known ones, or a number to call."""
    curriculum, _ = read_curriculum(Settings(built.root))
    facts = curriculum.edition.facts
    own = {_host(facts[name][of]) for name in ("site.address", "site.exit") if name in facts for of in LANGUAGES}
    wrong = []
    for place, page in pages.items():
        for address in addresses_in(page):
            parts = urlsplit(address)
            if parts.scheme not in ("", "https", "tel") or (parts.netloc and parts.netloc not in ELSEWHERE | own):
                wrong.append((place, address))
    assert wrong == []


def test_numbers_to_call_can_be_called(pages: dict[str, Element]) -> None:
    """A `tel:` link holds nothing but a number."""
    addresses = {address for page in pages.values() for address in addresses_in(page)}
    numbers = {address for address in addresses if address.startswith("tel:")}
    assert numbers
    assert [number for number in numbers if not re.fullmatch(r"tel:\+?\d{3,15}", number)] == []


OF_WHAT_IS_BEHIND = {"since"}
"""What a section has that is ahead in another language; none is, here."""
OF_MORE_LANGUAGES = {"tongues"}
"""The line of languages, where there are more than two."""
OF_A_DRAFT = {"draft"}
"""What only an edition that says it is a draft has."""
UNSTYLED = frozenset({"content-note", "previous"})
"""Names that tell people and programs what something is; it looks like what stands beside it."""


def test_every_class_is_styled_and_every_style_has_its_class(built: Project) -> None:
    """In all pages, and by the clock of one: nothing waits for a style, no style waits for an element."""
    written = {
        name
        for site in (built.participant, built.facilitator)
        for path in site.rglob("*.html")
        for element in read_page(path).iter()
        for name in (element.get("class") or "").split()
    }
    given = set(re.findall(r'classList\.\w+\("([a-z-]+)"', read_scripts(ROOT)[0]["tonight"]))
    assert (written | given | OF_A_DRAFT | OF_WHAT_IS_BEHIND | OF_MORE_LANGUAGES) - UNSTYLED == {
        name for text in read_styles(ROOT)[0].values() for name in classes_in(text)
    }
    assert written >= UNSTYLED
    assert not written & OF_A_DRAFT


def classes_in(style: str) -> set[str]:
    """`.box > p, a[href$=".pdf"] { margin: .5em }` -> {"box"}."""
    selectors = re.sub(r"/\*.*?\*/|\"[^\"]*\"|@[^{;]*|\{[^{}]*\}", " ", style, flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][a-z-]*)", selectors))
