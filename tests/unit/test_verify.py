"""`verify`: words of notes are found however they are packed and written, words of participants are not, and each thing
that looks is needed.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import tarfile
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from curriculum.commands.verify import made_for, main
from curriculum.read.layers import read_notes, read_sources
from curriculum.verify import means, packed, page, spelt, squeezed, written
from curriculum.verify.layers import LayerState
from curriculum.verify.means import MEANS, Case, examine
from curriculum.verify.runs import runs_of
from curriculum.verify.search import Search, Trace
from curriculum.verify.sources import private_values, read_search
from curriculum.verify.target import VerifyTarget, read_target
from curriculum.words.audience import NOTES
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Problem, Text
from curriculum.words.problems import report
from languages import EN, FR, LANGUAGES
from reading.site.behind import BEHIND
from reading.site.disguises import BYTES, HTML, TEXT, zipped
from reading.site.disguises_apart import APART
from reading.site.hidden_in_pdf import PDF, file_of, page_with
from reading.site.shown_in_pdf import SHOWN

ROOT = Path(__file__).resolve().parent.parent.parent
SAID = Path(__file__).parent / "verified-wrongly" / "expected.txt"
DISGUISES = {**HTML, **TEXT, **BYTES, **BEHIND, **PDF, **SHOWN, **APART}
QUOTED = re.compile(r"^> ([^*|>{}\[\]]{60,}(?:\n> [^*|>{}\[\]]+)+)", re.MULTILINE)
"""What facilitators say aloud, in a note."""
PARAGRAPH = re.compile(r"(?:\A|\n\n)([^*|>{}\[\]/#-][^*|>{}\[\]/#]{100,})(?=\n\n)")


@pytest.fixture(scope="module")
def case() -> Case:
    """What the real course is held to, with nothing to look at yet."""
    sources = read_sources(ROOT)
    theirs = read_notes(sources, NOTES).curriculum
    assert sources.curriculum
    assert theirs
    search = read_search(ROOT, sources.curriculum, theirs)
    return Case(VerifyTarget("x", False, {}, ()), made_for(sources, sources.curriculum), search)


def longest(folder: str, language: Language, passages: re.Pattern[str]) -> str:
    """Up to three hundred letters that a file of a folder has in one piece."""
    text = (ROOT / folder / language.prefix / "week-05" / "index.md").read_text(encoding="utf-8")
    return re.sub(r"\s*\n(?:> )?", " ", max(passages.findall(text), key=len))[:300]


@pytest.fixture(scope="module")
def secret() -> dict[Language, str]:
    return {language: longest(NOTES, language, QUOTED) for language in LANGUAGES}


def fresh(search: Search) -> Search:
    """The same search, which has seen nothing yet."""
    return replace(search, seen={}, read=0)


def origins(found: list[Trace]) -> set[str]:
    return {one.origin.path for one in found if one.origin}


def week_of(language: Language) -> str:
    return f"{NOTES}/{language.prefix}week-05/index.md"


def test_there_are_enough_disguises() -> None:
    assert len(DISGUISES) == page.DISGUISES_TRIED >= 60


@pytest.mark.parametrize("name", DISGUISES)
def test_words_of_a_note_are_found_in(name: str, case: Case, secret: dict[Language, str]) -> None:
    """Each disguise, in each language: the note that the words come from is named."""
    missed = [
        language
        for language in LANGUAGES
        if week_of(language) not in origins(case.search.look(DISGUISES[name](secret[language])))
    ]
    assert missed == []


@pytest.mark.parametrize("name", DISGUISES)
def test_words_that_participants_have_are_not_found_in(name: str, case: Case) -> None:
    """The same disguises over words of a page for participants: nothing is found, and nothing stays closed."""
    closed = {"cut-off.gz"}
    found = [
        one for language in (EN, FR) for one in case.search.look(DISGUISES[name](longest("docs", language, PARAGRAPH)))
    ]
    assert [one for one in found if one.origin or name not in closed] == []


def test_gigabytes_of_nothing_in_a_tar_stay_closed() -> None:
    """A sparse file: one head says that it is eight gigabytes long, and that none of them is written."""
    about = tarfile.TarInfo("words.txt")
    about.type = tarfile.GNUTYPE_SPARSE
    head = bytearray(about.tobuf(tarfile.GNU_FORMAT))
    head[386:410], head[483:495] = b"%011o\0" % 0 * 2, b"%011o\0" % (8**11 - 1)
    head[148:156] = b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)
    found = [*packed.open_bytes(bytes(head) + bytes(1024))]
    assert [one.step for one in found if one.state is LayerState.CLOSED] == ["words.txt"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_to_the_words_is_told(case: Case, secret: dict[Language, str], language: Language) -> None:
    inner = zipped({"page.html": DISGUISES["decimal-entities.html"](secret[language])})
    found = fresh(case.search).look(gzip.compress(zipped({"week.zip": inner})))
    ways = {one.way for one in found if one.origin and one.origin.path == week_of(language)}
    assert ("gzip", "week.zip", "page.html", "HTML &…;") in ways


def test_every_line_of_a_note_that_is_long_enough_is_found_by_itself(case: Case) -> None:
    """At least 95 in 100 lines of a hundred letters, each alone in a file."""
    text = (ROOT / week_of(EN)).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if len(line) >= 100 and "](" not in line]
    public = " ".join((ROOT / "docs/week-05/index.md").read_text(encoding="utf-8").split())
    own = [line for line in lines if line.strip("> -*") not in public]
    missed = [line for line in own if not origins(fresh(case.search).look(line.encode()))]
    assert len(own) > 50
    assert len(missed) <= 0.05 * len(own), missed


def test_a_number_that_only_facilitators_know_is_found(tmp_path: Path) -> None:
    """However it is grouped: `250-555-0142` is also `(250) 555 0142`."""
    sources = read_sources(ROOT)
    ours, theirs = sources.curriculum, read_notes(sources, NOTES).curriculum
    assert ours
    assert theirs
    edition = replace(theirs.edition, private={"on-call.number": Text(plain="250-555-0142")})
    search = read_search(ROOT, ours, replace(theirs, edition=edition))
    assert [*private_values(replace(theirs, edition=edition))] == ["250-555-0142"]
    assert origins(search.look(b"<p>Call (250) 555&#8209;0142 tonight.</p>")) == {f"{edition.path}/facilitator.yml"}
    assert search.look(b"<p>Call (250) 555-0143 tonight.</p>") == []


def test_whole_files_of_facilitators_are_known_by_their_bytes(case: Case) -> None:
    content = (ROOT / week_of(FR)).read_bytes()
    found = fresh(replace(case.search, words=EMPTY, thin=EMPTY)).look(zipped({"a.bin": content}))
    assert [(one.way, one.origin) for one in found] == [(("a.bin",), (week_of(FR), 1))]


OPAQUE = b"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[97 %s]>>>>" % b"".join(
    b"/g%d" % code for code in range(97, 123)
)
NO_LETTERS = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H>>"
UNOPENED: dict[str, Callable[[], bytes]] = {
    "password.zip": lambda: zipped({"a.txt": b"x" * 50}).replace(b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04\x14\0\1\0"),
    "unknown.zip": lambda: zipped({"a.txt": b"x" * 50}).replace(b"\x14\0\0\0\x08\0", b"\x14\0\0\0\x63\0"),
    "archive.7z": lambda: b"7z\xbc\xaf\x27\x1c" + bytes(40),
    "archive.rar": lambda: b"Rar!\x1a\x07\1\0" + bytes(40),
    "archive.zst": lambda: b"\x28\xb5\x2f\xfd" + bytes(40),
    "locked.asc": lambda: b"-----BEGIN PGP MESSAGE-----\n" + bytes(40),
    "broken.gz": lambda: gzip.compress(b"a" * 5000 + b"b" * 5000)[:-20],
    "locked.pdf": lambda: file_of({}, trailer=b"/Encrypt 6 0 R"),
    "no-letters.pdf": lambda: page_with(b"<0001> Tj", o5=NO_LETTERS),
    "opaque-letters.pdf": lambda: page_with(b"<6162636465> Tj", o5=OPAQUE),
    "sealed.html": lambda: b'<!doctype html><script type="text/plain" class="envelope">' + b"A" * 400,
    "bomb.gz": lambda: gzip.compress(gzip.compress(bytes(300_000_000), 1), 1),
}
"""Files that cannot be opened, made when they are asked for: one is large, and one has its hour in it."""


@pytest.mark.parametrize("name", UNOPENED)
def test_what_cannot_be_opened_is_told(name: str, case: Case) -> None:
    """Nobody vouches for what nobody read."""
    assert [one for one in fresh(case.search).look(UNOPENED[name]()) if one.origin is None] != []


# Each thing that looks is needed.

EMPTY = runs_of([], [])
"""The runs of a course without notes."""


def some_missed(case: Case, secret: dict[Language, str], make: Callable[[str], bytes]) -> bool:
    search = fresh(case.search)
    return any(week_of(language) not in origins(search.look(make(secret[language]))) for language in LANGUAGES)


def now_and_then(text: str, form: str) -> bytes:
    """Every fifth letter in a form of its own, too few of them for a list of numbers."""
    return "".join(form.format(ord(s)) if at % 5 == 0 and s.isascii() else s for at, s in enumerate(text)).encode()


UNDONE_IN: dict[str, Callable[[str], bytes]] = {
    "HTML &…;": lambda text: now_and_then(text, "&#{};"),
    r"\u…": lambda text: now_and_then(text, r"\u{:04x}"),
    "CSS \\…": lambda text: now_and_then(text, r"\{:x} "),
    "URL %…": lambda text: now_and_then(text, "%{:02x}"),
    "quoted-printable": lambda text: now_and_then(text, "={:02X}"),
    "RTF": lambda text: rb"{\rtf1 " + now_and_then(text, r"\b\'{:02x}\b0 ") + b"}",
    r"\N{…}": DISGUISES["names-of-letters.py"],
    "HTML <…>": DISGUISES["a-span-for-each-letter.html"],
    "/*…*/": lambda text: "/* certainly */".join(text.split(" ")).encode(),
    "UTF-7": lambda text: re.sub(rb"e", b"+AGU-", text.encode("utf-7")),
    "variation selectors": DISGUISES["variation-selectors.txt"],
    "zero width": DISGUISES["zero-width-bits.txt"],
    "Morse": DISGUISES["morse.txt"],
}


@pytest.mark.parametrize("writing", [writing.name for writing in written.WRITINGS])
def test_without_this_writing_words_stay_hidden(
    writing: str, case: Case, secret: dict[Language, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not some_missed(case, secret, UNDONE_IN[writing])
    left = tuple(one for one in written.WRITINGS if one.name != writing)
    monkeypatch.setattr(written, "WRITINGS", left)
    assert some_missed(case, secret, UNDONE_IN[writing])


@pytest.mark.parametrize(
    ("step", "name"),
    [("base16", "hexadecimal.txt"), ("base32", "base32.txt"), ("base85", "z85.txt"), ("uuencode", "uuencoded.txt")],
)
def test_without_this_spelling_words_stay_hidden(
    step: str, name: str, case: Case, secret: dict[Language, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelt, "READERS", tuple(one for one in spelt.READERS if one[0] != step))
    assert some_missed(case, secret, DISGUISES[name])


NEVER, NEVER_BYTES = re.compile("(?!)"), re.compile(rb"(?!)")
DOORS = {
    "BASE64": (spelt, NEVER, "base64.txt"),
    "NUMBERS": (spelt, NEVER, "numbers.js"),
    "inside": (packed, lambda _: (), "zlib-inside.bin"),
    "EBCDIC": (packed, b"", "ebcdic.txt"),
    "SHIFTED": (packed, NEVER_BYTES, "yenc.txt"),
    "FORMATS": (packed, packed.FORMATS[1:], "words.zip"),
}
"""What can be shut, what stands for it then, and the file that nobody looks into any more."""


@pytest.mark.parametrize("door", DOORS)
def test_without_this_way_in_words_stay_hidden(
    door: str, case: Case, secret: dict[Language, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    module, stands_for, hidden_in = DOORS[door]
    monkeypatch.setattr(module, door, stands_for)
    assert some_missed(case, secret, DISGUISES[hidden_in])


SQUEEZED_IN = {"gzip": "words.gz", "bzip2": "words.bz2", "xz": "words.xz", "lzma": "words.lzma", "zlib": "words.zlib"}


@pytest.mark.parametrize("step", SQUEEZED_IN)
def test_without_this_unpacking_words_stay_hidden(
    step: str, case: Case, secret: dict[Language, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(SQUEEZED_IN) == {one[0] for one in squeezed.SQUEEZED}
    monkeypatch.setattr(squeezed, "SQUEEZED", tuple(one for one in squeezed.SQUEEZED if one[0] != step))
    monkeypatch.setattr(squeezed, "NAKED", squeezed.SQUEEZED[0][2])
    assert some_missed(case, secret, DISGUISES[SQUEEZED_IN[step]])


@pytest.mark.parametrize("disguise", ["ROT13", "Atbash", "mirror"])
def test_without_this_dress_words_stay_hidden(disguise: str, case: Case, secret: dict[Language, str]) -> None:
    places = {name: runs for name, runs in case.search.words.places.items() if name != disguise}
    plain = replace(case, search=replace(case.search, words=replace(case.search.words, places=places)))
    name = {"ROT13": "rot13.txt", "Atbash": "atbash.txt", "mirror": "mirrored.html"}[disguise]
    assert some_missed(plain, secret, DISGUISES[name])


def caught_by(secret: str, note: bytes) -> dict[str, VerifyTarget]:
    """For each means, a folder that only it finds something in."""
    files = {"week.html": b"<p>Hello</p>"}
    return {
        "links": VerifyTarget("x", True, files, ("notes.html",)),
        "theirs": VerifyTarget("x", True, {"week-01-facilitators-a4.pdf": file_of({})}, ()),
        "strangers": VerifyTarget("x", True, {"notes.doc": b"Hello, all of you"}, ()),
        "words": VerifyTarget("x", True, {"week.html": secret.encode()}, ()),
        "rebuilt": VerifyTarget("x", True, {"week.html": b"<p>Hallo</p>"}, ()),
    }


@pytest.mark.parametrize("name", MEANS)
def test_each_means_finds_what_no_other_does(
    name: str, case: Case, secret: dict[Language, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With it, something is told; without it, the same folder would pass."""
    target = caught_by(secret[EN], b"")[name]
    again = {"week.html": b"<p>Hello</p>"} if name == "rebuilt" else None
    held = replace(case, target=target, rebuilt=again)
    assert examine(held) != []
    monkeypatch.setattr(means, "MEANS", {other: one for other, one in MEANS.items() if other != name})
    assert examine(held) == []


