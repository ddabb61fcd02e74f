"""A picture's file: is it what its name says, whole, small enough, and silent about whoever made it?

Cameras and programs write into a picture where and when it was taken, with which device and by whom; some keep a small
copy of what was cut away. No page shows it, and any reader can find it. So each kind has a walk over its parts and a
list of those that a picture needs to be shown; any other part is refused, whatever it holds. `kinds` names the walks,
`traces` finds words for what a refused part tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curriculum.read.picture_files import avif, png
from curriculum.read.picture_files.kinds import POINTS, WALKS, kind_of, named_kind
from curriculum.read.picture_files.parts import CutShortError, Segment
from curriculum.read.picture_files.traces import told_by
from curriculum.words.model import Problem, Term

PICTURES = ("png", "jpg", "jpeg", "webp", "gif", "avif")
"""Ends of names of pictures: kinds that hold nothing a browser would run."""
MOST_BYTES = 1_000_000
"""A page with its first picture should open on an old phone in a weak network; a megabyte takes 20 s there."""
MOST_POINTS = 4096
"""Points of a side: what a phone of ten years ago can hold in its memory."""
ORDER = (
    *("told-place", "told-device", "told-person", "told-time", "told-comment", "told-copy", "told-film"),
    *("told-profile", "told-behind", "told-details", "told-unknown"),
)
"""What parts tell, worst first."""
VAGUE = {"told-details", "told-unknown"}
"""Said only of a part of which nothing more can be made out."""


def check_picture(path: str, ending: str, raw: bytes) -> list[Problem]:
    """Problems of the picture at `path`, whose name ends as `ending` says and whose file holds `raw`."""
    kind = kind_of(raw)
    if kind != named_kind(ending):
        return [Problem(path, 1, "picture-kind", {"found": Term(kind), "expected": Term(named_kind(ending))})]
    try:
        parts = list(WALKS[kind](raw))
        parts += _hidden(kind, raw, parts)
    except CutShortError:
        return [Problem(path, 1, "picture-broken")]
    sizes = [part.size for part in parts if part.size]
    if not sizes or not any(part.name in POINTS[kind] for part in parts) or min(map(min, sizes)) < 1:
        return [Problem(path, 1, "picture-broken")]
    told = traces_of(parts)
    traces = [Problem(path, 1, "picture-traces", {"found": tuple(map(Term, told))})] if told else []
    width, height = max(sizes, key=max)
    if max(width, height) > MOST_POINTS:
        values = {"found": f"{width} × {height}", "expected": str(MOST_POINTS)}
        traces.append(Problem(path, 1, "picture-points", values))
    return traces


def _hidden(kind: str, raw: bytes, parts: Sequence[Segment]) -> list[Segment]:
    """A part of its own for what stands among the points and is none of them."""
    unused = png.hidden(parts) if kind == "png" else avif.hidden(raw, parts) if kind == "avif" else b""
    return [Segment("hidden", unused, told="told-behind")] if unused else []


def traces_of(parts: Iterable[Segment]) -> list[str]:
    """What the parts that are not needed tell, as names of labels, worst first."""
    told: set[str] = set()
    for part in parts:
        if not part.needed:
            found = told_by(part.body)
            told |= found if found and part.told in VAGUE else found | {part.told}
    return [name for name in ORDER if name in told]
