"""Who reads a site follows from the name of its configuration, and that name, its folder and its keys must agree.

Nothing else decides it: a key in the wrong file, a folder on the command line or a slip of a letter is told before
anything is built. What got past this is refused in the finished site (`built`), by the same table (`words.audience`).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from curriculum.read.folders import shown
from curriculum.read.site_files import EXTRA, HOOKED, PAGES, SITE, SiteFile
from curriculum.words.audience import CONFIGS, FOLDERS, HOOKS, NOTES, SHARED, WORKSHOP, find_theirs, named
from curriculum.words.model import Audience, Problem, Term, Words

KEYS = {Audience.PARTICIPANT: (), Audience.FACILITATOR: ("notes",)}
"""What each site may say under `extra`."""


def check_site_files(files: Iterable[SiteFile]) -> list[Problem]:
    """What is to be mended in the configurations of a project; what one inherits from another is told of that one."""
    found = [(file.path, problem) for file in files for problem in check_site_file(file)]
    own = {path for path, _ in found}
    return [problem for path, problem in found if problem.path == path or problem.path not in own]


def check_site_file(file: SiteFile) -> list[Problem]:
    """Why a site must not be built as its configuration says: one problem for each thing to mend."""
    audience = named(CONFIGS, file.path)
    if audience is None:
        return [Problem(file.path, 1, "site-unknown", {"found": file.path, "expected": ", ".join(CONFIGS.values())})]
    own = [*_check_keys(file, audience), *_check_pages(file), *_check_folder(file, audience), *_check_hooks(file)]
    told = {(problem.path, problem.line) for problem in file.problems}
    left = [problem for problem in own if (problem.path, problem.line) not in told and problem.path not in file.unread]
    return [*file.problems, *left, *(_option(file, option) for option in file.options)]


def _option(file: SiteFile, option: str) -> Problem:
    return Problem(file.path, 1, "site-option", {"found": option})


def check_hooks(file: SiteFile) -> list[Problem]:
    """What must be said when a hook finds that none before it has opened the course: never nothing."""
    return check_site_file(file) or [_hooks(file, "hooks-without", HOOKS[:1])]


def _check_hooks(file: SiteFile) -> list[Problem]:
    """All of them stand, once each and in order: a site without one of them lacks what that one guards."""
    missing = [hook for hook in HOOKS if hook not in file.hooks]
    strange = [hook for at, hook in enumerate(file.hooks) if hook not in HOOKS or hook in file.hooks[:at]]
    if file.hooks == HOOKS:
        return []
    name, found = ("hooks-without", missing) if missing else ("hooks-with", strange) if strange else ("hooks-order", ())
    return [_hooks(file, name, found)]


def _hooks(file: SiteFile, name: str, found: Sequence[str]) -> Problem:
    """Told of the configuration that has the list for both sites."""
    path, line = (file.lines or {}).get(HOOKED, (CONFIGS[Audience.PARTICIPANT], 1))
    values: dict[str, Words] = {"found": Term(name, {"names": ", ".join(found)}), "expected": ", ".join(HOOKS)}
    return Problem(path, line, "hooks-differ", values)


def _check_keys(file: SiteFile, audience: Audience) -> list[Problem]:
    """Notes in the file of participants, none in that of facilitators, a key that is not one."""
    extra, known = file.extra or {}, KEYS[audience]
    problems: list[Problem] = []
    misspelt = any(problem.values.get("near") == EXTRA for problem in file.problems)
    for key, value in extra.items():
        path, line = file.place(f"extra.{key}")
        if key == "notes" and audience is Audience.PARTICIPANT:
            values: dict[str, Words] = {"found": f"notes: {value}".strip(), "expected": CONFIGS[Audience.FACILITATOR]}
            problems.append(Problem(path, line, "notes-shared", values))
        elif key not in known and path == file.path:  # one of another file is told of that file
            near = difflib.get_close_matches(key, known, 1, 0.6)
            misspelt = misspelt or bool(near)
            values = {"found": key, "expected": ", ".join(known) or Term("none"), "near": near[0] if near else ""}
            problems.append(Problem(path, line, "unknown-key", values))
    found = str(extra.get("notes", ""))
    if audience is Audience.FACILITATOR and found != NOTES and not misspelt:
        values = {"found": f"notes: {found}" if found else Term("none"), "expected": f"notes: {NOTES}"}
        problems.append(Problem(*file.place("extra.notes"), "notes-unnamed", values))
    return problems


def _check_pages(file: SiteFile) -> list[Problem]:
    """The pages of every site are those of one folder; what only facilitators read is added to them, never in it."""
    if file.pages == SHARED:
        return []
    return [Problem(*file.place(PAGES), "docs-folder", {"found": file.pages, "expected": SHARED})]


def _check_folder(file: SiteFile, audience: Audience) -> list[Problem]:
    """A site goes into a folder with the name of its audience: beside the sources, in the workshop, or elsewhere."""
    site, own = PurePosixPath(file.site), FOLDERS[audience]
    inside = not site.is_absolute() and not re.match(r"[A-Za-z]:", file.site)
    if inside:
        right = file.site == own or (site.parts[:1] == (WORKSHOP,) and site.name == own)
    else:
        served = site.name.startswith("mkdocs_") and site.parent == PurePosixPath(file.temporary)
        right = served or (site.name == own and not PurePosixPath(file.root).is_relative_to(site))
    if right:
        return []
    whose = Term(f"for-{audience.value}s")
    path, line = file.place(SITE)
    line = line if path == file.path else 1  # an inherited folder is right where it stands
    return [Problem(file.path, line, "site-folder", {"found": file.site, "whose": whose, "expected": own})]


def check_theirs(site: str, files: Mapping[str, bytes], guide: Collection[str]) -> list[Problem]:
    """What belongs to facilitators in the files of participants: the first of it, and how many files hold some.

    It came in by one door, and one sentence is enough.
    """
    found = list(find_theirs(files, guide))
    return [
        Problem(f"{site}/{shown(one.place)}", one.line, "built-theirs", {"found": one.what, "count": str(len(found))})
        for one in found[:1]
    ]
