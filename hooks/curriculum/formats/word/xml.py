"""Names, attributes and words -> the XML of a Word document.

Everything is written as text: a document is small, its parts are known, and the same text is the same bytes.
"""

from __future__ import annotations

import html
import re

from curriculum.formats.refusal import NotPrintableError

NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that no XML 1.0 document can hold; Word would call the file damaged."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}


def w(name: str, /, *inside: str, **attributes: str | int) -> str:
    """One element of WordprocessingML; `inside` is XML already.

    In:  w("p", w("jc", val="center"))                      w("hyperlink", r_id="link1")
    Out: <w:p><w:jc w:val="center"/></w:p>                  <w:hyperlink r:id="link1"/>
    """
    return _tag(f"w:{name}", "".join(inside), {_attribute(key): value for key, value in attributes.items()})


def part(name: str, *inside: str) -> bytes:
    """A whole part of the document under its first element, as the bytes of a file."""
    spaces = {f"xmlns:{prefix}": address for prefix, address in NAMESPACES.items()}
    return (HEAD + _tag(f"w:{name}", "".join(inside), spaces | {"mc:Ignorable": "w14"})).encode()


def escape(words: str) -> str:
    """Words -> the same words in XML. Raises `NotPrintableError` for a sign that XML cannot hold."""
    if stray := NOT_XML.search(words):
        raise NotPrintableError(f"U+{ord(stray[0]):04X}")
    return html.escape(words)


def twips(millimetres: float) -> int:
    """Word measures in twentieths of a point, of which an inch has 1440."""
    return round(millimetres / 25.4 * 1440)


def _tag(name: str, inside: str, attributes: dict[str, str] | dict[str, str | int]) -> str:
    opened = name + "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{opened}>{inside}</{name}>" if inside else f"<{opened}/>"


def _attribute(key: str) -> str:
    return key.replace("_", ":") if "_" in key else f"w:{key}"
