"""The sealed file without a browser: what opens an envelope, what does not, and what can be read without a phrase."""

from __future__ import annotations

import hashlib
import math
import os
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from curriculum.__main__ import main
from curriculum.publish.sealed import envelope as envelopes
from curriculum.publish.sealed.contents import address_in, with_places
from curriculum.publish.sealed.envelope import (
    DIGEST,
    HEAD,
    NONCE,
    ROUNDS,
    SLOT,
    SLOTS,
    STEP,
    TAG,
    VERSION,
    Refusal,
    Shut,
    derive_key,
    open_envelope,
    seal,
)
from curriculum.publish.sealed.letters import ESCAPE, FIRST, MOVED, UNSAFE, to_bytes, to_text
from curriculum.publish.sealed.people import people_of
from curriculum.publish.sealed.phrases import COUNT, LEAST, draw_phrase, fold, read_list
from curriculum.words.labels import read_words
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES

WORDS = [b"what only facilitators read", "à ne pas laisser traîner".encode()]
CONTENT = b" ".join(WORDS) * 40
PHRASES = ["carbonunsaidremold", "tastypeltacorn", "etagecoeurnoir"]
TAMPERED = 2000
"""The least of changed envelopes that are tried; each way to change one has its share."""
ASKED = Path(__file__).parent / "typed-wrongly" / "sealed.txt"
SCRIPT = Path(envelopes.__file__).with_name("unlock.js").read_text(encoding="utf-8")


@cache
def same_key(phrase: str) -> bytes:
    return hashlib.sha256(phrase.encode()).digest()


def derive_same(phrase: str, salt: bytes, rounds: int) -> bytes:
    """A key that is right whatever the head says: the best that somebody who changes a head could hope for."""
    return same_key(phrase)


def resealed(body: bytes) -> bytes:
    """With a digest that fits, as somebody who means harm would have it."""
    return body + hashlib.sha256(body).digest()


def refusal_of(envelope: bytes, phrase: str = PHRASES[0]) -> Refusal | None:
    try:
        open_envelope(envelope, phrase, derive_same)
    except Shut as shut:
        return shut.refusal
    return None


def test_each_phrase_opens_and_no_other_does() -> None:
    sealed = seal(CONTENT, PHRASES)
    assert {open_envelope(sealed, phrase) for phrase in PHRASES} == {CONTENT}
    with pytest.raises(Shut, match=Refusal.PHRASE.value):
        open_envelope(sealed, PHRASES[0] + "s")


def test_a_phrase_is_made_a_key_slowly() -> None:
    """By the way of deriving that any other program has, with a million rounds."""
    salt = os.urandom(16)
    assert ROUNDS == 1_000_000
    assert derive_key("étage", salt, 3) == hashlib.pbkdf2_hmac("sha256", "étage".encode(), salt, 3, 32)


def test_nothing_but_ciphertext_is_inside() -> None:
    """No word of the content, no phrase, no byte of another time; how many people there are does not show."""
    seals = [seal(CONTENT + bytes(extra), PHRASES[:people], derive_same) for extra in (0, 900) for people in (1, 3)]
    assert len({len(sealed) for sealed in seals}) == 1
    assert len(seals[0]) == HEAD.size + SLOTS * SLOT + NONCE + STEP + TAG + DIGEST
    for sealed in seals:
        assert not any(word in sealed for word in (*WORDS, *(phrase.encode() for phrase in PHRASES)))
    pieces = [sealed[at : at + 8] for sealed in seals for at in range(5, len(sealed) - 8, 8)]
    assert len(set(pieces)) == len(pieces)
    assert len(seal(CONTENT, [str(number) for number in range(SLOTS + 1)], derive_same)) == len(seals[0]) + SLOTS * SLOT


def changed_bytes(body: bytes, other: bytes, chance: random.Random) -> Iterator[bytes]:
    """A byte of head, slots, nonce or tag: each once; of the content: some. And the same bit in two places."""
    head = HEAD.size + SLOTS * SLOT + NONCE
    places = [*range(head), *range(len(body) - TAG, len(body)), *chance.sample(range(head, len(body) - TAG), 600)]
    for place in places:
        changed = bytearray(body)
        changed[place] ^= 1 << chance.randrange(8)
        yield bytes(changed)
        if place % 8 == 0:
            changed[chance.randrange(len(body))] ^= chance.randrange(1, 256)
            yield bytes(changed)