@pytest.mark.parametrize("broken", ["whole", "thin"])
def test_each_list_of_the_search_finds_what_no_other_does(broken: str, case: Case, secret: dict[Language, str]) -> None:
    """Whole files by their bytes; letters without accents, where nobody can say which have some."""
    if broken == "thin":
        words = secret[FR]
        accents = [at for at, sign in enumerate(words) if sign.isalpha() and not sign.isascii() and at > 18]
        around = [words[at - 19 : at + 19] for at in accents]
        strange = [DISGUISES["mac.txt"](words) for words in around]
        assert any(origins(fresh(case.search).look(words)) for words in strange)
        assert not any(origins(fresh(replace(case.search, thin=EMPTY)).look(words)) for words in strange)
    else:
        blank = replace(case.search, words=EMPTY, thin=EMPTY)
        content = (ROOT / week_of(EN)).read_bytes()
        assert origins(fresh(blank).look(content))
        assert not origins(fresh(replace(blank, whole={})).look(content))


def test_a_whole_site_may_hold_only_its_own_places(case: Case) -> None:
    site = VerifyTarget("site", True, {"index.html": b"", "week-01/index.html": b"", "week-01/monday.html": b""}, ())
    assert [(one.path, one.rule) for one in means.strangers(replace(case, target=site))] == [
        ("week-01/monday.html", "verify-stranger")
    ]


