"""The same course with its languages in another order, or one alone: built by MkDocs, for both audiences."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, fromstring

import pytest
import zxingcpp
from conftest import Project
from curriculum.live.kept import Kept
from curriculum.live.pages import Site
from curriculum.live.templates import read_templates
from curriculum.read.layers import Settings, read_all
from curriculum.site.search import INDEX
from curriculum.words.audience import FOLDERS, NOTES
from curriculum.words.labels import label
from curriculum.words.model import Audience
from languages import FR
from live_site import started, wait_for
from ordered import ADDRESS, IMAGES, build_small, lay_out
from reading.pdf.layout import rasters_of
from reading.site.pages import by_class, ids_of, links_of, read_bytes_of, read_pages_of, target_of

pytestmark = pytest.mark.slow

ORDERS = ["en, fr", "fr, en", "fr", "en"]
ONCE = re.compile(r"assets/|404\.html$|_headers$|\.htaccess$|edition\.json$|sitemap\.xml")
"""What a site has once, whatever its languages."""
LOST = "404.html"
NS = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
Build = Callable[[str], Project]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The small course with an order of its languages, and both of its sites. Each language has a picture of its own
    in the same place, and so has the search.
    """

    @cache
    def build(order: str) -> Project:
        return build_small(tmp_path_factory.mktemp("order"), order)

    return build


@pytest.fixture(scope="module", params=ORDERS)
def order(request: pytest.FixtureRequest) -> list[str]:
    return str(request.param).split(", ")


@pytest.fixture(scope="module")
def project(build: Build, order: list[str]) -> Project:
    return build(", ".join(order))


@pytest.fixture(scope="module", params=Audience)
def site(request: pytest.FixtureRequest, project: Project) -> Path:
    return project.root / FOLDERS[request.param]


def language_of(place: str, order: list[str]) -> str:
    return next((code for code in order[1:] if place.startswith(f"{code}/")), order[0])


def neutral(place: str, order: list[str]) -> tuple[str, str]:
    code = language_of(place, order)
    return code, place.removeprefix(f"{code}/")


def pages_of(site: Path, order: list[str]) -> dict[str, Element]:
    """Its pages, without those that lead on from where the first language was before."""
    pages = read_pages_of(site)
    return {place: page for place, page in pages.items() if not place.startswith(f"{order[0]}/")}


def test_every_file_is_where_its_language_is(build: Build, site: Path, order: list[str]) -> None:
    """The same files as with English first, in the languages there are, and nothing of any other."""
    usual = ORDERS[0].split(", ")
    before = {
        neutral(place, usual) for place in read_bytes_of(build(ORDERS[0]).root / site.name) if not ONCE.match(place)
    }
    shared = {(code, uri) for code, uri in before if uri.endswith("lamp.jpg")}
    assert {neutral(place, order) for place in read_bytes_of(site) if not ONCE.match(place)} == {
        *((code, uri) for code, uri in before - shared if code in order),
        (order[0], f"{IMAGES}/lamp.jpg"),
    }


def test_each_picture_is_that_of_its_language(project: Project, site: Path, order: list[str]) -> None:
    folders = {"en": "docs", "fr": "docs/fr"}
    for code in order:
        prefix = "" if code == order[0] else f"{code}/"
        shown = (site / prefix / IMAGES / "door.png").read_bytes()
        assert shown == (project.root / folders[code] / IMAGES / "door.png").read_bytes()


def test_every_link_leads_somewhere_and_pages_say_their_language(site: Path, order: list[str]) -> None:
    pages, files = read_pages_of(site), read_bytes_of(site)
    for place, page in pages.items():
        assert page.get("lang") == language_of(place, order), place
        for address in links_of(page):
            target = target_of(place, address)
            if target and place != LOST:
                assert target[0] in files, (place, address)
                assert not target[1] or target[1] in ids_of(pages[target[0]]), (place, address)


def test_the_switch_leads_to_the_same_page_or_is_not_there(site: Path, order: list[str]) -> None:
    for place, page in pages_of(site, order).items():
        links = [] if place == LOST else by_class(page, "other-language")
        code, uri = neutral(place, order)
        assert [link.get("hreflang") for link in links] == (
            [other for other in order if other != code] if links else []
        )
        assert bool(links) is (len(order) > 1 and place != LOST)
        for link in links:
            found = target_of(place, link.get("href", ""))
            assert found
            assert neutral(found[0], order) == (link.get("hreflang"), uri)


def test_where_french_was_before_it_was_first_leads_to_where_it_is(project: Project, order: list[str]) -> None:
    """A code on a sheet that was printed then cannot be mended."""
    pages = read_pages_of(project.participant)
    former = {place: page for place, page in pages.items() if place.startswith(f"{order[0]}/")}
    expected = {f"fr/{place}" for place in pages_of(project.participant, order) if language_of(place, order) == "fr"}
    assert former.keys() == (expected - {f"fr/{LOST}"} if order[0] == "fr" else set())
    for place, page in former.items():
        (way,) = (meta.get("content", "") for meta in page.iter("meta") if meta.get("http-equiv") == "refresh")
        assert target_of(place, way.partition("url=")[2]) == (place.removeprefix("fr/"), "")


def test_lost_visitors_are_told_in_the_languages_there_are(site: Path, order: list[str]) -> None:
    page = read_pages_of(site)[LOST]
    others = [link.get("hreflang") for link in page.iter("a") if link.get("hreflang")]
    assert [page.get("lang"), *dict.fromkeys(others)] == order


