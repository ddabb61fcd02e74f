"""A week in one page to send: it holds the week and its handouts, nothing else, and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from conftest import ROOT, Project
from curriculum.elements.markdown import to_html
from curriculum.formats.articles import Articles
from curriculum.formats.documents import week_documents
from curriculum.formats.single.frame import LETTERS, frame_of, read_inside, single_style
from curriculum.formats.single.page import name_of, single_page
from curriculum.read.layers import Settings, read_curriculum
from curriculum.read.scripts import carried, read_scripts
from curriculum.read.styles import read_styles
from curriculum.words.labels import label
from curriculum.words.model import Curriculum
from curriculum.words.paper import Document
from reading.site.pages import addresses_in, article_of, ids_of, links_of, read_page, words_of

pytestmark = pytest.mark.slow

MOST = 300_000
"""Bytes that every messaging app takes, and a slow line too."""
POLICY = re.compile(
    r"default-src 'none'; style-src '(sha256-[^']+)'; script-src '(sha256-[^']+)'; "
    r"font-src data:; base-uri 'none'; form-action 'none'"
)


def read(root: Path, notes: str = "") -> Curriculum:
    curriculum, _ = read_curriculum(Settings(root, notes))
    assert curriculum
    return curriculum


@pytest.fixture(scope="module")
def curriculum(built: Project) -> Curriculum:
    return read(built.root)


@pytest.fixture(scope="module")
def weeks(curriculum: Curriculum) -> list[Document]:
    return week_documents(Articles(curriculum))


@pytest.fixture(scope="module")
def texts(built: Project, weeks: list[Document]) -> list[str]:
    return [(built.participant / f"{week.place}.html").read_text(encoding="utf-8") for week in weeks]


def spaced(label: str) -> str:
    """With the spaces that words are parted by here."""
    return " ".join(label.split())


def test_every_week_has_one_in_each_language_and_it_is_small(curriculum: Curriculum, texts: list[str]) -> None:
    assert len(texts) == 2 * len(curriculum.arc.sessions)
    assert max(len(text.encode()) for text in texts) <= MOST


def test_its_words_are_those_of_the_week_and_its_handouts(
    built: Project, weeks: list[Document], tmp_path: Path
) -> None:
    """Section by section, in order: the week, each handout under what it is, the lines to call; the same words."""
    for week in weeks:
        page = read_page(built.participant / f"{week.place}.html")
        sections = {section.get("id"): words_of(section) for section in page.iter("section")}
        opening, *handouts = week.articles
        assert list(sections) == [*map(name_of, handouts), "lines-to-call"]
        for handout in handouts:
            assert sections[name_of(handout)] == f"{spaced(handout.label)} {words_in(handout.text, tmp_path)}"
        before = words_of(article_of(page)).split(f" {spaced(handouts[0].label)} ")[0]
        assert before == f"{spaced(opening.label)} {words_in(opening.text, tmp_path)}"


def words_in(markdown: str, place: Path) -> str:
    """The words of an article, read as those of a page are."""
    (place / "a.html").write_text(f"<article>{to_html(markdown)}</article>", encoding="utf-8")
    return words_of(read_page(place / "a.html"))


def test_it_has_the_lines_to_call(built: Project, curriculum: Curriculum, weeks: list[Document]) -> None:
    """Every number of the first two groups of the edition, once, as a link that dials."""
    numbers = {r.number for r in curriculum.edition.resources if {"urgent", "talk"} & set(r.groups)}
    for week in weeks:
        page = read_page(built.participant / f"{week.place}.html")
        last = list(page.iter("section"))[-1]
        assert sorted(f"tel:{number.replace('-', '')}" for number in numbers) == sorted(addresses_in(last))


def test_its_links_and_ids_hold(built: Project, weeks: list[Document]) -> None:
    """Each id is there once; a link stays in the file and finds its id, or leads to another site, or dials."""
    for week in weeks:
        page = read_page(built.participant / f"{week.place}.html")
        ids = ids_of(page)
        assert len(ids) == len(set(ids)), week.place
        for address in links_of(page):
            assert address.startswith(("#", "https://", "tel:", "mailto:")), address
            assert not address.startswith("#") or address[1:] in ids, (week.place, address)


def test_it_carries_all_it_needs(texts: list[str]) -> None:
    """No element, style or script of it names a file; only links lead away."""
    for text in texts:
        assert not re.search(r"<(?:img|iframe|object|embed|base|form|input|link)\b|\bsrc=|@import", text)
        assert {found[:5] for found in re.findall(r"url\(([^)]*)\)", text)} == {"data:"}


def test_its_policy_names_what_it_carries_and_nothing_else(texts: list[str]) -> None:
    """One style, one script, both hashed by us here; the script is the pinned one, without its remarks."""
    leave = carried((ROOT / "overrides" / "scripts" / "leave.js").read_text(encoding="utf-8"))
    for text in texts:
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        (style,), (script,) = (re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL) for tag in ("style", "script"))
        assert script == leave
        hashes = POLICY.fullmatch(policy[1] if policy else "")
        assert hashes
        assert hashes.groups() == (digest(style), digest(script))
        assert not re.search(r"<(?:style|script) |\sstyle=|\son\w+=", text)


def digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def test_facilitators_send_the_same_file(built: Project, weeks: list[Document]) -> None:
    """What is sent around never holds a note."""
    for week in weeks:
        ours, theirs = (site / f"{week.place}.html" for site in (built.participant, built.facilitator))
        assert ours.read_bytes() == theirs.read_bytes()


def test_pages_offer_it(built: Project, weeks: list[Document]) -> None:
    """In the section of the week's handouts, and in the list of all files."""
    for week in weeks:
        folder, prefix = (built.participant / week.place).parent, week.language.prefix
        assert f"{folder.name}.html" in addresses_in(article_of(read_page(folder / "index.html")))
        files = addresses_in(article_of(read_page(built.participant / prefix / "downloads" / "index.html")))
        assert f"../{week.place.removeprefix(prefix)}.html" in files


