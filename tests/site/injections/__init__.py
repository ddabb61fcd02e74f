"""What someone who means harm could write in a fork, and what a check says about it.

`$N` is the number of an injection: what takes effect in a browser says which one it was.
"""

from __future__ import annotations

from typing import NamedTuple

HOST = "elsewhere.test"
ELSEWHERE = f"https://{HOST}/"


class Injection(NamedTuple):
    """What is written, and the rule that refuses it; none when it is shown as the words it is."""

    text: str
    rule: str = ""


RUN = "alert($N)"
FETCH = f"{ELSEWHERE}$N"
STYLE = "outline-color: rgb(1, 2, $N)"
