"""The project -> what tells its place from the others: marks of the other editions, and all that this one may say.

A name, a number, an address or a host of another edition is foreign here, unless the whole country has it, shared text
has it outside the credit, this edition's own profile or lines name it, or `kept` lists it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from curriculum.read.layers import Sources
from curriculum.read.marks import (
    Marks,
    common_words,
    host_of,
    is_odd,
    marks_in,
    marks_of,
    names_with_neighbours,
    without_common,
)
from curriculum.read.others import Other, values_of
from curriculum.read.over import read_beside
from curriculum.read.resources import COUNTRY
from curriculum.words.audience import SHARED
from curriculum.words.labels import label, read_text_of
from curriculum.words.model import Edition, Page
from curriculum.words.woven import parts_by_file

SPOKEN = ("name", "short", "how", "note", "number")
"""What a line to call says to readers."""
CALLED = ("name", "short")
"""What a line is called."""
LONG = 8
"""Letters of a name that is looked for whole."""
INVENTED = "editions/example"
TERRITORY = "territory"
NAMED = ("site", "org", TERRITORY)
"""What a profile says of a place."""
TABLES = ("labels.yml", "forms.yml")
"""Words that the site itself says."""


@dataclass(frozen=True)
class Places:
    """What is foreign, and what is ours."""

    foreign: Marks
    """Marks of other editions, which may stand nowhere but in the credit."""
    elsewhere: Marks
    """Names in pages of other editions, which may stand where a page of ours says them."""
    ours: tuple[str, ...]
    """Every text that the site is made of."""
    credited: tuple[str, ...]
    """Shared text, of which what names another place is credit."""


def read_places(sources: Sources) -> Places:
    """What a site of these sources may say of places, and what not."""
    edition, others = sources.edition, sources.others
    assert edition
    own_pages, shared = _sides(sources, edition.path)
    country = tuple(_every(edition.written.get(COUNTRY)))
    owed = edition.credit.sources
    upstream = [said for one in owed for said in (*one.title.words.values(), one.authors, one.address)]
    private = (said for text in edition.private.values() for said in (text.plain, *text.words.values()))
    mine = [*_profile(edition), *_lines(edition), *edition.kept, *upstream, *private]
    everywhere = common_words([*shared, *read_beside(sources.root, sources.languages)])
    common = everywhere | common_words(own_pages)
    credit = Marks(names=frozenset(_credited_names(sources)))
    everybody = marks_in([*country, *_kept(edition), *edition.kept]) | credit
    # where this site stands and what it was made from, whoever else stands there too
    names = Marks(names=marks_in(mine).names, hosts=marks_in([*_profile(edition), *upstream]).hosts)
    foreign = marks_in(said for other in others for said in (*_profile(other), *_lines(other)))
    ours = _small(everybody | names)
    foreign = replace(foreign, names=frozenset(_names(others, everywhere | ours, common | ours)))
    pages = marks_in(text for other in others for text in other.pages)
    foreign |= Marks(pages.numbers, pages.addresses, pages.hosts | {host_of(one) for one in foreign.addresses})
    said = [*country, *shared, *_read_said(sources)]
    own = [*mine, *own_pages, *said]
    return Places(
        foreign - everybody - names,
        without_common(Marks(names=pages.names) - everybody - names, common),
        tuple(own),
        tuple(said),
    )


def _sides(sources: Sources, edition: str) -> tuple[list[str], list[str]]:
    """What the edition's own files say, pages and notes, and what shared ones do."""
    own: list[str] = []
    shared: list[str] = []
    for page in (*sources.pages.values(), *sources.notes.values()):
        here, below = ("", page.body) if is_shared(page, edition) else parts_by_file(page.path, page.body)
        own.append(here)
        shared.append(below)
    return [*filter(None, own)], [*filter(None, shared)]


