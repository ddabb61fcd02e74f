"""A line of a PDF that is read at once says what its strings say one by one, whatever is escaped in them."""

from __future__ import annotations

from curriculum.verify.pdf.drawn import drawn
from curriculum.verify.pdf.fonts import Font
from hypothesis import given
from hypothesis import strategies as st

LETTERS = {code.to_bytes(2): chr(0x100 + code) for code in range(0x600)}
FONTS = {1: Font(1, {}), 2: Font(2, LETTERS)}
BEGUN = b"BT /f0 9 Tf 1 0 0 1 0 0 Tm"
KERNS = st.sampled_from([b"", b" ", b"-1.5", b" 30 "])


def written(string: bytes, plainly: bool) -> bytes:
    """As Typst writes it, with octal escapes; or each byte as it is where it may be."""
    ways = {0x28: b"\\(", 0x29: b"\\)", 0x5C: b"\\\\", 0x0A: b"\\n", 0x0D: b"\\r", 0x09: b"\\t", 0x08: b"\\b"}
    signs = (ways.get(one) or (bytes([one]) if plainly or 0x20 <= one < 0x7F else b"\\%03o" % one) for one in string)
    return b"(%s)" % b"".join(signs)


@given(
    st.lists(st.tuples(st.binary(max_size=7), KERNS), min_size=1, max_size=5), st.booleans(), st.sampled_from([1, 2])
)
def test_a_line_at_once_says_what_its_strings_say(
    strings: list[tuple[bytes, bytes]], plainly: bool, width: int
) -> None:
    fonts = ((b"f0", FONTS[width]),)
    row = b"[%s]TJ" % b"".join(written(string, plainly) + kern for string, kern in strings)
    apart = b" ".join(b"<%s> Tj" % string.hex().encode() for string, _ in strings)
    assert drawn(b"%s%s ET" % (BEGUN, row), fonts) == drawn(b"%s %s ET" % (BEGUN, apart), fonts)


def test_what_python_reads_in_another_way_is_read_as_a_pdf_does() -> None:
    fonts = ((b"f0", FONTS[1]),)
    assert drawn(BEGUN + rb"[(\v\x41\a\501)5(\q\8\5)]TJ ET", fonts)[0] == "vx41aAq8\x05"
    assert drawn(BEGUN + b"[(a\\\nb)(c\\\r\nd)]TJ ET", fonts)[0] == "abcd"
    assert drawn(BEGUN + rb"[(ab\))5(\(cd)]TJ ET", fonts)[0] == "ab)(cd"
