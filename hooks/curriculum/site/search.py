"""What readers can search: every section of every page, as a list to follow and as the words a script looks in.

In:  the pages of one language in the order of the menu, and the parts of their articles
Out: entries; from these the list on the page of `/// search`, and `search-index.js`

Without scripts a reader has the list, an index of the course. With them, `overrides/scripts/search.js` takes from the
list what and where, and from the file only the words; both are made of the same entries, so neither lacks any.

How it looks, in few letters, for it stands in the page: a word is found as it is, without its endings, by words that
mean the same, and with a slip or by its beginning where nobody wrote it so. Sections with rarer words and more of
those asked come first, the two pages for emergencies before others, and each further section of a page counts less.
Before all come the steps for a danger of which all words were typed. Tuned on `tests/browser/queries/`.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from curriculum.compose.borrowed import tongue_of
from curriculum.compose.facts import numbered, session_name, shown_title
from curriculum.compose.instead import SEARCH_PLACE
from curriculum.elements.vocabulary import CALLS, Element, find_elements
from curriculum.site.menus import reading_order
from curriculum.site.search_words import HeadedWords
from curriculum.words.labels import label, read_words
from curriculum.words.model import Curriculum, Language, Page

INDEX = "search-index.js"
"""At the root of each language."""
ENGINE = "assets/minisearch.js"
MANY = 3
"""Lists of lines to call on the page that is there for them."""
HANDOUTS = "handouts"
"""The section of the site that lists the sheets of a week."""
SAID = ("wait", "found", "most", "none", "broken")


@dataclass(frozen=True)
class Entry:
    """A page up to its first section, or a section up to the next one."""

    address: str
    """From the root of its language: `week-01/#arrive`."""
    depth: int
    """How deep it stands in the list: 0 for a page, 1 for its sections and for the handouts of a week."""
    title: str
    words: str
    asked: str = ""
    """What people type who look for it, beside its words; shown nowhere."""


def search_pages(curriculum: Curriculum, language: Language) -> list[Page]:
    """The pages that hold the element; usually one."""
    pages = (page for (of, _), page in curriculum.pages.items() if of == language)
    return [page for page in pages if any(e.name == "search" for e in find_elements(page.body)[0])]


def entries_of(curriculum: Curriculum, language: Language, parts: Mapping[str, Sequence[HeadedWords]]) -> list[Entry]:
    """The entries of one language, from the parts of its pages by path; the page of the search is none.

    A page is listed as in the menu; where its first heading says more, that can be found too.
    """
    found: list[Entry] = []
    numbers = {session.uri: numbered(session) for session in curriculum.arc.sessions}
    skipped = search_pages(curriculum, language)
    for page in reading_order(curriculum, language):
        if page.uri in parts and page not in skipped:
            first, *rest = entries_in(page, parts[page.uri])
            shown = shown_title(page, curriculum)
            words = first.words if shown == first.title else f"{first.title}. {first.words}"
            found += [replace(first, title=numbers.get(page.uri, "") + shown, words=words), *rest]
    asked, numbered_at = read_words("search", language)["asked"], numbers_at(curriculum, language)
    for session in curriculum.arc.published:
        numbered_at[session.uri.removesuffix("index.md")] = [session_name(session, language)]
    said = ((entry, [asked.get(entry.address, ""), *numbered_at.get(entry.address, ())]) for entry in found)
    return [replace(entry, asked=" ".join(dict.fromkeys(" ".join(words).split()))) for entry, words in said]


def numbers_at(curriculum: Curriculum, language: Language) -> dict[str, list[str]]:
    """The numbers of the lines to call that a section lists, by its address, on the page that is there to list them.

    In:  `/// resources | urgent` below `{ #urgent }` of who-to-call.md     Out: {"who-to-call/#urgent": ["9-1-1", …]}
    """
    found: dict[str, list[str]] = {}
    for page in (page for (of, _), page in curriculum.pages.items() if of == language):
        for element in _lists_of_lines(page):
            above = [section.id for section in page.sections if section.line < element.line]
            address = page.place + (f"#{above[-1]}" if above else "")
            lines = (line for line in curriculum.edition.resources if element.argument in line.groups)
            found.setdefault(address, []).extend(line.number for line in lines)
    return found


def lines_elsewhere(curriculum: Curriculum) -> dict[tuple[Language, str], frozenset[str]]:
    """For each page, the names of the lines to call that another is there to list: none of its own sheet or list.

    The foot of a page repeats a few of them: whoever looks for one is led to where it stands with the others.
    """
    lists = {key: _lists_of_lines(page) for key, page in curriculum.pages.items()}
    names: dict[Language, frozenset[str]] = {}
    for language in curriculum.languages:
        groups = {element.argument for (of, _), listed in lists.items() if of == language for element in listed}
        listed_here = (one for one in curriculum.edition.resources if groups & {*one.groups})
        names[language] = frozenset(one.name[language] for one in listed_here)
    return {
        key: frozenset() if page.is_handout or lists[key] else names.get(page.language, frozenset())
        for key, page in curriculum.pages.items()
    }


def _lists_of_lines(page: Page) -> list[Element]:
    """The lists of lines on the page that is there to list them; none on another."""
    lists = [element for element in find_elements(page.body)[0] if element.name == CALLS]
    return lists if len(lists) >= MANY and not page.is_handout else []


def entries_in(page: Page, parts: Iterable[HeadedWords]) -> list[Entry]:
    """The entries of one page: the page itself, then its sections.

    What the site wrote below a section, its plan, and its list of handouts only name others, found by themselves.
    """
    depth = 1 if page.is_handout else 0
    written = {section.id for section in page.sections}
    plan = label("plan-lead", page.language)
    return [
        Entry(
            address=page.place + (f"#{part.id}" if part.id else ""),
            depth=depth + part.level - 1,
            title=part.title,
            words="" if part.id == HANDOUTS else part.words.partition(plan)[0].strip(),
        )
        for part in parts
        if part.level < 3 or part.id in written
    ]


def with_search(article: str, entries: Iterable[Entry], page: Page) -> str:
    """The page of the search: the list, under a field that stays hidden until the script runs."""
    up = "../" * page.place.count("/")
    return article.replace(SEARCH_PLACE, f'{_field(page, up)}<div class="places">{list_html(entries, up)}</div>')


def _field(page: Page, up: str) -> str:
    """In the language of the site, on a borrowed page too.

    Browsers are asked to complete, check and remember nothing; no name and no form, so nothing can be sent."""
    language, spoken = page.language, tongue_of(page.language) if page.borrowed else ""
    root = f"{up}../" if language.prefix else up
    values = {f"data-{name}": label(f"search-{name}", language, count="{count}") for name in SAID}
    values |= {"data-engine": root + ENGINE, "data-index": up + INDEX}
    said = " ".join(f'{name}="{html.escape(value)}"' for name, value in values.items())
    silent = 'autocomplete="off" autocapitalize="off" spellcheck="false" writingsuggestions="false"'
    return (
        f'<div class="search"{spoken} hidden {said}><label for="search-words">{label("search-words", language)}</label>'
        f'<input id="search-words" type="search" {silent}><p role="status"></p><ol></ol></div>'
    )


def list_html(entries: Iterable[Entry], up: str) -> str:
    """Every entry as a link, sections inside their page; `up` leads from the page to the root of its language.

    In:  ("week-01/", 0, "Arrive"), ("week-01/#tea", 1, "Tea")
    Out: <ul><li><a href="../week-01/">Arrive</a><ul><li><a href="../week-01/#tea">Tea</a></ul></ul>

    The ends of items, which HTML leaves out, would be 150 bytes on their way to a phone.
    """
    written, depth = [], -1
    for entry in entries:
        deeper = entry.depth > depth
        written.append("<ul>" if deeper else "</ul>" * (depth - entry.depth))
        depth = depth + 1 if deeper else entry.depth
        written.append(f'<li><a href="{html.escape(up + entry.address)}">{html.escape(entry.title, quote=False)}</a>')
    return "".join(written) + "</ul>" * (depth + 1)
