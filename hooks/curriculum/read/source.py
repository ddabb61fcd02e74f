"""Folders of Markdown -> pages and their sections, with line numbers.

Takes the root of the repository and a folder (`docs`); gives pages by language and language-neutral path.
The front matter is read here too, so that a broken one is a problem instead of text on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from curriculum.read.asked import take_asked, take_was
from curriculum.read.folders import is_hidden, is_page
from curriculum.read.languages import Languages
from curriculum.read.limits import check_length
from curriculum.read.placed import split_folder
from curriculum.read.textfile import check_marks, read_text
from curriculum.read.yamlfile import compare_with_schema, read_schema
from curriculum.read.yamltext import parse_yaml
from curriculum.words.model import Language, Page, Problem, Section

MAX_DEPTH = 6
HEADING = re.compile(r"^(#{1,6})[ \t]*(.*?)[ \t]*#*[ \t]*$")
UNDERLINE = re.compile(r"^(=+|-+)[ ]*$")
ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*#([^\s}]*)[^}]*\}[ \t]*$")
FENCES = ("```", "~~~")
"""One of them is in every text that holds code."""

MISPLACED = re.compile(r"\s*^(-{2,}|[–—]+-?|\+{3,})[ \t]*\n+[a-z_]+[ \t]*[:=]", re.MULTILINE)
"""A line like the one above the keys of a page, in another place or of other signs, and the first key."""

KEY = re.compile(r"^[\"']?(\w+)[\"']?[ \t]*:", re.MULTILINE)
EXCUSE = re.compile(r"^[ \t]*<!-- ([a-z]{2,3}-\w+(?:, [a-z]{2,3}-\w+)*): (?:(?!-->).)+ -->[ \t]*$")
"""`<!-- en-20: the person who pays -->`, alone on its line: why a word of the house's list is right where it stands."""
DIGIT = re.compile(r"\d")
"""Without one, a line holds no number, hour or day."""
FORM = re.compile(r"[ \t]*(?:([-*+])[ \t]|(\d)+\.[ \t]|(\|)|(>))")
"""How a line of a list, a table or a quotation starts."""

Pages = dict[tuple[Language, str], Page]


def read_pages(root: Path, folder: str, languages: Languages) -> tuple[Pages, list[Problem]]:
    """Read every Markdown file below `root/folder`. A folder that is not there has no pages and no problems."""
    pages: Pages = {}
    problems: list[Problem] = []
    for path in sorted((root / folder).rglob("*.md")):
        name = path.relative_to(root).as_posix()
        place = path.relative_to(root / folder).as_posix()
        if split_folder(place, languages)[0] is None:
            continue  # of a language that the site does not have
        if path.is_symlink() or not is_page(path.relative_to(root / folder)):
            continue  # `read_folder` says so
        if len(Path(place).parts) > MAX_DEPTH:
            problems.append(Problem(name, 1, "too-deep", {"expected": str(MAX_DEPTH)}))
            continue
        text, unreadable = read_text(root, name)
        unreadable = unreadable or check_length(name, text)
        problems += unreadable
        if not unreadable:
            page, found = parse_page(name, place, text, languages)
            pages[page.language, page.uri] = page
            problems += found
    return pages, problems


def read_files(root: Path, folder: str) -> frozenset[str]:
    """The places of pictures and other files below `root/folder`: `fr/week-01/images/two.png`."""
    found = (path for path in (root / folder).rglob("*.*") if path.suffix != ".md" and path.is_file())
    return frozenset(place.as_posix() for path in found if not is_hidden(place := path.relative_to(root / folder)))


@lru_cache(maxsize=1024)  # every adapter reads afresh; text that did not change is not taken apart again
def parse_page(path: str, place: str, text: str, languages: Languages) -> tuple[Page, tuple[Problem, ...]]:
    """One file's text -> its page. `place` is the path inside its folder, `fr/week-01/index.md`."""
    found, uri = split_folder(place, languages)
    language = found or languages[0]
    meta, body, offset, problems = split_front_matter(path, text)
    title, sections = find_sections(body)
    top = "\n".join(text.split("\n", offset)[:offset])
    meta, was = take_was(meta, top, path)
    meta, asked = take_asked(meta, top)
    keys = {found[1]: top.count("\n", 0, found.start()) + 1 for found in reversed([*KEY.finditer(top)])}
    return Page(path, uri, language, meta, body, offset, title, sections, asked, was, keys=keys), tuple(problems)


