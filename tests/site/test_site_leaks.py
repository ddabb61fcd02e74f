"""What facilitators' notes say never reaches participants, by any road; and it does reach facilitators."""

from __future__ import annotations

import gzip
import hashlib
import random
import re
import shutil
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from benchmarks.curricula import write_arc, write_curriculum
from conftest import FILES, ROOT, SOURCES, Project
from curriculum.checks import check_sources
from curriculum.compose.notes import note_words
from curriculum.read.layers import Settings, read_all, read_curriculum
from curriculum.words.model import Curriculum, Kind, Language
from curriculum.words.paper import STANDARD, VARIANTS
from languages import EN, LANGUAGES
from reading.site.leaks import contents_of, places_that_hold, plain, said_in, sentences_of, texts_in
from reading.site.pages import place_of, read_bytes_of

pytestmark = pytest.mark.slow

NOTES = "facilitator"
PRIVATE = "editions/victoria/facilitator.yml"
PUBLIC = ("docs", "editions", "hooks/curriculum")
PARTICIPANT_BUILD = ("-m", "mkdocs", "build", "--strict")
HOOKS = re.compile(r"^hooks:.*\n(?:[ \t]+.*\n)+", re.MULTILINE)
RECORDER = """
import os, sys

def record(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = os.path.relpath(os.fsdecode(arguments[0]))
        if path.split(os.sep)[0] == "facilitator" or os.path.basename(path) == "facilitator.yml":
            os.write(REPORT, (" ".join(sys.orig_argv) + "\\t" + path + "\\n").encode())

REPORT = os.open("opened.tsv", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
sys.addaudithook(record)
"""
"""Found by Python as `sitecustomize` in every process that has its folder on PYTHONPATH."""

PICTURE = ROOT / "tests/problems/a-page-with-a-picture-file/docs/week-01/images/door.png"
Files = dict[str, bytes]


def _read(root: Path, notes: str = NOTES) -> Curriculum:
    curriculum, _ = read_curriculum(Settings(root, notes))
    assert curriculum
    return curriculum


# Sentences of the real notes.


@pytest.fixture(scope="module")
def sentences(built: Project) -> list[str]:
    """Every sentence of every file of notes that no public source says too (headings are the same by design)."""
    public = [path for place in PUBLIC for path in (built.root / place).rglob("*.*") if path.suffix in (".md", ".yml")]
    public.remove(built.root / PRIVATE)
    files = sorted((built.root / NOTES).rglob("*.md"))
    every = [words for path in files for words in sentences_of(path.read_text(encoding="utf-8"))]
    shared = said_in((plain(path.read_text(encoding="utf-8")) for path in public), every)
    own = [words for words in every if words not in shared]
    assert len(own) > 0.9 * len(every) > 0
    return own


@pytest.fixture(scope="module")
def facilitator_texts(built: Project) -> list[str]:
    return texts_in(built.facilitator)


def test_no_sentence_of_a_note_is_in_the_participant_site(built: Project, sentences: list[str]) -> None:
    """Neither in a page, nor in a script, a list of addresses, a PDF or the name of a file."""
    assert said_in(texts_in(built.participant), sentences) == set()


def test_the_sentences_of_notes_are_in_the_facilitator_site(sentences: list[str], facilitator_texts: list[str]) -> None:
    """The same search finds them where they belong: at least 95 in 100."""
    absent = set(sentences) - said_in(facilitator_texts, sentences)
    assert len(absent) <= 0.05 * len(sentences), absent


def test_every_note_opens_in_the_facilitator_site(built: Project, facilitator_texts: list[str]) -> None:
    """The first sentence of each note of each section is there."""
    notes = _read(built.root).notes.values()
    texts = [(note.path, id, words) for note in notes for id, words in note_words(note).items() if words]
    openings = [(path, id, found[0]) for path, id, words in texts if (found := sentences_of(words))]
    assert len(openings) > 0.9 * len(texts)
    said = said_in(facilitator_texts, {words for _, _, words in openings})
    assert [opening for opening in openings if opening[2] not in said] == []


# Words planted in every kind of place.


def canary(kind: str, language: Language = EN) -> str:
    """A word nobody writes, the same at each run."""
    return "zqx" + hashlib.sha256(f"{kind}{language.code}".encode()).hexdigest()[:14]