def moved_slots(body: bytes, other: bytes, chance: random.Random) -> Iterator[bytes]:
    """Two slots in each other's place, one slot over another, slots of another file."""
    slots = [HEAD.size + place * SLOT for place in range(SLOTS)]
    for one in slots:
        for two in slots:
            if one != two:
                changed = bytearray(body)
                changed[one : one + SLOT] = body[two : two + SLOT]
                yield bytes(changed)
            changed = bytearray(body)
            changed[one : one + SLOT] = other[two : two + SLOT]
            yield bytes(changed)


def cut_and_joined(body: bytes, other: bytes, chance: random.Random) -> Iterator[bytes]:
    """Cut off, made longer, begun in one file and ended in another, a head that asks for less."""
    for _ in range(150):
        place = chance.randrange(len(body))
        yield body[:place]
        yield body[:place] + other[place:]
        yield body + chance.randbytes(chance.randrange(1, 40))
    for version, rounds in ((VERSION, 1), (VERSION, ROUNDS - 1), (VERSION, 2**32 - 1), (0, ROUNDS), (2, ROUNDS)):
        *_, salt, count = HEAD.unpack(body[: HEAD.size])
        yield HEAD.pack(version, rounds, salt, count) + body[HEAD.size :]
    yield b""


def test_no_changed_envelope_opens() -> None:
    """Each has a digest that fits, and where the head was changed even the right key: 0 of 2,000 and more open."""
    chance = random.Random(14)
    body, other = (seal(CONTENT, PHRASES, derive_same)[:-DIGEST] for _ in range(2))
    tried = 0
    for ways in (changed_bytes, moved_slots, cut_and_joined):
        found = [refusal_of(resealed(changed)) for changed in ways(body, other, chance) if changed != body]
        assert None not in found, ways.__name__
        tried += len(found)
    assert tried >= TAMPERED
    assert refusal_of(resealed(body)) is None


@pytest.mark.parametrize("place", [0, 30, 5000, -1])
def test_a_byte_that_was_lost_on_the_way_is_not_taken_for_a_wrong_phrase(place: int) -> None:
    sealed = bytearray(seal(CONTENT, PHRASES, derive_same))
    sealed[place] ^= 1
    assert refusal_of(bytes(sealed)) is Refusal.DAMAGED


def test_every_sign_comes_back_from_the_letters() -> None:
    """All 65,536 units of two bytes, in an order that no sign is made of twice; nothing that HTML reads is left."""
    content = b"".join(unit.to_bytes(2, "little") for unit in [*range(0x10000), *reversed(range(0x10000))])
    text = to_text(content)
    assert to_bytes(text) == content
    assert not re.search("[\0\r<\ud800-\udfff]", text)
    assert len(to_text(os.urandom(200_000)).encode("utf-16-le")) / 200_000 < 1.04


def test_the_script_counts_as_the_program_does() -> None:
    """Lengths, places and signs of the envelope are written down twice: here and for browsers."""
    numbers = {name: int(value, 0) for name, value in re.findall(r"\b([A-Z]+) = (0x[0-9a-f]+|\d+)", SCRIPT)}
    head = {"VERSION": VERSION, "ROUNDS": ROUNDS, "HEAD": HEAD.size, "SALT": 5, "COUNT": 21}
    rest = {"NONCE": NONCE, "SLOT": SLOT, "DIGEST": DIGEST, "ESCAPE": ESCAPE, "HALVES": FIRST, "MOVED": MOVED}
    assert numbers == head | rest
    assert f"UNSAFE = {[*UNSAFE]}" in SCRIPT
    assert HEAD.unpack(bytes(5) + b"s" * 16 + b"\7")[2:] == (b"s" * 16, 7)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_has_enough_chance_in_it(language: Language) -> None:
    """Six words of the list, less what is lost because they may be typed as one word."""
    words = read_list(language)
    assert all(re.fullmatch("[a-z]{3,9}", word) for word in words)
    drawn = [draw_phrase(words) for _ in range(700)]
    assert all(len(phrase.split()) == COUNT and set(phrase.split()) <= set(words) for phrase in drawn)
    assert len({word for phrase in drawn for word in phrase.split()}) > 2000
    known = frozenset(words)
    lost = sum(math.log2(ways_to_read(fold(phrase), known)) for phrase in drawn) / len(drawn)
    assert COUNT * math.log2(len(words)) - lost >= LEAST


