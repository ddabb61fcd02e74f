"""The parts of a Word document beside its text: what it is made of, its title and language, the foot of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from curriculum.formats.word.paragraphs import MARGIN, PAGE, TEXT_WIDTH
from curriculum.formats.word.styles import STEP
from curriculum.formats.word.xml import HEAD, escape, part, w
from curriculum.words.forms import is_mirrored, region_of
from curriculum.words.labels import label
from curriculum.words.model import Language

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = f"{PACKAGE}/relationships/metadata/core-properties"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OPC = "application/vnd.openxmlformats-package"
KINDS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footer": "footer"}
"""Parts that the text refers to, by the name of their file."""
SAFE = "!#$%&'()*+,/:;=?@[]~"
"""Signs that an address may hold as they are; Word calls a file with any other damaged."""


def types_part() -> bytes:
    """`[Content_Types].xml`: what each file of the document is."""
    kinds = {"document": "document.main"} | KINDS
    words = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    core = f'<Override PartName="/docProps/core.xml" ContentType="{OPC}.core-properties+xml"/>'
    defaults = (
        f'<Default Extension="rels" ContentType="{OPC}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{words}{core}</Types>'.encode()


def package_relations() -> bytes:
    """`_rels/.rels`: where the text and the title are."""
    return _relations(
        _relation("document", f"{OFFICE}/officeDocument", "word/document.xml"),
        _relation("core", CORE, "docProps/core.xml"),
    )


def document_relations(links: Mapping[str, str]) -> bytes:
    """`word/_rels/document.xml.rels`: the parts of the text, and where its links lead."""
    parts = (_relation(name, f"{OFFICE}/{kind}", f"{name}.xml") for name, kind in KINDS.items())
    outside = (
        _relation(name, f"{OFFICE}/hyperlink", quote(address, SAFE), ' TargetMode="External"')
        for address, name in links.items()
    )
    return _relations(*parts, *outside)


def core_part(title: str, language: Language) -> bytes:
    """`docProps/core.xml`: title and language; no date and no author, who may not want to be known."""
    spaces = f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    inside = f"<dc:title>{escape(title)}</dc:title><dc:language>{region_of(language)}</dc:language>"
    return f"{HEAD}<cp:coreProperties {spaces}>{inside}</cp:coreProperties>".encode()


def settings_part() -> bytes:
    """`word/settings.xml`; 15 is the way of laying out that Word has had since 2013."""
    address = "http://schemas.microsoft.com/office/word"
    return part(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=STEP),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("compatSetting", name="compatibilityMode", uri=address, val=15)),
    )


def footer_part(footer: str, language: Language) -> bytes:
    """`word/footer.xml`: the words for the foot, and at its right end which page of how many this is."""
    tabs = w("tabs", w("tab", val="right", pos=TEXT_WIDTH))
    pages = (
        _run(f"{label('page', language)}\u00a0"),
        _field("PAGE"),
        _run(f"\u00a0{label('page-of', language)}\u00a0"),
        _field("NUMPAGES"),
    )
    properties = w("pPr", w("pStyle", val="Footer"), tabs)
    return part("ftr", w("p", properties, _run(footer), w("r", w("tab")), *pages))


def document_part(blocks: str, language: Language) -> bytes:
    """`word/document.xml`: the text, on Letter."""
    margins = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)
    section = w(
        "sectPr",
        w("footerReference", type="default", r_id="footer"),
        w("pgSz", w=PAGE[0], h=PAGE[1]),
        w("pgMar", **margins, header=MARGIN // 2, footer=MARGIN // 2, gutter=0),
        w("bidi") if is_mirrored(language) else "",
    )
    return part("document", w("body", blocks, section))


def _run(words: str) -> str:
    return w("r", w("t", escape(words), xml_space="preserve"))


def _field(name: str) -> str:
    return w("fldSimple", w("r", w("t", "1")), instr=f" {name} ")


def _relation(id: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{id}" Type="{kind}" Target="{escape(target)}"{mode}/>'


def _relations(*relations: str) -> bytes:
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'.encode()
