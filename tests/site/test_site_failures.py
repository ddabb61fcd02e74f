"""A mistake in the content is a sentence with its place, and leaves the last good sites as they were."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from conftest import Project, read_valid
from curriculum.read.layers import Settings
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Week
from curriculum.words.problems import term
from languages import EN, FR
from ordered import lay_out
from reading.site.pages import read_bytes_of

pytestmark = pytest.mark.slow

BUILD = ("-m", "curriculum", "build")
PROBLEM = re.compile(r"^(?P<path>[\w./-]+):(?P<line>\d+): (?P<words>.+) \[(?P<rule>[a-z0-9-]+)\]$", re.MULTILINE)


class Expected(NamedTuple):
    """What the check must say about a mistake."""

    path: str
    line: int
    rule: str


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small course with a second handout and a page for facilitators alone, and its sites."""
    root = tmp_path_factory.mktemp("whole")
    lay_out(root, "en, fr")
    arc = root / "curriculum.yml"
    text = arc.read_text(encoding="utf-8").replace("  after: [", "  guide: [protocol]\n  after: [")
    first = next(line for line in text.splitlines() if "first-steps:" in line)
    arc.write_text(text.replace(first, f"{first}\n{first.replace('first', 'next')}"), encoding="utf-8")
    for prefix in ("", "fr/"):
        sheet = root / "docs" / prefix / "week-01/handouts/first-steps.md"
        shutil.copy(sheet, sheet.with_stem("next-steps"))
        (root / "facilitator" / prefix / "protocol.md").write_text("# Protocol\n\nWords.\n", encoding="utf-8")
    project = Project(root)
    done = project.run(*BUILD)
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture
def published(whole: Project, tmp_path: Path) -> Project:
    """A project whose sites were built before anybody made a mistake."""
    return Project(Path(shutil.copytree(whole.root, tmp_path / "course")))


# One mistake each: change the project, say what is expected.


@pytest.fixture
def week(whole: Project) -> Week:
    """The last published week."""
    return read_valid(Settings(whole.root)).arc.published[-1]


def _append(root: Path, path: str, text: str) -> int:
    """Add text at the end of a file; the line its first word is on."""
    before = (root / path).read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    (root / path).write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


