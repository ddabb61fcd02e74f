"""`adopt FILE… [--as week-03/handouts/name] [--into FOLDER]`: a page written elsewhere, proposed as one of ours.

Never writes over a file. Where the place is taken, or none was said, the proposal lies in `to-adopt/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from curriculum.adopt.taking import Adopted, read_page
from curriculum.adopt.telling import left_lines, next_lines, words
from curriculum.commands.options import named, options_of, refuse, settings_of
from curriculum.publish.refused import unwritten
from curriculum.read.ids import ID, suggest_id
from curriculum.read.ordered import read_ordered
from curriculum.watch.whole import check_way
from curriculum.words.model import Language, Problem
from curriculum.words.problems import preferred_languages

FOLDER = "to-adopt"
"""Where proposals lie that have no place yet; nobody publishes it."""
PLACE = re.compile(rf"{ID.pattern}(?:/{ID.pattern}){{0,4}}")


def main(arguments: list[str]) -> int:
    """Propose a page for each file; the exit code, 1 where any could not be read."""
    parser = options_of("adopt", with_notes=False)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--as", dest="place", default="")
    parser.add_argument("--into", type=Path)
    chosen = parser.parse_args(arguments)
    root = settings_of(chosen).root
    languages, problems = read_ordered(root)
    for path in chosen.files if not problems else ():
        place, found = place_of(path, chosen.place, len(chosen.files) > 1, languages)
        taken, unread = read_page(path, place, languages) if not found else (None, [])
        found += unread
        if taken:
            found += write_proposal(root, taken, place, chosen.place != "", chosen.into)
        problems += found
    return refuse(problems) if problems else 0


def place_of(path: Path, asked: str, several: bool, languages: Sequence[Language]) -> tuple[str, list[Problem]]:
    """The place of a page from the folder of its language, without `.md`.

    In:  "docs/fr/week-03/handouts/name.md"; "week-03/handouts/", for `Mon document.docx`; ""
    Out: "week-03/handouts/name"; "week-03/handouts/mon-document"; "mon-document"
    """
    wished = asked.replace("\\", "/").removeprefix("./").removeprefix("docs/").removesuffix(".md")
    for language in languages:
        wished = wished.removeprefix(language.folder) if language.folder else wished
    if not wished or wished.endswith("/") or several:
        wished = f"{wished.rstrip('/')}/{suggest_id(path.stem)}".lstrip("/")
    if PLACE.fullmatch(wished):
        return wished, []
    return wished, [Problem("", 0, "adopt-place", {"found": asked})]


def write_proposal(root: Path, adopted: Adopted, place: str, has_place: bool, into: Path | None) -> list[Problem]:
    """Write the texts and the list where nothing is yet, and say where and what is next."""
    name = place.replace("/", "-")
    base = into if into else root
    busy = next((one for one in adopted.texts if (base / one).exists()), "")
    if busy and into:
        return [Problem((into / busy).as_posix(), 1, "adopt-taken")]
    listed = base / f"{name}.txt" if into else free(root / FOLDER, name).with_suffix(".txt")
    if not into and (busy or not has_place):
        base = listed.with_suffix("")
    texts = {base / one: text for one, text in adopted.texts.items()}
    if adopted.left:
        spoken = preferred_languages()
        texts[listed] = "\n".join(
            line for language in spoken for line in (*left_lines(adopted, language, whole=True), "")
        )
    try:
        write_new(root, texts)
    except OSError as error:
        return [unwritten(error, base)]
    for language in preferred_languages():
        if busy:
            print(words(language, "busy", path=busy))
        shown = [named(root, base / one) for one in adopted.texts]
        tell(adopted, shown, named(root, listed), language)
        print(*next_lines(shown[1:2], place, base != root, language), "", sep="\n")
    return []


def free(folder: Path, name: str) -> Path:
    """A name that nothing in a folder has: `name`, then `name-2`."""
    count, found = 1, folder / name
    while found.exists() or found.with_suffix(".txt").exists():
        count += 1
        found = folder / f"{name}-{count}"
    return found


def write_new(root: Path, texts: Mapping[Path, str]) -> None:
    """New files, all or none; one that is there is never written over, nor is what a link of the project leads to."""
    begun: list[Path] = []
    try:
        for path, text in texts.items():
            check_way(root, named(root, path))
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                begun.append(path)
                file.write(text)
    except BaseException:
        for path in begun:
            path.unlink(missing_ok=True)
        raise


def tell(adopted: Adopted, shown: Sequence[str], listed: str, language: Language) -> None:
    """Where everything is, and what was not carried."""
    print(words(language, "written", path=adopted.path, places=", ".join(shown)))
    if adopted.left:
        print(words(language, "left-many", count=len(adopted.left), path=listed))
        print(*(f"  {line}" for line in left_lines(adopted, language, whole=False)), sep="\n")
