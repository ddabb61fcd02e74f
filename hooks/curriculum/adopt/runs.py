"""Words inside elements of HTML -> our Markdown on one line: bold, italic and links; what is none of these is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curriculum.adopt.signs import address, leads_out, one_line, plain
from curriculum.adopt.tags import HtmlElement, every, words_of
from curriculum.adopt.values import ReadSource

HIDDEN = frozenset(("script", "style", "head", "title", "meta", "link", "template"))
"""What nobody sees."""
TOLD = {
    **{"script": "embed", "iframe": "embed", "video": "embed", "audio": "embed", "object": "embed", "embed": "embed"},
    **{"img": "picture", "svg": "picture", "canvas": "picture", "math": "formula", "del": "struck", "s": "struck"},
    **{"strike": "struck", "form": "embed", "select": "embed", "textarea": "embed", "button": "embed"},
}
"""What is not carried, by the name of its element."""
BOLD, ITALIC = ("b", "strong", "mark"), ("i", "em", "cite")
HOLDERS = ("p", "li", "div", "aside", "dd")
"""What holds the words of a footnote."""
BREAK = "\v"
RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
SHORTCODE = re.compile(r"\[(footnote|latex|embed|caption)[^\]]*\](.*?)\[/\1\]", re.DOTALL)
NOTE_MARK = re.compile(r"#(?:_?ftn|fn|cmnt|footnote|endnote|note)[\w:.-]*\d|#[\w-]*fn[:\w-]*\d")
NOTE_TEXT = re.compile(r"(?:_?ftn|fn|cmnt|footnote|endnote|note)[\w:.-]*\d|[\w-]*fn[:\w-]*\d")


class HtmlRuns:
    """One page of HTML: which of its classes are bold or italic, and what its footnotes say."""

    def __init__(self, source: ReadSource, root: HtmlElement) -> None:
        self.source = source
        self.root = root
        self.bold: set[str] = set()
        self.italic: set[str] = set()
        self.notes: dict[str, str] = {}
        self._texts: set[int] = set()
        for style in _all(root, "style"):
            for name, rules in RULE.findall(words_of(style)[:200_000]):
                self.bold |= {name.lower()} if re.search(r"font-weight:\s*(?:bold|[6-9]00)", rules) else set()
                self.italic |= {name.lower()} if re.search(r"font-style:\s*italic", rules) else set()
        self._find_notes(root)

    def title(self) -> str:
        """The title in the head of the page."""
        found = next(_all(self.root, "title"), None)
        return one_line(words_of(found)) if found else ""

    def _find_notes(self, root: HtmlElement) -> None:
        """What footnotes say, by their ids, and where they stand."""
        holders = (one for one in every(root) if one.name in HOLDERS)
        above = {id(part): one for one in holders for part in one.inside if isinstance(part, HtmlElement)}
        marks = {link.said["href"][1:] for link in _all(root, "a") if NOTE_MARK.fullmatch(link.said.get("href", ""))}
        for element in every(root):
            own = [element.said.get("id", ""), element.said.get("name", "")]
            name = next((one for one in own if one in marks and NOTE_TEXT.fullmatch(one)), "")
            if name and "ref" not in name and name not in self.notes:
                holder = element if element.name in HOLDERS else above.get(id(element))
                if holder and id(holder) not in self._texts:
                    self._texts.add(id(holder))
                    said = re.sub(r"^\s*\[\w{1,3}\]\s*|\s*[↩↵↑^]\s*\ufe0e?\s*$", "", words_of(holder))
                    self.notes[name] = one_line(said)

    def is_note(self, element: HtmlElement) -> bool:
        """True for the text of a footnote, which is told where its mark is."""
        return id(element) in self._texts

    def words(self, element: HtmlElement) -> str:
        """The words of an element on one line."""
        return one_line(" ".join(self.lines(element.inside, element.line)))

    def lines(self, parts: Sequence[HtmlElement | str], line: int) -> list[str]:
        """The words of these parts, each line that is broken in two as one of its own."""
        read = "".join(self._read(one, line) for one in parts)
        return [said for one in read.split(BREAK) if (said := _tidy(one_line(one)))]

    def _read(self, one: HtmlElement | str, line: int) -> str:
        if isinstance(one, str):
            return self._text(one, line)
        if one.name in HIDDEN and one.name != "script":
            return ""
        if one.name in TOLD:
            words = one.said.get("alt") or one_line(words_of(one)) or one.said.get("src", "")
            self.source.leave(one.line, TOLD[one.name], words)
            return ""
        if one.name == "br":
            return BREAK
        if "blank" in one.classes and not one.inside:  # room to write, as our own pages have it
            return "____"
        inside = "".join(self._read(part, one.line) for part in one.inside)
        return self._link(one, inside) if one.name == "a" else self._weight(one, inside)

    def _text(self, text: str, line: int) -> str:
        parts, at = [], 0
        for found in SHORTCODE.finditer(text) if "[/" in text else ():
            parts.append(plain(text[at : found.start()]))
            if found[1] == "footnote":
                parts.append(f" ({plain(found[2])})")
            elif found[1] == "caption":
                parts.append(plain(found[2]))
            else:
                self.source.leave(line, "formula" if found[1] == "latex" else "embed", found[2])
            at = found.end()
        return "".join(parts) + plain(text[at:])

    def _weight(self, one: HtmlElement, inside: str) -> str:
        if one.name == "sup" and inside.strip().isdecimal():
            return self.source.raised(inside, one.line)
        style, classes = one.said.get("style", ""), {*one.classes}
        inline = one.name in ("span", "font", *BOLD, *ITALIC)
        bold = one.name in BOLD or bool(re.search(r"font-weight:\s*(?:bold|[6-9]00)", style))
        bold = (bold or bool(classes & self.bold)) and "font-weight:normal" not in style.replace(" ", "")
        italic = one.name in ITALIC or bool(classes & self.italic) or bool(re.search(r"font-style:\s*italic", style))
        if not inline or not inside.strip():
            return inside
        return around(around(inside, "*" if italic else ""), "**" if bold else "")

    def _link(self, one: HtmlElement, inside: str) -> str:
        url = one.said.get("href", "")
        if url[1:] in self.notes:
            said = self.notes.pop(url[1:])
            if "cmnt" in url:
                self.source.leave(one.line, "comment", said)
                return ""
            return f" ({plain(said)})"
        if NOTE_MARK.fullmatch(url) and re.fullmatch(r"\W*\w{0,3}\W*", inside):
            return ""
        to = address(url)
        if not to or not inside.strip():
            if to and not one.inside and not to.startswith("#"):
                self.source.leave(one.line, "link", to)
            return inside
        if leads_out(to) or (to.startswith("#") and len(to) > 1):
            return around(inside, "", to)
        self.source.leave(one.line, "link", f"{one_line(inside)} ({url})")
        return inside


def around(words: str, mark: str, to: str = "") -> str:
    """Words in bold or italic, or as a link; spaces and ends of lines stay outside."""
    if not (mark or to) or not words.strip():
        return words
    parts = []
    for piece in re.split(rf"({BREAK})", words):
        core = piece.strip()
        if core and core != BREAK:
            start = piece.index(core)
            shown = f"[{core}]({to})" if to else f"{mark}{core}{mark}"
            parts.append(piece[:start] + shown + piece[start + len(core) :])
        else:
            parts.append(piece)
    return "".join(parts)


def _tidy(words: str) -> str:
    """Bold that ends where bold begins again is one: `**a** **b**` stays, `**a****b**` becomes `**ab**`."""
    return re.sub(r"(?<=[^\s*\\])\*\*\*\*(?=[^\s*])", "", words)


def _all(root: HtmlElement, name: str) -> Iterator[HtmlElement]:
    return (one for one in every(root) if one.name == name)
