"""Colour profiles: besides colours they hold words, and that of a screen its maker and number; one is known as plain.

Chromium writes it into every JPEG and WebP it makes, a screenshot for example: sRGB, the same bytes on every device.
"""

from __future__ import annotations

import hashlib

PLAIN = {"12afb4d9953adee0607d347daee5b78b18d6b3cab2d572b88970703f5edb37bc"}
"""SHA-256 of sRGB as Skia 2016 writes it, 456 bytes."""


def is_plain(profile: bytes) -> bool:
    """True for a profile that is known to the byte."""
    return hashlib.sha256(profile).hexdigest() in PLAIN
