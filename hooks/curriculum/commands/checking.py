"""What `check` looks at, when it has to: the whole course, made once."""

from __future__ import annotations

from contextlib import redirect_stderr
from io import StringIO

from curriculum.commands.options import refuse, tell_remarks
from curriculum.commands.watched import tell_watched
from curriculum.course import make_course, read_checked
from curriculum.publish.state import is_shaping
from curriculum.read.layers import Settings


def look(settings: Settings) -> tuple[int, str, bool]:
    """The exit code, what is said of the course, and whether every file of it shapes the name of a kept answer."""
    said = StringIO()
    sources, problems = read_checked(settings)
    _, problems = make_course(sources, problems)
    with redirect_stderr(said):
        tell_watched(sources)
        tell_remarks(sources.remarks)
        code = refuse(problems) if problems else 0
    return code, said.getvalue(), sources.edition is not None and is_shaping(sources.edition.path)
