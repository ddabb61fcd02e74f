"""Addresses of other sites, of letters, of calls -> what is wrong with one: it opens for nobody, or tells on a reader.

https://www.google.com/url?q=https://example.org     past somebody who is told of each click
https://example.org/?utm_source=x                    with a mark of where the reader came from
https://docs.google.com/document/d/1/edit            where it is written, not where it is read
http://localhost:8000                                for who wrote it
https://chat.whatsapp.com/1                          into a group that sees the number of who joins
mailto:us@@example.org                               for nobody
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlsplit

from curriculum.words.model import Term, Words

CLOSED = re.compile(
    r"docs\.google\.com/(?!(?:\w+/)*d/e/|.*/(?:pub|pubhtml|viewform|htmlview)\b)"
    r"|drive\.google\.com/(?!file/d/[^/]+/(?:view|preview)\b|drive/folders/|uc\b|open\b)|[\w.-]+\.sharepoint\.com(?::\d+)?/"
    r"|calendar\.google\.com/(?!calendar/(?:u/\d/)?(?:embed\b|appointments/|ical/.*/public/))|photos\.google\.com/(?!share/)"
    r"|(?:mail|classroom|keep)\.google\.com/|onedrive\.live\.com/(?!embed\b)|(?:www\.)?dropbox\.com/(?!s/|scl/|sh/|t/|request/)"
    r"|app\.box\.com/(?!s/)|teams\.microsoft\.com/(?!l/meetup-join/|meet/)"
    r"|outlook\.(?:office(?:365)?|live)\.com/(?!owa/calendar/|bookwithme/|book/)|(?:app\.slack\.com/client|[\w-]+\.slack\.com/archives)"
    r"|(?:www\.)?notion\.so/|(?:www\.)?canva\.com/design/[^?]*/edit|(?:www\.)?trello\.com/b/|web\.whatsapp\.com"
    r"|(?:www\.)?icloud\.com/(?!sharedalbum/|iclouddrive/)|[^/]+/(?:.*/)?wp-admin/",
    re.IGNORECASE,
)
"""Where an account, or leave by an owner, is asked for; what these sites may share with everybody is not meant."""
INSIDE = re.compile(
    r"(?:[\w-]+|.+\.(?:local|localdomain|localhost|lan|internal|intranet|corp|home\.arpa))\.?", re.IGNORECASE
)
"""Names that only one network knows."""
EDITOR = re.compile(
    r"docs\.google\.com/(?:document|spreadsheets|presentation|forms|drawings)/(?:u/\d+/)?d/"
    r"(?!e/|.*/(?:pub|pubhtml|viewform|htmlview)\b)",
    re.IGNORECASE,
)
"""A document of Google where it is written, whoever may open it there; published, it has another address."""
JOINED = re.compile(
    r"chat\.whatsapp\.com/\w|(?:www\.)?(?:t|telegram)\.me/(?:\+|joinchat/)|(?:www\.)?signal\.group/|discord\.gg/\w"
    r"|(?:www\.)?discord(?:app)?\.com/invite/|(?:www\.)?m\.me/(?:j|ch)/|(?:www\.)?groupme\.com/join_group/"
    r"|invite\.viber\.com/|join\.slack\.com/|(?:www\.)?line\.me/(?:R/)?ti/g/|(?:www\.)?facebook\.com/groups/"
    r"|(?:www\.)?messenger\.com/t/|chat\.google\.com/room/",
    re.IGNORECASE,
)
"""A group whose members see the number or the name of who comes in."""
TRACKER = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|igsh|mc_[ce]id|mkt_tok|_hsenc|_hsmi|vero_id|oly_\w+|ref_src",
    re.IGNORECASE,
)
"""Marks that newsletters, networks and programs put behind an address, to know who passed it on."""
BOX = r"[\w.!#$%&'’*+/=^`{|}~-]+@[\w-]+(?:\.[\w-]+)+"
LETTER = re.compile(rf"mailto:(?:{BOX}(?:,(?:%20)?{BOX})*(?:\?\S*)?|\?\S+)", re.IGNORECASE)
"""To one or several, or to whoever the reader picks. Source: RFC 6068, 2."""
CALL = re.compile(r"tel:[+*]?(?:[().\s-]|%20)*\d(?:[\d().\s*#-]|%20)+(?:;ext=\d+)?", re.IGNORECASE)
FORMS = {"mailto": LETTER, "tel": CALL}

Wrong = tuple[str, Mapping[str, Words]]


def misleading(address: str) -> Iterator[Wrong]:
    """The rules that an address elsewhere breaks, with the values that say so, the worst first."""
    scheme = address.partition(":")[0].lower()
    if scheme in FORMS:
        if not FORMS[scheme].fullmatch(address):
            yield "link-address", {"found": address}
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:  # a bracket of an address in numbers that nothing closes
        yield "link-address", {"found": address}
        return
    yield from _past(parts)
    if scheme in ("http", "https"):
        yield from _closed(host, f"{parts.netloc.rpartition('@')[2]}{parts.path or '/'}", address)
        yield from _tracked(parts)


def _past(parts: SplitResult) -> Iterator[Wrong]:
    """Past somebody who is told of each click."""
    for _, value in parse_qsl(parts.query):
        if value.startswith(("http://", "https://")):
            yield "link-detour", {"found": parts.netloc, "expected": value}


def _closed(host: str, place: str, address: str) -> Iterator[Wrong]:
    """A place that readers cannot open, or only after they said who they are."""
    if is_inside(host):
        yield "link-closed", {"found": address, "who": Term("closed-computer")}
    elif EDITOR.match(place):
        yield "link-editor", {"found": address}
    elif JOINED.match(place):
        yield "link-joined", {"found": address}
    elif CLOSED.match(place):
        yield "link-closed", {"found": address, "who": Term("closed-account")}


def is_inside(host: str) -> bool:
    """True for a name or a number that leads nowhere but in one computer or one network."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return INSIDE.fullmatch(host) is not None


def _tracked(parts: SplitResult) -> Iterator[Wrong]:
    """With a mark of who passed it on, or where."""
    pieces = parts.query.split("&")
    marks = [piece for piece in pieces if TRACKER.fullmatch(piece.partition("=")[0])]
    if marks:
        kept = "&".join(piece for piece in pieces if piece not in marks)
        yield "link-tracked", {"found": marks[0], "expected": parts._replace(query=kept).geturl()}
