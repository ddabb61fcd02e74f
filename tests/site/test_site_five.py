"""One small course in five languages, three of them an edition's: all that is made of a site is made in each."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import fromstring

import pytest
from conftest import ROOT, Project
from ordered import ADDRESS, CASES, lay_out
from reading.site.pages import links_of, read_bytes_of, read_pages_of, target_of

pytestmark = pytest.mark.slow

CODES = ["en", "fr", "es", "ar", "zh-Hans"]
ADDED, OWN = CODES[2:], ("es", "ar")
NS = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
EDITION = Path("editions") / "harbour"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Spanish has a week of its own, Arabic its words, Chinese nothing yet."""
    root = tmp_path_factory.mktemp("five")
    lay_out(root, "en, fr")
    project = Project(root)
    for code in ADDED:
        assert project.run("-m", "curriculum", "new-language", code).returncode == 0
    for code in OWN:
        shutil.copytree(ROOT / "tests/languages" / code / "words", root / EDITION / "words" / code, dirs_exist_ok=True)
    week = Path("docs/es/week-01/index.md")
    (root / EDITION / week).parent.mkdir(parents=True)
    shutil.copy(CASES / "language-added" / EDITION / week, root / EDITION / week)
    done = project.run("-m", "curriculum", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def test_the_map_of_the_site_has_every_page_in_every_language(project: Project) -> None:
    urls = fromstring((project.participant / "sitemap.xml").read_text("utf-8")).findall("url", NS)
    pages = {place.removesuffix("index.html") for place in read_pages_of(project.participant) if place != "404.html"}
    assert {url.findtext("loc", "", NS) for url in urls} == {urljoin(ADDRESS, place) for place in pages}
    for url in urls:
        links = {one.get("hreflang"): one.get("href") for one in url.findall("xhtml:link", NS)}
        assert sorted(links, key=str) == sorted(CODES)
        assert url.findtext("loc", "", NS) in links.values()


def test_every_language_finds_its_words_and_every_link_leads_somewhere(project: Project) -> None:
    """Also from a stick: an index is a script beside the pages."""
    for site in (project.participant, project.facilitator):
        files = read_bytes_of(site)
        for code in CODES:
            assert ("" if code == "en" else f"{code}/") + "search-index.js" in files
        for place, page in read_pages_of(site).items():
            targets = [target_of(place, address) for address in links_of(page)] if place != "404.html" else []
            assert [found[0] for found in targets if found and found[0] not in files] == [], place


def test_a_copy_to_open_without_internet_is_one_for_each_language(project: Project) -> None:
    for typed in ([], ["--facilitators"]):
        done = project.run("-m", "curriculum", "publish", "--offline", *typed)
        assert done.returncode == 0, done.stdout + done.stderr
    copies = sorted(project.root.glob("to-*/*.zip")) or sorted(project.root.rglob("*.zip"))
    copies = [path for path in copies if "site" not in path.relative_to(project.root).parts[0]]
    for code in CODES:
        assert len([path for path in copies if path.stem.endswith(f"-{code}")]) == 2, [path.name for path in copies]
    (spanish, *_) = [path for path in copies if path.stem.endswith("-es")]
    with zipfile.ZipFile(spanish) as opened:
        assert opened.testzip() is None
        assert any("Encuentro" in opened.read(name).decode() for name in opened.namelist() if name.endswith(".html"))


def test_it_is_published_and_published_again(project: Project, tmp_path: Path) -> None:
    for _ in range(2):
        done = project.run("-m", "curriculum", "publish", "--to", str(tmp_path / "served"))
        assert done.returncode == 0, done.stdout + done.stderr
    assert "Encuentro" in (tmp_path / "served/current/es/week-01/index.html").read_text(encoding="utf-8")


def test_doctor_and_status_speak_of_each_language(project: Project) -> None:
    doctor = project.run("-m", "curriculum", "doctor", "--language", "en").stdout
    assert re.search(r"^Chinese \(Simplified\), words still to be translated: \d+ of \d+ in labels\.yml", doctor, re.M)
    assert not re.search(r"^(?:Spanish|Arabic), words still", doctor, re.M)  # their tables are whole
    status = project.run("-m", "curriculum", "translate", "status", "--language", "fr").stdout
    assert "editions/harbour/docs/es/index.md" in status
    assert "Traceback" not in status


def test_what_is_sealed_holds_each_language_and_opens_for_nobody_without_a_phrase(project: Project) -> None:
    pytest.importorskip("cryptography")
    done = project.run("-m", "curriculum", "seal", "Ana", "--language", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.search(r"(\S+\.html)", done.stdout)
    assert found
    sealed = (project.root / found[1].rstrip(":,")).read_bytes()
    assert sealed.startswith(b"\xff\xfe")
    assert "Encuentro" not in sealed.decode("utf-16")
    assert len(sealed) > 100_000


def test_the_record_of_a_release_names_every_language(project: Project) -> None:
    record = json.loads((project.participant / "edition.json").read_text(encoding="utf-8"))
    assert all(code in json.dumps(record) for code in CODES)