def test_a_page_elsewhere_is_a_link_where_the_site_has_an_address(project: Project) -> None:
    """Without an address it is plain words; with one, it leads to the page and its section on the web."""
    profile = project.root / "editions" / "victoria" / "profile.yml"
    text = profile.read_text(encoding="utf-8")
    assert "\n  address:" not in text
    address = '\nsite:\n  address: "https://example.org/"\n'
    profile.write_text(text.replace("\nsite:\n", address), encoding="utf-8")
    before, after = (links_of_week(root) for root in (ROOT, project.root))
    assert "https://example.org/fr/references/#reeves-2022" in after
    assert [link for link in after if not link.startswith("https://example.org/")] == before


def links_of_week(root: Path) -> list[str]:
    """The links of the third week in French, made without a build."""
    curriculum = read(root)
    week = next(week for week in week_documents(Articles(curriculum)) if week.place == "fr/week-03/week-03")
    frame = frame_of(curriculum, week.language, read_inside(root, read_scripts(root)[0], read_styles(root)[0]))
    return re.findall(r'<a href="([^"]*)"', single_page(week, frame).decode())


def test_only_the_first_typeface_goes_inside() -> None:
    """A file that carried them all would be three times as heavy."""
    styles = {"letters": "@font-face { src: url(b.woff2) }", "base": "p { margin: 0 }"}
    face = f'@font-face {{ src: url({LETTERS}) format("woff2") }}'
    inside = 'p{margin:0}@font-face{src:url(data:font/woff2;base64,QQ==) format("woff2")}'
    assert single_style({**styles, "single": face}, b"A") == inside
    ours = single_style(read_styles(ROOT)[0], b"A")
    assert re.findall(r"url\([^)]*\)", ours) == ["url(data:font/woff2;base64,QQ==)"]


def test_the_name_of_the_language_is_on_the_page(texts: list[str], weeks: list[Document]) -> None:
    for text, week in zip(texts, weeks, strict=True):
        assert f'<html lang="{week.language.code}">' in text
        assert f">{label('leave', week.language)}</a>" in text
