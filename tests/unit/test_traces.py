"""What a picture tells of whoever took it, in every kind of picture, as cameras and programs write it."""

from __future__ import annotations

from io import BytesIO

import pytest
from curriculum.read.traces import DEVICE, PERSON, PLACE, traces_in
from curriculum.words.values import Text
from hypothesis import given
from hypothesis.strategies import binary, lists, sampled_from
from PIL import Image

KINDS = ("JPEG", "PNG", "WEBP", "AVIF")
MAKE, MODEL, ARTIST, GPS, LATITUDE, SOFTWARE, DETAILS, COMMENT = (
    *(0x010F, 0x0110, 0x013B, 0x8825, 2, 0x0131, 0x8769, 0x9286),
)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description %s/></x:xmpmeta>'


def picture(kind: str, **details: object) -> bytes:
    """The bytes of a small picture, with what is said about it."""
    file = BytesIO()
    Image.new("RGB", (16, 12), (200, 180, 150)).save(file, kind, **details)
    return file.getvalue()


def noted(**fields: object) -> Image.Exif:
    """The notes of a camera: `MAKE="A maker"`."""
    notes = Image.Exif()
    for name, value in fields.items():
        if name == "LATITUDE":
            notes.get_ifd(GPS)[LATITUDE] = value
        elif name == "COMMENT":
            notes.get_ifd(DETAILS)[COMMENT] = value
        else:
            notes[globals()[name]] = value
    return notes


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"MAKE": "A maker", "MODEL": "A phone", "LATITUDE": (48.0, 25.0, 0.0)}, [PLACE, DEVICE]),
        ({"SOFTWARE": "A program", "LATITUDE": (48.0, 25.0, 0.0)}, [PLACE]),
        ({"ARTIST": "Somebody", "SOFTWARE": "A program"}, [PERSON]),
        ({"SOFTWARE": "A program", "COMMENT": b"ASCII\0\0\0Screenshot"}, []),
    ],
)
def test_the_notes_of_a_camera_are_read_in_every_kind(kind: str, fields: dict[str, object], told: list[Text]) -> None:
    assert traces_in(picture(kind, exif=noted(**fields))) == told


@pytest.mark.parametrize("kind", [*KINDS, "GIF"])
def test_a_picture_without_notes_tells_nothing(kind: str) -> None:
    assert traces_in(picture(kind)) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (b'exif:GPSLatitude="48,25N"', [PLACE]),
        (b'tiff:Model="A phone"', [DEVICE]),
        (b'dc:creator="Somebody"', [PERSON]),
        (b'xmp:CreatorTool="A program"', []),
    ],
)
def test_the_words_of_a_program_are_read(words: bytes, told: list[Text]) -> None:
    assert traces_in(picture("JPEG", xmp=XMP % words)) == told


def test_notes_in_the_other_order_of_bytes_are_read() -> None:
    assert traces_in(b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\4\0\0\0\1\0\0\0\x1a") == [PLACE]


@given(lists(sampled_from([b"II*\0", b"MM\0*", b"\xff" * 3, b"\x25\x88", b"<x:xmpmeta", b"\0\0\0\x08"]) | binary()))
def test_no_bytes_are_too_odd(parts: list[bytes]) -> None:
    assert isinstance(traces_in(b"".join(parts)), list)
