"""A site is replaced while many read it, on a real nginx: no request fails, and none gets a mixture.

`NIGHTLY=1`: fifty times, under a hundred thousand requests.
"""

from __future__ import annotations

import os
import socket
import threading
from collections import Counter
from pathlib import Path

import pytest
from curriculum.publish.releases import write_locked, write_release
from test_site_hosts import program, started
from test_site_public import free_port, waited

pytestmark = pytest.mark.slow

TIMES, REQUESTS = (50, 100_000) if os.environ.get("NIGHTLY") else (6, 2_000)
READERS = 4
PLACES = ("index.html", "fr/index.html", "assets/site.css", "week-01/index.html")
REPEATED = 3000


def site(number: int) -> dict[str, bytes]:
    """Every line of every file says which site it is of; each site has its own length."""
    return {place: f"{number:04} {place}\n".encode() * (REPEATED + number) for place in PLACES}


def read(port: int, count: int, found: Counter[str], lock: threading.Lock, done: threading.Event) -> None:
    """Ask for one file after the other on one connection, until the last site is there.

    Whatever is not one whole file of one site is noted.
    """
    met: Counter[str] = Counter()
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile("rb") as answers:
        number = 0
        while number < count or not done.is_set():
            number += 1
            place = PLACES[number % len(PLACES)]
            connection.sendall(f"GET /{place} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            status = answers.readline().split()[1]
            length = 0
            while (line := answers.readline()) != b"\r\n":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            body = answers.read(length)
            if status != b"200":
                met[f"status {status.decode()}"] += 1
            elif body != site_file(body, place):
                met["mixed"] += 1
            else:
                met[body[:4].decode()] += 1
    with lock:
        found.update(met)


def site_file(body: bytes, place: str) -> bytes:
    """What the file should be, from its first line."""
    number = int(body[:4])
    return f"{number:04} {place}\n".encode() * (REPEATED + number)


def test_nobody_meets_an_error_or_a_mixture_while_a_site_is_replaced(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folder, port = tmp_path / "course", free_port()
    with write_locked(folder):
        write_release(folder, site(1))
    user = "user root;" if os.geteuid() == 0 else ""
    (tmp_path / "main.conf").write_text(
        f"{user} daemon off; pid {tmp_path}/pid; error_log {tmp_path}/errors; events {{}}\nhttp {{ access_log off; "
        f"keepalive_requests 1000000; server {{ listen 127.0.0.1:{port}; root {folder}/current; }} }}\n"
    )
    command = [program("nginx"), "-e", "stderr", "-p", str(tmp_path), "-c", str(tmp_path / "main.conf")]
    found: Counter[str] = Counter()
    lock, done = threading.Lock(), threading.Event()
    with started(command, waited(tmp_path, port)):
        share = REQUESTS // READERS
        readers = [threading.Thread(target=read, args=(port, share, found, lock, done)) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        published = 1
        while published <= TIMES:
            published += 1
            with write_locked(folder):
                write_release(folder, site(published))
            readers[0].join(0.05)
        done.set()
        for reader in readers:
            reader.join()
    assert [name for name in found if not name.isdigit()] == []
    assert found.total() >= REQUESTS
    assert published > TIMES
    print(found.total(), "requests", published, "sites", len(found), "met")
    assert len(found) >= TIMES // 2
    assert (tmp_path / "errors").read_text() == ""
