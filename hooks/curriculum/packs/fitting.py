"""A row that came back, beside the section as it stands now -> why it cannot be taken in; nothing where it fits.

The structure has to be that of the text it translates, as the second reader of the house compares it: headings with
their ids, elements, lists, tables, paragraphs, facts, links, numbers. Its sentences are free, as long as it has words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from curriculum.elements.given import give_the_same
from curriculum.elements.vocabulary import find_elements
from curriculum.packs.apart import reaches_over
from curriculum.packs.cleaning import cleaned
from curriculum.packs.lines import laid_out, typed
from curriculum.packs.marking import SIGNS
from curriculum.packs.outline import names_apart
from curriculum.packs.placing import front_of, keys_typed
from curriculum.packs.strays import strays_above, strays_beside
from curriculum.packs.telling import sentence_of
from curriculum.packs.values import Filled, Row, RowFault, sum_of
from curriculum.read.languages import Languages
from curriculum.read.limits import MOST_SHOWN, check_limits
from curriculum.read.source import parse_page
from curriculum.read.textfile import check_marks, check_signs, check_size, most_in
from curriculum.review.held import lost_in
from curriculum.translate.pieces import TOP, plain
from curriculum.words.model import Language, Page, Problem, Term, Words


@dataclass(frozen=True)
class Beside:
    """A row as it stands in the project, what came back for it, and where to say so."""

    row: Row
    filled: Filled
    place: str
    languages: Languages

    @cached_property
    def lines(self) -> list[str]:
        """The translation as it would stand in the page."""
        return cleaned(self.filled.lines, self.row.source)

    @cached_property
    def too_much(self) -> list[Problem]:
        """How long or deep the text is, where nobody could take it apart in time."""
        path, text = self.row.found.path, laid_out(self.lines, self.row.present)
        return check_size(path, len(text.encode()), most_in(path)) or check_limits(path, 1, text)

    @cached_property
    def is_here(self) -> bool:
        """True where readers of the project get these very words already, whatever signs make them."""
        if self.too_much:
            return False
        here, there = (keys_typed(text) for text in ("\n".join(self.lines), self.row.present))
        keys, kept = ({key: plain(value) for key, value in one.items()} for one in (here[0], there[0]))
        return bool(self.row.present) and keys == kept and give_the_same(here[1], there[1])

    @cached_property
    def pages(self) -> tuple[Page, Page]:
        """The translation and the text as pages, for whoever compares pages."""
        found = self.row.found
        return _page(self, "\n".join(self.lines), found.language), _page(self, self.row.source, found.source)

    @cached_property
    def lost(self) -> list[Problem]:
        """What would keep whoever types it from saying that both agree."""
        return lost_in(*self.pages, self.languages)

    def problem(self, rule: str, **values: Words) -> Problem:
        """One thing that does not fit, with the number and the name of the row."""
        found = self.row.found
        about: dict[str, Words] = {"row": str(self.filled.number), "part": found.part, "other": found.source_part}
        return Problem(self.place, self.filled.place, rule, {**about, **values})


def is_silent(beside: Beside) -> bool:
    """True for a row that holds nothing but its translation."""
    return not any(_left_in(beside))


def misfits(beside: Beside) -> list[Problem]:
    """Why a row cannot be taken in; the first kind of reason, for the others follow from it."""
    for kind in (_left_in, _words, _too_much, _moved, _finished, _outline, _over, _structure, _spoken):
        if found := list(kind(beside)):
            return found
    return []


def _left_in(beside: Beside) -> Iterator[Problem]:
    """What no page can hold, in the order in which somebody would look for it."""
    if RowFault.MERGED in beside.filled.left:
        yield beside.problem("pack-merged")
        return
    if RowFault.MARK in beside.filled.left:
        yield beside.problem("pack-marks")
        return
    for left in sorted(beside.filled.left - {RowFault.UNFINISHED}, key=lambda one: one.value):
        yield beside.problem("pack-left", found=Term(f"pack-{left.value}"))
    yield from _strays(beside)
    text = "\n".join(beside.filled.lines)
    if signs := SIGNS.search(text):
        yield beside.problem("pack-left", found=signs[0][:MOST_SHOWN])
    for problem in [*check_marks(beside.place, text), *check_signs(beside.place, 1, text)]:
        yield beside.problem("pack-left", found=problem.values["found"])


def _strays(beside: Beside) -> Iterator[Problem]:
    """Words that stand in no translation; of a row that is not as it was sent, nobody can say what stood beside it."""
    row, filled = beside.row, beside.filled
    is_as_sent = filled.sums == (sum_of(row.source), sum_of(row.present))
    for name, lines in (
        ("pack-above", strays_above(row, filled)),
        ("pack-beside", strays_beside(row, filled) if is_as_sent else []),
    ):
        if lines:
            yield beside.problem("pack-left", found=Term(name, {"words": lines[0].strip(" >*#-\t")[:MOST_SHOWN]}))


def _words(beside: Beside) -> Iterator[Problem]:
    if not beside.lines:
        yield beside.problem("pack-empty")


def _too_much(beside: Beside) -> Iterator[Problem]:
    for problem in beside.too_much:
        yield beside.problem("pack-refused", found=sentence_of(problem, beside.row.found.path))


def _moved(beside: Beside) -> Iterator[Problem]:
    """What is not as it was when the pack was made; else, a translation that nobody changed."""
    row, (source, present) = beside.row, beside.filled.sums
    if source != sum_of(row.source):
        yield beside.problem("pack-source-moved", language=row.found.source)
    elif present != sum_of(row.present):
        yield beside.problem("pack-text-moved", language=row.found.language)
    elif beside.is_here:
        yield beside.problem("pack-untouched")


def _finished(beside: Beside) -> Iterator[Problem]:
    """What a program says of a translation; one that nobody touched waits for the next pack, whatever is said of it."""
    if RowFault.UNFINISHED in beside.filled.left:
        yield beside.problem("pack-unfinished")


def _outline(beside: Beside) -> Iterator[Problem]:
    """Headings, keys and the ends of elements: what is under other ones has nothing to be compared with."""
    row, text = beside.row, "\n".join(beside.lines)
    for name, words, wanted in names_apart(row, text):
        yield beside.problem("pack-structure", kind=Term(name), found=words, expected=wanted)
    slips = find_elements(text)[1]
    if slips and not find_elements(row.source)[1]:
        found = text.split("\n")[slips[0].line - 1].strip()[:MOST_SHOWN]
        yield beside.problem("pack-structure", kind=Term("parity-element"), found=found, expected=Term("pack-closed"))


def _structure(beside: Beside) -> Iterator[Problem]:
    for problem in beside.lost:
        if problem.rule == "parity":
            values = {name: problem.values[name] for name in ("kind", "found", "expected")}
            yield beside.problem("pack-structure", **values)


def _over(beside: Beside) -> Iterator[Problem]:
    """Words that would change the section after them, where those of the source do not."""
    id = beside.row.found.section
    if reaches_over(id, "\n".join(beside.lines)) and not reaches_over(id, beside.row.source):
        yield beside.problem("pack-over")


def _page(beside: Beside, text: str, language: Language) -> Page:
    """A section as a page of its own, for whoever compares pages; its lines as they are typed, in both languages."""
    words = "\n".join(typed(text))
    words = front_of(words) if beside.row.found.section == TOP else words
    return parse_page(beside.row.found.part, f"{language.folder}row.md", words, beside.languages)[0]


def _spoken(beside: Beside) -> Iterator[Problem]:
    """Sentences that read as another language than that of the row."""
    for problem in beside.lost:
        if problem.rule == "untranslated":
            language = problem.values["language"]
            yield beside.problem(
                "pack-spoken", found=problem.values["found"], language=language, own=beside.row.found.language
            )
            return
