"""Whatever stands in pages, YAML and pictures: sentences at most, soon; nothing opened outside, nobody called.

Hypothesis makes each case of what authors and programs write: signs of Markdown and of YAML, pieces of the right files,
pictures with bytes changed. A case is read and checked as `check` does it, said in both languages, and made into HTML.
With NIGHTLY=1 there are more than 50,000 cases, some twenty minutes of a processor.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import AnyStr

import pytest
from curriculum.checks import check_sources
from curriculum.elements.markdown import to_html
from curriculum.read.layers import Settings, read_all
from curriculum.words.problems import report
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from languages import LANGUAGES
from pace import slowness
from PIL import Image
from test_hostile import PAGE, READ
from test_problems import ROOT, lay_out

BASE = "theme"
NIGHT = bool(os.environ.get("NIGHTLY"))
CASES = 17_000 if NIGHT else 120
"""Files of each sort: pages, data, pictures. Pages are tried four at a time, data up to five, pictures six."""
MOST_SECONDS = 10
SECRET = "what nobody is to read"
OUTSIDE = "outside/secret.md"
INSIDE = (*map(os.path.realpath, (ROOT, sys.prefix, sys.base_prefix)), os.devnull)
"""Where the program itself lives, and may open files."""
STRAYED: list[str] = []
WATCHED: list[str] = []
"""The folder of the case, while somebody watches."""
fuzzed = settings(
    derandomize=not NIGHT,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def signs(text: str) -> list[str]:
    return text.split()


WORDS = ["word", "Écouter", "« là »", "lək̓ʷəŋən", "9-1-1", "18:30", "\u00a0", "\u202e", "é", "\u0301", "😀"]
MARKS = (
    signs("""* ** _ __ ` ``` ~~~ # ## ### > - + 1. 1) - [ ] ( ) ]( ][ [a](b.md) ![a](door.png) [a]: <a@b.c> < <b> </b>
    <!-- --> &amp; &#0; &#x110000; \\ | --- === *** ____ ^ ~ { } {{ }} {{org.name}} {{week.number}} {#a} {lang=fr} {:.a}
    {%a%} /// //// !!! ::: [^1] [^1]: [[a]] [TOC] *[A]: : --8<-- $$ ++a++ http://a.b www.a.b https://a.b/c?d=e#f //a.b/c
    javascript:a data:text/html,a file:///a tel:1 ../../outside/secret.md ![a](../../outside/secret.md)""")
    + [f"/// {name}" for name in ("card", "keep", "signature", "content-note", "load", "weeks", "search", "downloads")]
    + [f"/// {name} | " for name in ("box", "lines", "picture", "resources", "late", "steps")]
    + ["# ", "## ", "- ", "1. ", "> ", "- [ ] ", "| a | b |", "| --- | --- |", '--8<-- "../outside/secret.md"']
)
GAPS = ["\n", "\n\n", " ", "  ", "    ", "\t", "", "\r\n", "\r", "\n> ", "\n- ", "\n    ", "\ufeff", "\u2028", "\x0c"]
PIECE = st.builds(
    lambda piece, gap, times: (piece + gap) * times,
    st.one_of(st.sampled_from(MARKS), st.sampled_from(WORDS), st.text(max_size=8)),
    st.sampled_from(GAPS),
    st.sampled_from([1, 1, 1, 1, 1, 2, 3, 7, 40, 1_000]),
)
TEXT = st.lists(PIECE, max_size=30).map("".join)
KEYS = [
    *signs("""? { } [ ] *a !!python/name:os.system | > |- # ' " \\ --- ... ~ null yes 18:30 1e400 -1 0x1F 2026-02-30 []
    {} [[[[ “a” / ../.. CON é https://u:p@a.b javascript:a ../outside/secret.md {{org.name}}"""),
    *(": ", "- ", "&a ", "<<: *a", "!a ", "%YAML 9", "\t", "  ", "\n", "\r", "\u00a0", "{a: {a: ", "\x00", "\x85"),
    *("\ufeff", "en: ", "fr: ", "e\u0301", "9" * 5_000, "a" * 5_000),
]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["put", "cut", "twice", "over"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 40),
        st.one_of(st.sampled_from(KEYS), st.text(max_size=8)),
        st.sampled_from([1, 1, 1, 2, 300]),
    ),
    max_size=6,
)
WRITTEN = ("page", "french", "handout", "note")
TYPED = ("arc", "profile", "resources", "private", "theme")
PLACES = {**READ, "french": f"docs/fr/{PAGE.removeprefix('docs/')}", "theme": "editions/harbour/theme/theme.yml"}


def _picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((16, 12)).convert("RGB").save(file, kind)
    return file.getvalue()


