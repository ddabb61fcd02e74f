"""Links to the files made of the curriculum, as Markdown: what it is, format and size in the words of the link.

    [PDF Letter, 32 KB](handouts/pause-card-letter.pdf)

The names of all files are decided here; `printing` and `exports` make them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from curriculum.compose.facts import numbered
from curriculum.compose.holders import (
    address_in,
    evening_in,
    guide_in,
    handouts_in,
    holder_of,
    named,
    week_in,
    workbook_in,
)
from curriculum.words.dotted import dotted, unbroken
from curriculum.words.forms import colon, size_of
from curriculum.words.labels import label
from curriculum.words.model import Audience, Curriculum, Handout, Language, Week
from curriculum.words.paper import STANDARD, VARIANTS, Variant

Sizes = Mapping[str, int]
"""Bytes of each file by its place in the site (`fr/week-01/handouts/pause-card-a4.pdf`)."""
WORKBOOK, GUIDE = "workbook", "guide"


def handouts_name(week: Week) -> str:
    """The handouts of a week in one PDF: `week-01/week-01-handouts`, without paper and ending."""
    return f"{week.id}/{week.id}-handouts"


def evening_name(week: Week) -> str:
    """The evening of a week in one paper: `week-01/week-01-facilitators`."""
    return f"{week.id}/{week.id}-facilitators"


def tonight_name(week: Week) -> str:
    """A session while it is held, for a phone or tablet: `week-01/week-01-tonight.html`."""
    return f"{week.id}/{week.id}-tonight.html"


def week_name(week: Week) -> str:
    """The week to change, and its ZIP: `week-01/week-01`."""
    return f"{week.id}/{week.id}"


def names_of_files(curriculum: Curriculum) -> set[str]:
    """The place of every file an audience can download, without its language: what a page may link to."""
    names = {*_pdfs(WORKBOOK, STANDARD), f"{WORKBOOK}.epub"}
    for handout in curriculum.arc.handouts:
        names |= {*_of_handout(handout)}
    for week in curriculum.arc.sessions:
        names |= {f"{week_name(week)}{ending}" for ending in (".docx", ".html", ".zip")}
        names |= {*_pdfs(handouts_name(week), VARIANTS)} if week.handouts else set()
    if curriculum.audience is Audience.FACILITATOR:
        names |= {name for week in curriculum.arc.sessions for name in (tonight_name(week), *_of_evening(week))}
        names |= {*_pdfs(GUIDE, STANDARD)}
    return names


def handout_files(handout: Handout, language: Language, sizes: Sizes, here: str) -> str:
    """The links to one handout, from the page `here`: a PDF for each paper and size, and Word."""
    return _links(_of_handout(handout), language, sizes, here)


def _of_handout(handout: Handout) -> list[str]:
    name = handout.uri.removesuffix(".md")
    return [*_pdfs(name, VARIANTS), f"{name}.docx"]


def handouts_files(week: Week, language: Language, sizes: Sizes, here: str) -> str:
    """The links to the handouts of a week in one file."""
    return _links([*_pdfs(handouts_name(week), VARIANTS), f"{week_name(week)}.zip"], language, sizes, here)


def evening_files(week: Week, language: Language, sizes: Sizes, here: str) -> str:
    """The links to the run sheet and the notes of a week, for facilitators."""
    return _links(_of_evening(week), language, sizes, here)


def _of_evening(week: Week) -> list[str]:
    return _pdfs(evening_name(week), VARIANTS)


def paper_files(week: Week, language: Language, sizes: Sizes, here: str) -> str:
    """The same in standard letters alone, where every week is listed."""
    return _links(_pdfs(evening_name(week), STANDARD), language, sizes, here)


def tonight_file(week: Week, language: Language, sizes: Sizes, here: str) -> str:
    """The link to a session while it is held, which only facilitators have: `[**Tonight**](…), on a phone (146 KB)`."""
    place = tonight_name(week)
    holder, name = made_in(place, language, sizes), label("downloads-tonight", language)
    size = sizes.get(holder.prefix + place)
    words = label("downloads-on-a-phone", language) + (f" ({size_of(size, language)})" if size is not None else "")
    return f"[**{name}**]({_address(place, holder, language, here)}), {words}{named(holder, language)}"


def tonight_address(week: Week, language: Language, sizes: Sizes, here: str) -> str:
    """Where it is, from the page `here`."""
    place = tonight_name(week)
    return _address(place, made_in(place, language, sizes), language, here)


def single_file(week: Week, language: Language, sizes: Sizes, here: str) -> str:
    """The link to a week and its handouts in one page, to be sent or read without internet."""
    return _links([f"{week_name(week)}.html"], language, sizes, here)


def download_list(curriculum: Curriculum, language: Language, sizes: Sizes) -> str:
    """Every book and pack, for the page that lists them; it stands at the root of its language."""
    facilitator = curriculum.audience is Audience.FACILITATOR
    books = [_item("workbook", [*_pdfs(WORKBOOK, STANDARD), f"{WORKBOOK}.epub"], language, sizes)]
    books += [_item("guide", _pdfs(GUIDE, STANDARD), language, sizes)] if facilitator else []
    parts = [f"## {label('downloads-books', language)} {{ #books }}", "\n".join(books)]
    parts.append(f"## {label('downloads-weeks', language)} {{ #weeks }}")
    for week in curriculum.arc.sessions:
        title = curriculum.pages[language, week.uri].title
        parts.append(f"### {numbered(week)}{title} {{ #{week.id} }}")
        parts.append("\n".join(_week_items(week, language, sizes, facilitator)))
    return "\n\n".join(parts)


def _week_items(week: Week, language: Language, sizes: Sizes, facilitator: bool) -> Iterable[str]:
    if week.handouts:
        yield _item("handouts", _pdfs(handouts_name(week), VARIANTS), language, sizes)
    if facilitator:
        yield f"- {tonight_file(week, language, sizes, '')}"
        yield _item("notes", _of_evening(week), language, sizes)
    yield _item("send", [f"{week_name(week)}.html"], language, sizes)
    yield _item("edit", [f"{week_name(week)}.docx"], language, sizes)
    yield _item("all", [f"{week_name(week)}.zip"], language, sizes)


def _item(name: str, places: Iterable[str], language: Language, sizes: Sizes) -> str:
    return f"- **{label(f'downloads-{name}', language)}**{colon(language)} {_links(places, language, sizes, '')}"


def _pdfs(name: str, variants: Iterable[Variant]) -> list[str]:
    return [variant.pdf_of(name) for variant in variants]


def _links(places: Iterable[str], language: Language, sizes: Sizes, here: str) -> str:
    """`[PDF Letter, 32 KB](…) · [Word, 12 KB](…)`; only the format of what is not made yet, on its line."""
    links, holder = [], language
    for place in places:
        holder = made_in(place, language, sizes)
        words, size = format_of(place, language), sizes.get(holder.prefix + place)
        if size is not None:
            words = label("file", language, format=words, size=size_of(size, language))
        links.append(f"[{unbroken(words)}]({_address(place, holder, language, here)})")
    return dotted(links) + named(holder, language)


def made_in(place: str, language: Language, sizes: Sizes) -> Language:
    """The language that a file is made in: one that borrows may have none of its own."""
    lender = language.lender
    lent = lender and language.prefix + place not in sizes and lender.prefix + place in sizes
    return lender if lender and lent else language


def file_in(name: str, curriculum: Curriculum, language: Language) -> Language:
    """The language that a file is made in, by its name in `names_of_files`."""
    week = next((one for one in curriculum.arc.sessions if name.startswith(f"{one.id}/")), None)
    if week is None:
        return (guide_in if name.startswith(GUIDE) else workbook_in)(curriculum, language)
    if name.startswith(f"{week.id}/handouts/"):
        sheets = (handout.uri for handout in week.handouts if name in _of_handout(handout))
        return holder_of((curriculum.pages.get((language, uri)) for uri in sheets), language)
    if name == tonight_name(week) or name in _of_evening(week):
        return evening_in(week, curriculum, language)
    return (handouts_in if name.startswith(handouts_name(week)) else week_in)(week, curriculum, language)


def _address(place: str, holder: Language, language: Language, here: str) -> str:
    if holder != language:
        return address_in(holder, place, language, here)
    return posixpath.relpath(place, posixpath.dirname(here) or ".")


def format_of(place: str, language: Language) -> str:
    """What kind of file it is: `PDF Letter`, `Word`."""
    ending = place.rsplit(".", 1)[1]
    if ending != "pdf":
        return label(f"format-{ending}", language)
    return label("format-pdf", language, paper=label(f"paper-{variant_of(place).ending}", language))


def variant_of(place: str) -> Variant:
    """The paper and the size of a PDF, from its name: `pause-card-a4-large.pdf`."""
    return next(variant for variant in reversed(VARIANTS) if place.endswith(f"-{variant.ending}.pdf"))
