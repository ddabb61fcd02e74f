"""What a second reader would look at: words to weigh, typography, languages beside each other, how hard a page reads.

    prose     a page -> its blocks of plain words, with their lines
    wording   blocks + the house's list of words -> problems, unless the author said why
    parity    a page and its counterpart -> problems where one has a box, a row or a link the other lacks
    beside    the same, block by block -> other numbers, units, answers
    lengths   the same -> a sentence that was lost, or stayed
    foreign   a page -> sentences in another language than its own, words that nobody translated
    held      both texts of a section -> of all that, what keeps anybody from saying that they agree
    answers   the same, table by table -> a “no” in one language that is a “not now” in the other
    values    what edition and plan say in each language -> the same of these
    reading   blocks -> how hard the page reads, by the formula of its language
    sentences the paragraphs of a session, its notes, a page before it or the guide -> too many very short sentences
    doubt     a page -> places where it says again that something is to be confirmed
    local     shared text that says what one place has; lines to call whose check is too old
    tables    a page -> columns without a title

Unlike `checks`, nothing here keeps a site from being built: `python -m curriculum review` and the tests run it.
"""

from __future__ import annotations

from curriculum.checks.languages import counterpart_of
from curriculum.read.languages import every
from curriculum.read.layers import Settings, Sources, read_all
from curriculum.read.placed import in_folders
from curriculum.review.answers import check_answers
from curriculum.review.doubt import check_doubt
from curriculum.review.foreign import check_foreign
from curriculum.review.held import differences
from curriculum.review.local import check_due, check_shared
from curriculum.review.prose import blocks_of
from curriculum.review.reading import Reading, check_reading, measure
from curriculum.review.sentences import check_sentences
from curriculum.review.tables import check_tables
from curriculum.review.values import check_values
from curriculum.review.wording import check_wording
from curriculum.words.model import Page, Problem


def review_everything(settings: Settings) -> tuple[list[tuple[Page, Reading]], list[Problem]]:
    """Each page and note of one audience with how it reads, and what a second reader would say.

    A page that cannot be read is said to be so.
    """
    sources = read_all(settings)
    if not sources.languages:  # nothing can be told apart
        return [], list(sources.problems)
    readings = []
    problems = [problem for problem in sources.problems if problem.path.endswith(".md")]
    told = _read_through(sources)
    for page in (*sources.pages.values(), *sources.notes.values()):
        blocks = blocks_of(page)
        readings.append((page, measure(blocks, page.language)))
        problems += check_wording(page, blocks) + check_reading(*readings[-1]) + check_tables(page) + check_doubt(page)
        problems += check_sentences(page, blocks) if page.uri in told else []
        problems += check_foreign(page, every(sources.languages))
    problems += sources.remarks
    return readings, problems + _review_pairs(sources) + check_values(sources) + check_shared(sources) + check_due(
        sources
    )


def _read_through(sources: Sources) -> set[str]:
    """Pages of running prose: sessions and their notes, what is read before them, and the guide; no sheet, no list."""
    if not sources.arc:
        return set()
    places = (*sources.arc.menu.get("before", ()), *sources.arc.menu.get("guide", ()))
    return {session.uri for session in sources.arc.sessions} | {place.uri for place in places}


def _review_pairs(sources: Sources) -> list[Problem]:
    problems, languages = [], in_folders(sources.languages)
    for pages in (sources.pages, sources.notes):
        for key, page in pages.items():
            first = counterpart_of(key, pages, languages) if key[0] != languages[0] else None
            problems += [*differences(page, first, languages), *check_answers(page, first)] if first else []
    return problems
