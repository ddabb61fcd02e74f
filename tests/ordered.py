"""The small course with an order of its languages, and what shows a wrong place: pictures, a search, an address."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import ROOT, Project

CASES = ROOT / "tests/problems"
IMAGES = "week-01/images"
ADDRESS = "https://harbour.example.org/course/"
ABOUT = "# Edition\n\n{{ edition.sources }}\n\n{{ edition.changes }}\n\n{{ edition.unread }}\n"
SEARCH = {"docs": "# Search\n\n/// search\n///\n", "docs/fr": "# Recherche\n\n/// search\n///\n"}


def build_small(root: Path, order: str) -> Project:
    """Both sites of it, built in an empty folder as a partner would."""
    lay_out(root, order)
    project = Project(root)
    done = project.run("-m", "curriculum", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def lay_out(root: Path, order: str) -> None:
    """Each language has a picture of its own in the same place, both show another one, and both have a search."""
    shutil.copytree(CASES / "nothing-wrong", root, dirs_exist_ok=True)
    for name in ("overrides", "hooks", "LICENSES"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.facilitator.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, root)
    profile, arc = root / "editions/harbour/profile.yml", root / "curriculum.yml"
    lines = profile.with_name("resources.yml")  # a number kept for stories does not go out; nobody has this one either
    lines.write_text(lines.read_text("utf-8").replace("555-0142", "155-0142"), encoding="utf-8")
    text = profile.read_text("utf-8").replace("site:\n", f"site:\n  address: {ADDRESS}\n")
    profile.write_text(f"languages: [{order}]\n{text}", encoding="utf-8")
    arc.write_text(arc.read_text("utf-8") + "\npages:\n  after: [search, about-this-edition]\n", encoding="utf-8")
    for folder, search in SEARCH.items():
        (root / folder / "search.md").write_text(search, encoding="utf-8")
        shutil.copytree(CASES / "a-page-with-a-picture-file/docs" / IMAGES, root / folder / IMAGES)
        page = root / folder / "week-01/index.md"
        page.write_text(page.read_text("utf-8") + "\n![The door](images/door.png)\n", encoding="utf-8")
        (root / folder / "about-this-edition.md").write_text(ABOUT, encoding="utf-8")
    shutil.copy(ROOT / "tests/pictures/pngcrush.png", root / "docs/fr" / IMAGES / "door.png")
    shutil.copy(ROOT / "tests/pictures/cjpeg.jpg", root / "docs" / IMAGES / "lamp.jpg")  # both show this one
    for folder in SEARCH:
        page = root / folder / "index.md"
        page.write_text(page.read_text("utf-8") + f"\n![The lamp]({IMAGES}/lamp.jpg)\n", encoding="utf-8")
