"""Bytes and phrases -> an envelope that any one of the phrases opens; whatever is changed in it keeps it shut.

In:  b"…", ["carbon unsaid remold …", "…"]
Out: version, rounds, salt, number of slots | slots | nonce, content, tag | digest

A key is drawn for the content each time. A phrase becomes a key by PBKDF2, slowly, and wraps the key of the content in
a slot of its own. Slots stand in no order, and empty ones among them are random bytes: nobody sees how many people
there are. A slot is bound to the head and to its place, the content to the head and to all slots. The digest at the end
is no secret and protects nothing: it tells a file that was cut off from a phrase with a slip in it.

Sources: NIST SP 800-38D (AES-GCM), RFC 8018 (PBKDF2); number of rounds: at least the 600,000 of the OWASP Password
Storage Cheat Sheet. The phrase, of 77 bits, is what holds; the rounds make each guess cost more.
"""

from __future__ import annotations

import hashlib
import os
import random
import struct
from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = 1
ROUNDS = 1_000_000
HEAD = struct.Struct(">BI16sB")
"""Version, rounds, salt, number of slots."""
SALT, NONCE, KEY, TAG = 16, 12, 32, 16
"""Bytes of each."""
SLOT = NONCE + KEY + TAG
SLOTS = 16
"""Always a multiple of this: one person or ten look the same."""
DIGEST = hashlib.sha256().digest_size
STEP = 1 << 16
"""Bytes that the length of the content is a multiple of: a note more or less does not show."""
LENGTH = struct.Struct(">Q")
Derive = Callable[[str, bytes, int], bytes]
"""A phrase as it counts, salt, rounds -> key."""


class Refusal(Enum):
    """Why an envelope stays shut."""

    DAMAGED = "damaged"
    """It is not as it was made: cut off, or changed."""
    PHRASE = "phrase"
    """No slot opens with this phrase."""


class Shut(Exception):  # noqa: N818 - not a fault of the program: the envelope does what it is for
    """The envelope does not open."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def derive_key(phrase: str, salt: bytes, rounds: int) -> bytes:
    """The key that a phrase, as it counts (`phrases.fold`), stands for."""
    return hashlib.pbkdf2_hmac("sha256", phrase.encode(), salt, rounds, KEY)


def seal(content: bytes, phrases: Sequence[str], derive: Derive = derive_key) -> bytes:
    """The envelope; phrases are given as they count."""
    head = HEAD.pack(VERSION, ROUNDS, os.urandom(SALT), -(-len(phrases) // SLOTS) * SLOTS)
    *_, salt, count = HEAD.unpack(head)
    places = random.SystemRandom().sample(range(count), len(phrases))
    slots = [os.urandom(SLOT) for _ in range(count)]
    key = AESGCM.generate_key(8 * KEY)
    for place, phrase in zip(places, phrases, strict=True):
        slots[place] = _locked(derive(phrase, salt, ROUNDS), key, _bound(head, place))
    bound = head + b"".join(slots)
    envelope = bound + _locked(key, padded(content), bound)
    return envelope + hashlib.sha256(envelope).digest()


def open_envelope(envelope: bytes, phrase: str, derive: Derive = derive_key) -> bytes:
    """What was sealed, for a phrase as it counts; raises `Shut`."""
    body, digest = envelope[:-DIGEST], envelope[-DIGEST:]
    if len(body) < HEAD.size or hashlib.sha256(body).digest() != digest:
        raise Shut(Refusal.DAMAGED)
    head = body[: HEAD.size]
    version, rounds, salt, count = HEAD.unpack(head)
    start = HEAD.size + count * SLOT
    if (version, rounds) != (VERSION, ROUNDS) or len(body) < start + NONCE + TAG:
        raise Shut(Refusal.DAMAGED)
    slots = [body[at : at + SLOT] for at in range(HEAD.size, start, SLOT)]
    key = _first_key(derive(phrase, salt, rounds), head, slots)
    try:
        return stripped(_unlocked(key, body[start:], body[:start]))
    except (InvalidTag, struct.error) as error:
        raise Shut(Refusal.DAMAGED) from error


def _first_key(own: bytes, head: bytes, slots: Iterable[bytes]) -> bytes:
    """The key of the content, from the slot that this key opens."""
    for place, slot in enumerate(slots):
        try:
            return _unlocked(own, slot, _bound(head, place))
        except InvalidTag:
            continue
    raise Shut(Refusal.PHRASE)


def _bound(head: bytes, place: int) -> bytes:
    return head + bytes([place])


def _locked(key: bytes, content: bytes, bound: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, bound)


def _unlocked(key: bytes, content: bytes, bound: bytes) -> bytes:
    return AESGCM(key).decrypt(content[:NONCE], content[NONCE:], bound)


def padded(content: bytes) -> bytes:
    """Its length, the content, and zeros up to the next step."""
    whole = LENGTH.pack(len(content)) + content
    return whole + bytes(-len(whole) % STEP)


def stripped(content: bytes) -> bytes:
    """The content again."""
    (length,) = LENGTH.unpack_from(content)
    return content[LENGTH.size : LENGTH.size + length]
