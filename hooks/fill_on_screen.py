"""Adapter: a handout with something to write or to tick can be filled in on its page.

All pages have their HTML by now and none is in its frame yet: the curriculum is read once, not once for each page.
"""

from curriculum.course import Course
from curriculum.elements.tree import tree_of
from curriculum.formats.form.fields import with_fields, written_sheet
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Put fields in the handouts of the language being built; `fill` asks the frame for the script."""
    course: Course = config.extra["course"]
    language = course.curriculum.language(config.extra["language"])
    handouts = {language.prefix + uri for (_, uri), page in course.curriculum.pages.items() if page.is_handout}
    for file in files.documentation_pages():
        if file.src_uri in handouts and file.page and file.page.content:
            article = tree_of(file.page.content)
            sheet = with_fields(article, language)
            file.page.meta["fill"] = sheet is not article
            file.page.content = file.page.content if sheet is article else written_sheet(sheet)
