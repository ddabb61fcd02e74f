"""A copy to open without internet is whole: every link finds its file, and nothing that is pinned has changed."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import pytest
from conftest import Project, read_valid
from curriculum.formats.archive import EPOCH
from curriculum.publish.offline.copies import read_built, write_copies
from curriculum.read.layers import Settings
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES
from reading.site.leaks import plain
from reading.site.pages import ids_of, links_of, read_page, target_of, words_of

pytestmark = pytest.mark.slow

OPENED = {EN: "alongside.html", FR: "cote-a-cote.html"}
FOLDERS = {EN: "alongside_files", FR: "cote-a-cote_fichiers"}
NOTES = {EN: "README.txt", FR: "LISEZ-MOI.txt"}
SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
MOST = 16_000_000


def unpack(zips: list[Path], place: Path) -> dict[Language, Path]:
    """Each copy in a folder of its own."""
    for language, path in zip(LANGUAGES, zips, strict=True):
        ZipFile(path).extractall(place / language.code)
    return {language: place / language.code for language in LANGUAGES}


@pytest.fixture(scope="module")
def zips(built: Project, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_copies(
        read_valid(Settings(built.root)), read_built(built.participant), tmp_path_factory.mktemp("to-publish")
    )


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda language: language.code)
def language(request: pytest.FixtureRequest) -> Language:
    language: Language = request.param
    return language


@pytest.fixture(scope="module")
def copy(zips: list[Path], language: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack(zips, tmp_path_factory.mktemp("copies"))[language]


@pytest.fixture(scope="module")
def pages(copy: Path) -> dict[str, Element]:
    return {path.relative_to(copy).as_posix(): read_page(path) for path in sorted(copy.rglob("*.html"))}


def test_one_page_to_open_and_a_note_stand_beside_one_folder(copy: Path, language: Language) -> None:
    assert {path.name for path in copy.iterdir()} == {OPENED[language], NOTES[language], FOLDERS[language]}
    home = read_page(copy / OPENED[language])
    assert home.get("lang") == language.code
    assert words_of(home) == words_of(read_page(copy / FOLDERS[language] / language.prefix / "index.html"))


def test_the_note_says_how_in_its_language(copy: Path, language: Language) -> None:
    """Which page to open, which folder goes with it, version, licence; old text editors show its accents and lines."""
    content = (copy / NOTES[language]).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    text = content.decode("utf-8-sig")
    for part in (OPENED[language], FOLDERS[language], "2026.11", "CC BY-SA 4.0", f"deed.{language.code}"):
        assert part in text, part
    assert "{" not in text


def test_every_link_finds_its_file_and_its_section(copy: Path, pages: dict[str, Element]) -> None:
    """Of every page of both languages; no link leads to a folder, which would open as a list, or out of the copy."""
    ids = {place: set(ids_of(page)) for place, page in pages.items()}
    checked = 0
    for place, page in pages.items():
        for address in links_of(page):
            if (target := target_of(place, address)) is None:
                assert re.match("https:|tel:|mailto:|data:", address), (place, address)
                continue
            checked += 1
            assert not address.startswith("/"), (place, address)
            assert not address.partition("#")[0].endswith(("/", ".")), (place, address)
            assert (copy / target[0]).is_file(), (place, address)
            assert not target[1] or target[1] in ids[target[0]], (place, address)
    assert checked > 100 * len(pages) / 4


def test_it_has_the_pages_of_both_languages_and_the_files_of_its_own(
    built: Project, copy: Path, language: Language
) -> None:
    """All pages but the one for lost visitors; every download of its language but the ZIPs, none of the other's."""
    folder = copy / FOLDERS[language]

    def places(root: Path, *names: str) -> set[str]:
        return {path.relative_to(root).as_posix() for name in names for path in root.rglob(name)}

    assert places(folder, "index.html") == places(built.participant, "index.html")
    downloads = ("*.pdf", "*.docx", "*.epub", "week-*.html")
    mine = {p for p in places(built.participant, *downloads) if p.startswith("fr/") == (language == FR)}
    assert places(folder, *downloads) == mine
    assert not places(copy, "*.zip", "404.html", "*.xml", "*.gz", "*.map", "_headers", "robots.txt")


