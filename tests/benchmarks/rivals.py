"""Other generators on the same Markdown, each laid out as it wants it: elements and facts are only text to them.

Plain is MkDocs with the theme, the languages and the search that we build on, and no hook of ours; with a short menu
(`navigation.prune`), what a page costs does not grow with the site. Zensical is named its successor, and has languages
by a package of its own. Hugo, with the smallest theme that has a menu, languages and an index, is the floor.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.curricula import addresses_of
from benchmarks.hugo_theme import CONFIG, LAYOUTS
from benchmarks.processes import Command

ZENSICAL = ("zensical==0.0.73", "zensical-i18n==0.3.0")


class AbsentError(Exception):
    """A rival that cannot be measured here; says why."""


@dataclass(frozen=True)
class Rival:
    """A generator: its name with version, the command that builds from nothing, and where it stands."""

    name: str
    command: Command
    place: Path

    def forget(self) -> None:
        """Take away what it built and kept."""
        for name in ("site", "public", ".cache", ".zensical-i18n", "resources"):
            shutil.rmtree(self.place / name, ignore_errors=True)

    def missing(self, addresses: list[str]) -> list[str]:
        """Pages that it should have rendered and did not."""
        site = next(path for path in (self.place / "site", self.place / "public") if path.exists())
        return [address for address in addresses if not (site / address / "index.html").is_file()]


def lay_out(project: Path, docs: Path) -> None:
    """The Markdown of the participants' pages: the shared text, and over it that of the edition."""
    arc = yaml.safe_load((project / "curriculum.yml").read_text(encoding="utf-8"))
    shutil.copytree(project / "docs", docs)
    if (own := project / arc["edition"] / "docs").exists():
        shutil.copytree(own, docs, dirs_exist_ok=True)


def plain_config(project: Path, languages: bool = True) -> dict[str, object]:
    """`mkdocs.yml` without what is ours: no hooks, no frame; search as the theme has it."""
    ours = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    theme = {key: value for key, value in ours["theme"].items() if key not in ("custom_dir", "favicon")}
    kept = {key: ours[key] for key in ("site_name", "docs_dir", "markdown_extensions")}
    return {**kept, "theme": theme, "plugins": ["search", *ours["plugins"]] if languages else ["search"]}


def set_up_plain(project: Path, place: Path) -> Rival:
    """MkDocs as this project has it installed."""
    lay_out(project, place / "docs")
    write(place / "mkdocs.yml", plain_config(project))
    return Rival("plain", (sys.executable, "-m", "mkdocs", "--quiet", "build"), place)


def set_up_pruned(project: Path, place: Path) -> Rival:
    """The same, with a menu that does not grow with the site."""
    plain = set_up_plain(project, place)
    config = plain_config(project)
    write(place / "mkdocs.yml", {**config, "theme": {**config["theme"], "features": ["navigation.prune"]}})  # type: ignore[dict-item]
    return Rival("plain, short menu", plain.command, place)


def set_up_zensical(project: Path, place: Path, store: Path) -> Rival:
    """Zensical in an environment of its own, kept in `store`; every language in a folder of its own."""
    home = store / "-".join(ZENSICAL).replace("==", "-")
    program = home / "bin" / "zensical-i18n"
    if not (home / "whole").exists():
        venv.create(home, clear=True)
        install = (sys.executable, "-m", "pip", "--python", home / "bin/python", "install", "--quiet", "--no-compile")
        done = subprocess.run(
            [*install, "--disable-pip-version-check", *ZENSICAL], capture_output=True, check=False, text=True
        )
        if done.returncode:
            shutil.rmtree(home)
            raise AbsentError(f"Zensical could not be installed: {done.stderr.strip().splitlines()[-1]}")
        (home / "whole").touch()
    lay_out(project, place / "docs" / "en")
    (place / "docs" / "en" / "fr").rename(place / "docs" / "fr")
    config = plain_config(project)
    for language in config["plugins"][1]["i18n"]["languages"]:  # type: ignore[index]
        language.pop("fixed_link")
    write(place / "mkdocs.yml", config)
    name = ZENSICAL[0].replace("==", " ").title()
    return Rival(f"{name} + {ZENSICAL[1].replace('==', ' ')}", (program, "build", "--clean"), place)


def set_up_hugo(project: Path, place: Path) -> Rival:
    """Hugo as Debian has it; a page that is a folder is a section to it, and links are to addresses."""
    program = shutil.which("hugo")
    if not program:
        raise AbsentError("Hugo is not installed; on Debian: apt install hugo")
    lay_out(project, place / "content" / "en")
    (place / "content" / "en" / "fr").rename(place / "content" / "fr")
    for path in sorted((place / "content").rglob("*.md")):
        path.write_text(re.sub(r"(?:index)?\.md(?=[#)])", "/", path.read_text(encoding="utf-8")), encoding="utf-8")
        if path.name == "index.md":
            path.rename(path.with_name("_index.md"))
    (place / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    for name, text in LAYOUTS.items():
        path = place / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    said = subprocess.run([program, "version"], capture_output=True, check=True, text=True).stdout
    version = re.search(r"v([\d.]+)", said)
    return Rival(f"Hugo {version[1] if version else ''}", (program, "--quiet", "--config", "hugo.toml"), place)


def write(path: Path, config: dict[str, object]) -> None:
    """One configuration."""
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def check_rendered(rival: Rival, project: Path) -> None:
    """Stop when a rival left pages out: it would look fast."""
    if missing := rival.missing(addresses_of(project)):
        raise SystemExit(f"{rival.name} left out {len(missing)} pages, such as {missing[0]}")
