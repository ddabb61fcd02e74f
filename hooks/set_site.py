"""Adapter: the site's name, address and menu from the edition and the arc, in the language being built."""

from curriculum import elements
from curriculum.labels import label
from curriculum.layers import Settings, read_valid
from curriculum.menus import credit_for, menu_for
from curriculum.model import Language
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

TEMPLATE_WORDS = ("menu", "other-language", "facilitator-site")


@event_priority(-150)  # after static-i18n (-100), which says which language this build is
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Runs once for each language, on the same configuration: everything it sets, it sets anew."""
    settings = Settings.of(config.config_file_path, config.extra)
    language = Language(config.theme["language"])
    curriculum = read_valid(settings)
    facts = curriculum.edition.facts
    config.site_name = facts["site.name"][language]
    config.site_description = facts["site.description"][language]
    config.copyright = credit_for(curriculum, language)
    config.nav = menu_for(curriculum, language)
    if "site.address" in facts and not config.site_url:
        config.site_url = facts["site.address"].en
    if elements.NAME not in config.markdown_extensions:
        config.markdown_extensions.append(elements.NAME)
    config.mdx_configs["toc"]["permalink_title"] = label("link-to-section", language)
    # static-i18n leaves the last page's addresses here as an attribute, which would reach the page for lost visitors
    vars(config.extra).pop("alternate", None)
    config.extra["language"] = language.value
    config.extra["audience"] = settings.audience.value
    config.extra["words"] = {name.replace("-", "_"): label(name, language) for name in TEMPLATE_WORDS}
    places = ("curriculum.yml", curriculum.edition.path, settings.notes)
    config.watch = [*config.watch, *(str(settings.root / place) for place in places if place)]
    return config
