"""`publish`: build the participants' site, look through it once more, and put it where a server gives it out.

Without `--to` it says where the site is. Copies to open without internet: `--offline`, in `publish_offline`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from curriculum.commands import build, publish_offline
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.commands.outgoing import check_outgoing
from curriculum.commands.stages import say_stage
from curriculum.commands.verify import read_case
from curriculum.publish.refused import misplaced, refused
from curriculum.publish.releases import (
    FROZEN,
    RELEASES,
    is_free,
    read_shelf,
    write_current,
    write_frozen,
    write_locked,
    write_release,
)
from curriculum.publish.seasons import NAME, season_of
from curriculum.verify.means import examine
from curriculum.words.audience import FOLDERS
from curriculum.words.forms import number_in
from curriculum.words.labels import label
from curriculum.words.model import Audience, Problem
from curriculum.words.problems import preferred_languages


def main(arguments: list[str]) -> int:
    """Publish, go back, or list; the exit code."""
    if "--offline" in arguments:
        return publish_offline.main(arguments)
    parser = options_of("publish", with_notes=False)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--offline", action="store_true")
    parser.add_argument("--facilitators", action="store_true")
    parser.add_argument("--as", dest="season")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--rollback", action="store_true")
    chosen = parser.parse_args(arguments)
    root = settings_of(chosen).root
    if problems := check_asked(chosen, root):
        return refuse(problems)
    if chosen.list:
        return list_releases(chosen.to)
    if chosen.rollback:
        return held(chosen.to, go_back)
    return publish(root, chosen.to, chosen.season)


def check_asked(chosen: argparse.Namespace, root: Path) -> list[Problem]:
    """Why nothing is published: whom it is for, or where it would go."""
    if chosen.facilitators:
        return [Problem("", 0, "publish-facilitators")]
    if chosen.to is None:
        return [Problem("", 0, "publish-nowhere")] if chosen.list or chosen.rollback or chosen.season else []
    if problems := misplaced(chosen.to, root):
        return problems
    if chosen.season is not None and (
        not NAME.fullmatch(chosen.season) or (chosen.to / FROZEN / chosen.season).exists()
    ):
        return [Problem("", 0, "publish-name", {"found": chosen.season})]
    try:
        return [] if is_free(chosen.to) else [Problem("", 0, "publish-taken", {"found": str(chosen.to)})]
    except OSError as error:
        return [refused(error, chosen.to)]


def publish(root: Path, to: Path | None, season: str | None) -> int:
    """Build, look through the site, put it there; the exit code."""
    start, spoken = time.monotonic(), preferred_languages()[0]
    if problems := check_outgoing(root):
        return refuse(problems)
    say_stage("build")
    if code := build.main([]):
        return code
    say_stage("look")
    site = root / FOLDERS[Audience.PARTICIPANT]
    case, ours, problems = read_case(root, site)
    problems += [] if case is None else examine(case)
    if case is None or ours is None or problems:
        return refuse(problems)
    if to is None:
        print(label("publish-ready", spoken, site=f"{site.name}/", count=len(case.target.files)))
        return 0
    say_stage("copy")
    files = case.target.files
    kept = {season: season_of(files, season, ours.languages)} if season else {}
    return held(to, lambda folder: put(folder, files, kept, start))


def held(to: Path, work: Callable[[Path], Sequence[Problem]]) -> int:
    """Do something to a folder while nobody else does; what the computer refuses is told. The exit code."""
    try:
        with write_locked(to):
            problems = work(to)
    except OSError as error:
        problems = [refused(error, to)]
    return refuse(problems) if problems else 0


def put(to: Path, files: Mapping[str, bytes], kept: Mapping[str, Mapping[str, bytes]], start: float) -> list[Problem]:
    """A new release, given out at once, with the season that is to be kept."""
    spoken = preferred_languages()[0]
    for season, pages in kept.items():
        write_frozen(to, season, pages)
        print(label("publish-season", spoken, name=season))
    name = write_release(to, files)
    seconds = number_in(time.monotonic() - start, spoken)
    print(label("publish-done", spoken, name=name, place=str(to / "current"), seconds=seconds))
    return []


def go_back(to: Path) -> list[Problem]:
    """One step."""
    shelf, spoken = read_shelf(to), preferred_languages()[0]
    if not shelf.before:
        return [Problem("", 0, "publish-first", {"found": str(to)})]
    write_current(to, shelf.before)
    print(label("publish-back", spoken, name=shelf.before, old=shelf.current))
    return []


def list_releases(to: Path) -> int:
    """A line for each, the newest first; the exit code."""
    shelf, spoken = read_shelf(to), preferred_languages()[0]
    if not shelf.names:
        print(label("publish-none", spoken, place=str(to)))
    for name in reversed(shelf.names):
        written = datetime.fromtimestamp((to / RELEASES / name).stat().st_mtime, UTC).astimezone()
        mark = f"  {label('publish-current', spoken)}" if name == shelf.current else ""
        print(f"{name}  {written:%Y-%m-%d %H:%M}{mark}")
    return 0
