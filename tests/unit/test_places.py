"""Nothing of another place goes out, however it is written and packed; and shared text is of no place."""

from __future__ import annotations

import gzip
import html
import io
import json
import os
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from conftest import ROOT, copy_project
from curriculum.formats.pdf.assemble import on_paper
from curriculum.formats.pdf.printing import print_document
from curriculum.read.layers import Settings, Sources, read_all, read_notes, read_sources
from curriculum.read.marks import ADDRESS, addresses_in
from curriculum.read.places import read_places
from curriculum.read.today import TODAY
from curriculum.review.local import check_due, check_shared
from curriculum.verify.past import Past
from curriculum.verify.pdf import words
from curriculum.verify.pdf.document import name_of
from curriculum.verify.pdf.drawn import drawn
from curriculum.verify.pdf.fonts import Font
from curriculum.verify.places import DEEPEST, World, world_of
from curriculum.verify.search import digest_of
from curriculum.verify.strangers import Known, read_known_places, read_strangers, write_known_places
from curriculum.words.labels import label
from curriculum.words.model import Audience, Credit, Language, Problem, Source, Text
from curriculum.words.paper import Article, Document, Paper, Size, Variant
from curriculum.words.problems import report
from hypothesis import given, settings
from hypothesis import strategies as st
from languages import LANGUAGES
from reading.site.hidden_in_pdf import CONTENT, MORE, file_of, flate

EXPECTED = Path(__file__).parent / "placed-wrongly" / "expected.txt"
EXAMPLE = "editions/example"
NUMBER = "1-888-494-3888"
FACTS = (NUMBER, "250-818-2454", "310-6789", "access@vsac.ca", "Songhees", "Vancouver Island", "VictimLinkBC", "CRCL")
"""Of Victoria: two long numbers and a short one, an address, a nation, a place, two services."""


def entities(text: str) -> str:
    """Each sign by its number in HTML."""
    return "".join(f"&#{ord(sign)};" for sign in text)


def split(by: str) -> Callable[[str], str]:
    """Something between all signs."""
    return by.join


def docx_runs(text: str) -> str:
    """As Word has it when somebody typed in two goes."""
    half = len(text) // 2
    return f"<w:r><w:t>{text[:half]}</w:t></w:r><w:r><w:rPr/><w:t>{text[half:]}</w:t></w:r>"


WRITTEN: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "no-break hyphens": lambda text: text.replace("-", "\u2011").replace(" ", "\u00a0"),
    "dots": lambda text: text.replace("-", ".") if text[0].isdigit() else text,
    "zero width": split("\u200b"),
    "soft hyphens": split("\u00ad"),
    "tags": split("<b></b>"),
    "wbr": split("<wbr>"),
    "entities": entities,
    "hexadecimal": lambda text: "".join(f"&#x{ord(sign):x};" for sign in text),
    "JSON": lambda text: json.dumps({"a": "".join(f"\\u{ord(sign):04x}" for sign in text)}).replace("\\\\", "\\"),
    "address": lambda text: f'<a href="?q={"".join(f"%{byte:02X}" for byte in text.encode())}">x</a>',
    "attribute": lambda text: f'<img alt="{html.escape(text)}">',
    "calendar": lambda text: f"BEGIN:VCALENDAR\r\nDESCRIPTION:Call {text[:3]}\r\n {text[3:]} now\r\nEND:VCALENDAR",
    "Word": docx_runs,
}


