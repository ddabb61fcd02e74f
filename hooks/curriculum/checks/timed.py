"""What the page that tells time may hold beside the lists of `built`: its sheets, and what its script writes into.

Only the page of a session while it is held, which is known by its policy, is held to the longer lists.
"""

from __future__ import annotations

from curriculum.checks.allowed import ANY, Allowed

MINUTES = r"[0-9]+( [0-9]+)*"
SHEETS: Allowed = {
    "section": {"class": "sheet|say|told|read", "data-step": "", "data-minutes": MINUTES, "data-is": "list-sheet"},
    "div": {"data-live": "", "data-due": ""},
    "p": {"data-is": "left|ends|steps|unread", "role": "status", "hidden": "", "data-plan": "[0-9]+", "data-paper": ""},
    "span": {"data-is": "now|behind|next"},
    "button": {"data-is": "return|clock|back|list|forth", "data-late-by": "[0-9]+"},
    "ul": {"data-is": "less"},
    "table": {"data-is": "rows"},
    "label": {"for": "start"},
    "input": {
        **{"type": "time", "id": "start", "data-is": "start", "data-late": f"({MINUTES})?"},
        "data-start": "[0-9]{1,2}:[0-9]{2}",
    },
}
"""In its article."""
AROUND: Allowed = {"main": {"data-words": ANY}}
"""In its frame."""


def widened(allowed: Allowed, more: Allowed) -> Allowed:
    """A list with another on top: more elements, more attributes of those it has, other values of these."""
    return {**allowed, **{name: {**allowed.get(name, {}), **attributes} for name, attributes in more.items()}}
