"""Which documents a curriculum prints: handouts, the packs of each week, the books; participants' ones first.

Nothing here is printed yet. A pack says how many pages its handouts have, so it is made once they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from curriculum.compose.downloads import GUIDE, WORKBOOK, evening_name, handouts_name, week_name
from curriculum.compose.evening import compose_evening
from curriculum.compose.facts import name_on_paper
from curriculum.compose.holders import books_made, guide_in, week_in, weeks_made, workbook_in
from curriculum.compose.packs import Group, PageCounts, book_opening, handouts_opening
from curriculum.compose.run_sheet import part_spans
from curriculum.formats.articles import Articles, for_facilitators, opening_article
from curriculum.site.menus import book_pages
from curriculum.words.labels import label
from curriculum.words.model import HOME, Curriculum, Handout, Language, Week
from curriculum.words.paper import Article, Document, Look


def handout_documents(articles: Articles) -> Iterator[tuple[Handout, Document]]:
    """Every handout of the published weeks that has a page with a title, in each language that has it."""
    curriculum = articles.curriculum
    for language in curriculum.languages:
        for handout in curriculum.arc.handouts:
            page = curriculum.pages.get((language, handout.uri))
            if page and page.title and not page.borrowed:
                article = articles.handout(handout, language)
                place = language.prefix + handout.uri.removesuffix(".md")
                yield handout, _document(place, article.title, [article], curriculum, language)


def week_documents(articles: Articles) -> list[Document]:
    """Each week with its handouts, to be changed by whoever gives the course."""
    curriculum = articles.curriculum
    documents = []
    for language in curriculum.languages:
        for week in weeks_made(week_in, curriculum, language):
            opening = articles.chapter(curriculum.pages[language, week.uri], week)
            inside = [opening, *(articles.handout(handout, language) for handout in week.handouts)]
            place = language.prefix + week_name(week)
            documents.append(_document(place, opening.title, inside, curriculum, language))
    return documents


def handouts_pack(week: Week, articles: Articles, language: Language, pages: PageCounts, group: Group) -> Document:
    """A week's handouts behind the page that says what to print."""
    curriculum = articles.curriculum
    page = curriculum.pages[language, week.uri]
    title = label("pack-handouts", language, session=name_on_paper(week, language, curriculum))
    text = handouts_opening(week, curriculum, language, pages, group)
    opening = opening_article(page, title, text, curriculum, week)
    handouts = [replace(articles.handout(handout, language), depth=1, recto=True) for handout in week.handouts]
    return _document(language.prefix + handouts_name(week), title, [opening, *handouts], curriculum, language)


def repeated(pack: Document, week: Week, group: Group) -> Document:
    """A week's handouts, each as often as the group needs it, behind their one opening page."""
    opening, *handouts = pack.articles
    copies = [
        article
        for handout, article in zip(week.handouts, handouts, strict=True)
        for article in [article] * group.copies_of(handout)
    ]
    return replace(pack, articles=(opening, *copies))


def evening(week: Week, articles: Articles, language: Language) -> Document:
    """For facilitators: a session with its page and notes; then its handouts; last what to do in an emergency."""
    curriculum = articles.curriculum
    page = curriculum.pages[language, week.uri]
    title = label("pack-evening", language, session=name_on_paper(week, language, curriculum))
    opening = opening_article(page, title, compose_evening(page, week, title, curriculum), curriculum, week)
    spans = part_spans(week, curriculum, language)
    opening = replace(opening, look=Look.EVENING, label=for_facilitators(opening, language), spans=spans)
    handouts = [replace(articles.handout(handout, language), depth=1) for handout in week.handouts]
    inside = _on_own_sheets([opening, *handouts, *articles.emergencies(language)])
    return replace(_document(language.prefix + evening_name(week), title, inside, curriculum, language), whole=True)


def workbook(articles: Articles, language: Language) -> Document:
    """The course on paper: its pages in the order of the menu, each week with its handouts."""
    curriculum = articles.curriculum
    weeks = {week.uri: week for week in curriculum.arc.sessions}
    chapters: list[Article] = []
    for page in book_pages(curriculum, language):
        week = weeks.get(page.uri)
        chapters.append(replace(articles.chapter(page, week), depth=1))
        for handout in week.handouts if week else ():
            chapters.append(replace(articles.handout(handout, language), depth=2))
    return _book(WORKBOOK, chapters, curriculum, language)


def guide(articles: Articles, language: Language) -> Document:
    """The guide of the facilitators: the pages only they have."""
    pages = book_pages(articles.curriculum, language, only_for_facilitators=True)
    chapters = [replace(articles.chapter(page), depth=1) for page in pages]
    named = [replace(chapter, label=for_facilitators(chapter, language)) for chapter in chapters]
    return _book(GUIDE, named, articles.curriculum, language)


def workbooks(articles: Articles) -> list[Document]:
    """The workbook in each language; in large letters, it is read as EPUB."""
    return _filled(workbook(articles, language) for language in books_made(workbook_in, articles.curriculum))


def guides(articles: Articles) -> list[Document]:
    """The guide in each language."""
    return _filled(guide(articles, language) for language in books_made(guide_in, articles.curriculum))


def _filled(books: Iterable[Document]) -> list[Document]:
    """The books that have more than a title page."""
    return [book for book in books if len(book.articles) > 1]


def _on_own_sheets(articles: Iterable[Article]) -> list[Article]:
    """What follows a pocket card begins on a new sheet: nothing is printed on the back of what will be cut."""
    made: list[Article] = []
    for article in articles:
        made.append(replace(article, recto=True) if made and _is_cut(made[-1]) else article)
    return made


def _is_cut(article: Article) -> bool:
    return article.kind is not None and article.kind.is_cut


def _book(name: str, chapters: list[Article], curriculum: Curriculum, language: Language) -> Document:
    home = curriculum.pages[language, HOME]
    title = label(name, language, site=curriculum.edition.facts["site.name"][language])
    opening = opening_article(home, title, book_opening(name, title, language), curriculum)
    inside = _on_own_sheets([opening, *chapters])
    made = _document(language.prefix + name, title, inside, curriculum, language)
    return replace(made, contents=True, whole=True)


def _document(
    place: str, title: str, articles: Iterable[Article], curriculum: Curriculum, language: Language
) -> Document:
    return Document(place, title, language, curriculum.edition.facts["site.name"][language], tuple(articles))
