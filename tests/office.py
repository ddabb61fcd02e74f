"""LibreOffice without its window: a Word file opened, written in, and saved by it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def written_in(file: Path, *pairs: tuple[str, str]) -> Path:
    """The file as LibreOffice opened it, with words written over, and saved for Word by it.

    In between it lies in LibreOffice’s own form, as text, so that words can be changed as somebody does at the screen.
    """
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: sudo apt install libreoffice-writer-nogui")
    work = file.parent / "office"
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"

    def convert(form: str, opened: Path) -> Path:
        call = [program, profile, "--headless", "--convert-to", form, "--outdir", str(work), str(opened)]
        subprocess.run(call, check=True, capture_output=True, timeout=180)
        return work / f"{opened.stem}.{form}"

    flat = convert("fodt", file)
    text = flat.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    flat.write_text(text, encoding="utf-8")
    return convert("docx", flat)
