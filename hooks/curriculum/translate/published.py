"""What a site is made of -> how its sections stand beside other languages, those that it does not have too.

In:  an edition in French alone, and a section of `docs/law.md` that changed since its French was read beside it
Out: that section of `docs/fr/law.md`: changed in English
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from curriculum.read.layers import Sources
from curriculum.read.placed import compared
from curriculum.read.source import Pages
from curriculum.translate.states import find_states
from curriculum.translate.values import Found
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.woven import Woven


def states_in_site(sources: Sources, chosen: Callable[[Pages], Pages] = dict) -> Iterator[Found]:
    """The sections of pages and notes in each language of the site; `chosen` says of which."""
    languages = compared(sources.languages)
    notes, pages = sources.bases.aside.get(NOTES, {}), sources.bases.aside.get(SHARED, {})
    for own, aside in ((sources.pages, {**notes, **pages}), (sources.notes, notes)):
        places = {uri for _, uri in own}
        beside = {key: page for key, page in aside.items() if key[1] in places}
        parted = {str(page.path) for page in own.values() if isinstance(page.path, Woven)}
        for found in find_states(chosen({**own, **beside}), sources.bases, languages):
            # Sections of an edition beside a shared page that nobody reads there: `edition status` watches over them.
            alone = found.source not in sources.languages and not sources.bases.layer_of(found.source_path)
            if found.language in sources.languages and not (alone and found.path in parted):
                yield found