def zipped(text: str) -> bytes:
    """In a ZIP."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("word/document.xml", f"<w:document>{text} and more words</w:document>")
    return packed.getvalue()


PACKED: dict[str, Callable[[str], bytes]] = {
    "file": lambda text: f"Words before. {text} and after.".encode(),
    "ZIP": zipped,
    "gzip": lambda text: gzip.compress(f"Words before. {text} and after.".encode()),
}
SPELT = ("1-888-HYG-FUTT", "1 888 HYGFUTT")
"""The first number in letters."""


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    """What another place would read of this project."""
    root = copy_project(tmp_path_factory.mktemp("fork")).root
    arc = root / "curriculum.yml"
    arc.write_text(arc.read_text(encoding="utf-8").replace("editions/victoria", EXAMPLE), encoding="utf-8")
    sources = read_all(Settings(root, "facilitator"))
    assert sources.edition
    return sources


@pytest.fixture(scope="module")
def world(fork: Sources) -> World:
    """What belongs to others than the invented place."""
    return world_of(read_places(fork))


@pytest.mark.parametrize("fact", FACTS)
def test_every_dress_of_a_fact_of_victoria_is_found(fact: str, world: World) -> None:
    missed = [
        f"{fact} as {way} in {pack}"
        for way, write in WRITTEN.items()
        for pack, put in PACKED.items()
        if not world.look(put(write(fact)))
    ]
    assert missed == []
    assert len(FACTS) * len(WRITTEN) * len(PACKED) >= 300


@pytest.mark.parametrize("spelt", SPELT)
def test_a_number_in_letters_is_found(spelt: str, world: World) -> None:
    assert world.look(f"Call {spelt} at night".encode())


def test_a_number_with_a_slip_is_found_however_far_behind_another(world: World) -> None:
    """Slips are looked for around each digit beside such a letter, within some signs."""
    missed = [gap for gap in range(60) if not world.look(f"Up to 12 {'a' * gap}a 25O-8l8-2454 at night")]
    assert missed == []


@pytest.mark.parametrize("said", ["25O8182454", "25 0 8 l 82454", "(250) 8|8-2454", "25. O818.2454"])
def test_a_number_with_a_slip_is_found_with_signs_around_it(said: str, world: World) -> None:
    """None, one or two between the letter and the digit before it."""
    assert world.look(f"Call {said}, at night")


@given(st.lists(st.sampled_from(["us@us.ca", "@us.ca", "@", "us", ".", "+", "-", "_", " ", "é"]), max_size=20))
@settings(derandomize=True, max_examples=400)
def test_addresses_are_found_as_a_pattern_finds_them(signs: list[str]) -> None:
    """From each `@` on: not one that the pattern finds is passed over, and none is found that it does not."""
    text = "".join(signs)
    assert [found.span() for found in addresses_in(text)] == [found.span() for found in ADDRESS.finditer(text)]


@pytest.mark.parametrize("words", ["three one zero, six seven eight nine", "threeone zero, six seveneight nine"])
def test_a_number_in_words_is_found_over_the_ends_of_lines(words: str, world: World) -> None:
    """A PDF puts lines together without a space."""
    assert world.look(f"Call {words} at night")


NOT_THEIRS = (
    *("Call 555-0102 at night.", "In 1888, 494 people and 3888 others came.", "ISBN 978-1-888494-38-8", "pp. 310-678"),
    *("Walk alongside them, côte à côte, on the island.", "A Victorian house.", "Account 9310 67891"),
)


@pytest.mark.parametrize("words", NOT_THEIRS)
def test_what_only_looks_like_it_is_left_alone(words: str, world: World) -> None:
    assert not {said for rule, said in world.look(words) if rule == "built-foreign"}


def test_the_credit_may_name_the_first_place_and_nothing_else_may(world: World) -> None:
    credit = "the authors, the University of Victoria and Peers Victoria have not reviewed or endorsed it unless"
    assert world.look(f"It is not the pilot’s syllabus, and {credit} a page says so.") == frozenset()
    assert world.look("We meet in Victoria on Mondays, by the sea.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_every_edition_says_of_the_first_course_is_no_stranger(language: Language, world: World) -> None:
    words = label("credit", language, version="1", licence="CC", credit=label("credit-words", language))
    assert world.look(f"<p>{words}</p><style>@font-face{{font-family:'Alongside'}}</style>") == frozenset()
    for licence in (ROOT / "LICENSES").glob("*.txt"):
        assert not {said for rule, said in world.look(licence.read_bytes()) if rule == "built-foreign"}


def test_what_an_edition_was_made_from_may_be_named_though_it_stands_here_too(fork: Sources, world: World) -> None:
    """Its names and its address; a number to call of the same place stays foreign."""
    shore = Source(Text({"en": "Songhees Evenings", "fr": "Soirées Songhees"}), "VictimLinkBC friends", "CC BY-SA 4.0")
    credited = replace(shore, address="https://shore-evenings.org/")
    assert fork.edition
    edition = replace(fork.edition, credit=Credit((credited, *fork.edition.credit.sources)))
    words = ("adapted from Songhees Evenings", "VictimLinkBC friends", '<a href="https://shore-evenings.org/">x</a>')
    others = tuple(replace(one, pages=(*one.pages, words[-1])) for one in fork.others)
    lineage = world_of(read_places(replace(fork, edition=edition, others=others)))
    assert [said for said in words if not world.look(said)] == []
    assert [said for said in words if lineage.look(said)] == []
    assert lineage.look(f"Songhees Evenings, {NUMBER}") == world.look(NUMBER)


def test_what_nothing_of_ours_says_is_unknown(world: World) -> None:
    found = world.look('<a href="tel:+1-902-555-0177">x</a> <a href="https://strange.example/a">y</a>')
    assert found == {("built-unknown", "1-902-555-0177"), ("built-unknown", "strange.example")}
    assert world.look("Write to somebody@strange.example") == {("built-unknown", "somebody@strange.example")}


def test_shared_text_says_no_place_outside_the_credit() -> None:
    assert check_shared(read_notes(read_sources(ROOT), "facilitator")) == []


def nested(content: bytes, times: int) -> bytes:
    """A ZIP in a ZIP in a ZIP."""
    for _ in range(times):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as opened:
            opened.writestr("a.zip", content)
        content = packed.getvalue()
    return content


def listed(members: dict[str, bytes], remark: bytes = b"", added: bytes = b"") -> bytes:
    """A ZIP whose list says a remark, and fields of its own, of each file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.comment, info.extra = remark, added
            made.writestr(info, content)
    return packed.getvalue()


