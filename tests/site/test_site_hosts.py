"""The facilitator site behind a password, on the servers of `deploy/`: each is started by its template, and asked."""

from __future__ import annotations

import base64
import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT, Project
from curriculum.site.hosting import HEADERS

pytestmark = pytest.mark.slow

DEPLOY = ROOT / "deploy" / "facilitators"
NAME, PASSWORD = "Ana", "a long line of plain words"
SENT = {**HEADERS, "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-cache"}
PATIENCE = 20
"""Seconds for a server to start."""
MODULES = (
    *("mpm_event", "authn_core", "authn_file", "authz_core", "authz_user"),
    *("auth_basic", "dir", "headers", "mime", "ssl"),
)
"""What Debian turns on for Apache, and the two that the template asks for."""


def program(name: str) -> str:
    """Where a server is: some systems keep them beside the programs of everybody."""
    found = shutil.which(name, path=os.pathsep.join([os.environ["PATH"], "/usr/sbin"]))
    assert found, f"{name} is not installed"
    return found


@dataclass(frozen=True)
class Place:
    """What a template is filled in with."""

    folder: Path
    site: Path
    port: int
    line: str
    """Name and hash of the password, as `htpasswd -B` writes them."""

    def filled(self, name: str, changes: dict[str, str]) -> Path:
        """The template with our paths; each line to change is there."""
        text = (DEPLOY / name).read_text(encoding="utf-8")
        for old, new in {"/srv/site-facilitator": str(self.site), **changes}.items():
            assert old in text, old
            text = text.replace(old, new)
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    @property
    def keys(self) -> dict[str, str]:
        """The certificate and the passwords, for servers that read files."""
        own = {f"/etc/ssl/{end}": str(self.folder / end) for end in ("certs/guide.pem", "private/guide.key")}
        return {key: value.replace("certs/", "").replace("private/", "") for key, value in own.items()}


def nginx(place: Place) -> list[str]:
    passwords = {"/etc/nginx/facilitators.htpasswd": str(place.folder / "passwords")}
    server = place.filled("nginx.conf", {"443": str(place.port), **place.keys, **passwords})
    main = place.folder / "main.conf"
    main.write_text(
        f"{'user root; ' if os.geteuid() == 0 else ''}"
        f"daemon off; pid {place.folder}/pid; error_log stderr; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log {place.folder}/log; include {server}; }}\n"
    )
    return [program("nginx"), "-e", "stderr", "-p", str(place.folder), "-c", str(main)]


def apache(place: Place) -> list[str]:
    passwords = {"/etc/apache2/facilitators.htpasswd": str(place.folder / "passwords")}
    server = place.filled("apache.conf", {"443": str(place.port), **place.keys, **passwords})
    loaded = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES)
    main = place.folder / "main.conf"
    main.write_text(
        f"ServerRoot {place.folder}\nPidFile {place.folder}/pid\nErrorLog /dev/stderr\nServerName localhost\n{loaded}"
        f"DefaultRuntimeDir {place.folder}\nTypesConfig /etc/mime.types\nListen 127.0.0.1:{place.port}\n"
        f"LogFormat x common\nCustomLog {place.folder}/log common\nInclude {server}\n"
    )
    return [program("apache2"), "-X", "-f", str(main)]


def caddy(place: Place) -> list[str]:
    name, _, digest = place.line.partition(":")
    changes = {"guide.example.org": f"https://localhost:{place.port}", f"{name} $2a$14$hash": f"{name} {digest}"}
    server = place.filled("Caddyfile", changes)
    text = server.read_text(encoding="utf-8")
    own = f"\ttls {place.folder}/guide.pem {place.folder}/guide.key\n\troot *"
    server.write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text.replace("\troot *", own, 1), encoding="utf-8")
    return [program("caddy"), "run", "--config", str(server), "--adapter", "caddyfile"]


