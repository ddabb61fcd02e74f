"""The files of a built site -> the files of one offline copy, in a ZIP.

Out: alongside.html  README.txt  alongside_files/index.html  alongside_files/week-01/index.html  …
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from curriculum.checks.audience import check_theirs
from curriculum.compose.credit import credit_in_full
from curriculum.compose.downloads import names_of_files
from curriculum.formats.archive import to_zip
from curriculum.formats.moved import moved_pages
from curriculum.publish.offline.pages import INDEX, with_files, with_line, with_words
from curriculum.read.source import split_language
from curriculum.site.menus import licence_address
from curriculum.words.audience import FOLDERS, audience_of, guide_of
from curriculum.words.forms import name_in
from curriculum.words.labels import label
from curriculum.words.model import Audience, Curriculum, Language, Problem

SiteFiles = Mapping[str, bytes]
MADE_OF = {".html", ".css", ".js", ".svg", ".woff2", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"}
"""What pages are made of; what speaks to hosts and search engines stays on the web."""
SMALLER = (".html", ".css", ".js", ".svg", ".txt")
"""What a ZIP makes smaller; the rest is packed already."""
LOST = "404.html"
REPEATED = ".zip"
"""A ZIP of the site repeats what stands beside it: with them, a copy would weigh nearly twice as much."""


def check_copies(site: SiteFiles, curriculum: Curriculum) -> list[Problem]:
    """Why copies must not be made of a built site: what is in it is for others than those who were asked for."""
    folder, guide = FOLDERS[curriculum.audience], guide_of(curriculum.arc.menu)
    if curriculum.audience is Audience.PARTICIPANT:
        return check_theirs(folder, site, guide)
    if audience_of(site, guide) is Audience.PARTICIPANT:
        return [Problem(f"{folder}/{INDEX}", 1, "built-without")]
    return []


def copy_of(site: SiteFiles, curriculum: Curriculum, language: Language) -> dict[str, bytes]:
    """The files of the copy in one language: the page to open, the note on how, and the folder with the site.

    For whom it is, and what its note says of that, is read from the files.
    """
    audience = audience_of(site, guide_of(curriculum.arc.menu))
    name = name_of(curriculum, language, audience)
    folder = label("copy-folder", language, stem=name)
    absent = {of: absent_from(curriculum, language, of) for of in curriculum.languages}
    home = language.prefix + INDEX
    files = {
        f"{name}.html": _offline(site[home], home, absent[language], language, folder),
        label("copy-note-name", language): note_of(curriculum, language, name, folder, audience),
    }
    for place in sorted(set(site) - absent[language].keys() - moved_pages(curriculum).keys() - {LOST}):
        if place in downloads_of(curriculum, language):
            files[f"{folder}/{place}"] = site[place]
        elif place.endswith(".html"):
            of, _ = split_language(place, curriculum.languages)
            files[f"{folder}/{place}"] = _offline(site[place], place, absent[of], of)
        elif PurePosixPath(place).suffix in MADE_OF:
            files[f"{folder}/{place}"] = site[place]
    return files


def _offline(page: bytes, place: str, absent: Mapping[str, str], language: Language, folder: str = "") -> bytes:
    html = with_line(page.decode(), language, "copy")
    return with_files(with_words(html, place, absent), place, folder).encode()


def downloads_of(curriculum: Curriculum, language: Language) -> set[str]:
    """The places of what can be downloaded in a language, and is in its copy."""
    return {language.prefix + name for name in names_of_files(curriculum) if not name.endswith(REPEATED)}


def absent_from(curriculum: Curriculum, language: Language, reader: Language) -> dict[str, str]:
    """The files that the copy of a language leaves out, and where they are instead, in the language of a page."""
    absent: dict[str, str] = {}
    for of in curriculum.languages:
        if of == language:
            reason = label("copy-apart", reader)
        else:
            reason = label("copy-of", reader, language=name_in(of, reader))
        left_out = {of.prefix + name for name in names_of_files(curriculum)}
        left_out -= downloads_of(curriculum, language)
        absent |= dict.fromkeys(left_out, reason)
    return absent


def note_of(curriculum: Curriculum, language: Language, name: str, folder: str, audience: Audience) -> bytes:
    """How to open the copy, and what it cannot do; as old computers read text: with a mark, and both signs at ends."""
    others = [of for of in curriculum.languages if of != language]
    words = label(
        "copy-note",
        language,
        site=curriculum.edition.facts["site.name"][language],
        page=f"{name}.html",
        folder=folder,
        version=curriculum.arc.version,
        licence=curriculum.arc.licence,
        address=licence_address(curriculum, language),
        leave=label("leave", language),
        languages=label(
            "copy-languages",
            language,
            count=len(curriculum.languages),
            other=name_in(others[0], language) if others else "",
        ),
        for_whom=label(f"copy-for-{audience.value}s", language),
    )
    if curriculum.edition.credit.sources:
        words = f"{words.rstrip()}\n{credit_in_full(curriculum, language)}\n"
    return words.replace("\n", "\r\n").encode("utf-8-sig")


def name_of(curriculum: Curriculum, language: Language, audience: Audience) -> str:
    """The name of the site as a file may have it everywhere: `Côte à côte` -> `cote-a-cote`.

    For facilitators it says so: nobody hands out their copy by mistake.
    """
    site = unicodedata.normalize("NFKD", curriculum.edition.facts["site.name"][language].lower())
    words = re.findall(r"[a-z0-9]+", "".join(sign for sign in site if not unicodedata.combining(sign)))
    words += [label("copy-audience", language)] if audience is Audience.FACILITATOR else []
    return "-".join(words) or language.code


def read_built(site: Path) -> dict[str, bytes]:
    """The files of a built site by their places."""
    paths = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def write_copies(curriculum: Curriculum, files: SiteFiles, folder: Path) -> list[Path]:
    """A ZIP for each language, whole or not at all; the paths of what was written."""
    audience = audience_of(files, guide_of(curriculum.arc.menu))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language in curriculum.languages:
        copy = copy_of(files, curriculum, language)
        name = f"{name_of(curriculum, language, audience)}-{curriculum.arc.version}-{language.code}.zip"
        draft = folder / f"{name}.new"
        draft.write_bytes(to_zip(copy, stored=[place for place in copy if not place.endswith(SMALLER)]))
        written.append(draft.replace(folder / name))
    return written
