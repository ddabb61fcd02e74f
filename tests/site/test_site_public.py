"""The participants' site on real servers: by the templates of `deploy/participants/`, and on a shared Apache."""

from __future__ import annotations

import gzip
import http.client
import os
import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT, Project
from curriculum.publish.offline.copies import read_built
from curriculum.publish.releases import write_locked, write_release
from curriculum.site.hosting import CACHE, FONTS, HEADERS, TYPES
from test_site_hosts import MODULES, PATIENCE, Place, program, started

pytestmark = pytest.mark.slow

DEPLOY = ROOT / "deploy" / "participants"
MORE = ("alias", "filter", "deflate")
"""Modules that Debian turns on for Apache, beside those of the password."""
ALLOWED = (
    *("FileInfo", "FileInfo AuthConfig Indexes", "FileInfo AuthConfig Limit", "FileInfo Options=Indexes", "All"),
    "FileInfo Indexes Options=FollowSymLinks,MultiViews",
)
"""What hosts say under `AllowOverride`; at "None" the file is not read."""
HEAVY = (".pdf", ".zip", ".docx")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A server that runs, and the folder that it gives out."""

    port: int
    site: Path
    certificate: Path | None = None

    def ask(self, path: str, **headers: str) -> Answer:
        """`Accept_Encoding="gzip"` is the header with a hyphen."""
        if self.certificate:
            trusting = ssl.create_default_context(cafile=str(self.certificate))
            connection: http.client.HTTPConnection = http.client.HTTPSConnection(
                "localhost", self.port, context=trusting, timeout=PATIENCE
            )
        else:
            connection = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found

    def file(self, place: str) -> bytes:
        return (self.site / place).read_bytes()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def course(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, published into a folder; one heavy file of each kind is enough."""
    folder = tmp_path_factory.mktemp("srv")
    for parent in (folder, folder.parent):
        parent.chmod(0o755)
    files = read_built(built.participant)
    few = {max(name for name in files if name.endswith(kind)) for kind in HEAVY}
    with write_locked(folder / "course"):
        write_release(
            folder / "course", {name: c for name, c in files.items() if name in few or not name.endswith(HEAVY)}
        )
    asked = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    asked += ["-addext", "subjectAltName=DNS:localhost"]
    kept = ["-keyout", str(folder / "course.key"), "-out", str(folder / "course.pem")]
    subprocess.run([program("openssl"), "req", *asked, *kept], check=True, capture_output=True)
    return folder


