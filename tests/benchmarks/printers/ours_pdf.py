"""Ours with PDFs, in a process of its own: all English handouts of a project, on Letter, into a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from curriculum.formats.articles import Articles
from curriculum.formats.documents import handout_documents
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.printing import print_document
from curriculum.read.layers import Settings, read_curriculum
from curriculum.words.paper import Paper, Variant
from languages import EN


def print_handouts(root: Path) -> Iterator[tuple[str, bytes]]:
    """Each PDF with its name."""
    curriculum, _ = read_curriculum(Settings(root))
    assert curriculum
    english = {place: page for place, page in curriculum.pages.items() if page.language == EN}
    letter = Variant(Paper.LETTER)
    for _, document in handout_documents(Articles(replace(curriculum, pages=english))):
        pdf, problems = print_document(document, letter, root / TEMPLATE)
        assert not problems, problems
        yield letter.pdf_of(document.place).replace("/", "-"), pdf


if __name__ == "__main__":
    root, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True)
    for name, pdf in print_handouts(root):
        (folder / name).write_bytes(pdf)
