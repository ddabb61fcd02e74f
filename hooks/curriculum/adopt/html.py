"""Elements of HTML -> blocks: pages of sites, of Pressbooks, of Google Docs, and HTML in a page of Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curriculum.adopt.held import list_of, meaning_of, table_of
from curriculum.adopt.marks import LEADS, title_of
from curriculum.adopt.runs import HIDDEN, HtmlRuns
from curriculum.adopt.signs import ROOM, one_line, plain
from curriculum.adopt.tags import HtmlElement, every, open_html, without_hidden, words_of
from curriculum.adopt.values import Block, BlockKind, FlatItem, ReadSource, nested

HEADINGS = {f"h{level}": level for level in range(1, 7)}
NAMES = (
    "html body main article section div header footer nav figure form fieldset center details aside hgroup"
    " dl address picture tbody noscript p ul ol li table blockquote pre hr dt dd summary legend figcaption"
)
BLOCKS = HEADINGS.keys() | frozenset(NAMES.split())
FRAMES = re.compile(
    r"textbox|callout|admonition|alert|panel|note-box|infobox|notice|challenge|shaded|(?:^|[ _-])box(?:$|[ _-])"
)
SAID = ("title", "placeholder", "label", "summary", "aria-label")
"""What an element says beside its words."""
TITLES = re.compile(r"title|header|heading")
INNER = re.compile(r"title|header|heading|__content|-body")
GOOGLE_LIST = re.compile(r"lst-kix_\w+-(\d)")


def read_html(text: str, titles: Mapping[str, str], first_line: int = 1) -> ReadSource:
    """A page of HTML."""
    source = ReadSource()
    root, comments = open_html(text, first_line)
    for line, said in comments:
        if one_line(said) and not said.lstrip().startswith("["):
            source.leave(line, "comment", said)
    for hidden in without_hidden(root):
        source.leave(hidden.line, "comment", words_of(hidden))
    runs = HtmlRuns(source, root)
    for element in every(root):
        for key in SAID:
            if one_line(element.said.get(key, "")):
                source.leave(element.line, "said", element.said[key])
    source.blocks = HtmlPage(runs, titles).read(root)
    heads = [block.words for block in source.blocks if block.kind is BlockKind.HEADING and block.level == 1]
    if (title := runs.title()) and len(heads) != 1:
        source.keys["title"] = title
    elif title and plain(title) != heads[0]:
        source.leave(first_line, "key", f"title: {title}")
    for name, said in runs.notes.items():
        source.leave(1, "footnote", f"{name}: {said}")
    return source


def blocks_of_html(text: str, first_line: int, source: ReadSource, titles: Mapping[str, str]) -> list[Block]:
    """The blocks of HTML that stands in a page of Markdown."""
    found = read_html(text, titles, first_line)
    for left in found.left:
        source.leave(left.line, left.what, left.words)
    return found.blocks


@dataclass
class HtmlPage:
    """One page being read."""

    runs: HtmlRuns
    titles: Mapping[str, str]

    def read(self, element: HtmlElement) -> list[Block]:
        """The blocks of an element; words between them are paragraphs of their own."""
        blocks: list[Block] = []
        loose: list[HtmlElement | str] = []
        flat: list[FlatItem] = []
        for one in element.inside:
            if isinstance(one, HtmlElement) and self._is_block(one):
                self._paragraph(loose, element.line, blocks)
                loose = []
                entries = self._google(one)
                if not entries:
                    blocks.extend(nested(flat))
                    flat = []
                    self._block(one, blocks)
                flat += entries
            else:
                loose.append(one)
        blocks.extend(nested(flat))
        self._paragraph(loose, element.line, blocks)
        return blocks

    def _google(self, element: HtmlElement) -> list[FlatItem]:
        """The items of a list of Google Docs, which writes a list inside another one beside it."""
        depth = next((found[1] for one in element.classes if (found := GOOGLE_LIST.match(one))), "")
        lists = list_of(element, self.read) if depth and element.name in ("ul", "ol") else []
        return [FlatItem(int(depth), item, bool(one.level)) for one in lists for item in one.inside]

    def _is_block(self, element: HtmlElement) -> bool:
        if element.name in HIDDEN:
            return False
        return element.name in BLOCKS or any(
            self._is_block(one) for one in element.inside if isinstance(one, HtmlElement)
        )

    def _paragraph(self, loose: Sequence[HtmlElement | str], line: int, blocks: list[Block]) -> None:
        first = next((one.line for one in loose if isinstance(one, HtmlElement)), line)
        for words in self.runs.lines(loose, first):
            if ROOM.fullmatch(words):
                blocks.append(Block(BlockKind.WRITE, first, level=1))
            elif words:
                blocks.append(Block(BlockKind.WORDS, first, words))

    def _block(self, element: HtmlElement, blocks: list[Block]) -> None:
        name = element.name
        if self.runs.is_note(element):
            return
        if name in HEADINGS or (name == "p" and {"title", "mso-title"} & {*element.classes}):
            words = self.runs.words(element).replace("**", "")
            if words:
                id = element.said.get("id", "")
                blocks.append(Block(BlockKind.HEADING, element.line, words, level=HEADINGS.get(name, 1), id=id))
        elif name in ("ul", "ol"):
            blocks.extend(list_of(element, self.read))
        elif name == "table":
            blocks.extend(table_of(element, self.read, self.runs))
        elif name == "blockquote":
            blocks.append(Block(BlockKind.QUOTE, element.line, inside=tuple(self.read(element))))
        elif name == "pre":
            self.runs.source.leave(element.line, "code", words_of(element))
        elif name == "dd" and blocks and blocks[-1].kind is BlockKind.LIST:
            blocks.append(meaning_of(element, blocks.pop(), self.read))
        elif name in ("dt", "summary", "legend"):
            self._term(element, blocks)
        else:
            self._around(element, blocks)

    def _around(self, element: HtmlElement, blocks: list[Block]) -> None:
        inside = self.read(element)
        classes = " ".join(element.classes)
        leads = next((one for one in element.classes if one in LEADS), "")
        is_frame = bool(leads) or element.name == "aside" or bool(FRAMES.search(classes))
        if not inside or not is_frame or INNER.search(classes):
            blocks.extend(inside)
            return
        title, rest = self._title(element, inside)
        name = leads or next((one for one in element.classes if FRAMES.search(one)), "box").split("--")[-1]
        said = title or title_of(name, "", self.titles)
        blocks.append(Block(BlockKind.NOTE if leads else BlockKind.BOX, element.line, said, tuple(rest)))

    def _title(self, element: HtmlElement, inside: list[Block]) -> tuple[str, list[Block]]:
        """The title of a frame: its first heading, or the paragraph that is called one."""
        first = next((one for one in element.inside if isinstance(one, HtmlElement)), None)
        called = first is not None and (TITLES.search(" ".join(first.classes)) or first.name in ("header", "summary"))
        if inside[0].kind is BlockKind.HEADING or (called and inside[0].kind is BlockKind.WORDS):
            return inside[0].words.replace("**", ""), inside[1:]
        return "", inside

    def _term(self, element: HtmlElement, blocks: list[Block]) -> None:
        words = self.runs.words(element).replace("**", "")
        if element.name == "dt":
            item = Block(BlockKind.ITEM, element.line, f"**{words}**")
            last = blocks.pop() if blocks and blocks[-1].kind is BlockKind.LIST else None
            blocks.append(Block(BlockKind.LIST, element.line, inside=(*(last.inside if last else ()), item)))
        elif words:
            blocks.append(Block(BlockKind.WORDS, element.line, f"**{words}**"))
