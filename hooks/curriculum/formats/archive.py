"""Files -> one ZIP, the same bytes every time and everywhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date a ZIP can hold; every entry has it, so that the time of a build does not show."""
UNIX = 3
READABLE = 0o644 << 16


def to_zip(files: Mapping[str, bytes], stored: Collection[str] = ()) -> bytes:
    """The bytes of a ZIP with the files in the order given; those in `stored` are not compressed."""
    archive = BytesIO()
    with ZipFile(archive, "w") as opened:
        for name, content in files.items():
            entry = ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = UNIX, READABLE
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            opened.writestr(entry, content)
    return archive.getvalue()
