"""A week, its notes, the emergencies of the guide and the handouts as one document for a facilitator's phone or tablet.

In:  a document of articles: the week, its notes, the pages of the guide that hold emergencies, the handouts
Out: one HTML document with its style, letters and scripts inside; it asks for nothing, wherever it is opened

Without its script it is the run sheet with everything below it, each part one tap away and one tap back.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from copy import deepcopy
from dataclasses import dataclass
from itertools import zip_longest

from curriculum.compose.steps import PAGE as STEPS
from curriculum.compose.welcome import PROTOCOL, SECTIONS
from curriculum.elements.links import LinkKind, target_of
from curriculum.elements.tree import to_tree, tree_of, written
from curriculum.elements.words import words_of
from curriculum.formats.single.frame import FileFrame
from curriculum.formats.single.page import DEEPER, name_of
from curriculum.formats.tonight.due import Drop, with_due
from curriculum.formats.tonight.frame import document_of
from curriculum.formats.tonight.pieces import HEADINGS, jumps_to, plain, section_of, written_whole
from curriculum.formats.tonight.ringing import with_number
from curriculum.formats.tonight.sheets import (
    EMERGENCIES,
    RUN_SHEET,
    Sheet,
    evening_sheets,
    run_sheet_table,
    told_of,
)
from curriculum.words.labels import label
from curriculum.words.model import Language, Week
from curriculum.words.paper import Article, Document

GUIDE = tuple(dict.fromkeys(page for page, _ in SECTIONS))
"""The pages of the guide that hold emergencies."""
STEPS_HERE = f"{PROTOCOL.removesuffix('.md')}-"
"""The steps stand in the protocol, which brings them in."""
IDS = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True)
class Evening:
    """What the file of one week is made with, beside its articles."""

    week: Week
    start: str
    """`18:30`."""
    frame: FileFrame
    urgent: str
    """The lines to call when it is urgent, as Markdown."""
    people: str
    """Who backs the facilitators up, and where they are, as Markdown."""
    backed: str
    """The rows of it that are needed when it is urgent."""
    number: str = ""
    """Of the emergency services; "" where nobody says."""
    drops: tuple[Drop, ...] = ()
    """What to do with each part when we are late."""
    dropped: Article | None = None
    """The words of these, composed: one list, in their order."""

    @property
    def lates(self) -> tuple[int, ...]:
        """Minutes for which `curriculum.yml` says what each part gives back."""
        return tuple(sorted(self.week.late))


def tonight_page(document: Document, evening: Evening) -> bytes:
    """The bytes of the file; the first article is the week, the second its notes, then the guide and the handouts."""
    week, notes, *others = document.articles
    language = document.language
    told = told_of(_inside(week, document), _inside(notes, document))
    items = _inside(evening.dropped, document)[0] if evening.dropped else ()
    steps = with_due(evening_sheets(evening.week, told, language), evening.drops, items, evening.week, language)
    emergencies = _emergencies([a for a in others if a.uri in GUIDE], document, evening)
    handouts = [_handout(article, document) for article in others if article.uri not in GUIDE]
    sheets = [_run_sheet(steps, handouts, evening, language), *steps, emergencies, *handouts]
    body = "\n".join(_written(sheet, evening, language) for sheet in sheets)
    return document_of(document, evening.frame, _linked(body, document, evening)).encode()


def _inside(article: Article, document: Document) -> etree.Element:
    """An article whose links say the page and the section they mean, and whose ids carry the name of their page.

    What stands under a part is one level lower; so is a handout.
    """
    prefix = prefix_of(article, document)
    tree = deepcopy(to_tree(article.text))
    for element in tree.iter():
        if element.tag in DEEPER and (prefix or element.tag not in ("h1", "h2")):
            element.tag = DEEPER[element.tag]
        if (id := element.get("id")) and prefix:
            element.set("id", prefix + id)
        if element.tag == "a":
            element.set("href", _meant(element.get("href", ""), article.uri))
    return tree


def prefix_of(article: Article, document: Document) -> str:
    """What stands before the ids of an article, so that each is there once: `protocol-`, `handout-pause-card-`."""
    if article.uri == document.articles[0].uri:
        return ""
    return f"{article.uri.removesuffix('.md')}-" if article.uri in GUIDE else f"{name_of(article)}-"


def _meant(address: str, here: str) -> str:
    """`../protocol.md#step-4` on a page of a week -> `protocol.md#step-4`; another site, or a call, as it is."""
    kind, place, section = target_of(address, here)
    return address if kind is LinkKind.ELSEWHERE else f"{place}#{section}"


def _linked(body: str, document: Document, evening: Evening) -> str:
    """The sheets, where a link leads to what is among them, else to its page on the web, else nowhere."""
    ids, frame = set(IDS.findall(body)), evening.frame
    tree = tree_of(body)
    with_number(tree, evening.number, document.language)
    for link in tree.iter("a"):
        if address := _address(link.get("href", ""), ids, document, frame):
            link.set("href", address)
        else:
            link.tag = "span"
            link.attrib.clear()
    return written(tree)


def _address(meant: str, ids: set[str], document: Document, frame: FileFrame) -> str:
    place, _, section = meant.partition("#")
    if not place.endswith(".md"):
        return meant
    prefixes = {STEPS: STEPS_HERE} | {article.uri: prefix_of(article, document) for article in document.articles}
    if place in prefixes:
        own = f"{prefixes[place]}{section}" if section else prefixes[place].rstrip("-")
        if own in ids:
            return f"#{own}"
        if not section:
            return f"#{EMERGENCIES if place in (STEPS, *GUIDE) else RUN_SHEET}"
    found = frame.addresses.get(place, "")
    return f"{found}#{section}" if found and section else found


def _run_sheet(steps: list[Sheet], handouts: list[Sheet], evening: Evening, language: Language) -> Sheet:
    """When each part starts; with a script, when we start and how late we are."""
    lates = {minutes: label("tonight-minutes", language, count=minutes) for minutes in evening.lates}
    buttons = "\n".join(
        f'<button type="button" data-late-by="{minutes}">{words}</button>'
        for minutes, words in ({0: label("tonight-late-not", language)} | lates).items()
    )
    marks = f'data-is="start" data-start="{evening.start}" data-late="{" ".join(map(str, evening.lates))}"'
    asked = f'<p>{label("tonight-late", language)}</p>\n<p class="choices">\n{buttons}\n</p>\n' if lates else ""
    chosen = (
        f'<p class="start"><label for="start">{label("tonight-start", language)}</label> '
        f'<input type="time" id="start" {marks} /></p>\n<p role="status" data-is="unread" hidden></p>\n'
        f'{asked}<p data-is="ends"></p>\n<ul data-is="less"></ul>\n'
    )
    others = [(f"#{step.id}", step.title) for step in steps if step.minutes is None]
    others += [(f"#{handout.id}", handout.title) for handout in handouts]
    table = run_sheet_table(evening.week, steps, evening.start, language)
    people = "".join(map(written_whole, to_tree(evening.people)))
    body = f'<div data-live="" hidden>\n{chosen}</div>\n{table}{jumps_to(others)}{people}'
    return Sheet(RUN_SHEET, label("run-sheet", language), body)


def _emergencies(guide: list[Article], document: Document, evening: Evening) -> Sheet:
    """Whom to call, then each emergency as the guide has it, one tap from the list at the top."""
    trees = {article.uri: _inside(article, document) for article in guide}
    found = []
    for page, section in SECTIONS:
        if page in trees:
            found += section_of(trees[page], f"{page.removesuffix('.md')}-{section}")
    heads = [element for element in found if element.tag in HEADINGS]
    lowest = [one for one, below in zip_longest(heads, heads[1:]) if below is None or below.tag <= one.tag]
    links = jumps_to((f"#{head.get('id')}", words_of(head)) for head in lowest)
    calls, backed = ("".join(map(written_whole, to_tree(text))) for text in (evening.urgent, evening.backed))
    body = f"{calls}{links}{backed}{''.join(map(written_whole, found))}"
    return Sheet(EMERGENCIES, label("tonight-emergencies", document.language), body)


def _handout(article: Article, document: Document) -> Sheet:
    tree = _inside(article, document)
    body = "".join(written_whole(element) for element in tree if element.tag != "h2" or element is not tree[0])
    return Sheet(name_of(article), article.title, body)


def _written(sheet: Sheet, evening: Evening, language: Language) -> str:
    """A sheet as HTML: its minutes, those that a late start takes from it, and a way back where no script runs."""
    marks = ' data-step=""' if sheet.step else ""
    if sheet.minutes is not None:
        less = (evening.week.late.get(late, {}).get(sheet.id, 0) for late in evening.lates)
        marks += f' data-minutes="{" ".join(map(str, (sheet.minutes, *less)))}"'
    if sheet.id == RUN_SHEET:
        marks += ' data-is="list-sheet"'
    home = f'<p class="home"><a href="#{RUN_SHEET}">{label("run-sheet", language)}</a></p>\n'
    body = sheet.body if sheet.id == RUN_SHEET else sheet.body + home
    return f'<section id="{sheet.id}" class="sheet"{marks}>\n<h2>{plain(sheet.title)}</h2>\n{body}</section>'
