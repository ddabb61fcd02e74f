"""The live site: look, read what was saved, tell the browsers; until somebody ends it.

look      when was each file last written?
moment    what is shown from now on: read, checked, the last good pages where something is to be mended
answers   a page is made when a browser asks for it
server    browsers are answered, and told of each change
"""

from __future__ import annotations

import signal
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from curriculum.live.answers import Answer, Answers
from curriculum.live.look import Stamps, changed_between, read_stamps, wait_until_saved
from curriculum.live.making import Maker
from curriculum.live.moment import Memory, Moment, first_moment, new_memory, next_moment
from curriculum.live.server import HOST, LiveServer, News, open_server
from curriculum.live.telling import said_of, stumbled
from curriculum.words.forms import number_in
from curriculum.words.labels import label
from curriculum.words.model import Language
from curriculum.words.problems import tell

PAUSE = 0.06
"""Seconds between two looks at a small course."""
SHARE = 10
"""A look takes at most one part in so many of the time: a large course is looked at less often."""
Say = Callable[[str], None]


@dataclass
class Live:
    """The state of the live site, renewed by one thread and read by all."""

    root: Path
    memory: Memory
    stamps: Stamps
    answers: Answers
    news: News
    language: Language
    """Of what is said in the terminal."""
    say: Say

    def answer(self, target: str) -> Answer:
        """What a browser is answered now; a mistake of ours is said in a line, and nobody else's page suffers."""
        try:
            return self.answers.of(target)
        except Exception as error:
            words = stumbled(target, error, self.language)
            self.say(words)
            return Answer(500, "text/plain; charset=utf-8", words.encode())

    def renew(self, stamps: Stamps, changed: Sequence[str]) -> tuple[Moment, Moment]:
        """Read what was saved and tell the browsers; the moments before and after."""
        before = self.answers.moment
        now = next_moment(before, changed, self.memory)
        self.stamps = stamps
        self.answers = Answers(now, stamps, self.answers.make, self.answers.last)
        self.news.tell(number=now.number, problems=len(now.problems))
        return before, now


def serve(root: Path, port: int, language: Language, say: Say) -> int:
    """Serve until Ctrl+C or an end is asked for; the exit code."""
    start = time.monotonic()
    news = News()
    with tempfile.TemporaryDirectory(prefix="alongside-", ignore_cleanup_errors=True) as folder:
        maker = Maker(root, Path(folder), lambda names: news.tell(making=names))
        live = open_live(root, news, maker, language, say)
        server = open_server(port, live.answer, news)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for asked in (signal.SIGTERM, signal.SIGINT):  # a shell that starts us behind itself has the second ignored
            signal.signal(asked, _end)
        try:
            _say_start(server, live, time.monotonic() - start)
            follow(live)
        except KeyboardInterrupt:
            say(label("live-end", language))
        finally:
            maker.end()
            server.server_close()
    return 0


def open_live(root: Path, news: News, maker: Maker, language: Language, say: Say) -> Live:
    """Everything as it is at the start, not checked yet. Numbers start at the time: pages from before are old."""
    memory, stamps = new_memory(), read_stamps(root)
    moment = first_moment(root, int(time.time()), memory)
    news.tell(number=moment.number, problems=len(moment.problems), making=())
    return Live(root, memory, stamps, Answers(moment, stamps, maker.make, {}), news, language, say)


def follow(live: Live) -> None:
    """Look again and again. A mistake of ours is said in a line; the pages stay, and the next change is followed."""
    while True:
        began = time.monotonic()
        stamps = read_stamps(live.root)
        pause = max(PAUSE, SHARE * (time.monotonic() - began))
        changed = changed_between(live.stamps, stamps)
        if changed:
            wait_until_saved(live.root, changed)
            stamps = read_stamps(live.root)
            changed = changed_between(live.stamps, stamps)
        if changed:
            _renew(live, stamps, changed)
        else:
            time.sleep(pause)


def _renew(live: Live, stamps: Stamps, changed: Sequence[str]) -> None:
    start = time.monotonic()
    try:
        before, now = live.renew(stamps, changed)
    except Exception as error:  # whatever it is, an author goes on writing
        live.stamps = stamps
        live.say(stumbled(", ".join(changed), error, live.language))
        return
    for line in said_of(before, now, changed, time.monotonic() - start, live.language):
        live.say(line)


def _say_start(server: LiveServer, live: Live, seconds: float) -> None:
    """Where to look; then, once all is checked, what is to be mended."""
    for of in live.answers.moment.both.participants.languages:
        live.say(f"{of.name:10}http://{HOST}:{server.server_port}/{of.prefix}")
    live.say(label("live-started", live.language, seconds=number_in(seconds, live.language)))
    live.renew(live.stamps, ())
    problems = tell(live.answers.moment.problems, live.language)
    count = label("live-mend", live.language, count=len(problems))
    for line in [count, *problems] if problems else [label("live-well", live.language)]:
        live.say(line)


def _end(number: int, frame: object) -> None:
    """Asked to end from outside: the same as Ctrl+C."""
    raise KeyboardInterrupt
