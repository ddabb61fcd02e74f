"""The layers of the style become one small file: a page asks for one, and a slow line pays for every byte.

Later layers win over earlier ones by their order alone. They are not wrapped in `@layer`: browsers older than 2022 skip
whatever stands in it, and the phones of our readers are old.
Source of what may be left out: CSS Syntax Module Level 3, https://www.w3.org/TR/css-syntax-3/
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from curriculum.read.styles import Styles
from curriculum.words.values import Audience

PLACE = "assets/site.css"
"""Where the pages look for it."""
LAYERS = ("letters", "base", "frame", "logo", "article", "handout", "fill", "search", "print")
"""What a site is styled with, first to last."""
THEIRS = ("facilitators",)
"""What the site of facilitators has on top."""
ALONE = ("base", "frame", "article", "handout", "print", "single")
"""The same for a week in one file, which has its letters in it, no field and no search."""
TONIGHT = (*ALONE, "tonight")
"""The same for the file that facilitators hold in their hand."""

TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?P<space>(?:\s|/\*.*?\*/)+)|(?P<sign>[{};,>])"""
    r"""|[^"'\s{};,>/]+|.""",
    re.DOTALL,
)
"""A string, a stretch of white space and comments, a sign that ends what stands before it, or anything else."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BEFORE = ("{", "}", ";", ",", ">", ":")
"""White space behind these means nothing, nor in front of all but the colon: `a :hover` is not `a:hover`."""


def site_style(styles: Styles, audience: Audience) -> str:
    """The style of a site: that of participants says nothing of what facilitators see."""
    return join_layers(styles, (*LAYERS, *THEIRS) if audience is Audience.FACILITATOR else LAYERS)


def join_layers(styles: Styles, names: Iterable[str]) -> str:
    """Layers in order, as one small text; a project without styles has an empty one."""
    return make_small("\n".join(styles[name] for name in names if name in styles))


@lru_cache(maxsize=8)  # each site asks for its style once a language, and so does its last check
def make_small(text: str) -> str:
    """CSS without comments and without white space that means nothing; strings stay as they are.

    In:  `a > b, c { color: red; } /* why */ p::after { content: ": "; }`
    Out: `a>b,c{color:red}p::after{content:": "}`
    """
    pieces: list[str] = [""]
    for token in TOKEN.finditer(text):
        if token["space"]:
            if pieces[-1] and not pieces[-1].endswith(BEFORE):
                pieces.append(_between(token[0]))
            continue
        if token["sign"] and pieces[-1] in (" ", "/**/"):
            pieces.pop()
        if token[0] == "}" and pieces[-1] == ";":
            pieces.pop()
        pieces.append(token[0])
    return "".join(pieces).strip()


def _between(space: str) -> str:
    """What stays of white space and comments between two words: one space, or else what keeps them apart."""
    return " " if COMMENT.sub("", space) else "/**/"
