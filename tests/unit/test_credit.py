"""Whoever gives the course on says whose it is: on each kind of file, in both languages, for a fork of a fork too."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, read_valid
from curriculum.checks.credit import check_credit
from curriculum.checks.credited import ABOUT, ALONE, HEAD, KINDS, PAGES, read_uncredited
from curriculum.compose.credit import credit_in_full, credit_words, name_or_credit
from curriculum.compose.page import compose_page
from curriculum.formats.archive import to_zip
from curriculum.formats.articles import Articles
from curriculum.formats.files import jobs_of, make_all, read_job
from curriculum.formats.manifest import CREDIT
from curriculum.formats.record import RECORD, record_of
from curriculum.formats.screen import Screen
from curriculum.formats.tonight.frame import read_insides
from curriculum.live.frame import frame_of, page_html
from curriculum.live.templates import read_templates
from curriculum.publish.offline.copies import note_of
from curriculum.read.credit import first_of, read_cited, read_credit
from curriculum.read.layers import Settings, read_sources
from curriculum.site.policy import policy_of
from curriculum.words.credit import Credit, Source, allows
from curriculum.words.model import Audience, Curriculum, Language, Term, Text
from curriculum.words.problems import report
from jsonschema import Draft202012Validator
from languages import EN, FR, LANGUAGES

EXPECTED = Path(__file__).parent / "credited-wrongly" / "expected.txt"
CASES = ROOT / "tests" / "problems"
SHORE = Source(
    Text({"en": "Shore Evenings", "fr": "Soirées de la rive"}),
    "The people of the shore",
    "CC BY-SA 4.0",
    "2027.1",
    "https://example.org/shore/",
    "2027-01-15",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course with a page about its edition, and our templates."""
    place = tmp_path_factory.mktemp("credit")
    for case in ("nothing-wrong", "credit-in-other-words"):
        shutil.copytree(CASES / case, place, dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", place / "overrides")
    return place


@pytest.fixture(scope="module")
def fork(root: Path) -> Curriculum:
    """A fork of a fork: the shore comes between it and the first course."""
    return made_from(read_valid(Settings(root)), SHORE)


def made_from(course: Curriculum, *sources: Source) -> Curriculum:
    """The same course, made from these, and then from what it is made from anyway."""
    credit = course.edition.credit
    return replace(course, edition=replace(course.edition, credit=replace(credit, sources=(*sources, *credit.sources))))


def page_of(root: Path, course: Curriculum, language: Language, uri: str) -> str:
    """A page as a browser gets it, with its facts in its article."""
    environment = read_templates(root, None).environment
    assert environment
    frame, page = frame_of(course, language, {}, policy_of({})), course.pages[language, uri]
    said = compose_page(page, course, {}) if uri == "about-this-edition.md" else "Hello"
    return page_html(environment, frame, page, Screen(f"<p>{said}</p>", (), False), {})


@pytest.fixture(scope="module")
def site(root: Path, fork: Curriculum, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each kind of file that a fork gives on."""
    place = tmp_path_factory.mktemp("credited") / "site"
    made, problems = make_all(Articles(fork), read_insides(root, {}, {}).single, root)
    assert problems == []
    files: dict[str, bytes] = dict(made)
    for language in LANGUAGES:
        for uri in ("index.md", "about-this-edition.md"):
            page = fork.pages[language, uri]
            files[f"{language.prefix}{page.place}index.html"] = page_of(root, fork, language, uri).encode()
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


def without(part: str, words: bytes) -> Callable[[bytes], bytes]:
    """A ZIP whose part no longer says these words."""

    def change(content: bytes) -> bytes:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
        assert words in parts[part]
        return to_zip({**parts, part: parts[part].replace(words, b"")})

    return change


def cut(pattern: bytes) -> Callable[[bytes], bytes]:
    """A file without what fits a pattern."""

    def change(content: bytes) -> bytes:
        assert re.search(pattern, content, re.DOTALL)
        return re.sub(pattern, b"", content, flags=re.DOTALL)

    return change


NAME = "Soirées de la rive".encode()
MUTATIONS: dict[str, tuple[str | Term, str, Callable[[bytes], bytes]]] = {
    "the foot of a page": (PAGES, "fr/index.html", cut(rb'<p class="credit">.*?</p>')),
    "a source in the foot": (PAGES, "fr/index.html", cut(NAME)),
    "the licence in the foot": (PAGES, "index.html", cut(rb'<a rel="license".*?</a>')),
    "the licence for programs": (HEAD, "index.html", cut(rb'<link rel="license"[^>]*>')),
    "the foot of a page to send": (ALONE, "week-01/week-01.html", cut(rb'<p class="credit">.*?</p>')),
    "what the edition was made from": (ABOUT, f"fr/{ABOUT}", cut(rb"<article>.*</article>")),
    "the rights of a PDF": ("pdf", "fr/week-01/handouts/first-steps-a4.pdf", cut(rb"<dc:rights>.*?</dc:rights>")),
    "the foot in Word": ("docx", "fr/week-01/week-01.docx", without("word/footer.xml", NAME)),
    "the title page of the book": ("epub", "fr/workbook.epub", without("EPUB/title.xhtml", NAME)),
    "the record of the book": ("epub", "fr/workbook.epub", without("EPUB/package.opf", NAME)),
    "the text of a ZIP": ("zip", "fr/week-01/week-01.zip", without(CREDIT, NAME)),
    "the record": (RECORD, RECORD, cut(rb'"authors": "The people of the shore",')),
    "the whole record": (RECORD, RECORD, lambda content: b"{}"),
}


def test_every_kind_of_file_carries_its_credit(site: Path, fork: Curriculum) -> None:
    assert read_uncredited(site, fork) == []


@pytest.mark.parametrize("name", MUTATIONS)
def test_what_no_longer_says_it_fails_in_one_place(site: Path, fork: Curriculum, name: str) -> None:
    kind, place, change = MUTATIONS[name]
    whole = (site / place).read_bytes()
    try:
        (site / place).write_bytes(change(whole))
        found = read_uncredited(site, fork)
    finally:
        (site / place).write_bytes(whole)
    assert [(one.rule, one.values["found"], one.path) for one in found] == [("built-credit", kind, f"site/{place}")]


def test_each_kind_is_tried() -> None:
    assert {kind for kind, _, _ in MUTATIONS.values()} == {*KINDS}


def test_what_is_told_of_it(site: Path, fork: Curriculum) -> None:
    bare = made_from(fork, replace(SHORE, title=Text({"en": "Other", "fr": "Autre"})))
    said = report(read_uncredited(site, bare), LANGUAGES) + "\n"
    if os.environ.get("REFRESH"):
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")


def test_a_site_without_its_record_is_told(site: Path, fork: Curriculum) -> None:
    whole = (site / RECORD).read_bytes()
    (site / RECORD).unlink()
    found = [one.values["found"] for one in read_uncredited(site, fork)]
    (site / RECORD).write_bytes(whole)
    assert found == [RECORD]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fork_of_a_fork_names_both_and_says_that_nobody_reviewed_it(fork: Curriculum, language: Language) -> None:
    first = {EN: "Alongside", FR: "Côte à côte"}[language]
    for said in (credit_words(fork, language), name_or_credit(fork, language), credit_in_full(fork, language)):
        assert said.index(SHORE.title[language]) < said.index(first)
    full = credit_in_full(fork, language)
    said = (SHORE.authors, SHORE.licence, SHORE.version, SHORE.address, SHORE.retrieved)
    assert [words for words in said if words not in full] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_to_open_offline_says_it_too(fork: Curriculum, language: Language) -> None:
    note = note_of(fork, language, "x", "y", Audience.PARTICIPANT).decode("utf-8-sig").replace("\r\n", "\n")
    assert note.endswith(f"{credit_in_full(fork, language)}\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_asked_not_to_be_named_is_not_named(fork: Curriculum, language: Language) -> None:
    hidden = made_from(
        fork, replace(SHORE, title=Text({"en": "Hidden", "fr": "Cachée"}), authors="X Y", withdrawn=True)
    )
    said = f"{credit_in_full(hidden, language)}{credit_words(hidden, language)}{record_of(hidden).decode()}"
    assert not [word for word in ("Hidden", "Cachée", "X Y") if word in said]
    assert "withdrawn" in record_of(hidden).decode()


def test_a_book_that_is_kept_says_the_credit_of_now(tmp_path: Path) -> None:
    """No page of this course says it; the title page of its book does."""
    shutil.copytree(CASES / "nothing-wrong", tmp_path, dirs_exist_ok=True)
    course, inside = read_valid(Settings(tmp_path)), read_insides(ROOT, {}, {}).single
    for address in ("https://one.example/", "https://two.example/"):
        now = made_from(course, replace(SHORE, address=address))
        books = [job for job in jobs_of(Articles(now), inside, tmp_path) if job.ending == ".epub"]
        for job in books:
            with zipfile.ZipFile(BytesIO(read_job(job, now, tmp_path))) as book:
                assert address in book.read("EPUB/title.xhtml").decode()
        assert books


@pytest.mark.first_course
def test_the_first_course_owes_nobody_and_every_other_owes_it() -> None:
    course = read_valid(Settings(ROOT))
    assert course.edition.credit == Credit(licence="CC BY-SA 4.0")
    assert name_or_credit(course, FR) == "Côte à côte"
    partner = replace(course.edition, path="partner", credit=Credit())
    first = first_of(read_cited(ROOT)[0], course.arc, course.languages)
    credit = read_credit(ROOT, partner, first, course.pages, course.languages).credit
    assert [source.authors for source in credit.sources] == ["The Alongside / Côte à côte authors"]
    named = replace(partner, credit=Credit((SHORE, replace(SHORE, title=credit.sources[0].title))))
    again = read_credit(ROOT, named, first, course.pages, course.languages).credit
    assert len(again.sources) == 2


def test_pages_that_were_replaced_or_added_are_said(tmp_path: Path) -> None:
    shutil.copytree(CASES / "nothing-wrong", tmp_path, dirs_exist_ok=True)
    own = tmp_path / "editions" / "harbour"
    shutil.copytree(tmp_path / "docs" / "week-01", own / "docs" / "week-01")
    (own / "docs" / "week-01" / "handouts" / "more.md").write_text("# More\n", encoding="utf-8")
    edition = read_sources(tmp_path).edition
    assert edition
    assert edition.credit.replaced == ("docs/week-01/handouts/first-steps.md", "docs/week-01/index.md")
    assert edition.credit.added == ("docs/week-01/handouts/more.md",)


@pytest.mark.parametrize(
    ("source", "licence", "right"),
    [
        ("CC BY-SA 4.0", "CC BY-SA 4.0", True),
        ("CC BY-SA 4.0", "CC BY-SA 5.0", True),
        ("CC BY-SA 4.0", "CC BY-SA 3.0", False),
        ("CC BY-SA 4.0", "CC BY-NC-SA 4.0", False),
        ("CC BY-SA 4.0", "CC BY 4.0", False),
        ("CC BY-SA 4.0", "CC BY-ND 4.0", False),
        ("CC BY-SA 4.0", "CC0 1.0", False),
        ("CC BY 4.0", "CC BY-SA 4.0", True),
        ("CC BY 4.0", "CC0 1.0", False),
        ("CC BY-NC 4.0", "CC BY-SA 4.0", False),
        ("CC BY-NC-SA 4.0", "CC BY-NC-SA 4.0", True),
        ("CC BY-ND 4.0", "CC BY-ND 4.0", False),
        ("CC0 1.0", "CC BY 4.0", True),
    ],
)
def test_a_licence_is_held_to_that_of_the_text(source: str, licence: str, right: bool) -> None:
    assert allows(source, licence) is right


def test_a_source_that_allows_no_changes_is_refused_by_its_licence(fork: Curriculum) -> None:
    course = made_from(fork, replace(SHORE, licence="CC BY-ND 4.0"))
    assert [(one.rule, one.values["source"]) for one in check_credit(course)] == [("licence-refused", "CC BY-ND 4.0")]


def test_the_record_is_as_its_schema_has_it(fork: Curriculum) -> None:
    schema = json.loads((ROOT / "hooks/curriculum/formats/schemas/edition.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for course in (fork, read_valid(Settings(ROOT)), made_from(fork, replace(SHORE, withdrawn=True))):
        Draft202012Validator(schema).validate(json.loads(record_of(course)))
    assert not Draft202012Validator(schema).is_valid({**json.loads(record_of(fork)), "reviewed_by_upstream": True})


@pytest.mark.first_course
def test_the_record_of_the_first_course_says_what_the_course_says() -> None:
    """`CITATION.cff` is for people who cite, `curriculum.yml` for the build: no one may say what the other does not."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    arc = read_valid(Settings(ROOT)).arc
    assert cited["version"] == arc.version
    assert cited["license"] == arc.licence.replace(" ", "-")
    assert cited["title"] == credit_words(read_valid(Settings(ROOT)), EN)
    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
