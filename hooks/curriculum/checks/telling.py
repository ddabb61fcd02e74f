"""What others see without reading a page: its title, in a tab, a menu and a file; and its address, in a history.

Neither may say who reads, or about what. The words of the page itself are free.
"""

from __future__ import annotations

import re
from functools import cache

from curriculum.compose.facts import shown_title
from curriculum.read.languages import Languages
from curriculum.read.source import text_lines
from curriculum.words.labels import read_words
from curriculum.words.model import Curriculum, Edition, Page, Problem


@cache
def telling_words(languages: Languages) -> re.Pattern[str]:
    """The words of the `telling.yml` of every language: whoever sees a title may read any of them."""
    words = [word for language in languages for word in read_words("telling", language)["words"]]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)


def check_shown(page: Page, curriculum: Curriculum) -> list[Problem]:
    """A title, a path or an id that tells what is read; whoever follows a link has its id in the history."""
    problems = check_title(page.path, _line_of_title(page), shown_title(page, curriculum), curriculum.languages)
    for line, name in [(1, page.uri), *((section.line + page.offset, section.id) for section in page.sections)]:
        if found := telling_words(curriculum.languages).search(name):
            problems.append(Problem(page.path, line, "telling-address", {"found": name, "word": found[0]}))
    return problems


def check_site_name(edition: Edition, languages: Languages) -> list[Problem]:
    """The name of the site, which every tab and every file shows."""
    name = edition.facts["site.name"]
    lines = {edition.lines.get(f"site.name.{language.code}", 1): name[language] for language in languages}
    path = f"{edition.path}/profile.yml"
    return [problem for line, title in lines.items() for problem in check_title(path, line, title, languages)]


def check_title(path: str, line: int, title: str, languages: Languages) -> list[Problem]:
    """The title of a page, or the name of the site."""
    found = telling_words(languages).search(title)
    return [Problem(path, line, "telling-title", {"found": title, "word": found[0]})] if found else []


def _line_of_title(page: Page) -> int:
    """A `title:` stands above the page; else the first heading is shown."""
    if "title" in page.meta:
        return 1
    return page.offset + next((number for number, line in text_lines(page.body) if line.startswith("# ")), 1)