def test_the_list_of_an_archive_is_numbers_in_which_no_writing_is_undone(world: World) -> None:
    """Among those of 3,000 files stood, by chance, signs of more writings in each other than we look into."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for at in range(120):
            info = zipfile.ZipInfo(f"EPUB/pages/week-{at}.xhtml")
            info.external_attr = int.from_bytes((b"<" if at < 60 else b">") * 4)
            made.writestr(info, b"a")
    assert fresh(world).look(packed.getvalue()) == frozenset()


SAID = f"Call {NUMBER}, say who you are.".encode()
SAYS = {"as it is": SAID, "gzip": gzip.compress(SAID, mtime=0), "UTF-16": SAID.decode().encode("utf-16-le")}


@pytest.mark.parametrize("said", SAYS.values(), ids=SAYS)
@pytest.mark.parametrize("place", ["remark", "added", "name"])
def test_what_the_list_of_an_archive_says_is_looked_into(place: str, said: bytes, world: World) -> None:
    if place == "name":
        packed = listed({SAID.decode(): b"a"})
    elif place == "remark":
        packed = listed({"a.txt": b"a"}, said)
    else:
        packed = listed({"a.txt": b"a"}, added=b"\x99\x99" + len(said).to_bytes(2, "little") + said)
    assert {rule for rule, _ in fresh(world).look(packed)} == {"built-foreign"}


DEEP = b"<" * 60 + b"\x8f\x02" + b">" * 60
"""More in each other than we look into."""


def test_the_table_of_a_pdf_is_numbers_even_where_they_look_as_if_they_drew(world: World) -> None:
    """A book of a course of 500 weeks has one of a million bytes; where it is the content of a page, it is read."""
    numbers = b"\xff BT \x01 Tj " + DEEP
    assert fresh(world).look(file_of({MORE: flate(numbers, b"/Type/XRef/W[1 3 1]")})) == frozenset()
    shown = flate(numbers + b" BT /F1 9 Tf (Call " + NUMBER.encode() + b") Tj ET", b"/Type/XRef")
    assert "built-foreign" in {rule for rule, _ in fresh(world).look(file_of({CONTENT: shown}))}


def test_what_lies_deeper_than_we_look_is_told_there_and_wherever_else_it_lies(world: World, tmp_path: Path) -> None:
    """It was taken as seen, with nothing in it: the same archive passed by itself as well."""
    inner = nested(f"Call {NUMBER}".encode(), 2)
    assert {rule for rule, _ in fresh(world).look(inner)} == {"built-foreign"}
    (tmp_path / "a.zip").write_bytes(nested(inner, DEEPEST - 1))
    (tmp_path / "b.zip").write_bytes(inner)
    problems, right = read_strangers(tmp_path, fresh(world), {})
    assert [(one.path.rpartition("/")[2], one.rule) for one in problems] == [
        ("a.zip", "verify-closed"),
        ("b.zip", "verify-closed"),
    ]
    assert right == {}


def test_what_is_said_of_each(fork: Sources, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(f"<p>{NUMBER}</p><a href='tel:902-555-0177'>x</a>", encoding="utf-8")
    problems, right = read_strangers(site, world, {})
    assert right == {}
    known = {digest_of((site / "index.html").read_bytes()).hex(): ()}
    assert read_strangers(site, world, known) == ([], known)
    key, page = next((key, page) for key, page in fork.pages.items() if page.uri == "safety.md")
    local = replace(page, body=f"{page.body}\nCall VictimLinkBC.\n")
    problems += check_shared(replace(fork, pages={**fork.pages, key: local}))
    assert fork.edition
    line = replace(fork.edition.resources[0], id="line", confirmed=True, checked_on="2026-01-31", review_after="P1M")
    late = replace(fork.edition, resources=(line,), call_lines={"line": 3})
    monkeypatch.setenv(TODAY, "2026-11-28")
    problems += check_due(replace(fork, edition=late))
    said = report(problems, LANGUAGES) + "\n"
    if os.environ.get("REFRESH"):
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")


def fresh(world: World) -> World:
    """The same as another build begins with it: it has seen nothing yet."""
    return replace(world, seen={}, past=Past())


def on_letter(*texts: str) -> bytes:
    """A PDF of these articles."""
    articles = tuple(
        Article(f"{n}.md", f"{n}.md", "A", text, None, "Week 1", ("Foot",)) for n, text in enumerate(texts)
    )
    document = Document("quiet", "Quiet", LANGUAGES[0], "Lantern", articles)
    pdf, problems = print_document(document, Variant(Paper.LETTER, Size.STANDARD), ROOT / "overrides/print")
    assert problems == ()
    return pdf


def test_a_page_that_was_right_is_read_again_in_no_file(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in this build nor in the next; one that is wrong is told in each file, and each time."""
    read: list[str] = []
    monkeypatch.setattr(words, "drawn", lambda *given: read.append(drawn(*given).words) or drawn(*given))
    quiet, slow, wrong = "# Quiet\n\nBreathe in.", "# Slow\n\nBreathe out.", f"# Loud\n\nCall {NUMBER}."
    files = {"1.pdf": on_letter(quiet), "2.pdf": on_letter(quiet, slow), "3.pdf": on_letter(quiet, slow, wrong)}
    site, known = tmp_path / "site", dict[str, Sequence[str]]()
    site.mkdir()
    for name, content in files.items():
        (site / name).write_bytes(content)
        read.clear()
        words._words_of.cache_clear()  # else what this process drew before would not be drawn again either
        problems, known = read_strangers(site, fresh(world), known)
        pages = [word for word in ("Quiet", "Slow", "Loud") if any(word in one and "Breathe" in one for one in read)]
        assert pages == {"1.pdf": ["Quiet"], "2.pdf": ["Slow"], "3.pdf": []}[name]
        assert [problem.path for problem in problems] == (["site/3.pdf"] if name == "3.pdf" else [])
    again = fresh(world)
    problems, right = read_strangers(site, again, known)
    assert [problem.path for problem in problems] == ["site/3.pdf"]
    assert right == known
    assert all(right.values()), "what is past keeps the names of its pages"


