"""`translate pack` and `translate import`: what is behind goes out in one file of three forms, and comes back whole."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from conftest import ROOT, Run
from curriculum.elements.tree import to_tree
from curriculum.elements.vocabulary import find_elements
from curriculum.formats.archive import to_zip
from curriculum.packs.apart import reaches_over, stand_apart
from curriculum.packs.cleaning import cleaned
from curriculum.packs.lines import laid_out, typed
from curriculum.packs.making import Shelf, at_home, row_of
from curriculum.packs.marked import to_markdown
from curriculum.packs.opened import rows_in
from curriculum.packs.placing import Pieces, joined_pieces, new_page, section_in, with_piece
from curriculum.packs.taking import take
from curriculum.packs.terms import terms_in, terms_of
from curriculum.packs.values import ENDINGS, Filled, Form, Pack, RowFault
from curriculum.packs.word import to_word
from curriculum.packs.xliff import to_xliff
from curriculum.read.source import parse_page, split_front_matter
from curriculum.translate.desk import every_state, read_desk
from curriculum.translate.minutes import minutes_for
from curriculum.translate.pieces import raw_pieces
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES
from office import written_in
from pace import timed
from test_translate import FRENCH, NAMES, WEEK
from test_translate import Course as Stamped

SAID = Path(__file__).parent / "packed-wrongly" / "expected.txt"
FORMS = [form.value for form in Form]
EVERY_PAGE = sorted(path for folder in ("docs", "facilitator", "editions") for path in (ROOT / folder).rglob("*.md"))


class Course(Stamped):
    """The small course, read in both languages, in a folder of its own; packs that leave it and come back."""

    def pack(self, form: str = "word", *parts: str, code: str = "fr") -> Path:
        """The file, freshly made."""
        shutil.rmtree(self.root / "to-translate", ignore_errors=True)
        ended, said = self.run("pack", code, *parts, "--form", form)
        assert ended == 0, said
        return self.root / "to-translate" / f"{code}.{ENDINGS[Form(form)]}"

    def bring(self, file: Path) -> tuple[int, str]:
        return self.run("import", file.relative_to(self.root).as_posix())

    def files(self) -> dict[str, bytes]:
        """Every file of the project but those that were made for translators."""
        found = (path for path in self.root.rglob("*") if path.is_file())
        places = ((path.relative_to(self.root).as_posix(), path) for path in found)
        return {place: path.read_bytes() for place, path in places if not place.startswith("to-translate/")}

    def behind(self) -> set[str]:
        return {part for part, _ in self.found()}


@pytest.fixture
def course(tmp_path: Path, run: Run) -> Course:
    return Course(tmp_path, lambda *typed: run("translate", *typed))


@pytest.fixture
def late(course: Course) -> Course:
    """One English sentence changed."""
    course.change(WEEK, ("Come in.", "Come in, and sit down."))
    return course


def names_in(file: Path) -> list[str]:
    rows = rows_in(file.read_bytes())
    assert not isinstance(rows, str), rows
    return [row.name.partition("@")[0] for row in rows]


def filled(file: Path, *pairs: tuple[str, str]) -> Path:
    """The file with words replaced where they stand, as somebody does who writes in it; XML is written as XML."""
    raw = file.read_bytes()
    if file.suffix == ".docx":
        with zipfile.ZipFile(BytesIO(raw)) as opened:
            parts = {name: opened.read(name) for name in opened.namelist()}
        parts["word/document.xml"] = replaced(parts["word/document.xml"], pairs)
        raw = to_zip(parts)
    else:
        raw = replaced(raw, pairs)
    file.write_bytes(raw)
    return file


def replaced(raw: bytes, pairs: tuple[tuple[str, str], ...]) -> bytes:
    text = raw.decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


@pytest.mark.parametrize("form", FORMS)
def test_a_pack_names_the_section_that_changed_and_nothing_else(late: Course, form: str) -> None:
    file = late.pack(form)
    assert names_in(file) == [f"{FRENCH}#arrive"]
    words = words_of(file)
    for expected in ("Come in{+, and sit down+}.", "Come in.", "Entrez.", "## Arriver { #arrive }"):
        assert expected in words
    assert "Goodbye" not in words


def words_of(file: Path) -> str:
    """All that somebody reads in a file."""
    if file.suffix != ".docx":
        return file.read_text(encoding="utf-8")
    opened = docx.Document(str(file))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


@pytest.mark.parametrize("form", FORMS)
def test_what_comes_back_changes_its_section_and_what_is_kept_of_it(late: Course, form: str) -> None:
    before, file = late.files(), filled(late.pack(form), ("Entrez.", "Entrez, et assoyez-vous."))
    assert late.bring(file)[0] == 0
    after = late.files()
    changed = {place for place in after if before.get(place) != after[place]}
    assert changed == {FRENCH, f"l10n/fr/{WEEK}", f"l10n/en/{FRENCH}"}
    assert after[FRENCH] == before[FRENCH].replace(b"Entrez.", b"Entrez, et assoyez-vous.")
    assert late.behind() == set()


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_given_twice_changes_nothing(late: Course, form: str) -> None:
    file = filled(late.pack(form), ("Entrez.", "Entrez, et assoyez-vous."))
    late.bring(file)
    once = late.files()
    code, said = late.bring(file)
    assert (code, "says this already" in said) == (0, True)
    assert late.files() == once


@pytest.mark.parametrize("form", FORMS)
def test_rows_that_fit_are_taken_in_and_the_others_wait(late: Course, form: str) -> None:
    late.change(WEEK, ("Tea.", "Tea and water."))
    file = filled(late.pack(form), ("Entrez.", "Entrez, et assoyez-vous."))
    code, said = late.bring(file)
    assert (code, "[pack-untouched]" in said) == (1, True)
    assert late.behind() == {f"{FRENCH}#break"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("typed", ["Entrez\\.", "&#69;ntrez.", "Entrez.<!-- relu -->"])
def test_other_signs_are_no_translation(late: Course, form: str, typed: str) -> None:
    ends = ("\n", "\n") if form == "markdown" else (">", "<") if form == "word" else ("\n", "<")
    new = typed if form == "markdown" else html.escape(typed)
    file = filled(late.pack(form), ("Entrez.".join(ends), new.join(ends)))
    before = late.files()
    code, said = late.bring(file)
    assert (code, "[pack-untouched]" in said) == (1, True), said
    assert late.files() == before


def test_nothing_behind_is_a_sentence_and_no_file(course: Course) -> None:
    assert course.run("pack", "fr") == (0, "Nothing to translate: in French, no section is behind, new or missing.\n")
    assert not (course.root / "to-translate").exists()


def test_either_language_is_translated_into(course: Course) -> None:
    course.change(FRENCH, ("Entrez.", "Entrez, et assoyez-vous."))
    file = course.pack(code="en")
    assert names_in(file) == [f"{WEEK}#arrive"]
    assert course.bring(filled(file, ("Come in.", "Come in, and sit down.")))[0] == 0
    assert course.behind() == set()


def test_a_translation_that_moved_on_too_leaves_the_other_language_to_follow(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Sit down."))
    course.change(FRENCH, ("Entrez.", "Entrez vite."))
    assert course.bring(filled(course.pack(), ("Entrez vite.", "Assoyez-vous vite.")))[0] == 0
    assert course.behind() == {f"{WEEK}#arrive"}


def test_a_section_that_was_missing_goes_to_its_place(course: Course) -> None:
    course.change(WEEK, ("## Break { #break }", "## Water { #water }\n\nDrink.\n\n## Break { #break }"))
    file = course.pack("markdown")
    assert names_in(file) == [f"{FRENCH}#water"]
    mark = "<!-- translation -->\n\n"
    assert course.bring(filled(file, (mark, f"{mark}## De l’eau {{ #water }}\n\nBuvez.\n")))[0] == 0
    text = course.read(FRENCH)
    assert "\n\n## De l’eau { #water }\n\nBuvez.\n\n## Pause { #break }" in text
    assert course.behind() == set()


def test_a_page_that_was_missing_is_begun_with_its_keys_when_all_of_it_is_there(course: Course) -> None:
    page, french = "docs/extra.md", "docs/fr/extra.md"
    keys = "---\ntitle: Water\ndescription: Why we drink.\nwas:\n  - old-water/\n---\n"
    (course.root / page).write_text(f"{keys}# Water\n\nDrink.\n\n## Tea {{ #tea }}\n\nHot.\n", encoding="utf-8")
    file = course.pack("markdown", page)
    assert names_in(file) == [f"{french}#top", f"{french}#tea"]
    text = file.read_text(encoding="utf-8")
    top, tea = (f"<!-- translation -->\n\n{words}\n" for words in TRANSLATED)
    first, second = text.split("<!-- translation -->\n")[1:]
    file.write_text(text.replace(f"<!-- translation -->\n{first}", top + first), encoding="utf-8")
    code, said = course.bring(file)
    assert (code, "[pack-page]" in said, (course.root / french).exists()) == (1, True, False)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"<!-- translation -->\n{second}", tea + second), encoding="utf-8")
    assert course.bring(file)[0] == 0
    keys = '---\ntitle: De l’eau\ndescription: "Boire\u00a0: pourquoi?"\n---\n'
    assert course.read(french) == f"{keys}# De l’eau\n\nBuvez.\n\n## Le thé {{ #tea }}\n\nChaud.\n"
    assert course.read(f"l10n/fr/{page}") == course.read(page)


TRANSLATED = (
    "title: De l’eau\ndescription: Boire\u00a0: pourquoi?\n\n# De l’eau\n\nBuvez.",
    "## Le thé { #tea }\n\nChaud.",
)


def on(*pairs: tuple[str, str]) -> Callable[[Course, Path], None]:
    """Somebody writes this into the pack."""
    return lambda _, file: bool(filled(file, *pairs)) and None


def again(course: Course, file: Path) -> None:
    """Somebody copies the row."""
    text = file.read_text(encoding="utf-8")
    start = text.index("<!-- row")
    file.write_text(text + "\n" + text[start:], encoding="utf-8")


def moved(path: str, old: str, new: str) -> Callable[[Course, Path], None]:
    """The project moves on while the pack is away."""

    def change(course: Course, file: Path) -> None:
        filled(file, ("Entrez.", "Entrez, et assoyez-vous."))
        course.change(path, (old, new))

    return change


def joined(_: Course, file: Path) -> None:
    """Both cells of the row made one."""
    opened = docx.Document(str(file))
    first, second = opened.tables[0].rows[1].cells
    first.merge(second)
    opened.save(str(file))


def unmarked(file: Path) -> None:
    """Of the three marks of the row, only the last is left."""
    file.write_text(re.sub(r"<!-- (?:row|translation).*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")


def under(_: Course, file: Path) -> None:
    """The cell joined with that of a row below it."""
    opened = docx.Document(str(file))
    opened.tables[0].add_row()
    opened.tables[0].cell(1, 1).merge(opened.tables[0].cell(2, 1))
    opened.save(str(file))


def run_of(properties: str, inside: str = "<w:t>Merci.</w:t>") -> str:
    """Words in a Word file that look so."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


