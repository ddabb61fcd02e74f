"""An article with every element a DOCX knows, so that tests do not depend on what the curriculum says today."""

from __future__ import annotations

from curriculum.elements.markdown import to_html
from curriculum.elements.tree import tree_of
from curriculum.formats.word.write import to_docx
from curriculum.pictures.figure import picture_figure
from curriculum.pictures.model import Item, Picture
from languages import EN

FOOTER = "Specimen · Week 1 · English · version 1 · CC BY-SA 4.0"
TEXT = """
# Specimen

First a sentence with **strong words**, *words in stress*, **_both_**, a [link](https://example.org/a?b=1&c=é), a
[**strong** link](tel:+1-555), [mail](mailto:a@example.org) and a [page](index.md).<br>
A second line with a blank: ____ (here),
5\u202fkm, “quotes”, «\u00a01\u00a0» and *W̱SÁNEĆ*{ .companion } *bonjour*{ lang=fr }.

## Lists { #lists }

1. One
2. Two, which is long enough to need a second line, because a second line hangs under the first one and not under
   the number.

Then.

3. Three
    - Well-known
        1. Hardly known

    More of three.

4. Four

- Mind the *gap*
- It is **not** one

/// keep
- [ ] I ask
- [ ] I wait for ____

Words before lines.

/// lines | 2
///
///

## Tables { #tables }

| I can | Not yet | Yes | In my words |
| --- | --- | --- | --- |
| **Wait** a while | [ ] | [ ] | |
| Ask | [ ] | [ ] | |

### A table after a table { #after }

| Who | What they say, in a long sentence | What they do |
| --- | --- | --- |
| Someone | A sentence that is long enough to be on more than one line of its column | Nothing |
| Someone else | A short one | A sentence that is long enough to be on more than one line of its column |

/// box | In a box
With a list:

1. alone
///

/// box
Without a title.
///

#### The end { #end }

> Someone said this.
>
> - and this

PICTURE

/// signature
Please sign.

- Name
- Date
- Place
///

/// card | One
Say “one”: ____

- and more
///

/// card | Two
Say “two”.
///

/// note | For facilitators
## A plan { #plan }

| When | What |
| --- | --- |
| 6:30 | Arrive |
///
"""
ITEMS = (Item("First", "comes first."), Item("Then", "comes then."), Item("Last", "comes last."))
PICTURE = picture_figure(Picture("steps", "A picture", ITEMS), EN)
HTML = to_html(TEXT.replace("PICTURE", PICTURE))
SECOND = to_html("# Another\n\nOn a page of its own.\n\n1. One\n")


def make_specimen() -> bytes:
    """The specimen as a DOCX, before a second article."""
    return to_docx("Specimen", EN, FOOTER, [tree_of(HTML), tree_of(SECOND)])