# What is said.


def read_course() -> Curriculum:
    """The course as participants have it."""
    course = read_sources(ROOT).curriculum
    assert course
    return course


@pytest.fixture
def told(case: Case, secret: dict[Language, str], tmp_path: Path) -> str:
    """Every rule once."""
    folder = tmp_path / "handed-out"
    folder.mkdir()
    (folder / "week-01-facilitators-a4.pdf").write_bytes(file_of({}))
    (folder / "notes.doc").write_bytes(b"Hello, all of you")
    (folder / "mail.txt").write_bytes(DISGUISES["base64.eml"](secret[FR]))
    (folder / "archive.zip").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(40))
    target = read_target(folder)
    assert target
    target = replace(target, links=("elsewhere.html",))
    again = {name: content for name, content in target.files.items() if name != "notes.doc"}
    return report(examine(replace(case, target=target, rebuilt=again)), LANGUAGES)


def test_what_is_said_about_each_thing(
    told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    monkeypatch.chdir(ROOT)
    (tmp_path / "empty").mkdir()
    codes = [
        main([str(tmp_path / "stie")]),
        main([str(tmp_path / "empty")]),
        main([str(tmp_path / "handed-out"), "--report", str(tmp_path / "handed-out" / "page.txt")]),
    ]
    unbuilt = report([Problem("", 0, "verify-unbuilt", {"found": "docs/index.md:3: …"})], LANGUAGES)
    said = (told + "\n\n" + capsys.readouterr().err + unbuilt + "\n").replace(str(tmp_path), "…").replace("\\", "/")
    said = re.sub(r"index\.md:\d+(.*?(?:here|ici)\s?): \d+", r"index.md:N\1: N", said)
    if os.environ.get("REFRESH"):
        SAID.parent.mkdir(exist_ok=True)
        SAID.write_text(said, encoding="utf-8")
    assert codes == [1, 1, 1]
    assert said == SAID.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_to_keep_says_what_was_done(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verdict, digest, counts and limits in both languages, and lines to sign; nothing is written beside the files."""
    monkeypatch.setenv("CURRICULUM_LANGUAGE", language.code)
    monkeypatch.chdir(ROOT)
    folder, kept = tmp_path / "course", tmp_path / "kept" / "page.html"
    folder.mkdir()
    (folder / "week.html").write_text("<p>Hello</p>", encoding="utf-8")
    assert main([str(folder), "--report", str(kept)]) == 0
    text = kept.read_text(encoding="utf-8")
    target = read_target(folder)
    assert target
    assert target.digest in text
    assert not re.search(r"\{[a-z]+\}", text)
    page_words = unescape(text)
    said = capsys.readouterr().out.split("\n")
    assert len(said) == len(["week.html: nothing", "the verdict", "where the page is", ""])
    assert said[0].startswith("week.html")
    assert all(line in page_words for line in said[:2])
    assert page_words.startswith(f'<!doctype html>\n<html lang="{language.code}">')
    for one in LANGUAGES:
        assert f'<section lang="{one.code}">' in text
        for name in ("clear", "signs", "name", "role", "date", "signature", "fingerprint"):
            assert label(f"verify-{name}", one, name="course") in page_words
    assert [path.name for path in folder.iterdir()] == ["week.html"]


@pytest.mark.parametrize("count", [1, 40])
def test_the_page_tells_each_kind_of_finding_once_and_stays_one_page(case: Case, count: int) -> None:
    """However much is found, a board reads a page; its names may hold any sign."""
    files = {f"<b>{number}.txt": b"" for number in range(count)}
    target = VerifyTarget("<site>", True, files, ())
    problems = [Problem(name, 1, "verify-stranger", {"found": name}) for name in files]
    done = page.Done(replace(case, target=target), read_course(), problems, "2026-11-29", 1.0, "0" * 64)
    text = page.page_of(done, LANGUAGES)
    assert "<b>" not in text
    assert "<site>" not in text
    assert text.count("[verify-stranger]") == len(LANGUAGES)
    assert (label("verify-more", EN, count=39) in text) is (count == 40)


def test_the_digest_of_a_folder_is_that_of_the_list_of_its_sums(tmp_path: Path) -> None:
    """As anybody can make it: sha256sum, sorted by place, then sha256sum of that."""
    for name, words in {"b/two.txt": "two", "a.txt": "one"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    sums = [
        f"{hashlib.sha256(words.encode()).hexdigest()}  {name}\n"
        for name, words in (("a.txt", "one"), ("b/two.txt", "two"))
    ]
    target = read_target(tmp_path)
    assert target
    assert target.digest == hashlib.sha256("".join(sums).encode()).hexdigest()
