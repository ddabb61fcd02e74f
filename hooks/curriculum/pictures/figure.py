"""A picture -> HTML: its title, the drawing, and the same words as text for whoever cannot or would rather not look.

The SVG has no style of its own: overrides/styles/article.css gives it the ink of the page. Where the drawing holds
every word, the text is folded away, and left out on paper.
"""

from __future__ import annotations

import html
from functools import lru_cache

from curriculum.pictures.model import LABELS_ONLY, ORDERED, Picture
from curriculum.pictures.pen import EDGE, WIDTH, Drawing
from curriculum.pictures.shapes import SHAPES
from curriculum.words.labels import label
from curriculum.words.model import Language


@lru_cache(maxsize=256)  # both audiences and the books show the same pictures
def picture_figure(picture: Picture, language: Language) -> str:
    """The HTML of a picture that `checks.elements` found nothing wrong with."""
    tag = "ol" if picture.kind in ORDERED else "ul"
    items = "".join(f"<li><strong>{_plain(item.label)}</strong> {_plain(item.text)}</li>" for item in picture.items)
    drawing = SHAPES[picture.kind](picture.items)
    return figure(picture.title, drawing, f"<{tag}>{items}</{tag}>", language, picture.kind in LABELS_ONLY)


def figure(title: str, drawing: Drawing, words: str, language: Language, unfolded: bool = False) -> str:
    """A drawing under its title, with the HTML that says the same, or more when it is `unfolded`."""
    name = _plain(title)
    view = f"0 0 {WIDTH} {round(drawing.height) + EDGE}"
    svg = f'<svg viewBox="{view}" role="img" aria-label="{html.escape(title)}">{"".join(drawing.marks)}</svg>'
    summary = f"<summary>{label('picture-words', language)}</summary>"
    caption = f"<figcaption>{name}</figcaption>"
    details = f"<details{' open' if unfolded else ''}>{summary}{words}</details>"
    return f'<figure class="picture">{caption}{svg}{details}</figure>'


def _plain(words: str) -> str:
    return html.escape(words, quote=False)
