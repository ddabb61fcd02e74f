"""The bar at the foot of a live page: for whom one looks, and what is to be mended. No built page holds it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from curriculum.live.policy import read_script
from curriculum.words.labels import label
from curriculum.words.model import Language, Problem
from curriculum.words.problems import say, set_of

MAIN = re.compile(r"<title>.*?</title>|<main.*</main>", re.DOTALL)


@dataclass(frozen=True)
class Ways:
    """Where the switch of a page leads, and which way is taken; "" where there is nothing to lead to."""

    participants: str
    facilitators: str
    paper: str
    is_facilitators: bool


@dataclass(frozen=True)
class Visit:
    """Which page is looked at, and when."""

    path: str
    """Its file; "" where it has none."""
    language: Language
    ways: Ways
    number: int
    """Of the moment."""
    restart: bool


def with_bar(page: str, bar: str) -> str:
    """A page with the bar, its style and the script that renews it."""
    head, _, rest = page.partition("</head>")
    body, _, end = rest.rpartition("</body>")
    style = '<link rel="stylesheet" href="/-/bar.css">'
    return f"{head}{style}\n</head>{body}{bar}\n<script>{read_script()}</script>\n</body>{end}"


def bar_of(page: str, look: Visit, problems: Sequence[Problem]) -> str:
    """The bar of a page; the problems of its own file come first."""
    language = look.language
    found = set_of(problems, language)
    ordered = sorted(found, key=lambda problem: (problem.path != look.path, problem.path, problem.line))
    words = {"moment": label("live-moment", language, file="{file}"), "gone": label("live-gone", language)}
    marks = {"number": str(look.number), "page": _mark(page), "frame": _mark(MAIN.sub("", page)), **words}
    data = " ".join(f'data-{name}="{escape(value)}"' for name, value in marks.items())
    again = f"<p>{label('live-restart', language)}</p>" if look.restart else ""
    return (
        f'<aside class="live" lang="{language.code}" aria-label="{label("live", language)}" {data}>'
        f"{_switch(look.ways, language)}<div>{_problems(ordered, look.path, language)}{again}</div>"
        '<p class="live-moment" role="status"></p></aside>'
    )


def _switch(ways: Ways, language: Language) -> str:
    names = {"participants": not ways.is_facilitators, "facilitators": ways.is_facilitators, "paper": False}
    links = []
    for name, here in names.items():
        way = getattr(ways, name)
        current = ' aria-current="true"' if here else ""
        links.append(f'<a href="{escape(way)}"{current}>{label(f"live-{name}", language)}</a>' if way else "")
    return f'<nav aria-label="{label("live-switch", language)}">{"".join(links)}</nav>'


def _problems(problems: Sequence[Problem], path: str, language: Language) -> str:
    if not problems:
        return f'<p class="live-well">{label("live-well", language)}</p>'
    kept = f"<p>{label('live-kept', language)}</p>" if any(problem.path == path for problem in problems) else ""
    count = label("live-mend", language, count=len(problems))
    first, *more = [_problem(problem, language) for problem in problems]
    head = f'<span class="live-mend">{count}</span> {first}'
    if not more:
        return f"<p>{head}</p>{kept}"
    items = "".join(f"<li>{said}</li>" for said in more)
    return f"<details><summary>{head}</summary><ol>{items}</ol></details>{kept}"


def _problem(problem: Problem, language: Language) -> str:
    """File and line, then the sentence."""
    place = f"{problem.path}:{problem.line}"
    return f"<code>{escape(place)}</code> {escape(say(problem, language).removeprefix(f'{place}: '))}"


def bare_page(title: str, policy: str, language: Language, words: str) -> str:
    """A page for when there is nothing to show yet."""
    return (
        f'<!doctype html>\n<html lang="{language.code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="/assets/site.css">\n</head>\n<body>\n'
        f'<main id="page"><article><h1>{escape(title)}</h1><p>{escape(words)}</p></article></main>\n</body>\n</html>\n'
    )


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
