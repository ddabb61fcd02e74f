"""A page that was called otherwise: who comes by its old address, on any server and without scripts, is led to it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Project
from curriculum.checks.built import read_site
from curriculum.checks.made import made_of, made_with
from curriculum.course import Course, open_course
from curriculum.publish.offline.copies import copy_of, read_built
from curriculum.publish.releases import write_locked, write_release
from curriculum.publish.sealed.contents import places_of
from curriculum.read.layers import Settings
from curriculum.site.hosting import HEADERS
from curriculum.site.style import site_style
from curriculum.words.model import Audience
from languages import LANGUAGES
from playwright.sync_api import Browser
from test_problems import lay_out
from test_site_hosts import program, started
from test_site_public import SERVERS, Host, free_port, waited

pytestmark = pytest.mark.slow

OLD = {
    "welcome/": "",
    "fr/welcome/": "fr/",
    "week-01/handouts/begin/": "week-01/handouts/first-steps/",
    "fr/week-01/handouts/start/": "fr/week-01/handouts/first-steps/",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small course with old addresses, as an author builds it."""
    root = tmp_path_factory.mktemp("moved")
    lay_out("was-that-holds", root)
    here = Path(__file__).resolve().parents[2]
    for name in ("hooks", "LICENSES"):
        (root / name).symlink_to(here / name)
    shutil.copy(here / "mkdocs.facilitator.yml", root)
    project = Project(root)
    done = project.run("-m", "curriculum", "build")
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture(scope="module")
def course(small: Project) -> Course:
    course, problems = open_course(Settings(small.root))
    assert course, problems
    return course


@pytest.fixture(params=SERVERS)
def host(request: pytest.FixtureRequest, small: Project, tmp_path: Path) -> Iterator[Host]:
    """Each server by its template, with the small course."""
    tmp_path.chmod(0o755)
    folder, port = tmp_path, free_port()
    with write_locked(folder / "course"):
        write_release(folder / "course", read_built(small.participant))
    for end in ("key", "pem"):
        shutil.copy(certificate(small.root) / f"course.{end}", folder)
    with started(SERVERS[request.param](folder, tmp_path, port), waited(tmp_path, port)):
        yield Host(port, folder / "course" / "current", None if request.param == "container" else folder / "course.pem")


def certificate(folder: Path) -> Path:
    """The folder, with a certificate in it."""
    asked = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    asked += ["-addext", "subjectAltName=DNS:localhost"]
    kept = ["-keyout", str(folder / "course.key"), "-out", str(folder / "course.pem")]
    if not (folder / "course.pem").exists():
        subprocess.run([program("openssl"), "req", *asked, *kept], check=True, capture_output=True)
    return folder


def test_who_comes_by_an_old_address_is_led_on_by_any_server_without_scripts(host: Host, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, ignore_https_errors=True)
    page = context.new_page()
    scheme = "https" if host.certificate else "http"
    for old, new in OLD.items():
        answer = host.ask(f"/{old}")
        assert (answer.status, answer.body) == (200, host.file(f"{old}index.html"))
        assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert host.ask(f"/{old.rstrip('/')}").status in (301, 308)
        page.goto(f"{scheme}://localhost:{host.port}/{old}")
        page.wait_for_url(f"{scheme}://localhost:{host.port}/{new}")
        assert page.locator("h1").count() == 1
        assert page.locator("main article").count() == 1
    context.close()


@pytest.mark.parametrize("audience", list(Audience))
def test_an_old_address_is_there_for_both_and_nowhere_else(audience: Audience, small: Project, course: Course) -> None:
    """Not in the list for search engines, not in what is looked for, not in a ZIP, a copy or what is sealed."""
    site = read_built(small.participant if audience is Audience.PARTICIPANT else small.facilitator)
    places = {f"{old}index.html" for old in OLD}
    assert places <= set(site)
    for name in ("sitemap.xml", "search-index.js", "fr/search-index.js", "edition.json"):
        assert not [old for old in OLD if old.encode() in site.get(name, b"")], name
    for language in LANGUAGES:
        copied = copy_of(site, course.curriculum, language)
        assert not [place for place in copied if place.partition("/")[2] in places]
    assert not places & set(places_of(site, course.curriculum))
    assert site["week-01/handouts/begin/index.html"] not in site["week-01/week-01.zip"]


def test_what_leads_elsewhere_does_not_go_out(small: Project, course: Course, tmp_path: Path) -> None:
    """A page at an old address is held to every byte of it."""
    site = tmp_path / "site"
    shutil.copytree(small.participant, site)
    sources = course.sources
    style = site_style(sources.styles, Audience.PARTICIPANT)
    made = made_of(made_with(sources.scripts, style, course.insides, Audience.PARTICIPANT), course.curriculum)
    assert read_site(site, small.root, made)[0] == []
    page = site / "welcome" / "index.html"
    page.write_text(page.read_text("utf-8").replace("url=../", "url=https://example.org/"), "utf-8")
    assert [problem.rule for problem in read_site(site, small.root, made)[0]] == ["built-file"]
