"""The words of a line in another tool's Markdown -> the same in ours; what is none of ours goes onto the list.

In:  "See [the page](https://google.com/url?q=https://a.example/&sa=D), `ls` and ==this==.[^1]"
Out: "See [the page](https://a.example/), ls and **this**. (what the footnote says)"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from curriculum.adopt.signs import BLANK, address, leads_out, one_line, plain
from curriculum.adopt.values import ReadSource

LABEL = r"(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\]){0,200}\]){0,500}"
TARGET = r"<[^<>\n]{0,900}>|[^\s()<]{0,900}(?:\([^\s()]{0,200}\)[^\s()]{0,400})?"
ATTRIBUTES = r"(?:\{:?[ ]?[.#\w][^{}\n]{0,200}\})?"
SIGN = re.compile(
    rf"""(?P<blank>(?:\\?_){{4,}})
    |(?P<escape>\\[!-/:-@\[-`{{-~])
    |(?P<code>(?P<ticks>`{{1,3}})(?!`)(?P<said>.{{1,500}}?)(?<!`)(?P=ticks)(?!`)){ATTRIBUTES}
    |(?P<comment><!--.*?-->|%%[^%\n]{{1,900}}%%)
    |(?P<embed>!\[\[[^\[\]\n]{{1,300}}\]\])
    |(?P<wiki>\[\[(?P<page>[^\[\]|\n]{{1,300}})(?:\|(?P<shown>[^\[\]\n]{{1,300}}))?\]\])
    |(?P<image>!\[(?P<alt>{LABEL})\](?:\(\s*(?:{TARGET})(?:\s+["'(][^"\n]{{0,300}}["')])?\s*\)|\[[^\[\]\n]{{0,99}}\])?){ATTRIBUTES}
    |(?P<foot>\[\^(?P<note>[^\]\s]{{1,60}})\]|\^\[(?P<inline>{LABEL})\])
    |(?P<link>\[(?P<label>{LABEL})\]\(\s*(?P<url>{TARGET})(?:\s+["'(](?P<title>[^"\n]{{0,300}})["')])?\s*\)){ATTRIBUTES}
    |(?P<span>\[(?P<inner>{LABEL})\]\{{[^{{}}\n]{{1,200}}\}})
    |(?P<referred>\[(?P<words>{LABEL})\](?:\[(?P<ref>[^\[\]\n]{{0,99}})\])?)
    |(?P<auto><(?P<to>(?:https?://|mailto:)[^\s<>]{{1,500}}|[\w.+-]{{1,64}}@[\w.-]{{1,200}})>)
    |(?P<tool>\{{\{{.{{0,400}}?\}}\}}|\{{%.{{0,400}}?%\}}|\{{\#.{{0,400}}?\#\}}|<%.{{0,400}}?%>|\{{/\*.{{0,400}}?\*/\}})
    |(?P<formula>\$\$[^$\n]{{1,600}}\$\$|\\\(.{{1,300}}?\\\))
    |(?P<break>[ ]{{2,}}\n|\\\n|<br[ ]?/?>)
    |(?P<bold></?(?:b|strong|mark)>)|(?P<italic></?(?:i|em|cite)>)
    |(?P<raised><sup>\s{{0,9}}(?P<high>\d{{1,9}})\s{{0,9}}</sup>|(?<=\w)\^(?P<power>\d{{1,4}})\^)
    |(?P<tag></?[a-zA-Z][\w-]{{0,20}}(?:\s[^<>]{{0,400}})?/?>)
    |(?P<struck>~~(?=\S)[^~\n]{{1,600}}~~)
    |(?P<mark>(?P<pair>==|\+\+|\^\^)(?=\w)(?P<marked>[^=+^\n]{{1,600}})(?P=pair))
    |(?P<low>(?<=\w)(?P<one>[~^])(?P<small>[\w+-]{{1,4}})(?P=one))
    |(?P<smiley>(?<![\w:/]):[a-z][a-z0-9_+-]{{1,40}}:(?![\w:/]))
    |(?P<attribute>\{{:?[ ]?[.\#][\w][^{{}}\n]{{0,200}}\}})
    |(?P<brace>[{{}}])
    |(?P<open><(?=[a-zA-Z/!?]))""",
    re.VERBOSE | re.DOTALL,
)
"""Every sign that some tool reads in a line, with an end to how far it may reach."""
QUOTED = re.compile(r"[\"']([^\"'{}]+)[\"']")
"""What a picture says beside its address."""
OURS = frozenset("\\`*_{}[]")
"""What needs a stroke before it anywhere in a line; what needs one at its start gets it there."""
PICTURES = ("iframe", "video", "audio", "img", "embed", "object", "source", "script")
MOST_DEEP = 8


@dataclass
class LineContext:
    """What words of one page are read with."""

    source: ReadSource
    targets: Mapping[str, str] = field(default_factory=dict)
    """Addresses that the page has at its end, by their name in small letters."""
    footnotes: dict[str, str] = field(default_factory=dict)
    """What footnotes say, by their name; each is told at its first mark."""
    told: set[str] = field(default_factory=set)

    def read(self, text: str, line: int, depth: int = 0) -> str:
        """One text of the page, which starts at `line`, as our Markdown on one line."""

        def sign(found: re.Match[str]) -> str:
            at = line + text.count("\n", 0, found.start())
            return self._one(found, at, depth)

        read = SIGN.sub(sign, text) if depth < MOST_DEEP else plain(text)
        read = re.sub(r"&nbsp;|&#160;", "\u00a0", read)
        return _closed(one_line(read)) if not depth else read

    def _one(self, found: re.Match[str], at: int, depth: int) -> str:
        kind, said = found.lastgroup or "", found[0]
        if kind == "escape":
            return said if said[1] in OURS else {"<": "&lt;", "&": "&amp;"}.get(said[1], said[1])
        if kind in READ:
            return READ[kind](self, found, at, depth)
        if kind in SHOWN:
            return SHOWN[kind]
        described = " ".join([found["alt"] or "", *QUOTED.findall(said)]).strip() if kind == "image" else ""
        words = described or said
        self.source.leave(at, LEFT[kind], words)
        return " " if kind == "comment" else ""

    def _inner(self, found: re.Match[str], at: int, depth: int) -> str:
        return self.read(found["inner"] or found["small"], at, depth + 1)

    def _raised(self, found: re.Match[str], at: int, depth: int) -> str:
        return self.source.raised(found["high"] or found["power"], at)

    def _code(self, found: re.Match[str], at: int, depth: int) -> str:
        return plain(found["said"].strip())

    def _mark(self, found: re.Match[str], at: int, depth: int) -> str:
        return f"**{self.read(found['marked'], at, depth + 1)}**"

    def _brace(self, found: re.Match[str], at: int, depth: int) -> str:
        return f"\\{found[0]}"

    def _link(self, found: re.Match[str], at: int, depth: int) -> str:
        kind = found.lastgroup
        if kind == "auto":
            url = found["to"]
            return f"[{plain(url)}]({url if ':' in url else f'mailto:{url}'})"
        if kind == "wiki":
            self.source.leave(at, "link", found["page"].rstrip("\\"))
            return plain(found["shown"] or found["page"])
        if kind == "link":
            words, url = found["label"], found["url"].strip("<>")
        else:
            words, name = found["words"], found["ref"] or found["words"]
            url = self.targets.get(" ".join(name.lower().split()), "")
            if not url:
                inner = self.read(words, at, depth + 1)
                return f"\\[{inner}\\]\\[{plain(found['ref'])}\\]" if found["ref"] else f"[{inner}]"
        shown = self.read(words, at, depth + 1)
        if kind == "link" and found["title"]:
            self.source.leave(at, "link-title", found["title"])
        if not shown.strip():
            if url.strip():
                self.source.leave(at, "link", url)
            return ""
        to = address(url)
        if leads_out(to) or (to.startswith("#") and len(to) > 1):
            return f"[{shown}]({to})"
        self.source.leave(at, "link", f"{one_line(shown)} ({url})")
        return shown

    def _footnote(self, found: re.Match[str], at: int, depth: int) -> str:
        if found["inline"]:
            return f" ({self.read(found['inline'], at, depth + 1)})"
        text = self.footnotes.get(found["note"].lower(), "")
        if found["note"].lower() in self.told:
            return ""
        self.told.add(found["note"].lower())
        if text:
            return f" ({one_line(self.read(text, at, depth + 1))})"
        self.source.leave(at, "footnote", found[0])
        return ""

    def _tag(self, found: re.Match[str], at: int, depth: int) -> str:
        said = found[0]
        name = re.findall(r"\w+", said)[0].lower()
        if name in PICTURES and not said.startswith("</"):
            shown = re.search(r"alt\s*=\s*[\"']([^\"']*)", said)
            self.source.leave(at, "picture" if name == "img" else "embed", shown[1] if shown else said)
        return ""


ReadMatch = Callable[[LineContext, "re.Match[str]", int, int], str]
READ: Mapping[str, ReadMatch] = {
    **dict.fromkeys(("link", "auto", "wiki", "referred"), LineContext._link),
    **dict.fromkeys(("span", "low"), LineContext._inner),
    **{
        "code": LineContext._code,
        "mark": LineContext._mark,
        "foot": LineContext._footnote,
        "tag": LineContext._tag,
        "brace": LineContext._brace,
    },
    "raised": LineContext._raised,
}
"""Signs that are read once more."""
SHOWN = {"bold": "**", "italic": "*", "break": " ", "open": "&lt;", "blank": "____", "attribute": ""}
"""What is shown in their place."""
LEFT = {
    **{"comment": "comment", "embed": "picture", "image": "picture", "tool": "tool"},
    **{"formula": "formula", "struck": "struck", "smiley": "smiley"},
}
"""What goes onto the list, by its name there."""


def _closed(words: str) -> str:
    """Bold without an end is no bold: its signs would be printed."""
    marks = [found.start() for found in re.finditer(r"(?<!\\)\*\*", words)]
    if len(marks) % 2:
        words = words[: marks[-1]] + words[marks[-1] + 2 :]
    return BLANK.sub("____", words)