def split_language(place: str, languages: Languages) -> tuple[Language, str]:
    """The language of a place in the site: `fr/week-01/` -> French, `week-01/`."""
    for language in languages:
        if language.prefix and place.startswith(language.prefix):
            return language, place.removeprefix(language.prefix)
    return languages[0], place


def split_front_matter(path: str, text: str) -> tuple[dict[str, str], str, int, list[Problem]]:
    """Text -> keys, body, number of lines before the body, problems.

    In:  `---` / `title: Arrive` / `---` / `# Arriving together`
    Out: {"title": "Arrive"}, "# Arriving together", 3, []
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, text, 0, _misplaced(path, text)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if not end:
        return {}, text, 0, [Problem(path, 1, "front-matter-open")]
    if marks := check_marks(path, "\n".join(lines[:end])):
        return {}, "\n".join(lines[end + 1 :]), end + 1, marks
    # The first line stays empty, so that YAML counts lines as the file does.
    file, problems = parse_yaml(path, "\n" + "\n".join(lines[1:end]))
    if not problems and file.values is not None:
        problems = list(compare_with_schema(file, read_schema("front-matter")))
    problems = [
        Problem(p.path, p.line, "broken-front-matter", p.values) if p.rule == "not-yaml" else p for p in problems
    ]
    meta = file.values if isinstance(file.values, dict) and not problems else {}
    return meta, "\n".join(lines[end + 1 :]), end + 1, problems


def _misplaced(path: str, text: str) -> list[Problem]:
    """A line above keys that is not the first, or is made of other signs."""
    found = MISPLACED.match(text)
    if found is None:
        return []
    line = text.count("\n", 0, found.start(1)) + 1
    return [Problem(path, line, "front-matter-not-first", {"found": found[1]})]


@lru_cache(maxsize=256)  # of one page, several outputs ask one after the other
def find_sections(body: str) -> tuple[str, tuple[Section, ...]]:
    """Body -> title of the page and its sections; a heading without an id gives a section with an empty id."""
    title, found = "", []
    for number, level, words in _headings(body):
        attributes = ATTRIBUTES.search(words)
        name = ATTRIBUTES.sub("", words).strip()
        if level == 1 and not title:
            title = name
        else:
            found.append((level, attributes[1] if attributes else "", name, number))
    last = body.count("\n") + 2
    return title, tuple(
        Section(id, level, name, line, next((after for deep, _, _, after in found[i + 1 :] if deep <= level), last))
        for i, (level, id, name, line) in enumerate(found)
    )


def _headings(body: str) -> Iterator[tuple[int, int, str]]:
    """Line, level and words of each heading: `## Words`, or words that start a block with `---` or `===` under them."""
    before, words = "", ""
    for number, line in text_lines(body):
        underline = UNDERLINE.match(line) if line.startswith(("=", "-")) else None
        if line.startswith("#") and (heading := HEADING.match(line)):
            yield number, len(heading[1]), heading[2]
        elif underline and words.strip() and not before.strip():
            yield number - 1, 1 if underline[1].startswith("=") else 2, words
        before, words = words, line


def without_excuses(text: str) -> str:
    """The text without the lines that only speak to other authors: rows, items and sentences around one stay together.

    In:  "| One | 1 |" / "<!-- en-20: why -->" / "| Two | 2 |"
    Out: "| One | 1 |" / "| Two | 2 |"
    """
    lines = text.split("\n")
    return "\n".join(line for _, line in kept_lines(lines))


def kept_lines(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The lines that are no excuses, each with its place among all; an empty one parts what an excuse parted."""
    kept: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        if not EXCUSE.match(line):
            kept.append((place, line))
        elif kept and _form(kept[-1][1]) != _form(next((x for x in lines[place:] if not EXCUSE.match(x)), "")):
            kept.append((place, ""))
    return kept


def _form(line: str) -> int | None:
    found = FORM.match(line)
    return found.lastindex if found else None


@cache
def _code() -> re.Pattern[str]:
    """What Markdown takes for code, and nothing else; most pages hold none, and need not wait for the library."""
    pattern: re.Pattern[str] = import_module("markdown.extensions.fenced_code").FencedBlockPreprocessor.FENCED_BLOCK_RE
    return pattern


def text_lines(body: str) -> Iterable[tuple[int, str]]:
    """The lines of a body with their numbers from 1, fenced code left out."""
    if not any(fence in body for fence in FENCES):
        return enumerate(body.split("\n"), 1)
    lines = _code().sub(lambda code: "\0" + "\n\0" * code[0].count("\n"), body).split("\n")
    return ((number, line) for number, line in enumerate(lines, 1) if line != "\0")
