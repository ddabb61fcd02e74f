"""Adapter: both sites in one process, `python -m build_sites` from the root of the project.

Participants' comes first, whole, before anything of facilitators' is opened; theirs is made of the same course and what
is added to it. Where something is to be mended nothing is built, so that both are looked at and told in one run.
"""

import logging
import sys
import time
from pathlib import Path

from curriculum.course import Course, add_notes, open_course
from curriculum.publish.sites import CONFIGS, FOLDERS, write_sites, write_workshop
from curriculum.read.layers import Settings
from curriculum.words.forms import number_in
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages, report
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort


def main(root: Path) -> int:
    """The exit code. The old sites stay until both new ones are whole."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    start, language = time.monotonic(), preferred_languages()[0]
    with write_workshop(root) as workshop:
        sites = {audience: str(workshop / folder) for audience, folder in FOLDERS.items()}
        theirs, ours = (load_config(name, strict=True, site_dir=sites[audience]) for audience, name in CONFIGS.items())
        course, problems = open_course(Settings(root))
        if course and write_site(theirs, course):
            course, problems = add_notes(course, ours.extra["notes"])
            if course and write_site(ours, course):
                write_sites(workshop, root)
                seconds = number_in(time.monotonic() - start, language)
                folders = ", ".join(f"{folder}/" for folder in FOLDERS.values())
                print(label("build-done", language, sites=folders, seconds=seconds))
                return 0
        elif course is None:
            _, problems = open_course(Settings(root, ours.extra["notes"]))
    print(report(problems, preferred_languages()) if problems else label("build-failed", language), file=sys.stderr)
    return 1


def write_site(config: MkDocsConfig, course: Course) -> bool:
    """Have MkDocs build one site of a course; False when it found something."""
    config.extra.update(course=course, before=course.sources.root / Path(config.site_dir).name)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Abort:
        return False
    finally:
        config.plugins.on_shutdown()
    return True


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
