r"""A text -> the same text as a reader gets it: without its escapes, marks and splits.

In:  `D&#111;n&rsquo;t <b>wa</b>it` · `D\u006fn\u2019t wait` · `D%6Fn%E2%80%99t%20wait` · `D=6Fn=E2=80=99t wa=` / `it`
Out: `Don’t wait`

Each kind is undone only where there are signs of it; all are tried again on what comes out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from curriculum.verify.layers import Layer

ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,7}|\w{2,31});?")
SCRIPT = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x\{?([0-9a-fA-F]{2,6})\}?|([0-7]{3})"
    r"|[nrtbfv/]|\r?\n)"
)
STYLE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n\f\r]?")
ADDRESS = re.compile(r"%(?:u([0-9a-fA-F]{4})|[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})*)")
QUOTED = re.compile(r"=(?:[0-9a-fA-F]{2}(?:=[0-9a-fA-F]{2})*|[ \t]*\r?\n)")
RICH = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,5}) ?\??|\\[a-z]+-?\d* ?|[{}]")
NAMED = re.compile(r"\\N\{[A-Z ]*LETTER ([A-Z])(?: [A-Z ]*)?\}|\\N\{[A-Z -]*\}")
TAG = re.compile(r"<!\[CDATA\[|\]\]>|<!--.*?-->|<[^<>]*(?:<[^<>]*>[^<>]*)?>", re.DOTALL)
HIDDEN = re.compile(r"<(script|style|template|rt|rp|del|title)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
BLOCK = re.compile(r"</(?:p|w:p|w:tc|td|th|li|dt|dd|div|h[1-6]|text|title)>|<(?:br|w:br)\b")
"""Where what a reader gets as lines of their own ends: a number and the next one are not one."""
ASIDE = re.compile(r"/\*.*?\*/|(?<=[\"'`])[ \t]*[+,.&]?[ \t]*(?://|--|#|%)[^\n]*$", re.DOTALL | re.MULTILINE)
SEVEN = re.compile(r"\+([A-Za-z0-9+/]{2,})-?")
SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{8,}")
UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff]{64,}")
MORSE = re.compile(r"(?<![.\-·–−])(?:[.\-·–−]{1,5}(?:[ ]*/[ ]*|[ \n|]+)){20,}")
NEAR = 400
"""Signs around a change that are read once more with it: all else was read before."""
MORSE_SIGNS = (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. "
    "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----."
)
SIGNS = dict(zip(re.split(" ", MORSE_SIGNS), "abcdefghijklmnopqrstuvwxyz0123456789", strict=True))


class Writing(NamedTuple):
    """A way to write letters otherwise: signs of it, and how it is undone."""

    name: str
    needs: str
    """What is in every text that is so written."""
    signs: re.Pattern[str]
    undo: Callable[[str], str]


def readings(text: str) -> Iterator[Layer]:
    """The text once more for each way in which some of it may be written."""
    for name, needs, signs, undo in WRITINGS:
        if needs in text and signs.search(text):
            yield Layer(name, undo(text))


def changed(signs: re.Pattern[str], meant: Callable[[re.Match[str]], str], text: str) -> str:
    """What stands around each sign of a writing, with what is meant by it in its place."""
    said: list[str] = []
    at = 0
    for found in signs.finditer(text):
        start = found.start()
        said += (
            [text[at:start]]
            if start - at < 2 * NEAR or not said
            else [text[at : at + NEAR], text[start - NEAR : start]]
        )
        said.append(meant(found))
        at = found.end()
    return "".join(["".join(said[:1])[-NEAR:], *said[1:], text[at : at + NEAR]])


def without_tags(text: str) -> str:
    """The words of a page in one piece, and those that stand in scripts, styles and titles behind them."""
    text = BLOCK.sub(r"\n\g<0>", text)
    aside = "\n".join(found[0] for found in HIDDEN.finditer(text))
    return TAG.sub("", f"{HIDDEN.sub('', text) if aside else text}\n{aside}")


def _from_script(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3] or found[4]
    if not code and not found[5]:
        return " "
    return _sign(int(code, 16) if code else int(found[5], 8))


def _sign(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else " "


def _joined(text: str) -> str:
    """Signs that were written as two halves, put together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _of_bytes(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _from_address(found: re.Match[str]) -> str:
    return _sign(int(found[1], 16)) if found[1] else _of_bytes(unquote_to_bytes(found[0]))


def _from_quoted(found: re.Match[str]) -> str:
    return "" if found[0].endswith("\n") else _of_bytes(bytes.fromhex(found[0].replace("=", "")))


def _from_rich(found: re.Match[str]) -> str:
    if found[1]:
        return bytes.fromhex(found[1]).decode("cp1252", "replace")
    return _sign(int(found[2]) & 0xFFFF) if found[2] else ""


def _from_seven(found: re.Match[str]) -> str:
    packed = found[1].encode()
    try:
        return (b"+" + packed + b"-").decode("utf-7")
    except UnicodeDecodeError:
        return found[0]


def _from_selectors(text: str) -> str:
    """Bytes that are hidden in variation selectors, behind a sign that is seen."""
    raw = bytearray()
    for sign in "".join(SELECTOR.findall(text)):
        raw.append(ord(sign) - 0xFE00 if sign < "\U00010000" else ord(sign) - 0xE0100 + 16)
    return _of_bytes(bytes(raw))


def _from_unseen(text: str) -> str:
    """Bytes that are hidden in signs without width, a bit each, either way round."""
    said = []
    for run in UNSEEN.findall(text):
        first, second, *_ = [*dict.fromkeys(run), run[0]]
        for one, zero in ((first, second), (second, first)):
            bits = "".join("1" if sign == one else "0" for sign in run if sign in (one, zero))
            raw = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))
            said.append(_of_bytes(raw))
    return "\n".join(said)


def _from_morse(text: str) -> str:
    plain = "".join(MORSE.findall(text)).translate(str.maketrans("·–−", ".--"))
    return "".join(SIGNS.get(sign, "") for sign in re.split(r"[ \n/|]+", plain))


def _around(signs: re.Pattern[str], meant: Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    return lambda text: _joined(changed(signs, meant, text))


WRITINGS = (
    Writing("HTML &…;", "&", ENTITY, _around(ENTITY, lambda found: html.unescape(found[0]))),
    Writing(r"\u…", "\\", SCRIPT, _around(SCRIPT, _from_script)),
    Writing("CSS \\…", "\\", STYLE, _around(STYLE, lambda found: _sign(int(found[1], 16)))),
    Writing("URL %…", "%", ADDRESS, _around(ADDRESS, _from_address)),
    Writing("quoted-printable", "=", QUOTED, _around(QUOTED, _from_quoted)),
    Writing("RTF", "\\", re.compile(r"\\rtf\d|\\'[0-9a-f]{2}"), lambda text: RICH.sub(_from_rich, text)),
    Writing(r"\N{…}", "\\N", NAMED, _around(NAMED, lambda found: found[1] or " ")),
    Writing("HTML <…>", "<", TAG, without_tags),
    Writing("/*…*/", "", ASIDE, _around(ASIDE, lambda _: "")),
    Writing("UTF-7", "+", re.compile(r"\+[A-Za-z0-9+/]{2,}-"), _around(SEVEN, _from_seven)),
    Writing("variation selectors", "", SELECTOR, _from_selectors),
    Writing("zero width", "", UNSEEN, _from_unseen),
    Writing("Morse", "", MORSE, _from_morse),
)