def test_a_member_that_was_right_is_opened_again_in_no_archive(world: World, tmp_path: Path) -> None:
    """Nor is a file of the site that lies in one; what is wrong there is told each time."""
    quiet, slow, wrong = b"Breathe in, and wait.", b"Breathe out, and wait.", f"Call {NUMBER} now.".encode()
    site, known = tmp_path / "site", dict[str, Sequence[str]]()
    site.mkdir()
    for members, opened in ([quiet], {quiet}), ([quiet, slow], {slow}), ([quiet, slow, wrong], {wrong}):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            for number, member in enumerate(members):
                made.writestr(f"{number}.txt", member)
        (site / "a.zip").write_bytes(packed.getvalue())
        for _ in range(1 + (wrong in opened)):
            again = fresh(world)
            problems, right = read_strangers(site, again, known)
            assert {one for one in (quiet, slow, wrong) if digest_of(one) in again.seen} == opened
            assert [problem.path for problem in problems] == (["site/a.zip"] if wrong in opened else [])
        known = {**known, **right}
    (site / "a.txt").write_bytes(quiet)
    (site / "b.txt").write_bytes(wrong)
    assert [problem.path for problem in read_strangers(site, fresh(world), known)[0]] == ["site/a.zip", "site/b.txt"]


def known_of(site: Path, root: Path, world: World) -> tuple[list[Problem], Known]:
    """What a build finds in a site with what others kept in `root`, and keeps there where nothing is to be mended."""
    again = replace(fresh(world), leant={where: set() for where in world.leant})
    problems, right = read_strangers(site, again, read_known_places(root, again, Audience.PARTICIPANT))
    if not problems:
        write_known_places(root, again, Audience.PARTICIPANT, right)
    return problems, right


