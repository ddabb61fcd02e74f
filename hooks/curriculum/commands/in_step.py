"""How many sections of the course are behind another language; one quiet line a language, and where to look."""

from __future__ import annotations

import sys

from curriculum.read.layers import Sources
from curriculum.translate.states import find_states
from curriculum.translate.telling import summary
from curriculum.translate.values import State
from curriculum.words.problems import preferred_languages


def tell_behind(sources: Sources) -> None:
    """Of what readers see; nothing stops for it. An edition that keeps nothing is told nothing."""
    if not sources.languages:  # they cannot be made out, which is told
        return
    bases = sources.bases
    found = [one for pages in (sources.pages, sources.notes) for one in find_states(pages, bases, sources.languages)]
    found = [one for one in found if one.state is not State.UNSTAMPED or bases.keeps(bases.layer_of(one.path))]
    for language in preferred_languages():
        for line in summary(found, sources.languages[0], language):
            print(line, file=sys.stderr)