IN_NOTE = ("lead", "paragraph", "link", "link-title", "head-cell", "cell", "item", "quote", "box", "picture", "words")
SHOWN = (*IN_NOTE, "page-title", "page-heading", "page-paragraph", "description", "new-page", "reason", "place")
"""Places that facilitators see."""
UNSEEN = ("note-heading", "orphan")
"""Places that nobody needs to see, and participants never do."""
PLANTED_NOTE = """

{paragraph}.

See [{link}](handouts/{handout}.md "{link-title}").

| {head-cell} | Two |
| --- | --- |
| {cell} | Three |

- {item}

![{words}](images/{picture}.png)

> **{quote}:** words.

//// box | {box}
Four.
////
"""


@pytest.fixture(scope="module")
def planted(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Both sites of a course of one week, built with a canary in each place, in both languages.

    What has no canary is taken as it was printed for `built`.
    """
    project = Project(tmp_path_factory.mktemp("planted") / "course")
    write_curriculum(ROOT, project.root, 1)
    project.borrow(built)
    curriculum = _read(project.root)
    for language in LANGUAGES:
        _plant_in_note(project.root, curriculum, language)
        _plant_in_pages(project.root, language)
        _plant_in_public(project.root, curriculum, language)
        _plant_reason(project.root, curriculum, language)
    _plant_place(project.root)
    done = project.run("-m", "curriculum", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def _forget_readings(root: Path) -> None:
    """Nobody has read these texts beside those of the other language, and none of them has to be."""
    for path in (root / "l10n", *root.glob("editions/*/l10n")):
        shutil.rmtree(path, ignore_errors=True)  # a course of one week has none
    arc = yaml.safe_load((root / "curriculum.yml").read_text(encoding="utf-8"))
    arc.pop("in-step", None)
    write_arc(root / "curriculum.yml", arc)


def _plant_in_note(root: Path, curriculum: Curriculum, language: Language) -> None:
    week = next(week for week in curriculum.arc.published if week.handouts)
    path = root / NOTES / language.prefix / week.uri
    lead, heading, rest = path.read_text(encoding="utf-8").partition("\n## ")
    words = {name: canary(name, language) for name in (*SHOWN, *UNSEEN)} | {"handout": week.handouts[0].id}
    text = f"{lead}\n\n{words['lead']}.\n{heading}{words['note-heading']} {rest}{PLANTED_NOTE.format(**words)}"
    path.write_text(text, encoding="utf-8")
    images = path.with_name("images")
    images.mkdir()
    shutil.copy(PICTURE, images / f"{words['picture']}.png")
    path.with_name(".orphan.png").write_text(words["orphan"], encoding="utf-8")


def _plant_in_pages(root: Path, language: Language) -> None:
    keys = f"---\ntitle: {canary('page-title', language)}\ndescription: {canary('description', language)}\n---\n"
    path = root / NOTES / language.prefix / "protocol.md"
    _, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    section = f"\n\n## {canary('page-heading', language)} {{ #planted }}\n\n{canary('page-paragraph', language)}.\n"
    path.write_text(keys + body + section, encoding="utf-8")
    new = f"# {canary('new-page', language)}\n\n{canary('new-page', language)}.\n"
    path.with_name(f"{canary('new-page')}.md").write_text(new, encoding="utf-8")
    _list_page(root, canary("new-page"))


def _list_page(root: Path, name: str) -> None:
    """A page of the guide is named in `curriculum.yml`, once for all languages."""
    path = root / "curriculum.yml"
    arc = yaml.safe_load(path.read_text(encoding="utf-8"))
    if name not in arc["pages"]["guide"]:
        arc["pages"]["guide"].insert(0, name)
        write_arc(path, arc)


def _plant_in_public(root: Path, curriculum: Curriculum, language: Language) -> None:
    path = root / "docs" / language.prefix / _printed_page(curriculum)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n\n{canary('public', language)}.\n", encoding="utf-8")


def _printed_page(curriculum: Curriculum) -> str:
    return next(handout.uri for handout in curriculum.arc.handouts if handout.kind is not Kind.POCKET_CARD)


def _plant_reason(root: Path, curriculum: Curriculum, language: Language) -> None:
    path = root / "curriculum.yml"
    reason = curriculum.arc.published[0].load.reason[language]
    text = path.read_text(encoding="utf-8").replace(reason, canary("reason", language))
    path.write_text(text, encoding="utf-8")


def _plant_place(root: Path) -> None:
    """In each value of what only facilitators know of the place, in the language in which it is said."""
    both = "{" + ", ".join(f'{language.code}: "{canary("place", language)}"' for language in LANGUAGES) + "}"
    name = " ".join(canary("place", language) for language in LANGUAGES)
    people = f'on-call: {{name: "{name}"}}\nsupport: {{name: "{name}"}}\n'
    room = "room: {" + ", ".join(f"{key}: {both}" for key in ("where", "key", "exits", "address")) + "}\n"
    kit = f'naloxone: {{where: {both}, trained: "{name}"}}\n'
    (root / PRIVATE).write_text(people + room + kit, encoding="utf-8")


@pytest.fixture(scope="module")
def published(planted: Project) -> Files:
    """Every file of the participant site built beside the canaries, unpacked."""
    return contents_of(planted.participant)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scanner_sees_into_pages_and_pdfs(planted: Project, published: Files, language: Language) -> None:
    """A word planted in a public handout is found on its page and in each file that is made of it."""
    uri = _printed_page(_read(planted.root))
    name, week = uri.removesuffix(".md"), uri.split("/")[0]
    made = {f"{name}.docx", f"{week}/{week}.docx", f"{week}/{week}.html", f"{week}/{week}.zip"}
    made |= {"workbook.epub", "search-index.js"}
    made |= {variant.pdf_of(of) for variant in VARIANTS for of in (name, f"{week}/{week}-handouts")}
    made |= {variant.pdf_of("workbook") for variant in STANDARD}
    wanted = {place_of(language, uri), *(language.prefix + place for place in made)}
    found = places_that_hold(canary("public", language), published)
    assert {re.sub(r"(\.zip|\.docx|\.epub)/.*", r"\1", place) for place in found} == wanted


def test_the_scanner_sees_into_compressed_files(tmp_path: Path) -> None:
    """A word is found in a list of addresses that was compressed."""
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(canary("packed").encode()))
    assert places_that_hold(canary("packed"), contents_of(tmp_path)) == ["sitemap.xml.gz"]


@pytest.mark.parametrize("kind", [*SHOWN, *UNSEEN])
def test_no_canary_is_in_any_byte_of_the_participant_site(published: Files, kind: str) -> None:
    """Whatever the place in the notes, the participant site holds no trace of it."""
    found = {language: places_that_hold(canary(kind, language), published) for language in LANGUAGES}
    assert {language: places for language, places in found.items() if places} == {}


@pytest.mark.parametrize("kind", SHOWN)
def test_a_canary_that_facilitators_should_see_is_in_their_site(planted: Project, kind: str) -> None:
    """The same word is on a page of the facilitator site, in each language."""
    pages = {place: page for place, page in read_bytes_of(planted.facilitator).items() if place.endswith(".html")}
    assert [language for language in LANGUAGES if not places_that_hold(canary(kind, language), pages)] == []


# The participant site does not depend on the notes at all.


@pytest.fixture(scope="module")
def dated() -> Iterator[None]:
    """One date for every build of this module, so that only the sources make a difference."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        yield


@pytest.fixture(scope="module")
def watched(built: Project, tmp_path_factory: pytest.TempPathFactory, dated: None) -> Project:
    """The participant site with the notes as they are, built while a recorder looked on. It takes what was printed for
    `built`: the printing is watched in a course of one week.
    """
    project = _copy(built, tmp_path_factory.mktemp("usual"))
    project.borrow(built)
    return _watch(project)


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory, dated: None) -> Project:
    """The same of a course of one week, with every file made anew."""
    project = Project(tmp_path_factory.mktemp("week") / "course")
    write_curriculum(ROOT, project.root, 1)
    return _watch(project)


