"""What stands on a page in place of an element that lists or draws: lines to call, steps, a picture, a switch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from curriculum.compose.blocks import week_list
from curriculum.compose.calls import resource_cards, resource_list, support_line
from curriculum.compose.content_notes import content_note
from curriculum.compose.downloads import Sizes, download_list
from curriculum.compose.late import late_words
from curriculum.compose.outcomes import outcome_tables
from curriculum.compose.pictures import picture_of
from curriculum.compose.steps import steps_card, steps_list
from curriculum.elements.vocabulary import Element, find_elements
from curriculum.pictures.chart import load_figure
from curriculum.pictures.figure import picture_figure
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Edition, Language, Page

SEARCH_PLACE = '<div class="search"></div>'
"""Where the list and the field of the search will stand, once all pages have their HTML."""
Instead = Callable[[str], Callable[[Element], str | None]]
"""A text -> what gives the words for each of its elements, or None for one that stays."""


def words_instead(  # noqa: PLR0913, PLR0917
    page: Page,
    curriculum: Curriculum,
    facts: Mapping[str, str],
    sizes: Sizes | None = None,
    on_paper: bool = False,
    in_short: bool = False,
) -> Instead:
    """The words for the elements of one page. Without `sizes`, only lines to call, steps and plans for who is late.

    `in_short`, lines to call are as short as on a pocket card.
    """
    language, edition = page.language, curriculum.edition

    def instead(body: str) -> Callable[[Element], str | None]:
        calls = _Calls(find_elements(body)[0], edition, language, in_short)
        words: dict[str, Callable[[Element], str | None]] = {
            "resources": calls.words_of,
            "steps": lambda element: (steps_card if calls.on_card(element) else steps_list)(
                element.argument, curriculum, language
            ),
            "late": lambda element: late_words(body, element, page, curriculum, as_heading=in_short),
            "content-note": lambda element: (
                content_note(body, element, calls.support(), language) if calls.talk else None
            ),
        }
        if sizes is not None:
            words |= {
                "picture": lambda element: picture_figure(picture_of(body, element, facts), language),
                "load": lambda _: load_figure(curriculum.arc, language),
                "weeks": lambda _: week_list(curriculum, language),
                "outcomes": lambda _: outcome_tables(curriculum, language),
                "downloads": lambda _: download_list(curriculum, language, sizes),
                "search": lambda _: SEARCH_PLACE,
                "discreet": lambda _: "" if on_paper else discreet_switch(language),
            }
        return lambda element: words[element.name](element) if element.name in words else None

    return instead


class _Calls:
    """The lines to call of a page; those on a card are shorter, and come once on all its faces."""

    def __init__(self, elements: Sequence[Element], edition: Edition, language: Language, in_short: bool) -> None:
        self.cards = [element for element in elements if element.name == "card"]
        calls = [element for element in elements if element.name == "resources"]
        on_cards = [call for call in calls if self.on_card(call)]
        self.groups = {call.argument for call in calls}
        self.edition, self.language, self.in_short = edition, language, in_short
        self.talk = any("talk" in resource.groups for resource in edition.resources)
        faces = resource_cards([call.argument for call in on_cards], edition, language) if on_cards else []
        self.on_faces = dict(zip((call.line for call in on_cards), faces, strict=True))

    def on_card(self, element: Element) -> bool:
        """True on a face of a pocket card, which has room for a few words."""
        return any(card.line < element.line < card.end for card in self.cards)

    def support(self) -> str:
        """Somebody to talk to, in one sentence."""
        return support_line(self.groups, self.edition, self.language)

    def words_of(self, element: Element) -> str:
        """One list of them."""
        if self.in_short and not self.on_card(element):
            return "\n".join(resource_cards([element.argument], self.edition, self.language))
        return self.on_faces.get(element.line) or resource_list(element.argument, self.edition, self.language)


def discreet_switch(language: Language) -> str:
    """The buttons that start and stop discreet reading; a script shows the one that can be pressed."""
    start, stop = (label(f"discreet-{name}", language) for name in ("start", "stop"))
    buttons = f'<button type="button" data-discreet="off" hidden>{start}</button>'
    return f'<p class="press">{buttons}<button type="button" data-discreet="on" hidden>{stop}</button></p>'