def _credited_names(sources: Sources) -> Iterator[str]:
    """The names of the first course and of those between, which stand in the credit of every page and paper.

    In:  "Alongside / Côte à côte"
    Out: "Alongside", "Côte à côte"
    """
    for language in sources.languages:
        yield from label("credit-words", language).split(" / ")
        yield from (source.title[language] for source in sources.edition.credit.sources) if sources.edition else ()


def is_shared(page: Page, edition: str) -> bool:
    """True for a page or note of every edition."""
    return not page.path.startswith(f"{edition}/")


def local_marks(sources: Sources) -> Marks:
    """What tells any place here from another: shared text says none of it."""
    editions = (*sources.others, *((sources.edition,) if sources.edition else ()))
    country = marks_in(_every(sources.edition.written.get(COUNTRY)) if sources.edition else ())
    found = marks_in(said for edition in editions for said in (*_profile(edition), *_lines(edition)))
    pages = (*sources.pages.values(), *sources.notes.values())
    shared = [page.body for page in pages if page.path.startswith(f"{SHARED}/")]
    common = common_words([*shared, *read_beside(sources.root, sources.languages)])
    names = frozenset(_names(editions, common | _small(country)))
    return replace(found - country, names=names)


def _small(marks: Marks) -> frozenset[str]:
    return frozenset(name.casefold() for name in marks.names)


def _names(
    editions: Iterable[Edition | Other], common: Container[str], here: Container[str] = frozenset()
) -> Iterator[str]:
    """Names of places and services: words of a profile, and words of the names of lines with a neighbour.

    A word that only the pages of one place write small, those in `here`, may be a word of everyday: not the name of a
    nation, nor one with a capital within. What is invented can mislead nobody, and its names are words of everyday.
    """
    for edition in editions:
        if edition.path != INVENTED:
            nations = {name for said in _profile(edition, (TERRITORY,)) for name in marks_of(said).names}
            for said in _profile(edition):
                found = without_common(marks_of(said), common).names
                yield from (n for n in found if n in nations or is_odd(n) or n.casefold() not in here)
            yield from (said for said in _called(edition) if len(said) >= LONG)
            for said in _lines(edition, CALLED):
                yield from names_with_neighbours(said, common)


def _every(values: Any) -> Iterator[str]:
    yield from (said for _, said in values_of(values))


def _values(edition: Edition | Other, file: str) -> Any:
    return edition.written.get(f"{edition.path}/{file}", {})


def _profile(edition: Edition | Other, keys: Container[str] = NAMED) -> list[str]:
    said = values_of(_values(edition, "profile.yml"))
    return [words for name, words in said if name.split(".")[0] in keys]


def _called(edition: Edition | Other) -> list[str]:
    """The names of the site and of who offers it, whole."""
    said = values_of(_values(edition, "profile.yml"))
    return [words for name, words in said if name.startswith(("site.name", "org.name"))]


def _lines(edition: Edition | Other, keys: Sequence[str] = SPOKEN) -> list[str]:
    said = values_of(_values(edition, "resources.yml"))
    return [words for name, words in said if name.startswith("resources.") and name.split(".")[2] in keys]


def _kept(edition: Edition) -> list[str]:
    """What the facts and lines say that are kept on purpose."""
    profile = values_of(_values(edition, "profile.yml"))
    found = [said for name, said in profile if _within(name, edition.kept)]
    for line in _values(edition, "resources.yml").get("resources", ()):
        if str(line["id"]) in edition.kept:
            found += _every(line)
    return found


def _within(name: str, kept: Iterable[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in kept)


def _read_said(sources: Sources) -> Iterator[str]:
    """What the site itself says in every edition, the credit among it; and the licences that lie in its ZIPs."""
    for language in sources.languages:
        yield from (read_text_of(name, language) for name in TABLES)
    for path in sorted((sources.root / "LICENSES").glob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")
    if arc := sources.arc:
        yield from (arc.version, arc.licence)
        yield from (week.load.reason[language] for week in arc.sessions for language in sources.languages)