def _watch(project: Project) -> Project:
    (project.root / "hooks" / "sitecustomize.py").write_text(RECORDER, encoding="utf-8")
    _build_participants(project)
    return project


@pytest.fixture(scope="module")
def usual(watched: Project) -> Files:
    """Every byte of that site."""
    return read_bytes_of(watched.participant)


@pytest.fixture
def same(built: Project, tmp_path: Path) -> Project:
    """A copy of the very sources that `built` has, whoever writes in the project meanwhile."""
    return _copy(built, tmp_path)


def _copy(project: Project, place: Path) -> Project:
    for name in SOURCES:
        shutil.copytree(project.root / name, place / name)
    for name in FILES:
        shutil.copy(project.root / name, place / name)
    return Project(place)


def _build_participants(project: Project) -> Files:
    done = project.run(*PARTICIPANT_BUILD)
    assert done.returncode == 0, done.stdout + done.stderr
    return read_bytes_of(project.participant)


def _differing(one: Files, other: Files) -> list[str]:
    return sorted(place for place in one.keys() | other.keys() if one.get(place) != other.get(place))


def test_other_notes_leave_every_byte_of_the_participant_site(usual: Files, same: Project, watched: Project) -> None:
    """Every file of notes, and what only facilitators know of the place, rewritten: no file differs, of those that are
    kept only what goes by another name.
    """
    same.borrow(watched)
    _rewrite_all(same.root, random.Random(2))
    assert _differing(usual, _build_participants(same)) == []
    assert check_sources(read_all(Settings(same.root, NOTES))) == []