SERVERS: dict[str, Callable[[Place], list[str]]] = {"nginx": nginx, "apache": apache, "caddy": caddy}


@contextmanager
def started(command: list[str], place: Place) -> Iterator[None]:
    """A server, from when it answers until the end of the test."""
    own = {**os.environ, "HOME": str(place.folder), "XDG_DATA_HOME": str(place.folder)}
    with subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        end = time.monotonic() + PATIENCE
        while not _answers(place.port):
            if server.poll() is not None or time.monotonic() > end:
                server.kill()
                pytest.fail(server.stderr.read() if server.stderr else "it does not start")
            time.sleep(0.05)
        yield
        server.terminate()
        server.communicate(timeout=PATIENCE)


def _answers(port: int) -> bool:
    with socket.socket() as trying:
        return trying.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(params=SERVERS)
def place(request: pytest.FixtureRequest, built: Project, tmp_path: Path) -> Iterator[Place]:
    """A server that runs, with a certificate of its own and one person who has a password."""
    tmp_path.chmod(0o755)
    asked = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    asked += ["-addext", "subjectAltName=DNS:localhost"]
    kept = ["-keyout", str(tmp_path / "guide.key"), "-out", str(tmp_path / "guide.pem")]
    subprocess.run([program("openssl"), "req", *asked, *kept], check=True, capture_output=True)
    made = subprocess.run([program("htpasswd"), "-nbB", NAME, PASSWORD], check=True, capture_output=True, text=True)
    (tmp_path / "passwords").write_text(made.stdout)
    (tmp_path / "passwords").chmod(0o644)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = tmp_path / "srv"
    shutil.copytree(built.facilitator, site, ignore=shutil.ignore_patterns("*.pdf", "*.zip", "*.docx", "*.epub"))
    place = Place(tmp_path, site, port, made.stdout.strip())
    with started(SERVERS[request.param](place), place):
        yield place


def ask(place: Place, path: str, password: str = "") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer."""
    trusting = ssl.create_default_context(cafile=str(place.folder / "guide.pem"))
    connection = http.client.HTTPSConnection("localhost", place.port, context=trusting, timeout=PATIENCE)
    key = base64.b64encode(f"{NAME}:{password}".encode()).decode()
    connection.request("GET", path, headers={"Authorization": f"Basic {key}"} if password else {})
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def test_only_who_has_the_password_reads_and_nobody_is_noted(place: Place) -> None:
    """Nothing without it, not even whether a page is there; with it the very pages, and every header; no log."""
    pages = {"/": "index.html", "/fr/week-08/": "fr/week-08/index.html", "/assets/site.css": "assets/site.css"}
    for path in (*pages, "/nowhere/", "/_headers", "/.htaccess"):
        for password in ("", "a long line of plain word"):
            status, headers, body = ask(place, path, password)
            assert status in (401, 403, 404), path
            assert status == 401 or path.startswith(("/_", "/.")), path
            assert b"<main" not in body
            assert headers.get("WWW-Authenticate", 'Basic realm="Site"').startswith('Basic realm="Site"')
    for path, file in pages.items():
        status, headers, body = ask(place, path, PASSWORD)
        assert (status, body) == (200, (place.site / file).read_bytes()), path
        assert {name: headers.get(name) for name in SENT} == SENT
    assert ask(place, "/nowhere/", PASSWORD)[::2] == (404, (place.site / "404.html").read_bytes())
    for path in ("/_headers", "/.htaccess"):
        assert ask(place, path, PASSWORD)[0] in (403, 404)
    log = place.folder / "log"
    assert not log.exists() or log.read_text() == ""


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf", "Caddyfile"])
def test_a_template_fits_the_headers_of_the_site(name: str) -> None:
    """What Apache does not read in the site's own file stands in the template as the site has it."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    wanted = {"Cache-Control": SENT["Cache-Control"]} if name == "apache.conf" else SENT
    assert [header for header, value in wanted.items() if f'{header} "{value}"' not in text] == []
