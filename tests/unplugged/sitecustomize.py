"""First on the path of a process that must need no network: whoever asks for one is refused, and it is noted where.

Python says so itself before it asks. What other programs in its process ask for is cut with `unshare`, where that may
be called.
"""

import os
import sys
from pathlib import Path

ASKS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg")


def refuse(event: str, details: "tuple[object, ...]") -> None:
    """Sources: PEP 578, and the table of audit events in Python's own documentation."""
    if event in ASKS:
        with Path(os.environ["ASKED"]).open("a", encoding="utf-8") as asked:
            asked.write(f"{event} {details}\n")
        raise ConnectionRefusedError(f"the network is cut: {event}")


sys.addaudithook(refuse)
