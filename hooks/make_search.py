"""Adapter: the page of the search gets its list, and each language one file with the words of its sections.

All pages have their HTML by now, and handouts are not forms yet.
"""

from curriculum.course import Course
from curriculum.elements.tree import tree_of
from curriculum.site.search import INDEX, entries_of, index_script, search_pages, with_search
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """For the language being built; `search` asks the frame for the script."""
    course: Course = config.extra["course"]
    language = course.curriculum.language(config.extra["language"])
    curriculum = course.curriculum
    pages = {file.src_uri.removeprefix(language.prefix): file.page for file in files.documentation_pages() if file.page}
    entries = entries_of(curriculum, language, {uri: tree_of(page.content or "") for uri, page in pages.items()})
    for found in search_pages(curriculum, language):
        page = pages[found.uri]
        page.content, page.meta["search"] = with_search(page.content or "", entries, found), True
        files.append(File.generated(config, language.prefix + INDEX, content=index_script(entries)))
