"""Words of a note, hidden in a PDF: each way a small real file, which other readers open too."""

from __future__ import annotations

import base64
import random
import unicodedata
import zlib
from collections.abc import Callable

from curriculum.verify.pdf.fonts import DIGITS

Objects = dict[int, bytes]
CATALOG, PAGES, PAGE, CONTENT, FONT, MORE = 1, 2, 3, 4, 5, 6
PLAIN = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (about, len(content), content)


def flate(content: bytes, about: bytes = b"") -> bytes:
    return stream(zlib.compress(content), about + b"/Filter/FlateDecode")


def string(text: str) -> bytes:
    raw = text.encode("cp1252", "replace")
    for sign in b"\\()":
        raw = raw.replace(bytes([sign]), b"\\" + bytes([sign]))
    return b"(" + raw + b")"


def wide(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def drawn(operators: bytes) -> bytes:
    return b"BT /F1 12 Tf 72 700 Td " + operators + b" ET"


def file_of(objects: Objects, catalog: bytes = b"", trailer: bytes = b"", page: bytes = b"") -> bytes:
    """A file with a page that has a font `F1` and the content of object 4; objects of its own come first."""
    every = {
        CATALOG: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        PAGES: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>%s>>"
        % page,
        CONTENT: flate(drawn(string("Welcome to all of you") + b" Tj")),
        FONT: PLAIN,
    } | objects
    out, places = b"%PDF-1.7\n", {}
    for number, text in sorted(every.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n\r\n" % places[number] for number in sorted(every))
    size = len(every) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f\r\n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        *(size, table, size, trailer, len(out)),
    )


def page_with(operators: bytes, **objects: bytes) -> bytes:
    return file_of({CONTENT: flate(drawn(operators))} | {int(name[1:]): text for name, text in objects.items()})


def _differences(text: str) -> bytes:
    """A font whose codes are letters in another order, by the names of glyphs alone."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    signs = sorted({sign for sign in plain if sign.isalnum()})
    random.Random(1).shuffle(signs)
    names = " ".join("/" + (DIGITS[int(sign)] if sign.isdigit() else sign) for sign in signs)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding 6 0 R>>"
    encoding = b"<</Type/Encoding/Differences[33%s]>>" % names.encode()
    codes = bytes(33 + signs.index(sign) for sign in plain if sign in signs)
    return page_with(b"<" + codes.hex().encode() + b"> Tj", o5=font, o6=encoding)


def _mapped(text: str, width: int, ranges: bool = False) -> bytes:
    """A subset of a font: glyphs have numbers of their own, and a map says which letters they are."""
    signs = sorted(set(text))
    if not ranges:
        random.Random(2).shuffle(signs)
    code = {sign: (7 + at).to_bytes(width, "big") for at, sign in enumerate(signs)}
    letter = {sign: sign.encode("utf-16-be").hex() for sign in signs}
    if ranges:
        lines = "".join(f"<{code[s].hex()}> <{code[s].hex()}> [<{letter[s]}>]\n" for s in signs)
        body = f"{len(signs)} beginbfrange\n{lines}endbfrange\n"
    else:
        lines = "".join(f"<{code[s].hex()}> <{letter[s]}>\n" for s in signs)
        body = f"{len(signs)} beginbfchar\n{lines}endbfchar\n"
    space = f"1 begincodespacerange\n<{'00' * width}> <{'ff' * width}>\nendcodespacerange\n"
    kind = b"/Subtype/Type0/Encoding/Identity-H/DescendantFonts[7 0 R]" if width == 2 else b"/Subtype/TrueType"
    font = b"<</Type/Font%s/BaseFont/ABCDEF+X/ToUnicode 6 0 R>>" % kind
    codes = b"".join(code[sign] for sign in text)
    parts = b" ".join(b"<%s>" % codes[at : at + width].hex().encode() for at in range(0, len(codes), width))
    child = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+X/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>"
    )
    return page_with(b"[%s] TJ" % parts, o5=font, o6=flate(f"begincmap\n{space}{body}endcmap".encode()), o7=child)


def _foretold(content: bytes) -> bytes:
    """Rows as PNG has them, each the difference from the one above."""
    rows, above = b"", bytes(16)
    for at in range(0, len(content), 16):
        row = content[at : at + 16].ljust(16)
        rows += b"\2" + bytes((one - other) & 255 for one, other in zip(row, above, strict=True))
        above = row
    return stream(zlib.compress(rows), b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 16>>")


def _together(text: str) -> bytes:
    """A remark in a stream of objects."""
    inner = b"<</Type/Annot/Subtype/Text/Contents%s>>" % string(text)
    head = b"9 0 "
    packed = flate(head + inner, b"/Type/ObjStm/N 1/First %d" % len(head))
    return file_of({MORE: packed})


def _updated(text: str) -> bytes:
    """A page that was changed: what it said before is still in the file."""
    old = page_with(string(text) + b" Tj")
    return old + b"4 0 obj\n%s\nendobj\ntrailer\n<</Size 6/Root 1 0 R>>\n%%%%EOF\n" % flate(drawn(b"(Hello) Tj"))


def _attached(text: str) -> bytes:
    names = b"/Names<</EmbeddedFiles<</Names[(a.txt)7 0 R]>>>>"
    spec = b"<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>"
    return file_of({MORE: flate(text.encode(), b"/Type/EmbeddedFile"), 7: spec}, names)


def _form(text: str) -> bytes:
    form = flate(
        drawn(string(text) + b" Tj"), b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>>>"
    )
    return file_of({CONTENT: flate(b"/X1 Do"), MORE: form})


def _letters_apart(text: str) -> bytes:
    """Each letter placed by itself, as some programs do."""
    return b" ".join(string(sign) + b" Tj 7 0 Td" for sign in text if sign != " ")


def _runs(content: bytes) -> bytes:
    parts = (content[at : at + 100] for at in range(0, len(content), 100))
    return b"".join(bytes([len(part) - 1]) + part for part in parts) + b"\x80"


Disguise = Callable[[str], bytes]
PDF: dict[str, Disguise] = {
    "page.pdf": lambda text: page_with(string(text) + b" Tj"),
    "page-not-packed.pdf": lambda text: file_of({CONTENT: stream(drawn(string(text) + b" Tj"))}),
    "page-of-codes.pdf": lambda text: page_with(b"<" + text.encode("cp1252", "replace").hex(" ").encode() + b"> Tj"),
    "page-of-octals.pdf": lambda text: page_with(
        b"(" + b"".join(b"\\%03o" % byte for byte in text.encode("cp1252", "replace")) + b") Tj"
    ),
    "page-with-kerning.pdf": lambda text: page_with(b"[" + b" -20 ".join(map(string, text)) + b"] TJ"),
    "page-of-letters.pdf": lambda text: page_with(_letters_apart(text)),
    "page-in-brackets.pdf": lambda text: page_with(b"(a (b) " + string(text) + b") Tj"),
    "page-glyph-names.pdf": _differences,
    "page-subset.pdf": lambda text: _mapped(text, 1),
    "page-wide-subset.pdf": lambda text: _mapped(text, 2),
    "page-wide-ranges.pdf": lambda text: _mapped(text, 2, ranges=True),
    "page-unseen.pdf": lambda text: page_with(b"3 Tr " + string(text) + b" Tj"),
    "page-instead.pdf": lambda text: page_with(b"/Span<</ActualText%s>>BDC (x) Tj EMC" % wide(text)),
    "page-form.pdf": _form,
    "page-names-escaped.pdf": lambda text: page_with(string(text) + b" Tj").replace(b"/Font<</F1", b"/F#6fnt<</F1"),
    "page-in-hexadecimal.pdf": lambda text: file_of(
        {CONTENT: stream(drawn(string(text) + b" Tj").hex().encode() + b">", b"/Filter/ASCIIHexDecode")}
    ),
    "page-in-base85.pdf": lambda text: file_of(
        {
            CONTENT: stream(
                base64.a85encode(zlib.compress(drawn(string(text) + b" Tj"))) + b"~>",
                b"/Filter[/ASCII85Decode/FlateDecode]",
            )
        }
    ),
    "page-in-runs.pdf": lambda text: file_of(
        {CONTENT: stream(_runs(drawn(string(text) + b" Tj")), b"/Filter/RunLengthDecode")}
    ),
    "page-foretold.pdf": lambda text: file_of({CONTENT: _foretold(drawn(string(text) + b" Tj"))}),
    "page-nothing-leads-to.pdf": lambda text: file_of({MORE: flate(drawn(string(text) + b" Tj"))}),
    "page-before-a-change.pdf": _updated,
    "title.pdf": lambda text: file_of({MORE: b"<</Title%s>>" % wide(text)}, trailer=b"/Info 6 0 R"),
    "bookmark.pdf": lambda text: file_of({MORE: b"<</Type/Outlines/First 7 0 R>>", 7: b"<</Title%s>>" % string(text)}),
    "remark.pdf": lambda text: file_of({MORE: b"<</Type/Annot/Subtype/Text/Contents%s>>" % wide(text)}),
    "field.pdf": lambda text: file_of({MORE: b"<</FT/Tx/T(a)/V%s>>" % string(text)}),
    "xmp.pdf": lambda text: file_of({MORE: stream(f"<x:xmpmeta>{text}</x:xmpmeta>".encode(), b"/Type/Metadata")}),
    "together.pdf": _together,
    "attached.pdf": _attached,
    "comment.pdf": lambda text: file_of({}).replace(b"%PDF-1.7\n", b"%PDF-1.7\n% " + text.encode() + b"\n"),
    "behind.pdf": lambda text: file_of({}) + text.encode(),
    "before.pdf": lambda text: text.encode() + b"\n" + file_of({}),
}
"""By the name of the file that is made."""
