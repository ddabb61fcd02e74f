"""The style of a book: room and lines only.

No colours and no letters of its own: paper, night, size and typeface are the reader's choice. Nothing newer than
CSS 2.1 but what an old reading system may safely skip.
"""

from __future__ import annotations

import re

from curriculum.words.forms import colon, is_mirrored
from curriculum.words.model import Language

OTHER = {"left": "right", "right": "left"}
SIDE = re.compile(r"\b(?:left|right)\b")


def style_sheet(language: Language) -> str:
    """The style sheet of a book in one language; a no-break space is written as a code."""
    style = STYLE.replace("COLON", colon(language).replace("\u00a0", "\\a0"))
    return SIDE.sub(lambda found: OTHER[found[0]], style) if is_mirrored(language) else style


STYLE = """\
body { text-align: left; word-wrap: break-word; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; page-break-after: avoid; break-after: avoid; }
h1 { font-size: 1.4em; margin: 0 0 1em; }
h2 { font-size: 1.2em; margin: 2em 0 .6em; }
h3, h4 { font-size: 1em; margin: 1.5em 0 .5em; }
p, ul, ol { margin: .8em 0; }
ul, ol { padding-left: 1.5em; }
li { margin: .4em 0; }
blockquote { margin: 1em 0; padding-left: .8em; border-left: .2em solid; }
a { color: inherit; text-decoration: underline; }
a[href^="tel:"] { display: inline-block; vertical-align: top; } /* a number stays on one line where it can */
.companion { font-family: sans-serif; } /* one typeface for the whole word: few have all its letters */

.title-page { padding-top: 15%; }
.title-page h1 { font-size: 1.6em; }
.about { margin-bottom: 3em; }
nav ol { list-style: none; padding-left: 0; }
nav ol ol { padding-left: 1.2em; margin: 0 0 .6em; }
nav a { display: block; padding: .3em 0; }

.box, .note, .card { border: 1px solid; padding: .1em .9em; margin: 1.4em 0; }
.note { border-left-width: .5em; }
.card { border-style: dashed; }
.box-title, .note-title, .card-title, figcaption { font-weight: bold; }
.card, .keep, .signature, .picture, tr { page-break-inside: avoid; break-inside: avoid; }

.ticks { list-style: none; }
.ticks > li:before { content: ""; float: left; width: .8em; height: .8em; margin: .2em 0 0 -1.5em; border: 1px solid; }
.lines { margin: 0 0 1.4em; }
.lines span { display: block; height: 1.8em; border-bottom: 1px solid; }
.blank { display: inline-block; width: 8em; max-width: 100%; border-bottom: 1px solid; }
.signature ul { list-style: none; padding: 0; }
.signature li { margin: 3em 0 0; border-top: 1px solid; padding-top: .3em; }

/* Each row of a table on its own: no page is wide enough for three columns of large letters. */
table, tbody, tr, th, td { display: block; padding: 0; text-align: left; }
table { margin: 1.2em 0; border-bottom: 1px solid; }
thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0); } /* heard, not seen */
tbody tr { border-top: 1px solid; padding: .6em 0 .8em; }
td { margin: .3em 0 0; }
td[data-column]:before { content: attr(data-column) "COLON "; font-style: italic; }
td.write { min-height: 3em; border-bottom: 1px dotted; }
td.tick { display: inline-block; margin-right: 1.5em; }
td.tick:before, td.tick[data-column]:before { content: ""; display: inline-block; width: .8em; height: .8em; }
td.tick:before { margin-right: .5em; border: 1px solid; }
td.tick:after { content: attr(data-column); }

.picture { margin: 1.6em 0; }
.picture svg { display: block; width: 100%; max-width: 27em; height: auto; max-height: 95vh; margin: .6em 0; }
.in-words-title { font-style: italic; margin-bottom: .3em; }
"""
