"""Adapter: pages of the other layers join the site, and every page gets the Markdown the core composed for it.

static-i18n rebuilds each file from its name and docs_dir, so a page from elsewhere is announced before it as if it were
there, and given its text after it.
"""

from curriculum.compose.page import compose_page, with_front_matter
from curriculum.course import Course
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files


@event_priority(0)  # before static-i18n (-100)
def _announce(files: Files, config: MkDocsConfig) -> Files:
    course: Course = config.extra["course"]
    known = {file.src_uri for file in files}
    for language, uri in course.curriculum.pages:
        if language.prefix + uri not in known:
            files.append(File(language.prefix + uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)  # after static-i18n and print_handouts
def _compose(files: Files, config: MkDocsConfig) -> Files:
    course: Course = config.extra["course"]
    language = course.curriculum.language(config.extra["language"])
    sizes = {place: len(content) for place, content in course.files.items()}
    texts = {
        language.prefix + uri: with_front_matter(page, compose_page(page, course.curriculum, sizes))
        for (of, uri), page in course.curriculum.pages.items()
        if of == language
    }
    for file in files:
        if file.src_uri in texts:
            file.content_string = texts[file.src_uri]
    return files


on_files = CombinedEvent(_announce, _compose)
