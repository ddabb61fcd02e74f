"""Pages of other tools become pages of ours: what comes out, that no word is lost, and what is said of bad files."""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pytest
from conftest import copy_project
from curriculum.__main__ import main
from curriculum.adopt.kinds import given_in
from curriculum.adopt.taking import propose, source_of
from curriculum.adopt.values import flat_words
from curriculum.adopt.word import read_word
from curriculum.commands.adopt import place_of
from curriculum.elements.markdown import to_html
from curriculum.elements.vocabulary import find_elements
from curriculum.formats.kept import FOLDER as PRINTED
from curriculum.formats.word.xml import NAMESPACES
from hypothesis import given, settings
from hypothesis import strategies as st
from languages import EN, LANGUAGES
from lxml import html as lxml_html
from pace import timed

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = sorted((ROOT / "tests" / "adopted").iterdir())
WRONGLY = ROOT / "tests" / "unit" / "adopted-wrongly"
WORD = re.compile(r"[^\W_]+")
FEW = re.compile(r"[^\W_]{2,}")
SECONDS = 2
OUTLINE = re.compile(r"(?:# |## )?(?:To (?:be )?translate|À traduire)")
"""How a page begins that is yet to be translated."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a command finds a project that has the languages of ours."""
    shutil.copy(ROOT / "tests/problems/nothing-wrong/mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "tests/problems/nothing-wrong/editions", tmp_path / "editions")
    shutil.copy(ROOT / "tests/problems/nothing-wrong/curriculum.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    return tmp_path


def source_in(case: Path) -> Path:
    return next(case.glob("source.*"))


def brought(case: Path, place: Path) -> Path:
    """The source of a case under the name of its case, in a project."""
    name = place / f"{case.name}{source_in(case).suffix}"
    shutil.copy(source_in(case), name)
    return name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_page_becomes_what_was_looked_at(case: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {*folder.rglob("*")}
    name = brought(case, folder).name
    assert main(["adopt", name, "--as", f"week-01/handouts/{case.name}"]) == 0
    made = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted({*folder.rglob("*.*")} - before)
        if path.is_file() and path != folder / name
    } | {"said.txt": capsys.readouterr().out}
    expected = case / "expected"
    if os.environ.get("REFRESH"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in made.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, encoding="utf-8", newline="\n")
    kept = {p.relative_to(expected).as_posix(): p.read_text(encoding="utf-8") for p in expected.rglob("*.*")}
    assert made == kept


def words_in(path: Path) -> Counter[str]:
    """The words of a source, told by another program than ours; of Markdown, all that is written."""
    raw = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as packed:
            xml = [packed.read(name).decode() for name in packed.namelist() if re.search(r"word/(doc|com|foot)", name)]
        said = re.findall(r"<w:(?:t|delText)\b[^>]*>([^<]*)", "".join(xml))
        return Counter(FEW.findall(html.unescape(" ".join(said)).lower()))
    if path.suffix == ".html":
        tree = lxml_html.fromstring(raw.decode())
        for style in tree.xpath("//style"):
            style.text = ""
        alts = " ".join(tree.xpath("//@alt"))
        return Counter(FEW.findall(" ".join([*tree.itertext(), alts]).lower()))
    return Counter(FEW.findall(re.sub(r"\]\([^)]*\)", "]", raw.decode()).lower()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_words_in_are_words_out(case: Path) -> None:
    """In the page, in the notes, or on the list; but for those that only the other tool reads, named one by one."""
    proposed = [path for path in (case / "expected").rglob("*.*") if path.name != "said.txt"]
    own = [path for path in proposed if not OUTLINE.match(path.read_text(encoding="utf-8"))]
    written = Counter(FEW.findall(" ".join(path.read_text(encoding="utf-8") for path in own).lower()))
    syntax = case / "syntax.txt"
    allowed = set(syntax.read_text(encoding="utf-8").split()) if syntax.exists() else set()
    assert {*(words_in(source_in(case)) - written)} == allowed


@pytest.mark.usefixtures("borrowing")
def test_each_is_accepted_by_the_check_of_the_real_course(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its line in the arc as the command says it, at the first run; nothing else is done by hand."""
    project = copy_project(tmp_path)
    if (ROOT / PRINTED).exists():  # the check prints all of the course
        shutil.copytree(ROOT / PRINTED, project.root / PRINTED)
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "en")
    arc = project.root / "curriculum.yml"
    for case in CASES:
        name = brought(case, project.root).name
        assert main(["adopt", name, "--as", f"week-03/handouts/{case.name}"]) == 0
        line = re.search(r"write: (.*)", capsys.readouterr().out)
        assert line
        head, week, rest = arc.read_text(encoding="utf-8").partition("\n  week-03:\n")
        rest = rest.replace("    handouts:\n", f"    handouts:\n      {line[1]}\n", 1)
        arc.write_text(head + week + rest, encoding="utf-8")
    assert main(["check"]) == 0, capsys.readouterr().err


def adopted(text: str, place: str = "week-01/handouts/page") -> tuple[str, str]:
    """The page, and everything else that is proposed, for Markdown of another tool."""
    found, sort = given_in(text.encode())
    assert found, sort
    source = source_of(found, EN)
    taken = propose(Path("page.md"), place, source, EN, LANGUAGES)
    notes = taken.texts.get(f"facilitator/{place}.md", "")
    return taken.texts[f"docs/{place}.md"], " ".join([notes, *(left.words for left in taken.left)])


NUMBERS = st.integers(1, 9_999).map(lambda number: f"w{number}x")
SIGNS = st.sampled_from(["*{}*", "**{}**", "`{}`", "[{}](https://a.example/)", "{}", "~~{}~~", "[[{}]]", "==%s=="])
RUN = st.builds(lambda word, sign: sign.replace("%s", "{}").format(word), NUMBERS, SIGNS)
TEXT = st.lists(RUN, min_size=1, max_size=5).map(" ".join)
ITEMS = st.lists(TEXT, min_size=1, max_size=4)
BLOCK = st.one_of(
    TEXT,
    st.builds(lambda level, words: f"{'#' * level} {words}", st.integers(1, 6), NUMBERS),
    st.builds(lambda mark, items: "\n".join(f"{mark} {item}" for item in items), st.sampled_from("-*+"), ITEMS),
    ITEMS.map(lambda items: "\n".join(f"{place}. {item}" for place, item in enumerate(items, 1))),
    ITEMS.map(lambda items: "\n".join(f"> {item}" for item in items)),
    ITEMS.map(lambda items: f"- {items[0]}\n" + "\n".join(f"  - {item}" for item in items)),
    st.builds(lambda name, words: f"::: {name}\n{words}\n:::", st.sampled_from(["note", "instructor", "box"]), TEXT),
    st.builds(lambda name, words: f"!!! {name}\n    {words}", st.sampled_from(["tip", "solution"]), TEXT),
    st.builds(
        lambda frame, title, words: frame.format(title, words),
        st.sampled_from(
            [
                *("::: note {}\n{}\n:::", ":::tip[{}]\n{}\n:::", '::: {{.callout-tip title="{}"}}\n{}\n:::'),
                *('!!! note "{}"\n    {}', "??? tip {}\n    {}", "> [!NOTE] {}\n> {}", "/// note | {}\n{}\n///"),
                *('{{{{% note "{}" %}}}}\n{}\n{{{{% /note %}}}}', "> ## {}\n> {}\n{{: .challenge}}"),
                *("<details><summary>{}</summary>\n\n{}\n\n</details>", "<aside>\n{}\n\n{}\n</aside>"),
                *("- [ ] {}\n- [x] {}", "{}\n: {}", "a. {}\nb. {}", "+---+---+\n| {} | {} |\n+---+---+"),
            ]
        ),
        NUMBERS,
        TEXT,
    ),
    st.builds(lambda words, cell: f"| {words} | {cell} |\n|---|---|\n| {cell} | {words} |", NUMBERS, TEXT),
    TEXT.map(lambda words: f"```\n{words}\n```"),
    TEXT.map(lambda words: f"<!-- {words} -->"),
    TEXT.map(lambda words: f"<div><p>{words}</p></div>"),
    TEXT.map(lambda words: f"See.[^a]\n\n[^a]: {words}"),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=8), st.sampled_from(["\n\n", "\n"]))
def test_no_word_is_lost_whatever_stands_beside_what(blocks: list[str], apart: str) -> None:
    text = "# A title\n\n" + apart.join(blocks)
    page, rest = adopted(text)
    wanted = Counter(re.findall(r"w\d+x", text))
    found = Counter(re.findall(r"w\d+x", re.sub(r"\{ #[\w-]+ \}", "", f"{page} {rest}")))
    assert wanted - found == Counter()


TAGS = "p div h2 h3 ul ol li table tr td th thead blockquote b em span a dl dt dd section aside pre code details"
TAG = st.sampled_from(
    [*TAGS.split(), "u", "img", "caption", "figure", "figcaption", "del", "script", "select", "label"]
)
CLASS = st.sampled_from(["", ' class="textbox"', ' class="instructor"', ' class="lst-kix_a-1"', ' href="#x"', " id=x"])
HTML = st.recursive(
    NUMBERS,
    lambda inner: st.builds(
        lambda tag, said, parts, close: f"<{tag}{said}>{' '.join(parts)}" + (f"</{tag}>" if close else ""),
        TAG,
        CLASS,
        st.lists(inner, max_size=4),
        st.booleans() | st.just(True),
    ),
    max_leaves=25,
)


@settings(max_examples=400, deadline=None)
@given(st.lists(HTML, min_size=1, max_size=4))
def test_no_word_of_html_is_lost_however_badly_it_is_written(parts: list[str]) -> None:
    text = f"<html><body><h1>A title</h1><p>Words.</p>{''.join(parts)}</body></html>"
    page, rest = adopted(text)
    wanted = Counter(re.findall(r"w\d+x", text))
    found = Counter(re.findall(r"w\d+x", re.sub(r"\{ #[\w-]+ \}", "", f"{page} {rest}")))
    assert wanted - found == Counter()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(NUMBERS, min_size=1, max_size=4),
    st.lists(st.lists(NUMBERS, min_size=2, max_size=2), min_size=1, max_size=4),
    st.sampled_from("-*+"),
    st.sampled_from([2, 3, 4]),
)
def test_the_structure_is_the_same(items: list[str], rows: list[list[str]], mark: str, indent: int) -> None:
    """Headings, items, rows, cells and links, counted in the HTML of what was proposed."""
    lists = "\n".join(f"{mark} {item}\n{' ' * indent}{mark} inside {item}" for item in items)
    table = "a | b\n--|--\n" + "\n".join(" | ".join(row) for row in rows)
    links = "\n\n".join(f"To [{item}](https://{item}.example/)." for item in items)
    page, _ = adopted(f"One\n===\n\nTwo\n---\n\n{lists}\n\n#### Four ####\n\n{table}\n\n{links}\n")
    made = to_html(page)
    assert [made.count(f"<h{level}") for level in (1, 2, 3, 4)] == [1, 1, 1, 0]
    assert made.count("<li>") == 2 * len(items)
    assert made.count("<ul>") == 1 + len(items)
    assert made.count("<tr>") == 1 + len(rows)
    assert len(re.findall("<t[dh][ >]", made)) == 2 * (1 + len(rows))
    assert made.count("<a ") == len(items)


PAGES = sorted((ROOT / "docs").rglob("*.md"))
COUNTED = ("<h1", "<h2", "<h3", "<h4", "<li>", "<ul", "<ol", "<table", "<tr>", "<blockquote", 'class="box[ "]')


@pytest.mark.first_course
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_the_pages_of_the_course_come_back_as_they_are(form: str) -> None:
    """Read as a page of another tool, as Markdown and as the HTML made of it: the same words in the same structure."""
    differ = []
    for path in PAGES:
        body = path.read_text(encoding="utf-8").split("---\n", 2)[-1]
        if form == "markdown" and {one.name for one in find_elements(body)[0]} - {"box", "lines", "keep"}:
            continue
        page, rest = adopted(f"<html><body>{to_html(body)}</body></html>" if form == "html" else body)
        before, after = to_html(body), to_html(page)
        counts = [[len(re.findall(sign, text)) for sign in COUNTED] for text in (before, after)]
        words = [Counter(FEW.findall(lxml_html.fromstring(text).text_content())) for text in (before, after)]
        lost = words[0] - words[1] - Counter(FEW.findall(rest))
        if lost or counts[0] != counts[1]:
            differ.append((path.relative_to(ROOT).as_posix(), [*zip(COUNTED, *counts, strict=True)], lost))
    assert len(PAGES) > 80
    assert differ == []


def test_nothing_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text("# A page\n\nOne.\n", encoding="utf-8")
    place = folder / "docs" / "a.md"
    place.parent.mkdir()
    place.write_text("mine", encoding="utf-8")
    assert [main(["adopt", "a.md", "--as", "a"]) for _ in range(2)] == [0, 0]
    assert place.read_text(encoding="utf-8") == "mine"
    there = [(folder / name / "docs" / "a.md").exists() for name in ("to-adopt/a", "to-adopt/a-2", "to-adopt/a-3")]
    assert there == [True, True, False]
    assert capsys.readouterr().out.count("docs/a.md") > 2


@pytest.mark.parametrize("code", ["```\ncode\n`````", "```code``` in a line"])
def test_a_fence_is_the_same_for_footnotes_as_for_code(code: str) -> None:
    page, rest = adopted(f"# A\n\n{code}\n\nSee.[^a]\n\n[^a]: What it says.\n")
    assert "See. (What it says.)" in page
    assert "[^a]" not in rest


def test_notes_of_other_tools_are_never_on_the_page() -> None:
    for text in (
        "::: instructor\nsecret\n:::",
        "!!! solution\n    secret",
        "> secret\n{: .solution}",
        "- open\n\n    ::: {.notes}\n    secret\n    :::\n",
        '<div class="instructor-note"><p>secret</p></div>',
        "{{% solution %}}\nsecret\n{{% /solution %}}",
        "> [!solution]\n> secret",
    ):
        page, rest = adopted(f"# A\n\n{text}\n")
        assert "secret" not in page, text
        assert "secret" in rest, text


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(**parts: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as one:
        for name, text in parts.items():
            one.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return kept.getvalue()


def packed_with_lzma_and_changed() -> bytes:
    """A program may pack in another way than Word; what one sign in it becomes, the library says in its own way."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_LZMA) as one:
        one.writestr("word/document.xml", f"<w:document {W}><w:body/></w:document>" * 30)
    raw = bytearray(kept.getvalue())
    raw[30 + len("word/document.xml") + 9] ^= 0xFF
    return bytes(raw)


BAD = {
    "empty.md": b" \n\n",
    "picture.md": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "letters.docx": b"%PDF-1.7 not a document",
    "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "noise.md": bytes(range(256)) * 40,
    "cut.docx": packed(word__document_xml=f"<w:document {W}><w:body/></w:document>")[:60],
    "bomb.docx": packed(word__document_xml=" " * 60_000_000),
    "laughs.docx": packed(word__document_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "other.docx": packed(word__document_xml="<a/>"),
    "deep.docx": packed(
        word__document_xml=f"<w:document {W}><w:body>{'<w:sdt>' * 20_000}{'</w:sdt>' * 20_000}</w:body></w:document>"
    ),
    "changed.docx": packed_with_lzma_and_changed(),
    "writer.odt": packed(content_xml="<a/>"),
    "rich.docx": b"{\\rtf1 words}",
    "two.zip": packed(**{"one.html": "<p>One</p>", "two.html": "<p>Two</p>"}),
    "sheet.zip": packed(xl__book_xml="<a/>"),
    "book.md": b"word " * 90_000,
    "huge.md": b"word " * 4_200_000,
    "comment.md": b"<!-- only -->\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_in_each_language(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_bytes(BAD[name])
    code, taken = timed(lambda: main(["adopt", name]))
    assert code == 1
    assert taken < SECONDS
    held(name, capsys.readouterr().err)
    assert not (folder / "to-adopt").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_page_is_read_as_its_program_wrote_it(encoding: str) -> None:
    found, _ = given_in("# L’été à Québec\r\n\r\nUn mot.\r\n".encode(encoding))
    assert found
    assert (found.sort, found.text) == ("markdown", "# L’été à Québec\n\nUn mot.\n")


def test_the_one_page_in_what_google_docs_packs_is_read() -> None:
    page = "<html><head><meta charset='utf-8'></head><body><p>Un été</p></body></html>"
    found, _ = given_in(packed(**{"Plan.html": page, "images/image1.png": "x"}))
    assert found
    assert (found.sort, found.text) == ("html", page)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("docs/fr/week-03/handouts/name.md", "week-03/handouts/name"),
        ("week-03/handouts/", "week-03/handouts/mon-document"),
        ("", "mon-document"),
    ],
)
def test_a_place_is_understood_however_it_is_said(asked: str, place: str) -> None:
    assert place_of(Path("Mon document.docx"), asked, False, LANGUAGES) == (place, [])


def test_bad_options_are_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text("# A page\n\nOne.\n", encoding="utf-8")
    assert main(["adopt", "absent.md"]) == 1
    assert main(["adopt", "a.md", "--as", "Mon plan"]) == 1
    assert main(["adopt", "a.md", "--into", "proposals"]) == 0
    assert main(["adopt", "a.md", "--into", "proposals"]) == 1
    held("options", capsys.readouterr().err)


def held(name: str, said: str) -> None:
    """What is said beside the case, or written there."""
    place = WRONGLY / f"{name}.txt"
    if os.environ.get("REFRESH"):
        place.parent.mkdir(exist_ok=True)
        place.write_text(said, encoding="utf-8", newline="\n")
    assert said == place.read_text(encoding="utf-8")


def test_it_starts_without_what_it_does_not_need() -> None:
    """The checks and the second reader are half of the program; a page is adopted without them."""
    asked = "import sys, curriculum.commands.adopt; print(*sys.modules)"
    made = subprocess.run([sys.executable, "-c", asked], cwd=ROOT / "hooks", capture_output=True, check=True)
    names = made.stdout.decode().split()
    assert "curriculum.adopt.taking" in names
    assert not {"curriculum.checks", "curriculum.review", "curriculum.compose"} & {*names}


IN_ROWS = ["[", "![", "<a", "{{", "`", "*", "_", "(", "[^", "::: x\n", "> ", "- ", "<div>", "|", "$$", "a", "![a]("]


@pytest.mark.parametrize("sign", IN_ROWS)
def test_rows_of_one_sign_are_read_at_once(sign: str) -> None:
    assert timed(lambda: adopted(f"# A title\n\nwords {sign * 3000}\n\n{sign * 400}end\n"))[1] < SECONDS


ODD = "many", "-1", "²", "99999999999999999999"


@pytest.mark.parametrize("depth", ODD)
def test_a_number_of_word_that_is_none_is_read_on(depth: str) -> None:
    """How deep an item stands, and the level of a paragraph in the outline: the words are there all the same."""
    about = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    outline = f'<w:pPr><w:outlineLvl w:val="{depth}"/></w:pPr>'
    texts = [f"<w:p>{said}<w:r><w:t>Words</w:t></w:r></w:p>" for said in (about, outline)]
    body = f"<w:body>{''.join(texts)}</w:body>"
    source = read_word({"word/document.xml": f'<w:document xmlns:w="{NAMESPACES["w"]}">{body}</w:document>'})
    assert source
    assert [words for block in source.blocks for words in flat_words([block])] == ["Words", "Words"]


def test_a_mistake_of_the_program_is_not_called_a_damaged_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has a whole file would look for what is wrong with it in vain."""

    def slip(*_: object) -> None:
        raise ValueError("a slip of ours")

    monkeypatch.setattr("curriculum.adopt.taking.read_markdown", slip)
    (folder / "page.md").write_text("# A page\n", encoding="utf-8")
    with pytest.raises(ValueError, match="a slip of ours"):
        main(["adopt", "page.md"])


@pytest.mark.parametrize(
    ("boxed", "drawn", "told"),
    [("xx-", "xxx", 1), ("x-", "xx", 1), ("x--", "---", 1), ("--", "--", 0), ("xx", "xx", 0)],
)
@pytest.mark.parametrize("number", ["-", "1."])
def test_boxes_are_at_every_item_or_at_none_and_what_changed_is_told(
    boxed: str, drawn: str, told: int, number: str
) -> None:
    text = "\n".join(f"{number} {'[ ] ' if one == 'x' else ''}w{place}x" for place, one in enumerate(boxed))
    page, rest = adopted(f"# T\n\n{text}\n")
    assert ["x" if "[ ]" in line else "-" for line in page.split("\n")[2:] if line] == [*drawn]
    assert len(re.findall(r"w\d+x", rest)) == told
    assert to_html(page).count("[ ]") == 0


def test_what_stands_after_a_table_in_an_item_stays_after_it() -> None:
    page, _ = adopted(
        "# T\n\n- w1x\n\n    w2x\n\n    | w3x | w4x |\n    |---|---|\n    | w5x | w6x |\n\n    w7x\n\n- w8x\n"
    )
    assert re.findall(r"w(\d)x", page) == [*"12345678"]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("| a | b |\n| c | d |", "| a | b |\n| --- | --- |\n| c | d |"),
        ("| a | b |\n|---|---|\n| c | d |\n\n: What it means {#tbl-x}", "| c | d |\n\nWhat it means"),
        ("| a | b |\n|---|---|\n| c | d |\n\nTwo.", "| c | d |\n\nTwo."),
        ('<div class="note" markdown="1">\n**Here:** it is.\n</div>', "/// box | Note\n**Here:** it is.\n///"),
        ('<div markdown="1">\n<div>\nIn.\n</div>\n</div>\n\nAfter.', "In.\n\nAfter."),
        ('<ul><li><label><input type="checkbox"> I ask</label></li></ul>', "- [ ] I ask"),
        ("5. Five\n6. Six", "5. Five\n6. Six"),
        ("3) Three\n4) Four", "3. Three\n4. Four"),
        ("(@) First\n(@good) Second\n\nAs (@good) shows.", "1. First\n2. Second\n\nAs (2) shows."),
        ("(@) First\n\nThen:\n\n(@) Second", "1. First\n\nThen:\n\n2. Second"),
        ("#. One\n#. Two", "1. One\n2. Two"),
        ('<ol start="7"><li>Seven</li><li>Eight</li></ol>', "7. Seven\n8. Eight"),
    ],
)
def test_what_a_tool_means_is_what_is_drawn(text: str, drawn: str) -> None:
    """As Kramdown, Pandoc and forms write it."""
    page, rest = adopted(f"# T\n\nOne.\n\n{text}\n")
    assert page.split("One.\n\n")[1].rstrip("\n").endswith(drawn)
    assert rest.strip() == ""


def test_the_sign_that_leads_back_from_a_footnote_is_left_out() -> None:
    """Each platform has its own; no typeface of ours has any of them."""
    for sign in ("&crarr;", "↩", "↑"):
        said = (
            f'<p>So.<a href="#footnote-1"><sup>[1]</sup></a></p><div id="footnote-1">Rosa <a href="#r">{sign}</a></div>'
        )
        page, _ = adopted(f"<html><body><h1>T</h1>{said}</body></html>")
        assert page.endswith("So. (Rosa)\n")


RAISED = "In 10{}6{} cases wait 72{}3{} hours, the 1{}er{} of May."
READ_SO = "In 10^6 cases wait 72^3 hours, the 1er of May."


@pytest.mark.parametrize(
    ("around", "signs"),
    [
        ("# A title\n\n{}", ("<sup>", "</sup>")),
        ("# A title\n\n{}", ("^", "^")),
        ("<h1>A title</h1><p>{}</p>", ("<sup>", "</sup>")),
    ],
)
def test_a_raised_number_does_not_run_into_the_one_before_it(around: str, signs: tuple[str, str]) -> None:
    """`72<sup>3</sup> hours` was proposed as 723 hours, and nothing said so."""
    page, rest = adopted(around.format(RAISED.format(*signs * 3)))
    assert READ_SO in page
    assert rest.split() == ["6", "3"]


def test_a_raised_number_of_word_neither() -> None:
    document, file = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph("Wait 72")
    paragraph.add_run("3").font.superscript = True
    paragraph.add_run(" hours, the 1")
    paragraph.add_run("er").font.superscript = True
    document.save(file)
    found, sort = given_in(file.getvalue())
    assert found, sort
    source = source_of(found, EN)
    assert [block.words for block in source.blocks] == ["Wait 72^3 hours, the 1er"]
    assert [(left.what, left.words) for left in source.left if left.what == "raised"] == [("raised", "3")]


@pytest.mark.parametrize("said", ["hidden", 'style="color:red; display: none"', "style='visibility:hidden'"])
def test_what_a_browser_does_not_show_is_on_the_list_and_not_on_the_page(said: str) -> None:
    page, rest = adopted(f"<h1>A title</h1><p>Seen <span {said}>w1x</span></p><div {said}><p>w2x</p></div>")
    assert "Seen" in page
    assert not re.search(r"w\dx", page)
    assert {"w1x", "w2x"} <= set(rest.split())


@pytest.mark.parametrize("said", ["hidden", 'style="color:red; display: none"', "style='visibility:hidden'"])
def test_neither_is_it_where_it_stands_in_markdown(said: str) -> None:
    """In a line, around paragraphs, around itself; where nothing closes it, to the end of its paragraph."""
    text = f"Seen <span {said}>w1x</span> too.\n\n<div {said}>\n\nw2x\n\n<div>\nw3x\n</div>\n\nw4x\n\n</div>\n\n"
    page, rest = adopted(f"# A title\n\n{text}Also <br {said}> this <b {said}>w5x\n\nand that.\n")
    assert page.index("Seen too.") < page.index("Also") < page.index("this") < page.index("and that.")
    assert not re.search(r"w\dx", page)
    assert {"w1x", "w2x", "w3x", "w4x", "w5x"} <= set(rest.split())