def test_the_map_of_the_site_has_every_page_with_its_counterparts(project: Project, order: list[str]) -> None:
    urls = fromstring((project.participant / "sitemap.xml").read_text("utf-8")).findall("url", NS)
    pages = [place.removesuffix("index.html") for place in pages_of(project.participant, order) if place != LOST]
    assert sorted(url.findtext("loc", "", NS) for url in urls) == sorted(urljoin(ADDRESS, place) for place in pages)
    for url in urls:
        code, uri = neutral(url.findtext("loc", "", NS).removeprefix(ADDRESS), order)
        assert code in order
        found = {link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", NS)}
        assert found == {one: ADDRESS + ("" if one == order[0] else f"{one}/") + uri for one in order}


@pytest.mark.parametrize("notes", ["", NOTES])
def test_the_live_site_shows_what_is_published(project: Project, order: list[str], notes: str) -> None:
    sources = read_all(Settings(project.root, notes))
    published = project.facilitator if notes else project.participant
    sizes = {place: len(content) for place, content in read_bytes_of(published).items()}
    environment = read_templates(project.root, None).environment
    assert sources.curriculum
    assert environment
    live = Site(sources.curriculum, sources.scripts, environment, Kept(), sizes=sizes)
    root = "/" if notes else "/course/"
    places = {place.removesuffix("index.html"): place for place in pages_of(published, order) if place != LOST}
    assert places.keys() == live.addresses.keys()
    for address, place in places.items():
        assert live.page(address) == (published / place).read_text("utf-8"), address
    assert live.lost(root) == (published / LOST).read_text("utf-8")
    for language in sources.languages:
        place = f"{language.prefix}{INDEX}"
        assert live.index(place) == (published / place).read_text("utf-8")


def words_of_other(order: list[str]) -> Iterator[str]:
    """What only pages of a language that is left out would say."""
    yield from (
        words for code, words in {"en": "Harbour House", "fr": "la Maison du Havre"}.items() if code not in order
    )


@pytest.mark.parametrize("audience", Audience)
def test_copies_are_made_in_the_languages_there_are(project: Project, order: list[str], audience: Audience) -> None:
    done = project.run(
        "-m", "curriculum", "publish", "--offline", *(["--facilitators"] if audience is Audience.FACILITATOR else [])
    )
    assert done.returncode == 0, done.stdout + done.stderr
    zips = [project.root / line.partition(", ")[0] for line in done.stdout.splitlines() if ".zip" in line]
    assert [path.stem[-2:] for path in zips] == order
    for path in zips:
        with zipfile.ZipFile(path) as packed:
            note = next(packed.read(name).decode("utf-8-sig") for name in packed.namelist() if name.endswith(".txt"))
            pages = [packed.read(name).decode() for name in packed.namelist() if name.endswith(".html")]
        assert ("both languages" in note or "deux langues" in note) is (len(order) > 1)
        for words in words_of_other(order):
            assert not [page for page in pages if words in unescape(page)]
        assert {found for page in pages for found in re.findall(r'<html lang="(\w+)"', page)} == set(order)


def test_the_plain_course_has_a_folder_for_each_language(project: Project, order: list[str], tmp_path: Path) -> None:
    done = project.run("-m", "curriculum", "materialise", str(tmp_path / "plain"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(path.name for path in (tmp_path / "plain").iterdir()) == sorted(order)
    door = tmp_path / "plain" / order[-1] / "docs" / IMAGES
    assert {path.name for path in door.iterdir()} == {"door.png", "lamp.jpg"}


def test_the_site_is_looked_through_as_any(project: Project) -> None:
    done = project.run("-m", "curriculum", "verify", "site", "--rebuild")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_live_site_turns_round_with_the_profile(tmp_path: Path) -> None:
    """An order that cannot be followed is told, and the last good pages stay."""
    lay_out(tmp_path, "en, fr")
    profile = tmp_path / "editions/harbour/profile.yml"

    def ask(order: str) -> None:
        profile.write_text(
            re.sub(r"languages: .*", f"languages: [{order}]", profile.read_text("utf-8")), encoding="utf-8"
        )

    with started(Project(tmp_path)) as live:
        wait_for(live.address, '<html lang="en">')
        ask("fr, en")
        wait_for(live.address, '<html lang="fr">')
        wait_for(f"{live.address}en/week-01/", '<html lang="en">')
        ask("fr, nl")
        assert '<html lang="fr">' in wait_for(live.address, "«\u00a0nl\u00a0»")
        ask("fr")
        assert 'class="other-language"' not in wait_for(live.address, label("live-well", FR))


def test_the_code_on_a_sheet_and_its_language_are_those_of_its_page(project: Project, order: list[str]) -> None:
    for code in order:
        prefix = "" if code == order[0] else f"{code}/"
        page = f"{prefix}week-01/handouts/first-steps"
        raster = next(rasters_of((project.participant / f"{page}-letter.pdf").read_bytes(), 150))
        assert [found.text for found in zxingcpp.read_barcodes(raster)] == [f"{ADDRESS}{page}/"]
        with zipfile.ZipFile(project.participant / f"{prefix}workbook.epub") as book:
            package = next(book.read(name).decode() for name in book.namelist() if name.endswith(".opf"))
        assert f"<dc:language>{code}-CA</dc:language>" in package
        with zipfile.ZipFile(project.participant / f"{prefix}week-01/week-01.zip") as week:
            manifest = json.loads(week.read("manifest.json"))
        assert {entry["language"] for entry in manifest} == {f"{code}-CA"}
