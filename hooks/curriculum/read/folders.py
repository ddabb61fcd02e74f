"""What lies in a folder of pages and would be published as it is: pictures may, under a plain name; nothing else.

A script, a page in HTML or an SVG would run in a reader's browser as one of ours. A photo may tell where it was taken.
Names that start with a dot belong to the computer or to an editor, as do a few others; nobody reads or publishes them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from curriculum.read.picture_files import MOST_BYTES, PICTURES, check_picture
from curriculum.read.textfile import read_bytes
from curriculum.words.model import Problem

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""What needs no code in an address and cannot end an attribute."""
OWN = re.compile(r"\.|(?i:thumbs\.db|ehthumbs\.db|desktop\.ini)$|Icon\r$|__MACOSX$|~\$|.*~$", re.DOTALL)
"""Names that Windows, Macs, office programs and editors give to files of their own, most often without showing them;
`exclude_docs` of mkdocs.yml keeps them out of the sites."""

PAGE = re.compile(r"(?:\.md)?\.(?:txt|md|markdown|mdown|mkd|mdx|qmd|rmd|rst)$", re.IGNORECASE)
"""How the names of pages end in other places."""


def read_folder(root: Path, folder: str) -> list[Problem]:
    """What lies below `root/folder` under a wrong name, leads elsewhere, is neither a page nor a picture, or tells."""
    problems = []
    for path in sorted((root / folder).rglob("*")):
        name = shown(path.relative_to(root).as_posix())
        kind = path.suffix.removeprefix(".").lower()
        if is_hidden(path.relative_to(root / folder)):
            continue
        if path.is_symlink():
            problems.append(Problem(name, 1, "symbolic-link"))
        elif not NAME.fullmatch(path.name):
            problems.append(Problem(name, 1, "file-name", {"found": shown(path.name)}))
        elif not path.is_dir() and path.suffix != ".md" and kind not in PICTURES:
            near = meant_page(shown(path.name))
            values = {"found": shown(path.name), "expected": ", ".join(PICTURES), "near": near}
            problems.append(Problem(name, 1, "file-kind", values))
        elif kind in PICTURES and not path.is_dir():
            problems += read_picture(root, path.relative_to(root).as_posix())
    return problems


def meant_page(name: str) -> str:
    """The name of the page that a file was to be, as editors and systems add to it; "" of any other file.

    In:  `about.md.txt`, `about.markdown`, `about.MD`     Out: `about.md`
    """
    return f"{PAGE.sub('', name)}.md" if PAGE.search(name) else ""


def files_in(folder: Path, place: str = "", unlisted: str = "", links: bool = False) -> Iterator[tuple[str, bool]]:
    """The place of every file below a folder, and whether it is a link; with `links`, of every link to a folder too.

    What lies in folders called `unlisted` is not even listed.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                inside = files_in(Path(entry.path), f"{place}{entry.name}/", unlisted, links)
                yield from inside if entry.name != unlisted else ()
            elif links or not Path(entry.path).is_dir():  # of a link to itself, the entry says so with an error
                yield f"{place}{entry.name}", entry.is_symlink()


def read_pictures(root: Path, folder: str) -> frozenset[str]:
    """The places of the pictures below `root/folder`, from the root."""
    places = [path.relative_to(root / folder) for path in (root / folder).rglob("*.*") if path.is_file()]
    pictures = [place for place in places if place.suffix.removeprefix(".").lower() in PICTURES]
    return frozenset(f"{folder}/{place.as_posix()}" for place in pictures if is_page(place))


def read_contents(root: Path, paths: Mapping[str, str]) -> dict[str, bytes]:
    """What files hold that were looked at before, by the same names as their paths."""
    return {name: (root / path).read_bytes() for name, path in paths.items()}


def read_picture(root: Path, path: str) -> list[Problem]:
    """Why the picture `root/path` cannot be published as it is."""
    raw, problems = read_bytes(root, path, MOST_BYTES)
    ending = PurePath(path).suffix.removeprefix(".")
    problems = [
        Problem(shown(p.path), 1, "picture-too-large", p.values) if p.rule == "file-too-large" else p for p in problems
    ]
    return problems or check_picture(shown(path), ending, raw)


def is_page(place: PurePath) -> bool:
    """True for a place in a folder that can be an address; `read_folder` says why another is none."""
    return all(NAME.fullmatch(part) for part in place.parts)


def is_hidden(place: PurePath) -> bool:
    """True for what is of the computer's own, or in such a folder."""
    return any(OWN.match(part) for part in place.parts)


def shown(name: str) -> str:
    """A name with codes for the signs that would break the line it stands in: `a\\nb` with a new line in it."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name)
