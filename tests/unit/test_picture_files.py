"""What a picture's file may hold: what is needed to show it and nothing else; in every kind, built byte by byte."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from curriculum.read.picture_files import MOST_POINTS, PICTURES, check_picture, traces_of
from curriculum.read.picture_files.kinds import WALKS, kind_of
from curriculum.words.model import Problem
from curriculum.words.problems import say
from hypothesis import given, settings
from hypothesis.strategies import binary, data, integers, sampled_from
from languages import EN, FR
from PIL import Image

WRITTEN = sorted(path for path in (Path(__file__).parent.parent / "pictures").iterdir() if path.suffix != ".md")
ENDINGS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description %s/></x:xmpmeta>'


def picture(kind: str, **details: object) -> bytes:
    """The bytes of a small picture of one kind."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize((16, 12)).convert("RGB").save(file, kind, **details)
    return file.getvalue()


PLAIN = {kind: picture(kind) for kind in ENDINGS}


def rules(raw: bytes, ending: str) -> list[str]:
    return [problem.rule for problem in check_picture("x", ending, raw)]


def told(raw: bytes) -> list[str]:
    """What the file tells, as names of labels."""
    return traces_of(WALKS[kind_of(raw)](raw))


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(marker: int, body: bytes) -> bytes:
    """A JPEG with one more segment after its start."""
    return PLAIN["JPEG"][:2] + segment(marker, body) + PLAIN["JPEG"][2:]


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(name: bytes, body: bytes) -> bytes:
    """A PNG with one more chunk before its points."""
    place = PLAIN["PNG"].index(b"IDAT") - 4
    return PLAIN["PNG"][:place] + chunk(name, body) + PLAIN["PNG"][place:]


def gif(label: int, *blocks: bytes) -> bytes:
    """A GIF with one more extension before its end."""
    rows = b"".join(bytes([len(block)]) + block for block in blocks)
    return PLAIN["GIF"][:-1] + bytes([0x21, label]) + rows + b"\0;"


