"""Where a file lies in a folder of pages, and where readers find what is made of it.

Folders are the same in every edition: English at the root of `docs/`, French below `docs/fr/`. Addresses follow the
languages of the edition: the first has the root of the site, each other a folder of its code.

In:  the file `docs/week-01/index.md`, of a site in French and English
Out: English, `week-01/index.md`; its address is `en/week-01/`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from curriculum.read.languages import Languages, every
from curriculum.words.model import Language, Problem, Words

PAGE = ".md"


def split_folder(place: str, languages: Languages) -> tuple[Language | None, str]:
    """The language of a place in a folder of pages, none where the site does not have it; and the place in that."""
    named = next((one for one in every(languages) if one.folder and place.startswith(one.folder)), None)
    language = named or next((one for one in languages if not one.folder), None)
    return language if language in languages else None, place.removeprefix(named.folder if named else "")


def is_laid_out_anew(languages: Languages) -> bool:
    """True where addresses differ from the folders: another language is first, or one is left out."""
    return any(language.beside or language.prefix != language.folder for language in languages)


def in_folders(languages: Languages) -> Languages:
    """The languages with that of `docs/` first: what is measured from one to another is measured from that one."""
    return tuple(sorted(languages, key=lambda language: bool(language.folder)))


def compared(languages: Languages) -> Languages:
    """The languages that texts are held against: those of a site, and before them what it does not publish.

    Of those the one at the root of `docs/`; for a site in one language, every other. Nothing of them goes out.
    """
    aside = [one for one in every(languages)[len(languages) :] if len(languages) == 1 or not one.folder]
    left = tuple(one for one in every(languages)[len(languages) :] if one not in aside)
    return (*(replace(one, beside=left) for one in aside), *languages)


def site_places(files: Mapping[str, str], languages: Languages) -> dict[str, str]:
    """Pictures and other files by their places in a site, from those in a folder of pages.

    All languages share what lies at its root, and have it at the root of the site, unless the first has one of its own
    there: then each of the others has it below its own folder, as far as it has none itself.
    """
    if not languages or not is_laid_out_anew(languages):
        return dict(files)
    shared: dict[str, str] = {}
    own: dict[tuple[Language, str], str] = {}
    for place, path in files.items():
        language, uri = split_folder(place, languages)
        if language and language.folder:
            own[language, uri] = path
        elif uri == place:
            shared[uri] = path
    first, *others = languages
    found = {language.prefix + uri: path for (language, uri), path in own.items()}
    for uri, path in shared.items():
        places = [uri] if (first, uri) not in own else [of.prefix + uri for of in others if (of, uri) not in own]
        found |= dict.fromkeys(places, path)
    return found


def read_unspoken(root: Path, folder: str, languages: Languages) -> list[Problem]:
    """Pages of an edition in a language that its site does not have, and in none that it has: nobody reads them."""
    pages = [path.relative_to(root / folder).as_posix() for path in sorted((root / folder).rglob(f"*{PAGE}"))]
    placed = [(place, *split_folder(place, languages)) for place in pages]
    spoken = {uri for _, language, uri in placed if language}
    return [
        Problem(f"{folder}/{place}", 1, "page-unspoken", _told(folder, uri, languages))
        for place, language, uri in placed
        if language is None and uri not in spoken
    ]


def _told(folder: str, uri: str, languages: Languages) -> dict[str, Words]:
    for language in every(languages):  # `docs/en/rooms.md`, though English has no folder of its own
        uri = uri.removeprefix(f"{language.code}/")
    return {"found": languages, "expected": f"{folder}/{languages[0].folder}{uri}"}