def ways_to_read(letters: str, words: frozenset[str]) -> int:
    """In how many ways letters can be six words."""
    ways: list[dict[int, int]] = [{0: 1}, *({} for _ in letters)]
    for start, counts in enumerate(ways):
        for end in range(start + 3, min(start + 9, len(letters)) + 1):
            if counts and letters[start:end] in words:
                for count, number in counts.items():
                    ways[end][count + 1] = ways[end].get(count + 1, 0) + number
    return ways[-1].get(COUNT, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_nobody_should_have_to_say_are_left_out(language: Language) -> None:
    """Each pattern still leaves out something, and none of the words that tell is drawn."""
    words = read_list(language)
    for patterns in read_words("phrases", language)["left-out"]:
        assert not [word for word in words if re.fullmatch(patterns, word)]
    for told in LANGUAGES:
        for pattern in read_words("telling", told)["words"]:
            assert not [word for word in words if re.fullmatch(pattern, word)], pattern


@pytest.mark.parametrize(
    "typed",
    ["Étage cœur noir", "ETAGE COEUR NOIR", " étage—cœur\u00a0noir. ", "E\u0301tage,coeur,noir", "etagecoeurnoir"],
)
def test_accents_capitals_and_spaces_do_not_count(typed: str) -> None:
    assert fold(typed) == "etagecoeurnoir"


def test_who_is_asked_for_gets_a_phrase_of_their_language() -> None:
    alone, _ = people_of(["Ana"], [FR], EN)
    assert [person.language for person in alone] == [FR]
    people, problems = people_of(["Ana", "Jo Lee : fr", "Mireille:FR"], LANGUAGES, EN)
    spoken = [(person.name, person.language.code) for person in people]
    assert spoken == [("Ana", "en"), ("Jo Lee", "fr"), ("Mireille", "fr")]
    assert problems == []


ODD = ["Ana\nMireille", "Ana\x1b[31m", "A" * 61]
"""Two lines, an order to a terminal, longer than a line: they are said back beside a phrase."""
WRONGLY = (ODD, [], ["Ana", "ANA "], ["Ana", "Mireille:french"], [":fr", "?"], [f"P{number}" for number in range(241)])


def test_what_is_asked_wrongly_is_told_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No name, one name twice, a language that is not there, names without letters, too many: nothing is built."""
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    monkeypatch.chdir(ASKED.parent.parent.parent.parent)
    assert [main(["seal", *names]) for names in WRONGLY] == [1] * len(WRONGLY)
    said = capsys.readouterr()
    if os.environ.get("REFRESH"):
        ASKED.write_text(said.err, encoding="utf-8")
    assert said.err == ASKED.read_text(encoding="utf-8")
    assert said.out == ""


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("../week-02/#teach", "#/fr/week-02/#teach"),
        ("../../", "#/"),
        ("week-01-facilitators-a4.pdf", "#/fr/week-01/week-01-facilitators-a4.pdf"),
        ("#teach", ""),
        ("tel:9-8-8", ""),
        ("https://example.org/", ""),
    ],
)
def test_a_link_leads_to_a_place_in_the_file(address: str, written: str) -> None:
    assert address_in(address, "fr/week-01/index.html") == written


def test_a_page_asks_for_nothing_beside_the_file() -> None:
    """Its style and pictures come from the script; policy, addresses on the web and the icon of the site go."""
    page = (
        '<meta http-equiv="Content-Security-Policy" content="default-src">'
        '<meta name="robots" content="noindex">'
        '<link rel="canonical" href="https://example.org/"><link rel="preload" href="../a.woff2" as="font">'
        '<link rel="icon" href="../assets/icon.svg"><link rel="stylesheet" href="../assets/site.css">'
        '<img alt="Two chairs" src="../images/two%20chairs.png"><a href="#top">1</a><a href="../b/#c">2</a>'
    )
    assert with_places(page, "fr/week-01/index.html") == (
        '<meta name="robots" content="noindex"><link rel="icon" href="data:,"><style></style>'
        '<img alt="Two chairs" data-src="#/fr/images/two chairs.png"><a href="#top">1</a><a href="#/fr/b/#c">2</a>'
    )