ADDED = {
    "words struck out": run_of("<w:strike/>"),
    "words struck out twice": run_of('<w:dstrike w:val="true"/>'),
    "hidden words": run_of("<w:vanish/>"),
    "words hidden on the web": run_of("<w:webHidden/>"),
    "words moved away": f'<w:moveFrom w:id="1">{run_of("")}</w:moveFrom>',
    "a format not accepted": run_of('<w:rPrChange w:id="1"><w:rPr/></w:rPrChange>'),
    "a symbol": run_of("", '<w:sym w:font="Wingdings" w:char="F04A"/>'),
    "words over words": run_of("", "<w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase/></w:ruby>"),
    "a simple field": f'<w:fldSimple w:instr="DATE">{run_of("")}</w:fldSimple>',
    "a field": run_of("", '<w:fldChar w:fldCharType="begin"/>') + run_of("", "<w:instrText>PAGE</w:instrText>"),
    "a footnote": run_of("", '<w:footnoteReference w:id="2"/>'),
    "a text box": run_of("", "<w:pict><w:p><w:r><w:t>Merci.</w:t></w:r></w:p></w:pict>"),
    "a link by a button": f'<w:hyperlink w:anchor="x">{run_of("", "<w:t>cette page</w:t>")}</w:hyperlink>',
    "a control nobody filled in": "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    f"<w:sdtContent>{run_of('')}</w:sdtContent></w:sdt>",
    "a formula": "<m:oMath xmlns:m='urn:m'><m:t>x</m:t></m:oMath>",
    "a table in the cell": "</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>",
}
"""What somebody put behind the words of a translation in a Word file, and no page can hold."""
TARGET = "\n\nEntrez.</target>"
WRITTEN = "\n\nEntrez donc.</target>"
MARKED = {
    "a tag in place of words": ((TARGET, '\n\nEntrez <x id="1"/> donc.</target>'),),
    "a tag with signs of its own": ((TARGET, '\n\nEntrez <ph id="1">{{</ph> donc.</target>'),),
    "tags around words": ((TARGET, '\n\nEntrez <g id="1" ctype="bold">donc</g>.</target>'),),
    "tags that are opened and closed": ((TARGET, '\n\nEntrez <bpt id="1">*</bpt>donc<ept id="1">*</ept>.</target>'),),
    "words marked as gone": ((TARGET, '\n\nEntrez <mrk mtype="x-sdl-deleted">donc</mrk>.</target>'),),
    "a remark on words": ((TARGET, '\n\nEntrez <mrk mtype="term" comment="sure?">donc</mrk>.</target>'),),
    "a remark of a translator": ((TARGET, f'{WRITTEN}<note from="translator">Sure?</note>'),),
    "two translations": ((TARGET, f"{WRITTEN}<target>Entrez.</target>"),),
    "not approved": ((TARGET, WRITTEN), ("<trans-unit ", '<trans-unit approved="no" ')),
    "not to be translated": (
        (TARGET, WRITTEN),
        ("<body>", '<body><group translate="no">'),
        ("</body>", "</group></body>"),
    ),
    "not translated yet": ((TARGET, WRITTEN), ('state="needs-review-l10n"', 'state="needs-translation"')),
    "to be looked at again": ((TARGET, WRITTEN), ('state="needs-review-l10n"', 'state="needs-review-translation"')),
    "lines joined": ((TARGET, WRITTEN), ('state="needs-review-l10n" xml:space="preserve"', 'xml:space="default"')),
}
"""What a program of translators put into a unit, or says of it."""


