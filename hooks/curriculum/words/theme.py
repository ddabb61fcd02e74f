"""How an edition looks where it looks otherwise: its logo and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from curriculum.words.values import Text

LIGHT, DARK = "light", "dark"
"""What a device shows pages in."""
HIGH, WIDE = 28, 112
"""Points of a logo in the bar above each page, at most."""


@dataclass(frozen=True)
class Logo:
    """The picture in front of a site's name."""

    place: str
    """In the site: `theme/logo-1b4f0e985197.png`, with the hash of what it holds: no browser shows an old one."""
    content: bytes = field(repr=False)
    width: int
    height: int
    """As it is shown, in points."""
    alt: Text = field(default_factory=Text)
    """What it shows; without words, it stands for the organisation."""


@dataclass(frozen=True)
class Theme:
    """What `theme/` of an edition says."""

    path: str = ""
    """Its file: `partner/theme/theme.yml`."""
    colours: Mapping[tuple[str, str], str] = field(default_factory=dict, hash=False)
    """By name and light: {("follow", "dark"): "#93cfc9"}."""
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict, hash=False)
    """Where it says which colour."""
    logo: Logo | None = None


def shown_size(width: float, height: float) -> tuple[int, int]:
    """A picture of this size as the bar shows it.

    In:  512, 128
    Out: 112, 28
    """
    scale = min(HIGH / height, WIDE / width)
    return max(1, round(width * scale)), max(1, round(height * scale))
