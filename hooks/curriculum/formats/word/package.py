"""The blocks of a document -> the bytes of a DOCX: all the files that it is made of."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping

from curriculum.formats.archive import to_zip
from curriculum.formats.word.numbering import numbering_part
from curriculum.formats.word.parts import (
    core_part,
    document_part,
    document_relations,
    footer_part,
    package_relations,
    settings_part,
    types_part,
)
from curriculum.formats.word.styles import styles_part
from curriculum.words.model import Language


def to_package(
    blocks: str,
    language: Language,
    names: tuple[str, str],
    links: Mapping[str, str] | None = None,
    lists: Mapping[etree.Element, int] | None = None,
) -> bytes:
    """The same bytes for the same blocks; `names` are the title, and what stands at the foot of every page."""
    title, footer = names
    return to_zip(
        {
            "[Content_Types].xml": types_part(),
            "_rels/.rels": package_relations(),
            "docProps/core.xml": core_part(title, language),
            "word/document.xml": document_part(blocks, language),
            "word/_rels/document.xml.rels": document_relations(links or {}),
            "word/styles.xml": styles_part(language),
            "word/numbering.xml": numbering_part(lists or {}),
            "word/settings.xml": settings_part(),
            "word/footer.xml": footer_part(footer, language),
        }
    )
