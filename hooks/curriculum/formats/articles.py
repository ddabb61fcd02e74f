"""A page of the curriculum -> an article: what is printed, and what stands around it on every sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from curriculum.compose.credit import credit_words
from curriculum.compose.draft import as_draft
from curriculum.compose.emergencies import compose_back, compose_front
from curriculum.compose.facts import session_name, shown_title
from curriculum.compose.page import compose_chapter, compose_handout
from curriculum.compose.welcome import PROTOCOL
from curriculum.words.dotted import dotted
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Handout, Kind, Language, Page, Week
from curriculum.words.paper import Article, Look


@dataclass(frozen=True)
class Articles:
    """The articles of a curriculum: each is composed when a document first asks for it, once for all that hold it."""

    curriculum: Curriculum
    handouts: dict[tuple[Language, str], Article] = field(default_factory=dict)
    chapters: dict[tuple[Language, str], Article] = field(default_factory=dict)
    sheets: dict[Language, tuple[Article, ...]] = field(default_factory=dict)

    def handout(self, handout: Handout, language: Language) -> Article:
        """A handout as it is printed, alone and in packs and books; a borrowed one as it is in its own language."""
        key = language, handout.uri
        page = self.curriculum.pages[key]
        if page.borrowed:
            return replace(self.handout(handout, page.borrowed), language=page.borrowed)
        if key not in self.handouts:
            self.handouts[key] = handout_article(handout, page, self.curriculum)
        return self.handouts[key]

    def emergencies(self, language: Language) -> tuple[Article, ...]:
        """The front and the back of the last sheet of an evening, the same in every session."""
        if language not in self.sheets:
            self.sheets[language] = tuple(emergency_articles(self.curriculum, language))
        return self.sheets[language]

    def chapter(self, page: Page, week: Week | None = None) -> Article:
        """A week, or another page, as it stands in a book and in the files of its week."""
        key = page.language, page.uri
        if page.borrowed:
            lent = self.curriculum.pages[page.borrowed, page.uri]
            return replace(self.chapter(lent, week), language=page.borrowed)
        if key not in self.chapters:
            self.chapters[key] = chapter_article(page, self.curriculum, week)
        return self.chapters[key]


def handout_article(handout: Handout, page: Page, curriculum: Curriculum) -> Article:
    """A handout as it is printed; a pocket card stands on a sheet of its own, also in a pack."""
    week = curriculum.arc.session(handout.week)
    kind = label(f"kind-{handout.kind.value}", page.language)
    article = _article(page, compose_handout(page, curriculum), curriculum, week)
    return replace(
        article, kind=handout.kind, label=dotted((article.label, kind)), recto=handout.kind is Kind.POCKET_CARD
    )


def chapter_article(page: Page, curriculum: Curriculum, week: Week | None = None) -> Article:
    """A week, or another page, as it stands in a book."""
    return _article(page, compose_chapter(page, curriculum), curriculum, week)


def opening_article(page: Page, title: str, text: str, curriculum: Curriculum, week: Week | None = None) -> Article:
    """Words that open a pack or a book; `page` is the one they lead to, whose address they show."""
    return replace(_article(page, text, curriculum, week), title=title, foot=foot_of(title, curriculum, page, week))


def emergency_articles(curriculum: Curriculum, language: Language) -> Iterator[Article]:
    """What facilitators do in an emergency, on the two sides of a sheet; nothing where the course has no protocol."""
    page = curriculum.pages.get((language, PROTOCOL))
    if page is None:
        return
    sides = [text for text in (compose_front(curriculum, language), compose_back(curriculum, language)) if text]
    for text in sides:
        title = text.partition(" {")[0].removeprefix("# ")
        article = opening_article(page, title, text, curriculum)
        shown = replace(article, label=for_facilitators(article, language), look=Look.CARD)
        yield replace(shown, depth=1, recto=text is sides[0])


def for_facilitators(article: Article, language: Language) -> str:
    """The line above the title of what only facilitators have: `Week 6 · For facilitators`."""
    return dotted((article.label, label("facilitator-menu", language)))


def _article(page: Page, text: str, curriculum: Curriculum, week: Week | None) -> Article:
    title = shown_title(page, curriculum)
    return Article(
        path=page.path,
        uri=page.uri,
        title=title,
        text=text,
        kind=None,
        label=_week_words(week, page.language),
        foot=foot_of(title, curriculum, page, week),
        address=address_of(page, curriculum),
    )


def foot_of(title: str, curriculum: Curriculum, page: Page, week: Week | None) -> tuple[str, ...]:
    """The lines at the foot: what it is, which version, and whose.

    Out: ("Pause · Week 1 · English", "Version 2026.11 · CC BY-SA 4.0 · by the authors of …")
    """
    language, arc = page.language, curriculum.arc
    week_words = _week_words(week, language)
    first = [title, *([week_words] if week_words and week_words not in title else []), language.name]
    credit = credit_words(curriculum, language)
    last = label("credit", language, version=arc.version, licence=arc.licence, credit=credit)
    return dotted(first), as_draft(last, curriculum.edition, language)


def address_of(page: Page, curriculum: Curriculum) -> str:
    """Where a page is on the web, from the address in the profile; "" when there is none, or only facilitators see it.

    In:  `fr/week-01/handouts/pause-card.md`, address `https://example.org/`
    Out: `https://example.org/fr/week-01/handouts/pause-card/`
    """
    facts = curriculum.edition.facts
    if "site.address" not in facts or curriculum.only_for_facilitators(page):
        return ""
    return f"{facts['site.address'].plain.rstrip('/')}/{page.language.prefix}{page.place}"


def _week_words(week: Week | None, language: Language) -> str:
    return session_name(week, language) if week else ""
