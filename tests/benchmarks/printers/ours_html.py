"""Ours without PDFs, in a process of its own: every English handout of the project named, as the HTML of its article.

What `ours_pdf.py` takes longer than this is printing: loading Typst, opening the fonts, making and writing the PDFs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from curriculum.compose.page import compose_handout
from curriculum.elements.markdown import to_html
from curriculum.read.layers import Settings, read_curriculum
from languages import EN


def read_handouts(root: Path) -> dict[str, str]:
    """Place in `docs/` -> the Markdown of a handout, as it is printed."""
    curriculum, _ = read_curriculum(Settings(root))
    assert curriculum
    places = [handout.uri for handout in curriculum.arc.handouts]
    return {place: compose_handout(curriculum.pages[EN, place], curriculum) for place in places}


if __name__ == "__main__":
    for markdown in read_handouts(Path(sys.argv[1])).values():
        to_html(markdown)