def test_what_is_pinned_stays_byte_for_byte(built: Project, copy: Path, language: Language) -> None:
    """Scripts and policy of each page are those of the site, and so is every file that is no page."""
    for path in sorted((copy / FOLDERS[language]).rglob("*")):
        original = built.participant / path.relative_to(copy / FOLDERS[language])
        if path.name == "index.html":
            ours, theirs = (page.read_text(encoding="utf-8") for page in (path, original))
            assert SCRIPT.findall(ours) == SCRIPT.findall(theirs) != []
            assert POLICY.findall(ours) == POLICY.findall(theirs)
            assert len(POLICY.findall(ours)) == 1
        elif path.is_file():
            assert path.read_bytes() == original.read_bytes(), path


def test_no_word_of_a_page_is_lost(built: Project, copy: Path, language: Language) -> None:
    """Words are only added, where a file is not in the copy: where else it is."""
    for path in sorted((copy / FOLDERS[language]).rglob("index.html")):
        original = read_page(built.participant / path.relative_to(copy / FOLDERS[language]))
        added = re.sub(
            r" \((?:in the \w+ copy|dans la copie en \w+|not in this copy[^)]*|absent de cette copie[^)]*)\)",
            "",
            words_of(read_page(path)),
        )
        assert plain(added) == plain(words_of(original)), path


def test_a_copy_is_small_and_the_same_every_time(built: Project, zips: list[Path], tmp_path: Path) -> None:
    again = write_copies(read_valid(Settings(built.root)), read_built(built.participant), tmp_path)
    assert [path.name for path in again] == ["alongside-2026.11-en.zip", "cote-a-cote-2026.11-fr.zip"]
    for path, other in zip(zips, again, strict=True):
        assert path.read_bytes() == other.read_bytes()
        assert path.stat().st_size <= MOST
        with ZipFile(BytesIO(path.read_bytes())) as packed:
            assert packed.testzip() is None
            assert {entry.date_time for entry in packed.infolist()} == {EPOCH}
            assert all(name.isascii() for name in packed.namelist())


def test_one_command_makes_them_and_says_who_they_are_for(built: Project, project: Project) -> None:
    """With `--facilitators` the names, the page to open and the note say so, and the copy has the notes."""
    project.borrow(built)
    done = project.run("-m", "curriculum", "publish", "--offline", "--facilitators")
    assert done.returncode == 0, done.stderr
    names = ["alongside-facilitators-2026.11-en.zip", "cote-a-cote-animation-2026.11-fr.zip"]
    assert sorted(path.name for path in (project.root / "to-facilitators").iterdir()) == names
    assert not (project.root / "to-publish").exists()
    assert all(f"to-facilitators/{name}, " in done.stdout for name in names)
    with ZipFile(project.root / "to-facilitators" / names[0]) as packed:
        assert {name.split("/")[0] for name in packed.namelist()} == {
            *("alongside-facilitators.html", "README.txt", "alongside-facilitators_files"),
        }
        assert "FOR FACILITATORS ONLY" in packed.read("README.txt").decode("utf-8-sig")
        assert "alongside-facilitators_files/protocol/index.html" in packed.namelist()


def test_a_mistake_leaves_the_last_copies_in_place(built: Project, project: Project) -> None:
    project.borrow(built)
    (project.root / "to-publish").mkdir()
    (project.root / "to-publish" / "alongside-2026.11-en.zip").write_bytes(b"old")
    (project.root / "docs" / "about.md").write_text("No title.\n", encoding="utf-8")
    done = project.run("-m", "curriculum", "publish", "--offline")
    assert (done.returncode, "[missing-title]" in done.stderr) == (1, True)
    assert (project.root / "to-publish" / "alongside-2026.11-en.zip").read_bytes() == b"old"