def webp(name: bytes, body: bytes) -> bytes:
    """A WebP with one more chunk at its end."""
    whole = PLAIN["WEBP"][12:] + name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
    return b"RIFF" + struct.pack("<I", len(whole) + 4) + b"WEBP" + whole


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def exif(order: str, *fields: tuple[int, int], after: bytes = b"") -> bytes:
    """The notes of a camera: a directory of numbers and values, and further directories `after` it."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, len(fields))
    return head + b"".join(struct.pack(f"{order}HHII", n, 4, 1, value) for n, value in fields) + b"\0" * 4 + after


def deeper(*fields: tuple[int, int]) -> bytes:
    """A directory that only the field 0x8769 of the first one leads to."""
    entries = b"".join(struct.pack("<HHII", n, 4, 1, value) for n, value in fields)
    return exif("<", (0x8769, 26), after=struct.pack("<H", len(fields)) + entries + b"\0" * 4)


def second(*fields: tuple[int, int]) -> bytes:
    """A directory after the first one: of the small copy."""
    entries = b"".join(struct.pack("<HHII", n, 4, 1, value) for n, value in fields)
    head = b"II*\0" + struct.pack("<IH", 8, 0) + struct.pack("<I", 14)
    return head + struct.pack("<H", len(fields)) + entries + b"\0" * 4


NOTES = [
    (exif("<", (0x8825, 0)), ["told-place"]),
    (exif(">", (0x8825, 0)), ["told-place"]),
    (exif("<", (0x010F, 0), (0x0110, 0)), ["told-device"]),
    (exif("<", (0x013C, 0)), ["told-device"]),
    (exif(">", (0x013B, 0)), ["told-person"]),
    (exif("<", (0x8298, 0)), ["told-person"]),
    (exif("<", (0x9C9D, 0)), ["told-person"]),
    (exif("<", (0x9C9B, 0)), ["told-comment"]),
    (exif("<", (0x9C9C, 0)), ["told-comment"]),
    (exif("<", (0x010E, 0)), ["told-comment"]),
    (exif("<", (0x0132, 0)), ["told-time"]),
    (exif("<", (0x0131, 0)), ["told-details"]),
    (exif("<"), ["told-details"]),
    (deeper((0xA430, 0)), ["told-person"]),
    (deeper((0xA431, 0)), ["told-device"]),
    (deeper((0xA435, 0), (0x9003, 0)), ["told-device", "told-time"]),
    (deeper((0x9286, 0)), ["told-comment"]),
    (second((0x0201, 0)), ["told-copy"]),
    (exif("<", (0x8769, 8)), ["told-details"]),  # leads back to itself
    (XMP % b'exif:GPSLatitude="48,25N"', ["told-place"]),
    (XMP % b'p:City="Harbour"', ["told-place"]),
    (XMP % b'other:Model="A phone"', ["told-device"]),
    (XMP % b'x1:creator="Somebody"', ["told-person"]),
    (XMP % b'xmp:CreatorTool="A program"', ["told-details"]),
    ((XMP % b'y:creator="Somebody"').decode().encode("utf-16"), ["told-person"]),
    ((XMP % b'y:City="Harbour"').decode().encode("utf-32-be"), ["told-place"]),
]
"""Notes of cameras and words of programs, and what they tell."""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("notes", "expected"), NOTES, ids=range(len(NOTES)))
def test_notes_are_refused_and_named_in_every_kind(kind: str, notes: bytes, expected: list[str]) -> None:
    written = {
        "JPEG": lambda: jpeg(0xE1, b"Exif\0\0" + notes),
        "PNG": lambda: png(b"eXIf", notes),
        "WEBP": lambda: webp(b"EXIF", notes),
    }[kind]()
    assert told(written) == expected
    assert rules(written, ENDINGS[kind]) == ["picture-traces"]


PARTS = {
    "by-line in IPTC": (jpeg(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x0b\x1c\x02P\0\6Person"), ["told-person"]),
    "city in IPTC": (jpeg(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x0b\x1c\x02Z\0\7Harbour"), ["told-place"]),
    "IPTC that says little": (jpeg(0xED, b"Photoshop 3.0\0"), ["told-details"]),
    "comment in a JPEG": (jpeg(0xFE, b"by Somebody"), ["told-comment"]),
    "comment of one letter": (jpeg(0xFE, b"a"), ["told-comment"]),
    "comment without letters": (jpeg(0xFE, b""), ["told-comment"]),
    "small copy in the head": (jpeg(0xE0, b"JFIF\0\1\2\0\0\1\0\1\1\1\xff\0\0"), ["told-copy"]),
    "small copy beside the head": (jpeg(0xE0, b"JFXX\0\x10" + PLAIN["JPEG"]), ["told-copy"]),
    "several pictures": (jpeg(0xE2, b"MPF\0" + exif("<")), ["told-copy"]),
    "profile": (jpeg(0xE2, b"ICC_PROFILE\0\1\1" + b"Screen 1234"), ["told-profile"]),
    "profile in pieces": (jpeg(0xE2, b"ICC_PROFILE\0\1\2"), ["told-profile"]),
    "owner's segment": (jpeg(0xEC, b"Ducky\0"), ["told-details"]),
    "longer Adobe head": (jpeg(0xEE, b"Adobe\0\x64\0\0\0\0\0 by Somebody"), ["told-details"]),
    "unknown segment": (jpeg(0xF7, b"x"), ["told-unknown"]),
    "archive behind a JPEG": (PLAIN["JPEG"] + b"PK\3\4", ["told-behind"]),
    "film behind a JPEG": (PLAIN["JPEG"] + box(b"ftyp", b"mp42") + box(b"mdat", b"film"), ["told-film"]),
    "picture behind a JPEG": (PLAIN["JPEG"] * 2, ["told-copy"]),
    "one byte behind a JPEG": (PLAIN["JPEG"] + b"\0", ["told-behind"]),
    "text": (png(b"tEXt", b"Author\0Somebody"), ["told-comment"]),
    "packed text": (png(b"zTXt", b"Comment\0\0" + zlib.compress(b"Somebody")), ["told-comment"]),
    "text of any letters": (png(b"iTXt", b"Author\0\0\0\0\0Quelqu\xc3\xa9"), ["told-comment"]),
    "packed words of a program": (png(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)), ["told-comment"]),
    "words of a program": (
        png(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP % b'q:City=""'),
        ["told-place", "told-comment"],
    ),
    "time": (png(b"tIME", struct.pack(">HBBBBB", 2026, 11, 28, 8, 0, 0)), ["told-time"]),
    "profile in a PNG": (png(b"iCCP", b"Screen\0\0" + zlib.compress(b"1234")), ["told-profile"]),
    "named palette": (png(b"sPLT", b"Somebody\0\x08"), ["told-profile"]),
    "unknown chunk": (png(b"prVt", b"words"), ["told-unknown"]),
    "chunk longer than its use": (png(b"gAMA", b"\0\0\xb1\x8f by Somebody"), ["told-unknown"]),
    "archive behind a PNG": (PLAIN["PNG"] + b"PK\3\4", ["told-behind"]),
    "comment in a GIF": (gif(0xFE, b"by Somebody"), ["told-comment"]),
    "words in a GIF": (gif(0x01, b"\0" * 12, b"by Somebody"), ["told-comment"]),
    "words of a program in a GIF": (gif(0xFF, b"XMP DataXMP", XMP % b'r:creator=""'), ["told-person"]),
    "other program in a GIF": (gif(0xFF, b"ICCRGBG1012", b"words"), ["told-details"]),
    "repeat with words": (gif(0xFF, b"NETSCAPE2.0", b"\1\0\0", b"words"), ["told-details"]),
    "longer control": (gif(0xF9, b"\0\0\0\0 by Somebody"), ["told-unknown"]),
    "unknown extension": (gif(0x77, b"words"), ["told-unknown"]),
    "archive behind a GIF": (PLAIN["GIF"] + b"PK\3\4", ["told-behind"]),
    "profile in a WebP": (webp(b"ICCP", b"Screen 1234"), ["told-profile"]),
    "unknown chunk in a WebP": (webp(b"note", b"words"), ["told-unknown"]),
    "longer chunk in a WebP": (webp(b"ANIM", b"\0" * 6 + b"words"), ["told-unknown"]),
    "archive behind a WebP": (PLAIN["WEBP"] + b"PK\3\4", ["told-behind"]),
    "box behind an AVIF": (PLAIN["AVIF"] + box(b"free", b"by Somebody"), ["told-behind"]),
    "identifier behind an AVIF": (
        PLAIN["AVIF"] + box(b"uuid", b"0" * 16 + XMP % b'r:creator=""'),
        ["told-person", "told-behind"],
    ),
    "film in an AVIF": (PLAIN["AVIF"] + box(b"moov", b""), ["told-film"]),
}


@pytest.mark.parametrize("name", PARTS)
def test_parts_that_no_picture_needs_are_refused(name: str) -> None:
    raw, expected = PARTS[name]
    ending = kind_of(raw)
    assert told(raw) == expected
    assert rules(raw, ending) == ["picture-traces"]


@pytest.mark.parametrize(
    "details",
    [{"exif": exif("<", (0x8825, 0))}, {"xmp": XMP % b'dc:creator="Somebody"'}, {"icc_profile": b"Screen 1234"}],
)
def test_notes_in_an_avif_are_refused(details: dict[str, bytes]) -> None:
    assert rules(picture("AVIF", **details), "avif") == ["picture-traces"]


def test_what_hides_beside_the_points_of_an_avif_is_refused() -> None:
    place = PLAIN["AVIF"].index(b"mdat") - 4
    raw = PLAIN["AVIF"][:place] + box(b"mdat", PLAIN["AVIF"][place + 8 :] + b"by Somebody")
    assert rules(raw, "avif") == ["picture-traces"]


def test_what_hides_after_the_points_of_a_png_is_refused() -> None:
    place = PLAIN["PNG"].index(b"IDAT")
    length = struct.unpack(">I", PLAIN["PNG"][place - 4 : place])[0]
    points = PLAIN["PNG"][place + 4 : place + 4 + length]
    raw = PLAIN["PNG"][: place - 4] + chunk(b"IDAT", points + b"PK\3\4") + chunk(b"IEND", b"")
    assert rules(raw, "png") == ["picture-traces"]
    assert say(check_picture("x", "png", raw)[0], EN).count("something behind the picture’s end") == 1


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_pictures_of_real_programs_are_let_through(path: Path) -> None:
    assert check_picture(path.name, path.suffix[1:], path.read_bytes()) == []


@pytest.mark.parametrize("kind", ENDINGS)
@pytest.mark.parametrize("mode", ["L", "P", "RGB", "RGBA"])
def test_pictures_of_pillow_are_let_through(kind: str, mode: str) -> None:
    file = io.BytesIO()
    if kind == "JPEG":
        mode = {"RGBA": "CMYK", "P": "L"}.get(mode, mode)
    Image.linear_gradient("L").convert("RGB").convert(mode).save(file, kind)
    assert rules(file.getvalue(), ENDINGS[kind]) == []


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"", "an empty file"),
        (b"<!doctype html><p>Words", "a web page"),
        (b"\n <html><script>1</script>", "a web page"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"<?xml version='1.0'?>\n<!-- a --><svg>", "SVG"),
        (b"%PDF-1.7", "a PDF"),
        (b"Words and words", "text"),
        ("Des mots là".encode(), "text"),
        (b"PK\3\4", "an archive"),
        (box(b"ftyp", b"heic\0\0\0\0mif1heic"), "HEIC"),
        (box(b"ftyp", b"mp42"), "a film"),
        (b"\x1a\x45\xdf\xa3film", "a film"),
        (b"\0\1\2\3", "no picture known here"),
        (b"BM\0\0\0\0", "no picture known here"),
    ],
)
@pytest.mark.parametrize("ending", PICTURES)
def test_what_is_no_picture_is_named(raw: bytes, found: str, ending: str) -> None:
    (problem,) = check_picture("x", ending, raw)
    assert problem.rule == "picture-kind"
    assert found in say(problem, EN)


@pytest.mark.parametrize("kind", ENDINGS)
@pytest.mark.parametrize("ending", ENDINGS.values())
def test_the_name_says_the_kind(kind: str, ending: str) -> None:
    assert rules(PLAIN[kind], ending) == ([] if ENDINGS[kind] == ending else ["picture-kind"])


@pytest.mark.parametrize("ending", ["JPG", "jpeg", "JPEG"])
def test_a_kind_has_several_names(ending: str) -> None:
    assert rules(PLAIN["JPEG"], ending) == []


SIDES = struct.pack(">II", 50_000, 50_000)


@pytest.mark.parametrize(
    ("raw", "ending"),
    [
        (
            PLAIN["PNG"][:12] + chunk(b"IHDR", SIDES + b"\x08\2\0\0\0")[4:] + PLAIN["PNG"][33:],
            "png",
        ),
        (
            PLAIN["JPEG"].replace(b"\xff\xc0\0\x11\x08\0\x0c\0\x10", b"\xff\xc0\0\x11\x08\xc3\x50\xc3\x50"),
            "jpg",
        ),
        (PLAIN["GIF"][:6] + struct.pack("<HH", 50_000, 50_000) + PLAIN["GIF"][10:], "gif"),
        (webp(b"VP8X", b"\0" * 4 + b"\x4f\xc3\0" * 2), "webp"),
        (PLAIN["AVIF"].replace(struct.pack(">II", 16, 12), SIDES), "avif"),
    ],
    ids=str,
)
def test_a_few_bytes_may_not_claim_more_points_than_a_phone_can_hold(raw: bytes, ending: str) -> None:
    assert rules(raw, ending) == ["picture-points"]
    assert str(MOST_POINTS) in say(check_picture("x", ending, raw)[0], FR)


def packed(points: bytes) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 12, 8, 2, 0, 0, 0)) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "points",
    [b"", b"no points", zlib.compress(b"\0" * 588)[:-3], zlib.compress(b"\0" * 50_000_000)],
    ids=["none", "no zlib", "cut", "a bomb"],
)
def test_points_unpack_to_their_end_and_no_further(points: bytes) -> None:
    assert rules(PLAIN["PNG"][:8] + packed(points), "png") == ["picture-broken"]


@pytest.mark.parametrize("kind", ENDINGS)
def test_no_point_at_all_is_no_picture(kind: str) -> None:
    nothing = {
        "PNG": PLAIN["PNG"][:8] + chunk(b"IHDR", bytes(13)) + chunk(b"IEND", b""),
        "JPEG": b"\xff\xd8\xff\xd9",
        "GIF": b"GIF89a\1\0\1\0\0\0\0;",
        "WEBP": b"RIFF\4\0\0\0WEBP",
        "AVIF": PLAIN["AVIF"][:32],
    }[kind]
    assert rules(nothing, ENDINGS[kind]) == ["picture-broken"]


@settings(deadline=None)
@given(data(), sampled_from(sorted(ENDINGS)))
def test_a_picture_that_is_cut_is_refused(draw: data, kind: str) -> None:
    raw = PLAIN[kind]
    assert rules(raw[: draw.draw(integers(0, len(raw) - 1))], ENDINGS[kind])


@settings(deadline=None)
@given(data(), sampled_from(sorted(ENDINGS)), binary(min_size=1, max_size=40))
def test_any_bytes_in_the_place_of_others_give_a_sentence_or_nothing(draw: data, kind: str, other: bytes) -> None:
    place = draw.draw(integers(0, len(PLAIN[kind])))
    raw = PLAIN[kind][:place] + other + PLAIN[kind][place + draw.draw(integers(0, 40)) :]
    assert all(isinstance(problem, Problem) for problem in check_picture("x", ENDINGS[kind], raw))


def starts(kind: str) -> list[int]:
    """The places in the plain picture where a part of its kind may start."""
    raw = PLAIN[kind]
    if kind == "PNG":
        return [raw.index(name) - 4 for name in (b"IDAT", b"IEND")]
    if kind == "JPEG":
        return [2, *(raw.index(bytes((0xFF, marker))) for marker in (0xDB, 0xC0, 0xC4, 0xDA)), len(raw) - 2]
    if kind == "GIF":
        return [13 + (3 << (raw[10] & 7) + 1), len(raw) - 1]
    return [12, len(raw)]


@settings(deadline=None)
@given(data(), sampled_from(["JPEG", "PNG", "GIF", "WEBP"]), binary(max_size=80))
def test_a_further_part_is_refused_wherever_it_stands(draw: data, kind: str, body: bytes) -> None:
    place = draw.draw(sampled_from(starts(kind)))
    if kind == "JPEG":
        part = segment(draw.draw(sampled_from([*range(0xE1, 0xEE), 0xEF, 0xF0, 0xFD, 0xFE])), body)
    elif kind == "PNG":
        part = chunk(draw.draw(sampled_from([b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"prVt", b"sPLT"])), body)
    elif kind == "GIF":
        part = bytes((0x21, draw.draw(sampled_from([0x01, 0x42, 0xFE, 0xFF])))) + bytes([len(body)]) + body
        part = part + b"\0" if body else part
    else:
        name = draw.draw(sampled_from([b"EXIF", b"XMP ", b"ICCP", b"note"]))
        part = name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
    raw = PLAIN[kind][:place] + part + PLAIN[kind][place:]
    if kind == "WEBP":
        raw = raw[:4] + struct.pack("<I", len(raw) - 8) + raw[8:]
    assert rules(raw, ENDINGS[kind]) == ["picture-traces"]