LIT, GROUND = run_of('<w:highlight w:val="yellow"/>'), run_of('<w:shd w:val="clear" w:fill="FFFF00"/>')


def above(file: Path, words: str = "Entrez donc.", inside: str = "") -> None:
    """A paragraph before the table."""
    run = f"<w:r><w:t>{words}</w:t></w:r>{inside}"
    filled(file, ("<w:tbl>", f"<w:p>{run}</w:p><w:tbl>"), (">Entrez.</w:t>", ">Entrez et restez.</w:t>"))


def beside(file: Path, row: int = 1) -> None:
    """Words in the cell of the text to translate, or in the head above it; and a translation."""
    filled(file, (">Entrez.</w:t>", ">Entrez et restez.</w:t>"))
    opened = docx.Document(str(file))
    opened.tables[0].rows[row].cells[0].add_paragraph("Entrez donc.")
    opened.save(str(file))


LONG = "\n" + "Prenez place et dites bonjour.\n\n" * 6_500
"""More than a page can hold."""


def lost(course: Course, file: Path) -> None:
    """Of a section of some length, only the beginning came back."""
    course.change(WEEK, ("Come in, and sit down.", "Come in, and sit down. " * 8))
    course.change(FRENCH, ("Entrez.", "Entrez, et assoyez-vous. " * 8))
    file.unlink()
    filled(course.pack("markdown", f"{FRENCH}#arrive"), ("Entrez, et assoyez-vous. " * 7, ""))


def short(course: Course, file: Path) -> None:
    """Of two paragraphs, the last did not come back."""
    course.change(WEEK, ("Come in, and sit down.", "Come in.\n\nSit down with us."))
    course.change(FRENCH, ("Entrez.", "Entrez.\n\nAssoyez-vous."))
    file.unlink()
    filled(course.pack("markdown", f"{FRENCH}#arrive"), ("\nEntrez.\n\nAssoyez-vous.\n", "\nEntrez, entrez donc.\n"))


