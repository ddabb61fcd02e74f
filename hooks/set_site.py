"""Adapter: the site's name, address and menu from the edition and the arc, in the language being built."""

from curriculum.course import opened
from curriculum.read.resources import COUNTRY
from curriculum.site.frame import address_on_web, told_to
from curriculum.site.menus import credit_for, menu_for
from curriculum.site.policy import policy_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


@event_priority(-150)  # after static-i18n (-100), which says which language this build is
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Runs once for each language, on the same configuration: everything it sets, it sets anew."""
    course = opened(config.extra, config.config_file_path)
    curriculum, sources = course.curriculum, course.sources
    language = curriculum.language(config.theme["language"])
    facts = curriculum.edition.facts
    config.site_name = facts["site.name"][language]
    config.site_description = facts["site.description"][language]
    config.copyright = credit_for(curriculum, language)
    config.nav = menu_for(curriculum, language)
    config.site_url = address_on_web(curriculum, config.site_url or "")
    # static-i18n leaves the last page's addresses here as an attribute, which would reach the page for lost visitors
    vars(config.extra).pop("alternate", None)
    config.extra.update(told_to(curriculum, language, sources.scripts, policy_of(sources.scripts)))
    places = ("curriculum.yml", curriculum.edition.path, COUNTRY, config.extra.get("notes", ""))
    paths = [sources.root / place for place in places if place]
    config.watch = [*config.watch, *(str(path) for path in paths if path.exists())]
    return config
