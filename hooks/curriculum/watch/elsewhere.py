"""Addresses of other sites in what the course says -> which are there, which have moved, which are gone.

Asked only by `python run.py links`, never by a build: each of these sites learns that this computer asked. What cannot
be looked at is said to be so; a site may answer a browser and nothing else.
"""

from __future__ import annotations

import http.client
import re
import ssl
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import NamedTuple
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from curriculum.read.layers import Sources
from curriculum.read.source import text_lines
from curriculum.words.composed import Place
from curriculum.words.model import Problem, Term, Words

ADDRESS = re.compile(r"https?://(?:\([^\s()]*\)|[^\s<>()\"“”«»|\]\\])+")
ENDS = ".,;:!?*_’'"
"""Signs of a sentence, when an address ends with them."""
WHO = "curriculum-links/1"
"""What a site is told of who asks."""
AT_ONCE = 8
"""Sites asked side by side; of each site one address after the other."""
MOST_STEPS = 5
SECONDS = 20.0
PERMANENT, PASSING = (301, 308), (302, 303, 307)
GONE = (404, 410)


class Reached(NamedTuple):
    """What became of an address: the rule that tells it, "" where it is there, with what else is to be said."""

    rule: str
    values: Mapping[str, Words] = {}


def addresses_in(sources: Sources) -> dict[str, list[Place]]:
    """Each address outside the site, without its section, and where it is written, in the order of the files."""
    found: dict[str, list[Place]] = {}
    for page in (*sources.pages.values(), *sources.notes.values()):
        for number, line in text_lines(page.body):
            for address in ADDRESS.findall(line):
                found.setdefault(urldefrag(address.rstrip(ENDS)).url, []).append(Place(page.path, number + page.offset))
    if edition := sources.edition:
        for name, text in edition.facts.items():
            for code, words in (text.words or {"": text.plain}).items():
                place = Place(f"{edition.path}/profile.yml", edition.lines.get(f"{name}.{code}" if code else name, 1))
                for address in ADDRESS.findall(words):
                    found.setdefault(urldefrag(address).url, []).append(place)
    return found


def read_all_reached(addresses: Mapping[str, list[Place]], seconds: float = SECONDS) -> dict[str, Reached]:
    """Ask each address, and wait so many seconds for each."""
    by_site: dict[str, list[str]] = {}
    for address in addresses:
        by_site.setdefault(urlsplit(address).netloc, []).append(address)

    def ask(those: list[str]) -> list[tuple[str, Reached]]:
        return [(address, read_reached(address, seconds)) for address in those]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {address: answer for those in pool.map(ask, by_site.values()) for address, answer in those}


def read_reached(address: str, seconds: float) -> Reached:
    """Follow an address to where it leads now."""
    here, for_good = address, True
    for _ in range(MOST_STEPS):
        code, leads_to, fault = _read_step(here, seconds)
        if fault:
            return Reached("link-unknown", {"reason": Term(fault)})
        if code in GONE:
            return Reached("link-gone", {"code": str(code)})
        if code not in (*PERMANENT, *PASSING) or not leads_to:
            there = 200 <= code < 300
            unlike = for_good and here != address
            moved = Reached("link-moved", {"expected": here}) if unlike else Reached("")
            return moved if there else Reached("link-unknown", {"reason": Term("link-code", {"code": str(code)})})
        for_good = for_good and code in PERMANENT
        here = urldefrag(urljoin(here, leads_to)).url
    return Reached("link-unknown", {"reason": Term("link-circle")})


def _read_step(address: str, seconds: float) -> tuple[int, str, str]:
    """The code of an answer, where it leads on, or the name of what went wrong. Its body is not read."""
    try:
        parts = urlsplit(address)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.netloc.encode("idna").decode(), timeout=seconds)
        place = quote(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", safe="/?&=%+:;,@!$'()*~.-_")
        with closing(connection):
            connection.request("GET", place, headers={"User-Agent": WHO, "Accept": "*/*"})
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Location", ""), ""
    except ssl.SSLError:
        return 0, "", "link-certificate"
    except TimeoutError:
        return 0, "", "link-slow"
    except (OSError, http.client.HTTPException, ValueError):
        return 0, "", "link-cut"


def problems_of(addresses: Mapping[str, list[Place]], answers: Mapping[str, Reached]) -> Iterator[Problem]:
    """What is to be said of each place, in the order of the files."""
    for path, line, address in sorted({(*place, address) for address, places in addresses.items() for place in places}):
        if (answer := answers[address]).rule:
            yield Problem(path, line, answer.rule, {"found": address, **answer.values})
