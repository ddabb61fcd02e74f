"""Adapter: the finished site, in every language, is held to the list of what ours may hold, and to its own place.

static-i18n builds the other languages inside the build of the first, so the whole site is there only once, last of all.
"""

from pathlib import Path

from curriculum.checks.built import read_site
from curriculum.checks.credited import read_uncredited
from curriculum.checks.known import read_known, write_known
from curriculum.checks.made import made_of, made_with
from curriculum.course import Course, opened
from curriculum.formats.kept import read_program
from curriculum.read.places import read_places
from curriculum.site.style import site_style
from curriculum.verify.places import world_of
from curriculum.verify.strangers import read_known_places, read_strangers, write_known_places
from curriculum.words.audience import FOLDERS, named
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages, report
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


def on_config(config: MkDocsConfig) -> None:
    """Without the course that the first hook opens, nothing is built."""
    opened(config.extra, config.config_file_path)


def stop_for(problems: list[Problem]) -> None:
    """End the build with what was found: what a site may hold is told before whose words it says."""
    if problems:
        raise PluginError(f"\n{report(problems, preferred_languages())}\n")


@event_priority(-200)  # after static-i18n (-100), which builds the other languages there
def on_post_build(config: MkDocsConfig) -> None:
    """Stop with one clean report, never a traceback."""
    if vars(config.plugins["i18n"])["building"]:
        return
    course: Course = config.extra["course"]
    root, site = course.sources.root, Path(config.site_dir)
    audience = named(FOLDERS, site.name) or course.curriculum.audience
    scripts, style = course.sources.scripts, site_style(course.sources.styles, audience)
    made = made_of(made_with(scripts, style, course.insides, audience), course.curriculum)
    lists = f"{read_program()} {made.name}"
    problems, pages = read_site(site, root, made, read_known(root, "finished", audience, lists))
    stop_for(problems + read_uncredited(site, course.curriculum))
    world = world_of(read_places(course.sources))
    strangers, files = read_strangers(site, world, read_known_places(root, world, audience))
    stop_for(strangers)
    write_known(root, "finished", audience, pages, lists)
    write_known_places(root, world, audience, files)