SLIPS: dict[str, tuple[str, Callable[[Course, Path], None]]] = {
    "the name of a row deleted": ("markdown", on((f"row: {FRENCH}#arrive@", "row: "))),
    "a name that is none here": ("markdown", on(("#arrive@", "#arrived@"))),
    "a row twice": ("markdown", again),
    "nothing written": ("xliff", on(("## Arriver { #arrive }\n\nEntrez.</target>\n<note", "</target>\n<note"))),
    "as it was sent": ("word", lambda *_: None),
    "the source moved on": ("word", moved(WEEK, "and sit down", "and sit")),
    "the translation moved on": ("word", moved(FRENCH, "Entrez.", "Entrez donc.")),
    "other signs only": (
        "markdown",
        on(("\n## Arriver { #arrive }\n\nEntrez.\n", "\nArriver {#arrive}\n---\n\nEntrez\\.\n")),
    ),
    "an id lost": ("word", on(("## Arriver { #arrive }", "## Arriver"), ("Entrez.", "Entrez donc."))),
    "an id in other letters": ("word", on(("## Arriver { #arrive }", "## Arriver dans 5 minutes { #Arrive }"))),
    "a number": ("word", on(("Entrez.", "Entrez dans 5 minutes."))),
    "a link": ("markdown", on(("Entrez.", "Entrez par [ici](#break)."))),
    "an address in words": ("markdown", on(("\nEntrez.\n", "\nEntrez: https://example.org/fr.\n"))),
    "an element left open": ("markdown", on(("Entrez.", "/// box | Entrez\nEntrez."))),
    "the other language": ("markdown", on(("\nEntrez.\n", "\nCome in, and sit down with the others.\n"))),
    "our own signs": ("markdown", on(("\nEntrez.\n", "\nEntrez{+, et assoyez-vous+}.\n"))),
    "a merge": ("markdown", on(("\nEntrez.\n", "\n<<<<<<< HEAD\nEntrez donc.\n"))),
    "a sign nobody sees": ("markdown", on(("\nEntrez.\n", "\nEn\u200btrez donc.\n"))),
    "a change not accepted": (
        "word",
        on((">Entrez.</w:t></w:r>", ">Entrez.</w:t></w:r><w:ins><w:r><w:t>!</w:t></w:r></w:ins>")),
    ),
    "a remark": ("word", on((">Entrez.</w:t>", '>Entrez donc.</w:t><w:commentReference w:id="1"/>'))),
    "a picture": ("word", on((">Entrez.</w:t>", ">Entrez donc.</w:t><w:drawing/>"))),
    **{
        what: ("word", on((">Entrez.</w:t></w:r>", f">Entrez donc.</w:t></w:r>{added}")))
        for what, added in ADDED.items()
    },
    **{what: ("xliff", on(*pairs)) for what, pairs in MARKED.items()},
    "words above the first row": ("markdown", on(("---\n\n<!-- row", "Entrez donc.\n\n---\n\n<!-- row"))),
    "words above the table": ("word", lambda _, file: above(file)),
    "words in the head of a column": ("word", lambda _, file: beside(file, 0)),
    "words before the place for them": (
        "markdown",
        on(("<!-- translation -->", "Entrez donc.\n\n<!-- translation -->")),
    ),
    "words in the quotation": ("markdown", on(("> Come in", "> Entrez donc. Come in"))),
    "words in the other cell": ("word", lambda _, file: beside(file)),
    "words in a colour": ("word", on((">Entrez.</w:t></w:r>", f">Entrez.</w:t></w:r>{LIT}"))),
    "words on a ground": ("word", on((">Entrez.</w:t></w:r>", f">Entrez.</w:t></w:r>{GROUND}"))),
    "a remark above the table": ("word", lambda _, file: above(file, "", '<w:r><w:commentReference w:id="1"/></w:r>')),
    "cells joined": ("word", joined),
    "the end of a row deleted": ("markdown", on(("<!-- end -->\n", ""))),
    "words on the line of a mark": ("markdown", on(("<!-- translation -->\n\n## Arr", "<!-- translation --> ## Arr"))),
    "both ends of the words deleted": ("markdown", on(("<!-- end -->\n", ""), ("<!-- translation -->\n", ""))),
    "the first two marks deleted": ("markdown", lambda _, file: unmarked(file)),
    "HTML": ("markdown", on(("\nEntrez.\n", "\nEntrez <b>donc</b>.\n"))),
    "bold without an end": ("markdown", on(("\nEntrez.\n", "\n**Entrez donc.\n"))),
    "code left open": ("markdown", on(("\nEntrez.\n", "\nEntrez donc.\n\n```\nMerci.\n"))),
    "code of waves left open": ("markdown", on(("\nEntrez.\n", "\nEntrez donc.\n\n~~~\nMerci.\n"))),
    "a remark left open": ("markdown", on(("\nEntrez.\n", "\nEntrez donc. <!-- merci\n"))),
    "a heading by a line under it": ("markdown", on(("\nEntrez.\n", "\nEntrez donc.\n\nMerci\n-----\n"))),
    "a heading of another section": ("markdown", on(("\nEntrez.\n", "\nEntrez donc.\n\n## Pause { #break }\n"))),
    "an element that closes another": ("markdown", on(("\nEntrez.\n", "\nEntrez donc.\n\n///\n"))),
    "a page that is too long": ("markdown", on(("\nEntrez.\n", f"\nEntrez donc.\n{LONG}"))),
    "a page of too many signs": ("markdown", on(("\nEntrez.\n", f"\nEntrez donc.\n{LONG[:70_000]}\n"))),
    "a word that is too long": ("markdown", on(("\nEntrez.\n", f"\nEntrez donc. {'oui' * 400}\n"))),
    "a word of signs that open": ("markdown", on(("\nEntrez.\n", f"\nEntrez donc. {'[' * 50_000}\n"))),
    "a dash for the words": ("markdown", on(("\nEntrez.\n", "\n—\n"))),
    "a dash for the heading": ("markdown", on(("Arriver { #arrive }\n\nEntrez.", "— { #arrive }\n\nEntrez donc."))),
    "a dash for a key": ("markdown", on(("\ndescription: On fait connaissance.\n", "\ndescription: —\n"))),
    "the last paragraph gone": ("markdown", short),
    "a sentence in the other language": (
        "markdown",
        on(("\nEntrez.\n", "\nEntrez donc. Come in, and sit down with the others.\n")),
    ),
    "all but the heading gone": ("markdown", on(("\nEntrez.\n", "\n"))),
    "most words gone": ("markdown", lost),
    "the text in the heading": ("markdown", on(("Arriver { #arrive }\n\nEntrez.\n", "Arriver. Entrez. { #arrive }\n"))),
    "a fact that is none": ("markdown", on(("\nEntrez.\n", "\nEntrez donc, {{ org.nom }}.\n"))),
    "rows joined": ("word", under),
    "words behind the end": (
        "markdown",
        on(("\nEntrez.\n\n<!-- end -->\n", "\nEntrez donc.\n\n<!-- end -->\n\nMerci.\n")),
    ),
    "words below the table": (
        "word",
        on((">Entrez.", ">Entrez donc."), ("</w:tbl>", f"</w:tbl><w:p>{run_of('')}</w:p>")),
    ),
    "keys of another page": ("markdown", on(("\ndescription: On", "\n---\nwas: x/\n---\ndescription: On"))),
    "a key lost": ("markdown", on(("\ndescription: On", "\ndescriptif: On"))),
}


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
"""How an old file of Office begins, and one that is locked."""


