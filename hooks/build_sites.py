"""Adapter: both sites in one process.

Participants' comes first, whole, before anything of facilitators' is opened; theirs is made of the same course and what
is added to it. Where something is to be mended nothing is built, so that both are looked at and told in one run.
"""

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

from curriculum.course import Course, add_notes, open_course
from curriculum.publish.sites import write_sites, write_workshop
from curriculum.read.layers import Settings, Sources
from curriculum.words.audience import CONFIGS, FOLDERS, NOTES, SITES
from curriculum.words.forms import number_in
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages, report
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort


def main(root: Path, told: Callable[[Sources], None] = lambda _: None) -> int:
    """The exit code. The old sites stay until both new ones are whole; then what was read is `told`.

    What MkDocs says of an error before it passes it on is dropped: it is English, and the error is told anyway.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    logging.getLogger(build.__module__).addFilter(lambda one: "Error building page" not in one.getMessage())
    start, language = time.monotonic(), preferred_languages()[0]
    with write_workshop(root) as workshop:
        course, problems = open_course(Settings(root))
        if course and write_site(workshop, course):
            course, problems = add_notes(course, NOTES)
            if course and write_site(workshop, course):
                write_sites(workshop, root)
                print(label("build-done", language, sites=SITES, seconds=number_in(time.monotonic() - start, language)))
                told(course.sources)
                return 0
        elif course is None:
            problems = open_course(Settings(root, NOTES))[1] or problems
    print(report(problems, preferred_languages()) if problems else label("build-failed", language), file=sys.stderr)
    return 1


def write_site(workshop: Path, course: Course) -> bool:
    """Have MkDocs build the site of a course for its audience; False when it found something."""
    audience = course.curriculum.audience
    config = load_config(CONFIGS[audience], strict=True, site_dir=str(workshop / FOLDERS[audience]))
    config.extra.update(course=course, before=course.sources.root / FOLDERS[audience])
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Abort:
        return False
    finally:
        config.plugins.on_shutdown()
    return True
