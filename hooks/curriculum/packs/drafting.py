"""A page with the rows that came back for it, before anything is written: with all of them, or with some."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from curriculum.packs.placing import Pieces, joined_pieces, new_page, section_in, with_piece
from curriculum.packs.values import Filled, Row
from curriculum.translate.pieces import TOP, raw_pieces


@dataclass(frozen=True)
class Fit:
    """A row that fits by itself."""

    row: Row
    lines: Sequence[str]
    """The translation as it would stand in its page."""
    came: Filled

    @property
    def id(self) -> str:
        """That of the section."""
        return self.row.found.section


@dataclass(frozen=True)
class DraftPage:
    """A page and its rows, in the order of the page that they translate."""

    path: str
    before: str
    """Its text as it is; "" where there is none yet."""
    source: str
    """The text of the page that it translates."""
    fits: tuple[Fit, ...]

    @property
    def order(self) -> list[str]:
        """The ids of the page that it translates."""
        return [id for id, _ in raw_pieces(self.source)]

    @property
    def lacking(self) -> list[str]:
        """The ids of sections that a page which is not there yet needs, and that did not come."""
        here = {fit.id for fit in self.fits}
        wanted = (id for id in self.order if id != TOP or section_in(self.source, TOP))
        return [] if self.before else [id for id in wanted if id not in here]

    def pieces(self, fits: Iterable[Fit]) -> Pieces:
        """The page with these rows, in pieces."""
        if not self.before:
            return new_page(self.source, {fit.id: fit.lines for fit in fits})
        pieces: Pieces = raw_pieces(self.before)
        for fit in fits:
            pieces = with_piece(pieces, fit.id, fit.lines, self.order)
        return pieces

    def text(self, fits: Iterable[Fit]) -> str:
        """The page with these rows."""
        return joined_pieces(self.pieces(fits))


def draft_of(path: str, before: str, source: str, fits: Iterable[Fit]) -> DraftPage:
    """A draft of a page, its rows in order."""
    order = [id for id, _ in raw_pieces(source)]
    placed = sorted(fits, key=lambda fit: order.index(fit.id) if fit.id in order else 0)
    return DraftPage(path, before, source, tuple(placed))