def no_pack() -> Iterator[tuple[str, bytes]]:
    """Files that are no packs, some of them made to do harm."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><xliff>&b;</xliff>'
    yield "words.txt", b"Hello.\n"
    yield "entities.xlf", bomb
    yield "entities16.xlf", bomb.decode().encode("utf-16")
    yield "cut.xlf", b'<?xml version="1.0"?><xliff><file>'
    yield "deep.xlf", b'<?xml version="1.0"?>' + b"<a>" * 5000 + b"</a>" * 5000
    yield "none.xlf", b'<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>'
    yield "photo.docx", to_zip({"photo.png": b"\x89PNG"})
    yield "locked.docx", OLE + "EncryptedPackage".encode("utf-16-le")
    yield "old.doc", OLE + "WordDocument".encode("utf-16-le")
    yield "office.odt", to_zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})
    yield "rich.rtf", b"{\\rtf1\\ansi Entrez.}"
    yield "paper.pdf", b"%PDF-1.7\n"
    yield "cut.docx", to_zip({"word/document.xml": b"<a/>"})[:-30]
    whole = to_zip({"word/document.xml": bytes(range(256)) * 40})
    yield "spoilt.docx", whole[:60] + bytes(255 - one for one in whole[60:90]) + whole[90:]
    yield "entities.docx", to_zip({"word/document.xml": bomb})
    yield "bomb.docx", to_zip({"word/document.xml": b"<a>" + b" " * 61_000_000 + b"</a>"})
    yield "latin.md", "Voilà".encode("latin-1")


def test_what_does_not_fit_is_told_in_both_languages_and_changes_nothing(
    late: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    late.change(WEEK, ("A short lead.", "A lead."))
    said = ""
    start = late.files()
    for what, (form, slip) in SLIPS.items():
        restore(late, start)
        file = late.pack(form, f"{FRENCH}#{'top' if 'key' in what else 'arrive'}")
        slip(late, file)
        said += told(late, file, what, monkeypatch)
    restore(late, start)
    for name, raw in no_pack():
        (late.root / "to-translate" / name).write_bytes(raw)
        said += told(late, late.root / "to-translate" / name, name, monkeypatch)
    (late.root / "docs/extra.md").write_text("# Water\n\nDrink.\n\n## Tea { #tea }\n\nHot.\n", encoding="utf-8")
    mark = "<!-- translation -->\n\n"
    half = filled(late.pack("markdown", "docs/extra.md"), (f"{mark}\n", mark))
    half.write_text(
        half.read_text(encoding="utf-8").replace(mark, f"{mark}# De l’eau\n\nBuvez.\n", 1), encoding="utf-8"
    )
    said += told(late, half, "half of a page", monkeypatch)
    for language in LANGUAGES:
        monkeypatch.setenv("CURRICULUM_LANGUAGE", language.code)
        said += late.run("pack", "french")[1]
    if os.environ.get("REFRESH"):
        SAID.parent.mkdir(exist_ok=True)
        SAID.write_text(said, encoding="utf-8")
    assert said == SAID.read_text(encoding="utf-8")


@pytest.mark.parametrize("names", NAMES)
def test_a_row_of_names_or_of_words_of_a_nation_is_of_no_other_language(late: Course, names: str) -> None:
    late.change(WEEK, ("Come in, and sit down.", names.replace(" et ", " and ")))
    assert late.bring(filled(late.pack("markdown"), ("\nEntrez.\n", f"\n{names}\n"))) == (
        0,
        f"{FRENCH}#arrive: taken in.\n\n1 section was taken in, and is kept as read side by side.\n"
        "Next: python run.py check\n",
    )


def test_only_a_word_table_speaks_of_tracked_changes(late: Course) -> None:
    said = {form: "modifications suivies" in words_of(late.pack(form)) for form in FORMS}
    assert said == {"word": True, "xliff": False, "markdown": False}


def restore(course: Course, files: dict[str, bytes]) -> None:
    for place, raw in files.items():
        (course.root / place).write_bytes(raw)


def told(course: Course, file: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> str:
    said, before = f"{what}\n", course.files()
    for language in LANGUAGES:
        monkeypatch.setenv("CURRICULUM_LANGUAGE", language.code)
        code, words = course.bring(file)
        assert code == 1, (what, words)
        said += words
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "en")
    assert course.files() == before, what
    return re.sub(r"@[0-9a-f]{16}", "@SUMS", said)


def test_words_between_two_rows_are_told_of_the_row_before_them(late: Course) -> None:
    late.change(WEEK, ("Tea.", "Tea and water."))
    file = late.pack("markdown")
    first, last = file.read_text(encoding="utf-8").rsplit("<!-- row", 1)
    file.write_text(f"{first}Entrez donc.\n\n<!-- row{last}", encoding="utf-8")
    rows = rows_in(file.read_bytes())
    assert not isinstance(rows, str)
    assert [one.left for one in rows] == [{RowFault.OUTSIDE}, set()]


KEYED = "title: Water\ndescription: Why we drink.\n\n# Water\n\nDrink.\n\nRest."
WHOLE = ["title: De l’eau", "description: Boire et se reposer.", "", "# De l’eau", "", "Buvez.", "", "Dormez."]


@pytest.mark.parametrize(
    "broken",
    [
        "title: De l’eau\ndescription: Boire\net se reposer.\n\n# De l’eau\n\nBuvez.\n\nDormez.",
        "title: De\nl’eau\ndescription: Boire et\n\nse reposer.\n\n# De l’eau\n\nBuvez.\n\nDormez.",
        "title: De l’eau\ndescription: Boire\net  \nse reposer.\n# De l’eau\n\nBuvez.\n\nDormez.",
    ],
    ids=["wrapped", "two paragraphs", "lines broken"],
)
def test_a_value_on_top_of_a_page_stays_whole_however_it_was_broken(broken: str) -> None:
    assert cleaned(broken.split("\n"), KEYED) == WHOLE


@pytest.mark.parametrize("mark", ["end", "translation"])
def test_no_row_of_which_a_mark_is_lost_is_taken_in_or_passed_over(late: Course, mark: str) -> None:
    late.change(WEEK, ("Tea.", "Tea and water."))
    file = filled(late.pack("markdown"), (f"<!-- {mark} -->\n", ""))
    before = late.files()
    code, said = late.bring(file)
    assert (code, said.count("[pack-marks]")) == (1, 2)
    assert late.files() == before


@pytest.mark.parametrize(
    "raw",
    [
        b"<!-- row: " + b" " * 60_000 + b"x",
        b"<!" + b" -" * 60_000 + b"x",
        b"<!-- row: " + b"a" * 60_000 + b" -->",
        b"<!-- row: x -->\n" * 900_000,
        to_zip({"word/document.xml": b"<a>" + b"<b/>" * 14_700_000 + b"</a>"}),
    ],
    ids=["blanks", "dashes", "a long name", "rows", "elements"],
)
def test_a_file_made_to_take_minutes_is_read_or_refused_in_seconds(raw: bytes) -> None:
    rows, taken = timed(lambda: rows_in(raw))
    assert rows
    assert taken < 10


def test_a_page_and_a_file_that_are_none_are_sentences(course: Course) -> None:
    assert "[translate-part]" in course.run("pack", "fr", "docs/nothing.md")[1]
    assert "[file-absent]" in course.run("import", "to-translate/nothing.docx")[1]


def test_many_rows_that_nobody_got_to_are_one_line(course: Course) -> None:
    text = re.sub(r"(\{ #[\w-]+ \}\n\n)", r"\1More. ", course.read(WEEK))
    (course.root / WEEK).write_text(text, encoding="utf-8")
    file = filled(course.pack("markdown"), ("\nEntrez.\n", "\nEntrez, et plus.\n"))
    rows = names_in(file)
    number = rows.index(f"{FRENCH}#arrive") + 1
    code, said = course.bring(file)
    assert code == 1
    assert f"{len(rows) - 1} rows are empty or as they were sent" in said
    assert f"next pack: 1–{number - 1}, {number + 1}–{len(rows)}." in said
    assert "[pack-untouched]" not in said


def test_a_folder_to_write_into_gets_the_file(late: Course) -> None:
    (late.root / "mine").mkdir()
    assert late.run("pack", "fr", "--into", "mine", "--form", "markdown")[0] == 0
    assert names_in(late.root / "mine" / "fr.md") == [f"{FRENCH}#arrive"]


def test_a_file_that_is_there_is_never_written_over(late: Course) -> None:
    file = late.pack()
    file.write_bytes(b"an evening of work")
    assert "to-translate/fr-2.docx" in late.run("pack", "fr")[1]
    assert file.read_bytes() == b"an evening of work"


def test_a_page_that_cannot_be_written_leaves_all_as_it_was(late: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    late.change("docs/index.md", ("# ", "# Our "))
    file = filled(late.pack("markdown"), ("\nEntrez.\n", "\nEntrez donc.\n"), ("\n# ", "\n# Voici "))
    (late.root / "docs/fr/week-01/.index.md.new").mkdir()
    before = late.files()
    code, said = late.bring(file)
    assert (code, "[write-refused]" in said) == (1, True)
    assert late.files() == before


def test_a_language_that_an_edition_adds_is_translated_in_the_edition(course: Course) -> None:
    """The pack speaks the language that lends it words, and has no rules of another house."""
    words = course.root / "editions/harbour/words/es"
    shutil.copytree(ROOT / "tests/languages/es/words", words)
    with (course.root / "editions/harbour/profile.yml").open("a", encoding="utf-8") as profile:
        profile.write("languages: [en, fr, es]\n")
    file = course.pack("markdown", "docs/index.md", code="es")
    own = "editions/harbour/docs/es/index.md"
    assert names_in(file) == [f"{own}#top"]
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# To translate into Spanish\n")
    assert "Rules of the house" not in text
    translated = "# Inicio\n\nHola, {{ org.name }}.\n\n/// weeks\n///\n"
    assert course.bring(filled(file, ("<!-- translation -->\n\n", f"<!-- translation -->\n\n{translated}")))[0] == 0
    assert course.read(own) == translated
    assert course.read("editions/harbour/l10n/es/docs/index.md") == course.read("docs/index.md")
    assert f"{own}#top" not in names_in(course.pack("markdown", code="es"))


def test_a_space_before_the_colon_of_a_key_is_forgiven(course: Course) -> None:
    """A word processor that speaks French puts it there."""
    course.change(WEEK, ("We meet.", "We all meet."))
    file = filled(course.pack("markdown"), ("\ndescription: On fait", "\ndescription\u00a0: Toutes et tous, on fait"))
    assert course.bring(file)[0] == 0
    assert "\ndescription: Toutes et tous, on fait connaissance.\n" in course.read(FRENCH)


def test_rows_may_be_sorted_and_left_out_and_empty_lines_lost(late: Course) -> None:
    """As a word processor on a phone, or one on the web, may save it: other styles, lists made of signs, Windows."""
    late.change(WEEK, ("Tea.", "Tea and water."))
    file = late.pack("markdown")
    text = file.read_text(encoding="utf-8")
    head, one, two = text.split("---\n\n<!-- row")
    text = f"{head}---\n\n<!–– row{two}\n---\n\n<!-- row{one}".replace("Entrez.", "Entrez donc.").replace(
        "Du thé.", "De l’eau."
    )
    text = re.sub(r"(<!-- translation -->)\n\n(## [^\n]*)\n\n", r"\1\n\2\n", text).replace("row: ", "row:  ")
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    code, said = late.bring(file)
    assert code == 0, said
    assert "## Arriver { #arrive }\n\nEntrez donc." in late.read(FRENCH)


def test_a_word_file_with_any_byte_changed_is_read_or_refused(late: Course) -> None:
    """No such file ends in the words of a library."""
    raw = late.pack().read_bytes()
    for place in range(0, len(raw), 23):
        found = rows_in(raw[:place] + bytes([raw[place] ^ 0xFF]) + raw[place + 1 :])
        assert found


def test_columns_and_rows_of_the_table_may_change_places(late: Course) -> None:
    late.change(WEEK, ("Tea.", "Tea and water."))
    file = filled(late.pack(), ("Entrez.", "Entrez donc."), ("Du thé.", "Du thé et de l’eau."))
    opened = docx.Document(str(file))
    first, second = (row._tr for row in opened.tables[0].rows[1:])
    second.addnext(first)
    for row in opened.tables[0].rows:
        row.cells[1]._tc.addnext(row.cells[0]._tc)
    opened.save(str(file))
    assert late.bring(file)[0] == 0
    assert late.behind() == set()


def cell_of(late: Course, *pairs: tuple[str, str]) -> Filled:
    """The one row of a pack in Word, as it comes back after somebody wrote in it."""
    (row,) = rows_in(filled(late.pack(), *pairs).read_bytes())
    assert isinstance(row, Filled)
    return row


SEEN = {
    "a hyphen that keeps words together": (
        run_of("", "<w:t>99</w:t><w:noBreakHyphen/><w:t>11</w:t>"),
        "Entrez.99\u201111",
    ),
    "a hyphen that shows at a line end alone": (
        run_of("", "<w:t>ici</w:t><w:softHyphen/><w:t>même</w:t>"),
        "Entrez.icimême",
    ),
    "a broken line": (run_of("", "<w:br/><w:t>Merci.</w:t>"), "Entrez.  |Merci."),
    "a broken line before an item": (run_of("", "<w:br/><w:t>- Un</w:t>"), "Entrez.|- Un"),
    "a box": (run_of("", '<w:sym w:font="Wingdings" w:char="F06F"/>'), "Entrez.☐"),
    "capitals by a button": (run_of("<w:caps/>"), "Entrez.MERCI."),
    "letters that stand higher": (run_of('<w:vertAlign w:val="superscript"/>', "<w:t>er</w:t>"), "Entrez.er"),
    "figures that stand higher": (run_of('<w:vertAlign w:val="superscript"/>', "<w:t>2</w:t>"), "Entrez.²"),
    "a line end in XML": (run_of("", "<w:t>a\nb</w:t>"), "Entrez.a b"),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run_of('')}</w:sdtContent></w:sdt>", "Entrez.Merci."),
    "a link by itself": (
        f'<w:hyperlink w:anchor="x">{run_of("", "<w:t>https://a.org/b</w:t>")}</w:hyperlink>',
        "Entrez.https://a.org/b",
    ),
    "a strike that was taken back": (run_of('<w:strike w:val="0"/><w:vanish w:val="false"/>'), "Entrez.Merci."),
    "a bookmark": (
        '<w:bookmarkStart w:id="9" w:name="x"/><w:bookmarkEnd w:id="9"/><w:proofErr w:type="a"/>',
        "Entrez.",
    ),
}


@pytest.mark.parametrize(("added", "expected"), SEEN.values(), ids=SEEN)
def test_words_in_a_cell_are_read_as_they_are_seen(late: Course, added: str, expected: str) -> None:
    row = cell_of(late, (">Entrez.</w:t></w:r>", f">Entrez.</w:t></w:r>{added}"))
    assert "|".join(row.lines).rpartition("{ #arrive }||")[2] == expected
    assert row.left == frozenset()


@pytest.mark.parametrize(("look", "left"), [("strike", RowFault.STRUCK), ("vanish", RowFault.HIDDEN)])
@pytest.mark.parametrize("kind", ["character", "paragraph"])
def test_a_style_says_how_words_look_as_a_button_does(look: str, left: RowFault, kind: str) -> None:
    style = f'<w:style w:type="{kind}" w:styleId="Own"><w:basedOn w:val="Its"/></w:style>'
    its = f'<w:style w:type="{kind}" w:styleId="Its"><w:rPr><w:{look}/></w:rPr></w:style>'
    named = f'<w:{kind[0]}Style w:val="Own"/>'.replace("cStyle", "rStyle")
    p = f"<w:pPr>{named}</w:pPr>" if kind == "paragraph" else ""
    run = run_of(named if kind == "character" else "")
    cells = f"<w:tc><w:p><w:r><w:t>{FRENCH}#arrive@{'0' * 16}</w:t></w:r></w:p></w:tc><w:tc><w:p>{p}{run}</w:p></w:tc>"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = f"<w:document {space}><w:tbl><w:tr>{cells}</w:tr></w:tbl></w:document>"
    parts = {
        "word/document.xml": document.encode(),
        "word/styles.xml": f"<w:styles {space}>{style}{its}</w:styles>".encode(),
    }
    (row,) = rows_in(to_zip(parts))
    assert isinstance(row, Filled)
    assert row.left == {left}


@pytest.mark.parametrize(
    "typed",
    [
        "<![CDATA[## Arriver { #arrive }\n\nEntrez donc.]]></target>",
        '## Arriver { #arrive }\n\nEntrez <mrk mtype="term">donc</mrk>.</target>',
        "## Arriver { #arrive }\n\nEntrez<!-- ici --> donc.</target>",
        "## Arriver { #arrive }\n\nEntrez donc.</target><alt-trans><target>Non.</target></alt-trans>",
    ],
    ids=["signs that are words", "a mark of a word", "a remark of XML", "another proposal"],
)
@pytest.mark.parametrize("state", ["needs-review-l10n", "translated", "final"])
def test_what_says_nothing_of_the_words_of_a_unit_is_passed_over(late: Course, typed: str, state: str) -> None:
    pairs = ("## Arriver { #arrive }\n\nEntrez.</target>\n<note", f"{typed}<note"), ("needs-review-l10n", state)
    assert late.bring(filled(late.pack("xliff"), *pairs))[0] == 0
    assert "## Arriver { #arrive }\n\nEntrez donc.\n" in late.read(FRENCH)


@pytest.mark.parametrize("form", ["xliff", "markdown"])
def test_a_row_is_told_at_its_line(late: Course, form: str) -> None:
    late.change(WEEK, ("Tea.", "Tea and water."))
    file = late.pack(form)
    said = late.bring(file)[1]
    lines = file.read_text(encoding="utf-8").split("\n")
    mark = "<trans-unit" if form == "xliff" else "<!-- translation -->"
    places = [number for number, line in enumerate(lines, 1) if line.startswith(mark)]
    assert re.findall(r":(\d+): row", said) == [str(place) for place in places]
    assert len(places) == 2


def test_what_a_word_processor_makes_of_signs_is_taken_back(course: Course) -> None:
    course.change(WEEK, ("- Say hello.", "- Say **hello** to all."))
    file = course.pack()
    opened = docx.Document(str(file))
    cell = opened.tables[0].rows[1].cells[1]
    item = next(paragraph for paragraph in cell.paragraphs if paragraph.text.startswith("- "))
    words = item.text.removeprefix("- ")
    item.clear()
    item.style = opened.styles["List Paragraph"]
    number = item._p.get_or_add_pPr().get_or_add_numPr()
    number.get_or_add_numId().val, number.get_or_add_ilvl().val = 1, 0
    item.add_run(f"{words.split()[0]} ")
    item.add_run("bien").bold = True
    item.add_run(" fort ").bold = True
    item.add_run("à tous.")
    opened.save(str(file))
    assert course.bring(file)[0] == 0
    assert f"- {words.split()[0]} **bien fort** à tous." in course.read(FRENCH)


@pytest.mark.parametrize(
    ("level", "indent"), [("0", ""), ("1", "    "), ("x", ""), ("-1", ""), ("²", ""), ("9" * 5000, "")]
)
def test_an_item_stands_in_by_the_level_that_its_list_can_have(late: Course, level: str, indent: str) -> None:
    listed = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    file = late.pack()
    with zipfile.ZipFile(file) as opened:
        words = opened.read("word/document.xml").decode()
    start = words.rindex("<w:p>", 0, words.index(">Entrez.<"))
    paragraph = words[start : words.index("</w:p>", start)]
    own = re.sub(r"<w:pPr>.*?</w:pPr>", listed, paragraph)
    (row,) = rows_in(filled(file, (paragraph, own)).read_bytes())
    assert isinstance(row, Filled)
    assert row.lines[-1] == f"{indent}- Entrez."


@pytest.mark.parametrize("path", EVERY_PAGE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_lines_as_they_are_typed_make_the_same_page(path: Path) -> None:
    """Unwrapped, and wrapped anew, every page of the course renders the same; put back untouched, it is the same."""
    text = path.read_text(encoding="utf-8")
    body = split_front_matter("", text)[1]
    lines, shape = typed(body), shape_of(body)
    assert shape_of("\n".join(lines)) == shape == shape_of(laid_out(lines, ""))
    pieces = raw_pieces(text)
    ids = [id for id, _ in pieces]
    sections = {id: section_in(text, id) for id in ids}
    written = {id: typed(section) for id, section in sections.items()}
    for id in ids:
        assert joined_pieces(with_piece(pieces, id, written[id], ids)) == text
    for missing in (ids[1::2], ids[2::2]):  # each between sections that are there
        placed: Pieces = [piece for piece in pieces if piece[0] not in missing]
        for id in missing:
            placed = with_piece(placed, id, written[id], ids)
        assert shape_of(split_front_matter("", joined_pieces(placed))[1]) == shape
    around = {id for id in ids if find_elements(sections[id])[1]}  # an element that holds several sections
    assert {id for id in ids if reaches_over(id, sections[id])} <= around
    assert stand_apart(pieces) is not bool(around)
    made = joined_pieces(new_page(text, written))
    assert shape_of(split_front_matter("", made)[1]) == shape


def test_a_line_that_begins_with_a_word_and_a_colon_goes_on(late: Course) -> None:
    """Only on top of a page are these keys; a translator sees one paragraph, and it comes back as one."""
    late.change(WEEK, ("Come in, and sit down.", "Come in, and take what you need:\nnote: a pen is enough."))
    assert "> Come in, and take what you need: note: a pen is enough." in re.sub(
        r"[{\[][+-]|[+-][}\]]", "", late.pack("markdown").read_text(encoding="utf-8")
    )
    assert cleaned(["Prenez:", "note: un stylo."], "Take:\nnote: a pen.") == ["Prenez: note: un stylo."]
    assert laid_out([f"note: {'mot ' * 40}".strip()], "").count("\n") == 1
    assert typed("title: A\ndescription: B\nC") == ["title: A", "description: B", "C"]


def test_a_page_keeps_the_ends_of_its_lines(late: Course) -> None:
    """As an editor of Windows wrote it, with the mark before its first letter."""
    page = late.root / FRENCH
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    before = page.read_bytes()
    assert late.bring(filled(late.pack("markdown"), ("\nEntrez.\n", "\nEntrez donc.\n")))[0] == 0
    assert page.read_bytes() == before.replace(b"Entrez.", b"Entrez donc.")


def test_what_is_there_already_hides_no_remark(late: Course) -> None:
    """A row that was taken in and comes once more is passed over, unless something in it would be lost."""
    file = filled(late.pack("word"), (">Entrez.</w:t>", ">Entrez donc.</w:t>"))
    assert late.bring(file)[0] == 0
    filled(file, (">Entrez donc.</w:t>", '>Entrez donc.</w:t><w:commentReference w:id="1"/>'))
    code, said = late.bring(file)
    assert (code, "[pack-left]" in said, "says this already" in said) == (1, True, False)


def shape_of(body: str) -> list[tuple[str, ...]]:
    return [
        (
            part.tag,
            str(sorted(part.attrib.items())),
            *(" ".join((words or "").split()) for words in (part.text, part.tail)),
        )
        for part in to_tree(body).iter()
    ]


def test_words_of_the_glossary_are_told_with_those_to_use() -> None:
    pages = [
        parse_page(f"docs/{place}", place, (ROOT / "docs" / place).read_text(encoding="utf-8"), LANGUAGES)[0]
        for place in ("glossary.md", "fr/glossary.md")
    ]
    terms = terms_of(pages, EN, FR)
    assert terms["open question"] == "question ouverte"
    assert terms_in("Open questions, and consents.", terms) == (
        ("open question", "question ouverte"),
        ("consent", "consentement"),
    )
    assert terms_of(pages, FR, EN)["question ouverte"] == "open question"


@pytest.mark.parametrize(
    ("before", "now", "has_text", "expected"),
    [
        ("a b c d e f", "a b c d e f", True, 2),
        ("a b c d e f", "a b x y e f", True, 2),
        ("", "word " * 60, False, 12),
        ("", "word " * 300, True, 3),
        ("word " * 300, "other " * 60, True, 52),
    ],
)
def test_minutes_go_by_what_changed(before: str, now: str, has_text: bool, expected: int) -> None:
    assert minutes_for(before, now, has_text) == expected


@pytest.mark.slow
@pytest.mark.first_course
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_right_translation_of_any_section_of_the_course_fits(language: Language) -> None:
    """Each as it is, with one more word in its heading: as many times as there are sections, no false finding.

    Every form gives the same rows back, so they are taken in once.
    """
    desk, problems = read_desk(ROOT)
    assert desk, problems
    states, shelf = every_state(desk), Shelf(desk)
    home = (at_home(desk, one) for one in states if one.language == language)
    rows = {found.part: row_of(shelf, found) for found in home if found and found.section}
    written = [replace(row, present=re.sub(r" \{ #", " alors { #", row.present, count=1)) for row in rows.values()]
    word, *others = [rows_back(make, Pack(language, tuple(written))) for make in (to_word, to_xliff, to_markdown)]
    assert [[read_in(one) for one in other] for other in others] == [[read_in(one) for one in word]] * 2
    filled = [replace(one, name=rows[one.part].name) for one in word]
    taken = take(shelf, states, filled, "pack")
    assert ([str(problem) for problem in taken.problems], taken.known) == ([], [])
    assert len(taken.rows) == len(rows) > 700


def rows_back(make: Callable[[Pack], bytes], pack: Pack) -> Sequence[Filled]:
    """What is read of a form that was just made."""
    back = rows_in(make(pack))
    assert not isinstance(back, str), back
    return back


def read_in(one: Filled) -> tuple[str, str, frozenset[RowFault]]:
    """What matters of a row, whatever form it is from."""
    return one.part, "\n".join(one.lines).strip("\n"), one.left


def test_weblate_and_others_read_and_fill_our_xliff(late: Course) -> None:
    xliff = pytest.importorskip("translate.storage.xliff")
    file = late.pack("xliff")
    store = xliff.xlifffile.parsestring(file.read_bytes())
    (unit,) = store.units
    assert (store.sourcelanguage, store.targetlanguage, unit.isfuzzy()) == ("en-CA", "fr-CA", True)
    assert unit.source.startswith("## Arrive { #arrive }\n\nCome in, and sit down.")
    assert unit.target == "## Arriver { #arrive }\n\nEntrez."
    assert "Come in{+, and sit down+}." in unit.getnotes()
    (then,) = unit.getalttrans()
    assert then.source == "## Arrive { #arrive }\n\nCome in."
    unit.target = unit.target.replace("Entrez.", "Entrez, et assoyez-vous.")
    unit.markfuzzy(False)
    file.write_bytes(bytes(store))
    assert late.bring(file)[0] == 0
    assert late.behind() == set()


@pytest.mark.slow
@pytest.mark.parametrize("history", [True, False])
def test_the_word_table_comes_back_from_libreoffice(late: Course, history: bool) -> None:
    """With history and in a copy from a ZIP that has none."""
    root = late.root
    if history:
        subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    before = late.files()
    file = written_in(late.pack(), ("Entrez.", "Entrez, et assoyez-vous."))
    assert late.bring(file)[0] == 0
    after = late.files()
    assert {place for place in after if before[place] != after[place]} == {
        FRENCH,
        f"l10n/fr/{WEEK}",
        f"l10n/en/{FRENCH}",
    }
    assert after[FRENCH] == before[FRENCH].replace(b"Entrez.", b"Entrez, et assoyez-vous.")
    assert late.behind() == set()
