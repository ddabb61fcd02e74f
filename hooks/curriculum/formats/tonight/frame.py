"""What stands around the sheets of tonight's file: the exit, the way to emergencies, the clock, and the policy."""

from __future__ import annotations

from html import escape
from pathlib import Path

from curriculum.formats.single.frame import Brand, FileFrame, framed, read_inside, read_letters, single_style
from curriculum.formats.tonight.sheets import EMERGENCIES
from curriculum.formats.tonight.words import script_words
from curriculum.read.scripts import Scripts
from curriculum.read.styles import Styles
from curriculum.site.policy import Inside, Insides
from curriculum.site.style import TONIGHT
from curriculum.words.labels import label
from curriculum.words.model import Language
from curriculum.words.paper import Document


def read_tonight(root: Path, scripts: Scripts, styles: Styles) -> Inside:
    """Its style, with letters in it; the script that leaves, and the one that tells time."""
    style = single_style(styles, read_letters(root), TONIGHT)
    return Inside(style, tuple(scripts.get(name, "") for name in ("leave", "tonight")))


def read_insides(root: Path, scripts: Scripts, styles: Styles) -> Insides:
    """What every page in one file carries, for either audience."""
    return Insides(read_inside(root, scripts, styles), read_tonight(root, scripts, styles))


def document_of(document: Document, frame: FileFrame, sheets: str) -> str:
    """The whole document, laid out as a page of the site."""
    language = document.language
    main = f"""<main id="page" data-words="{escape(script_words(language))}">
<article>
<h1>{escape(document.title, quote=False)}</h1>
<p data-paper="">{label("tonight-on-paper", language, paper=label("downloads-notes", language))}</p>
{_clock(language)}{sheets}
{_buttons(language)}</article>
</main>"""
    brand = Brand(EMERGENCIES, label("tonight-emergencies", language))
    return framed(document, frame, main, brand, robots="noindex, nofollow")


def _clock(language: Language) -> str:
    """What is now and next, which only a script can say."""
    return (
        '<div class="clock" data-live hidden>\n<p class="left" data-is="left"></p>\n'
        '<p class="then"><span data-is="now"></span><span data-is="behind"></span><span data-is="next"></span></p>\n'
        '<p class="choices"><button type="button" data-is="return" hidden></button>'
        '<button type="button" data-is="clock" hidden></button></p>\n</div>\n'
    )


def _buttons(language: Language) -> str:
    """One part back, the run sheet, one part forth."""
    names = {"back": "tonight-back", "list": "run-sheet", "forth": "tonight-forth"}
    buttons = "\n".join(
        f'<button type="button" data-is="{name}">{label(words, language)}</button>' for name, words in names.items()
    )
    return f'<p class="choices steps" data-is="steps" hidden>\n{buttons}\n</p>\n'
