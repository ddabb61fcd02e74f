"""Markdown -> its tree, taken from the converter before it writes HTML, where reading that HTML would give the same.

In:  "Say *one* thing."
Out: <article><p>Say <em>one</em> thing.</p></article>, as elements; None for a text with HTML, entities or code in it
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown

from curriculum.elements.markdown import converter

WRITTEN = re.compile("[<&`\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|\\[TOC\\]")
"""What the converter sets aside, writes in another way or puts in twice, and signs that no reader takes."""
NAME = re.compile(r"[a-z][a-z0-9-]*")
"""An attribute that HTML and XML read alike."""


def article_of(text: str, name: str) -> etree.Element | None:
    """The tree under a first element of this name, or None where only HTML says what becomes of a text."""
    if not text.strip() or WRITTEN.search(text):
        return None
    opened = converter()
    root = _tree_of(text.split("\n"), opened)
    if opened.htmlStash.html_counter or (root.text or "").strip() or not len(root):
        return None
    if not all(map(_settle, root.iter())):
        return None
    root.tag, root.text, root.tail = name, None, None
    root[-1].tail = (root[-1].tail or "").rstrip() or None
    return root


def _tree_of(lines: list[str], opened: Markdown) -> etree.Element:
    """What `Markdown.convert` does before it writes."""
    for before in opened.preprocessors:
        lines = before.run(lines)
    root: Any = opened.parser.parseDocument(lines).getroot()
    for after in opened.treeprocessors:
        changed = after.run(root)
        root = root if changed is None else changed
    found: etree.Element = root
    return found


def _settle(element: etree.Element) -> bool:
    """Words and attributes as they are once they were written and read; False for what is read in another way."""
    words = (element.text or "", element.tail or "")
    element.text, element.tail = (str(one) or None for one in words)
    items = sorted(element.items())
    if any(value is None or "&" in value or not NAME.fullmatch(key) for key, value in items) or "&" in "".join(words):
        return False
    element.attrib.clear()
    element.attrib.update((key, " ".join(value.split("\n"))) for key, value in items)
    return True
