"""A file of the course, made when somebody asks for it: in a process of its own, whose memory goes with it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from curriculum.words.audience import NOTES
from curriculum.words.model import Audience


class Maker:
    """Makes one file after the other; a file that was made since the last change is there already."""

    def __init__(self, root: Path, folder: Path, tell: Callable[[tuple[str, ...]], None]) -> None:
        self.root, self.folder, self.tell = root, folder, tell
        self.made: dict[tuple[str, Audience], int] = {}
        self.turn = threading.Lock()
        self.child: subprocess.Popen[str] | None = None

    def make(self, place: str, audience: Audience, number: int) -> Path | str:
        """Where the file is, as it is at the moment of this number; or in words why it cannot be made."""
        path = self.folder / audience.value / place
        with self.turn:
            if self.made.get((place, audience)) == number and path.is_file():
                return path
            self.tell((path.name,))
            said = self._run(place, audience)
            self.tell(())
            if not path.is_file():
                return said
            self.made[place, audience] = number
            return path

    def _run(self, place: str, audience: Audience) -> str:
        """What the command says when it fails."""
        path = self.folder / audience.value
        (path / place).unlink(missing_ok=True)
        notes = NOTES if audience is Audience.FACILITATOR else ""
        command = [sys.executable, "-m", "curriculum", "make", place, "--to", str(path), "--notes", notes]
        with subprocess.Popen(
            command, cwd=self.root, env=dict(os.environ), stderr=subprocess.PIPE, text=True, encoding="utf-8"
        ) as self.child:
            _, said = self.child.communicate()
        return said

    def end(self) -> None:
        """Stop what is being made."""
        if self.child and self.child.poll() is None:
            self.child.kill()
