"""The languages of this repository, as `mkdocs.yml` has them: the one place where tests name them."""

from __future__ import annotations

from pathlib import Path

from curriculum.read.languages import read_languages

LANGUAGES, _ = read_languages(Path(__file__).resolve().parent.parent)
EN, FR, *_ = LANGUAGES
