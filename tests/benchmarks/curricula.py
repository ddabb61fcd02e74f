"""Curricula of any size, in both languages, made from the real one: what the checks hold it to holds for them.

A large one has copies of all weeks, with their handouts and notes, and as many more pages and pages for facilitators:
every size has the same mix, so that what a page costs can be compared. Copies of weeks stand first and are light: an
arc may stay level before its peak for as long as it likes, and nowhere else. A small one keeps the first week or two:
an arc with more would have to have its peak.

Each copy has words of its own: nothing that was made for one can be used for another. They are as long as the words
they stand for, so that a card is as full as before.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from curriculum.words.bases import FOLDER

ARC = "curriculum.yml"
LAYERS = ("docs", "facilitator", "editions")
NOT_OURS = (".git", ".venv", "tests", "CHANGES.yml")
"""The last names pages that a smaller course does not have."""
LISTS = re.compile(r"^/// (?:weeks|downloads|search)\b", re.M)
"""What only one page has."""
WORDS = re.compile(r"(?<![\w#/.{’-])(?:the|and|les|des|une)(?![\w/.}:’-])")
LETTERS = ("bdfglmnrst", "aeiou", "bdfglmnrst")
LIGHT = {"academic": 1, "emotional": 1, "reason": {"en": "Copy.", "fr": "Copie."}}


def write_curriculum(root: Path, place: Path, weeks: int) -> None:
    """A copy of the project `root` in the new folder `place`, with so many weeks."""
    anywhere, at_root = left_out(root)
    shutil.copytree(
        root, place, ignore=lambda at, names: anywhere | (at_root if Path(at) == root else set()).intersection(names)
    )
    arc = yaml.safe_load((place / ARC).read_text(encoding="utf-8"))
    arc.pop("in-step", None)  # what nobody read side by side is held to nothing
    real = list(arc["weeks"])
    if weeks < len(real):
        write_without(place, real[weeks:], arc)
    else:
        write_copies(place, weeks - len(real), arc)
        copied = (weeks - len(real)) / len(real)
        for folder in ("docs", "facilitator"):
            arc["pages"]["after" if folder == "docs" else "guide"] += write_more_pages(place, folder, copied)
    write_arc(place / ARC, arc)


def write_arc(path: Path, arc: dict[str, Any]) -> None:
    """A line for each week, an empty line after each, and in long lists: a file, and a block in it, may be too long.

    In:  {"version": "1", "weeks": {"week-01": {"load": {"academic": 1, …}, …}, …}}
    Out: version: '1'
         weeks:
           week-01: {load: {academic: 1, …}, …}
    """
    weeks = arc["weeks"]
    head = (
        in_blocks(yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False))
        for key, value in arc.items()
        if key != "weeks"
    )
    lines = (f"  {week}: {in_one_line(about)}" for week, about in weeks.items())
    path.write_text("\n".join((*head, "weeks:\n", *lines)), encoding="utf-8")


def in_blocks(text: str) -> str:
    """The lines of a list, an empty line after every hundred."""
    lines = text.splitlines(keepends=True)
    return "\n".join("".join(some) for some in (lines[at : at + 100] for at in range(0, len(lines), 100)))


def in_one_line(values: dict[str, Any]) -> str:
    """In:  {"academic": 1, "emotional": 1}
    Out: {academic: 1, emotional: 1}, and the end of the line
    """
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10_000)


def left_out(root: Path) -> tuple[set[str], set[str]]:
    """What a copy leaves out, from `.gitignore`: names that are left out anywhere, and those at the root.

    Nobody has read copies of pages beside those of the other language either.
    """
    lines = (root / ".gitignore").read_text(encoding="utf-8").split()
    at_root = {line.strip("/") for line in lines if line.startswith("/")}
    return {FOLDER, *(line.strip("/") for line in lines)} - at_root, {*NOT_OURS, *at_root}


def write_without(place: Path, dropped: list[str], arc: dict[str, Any]) -> None:
    """Take weeks away; a link to one of them becomes its words.

    In:  See [the fourth week](../week-04/index.md#teach).
    Out: See the fourth week.
    """
    for week in dropped:
        del arc["weeks"][week]
        for folder in folders_of(place, week):
            shutil.rmtree(folder)
    for companion in arc.get("companions", {}).values():
        companion["beside"] = [week for week in companion.get("beside", []) if week in arc["weeks"]]
    link = re.compile(rf"\[([^\]]*)\]\([^)]*\b(?:{'|'.join(dropped)})/[^)]*\)")
    for path in pages_below(place):
        text = path.read_text(encoding="utf-8")
        if link.search(text):
            path.write_text(link.sub(r"\1", text), encoding="utf-8")


def write_copies(place: Path, number: int, arc: dict[str, Any]) -> None:
    """So many copies of weeks, in turn, before the real ones."""
    real, copies = arc["weeks"], {}
    folders = {week: folders_of(place, week) for week in real}
    for original, name, copy in islice(numbered(list(real)), number):
        copies[name] = {**real[original], "load": LIGHT}
        for folder in folders[original]:
            target = folder.with_name(name)
            shutil.copytree(folder, target)
            for path in target.rglob("*.md"):
                path.write_text(own_words(path.read_text(encoding="utf-8"), copy), encoding="utf-8")
    arc["weeks"] = {**copies, **real}


def write_more_pages(place: Path, folder: str, times: float) -> list[str]:
    """Copies of the pages of a folder that are prose; as many as there are pages, times `times`. Gives their names."""
    names = []
    pages = sorted((place / folder).glob("*.md"))
    prose = [page.stem for page in pages if page.stem != "index" and is_prose(page.read_text(encoding="utf-8"))]
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in pages_below(place)
        if path.stem in prose and "handouts" not in path.parts
    }
    for original, name, copy in islice(numbered(prose), round(len(pages) * times)):
        for path, text in texts.items():
            if path.stem == original:
                path.with_stem(name).write_text(own_words(text, copy), encoding="utf-8")
        names.append(name)
    return names


def is_prose(text: str) -> bool:
    """True for a page with sections, and without a list that only one page has."""
    return "\n## " in text and not LISTS.search(text)


def numbered(names: list[str]) -> Iterator[tuple[str, str, int]]:
    """Each name, what its copy is called, and which copy this is: ("law", "law-2", 2), …, ("law", "law-3", 3), …."""
    copy = 2
    while True:
        yield from ((name, f"{name}-{copy}", copy) for name in names)
        copy += 1


def own_words(text: str, copy: int) -> str:
    """The text of a page, in words that no other copy has.

    In:  # Your safety … Close the door and the window.   (copy 2)
    Out: # Your safety 2 … Close baf door baf baf window.
    """
    first, second, third = LETTERS
    word = first[copy % 10] + second[copy // 10 % 5] + third[copy // 50 % 10]
    text = re.sub(r"^(# .*?)(?= *\{|$)", rf"\1 {copy}", text, count=1, flags=re.M)
    return WORDS.sub(word, text)


def folders_of(place: Path, week: str) -> list[Path]:
    """The folders of a week, in every layer and language."""
    return sorted(path for layer in LAYERS for path in (place / layer).rglob(week) if path.is_dir())


def pages_below(place: Path) -> list[Path]:
    """Every page and note, in every layer and language."""
    return sorted(path for layer in LAYERS for path in (place / layer).rglob("*.md"))


def addresses_of(place: Path) -> list[str]:
    """Where each page for participants stands in a site: `fr/week-01/handouts/pause-card`, without notes."""
    shared = [path.relative_to(place / "docs") for path in sorted((place / "docs").rglob("*.md"))]
    return [(path.parent if path.stem == "index" else path.with_suffix("")).as_posix() for path in shared]