def filled(name: str, folder: Path, changes: dict[str, str]) -> str:
    """The template with our paths; each line to change is there."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    for old, new in {"/srv/course": str(folder / "course"), **changes}.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def keys(folder: Path) -> dict[str, str]:
    return {
        "/etc/ssl/certs/course.pem": str(folder / "course.pem"),
        "/etc/ssl/private/course.key": str(folder / "course.key"),
    }


def nginx(folder: Path, work: Path, port: int) -> list[str]:
    text = filled("nginx.conf", folder, {"443": str(port), **keys(folder)})
    (work / "server.conf").write_text(text, encoding="utf-8")
    (work / "main.conf").write_text(
        f"{'user root; ' if os.geteuid() == 0 else ''}"
        f"daemon off; pid {work}/pid; error_log stderr; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log {work}/log; include {work}/server.conf; }}\n"
    )
    return [program("nginx"), "-e", "stderr", "-p", str(work), "-c", str(work / "main.conf")]


def apache(folder: Path, work: Path, port: int) -> list[str]:
    text = filled("apache.conf", folder, {"443": str(port), **keys(folder)})
    return apache_with(text, work, [port])


def apache_with(text: str, work: Path, ports: list[int]) -> list[str]:
    """Apache as Debian has it, beside some servers of ours."""
    loaded = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in (*MODULES, *MORE))
    (work / "main.conf").write_text(
        f"ServerRoot {work}\nPidFile {work}/pid\nErrorLog /dev/stderr\nServerName localhost\n{loaded}"
        f"DefaultRuntimeDir {work}\nTypesConfig /etc/mime.types\nDirectoryIndex index.html\n"
        + "".join(f"Listen 127.0.0.1:{port}\n" for port in ports)
        + f"LogFormat x common\nCustomLog {work}/log common\n{text}\n"
    )
    return [program("apache2"), "-X", "-f", str(work / "main.conf")]


def caddy(folder: Path, work: Path, port: int) -> list[str]:
    text = filled("Caddyfile", folder, {"course.example.org": f"https://localhost:{port}"})
    own = f"\ttls {folder}/course.pem {folder}/course.key\n\troot *"
    text = "{\n\tadmin off\n\tauto_https off\n}\n" + text.replace("\troot *", own, 1)
    (work / "Caddyfile").write_text(text, encoding="utf-8")
    return [program("caddy"), "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]


def container(folder: Path, work: Path, port: int) -> list[str]:
    """What runs in the container, as whoever runs the tests."""
    text = (DEPLOY / "container.conf").read_text(encoding="utf-8").replace("/tmp/", f"{work}/")
    for old, new in {"listen 8080": f"listen 127.0.0.1:{port}", "/srv/course": f"{folder}/course/current"}.items():
        assert old in text
        text = text.replace(old, new)
    text = ("user root;\n" if os.geteuid() == 0 else "") + text
    (work / "container.conf").write_text(text, encoding="utf-8")
    return [program("nginx"), "-e", "/dev/null", "-c", str(work / "container.conf"), "-g", "daemon off;"]


SERVERS = {"nginx": nginx, "apache": apache, "caddy": caddy, "container": container}


def waited(work: Path, port: int) -> Place:
    """What `started` waits for."""
    return Place(work, work, port, "")


@pytest.fixture(params=SERVERS)
def host(request: pytest.FixtureRequest, course: Path, tmp_path: Path) -> Iterator[Host]:
    """Each server, by its template."""
    tmp_path.chmod(0o755)
    port = free_port()
    with started(SERVERS[request.param](course, tmp_path, port), waited(tmp_path, port)):
        yield Host(port, course / "course" / "current", None if request.param == "container" else course / "course.pem")
    log = tmp_path / "log"
    assert not log.exists() or log.read_text() == ""


def hold(host: Host) -> None:
    """Whatever serves it: pages in their language, ways to them, what is not there, types, packing, memory."""
    for path, file, language in (("/", "index.html", "en"), ("/fr/week-08/", "fr/week-08/index.html", "fr")):
        answer = host.ask(path)
        assert (answer.status, answer.body) == (200, host.file(file))
        assert f'<html lang="{language}">'.encode() in answer.body
        assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
        assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == CACHE
        packed = host.ask(path, Accept_Encoding="gzip")
        assert packed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(packed.body) == answer.body
        assert len(packed.body) < len(answer.body) / 2
        assert "accept-encoding" in packed.headers["vary"].lower()
        for met, wish in ((answer, {}), (packed, {"Accept_Encoding": "gzip"})):
            again = host.ask(path, If_None_Match=met.headers["etag"], **wish)
            assert (again.status, again.body) == (304, b"")
    for path in ("/week-01", "/fr/week-01", "/fr"):
        answer = host.ask(path)
        assert answer.status in (301, 308)
        assert answer.headers["location"].removeprefix(
            f"http{'s' if host.certificate else ''}://localhost:{host.port}"
        ) == (f"{path}/")
    hold_lost(host)


def hold_lost(host: Host) -> None:
    """Whoever is lost can leave, in each language, and what is hidden is not there; files are what they are."""
    lost = host.file("404.html")
    assert lost.count(b'class="leave"') >= 1
    assert b'lang="fr"' in lost
    for path in ("/nowhere/", "/fr/nulle-part/", "/week-01/nothing.pdf", "/_headers", "/.htaccess", "/assets/"):
        answer = host.ask(path)
        assert answer.status == 404 or (answer.status == 403 and path == "/.htaccess"), path  # a host's own rule
        assert answer.body == lost
        assert answer.headers["x-frame-options"] == "DENY"
    fonts = next((host.site / "assets" / "fonts").glob("*.woff2"))
    answer = host.ask(f"/assets/fonts/{fonts.name}")
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == ("font/woff2", FONTS)
    for end, kind in {**TYPES, "css": "text/css", "pdf": "application/pdf", "zip": "application/zip"}.items():
        place = next(path for path in sorted(host.site.rglob(f"*.{end}"))).relative_to(host.site)
        answer = host.ask(f"/{place.as_posix()}")
        found = answer.headers["content-type"].split(";")[0].replace("application/javascript", "text/javascript")
        assert (answer.status, found) == (200, kind)
        assert answer.body == host.file(place.as_posix())


def test_a_server_gives_out_the_site_and_notes_nobody(host: Host) -> None:
    hold(host)


def test_a_shared_apache_reads_the_file_of_the_site_whatever_it_allows(course: Path, tmp_path: Path) -> None:
    """No page answers with an error; where the file is read, it does all that our template does."""
    tmp_path.chmod(0o755)
    site = course / "course" / "current"
    ports = {allowed: free_port() for allowed in (*ALLOWED, "None")}
    text = "".join(
        f"<VirtualHost 127.0.0.1:{port}>\nDocumentRoot {site}\n<Directory {site.parent}>\nRequire all granted\n"
        f"Options Indexes FollowSymLinks\nAllowOverride {allowed}\n"
        f'</Directory>\n<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\nErrorDocument 403 /404.html\n'
        f"</VirtualHost>\n"
        for allowed, port in ports.items()
    )
    with started(apache_with(text, tmp_path, list(ports.values())), waited(tmp_path, ports["None"])):
        for allowed in ALLOWED:
            answers = Host(ports[allowed], site)
            hold(answers)
        assert Host(ports["None"], site).ask("/fr/").status == 200


def test_a_bare_apache_skips_what_it_has_no_part_for(course: Path, tmp_path: Path) -> None:
    """Without the modules for headers, types, ways and packing, the pages are there all the same."""
    tmp_path.chmod(0o755)
    port, site = free_port(), course / "course" / "current"
    text = f"DocumentRoot {site}\n<Directory {site.parent}>\nRequire all granted\nAllowOverride FileInfo\n</Directory>"
    command = apache_with(text, tmp_path, [port])
    main = tmp_path / "main.conf"
    kept = ("mpm_event", "authz_core", "dir", "mime")
    lines = [
        line
        for line in main.read_text().splitlines()
        if not line.startswith(("LoadModule", "LogFormat", "CustomLog"))
        or line.split()[1].removesuffix("_module") in kept
    ]
    main.write_text("\n".join(lines))
    with started(command, waited(tmp_path, port)):
        host = Host(port, site)
        assert host.ask("/fr/").status == 200
        assert (host.ask("/nowhere/").status, host.ask("/nowhere/").body) == (404, host.file("404.html"))


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile", "container.conf"])
def test_a_template_fits_the_headers_of_the_site(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    assert [header for header, value in HEADERS.items() if f'{header} "{value}"' not in text] == []


def test_what_is_for_facilitators_is_in_no_template_for_participants() -> None:
    for path in DEPLOY.iterdir():
        assert "site-facilitator" not in path.read_text(encoding="utf-8")
