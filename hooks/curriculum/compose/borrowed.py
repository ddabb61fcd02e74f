"""What readers are told of a page whose words are those of another language: that it is so, and where it is at home.

In:  a Spanish address whose page is there in English alone
Out: “Esta página todavía no está en español. Está aquí en inglés.”, with a way to the English one

A language that has no words for it yet says so in those it borrows.
"""

from __future__ import annotations

from html import escape

from curriculum.compose.holders import address_in
from curriculum.words.forms import direction_of, name_in
from curriculum.words.labels import label, says
from curriculum.words.model import Language, Page

SAID = ("borrowed", "borrowed-way")


def tongue_of(language: Language) -> str:
    """The attributes of what stands in a language: ` lang="es" dir="ltr"`."""
    return f' lang="{language.code}" dir="{direction_of(language)}"'


def speaker_of(language: Language, *names: str) -> Language:
    """The language that says all of these labels: this one, or the one it borrows some of them from."""
    return language if all(says("labels", name, language) for name in names) else language.lender or language


def borrowed_words(own: Language, of: Language) -> str:
    """The sentence, as plain words in the language that says it."""
    speaker = speaker_of(own, *SAID)
    return label("borrowed", speaker, language=name_in(own, speaker), source=name_in(of, speaker))


def borrowed_line(own: Language, of: Language) -> str:
    """The same as HTML, where no other page is to lead to."""
    words = escape(borrowed_words(own, of), quote=False)
    return f'<div class="since"{tongue_of(speaker_of(own, *SAID))}><p>{words}</p></div>\n'


def borrowed_note(page: Page) -> str:
    """The same as HTML, with the way to that page."""
    of = page.borrowed
    assert of
    speaker = speaker_of(page.language, *SAID)
    way = label("borrowed-way", speaker, source=name_in(of, speaker))
    address = address_in(of, page.place, page.language, page.uri) + "/"
    link = f'<a href="{address}" hreflang="{of.code}">{escape(way, quote=False)}</a>'
    return borrowed_line(page.language, of).replace("</p>", f" {link}</p>")