LOGO = "editions/harbour/theme/logo.svg"
DRAWN = {
    **{f"docs/week-01/images/door.{end}": _picture(kind) for end, kind in (("png", "PNG"), ("jpg", "JPEG"))},
    **{f"docs/week-01/images/door.{end}": _picture(kind) for end, kind in (("gif", "GIF"), ("webp", "WEBP"))},
    "docs/week-01/images/door.avif": _picture("AVIF"),
    LOGO: (ROOT / "tests/problems" / BASE / LOGO).read_bytes(),
}
BYTES = st.lists(
    st.tuples(
        st.sampled_from(["put", "cut", "twice", "over"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from([b"\xff" * 4, b"\0" * 4, b"<script>", b"<!ENTITY a 'b'>", b"<g>" * 500, b" x='//a'"]),
            st.sampled_from([b"&a;", b"<use href='#a'/>", b" style='fill:url(//a.b)'", b"Exif\0\0", b"IDAT", b"\xff"]),
        ),
        st.sampled_from([1, 1, 2, 50]),
    ),
    min_size=1,
    max_size=6,
)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Notes what is opened elsewhere, and every call to another computer."""
    if not WATCHED:
        return
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec"):
        STRAYED.append(f"{event}: {arguments}")
    elif event == "open" and isinstance(arguments[0], str | bytes):
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if not path.startswith((WATCHED[0], *INSIDE)):
            STRAYED.append(path)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small course with a look of its own, and a file beside it that no course may read."""
    place = tmp_path_factory.mktemp("fuzzed")
    root = place / "course"
    root.mkdir()
    lay_out(BASE, root)
    secret = place / OUTSIDE
    secret.parent.mkdir()
    secret.write_text(SECRET, encoding="utf-8")
    check(root, {})  # what is opened once, such as words and schemas
    sys.addaudithook(_watch)
    yield root
    WATCHED.clear()


def check(root: Path, files: Mapping[str, bytes]) -> None:
    """Read, checked, said and shown with these files in the course; then as it was."""
    before = {path: (root / path).read_bytes() if (root / path).exists() else None for path in files}
    for path, raw in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    STRAYED.clear()
    WATCHED.append(os.path.realpath(root))
    start = time.process_time()
    try:
        sources = read_all(Settings(root, "facilitator"))
        problems = check_sources(sources)
        said = report(problems, LANGUAGES)
        told = {problem.path for problem in problems}
        pages = [page for page in (*sources.pages.values(), *sources.notes.values()) if page.path in {*files} - told]
        shown = "".join(to_html(page.body) for page in pages)
    finally:
        WATCHED.clear()
        for path, raw in before.items():
            if raw is None:
                (root / path).unlink(missing_ok=True)
            else:
                (root / path).write_bytes(raw)
    taken = time.process_time() - start
    assert taken < MOST_SECONDS or taken / slowness() < MOST_SECONDS
    assert not STRAYED
    assert SECRET not in said + shown
    assert all(problem.line > 0 for problem in problems)


def edited(whole: AnyStr, edits: list[tuple[str, float, int, AnyStr, int]]) -> AnyStr:
    """A text or a picture with pieces put in, taken out, doubled, or written over others.

    In:  "id: harbour", [("put", 0.5, 0, "[", 2)]
    Out: "id: h[[arbour"
    """
    for way, share, length, piece, times in edits:
        start = int(share * len(whole))
        end = start + length
        if way == "put":
            whole = whole[:start] + piece * times + whole[start:]
        elif way == "cut":
            whole = whole[:start] + whole[end:]
        elif way == "twice":
            whole = whole[:end] + whole[start:]
        else:
            whole = whole[:start] + piece * times + whole[start + len(piece) * times :]
    return whole


def _page(path: str, text: str, after: bool) -> bytes:
    before = (ROOT / "tests/problems/nothing-wrong" / path).read_text(encoding="utf-8") if after else ""
    return f"{before}\n\n{text}\n".encode("utf-8", "surrogatepass")


@settings(fuzzed, max_examples=CASES // len(WRITTEN))
@given(texts=st.tuples(*[TEXT] * len(WRITTEN)), after=st.booleans())
def test_whatever_stands_in_pages(course: Path, texts: tuple[str, ...], after: bool) -> None:
    paths = (PLACES[place] for place in WRITTEN)
    check(course, {path: _page(path, text, after) for path, text in zip(paths, texts, strict=True)})


@settings(fuzzed, max_examples=CASES // len(TYPED))
@given(edits=st.tuples(*[EDITS] * len(TYPED)))
def test_whatever_stands_in_data(course: Path, edits: tuple[list[tuple[str, float, int, str, int]], ...]) -> None:
    files = {}
    for place, ways in zip(TYPED, edits, strict=True):
        path = course / PLACES[place]
        text = path.read_text(encoding="utf-8") if path.exists() else "on_call: Jo\n"
        files |= {PLACES[place]: edited(text, ways).encode("utf-8", "surrogatepass")} if ways else {}
    check(course, files)


@settings(fuzzed, max_examples=CASES // len(DRAWN))
@given(edits=st.tuples(*[BYTES] * len(DRAWN)))
def test_whatever_stands_in_pictures(course: Path, edits: tuple[list[tuple[str, float, int, bytes, int]], ...]) -> None:
    pairs = zip(DRAWN.items(), edits, strict=True)
    check(course, {path: edited(raw, ways) for (path, raw), ways in pairs})
