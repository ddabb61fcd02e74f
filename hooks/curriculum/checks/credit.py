"""What an edition may not do with the course that it was made from."""

from __future__ import annotations

from curriculum.read.yamlfile import read_schema
from curriculum.words.credit import allows
from curriculum.words.model import Curriculum, Problem


def check_licence(curriculum: Curriculum) -> list[Problem]:
    """A licence of the course that a text which it was made from does not allow; one problem for each such text."""
    arc, credit = curriculum.arc, curriculum.edition.credit
    theirs = dict.fromkeys([credit.licence, *(source.licence for source in credit.sources)])
    offered = read_schema("curriculum")["properties"]["licence"]["enum"]
    return [
        Problem(
            arc.path,
            arc.licence_line,
            "licence-refused",
            {
                "found": arc.licence,
                "source": licence,
                "expected": ", ".join(one for one in offered if allows(licence, one)),
            },
        )
        for licence in theirs
        if licence and not allows(licence, arc.licence)
    ]
