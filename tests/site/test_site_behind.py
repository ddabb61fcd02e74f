"""One English sentence changes: the French page, every file made of it and the command name its section, and no other.

Built from a ZIP of the project, without any history.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from conftest import Project, copy_project, read_valid
from curriculum.compose.in_step import in_step_words
from curriculum.packs.opened import rows_in
from curriculum.read.layers import Settings
from office import written_in

pytestmark = [pytest.mark.slow, pytest.mark.first_course]
ENGLISH, FRENCH = "docs/week-03/index.md", "docs/fr/week-03/index.md"
SECTION, TITLE = "trios", "Pratique en trio, d’abord par écrit"
LINE = "Depuis que les deux langues ont été relues côte à côte, cette section a changé en anglais\u00a0: "
BEHIND = re.compile(r'<p class="since">(.*?)</p>', re.S)


@pytest.fixture(scope="module")
def changed(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project out of a ZIP, one sentence of which changed, and its sites."""
    place = tmp_path_factory.mktemp("zipped")
    packed = shutil.make_archive(str(place / "project"), "zip", copy_project(place / "source").root)
    with zipfile.ZipFile(packed) as opened:
        opened.extractall(place / "project")
    project = Project(place / "project")
    project.borrow(built)
    page = project.root / ENGLISH
    text = page.read_text(encoding="utf-8")
    start = text.index("\n\n", text.index(f"{{ #{SECTION} }}"))
    page.write_text(f"{text[:start]}\n\nChoose who begins. {text[start + 2 :]}", encoding="utf-8")
    done = project.run("-m", "curriculum", "build")
    assert done.returncode == 0, done.stderr
    assert "French: 1 section is behind English." in done.stderr
    assert not (project.root / ".git").exists()
    return project


def test_the_command_names_the_section(changed: Project) -> None:
    said = changed.run("-m", "curriculum", "translate", "status").stdout
    assert re.findall(r"^(\S+) \(", said, re.M) == [f"{FRENCH}#{SECTION}"]


def test_the_page_names_it_and_leads_to_the_other_language(changed: Project) -> None:
    """Under the title, and at the section; no other page of either site says such a thing."""
    told = {
        path.relative_to(changed.root).as_posix(): BEHIND.findall(path.read_text(encoding="utf-8"))
        for site in (changed.participant, changed.facilitator)
        for path in site.rglob("*.html")
    }
    found = {place: lines for place, lines in told.items() if lines}
    line = f'{LINE}<a href="#{SECTION}">{TITLE}</a>.'
    way = f'<a href="../../week-03/#{SECTION}" hreflang="en">Lire cette section en anglais</a>'
    for site in ("site", "site-facilitator"):
        assert found.pop(f"{site}/fr/week-03/index.html") == [line, f"Changé depuis en anglais. {way}"]
        assert found.pop(f"{site}/fr/week-03/week-03.html") == [f"{LINE}{TITLE}."]
    assert found == {}
    target = (changed.participant / "week-03" / "index.html").read_text(encoding="utf-8")
    assert f'id="{SECTION}"' in target


def test_the_guide_lists_it_with_its_minutes_for_facilitators_alone(changed: Project) -> None:
    """In each language one row, which leads to the section; a participant has no such page."""
    for folder in ("", "fr/"):
        html = (changed.facilitator / folder / "in-step" / "index.html").read_text(encoding="utf-8")
        article = html[html.index('id="now"') : html.index('id="minutes"')]
        assert re.findall(r'href="\.\./(week-[^"]*)"', article) == ["week-03/", f"week-03/#{SECTION}"]
        (minutes,) = re.findall(r"<td[^>]*>(\d+)</td>", article)[-1:]
        assert 1 < int(minutes) < 10  # three words are new; the rest has to be read
        other = (changed.facilitator / folder / "adapt" / "index.html").read_text(encoding="utf-8")
        assert 'href="../in-step/"' in other
    assert not list(changed.participant.rglob("*in-step*"))


@pytest.mark.parametrize(("form", "ending"), [("word", "docx"), ("xliff", "xlf"), ("markdown", "md")])
def test_each_form_of_the_pack_names_it_alone(changed: Project, form: str, ending: str) -> None:
    done = changed.run("-m", "curriculum", "translate", "pack", "fr", "--form", form, "--into", f"one.{ending}")
    assert done.returncode == 0, done.stderr
    rows = rows_in((changed.root / f"one.{ending}").read_bytes())
    assert not isinstance(rows, str)
    assert [row.name.partition("@")[0] for row in rows] == [f"{FRENCH}#{SECTION}"]


