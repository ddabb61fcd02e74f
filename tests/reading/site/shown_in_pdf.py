"""Words of a note in PDFs that a viewer shows and a hasty reader misses: in pieces, elsewhere, out of order."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from reading.site.hidden_in_pdf import (
    CONTENT,
    FONT,
    MORE,
    PLAIN,
    drawn,
    file_of,
    flate,
    page_with,
    stream,
    string,
    wide,
)

FIRST = 20
"""The number of the first of many objects."""
LIES = b"1 begincodespacerange<00><FF>endcodespacerange 1 beginbfrange<00><FF><0061>endbfrange"
IDENTITY = b"1 begincodespacerange<00><FF>endcodespacerange 1 beginbfrange<00><FF><0000>endbfrange"
SHIFT = bytes.maketrans(bytes(range(97, 123)), bytes([*range(102, 123), *range(97, 102)]))
NAMES = b"[97 %s]" % b" ".join(b"/%c" % ((code - 102) % 26 + 97) for code in range(97, 123))


def _raw(text: str) -> bytes:
    return text.encode("cp1252", "replace")


def _codes(raw: bytes) -> bytes:
    return b"<" + raw.hex().encode() + b">"


def _shifted(text: str) -> bytes:
    return _codes(_raw(text).lower().translate(SHIFT))


def _font(about: bytes) -> bytes:
    return b"<</Type/Font/Subtype/Type1/BaseFont/X%s>>" % about


def _pieces(text: str) -> dict[int, bytes]:
    return {
        FIRST + place: stream(drawn(string(word + " ") + b" Tj"), b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]")
        for place, word in reversed([*enumerate(text.split())])
    }


def _in_streams(text: str) -> bytes:
    pieces = _pieces(text)
    leads = b" ".join(b"%d 0 R" % number for number in sorted(pieces))
    return file_of(pieces).replace(b"/Contents 4 0 R", b"/Contents[" + leads + b"]")


def _in_forms(text: str) -> bytes:
    """The forms stand in the file in another order than the page draws them in."""
    pieces = _pieces(text)
    last = max(pieces) + FIRST
    forms = b"".join(b"/X%d %d 0 R" % (number, last - number) for number in sorted(pieces))
    draws = stream(b" ".join(b"/X%d Do" % number for number in sorted(pieces)))
    turned = {last - number: piece for number, piece in pieces.items()}
    page = file_of({CONTENT: draws} | turned)
    return page.replace(b"<</Font<</F1 5 0 R>>>>", b"<</Font<</F1 5 0 R>>/XObject<<" + forms + b">>>>")


def _remarks(text: str) -> bytes:
    said = (b"<</Subtype/Text/T(Somebody)/Contents%s>>" % string(word) for word in text.split())
    return file_of({FIRST + place: one for place, one in enumerate(said)})


def _placed(text: str) -> bytes:
    """The letters with an even number, then the others."""
    letters = [*enumerate(text)]
    return page_with(
        b" ".join(
            b"1 0 0 1 %d %d Tm %s Tj" % (20 + at % 100 * 5, 700 - at // 100 * 9, string(sign))
            for at, sign in (*letters[::2], *letters[1::2])
        )
    )


def _unpainted(text: str) -> bytes:
    return page_with(b" ".join(b"0 Tr %s Tj 3 Tr (certain) Tj" % string(word + " ") for word in text.split()))


def _late_font(text: str) -> bytes:
    """A second object 5, that no table of places leads to."""
    return page_with(_shifted(text) + b" Tj", o5=_font(b"/Encoding<</Differences%s>>" % NAMES)) + (
        b"\n5 0 obj\n" + PLAIN + b"\nendobj\n"
    )


def _by_state(text: str) -> bytes:
    whole = file_of(
        {
            CONTENT: flate(b"/G gs BT 20 700 Td " + _shifted(text) + b" Tj ET"),
            FONT: _font(b"/Encoding<</Differences%s>>" % NAMES),
            MORE: b"<</Type/ExtGState/Font[5 0 R 10]>>",
        }
    )
    return whole.replace(b"/Font<</F1 5 0 R>>", b"/ExtGState<</G 6 0 R>>")


def _packed(text: str, about: bytes, **more: bytes) -> bytes:
    content = stream(zlib.compress(drawn(string(text) + b" Tj")), about)
    return file_of({CONTENT: content} | {int(name[1:]): text for name, text in more.items()})


SHOWN: dict[str, Callable[[str], bytes]] = {
    "page-of-streams.pdf": _in_streams,
    "page-of-forms.pdf": _in_forms,
    "remarks-of-a-word.pdf": _remarks,
    "page-letters-placed.pdf": _placed,
    "page-with-unpainted.pdf": _unpainted,
    "page-font-twice.pdf": _late_font,
    "page-font-by-state.pdf": _by_state,
    "page-filter-elsewhere.pdf": lambda text: _packed(text, b"/Filter 6 0 R", o6=b"/FlateDecode"),
    "page-filter-remark.pdf": lambda text: _packed(text, b"/Filter % no\n/FlateDecode"),
    "page-called-a-picture.pdf": lambda text: page_with(
        _shifted(text) + b" Tj", o5=_font(b"/Encoding<</Differences%s>>" % NAMES)
    ).replace(b"/Filter/Flate", b"/X(/Subtype/Image)/Filter/Flate"),
    "page-called-a-table.pdf": lambda text: _packed(text, b"/Filter/FlateDecode/Type/XRef"),
    "page-names-elsewhere.pdf": lambda text: page_with(
        _shifted(text) + b" Tj", o5=_font(b"/Encoding 6 0 R"), o6=b"<</Differences 7 0 R>>", o7=NAMES
    ),
    "page-names-remark.pdf": lambda text: page_with(
        _shifted(text) + b" Tj", o5=_font(b"/Encoding<</Differences% ]\n" + NAMES + b">>")
    ),
    "page-map-lies.pdf": lambda text: page_with(string(text) + b" Tj", o5=_font(b"/ToUnicode 6 0 R"), o6=stream(LIES)),
    "page-map-denies.pdf": lambda text: page_with(
        _shifted(text) + b" Tj",
        o5=_font(b"/Encoding<</Differences%s>>/ToUnicode 6 0 R" % NAMES),
        o6=stream(IDENTITY),
    ),
    "page-font-remark.pdf": lambda text: page_with(b"ET BT /F1 % size\n9 Tf " + _shifted(text) + b" Tj").replace(
        PLAIN, _font(b"/Encoding<</Differences%s>>" % NAMES)
    ),
    "page-codes-remark.pdf": lambda text: page_with(
        re.sub(rb"([0-9a-f]{30})", rb"\1% f\n", _codes(_raw(text))) + b" Tj"
    ),
    "remark-of-a-program.pdf": lambda text: file_of({MORE: b"<</A 1 % " + _raw(text) + b"\n>>"}),
    "remark-on-a-page.pdf": lambda text: page_with(b"(a) Tj % " + _raw(text) + b"\n(b) Tj"),
    "remarks-turned.pdf": lambda text: file_of(
        {FIRST: b"<</Kids[" + b" ".join(b"<</T(n)/TU%s>>" % wide(word) for word in text.split()) + b"]>>"}
    ),
}