@pytest.mark.parametrize(
    "said",
    ["Call 902-555-0177 now", '<a href="tel:902-555-0177">x</a>', "Ask me@own.example now", "<a href='//own.example'>"],
)
def test_what_was_right_is_wrong_once_ours_says_it_no_more(said: str, world: World, tmp_path: Path) -> None:
    """Two builds after it was looked at, too: a number that changed is called by nobody any more."""
    site, now = tmp_path / "site", replace(world, ours=b"we are at 9025550177 and meownexample ownexample")
    site.mkdir()
    (site / "a.html").write_text(f"{said} and more words", encoding="utf-8")
    (site / "b.pdf").write_bytes(on_letter("# Quiet\n\nBreathe."))
    for _ in range(2):
        assert known_of(site, tmp_path, now)[0] == []
    assert [(problem.path, problem.rule) for problem in known_of(site, tmp_path, world)[0]] == [
        ("site/a.html", "built-unknown")
    ]


def test_a_foreign_name_is_wrong_once_it_is_no_credit_any_more(world: World, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text("the University of Victoria and Peers Victoria have not reviewed", encoding="utf-8")
    assert known_of(site, tmp_path, world)[0] == []
    assert {problem.rule for problem in known_of(site, tmp_path, replace(world, credited=b""))[0]} == {"built-foreign"}


def test_a_file_that_was_right_may_not_have_a_foreign_name(world: World, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text("Breathe in, breathe out.", encoding="utf-8")
    assert known_of(site, tmp_path, world)[0] == []
    (site / "a.html").rename(site / "victimlinkbc.html")
    assert [problem.path for problem in known_of(site, tmp_path, world)[0]] == ["site/victimlinkbc.html"]


@pytest.mark.parametrize("damage", [b"z", b"", b" ", b"\xff", b"~"])
def test_what_is_kept_and_was_damaged_is_looked_at_again(damage: bytes, world: World, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "b.pdf").write_bytes(on_letter("# Quiet\n\nBreathe."))
    whole = known_of(site, tmp_path, world)[1]
    (kept,) = (tmp_path / ".cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-20] + damage + kept.read_bytes()[-19:])
    assert read_known_places(tmp_path, world, Audience.PARTICIPANT) == {}
    assert known_of(site, tmp_path, world) == ([], whole)


def test_a_page_by_other_letters_is_another_page() -> None:
    fonts = [{b"f0": Font(1, {b"a": letter})} for letter in "ab"] + [{b"f1": Font(1, {b"a": "a"})}, {}]
    assert len({name_of((b"(a) Tj",), one) for one in fonts} | {name_of((b"(a)", b" Tj"), fonts[0])}) == 5
    assert name_of((b"(a) Tj",), {b"f0": Font(1, {b"a": "a"})}) == name_of((b"(a) Tj",), fonts[0])


def test_a_pdf_moved_to_a4_is_opened_only_where_it_says_more(world: World, tmp_path: Path) -> None:
    letter = on_letter("# Quiet\n\nBreathe.")
    (tmp_path / "quiet-letter.pdf").write_bytes(letter)
    moved = on_paper(letter, Paper.A4)
    assert moved != letter
    for added, wrong in (b"", []), (f"% {NUMBER}".encode(), ["site/quiet-a4.pdf"]):
        (tmp_path / "quiet-a4.pdf").write_bytes(moved + added)
        again = fresh(world)
        problems, right = read_strangers(tmp_path, again, {})
        assert [problem.path.replace(tmp_path.name, "site") for problem in problems] == wrong
        assert {digest_of(letter), *(() if wrong else (digest_of(moved),))} == {bytes.fromhex(one) for one in right}
        assert (digest_of(moved + added) in again.seen) is bool(wrong)
