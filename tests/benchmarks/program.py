"""Our own program, as a benchmark sees it: commands, what a build keeps, and a sentence to change."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.curricula import left_out
from benchmarks.processes import Command

BOTH_SITES: Command = (sys.executable, "-m", "curriculum", "build")
PAGES_ALONE: Command = (sys.executable, "-m", "mkdocs", "--quiet", "build")
SENTENCE = re.compile(r"^(?![#/|>*\-\d]).*?[a-z](?=\.)", re.M)
"""The first sentence of a page that is plain prose, without its full stop."""


def live_site(port: int) -> Command:
    """The live site, on this port or the first free one after it."""
    return (sys.executable, "-m", "curriculum", "serve", "--port", str(port))


def forget(project: Path) -> None:
    """Take away everything that a build made or kept. Bytecode is Python's, and stays."""
    _, made = left_out(project)
    for name in made - {".git", ".venv", "tests"}:
        shutil.rmtree(project / name, ignore_errors=True)


@dataclass
class Sentence:
    """One sentence of one English handout, to which a word is added: another one each time."""

    path: Path
    text: str
    address: str
    word: str = ""
    count: int = 0

    @classmethod
    def of(cls, project: Path) -> Sentence:
        """That of the first handout in `curriculum.yml` that is not a card: a card may be full."""
        arc = yaml.safe_load((project / "curriculum.yml").read_text(encoding="utf-8"))
        places = (
            f"{week}/handouts/{name}"
            for week, about in arc["weeks"].items()
            for name, handout in about["handouts"].items()
            if not handout["kind"].endswith("card")
        )
        place = next(places)
        path = project / "docs" / f"{place}.md"
        return cls(path, path.read_text(encoding="utf-8"), f"{place}/")

    def change(self) -> str:
        """Write the sentence with a word that it never had; the word."""
        self.count += 1
        self.word = f"again{self.count}"
        start = self.text.index("\n# ")
        found = SENTENCE.search(self.text, self.text.index("\n", start + 1))
        assert found, f"no sentence in {self.path}"
        self.path.write_text(f"{self.text[: found.end()]} {self.word}{self.text[found.end() :]}", encoding="utf-8")
        return self.word

    def restore(self) -> None:
        """As it was."""
        self.path.write_text(self.text, encoding="utf-8")
