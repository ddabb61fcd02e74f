"""The name by which the program that builds sites is called: MkDocs, or ProperDocs where that is what is installed.

In:  an environment with `mkdocs`     one in which ProperDocs answers whoever imports MkDocs, or that has no other
Out: `mkdocs`                         `properdocs`
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

PLAIN, OTHER = "mkdocs", "properdocs"
ANSWERS = "properdocs.replacement"
"""What ProperDocs loads at the start where it takes the place of MkDocs; called by that name, nothing runs then."""


def generator() -> str:
    """What follows `python -m`."""
    return OTHER if ANSWERS in sys.modules or (not _is_there(PLAIN) and _is_there(OTHER)) else PLAIN


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ValueError:  # loaded by somebody who does not say from where
        return True
