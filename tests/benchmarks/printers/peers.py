"""Other MkDocs plugins that make PDFs: an environment for each, and a site of our handouts without and with it.

Plugins run as they come, with every option at its default. The site has no search, none of our styles and no fonts to
fetch: all of that would cost them more.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from ctypes.util import find_library
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import yaml
from curriculum.elements.markdown import EXTENSIONS

SHELL = "chromium-headless-shell"
PROGRAMS = {SHELL: SHELL, "java": "openjdk-17-jdk-headless"}
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""What plugins and checks load, and the Debian package that has it."""
SHELL_OF_PLAYWRIGHT = "chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell"
"""Where Playwright 1.65.2 looks for its browser, under PLAYWRIGHT_BROWSERS_PATH."""
SHARED = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions")
"""What plugins get in the version we use."""


@dataclass(frozen=True)
class Plugin:
    """Its name, the packages it takes, what to write under `plugins`, and whether it makes one PDF of all pages."""

    name: str
    packages: tuple[str, ...]
    settings: Mapping[str, object]
    joins: bool = False


PLUGINS = (
    Plugin("mkdocs-exporter", ("mkdocs-exporter==6.2.0", "playwright==1.65.2"), {"exporter": {"formats": {"pdf": {}}}}),
    Plugin("mkdocs-to-pdf", ("mkdocs-to-pdf==0.12.1", "weasyprint==70.0"), {"to-pdf": {}}, joins=True),
    Plugin("mkdocs-page-pdf", ("mkdocs-page-pdf==0.4.0", "playwright==1.65.2"), {"page-to-pdf": {}}),
)


@dataclass(frozen=True)
class Printer:
    """A way to PDFs: the command that does everything else, the one that makes them too, their folder and number."""

    name: str
    without: tuple[str | Path, ...]
    command: tuple[str | Path, ...]
    folder: Path
    pdfs: int


def find_missing() -> list[str]:
    """Debian packages that are wanted and not there."""
    programs = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    return programs + [package for library, package in LIBRARIES.items() if not find_library(library)]


def write_docs(place: Path, handouts: Mapping[str, str]) -> None:
    """The Markdown of the sites, by its place in `docs/`."""
    for name, markdown in handouts.items():
        path = place / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown, encoding="utf-8")


def write_browser(place: Path) -> None:
    """The browser of this machine, where Playwright looks for its own."""
    link = place / "browsers" / SHELL_OF_PLAYWRIGHT
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(str(shutil.which(SHELL)))


def environment_of(place: Path, root: Path) -> dict[str, str]:
    """What the processes see: the core, for the elements of handouts, and the browser."""
    core = os.pathsep.join((str(root / "hooks"), str(root / "tests")))
    browsers = str(place / "browsers")
    ours = {"PYTHONPATH": core, "PLAYWRIGHT_BROWSERS_PATH": browsers, "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **ours}


def set_up(plugin: Plugin, place: Path, store: Path, handouts: int) -> Printer:
    """The plugin in an environment of its own, kept in `store`, and a configuration without and one with it.

    What it takes and we have in the very version is ours, so that nothing large is unpacked once more.
    """
    wanted = [*(f"{package}=={version(package)}" for package in SHARED), *plugin.packages]
    ours = Path(sysconfig.get_path("purelib"))
    shapes = [*wanted, str(ours), *sorted(path.name for path in ours.glob("*.dist-info"))]
    home = store / f"{plugin.name}-{hashlib.sha256(' '.join(shapes).encode()).hexdigest()[:12]}"
    python, whole = home / "bin/python", home / "whole"
    if not whole.exists():
        venv.create(home, clear=True)
        (packages,) = home.glob("lib/python*/site-packages")
        (packages / "ours.pth").write_text(f"{ours}\n", encoding="utf-8")
        install = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile")
        subprocess.run([*install, *wanted], check=True)
        whole.touch()
    build = (python, "-m", "mkdocs", "--quiet", "build", "--config-file")
    without, config = place / f"{plugin.name}-without.yml", place / f"{plugin.name}.yml"
    write_config(without, [])
    write_config(config, [plugin.settings])
    pdfs = 1 if plugin.joins else handouts
    return Printer(plugin.name, (*build, without), (*build, config), place / f"site-{plugin.name}", pdfs)


def write_config(path: Path, plugins: list[Mapping[str, object]]) -> None:
    """A Material site of `docs/`, built to `site-<name of the file>`."""
    config = {
        "site_name": "Handouts",
        "site_dir": f"site-{path.stem}",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": list(EXTENSIONS),
        "plugins": [dict(plugin) for plugin in plugins],
    }
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