def test_other_notes_leave_every_byte_when_every_file_is_made_anew(week: Project, tmp_path: Path) -> None:
    """The same in a course of one week, of which nothing is kept."""
    other = Project(tmp_path / "other")
    write_curriculum(ROOT, other.root, 1)
    _rewrite_all(other.root, random.Random(1))
    assert _differing(read_bytes_of(week.participant), _build_participants(other)) == []
    assert check_sources(read_all(Settings(other.root, NOTES))) == []


def _rewrite_all(root: Path, chance: random.Random) -> None:
    _rewrite_notes(root, chance)
    _rewrite_place(root, chance)
    _forget_readings(root)
    (root / "CHANGES.yml").write_text("changes: []\n", encoding="utf-8")  # it names sections of the real notes


def test_no_notes_leave_every_byte_of_the_participant_site(usual: Files, same: Project, watched: Project) -> None:
    """Without the folder of notes, and what only facilitators know of the place, the participant site is the same."""
    same.borrow(watched)
    shutil.rmtree(same.root / NOTES)
    (same.root / PRIVATE).unlink()
    assert _differing(usual, _build_participants(same)) == []


def test_one_command_and_mkdocs_alone_build_the_same_participant_site(usual: Files, built: Project) -> None:
    """`mkdocs build` gives what `python -m curriculum build` publishes; only dates differ."""
    differing = _differing(usual, read_bytes_of(built.participant))
    assert [place for place in differing if not place.startswith("sitemap.xml")] == []


def _rewrite_notes(root: Path, chance: random.Random) -> None:
    """Other valid text in every file of the notes folder, and one page more."""
    curriculum = _read(root)
    sessions = {week.uri: week for week in curriculum.arc.sessions}
    for uri in sorted({uri for _, uri in curriculum.notes}):
        ids = [section.id for section in curriculum.pages[EN, uri].sections if chance.random() < 0.7]
        _write_both(root, uri, chance, ids, title=False)
        for minutes, parts in sessions[uri].late.items() if uri in sessions else ():
            _add_both(root, uri, "\n".join([f"/// late | {minutes}", "", *_drops(parts, chance), "", "///"]))
    _list_page(root, "extra")
    for uri in sorted({page.uri for page in curriculum.pages.values() if page.path.startswith(NOTES)} | {"extra.md"}):
        _write_both(root, uri, chance, [_babble(chance, 1) for _ in range(chance.randint(1, 9))], title=True)


def _rewrite_place(root: Path, chance: random.Random) -> None:
    """Another value, or none, for all that only facilitators know; numbers and a date too."""
    number = f"250-555-01{chance.randint(10, 99)}"
    for key, value in {"name": _babble(chance, 2), "number": number, "trained": _babble(chance, 3)}.items():
        _set_values(root, key, value, chance)
    _set_values(root, "practised", f"2027-01-{chance.randint(10, 28)}", chance)
    _set_values(root, "(?:en|fr)", _babble(chance, 4), chance, least=1)


