"""Adapter: each handout's PDFs become files of the site, so that links to them are checked like any other."""

from pathlib import Path

from curriculum.layers import Settings, read_curriculum
from curriculum.model import Language
from curriculum.printing.sheets import print_all
from curriculum.problems import preferred_languages, report
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


@event_priority(-180)  # after static-i18n (-100), which makes every file anew; before compose_pages, which shows sizes
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Print one language on both papers."""
    settings = Settings(Path(config.config_file_path).parent, config.extra.get("notes", ""))
    language = Language(config.plugins["i18n"].current_language)
    curriculum, _ = read_curriculum(settings)
    assert curriculum  # check_content has stopped the build otherwise
    template = settings.root / "overrides" / "print"
    pdfs, problems = print_all(curriculum, language, config.markdown_extensions, config.mdx_configs, template)
    if problems:
        raise PluginError(f"\n{report(problems, preferred_languages())}\n")
    for place, pdf in pdfs.items():
        files.append(File.generated(config, place, content=pdf))
    for file in list(files):
        if file.src_uri.startswith("print/"):  # the theme folder's print template and its fonts are not for browsers
            files.remove(file)
    return files