def _replace(root: Path, path: str, old: str, new: str) -> int:
    """Change the first place where a text stands; its line."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def unknown_key(root: Path, week: Week) -> Expected:
    line = _replace(root, "curriculum.yml", f"\n  {week.id}:\n", f"\n  {week.id}:\n    length: 3\n") + 2
    return Expected("curriculum.yml", line, "unknown-key")


def note_without_section(root: Path, week: Week) -> Expected:
    path = f"facilitator/{week.uri}"
    return Expected(path, _append(root, path, "## Arriv { #arriv }\n\nHello.\n"), "note-without-section")


def french_page_removed(root: Path, week: Week) -> Expected:
    uri = week.handouts[0].uri
    (root / "docs/fr" / uri).unlink()
    return Expected(f"docs/{uri}", 1, "no-counterpart")


def latin_1_byte(root: Path, week: Week) -> Expected:
    path = f"docs/fr/{week.handouts[-1].uri}"
    line = _append(root, path, "")
    (root / path).write_bytes((root / path).read_bytes() + "Écouté.\n".encode("latin-1"))
    return Expected(path, line, "not-utf8")


def broken_front_matter(root: Path, week: Week) -> Expected:
    path = f"docs/{week.uri}"
    line = _replace(root, path, "description: ", "description: [")
    return Expected(path, line, "broken-front-matter")


def unknown_element(root: Path, week: Week) -> Expected:
    path = "docs/index.md"
    return Expected(path, _append(root, path, "/// boxx | Terms\nWords.\n///\n"), "unknown-element")


def minutes_not_adding_up(root: Path, week: Week) -> Expected:
    part, minutes = list(week.parts.items())[-1]
    parts = ", ".join(f"{name}: {length}" for name, length in week.parts.items())
    _replace(root, "curriculum.yml", parts, parts.removesuffix(f"{part}: {minutes}") + f"{part}: {minutes + 1}")
    return Expected("curriculum.yml", week.line, "minutes-sum")


def absent_handout(root: Path, week: Week) -> Expected:
    handout = week.handouts[0]
    copies = f"kind: {handout.kind.value}, copies: {handout.copies.value}"
    line = _replace(root, "curriculum.yml", f"{handout.id}: {{{copies}}}", f"nowhere: {{{copies}}}")
    shutil.move(root / "docs" / handout.uri, root / "docs" / handout.week / "moved.md")
    shutil.move(root / "docs/fr" / handout.uri, root / "docs/fr" / handout.week / "moved.md")
    return Expected("curriculum.yml", line, "handout-absent")


def broken_link(root: Path, week: Week) -> Expected:
    path = f"docs/fr/{week.uri}"
    return Expected(path, _append(root, path, "Voir [ici](nowhere.md).\n"), "broken-link")


def broken_anchor(root: Path, week: Week) -> Expected:
    path = f"docs/{week.handouts[-1].uri}"
    return Expected(path, _append(root, path, "See [there](../index.md#nowhere).\n"), "broken-anchor")


def link_to_a_facilitator_page(root: Path, week: Week) -> Expected:
    path = f"docs/{week.uri}"
    return Expected(path, _append(root, path, "See [there](../protocol.md).\n"), "facilitator-link")


Mistake = Callable[[Path, Week], Expected]
MISTAKES: dict[str, Mistake] = {
    made.__name__: made
    for made in (
        unknown_key,
        note_without_section,
        french_page_removed,
        latin_1_byte,
        broken_front_matter,
        unknown_element,
        minutes_not_adding_up,
        absent_handout,
        broken_link,
        broken_anchor,
        link_to_a_facilitator_page,
    )
}


def _said(text: str) -> set[Expected]:
    return {Expected(match["path"], int(match["line"]), match["rule"]) for match in PROBLEM.finditer(text)}


def _sites(project: Project) -> tuple[dict[str, bytes], dict[str, bytes]]:
    return read_bytes_of(project.participant), read_bytes_of(project.facilitator)


def _mistakes_that_go_together(root: Path, week: Week) -> set[Expected]:
    """Every mistake at once, on files of their own."""
    together = (note_without_section, latin_1_byte, broken_front_matter, unknown_element, minutes_not_adding_up)
    return {make(root, week) for make in together} | {french_page_removed(root, week)}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_a_sentence_and_the_old_sites_stay(published: Project, week: Week, name: str) -> None:
    """It has its file, line and rule; the command ends with 1; every byte published before is still there."""
    before = _sites(published)
    expected = MISTAKES[name](published.root, week)
    done = published.run(*BUILD)
    assert done.returncode == 1
    assert expected in _said(done.stderr), done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert _sites(published) == before


@pytest.mark.parametrize("name", ["unknown_key", "latin_1_byte", "unknown_element", "broken_link"])
def test_mkdocs_alone_stops_at_a_mistake_and_leaves_the_old_site(published: Project, week: Week, name: str) -> None:
    """`mkdocs build --strict` says the same for what participants read, before it empties anything."""
    before = _sites(published)
    expected = MISTAKES[name](published.root, week)
    done = published.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert expected in _said(done.stdout + done.stderr), done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert _sites(published) == before


def test_all_mistakes_are_said_in_one_run(published: Project, week: Week) -> None:
    """Six mistakes in six places: six sentences, sorted, and their count."""
    before = _sites(published)
    expected = _mistakes_that_go_together(published.root, week)
    done = published.run(*BUILD)
    lines = [match.group() for match in PROBLEM.finditer(done.stderr)]
    assert done.returncode == 1
    assert expected <= _said(done.stderr), done.stderr
    assert term("count", EN, count=len(lines)) in done.stderr
    assert _sites(published) == before


def test_a_slip_in_the_arc_hides_no_other_mistake(published: Project, week: Week) -> None:
    """An unknown key of `curriculum.yml` is said together with what is to be mended on the pages."""
    expected = {unknown_key(published.root, week), unknown_element(published.root, week)}
    expected.add(french_page_removed(published.root, week))
    assert expected <= _said(published.run(*BUILD).stderr)


def test_messages_are_in_french_when_asked_for(published: Project, week: Week) -> None:
    """`--language fr`: every sentence has the French words of its rule, and so has the count."""
    _mistakes_that_go_together(published.root, week)
    done = published.run(*BUILD, "--language", "fr")
    found = list(PROBLEM.finditer(done.stderr))
    assert done.returncode == 1
    assert len(found) >= 6
    assert [match.group() for match in found if not _has_words_of(match["rule"], FR, match["words"])] == []
    assert term("count", FR, count=len(found)) in done.stderr


def _has_words_of(rule: str, language: Language, sentence: str) -> bool:
    """The fixed words of a rule are in a sentence, in their order."""
    fixed = [re.escape(words) for words, *_ in Formatter().parse(read_words("messages", language)[rule]["say"])]
    return re.match(".*?".join(fixed), sentence) is not None


def test_what_only_the_generator_finds_is_not_published(published: Project, week: Week) -> None:
    """A picture that is not there ends the build with 1, names its page, and leaves the old sites."""
    before = _sites(published)
    _append(published.root, f"docs/{week.uri}", "![A door](nowhere.png)\n")
    done = published.run(*BUILD)
    assert done.returncode == 1
    assert week.uri in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert _sites(published) == before


@pytest.mark.parametrize("text", ["![A door]({})", '<script src="{}"></script>'], ids=["picture", "script"])
def test_what_would_call_another_computer_is_not_published(published: Project, week: Week, text: str) -> None:
    """A page that would load a file from elsewhere is a mistake with its place."""
    line = _append(published.root, f"docs/{week.uri}", text.format("https://example.org/door") + "\n")
    done = published.run(*BUILD)
    assert done.returncode == 1
    assert (f"docs/{week.uri}", line) in {found[:2] for found in _said(done.stderr)}
