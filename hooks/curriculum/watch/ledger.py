"""`changes.yml` of an edition and the texts in its folder `base/`: what each of its replacements had in front of it.

The program writes both; a person may read them, and a plain text editor is enough to mend them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from curriculum.read.ledger import FILE
from curriculum.read.textfile import read_text
from curriculum.watch.whole import check_way, write_all
from curriculum.words.changes import Part, Stamp
from curriculum.words.labels import read_spoken, read_words

BASE = "base"


def base_path(part: Part) -> str:
    """Where the text is kept, from the folder of the edition; no page’s name may hold a plus sign.

    In:  Part("docs/week-03/index.md", "trios")
    Out: "base/docs/week-03/index+trios.md"
    """
    stem = part.path.removesuffix(".md")
    return f"{BASE}/{stem}+{part.section}.md" if part.section else f"{BASE}/{part.path}"


def read_base(root: Path, edition: str, parts: Iterable[Part]) -> dict[Part, str]:
    """The kept texts of parts, as far as they are there."""
    found = {}
    for part in parts:
        text, problems = read_text(root, f"{edition}/{base_path(part)}")
        if not problems:
            found[part] = text
    return found


def ledger_text(entries: Mapping[Part, Stamp], meant: Iterable[str]) -> str:
    """The text of the file: in the order of the paths, so that two people’s changes seldom meet."""
    lines = [
        f"# {line}\n" for language in read_spoken() for line in read_words("watch", language)["ledger"].splitlines()
    ]
    if entries:
        lines.append("replaced:\n")
    for entry in sorted(entries.values(), key=lambda one: one.part):
        values = {"part": str(entry.part), "hash": entry.hash, "on": entry.on, "after": entry.after, "why": entry.why}
        said = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value]
        lines.append("  - " + "    ".join(said))
    pages = sorted(meant)
    lines += ["meant:\n", *(f"  - {json.dumps(page, ensure_ascii=False)}\n" for page in pages)] if pages else []
    return "".join(lines) if entries or pages else ""


def write_ledger(
    root: Path,
    edition: str,
    entries: Mapping[Part, Stamp],
    meant: Iterable[str],
    texts: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write the file, and the `texts` that it is about by their places; without anything to keep, it is not there."""
    text = ledger_text(entries, meant)
    write_all(root, {**texts, f"{edition}/{FILE}": text} if text else texts)
    if not text:
        (root / edition / FILE).unlink(missing_ok=True)


def base_place(edition: str, part: Part) -> str:
    """Where the text of a part is kept, from the root."""
    return f"{edition}/{base_path(part)}"


def write_without(root: Path, edition: str, part: Part) -> None:
    """Keep it no longer; a folder that is empty then goes too."""
    check_way(root, f"{edition}/{base_path(part)}")
    path = root / edition / base_path(part)
    path.unlink(missing_ok=True)
    for folder in path.relative_to(root / edition).parents[:-1]:
        if not any((root / edition / folder).glob("*")) and (root / edition / folder).is_dir():
            (root / edition / folder).rmdir()
