"""Adapter: read, check and make the course before anything is built; when something is to be mended, say it and stop.

It runs before MkDocs empties the old site, so a mistake leaves the last good site as it was. Every later hook takes the
finished course from `config.extra`.
"""

from pathlib import Path

from curriculum.checks.audience import check_site_file
from curriculum.course import Course, open_course
from curriculum.read.layers import Settings
from curriculum.read.site_files import read_as_built, read_site_file
from curriculum.words.audience import THEME
from curriculum.words.problems import preferred_languages, report
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Once: static-i18n builds the other languages inside the first; who builds both sites brings the course along."""
    if isinstance(config.extra.get("course"), Course):
        put_in_order(config, config.extra["course"])
        return
    path = Path(config.config_file_path or "-")
    asked = {
        f"--theme {config.theme.name}": config.theme.name != THEME,
        "--no-directory-urls": not config.use_directory_urls,
    }
    site = read_as_built(read_site_file(path.parent, path.name), config.docs_dir, config.site_dir, config.extra, asked)
    problems = check_site_file(site)
    if not problems:
        config.extra["course"], problems = open_course(Settings.of(str(path), config.extra))
    if problems:
        raise PluginError(f"\n{report(problems, preferred_languages())}\n")
    put_in_order(config, config.extra["course"])


def put_in_order(config: MkDocsConfig, course: Course) -> None:
    """static-i18n takes its languages from `mkdocs.yml`, which no edition edits: it is given those of the edition in
    their order before it looks at them (-100); the first is at the root.
    """
    options = vars(config.plugins["i18n"])["config"]
    known = {one.locale: one for one in options.languages}
    for language in course.curriculum.languages:
        if language.code not in known:  # the edition adds it
            known[language.code] = type(options.languages[0])()
            known[language.code].load_dict({"locale": language.code, "name": language.name})
            known[language.code].validate()
    options.languages = [known[language.code] for language in course.curriculum.languages]
    for one, language in zip(options.languages, course.curriculum.languages, strict=True):
        one.default, one.link, one.fixed_link = not language.prefix, f"/{language.prefix}", language.prefix or "./"
