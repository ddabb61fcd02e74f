"""Adapter: each handout's PDFs become files of the site, so that links to them are checked like any other."""

from curriculum.layers import Settings, read_valid
from curriculum.model import Language
from curriculum.printing.sheets import print_all
from curriculum.source import split_language
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


@event_priority(-180)  # after static-i18n (-100), which makes every file anew; before compose_pages, which shows sizes
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The PDFs of the language being built; printing cannot fail here, check_content has tried it."""
    settings = Settings.of(config.config_file_path, config.extra)
    language = Language(config.extra["language"])
    curriculum = read_valid(settings)
    pdfs, _ = print_all(curriculum, settings.root)
    for place, pdf in pdfs.items():
        if split_language(place)[0] is language:
            files.append(File.generated(config, place, content=pdf))
    return files