def test_the_pack_that_was_filled_in_libreoffice_is_taken_back(changed: Project, tmp_path: Path) -> None:
    """Nothing but the section and what is kept of it changes; then the guide says that all is in step."""
    project = copy_project(tmp_path / "project")
    for name in ("docs", "l10n"):
        shutil.rmtree(project.root / name)
        shutil.copytree(changed.root / name, project.root / name)
    assert project.run("-m", "curriculum", "translate", "pack", "fr", "--into", "pack.docx").returncode == 0
    before = texts_in(project.root)
    written = written_in(project.root / "pack.docx", ("d’abord par écrit { #trios }", "d’abord en écrivant { #trios }"))
    done = project.run("-m", "curriculum", "translate", "import", written.relative_to(project.root).as_posix())
    assert done.returncode == 0, done.stdout + done.stderr
    after = texts_in(project.root)
    assert {place for place in after if before.get(place) != after[place]} == {
        FRENCH,
        f"l10n/fr/{ENGLISH}",
        f"l10n/en/{FRENCH}",
    }
    assert after[FRENCH] == before[FRENCH].replace("d’abord par écrit { #trios }", "d’abord en écrivant { #trios }")
    curriculum = read_valid(Settings(project.root, "facilitator"))
    page = curriculum.pages[curriculum.language("fr"), "in-step.md"]
    assert in_step_words(page, curriculum).startswith("Chaque section dit la même chose dans chaque langue")


def texts_in(root: Path) -> dict[str, str]:
    places = [path for name in ("docs", "facilitator", "editions", "l10n") for path in (root / name).rglob("*.*")]
    texts = {path.relative_to(root).as_posix(): path for path in places if path.suffix in (".md", ".yml")}
    return {place: path.read_text(encoding="utf-8") for place, path in texts.items()}


def read_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def words_in(archive: Path) -> str:
    with zipfile.ZipFile(archive) as opened:
        parts = [opened.read(name).decode("utf-8", "replace") for name in opened.namelist()]
    return re.sub(r"<[^>]+>", "", "".join(parts))


def test_paper_word_and_book_say_it_in_words(changed: Project) -> None:
    plain = " ".join(LINE.split())
    site = changed.participant / "fr"
    for path in (site / "workbook-letter.pdf", changed.facilitator / "fr" / "week-03" / "week-03-facilitators-a4.pdf"):
        words = read_pdf(path)
        assert words.count(plain) == 1, path
        assert f"{plain} {TITLE}." in words
    for path in (site / "week-03" / "week-03.docx", site / "workbook.epub"):
        words = " ".join(words_in(path).split())
        assert words.count(plain) == 1, path
        assert f"{plain} {TITLE}." in words
    english = read_pdf(changed.participant / "workbook-letter.pdf")
    assert "read side by side" not in english


def test_nothing_that_is_kept_goes_out(changed: Project) -> None:
    """The texts are of the workshop: no site, copy or archive holds one."""
    for site in (changed.participant, changed.facilitator):
        places = [path.relative_to(site).as_posix() for path in site.rglob("*")]
        assert len(places) > 300
        assert not [place for place in places if "l10n" in place]


def test_once_both_say_the_same_nothing_is_told(changed: Project, tmp_path: Path) -> None:
    root = tmp_path / "mended"
    for name in ("docs", "facilitator", "editions", "l10n", "overrides", "hooks", "LICENSES", ".cache"):
        shutil.copytree(changed.root / name, root / name)
    for path in changed.root.glob("*.*"):
        if path.is_file():
            shutil.copy(path, root)
    project = Project(root)
    page = root / FRENCH
    text = page.read_text(encoding="utf-8")
    start = text.index("\n\n", text.index(f"{{ #{SECTION} }}"))
    page.write_text(f"{text[:start]}\n\nChoisissez qui commence. {text[start + 2 :]}", encoding="utf-8")
    assert project.run("-m", "curriculum", "translate", "done", f"{FRENCH}#{SECTION}").returncode == 0
    assert project.run("-m", "curriculum", "translate", "status").returncode == 0
    made = project.run("-m", "curriculum", "make", "fr/week-03/week-03.html", "--to", "made")
    assert made.returncode == 0, made.stderr
    assert 'class="since"' not in next((root / "made").rglob("*.html")).read_text(encoding="utf-8")


def test_a_page_that_somebody_acts_on_stops_the_build(project: Project) -> None:
    page = project.root / "docs" / "what-to-do-now.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r"\n1\. \*\*", "\n1. **Now: ", text, count=1), encoding="utf-8")
    done = project.run("-m", "curriculum", "build")
    assert done.returncode == 1
    assert re.search(r"^docs/fr/what-to-do-now\.md:\d+: .* is behind: .*\[section-behind\]$", done.stderr, re.M)
    assert "1 problem. Nothing was published." in done.stderr
    assert not project.participant.exists()