def _set_values(root: Path, key: str, value: str, chance: random.Random, least: float = 0.7) -> None:
    path = root / PRIVATE
    text, count = re.subn(
        rf'^( +{key}): ""$',
        lambda found: f'{found[1]}: "{value if chance.random() < least else ""}"',
        path.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    assert count
    path.write_text(text, encoding="utf-8")


def _write_both(root: Path, uri: str, chance: random.Random, ids: list[str], *, title: bool) -> None:
    for language in LANGUAGES:
        blocks = [f"# {_babble(chance, 3)}"] if title else []
        blocks += [_block(chance) for _ in range(chance.randint(1, 4))]
        for id in ids:
            blocks += [f"## {_babble(chance, 3)} {{ #{id} }}", *(_block(chance) for _ in range(chance.randint(0, 4)))]
        (root / NOTES / language.prefix / uri).write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _drops(parts: Iterable[str], chance: random.Random) -> list[str]:
    """What to drop in each part that starts late: notes without it are told, whatever else they say."""
    return [f"- `{part}`: {_babble(chance, 4)}." for part in parts]


def _add_both(root: Path, uri: str, text: str) -> None:
    """Put a text first in a note, above its headings."""
    for language in LANGUAGES:
        path = root / NOTES / language.prefix / uri
        path.write_text(f"{text}\n\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


SHAPES = (
    *("{0}.", "- {0}\n- {1}", "1. *{0}*\n2. __{1}__", "> **{0}:** {1}\n>\n> {2}"),
    *("| {0} | {1} |\n| --- | --- |\n| {2} | {3} |", "//// box | {0}\n{1}\n////"),
)


def _block(chance: random.Random) -> str:
    words = [_babble(chance, chance.randint(1, 30)) for _ in range(4)]
    return chance.choice(SHAPES).format(*words)


def _babble(chance: random.Random, count: int) -> str:
    words = ("".join(chance.choices(string.ascii_lowercase, k=chance.randint(6, 12))) for _ in range(count))
    return " ".join(words)


# A generator that ignores us, and a build that is watched.


def test_without_our_hooks_no_note_is_published(same: Project, sentences: list[str]) -> None:
    """With `hooks:` emptied, whatever `mkdocs build` still publishes says nothing of the notes."""
    _empty_hooks(same.root)
    same.run("-m", "mkdocs", "build")
    assert said_in(texts_in(same.participant), sentences) == set()


def test_without_hooks_and_theme_no_note_is_published(same: Project, sentences: list[str]) -> None:
    """A generator that knows nothing of us builds the whole of `docs/`, and nothing of the notes."""
    _empty_hooks(same.root)
    done = same.run("-m", "mkdocs", "build", "--no-strict", "--theme", "mkdocs")
    assert done.returncode == 0, done.stderr
    assert all((same.participant / place_of(*key)).exists() for key in _read(same.root, notes="").pages)
    assert said_in(texts_in(same.participant), sentences) == set()


def _empty_hooks(root: Path) -> None:
    config = root / "mkdocs.yml"
    text, count = HOOKS.subn("hooks: []\n", config.read_text(encoding="utf-8"))
    assert count == 1
    config.write_text(text, encoding="utf-8")


def test_the_participant_build_never_opens_the_notes(watched: Project, week: Project, built: Project) -> None:
    """A build for participants alone opens and lists nothing below the notes folder, nor what only facilitators know of
    the place; one for facilitators does.

    Where one process builds both, `test_site_once` holds it to opening notes when their site is whole.
    """
    assert (week.root / "opened.tsv").read_text(encoding="utf-8") == ""
    opened = watched.root / "opened.tsv"
    assert opened.read_text(encoding="utf-8") == ""
    done = watched.run("-m", "mkdocs", "build", "--quiet", "--strict", "-f", "mkdocs.facilitator.yml")
    assert done.returncode == 0, done.stderr
    notes = list((watched.root / NOTES).rglob("*.md"))
    seen = opened.read_text(encoding="utf-8").splitlines()
    assert len(seen) >= len(notes) > 0
    assert any(line.endswith(f"\t{PRIVATE}") for line in seen)
