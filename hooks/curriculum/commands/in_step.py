"""How many sections of the course are behind another language; one quiet line a language, and where to look."""

from __future__ import annotations

import sys

from curriculum.read.layers import Sources
from curriculum.read.placed import compared
from curriculum.translate.published import states_in_site
from curriculum.translate.telling import summary
from curriculum.translate.values import State
from curriculum.words.problems import preferred_languages


def tell_behind(sources: Sources) -> None:
    """Of what readers see; nothing stops for it. An edition that keeps nothing is told nothing."""
    if not sources.languages:  # they cannot be made out, which is told
        return
    bases = sources.bases
    unread = {problem.path for problem in sources.problems}
    found = [one for one in states_in_site(sources) if one.state is not State.MISSING or one.path not in unread]
    found = [one for one in found if one.state is not State.UNSTAMPED or bases.keeps(bases.layer_of(one.path))]
    for language in preferred_languages():
        for line in summary(found, compared(sources.languages)[0], language):
            print(line, file=sys.stderr)
