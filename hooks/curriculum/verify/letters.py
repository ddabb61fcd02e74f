"""A text -> its letters and digits alone, so that neither signs nor spaces nor the dress of letters hide a word."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache

KEPT = (string.ascii_letters + string.digits).encode()
DROPPED = bytes(sign for sign in range(256) if sign not in KEPT)
SMALL = bytes.maketrans(string.ascii_uppercase.encode(), string.ascii_lowercase.encode())
TURNED = bytes.maketrans(
    string.ascii_lowercase.encode(), (string.ascii_lowercase[13:] + string.ascii_lowercase[:13]).encode()
)
"""ROT13."""
MIRRORED = bytes.maketrans(string.ascii_lowercase.encode(), string.ascii_lowercase[::-1].encode())
"""Atbash: a is z, b is y."""

LIKE = {
    **{"a": "аαɑᴀ⠁⠷", "b": "ьвʙ⠃", "c": "сᴄ⠉⠯", "d": "ԁđðᴅ⠙", "e": "еεᴇ⠑⠿⠮", "f": "ꜰ⠋", "g": "ɡɢ⠛", "h": "һʜ⠓"},
    **{"i": "іιıɪ⠊", "j": "јᴊ⠚", "k": "кκᴋ⠅", "l": "ӏłʟ⠇", "m": "мᴍ⠍", "n": "ɴ⠝", "o": "оοøᴏ⠕", "p": "рρᴘ⠏"},
    **{"q": "ԛ⠟", "r": "ʀ⠗", "s": "ѕꜱ⠎", "t": "тτᴛ⠞", "u": "υᴜ⠥", "v": "ѵνᴠ⠧", "w": "ѡԝᴡ⠺", "x": "хχ⠭"},
    **{"y": "уʏ⠽", "z": "ᴢ⠵", "oe": "œ", "ae": "æ", "th": "þ"},
}
"""Letters of other alphabets, small capitals and Braille, by what they are read as."""
UNLIKE = {
    **{ord(sign): letter for letter, signs in LIKE.items() for sign in signs},
    **{0xE0000 + sign: chr(sign) for sign in KEPT},
    **{0x1F1E6 + place: letter for place, letter in enumerate(string.ascii_lowercase)},
}
"""What Unicode does not take for the letter it is read as; among it tags, which nobody sees, and letters of flags."""
FOREIGN = re.compile(r"[^\x00-\x7f]")
MANY = 300
"""Different signs from which on it costs less to look at every letter than to replace each sign."""


def letters_of(text: str) -> bytes:
    """The letters and digits of a text, small and without accents.

    In:  "Don’t <b>W</b>ait, É\u00adcoute!"
    Out: b"dontbwbaitecoute"
    """
    if text.isascii():
        return text.encode().translate(SMALL, DROPPED)
    signs = set(FOREIGN.findall(text))
    if len(signs) > MANY:
        text = unicodedata.normalize("NFKD", text.casefold()).translate(UNLIKE)
    else:
        for sign in signs:
            text = text.replace(sign, _plain(sign))
    return text.encode("ascii", "ignore").translate(SMALL, DROPPED)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """A sign as the letters it is read as; nothing where it is none."""
    like = UNLIKE.get(ord(sign)) or unicodedata.normalize("NFKD", sign.casefold()).translate(UNLIKE)
    return like.encode("ascii", "ignore").decode()


def thin_letters_of(text: str | bytes) -> bytes:
    """The same where nobody can say which letters have accents: those are left out.

    In:  "Ã‰coute, dÃ©jÃ "
    Out: b"coutedj"
    """
    raw = text.encode("ascii", "ignore") if isinstance(text, str) else text
    return raw.translate(SMALL, DROPPED)
