"""The templates of `overrides/`, and the last ones that could be filled in while one of them is to be mended."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from curriculum.live.frame import environment_of
from curriculum.live.pages import Site
from curriculum.read.textfile import read_text
from curriculum.words.model import Problem

TEMPLATES = "overrides"


@dataclass(frozen=True)
class Templates:
    """Templates that can be used, none before there were any; and what is wrong with the newest."""

    environment: Environment | None
    problems: tuple[Problem, ...]


def read_templates(root: Path, before: Templates | None) -> Templates:
    """The templates as they are now, or those from before and the reason."""
    texts, problems = {}, []
    for path in sorted((root / TEMPLATES).rglob("*.html")):
        place = path.relative_to(root).as_posix()
        text, found = read_text(root, place)
        texts[place.removeprefix(f"{TEMPLATES}/")] = text
        problems += found
    old = before.environment if before else None
    if problems:
        return Templates(old, tuple(problems))
    try:
        return Templates(environment_of(texts), ())
    except TemplateError as error:
        return Templates(old, (problem_of(error),))


def tried(now: Templates, site: Site | None, before: Templates | None) -> Templates:
    """The templates, when the first page and the one for lost visitors can be made of them; else those before."""
    if site is None or now.problems:
        return now
    try:
        site.page("")
        site.lost("/")
    except Exception as error:  # whatever a template does wrong
        return Templates(before.environment if before else None, (problem_of(error),))
    return now


def slip_of(error: Exception, root: Path) -> Problem | None:
    """What a template did wrong where somebody else filled it in, with its place; none where no template led there."""
    folder = root.resolve()
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    within = [(path, line) for path, line in frames if path.is_relative_to(folder / TEMPLATES)]
    if not within:
        return None
    path, line = within[-1]
    return Problem(path.relative_to(folder).as_posix(), line or 1, "template-broken", {"found": str(error)})


def problem_of(error: Exception) -> Problem:
    """What a template does wrong, with its place: the innermost line of a template that led there."""
    if isinstance(error, TemplateSyntaxError):
        return Problem(error.filename or TEMPLATES, error.lineno, "template-broken", {"found": error.message or ""})
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(TEMPLATES)]
    path, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else (f"{TEMPLATES}/main.html", 1)
    return Problem(path, line, "template-broken", {"found": str(error)})
