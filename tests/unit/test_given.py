"""What a reader gets of a text: the same from other signs, another from other words, looks, items or links."""

from __future__ import annotations

import pytest
from curriculum.elements.given import give_the_same

TEXT = """## Le thé { #tea }

Buvez **vite**, _ici_, avec {{ org.name }}… « N’attendez pas. »

- Un
- Deux [là](#there)

| Quoi | Où |
| --- | --- |
| Thé | 2 |

/// box | Le thé
Chaud.
///
"""
SIGNS = {
    "the rule of a table": ("| --- | --- |", "|-|-------|"),
    "blanks in cells": ("| Thé | 2 |", "|Thé|   2|"),
    "bold by lines": ("**vite**", "__vite__"),
    "slanted by stars": ("_ici_", "*ici*"),
    "bold in two pieces": ("**vite**", "**vi****te**"),
    "no room before an id": ("thé { #tea }", "thé {#tea}"),
    "signs that close a heading": ("thé { #tea }", "thé ## { #tea }"),
    "a heading by a line under it": ("## Le thé { #tea }", "Le thé { #tea }\n------"),
    "a sign kept from meaning something": ("Chaud.", "Chaud\\."),
    "a sign by its number": ("Chaud", "&#67;haud"),
    "a sign that nobody sees": ("Chaud", "Ch&#8203;aud"),
    "a remark in a line": ("Chaud.", "Chaud.<!-- done -->"),
    "a remark by itself": ("- Un", "<!-- done -->\n\n- Un"),
    "an excuse": ("- Deux", "<!-- fr-20: why -->\n- Deux"),
    "a line end": ("Buvez ", "Buvez\n"),
    "blanks": ("Buvez ", "Buvez   "),
    "a blank that keeps words together": ("Buvez ", "Buvez&nbsp;"),
    "stars before items": ("- Un\n- Deux", "* Un\n* Deux"),
    "room between items": ("- Un\n", "- Un\n\n"),
    "blanks in a fact": ("{{ org.name }}", "{{org.name}}"),
    "straight quotes": ("N’attendez", "N'attendez"),
    "three dots": ("…", "..."),
    "longer lines around an element": ("/// box | Le thé\nChaud.\n///", "//// box | Le thé\nChaud.\n////"),
}
WORDS = {
    "a word": ("Un\n", "Une\n"),
    "a sign": ("Chaud.", "Chaud!"),
    "a capital": ("Chaud", "chaud"),
    "a paragraph": ("**vite**, ", "**vite**,\n\n"),
    "bold": ("Chaud", "**Chaud**"),
    "slanted, not bold": ("**vite**", "*vite*"),
    "an item": ("- Un\n", "- Un\n- Et\n"),
    "numbers before items": ("- Un\n- Deux", "1. Un\n2. Deux"),
    "a link elsewhere": ("(#there)", "(#here)"),
    "a cell": ("| Thé | 2 |", "| Thé | 3 |"),
    "the level of a heading": ("## Le", "### Le"),
    "the title of an element": ("box | Le", "box | Du"),
    "no element": ("/// box | Le thé\nChaud.\n///", "Chaud."),
    "another fact": ("org.name", "org.town"),
    "a break of a line": ("**vite**, ", "**vite**,  \n"),
    "two words made one": ("Buvez **", "Buvez**"),
}


@pytest.mark.parametrize(("old", "new"), SIGNS.values(), ids=SIGNS)
def test_other_signs_give_the_same(old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert give_the_same(TEXT, TEXT.replace(old, new))


@pytest.mark.parametrize(("old", "new"), WORDS.values(), ids=WORDS)
def test_what_a_reader_notices_is_another_text(old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert not give_the_same(TEXT, TEXT.replace(old, new))
