"""Every document of the built sites: its PDF, and what it was printed from."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TypeVar

import pikepdf
from curriculum.elements.markdown import to_html
from curriculum.formats.articles import Articles
from curriculum.formats.documents import handout_documents
from curriculum.formats.pdf.everything import PrintJob, added_jobs, book_jobs, pack_jobs, print_jobs
from curriculum.read.layers import Settings, read_curriculum
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Kind, Text
from curriculum.words.paper import VARIANTS, Document, Variant

from reading.pdf.drawn import DrawnPage, read_drawn
from reading.pdf.tags import Tag, read_tags

ADDRESS = "https://curriculum.example.org/"
"""A site's address for tests: the edition we ship has none."""
Result = TypeVar("Result")


@dataclass(frozen=True)
class Print:
    """One PDF, and what it was printed from."""

    place: str
    pdf: bytes
    document: Document
    variant: Variant

    @property
    def html(self) -> str:
        """The HTML of all its articles, one after the other; the contents of a book stand behind the first, by name."""
        parts = [to_html(article.text) for article in self.document.articles]
        if self.document.contents:
            parts[0] += f"<h2>{label('contents', self.document.language)}</h2>"
        return "\n".join(parts)

    @property
    def is_handout(self) -> bool:
        """True for a handout alone, not in a pack or a book."""
        return len(self.document.articles) == 1

    @property
    def is_card_sheet(self) -> bool:
        """True for a pocket card to cut out; in large print it is a sheet like any other."""
        return self.is_handout and self.document.articles[0].kind is Kind.POCKET_CARD and "large" not in self.place


@dataclass(frozen=True)
class OpenPrint:
    """A print as its readers see it: the file, its tags, and what is drawn on its pages."""

    printed: Print
    file: pikepdf.Pdf
    tags: Tag
    pages: list[DrawnPage]


@contextmanager
def open_print(printed: Print) -> Iterator[OpenPrint]:
    """Open a print for checking."""
    with pikepdf.open(BytesIO(printed.pdf)) as file:
        yield OpenPrint(printed, file, read_tags(file), read_drawn(printed.pdf))


@cache
def read_curriculum_of(root: Path, notes: str = "") -> Curriculum:
    """The curriculum of a project, as its participants have it, or its facilitators."""
    curriculum, problems = read_curriculum(Settings(root, notes))
    assert curriculum is not None, problems
    return curriculum


@cache
def read_prints(root: Path) -> tuple[Print, ...]:
    """Every PDF of a built project as facilitators have them: handouts, packs, books."""
    curriculum, site = read_curriculum_of(root, "facilitator"), root / "site-facilitator"
    pdfs = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.pdf")}
    return tuple(_as_print(job, pdfs) for job in jobs_of(curriculum, pdfs))


@cache
def read_handouts(root: Path) -> tuple[Print, ...]:
    """Every handout of a built project, in each language and variant."""
    return tuple(printed for printed in read_prints(root) if printed.is_handout)


def sample_of(prints: Sequence[Print]) -> tuple[Print, ...]:
    """Each document in one variant, the next one in the next variant; the first of each kind in all of its variants.

    Of books one variant is enough: they are the longest, and hold what the others hold.

    A document in another variant is laid out by the same template from the same tree. Where `--every-page` asks for
    it (each week, by the workflow), all of them.
    """
    if os.environ.get("EVERY_PAGE"):
        return tuple(prints)
    variants: dict[str, list[Print]] = defaultdict(list)
    for printed in prints:
        variants[printed.document.place].append(printed)
    chosen, kinds = [], set()
    for number, place in enumerate(sorted(variants)):
        same = variants[place]
        kind = _kind_of(same[0])
        chosen += [same[number % len(same)]] if kind in kinds or same[0].document.contents else same
        kinds.add(kind)
    return tuple(chosen)


def _kind_of(printed: Print) -> str:
    """Of a handout its kind; of the rest the end of its name: `week-01-handouts` and `week-02-handouts` are alike."""
    kind = printed.document.articles[0].kind
    if printed.is_handout and kind:
        return kind.value
    return re.sub(r"\d+", "", printed.document.place.rpartition("/")[2])


@cache
def read_sample(root: Path) -> tuple[Print, ...]:
    """The documents of a built project that are looked at one by one."""
    return sample_of(read_prints(root))


@cache
def print_with_address(root: Path) -> tuple[Print, ...]:
    """Every handout of a curriculum whose site has an address, so that its pages carry codes."""
    curriculum = read_curriculum_of(root, "facilitator")
    facts = {**curriculum.edition.facts, "site.address": Text(plain=ADDRESS)}
    known = replace(curriculum, edition=replace(curriculum.edition, facts=facts))
    handouts = handout_jobs(known)
    pdfs, problems = print_jobs(handouts, root)
    assert problems == []
    return tuple(_as_print(job, pdfs) for job in handouts)


def handout_jobs(curriculum: Curriculum) -> list[PrintJob]:
    """Every handout in every variant."""
    return [(document, variant) for _, document in handout_documents(Articles(curriculum)) for variant in VARIANTS]


def jobs_of(curriculum: Curriculum, pdfs: Mapping[str, bytes]) -> list[PrintJob]:
    """What is printed for an audience, from the handouts that were."""
    articles = Articles(curriculum)
    return [
        *handout_jobs(curriculum),
        *pack_jobs(articles, pdfs),
        *book_jobs(articles),
        *chain.from_iterable(added_jobs(articles)),
    ]


def _as_print(job: PrintJob, pdfs: Mapping[str, bytes]) -> Print:
    document, variant = job
    place = variant.pdf_of(document.place)
    return Print(place, pdfs[place], document, variant)


def each(check: Callable[[Print], Result], prints: Iterable[Print]) -> dict[str, Result]:
    """What a check finds in each print, by its place; as many at a time as the computer has cores."""
    chosen = list(prints)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return dict(zip((printed.place for printed in chosen), pool.map(check, chosen, chunksize=4), strict=True))
