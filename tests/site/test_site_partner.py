"""A newcomer brings the course to another place: from a clean clone to a site on a real nginx, then a correction.

The three partners are those who tried it first; their organisations, lines and hosts are made up. Halifax has eight
weeks and a sheet of its own. `NIGHTLY=1` plays all three: each builds the whole course from nothing.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import yaml
from conftest import ROOT, Project, copy_project
from reading.site.leaks import contents_of, plain, words_in
from test_site_hosts import program, started
from test_site_public import Host, free_port, nginx, waited

pytestmark = pytest.mark.slow

PARTNERS = Path(__file__).parent / "partners"
CASES = {
    "halifax": (
        "docs/what-to-do-now.md#after-harm",
        ("Ours: the door on Tide Street.", "Chez nous\u00a0: la porte de Tide Street."),
    ),
    "montreal": (
        "docs/law.md",
        ("Ours: read with somebody who knows it here.", "Chez nous\u00a0: à lire avec quelqu’un d’ici."),
    ),
    "vancouver": (
        "facilitator/protocol.md#walks-out",
        ("Ours: one of us goes along.", "Chez nous\u00a0: l’une de nous y va aussi."),
    ),
}
"""What each writes its own words into: a section of a page, a page, a section of the guide; in English, in French."""
PLAYED = CASES if os.environ.get("NIGHTLY") else ["halifax"]
TOLD = re.compile(r"^(?P<path>[^:\n]+):(?P<line>\d+): .*\[(?P<rule>[a-z-]+)\]$", re.M)
NUMBER = re.compile(r"\+?\d[\d\s().\u2010-\u2015-]{5,}\d")
NATIONS = {("name", plain(name)) for name in ("Songhees", "Xwsepsum", "lək̓ʷəŋən")}
FEW = 2
"""Words of a name that may be anybody's."""
OLD = ("week-03/handouts/", "fr/week-03/handouts/")
"""Where the sheet of Halifax was under another name, as one of its pages says for both languages."""
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.I)


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def asked_for(project: Project) -> list[tuple[str, str]]:
    """What `check` says is missing: the file and the rule of each sentence."""
    done = project.run("-m", "curriculum", "check")
    told = [(found["path"], found["rule"]) for found in TOLD.finditer(done.stdout + done.stderr)]
    assert done.returncode == bool(told), done.stdout + done.stderr
    return told


def digits(number: str) -> str:
    return re.sub(r"\D", "", number).removeprefix("1")


def leaves(value: object) -> Iterator[str]:
    """Every text of a YAML file."""
    if isinstance(value, Mapping):
        yield from (leaf for one in value.values() for leaf in leaves(one))
    elif isinstance(value, list):
        yield from (leaf for one in value for leaf in leaves(one))
    elif value is not None:
        yield str(value)


def facts_of(texts: Iterable[str]) -> set[tuple[str, str]]:
    """What a machine can look for: numbers of seven digits and more, and hosts."""
    found: set[tuple[str, str]] = set()
    for text in texts:
        numbers = (digits(one) for one in NUMBER.findall(text))
        found |= {("number", one) for one in numbers if 7 <= len(one) <= 11}
        hosts = [urlsplit(one).netloc for one in re.findall(r"https?://\S+", text)]
        hosts += re.findall(r"(?<=\S)@([\w.-]+)", text)  # from the sign on: a picture in a page is one endless word
        found |= {("host", one.lower().removeprefix("www.")) for one in hosts if HOST.fullmatch(one)}
    return found


def victoria() -> set[tuple[str, str]]:
    """What belongs to Victoria alone: numbers, hosts, and the names of its lines, its organisation and its Nations."""
    own = ROOT / "editions" / "victoria"
    read = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in own.glob("*.yml")}
    lines = read["resources.yml"]["resources"]
    shown = [
        text for line in lines for key, value in line.items() if key not in ("source", "note") for text in leaves(value)
    ]
    facts = facts_of([*shown, *leaves(read["profile.yml"]["site"]["exit"])])
    names = [*(text for line in lines if line["id"] != "emergency" for text in leaves(line["name"]))]
    names += leaves(read["profile.yml"]["org"]["name"])
    facts |= {("name", plain(name)) for name in names if len(plain(name).split()) > FEW} | NATIONS
    shared = facts_of(leaves(yaml.safe_load((ROOT / "editions" / "canada.yml").read_text("utf-8"))))
    return facts - shared


def found_in(contents: Mapping[str, bytes], sought: set[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    """Those of the facts that stand in a file, of files by their places and as they were unpacked; and where."""
    found: dict[tuple[str, str], list[str]] = {}
    texts = {content: place for place, content in contents.items() if not place.endswith((".woff2", ".png"))}
    for content, place in texts.items():
        words = words_in(content)
        there = facts_of([content.decode("utf-8", "ignore"), words])
        there |= {(kind, name) for kind, name in sought if kind == "name" and name in words}
        for fact in there & sought:
            found.setdefault(fact, []).append(place)
    return found


@pytest.fixture(params=PLAYED)
def partner(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def fork(partner: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A clean clone of a shared course that lies beside it."""
    monkeypatch.setenv("CURRICULUM_TODAY", "2026-11-29")
    tmp_path.chmod(0o755)
    upstream = tmp_path / "upstream"
    upstream.mkdir()
    copy_project(upstream)
    shutil.copy(ROOT / ".gitignore", upstream)
    git(upstream, "init", "-q", "-b", "main")
    git(upstream, "add", "-A")
    git(upstream, "commit", "-q", "-m", "The shared course")
    git(tmp_path, "clone", "-q", str(upstream), "fork")
    return Project(tmp_path / "fork")


def begin(fork: Project, partner: str) -> None:
    """Nine answers; then what is missing is said, exactly, until nothing is."""
    done = fork.run("-m", "curriculum", "new-edition", "--answers", str(PARTNERS / partner / "answers.yml"))
    assert done.returncode == 0, done.stderr
    lines = fork.root / "partner" / "resources.yml"
    assert asked_for(fork) == [("partner/resources.yml", "wrong-value")]
    text = lines.read_text("utf-8")
    own = (PARTNERS / partner / "lines.yml").read_text("utf-8")
    first, _, rest = own.partition("  - id: other-line")
    empty = text[text.index("\nresources:\n") :]
    assert all(line.startswith("#") for line in empty.splitlines()[2:])
    lines.write_text(text.replace(empty, f"\n{first}"), "utf-8")
    assert asked_for(fork) == [("partner/resources.yml", "empty-group")] * 2
    lines.write_text(text.replace(empty, f"\n{first}  - id: other-line{rest}"), "utf-8")
    if (PARTNERS / partner / "own").exists():
        shutil.copytree(PARTNERS / partner / "own", fork.root / "partner", dirs_exist_ok=True)
    profile = fork.root / "partner" / "profile.yml"
    profile.write_text(profile.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    assert asked_for(fork) == []  # it prints what is published then: a draft says so on every sheet


def published(fork: Project, folder: Path) -> Path:
    """What a server of its own gives out for every file of the release: a folder of answers."""
    done = fork.run("-m", "curriculum", "publish", "--to", str(folder / "course"))
    assert done.returncode == 0, done.stderr
    asked = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    asked += ["-addext", "subjectAltName=DNS:localhost"]
    kept = ["-keyout", str(folder / "course.key"), "-out", str(folder / "course.pem")]
    subprocess.run([program("openssl"), "req", *asked, *kept], check=True, capture_output=True)
    work, port = folder / "work", free_port()
    work.mkdir()
    answers, release = folder / "answers", (folder / "course" / "current").resolve()
    places = [path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()]
    with started(nginx(folder, work, port), waited(work, port)):
        host = Host(port, release, folder / "course.pem")
        for place in places:
            answer = host.ask("/" + quote(place))
            if answer.status in (403, 404) and place.rpartition("/")[2].startswith((".", "_")):
                continue
            assert (answer.status, answer.body) == (200, host.file(place)), place
            (answers / place).parent.mkdir(parents=True, exist_ok=True)
            (answers / place).write_bytes(answer.body)
        assert host.ask("/nowhere/").body == host.file("404.html")
        for old in OLD:
            answer = host.ask(f"/{old}words/")
            assert (b'content="0; url=' in answer.body) is (release / old / "our-words").exists(), old
    return answers


def replace(fork: Project, part: str, words: tuple[str, str]) -> None:
    """A part of the shared course with a paragraph of the partner's own, in each language, committed."""
    done = fork.run("-m", "curriculum", "edition", "replace", part)
    assert done.returncode == 0, done.stdout + done.stderr
    path = part.partition("#")[0]
    own = f"partner/{path.replace('/', '/fr/', 1)}"
    for copy, own_words in zip((path, path.replace("/", "/fr/", 1)), words, strict=True):
        file = fork.root / "partner" / copy
        file.write_text(f"{file.read_text('utf-8').rstrip()}\n\n{own_words}\n", "utf-8")
    if asked := asked_for(fork):  # a page of emergencies: both languages are read side by side first
        assert asked == [(own, "section-unread")]
        assert fork.run("-m", "curriculum", "translate", "done", own).returncode == 0
    assert asked_for(fork) == []
    git(fork.root, "add", "-A")
    git(fork.root, "commit", "-q", "-m", "Ours")


def improve(upstream: Path, part: str) -> None:
    """The shared course corrects the part, for safety, and ten weeks beside it."""
    path, _, section = part.partition("#")
    file = upstream / path
    text = file.read_text("utf-8")
    at = text.index("\n\n", text.index(f"#{section} }}" if section else "\n## "))
    file.write_text(f"{text[:at]}\n\nA step that was missing.{text[at:]}", "utf-8")
    for week in upstream.glob("docs/week-*/index.md"):
        week.write_text(f"{week.read_text('utf-8').rstrip()}\n\nOne more sentence.\n", "utf-8")
    changes = upstream / "CHANGES.yml"
    entry = (
        f'changes:\n  - id: a-step\n    on: "2026-11-29"\n    kind: safety\n    pages: ["{part}"]\n'
        '    says: { en: "A step was missing.", fr: "Il manquait une étape." }\n'
    )
    changes.write_text(changes.read_text("utf-8").replace("changes:\n", entry, 1), "utf-8")
    git(upstream, "commit", "-qam", "Add a step that was missing")


def test_from_a_clean_clone_to_a_public_course_and_a_correction(partner: str, fork: Project) -> None:
    """No fact of Victoria in any file that the server gives; the correction merges, and one override is named."""
    part, words = CASES[partner]
    begin(fork, partner)
    git(fork.root, "add", "-A")
    git(fork.root, "commit", "-q", "-m", "Our place")
    answers = published(fork, fork.root.parent)
    own = facts_of(leaves(yaml.safe_load((PARTNERS / partner / "lines.yml").read_text("utf-8"))))
    shown = found_in(contents_of(answers), victoria() | own)  # in one pass: what is packed takes long to open
    assert {fact: places for fact, places in shown.items() if fact in victoria()} == {}
    assert set(shown) == own
    assert {Path(place).suffix for places in shown.values() for place in places} >= {".html", ".pdf", ".xml", ".xhtml"}
    weeks = json.loads((answers / "edition.json").read_text("utf-8"))["weeks"]
    assert len(weeks) == (8 if partner == "halifax" else 10)
    assert [*answers.rglob("our-words*.pdf")] or partner != "halifax"
    said = yaml.safe_load((PARTNERS / partner / "answers.yml").read_text("utf-8"))
    name, (first, other) = said["site"]["name"], said.get("languages", ["en", "fr"])
    for home, code in (("index.html", first), (f"{other}/index.html", other)):
        title = re.search(r"<title>(.*?)</title>", (answers / home).read_text("utf-8"))
        assert title, home
        assert name[code] in title[1], title[1]
    replace(fork, part, words)
    improve(fork.root.parent / "upstream", part)
    git(fork.root, "pull", "-q", "--no-rebase", "--no-edit")
    assert git(fork.root, "status", "--porcelain") == ""
    doctor = fork.run("-m", "curriculum", "doctor")
    named = [line.strip() for line in doctor.stdout.splitlines() if part.partition("#")[0] in line]
    assert doctor.returncode == 1
    assert len(named) == 1, doctor.stdout
    assert named[0].startswith(f"{part} "), doctor.stdout


def test_the_search_finds_the_facts_of_victoria_in_its_own_site(built: Project) -> None:
    """Every one of them: else nothing found elsewhere would mean nothing."""
    sought = victoria()
    found = found_in(contents_of(built.participant), sought)
    assert len(sought) > 30
    assert sorted(sought - set(found)) == []
