"""Every mistake an author can make, as a folder of small files with what is said about it beside them."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from corpus import BASE, CASES, RIGHT, WRONG, cases, place_of
from curriculum.course import open_course
from curriculum.formats.kept import FOLDER
from curriculum.read.layers import Settings
from curriculum.read.today import TODAY as TODAY_IS
from curriculum.words.labels import read_words
from curriculum.words.problems import report
from languages import EN, LANGUAGES

ITEM = "/// picture | path\nThree words\n\n{}\n- **Two.** Second.\n- **Three.** Third.\n///"
PAGE, WEEK, HANDOUT = "docs/{}index.md", "docs/{}week-01/index.md", "docs/{}week-01/handouts/first-steps.md"
NOTE = "facilitator/{}week-01/index.md"
TRIED = {
    **dict.fromkeys(("missing-id", "wrong-id", "reserved-id", "telling-address", "unknown-fact"), (WEEK, "{}")),
    **dict.fromkeys(("html-in-page", "attribute-list", "link-address", "remote-picture", "picture-alt"), (PAGE, "{}")),
    **dict.fromkeys(("unknown-element", "element-resources", "element-picture"), (PAGE, "{}\n///")),
    **dict.fromkeys(("element-weeks", "element-downloads", "element-search", "element-outcomes"), (PAGE, "{}\n///")),
    **dict.fromkeys(("element-discreet", "element-load", "element-content-note"), (PAGE, "{}\n///")),
    **dict.fromkeys(("element-keep", "element-card", "element-signature"), (HANDOUT, "{}\n\n- Words\n\n///")),
    "element-late": (NOTE, "{}\n\n- `arrive`: less.\n\n///"),
    **dict.fromkeys(("picture-item", "picture-marks"), (PAGE, ITEM)),
    **dict.fromkeys(("missing-sign", "word-too-long"), (HANDOUT, "{}")),
}
"""Rules whose example in `messages.yml` is words to write: in which page, and what stands around them."""
ONE_CODE = re.compile("`([^`]+)`")
ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-28"
"""The day on which all cases happen."""
NEVER_GOLDEN = {"template-broken", "print-refused", "print-template", "seal-libraries"}
"""What only a fault of ours, or a damaged installation, could bring about."""


def lay_out(case: str, place: Path) -> None:
    """The base curriculum with the files of a case over it; `gone.txt` names files to take away, `links.txt` links to
    make, which git and Windows do not agree on.
    """
    shutil.copytree(CASES / BASE, place, dirs_exist_ok=True)
    if (CASES / case / "overrides").exists():
        shutil.copytree(ROOT / "overrides", place / "overrides")
    shutil.copytree(CASES / case, place, dirs_exist_ok=True, symlinks=True)
    gone = place / "gone.txt"
    for name in gone.read_text(encoding="utf-8").split() if gone.exists() else []:
        (place / name).unlink()
    links = place / "links.txt"
    for line in links.read_text(encoding="utf-8").splitlines() if links.exists() else []:
        name, target = line.split(" -> ")
        if not link_to(place / name, Path(target)):
            pytest.skip("this computer lets only its administrator make symbolic links")
    if not (place / "overrides").exists() and not link_to(place / "overrides", ROOT / "overrides"):
        shutil.copytree(ROOT / "overrides", place / "overrides")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was printed of any case: most of what each of them would print is that of the small course."""
    return tmp_path_factory.mktemp("printed")


def borrow(printed: Path, place: Path) -> None:
    """Let a case keep, and find, what it prints there; where links are refused it prints all of it again."""
    (place / FOLDER).parent.mkdir()
    link_to(place / FOLDER, printed)


def link_to(place: Path, target: Path) -> bool:
    """Make a symbolic link; False where this computer refuses one (Windows, for most people)."""
    try:
        place.symlink_to(target)
    except OSError:
        return False
    return True


@pytest.mark.parametrize("case", cases())
def test_what_is_said_about(case: str, tmp_path: Path, printed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of a case is the one beside it, word for word, in both languages, and at the lines of its slips."""
    monkeypatch.setenv(TODAY_IS, TODAY)
    lay_out(case, tmp_path)
    borrow(printed, tmp_path)
    _, problems = open_course(Settings(tmp_path, "facilitator"))
    said = report(problems, LANGUAGES) + "\n" if problems else ""
    expected = CASES / case / "expected.txt"
    if os.environ.get("REFRESH"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert bool(problems) is (case not in RIGHT)
    assert [problem for problem in problems if place_of(case, tmp_path, problem) == WRONG] == []


def test_every_rule_has_a_case() -> None:
    """No message is left that no test has ever shown."""
    shown = "".join(path.read_text(encoding="utf-8") for path in CASES.parent.glob("*/*/*.txt"))
    silent = {rule for rule in read_words("messages", EN) if f"[{rule}]" not in shown}
    assert silent == NEVER_GOLDEN


@pytest.mark.parametrize("rule", TRIED)
def test_the_example_of_a_rule_breaks_it_and_what_to_write_does_not(rule: str, tmp_path: Path, printed: Path) -> None:
    path, frame = TRIED[rule]
    for language in LANGUAGES:
        entry = read_words("messages", language)[rule]
        for key, breaks in (("example", True), ("instead", False)):
            root = tmp_path / f"{language.code}-{key}"
            lay_out(BASE, root)
            borrow(printed, root)
            page = root / path.format("" if language == EN else f"{language.code}/")
            written = ONE_CODE.match(entry[key])
            assert written, entry[key]
            words = f"{page.read_text(encoding='utf-8')}\n{frame.format(written[1])}\n"
            page.write_text(words, encoding="utf-8")
            _, problems = open_course(Settings(root, "facilitator"))
            assert (rule in {problem.rule for problem in problems}) is breaks, written[1]


def test_a_proposal_stands_behind_a_whole_sentence() -> None:
    """In every message that a test expects: what to write stands in the sentence, and no question runs into it."""
    opens = [read_words("terms", language)["near"].partition("{")[0] for language in LANGUAGES]
    said = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("tests/**/expected*.txt"))]
    found = [before[-60:] for opening in opens for text in said for before in text.split(opening)[:-1]]
    assert len(found) > 20
    assert [before for before in found if before[-1] not in ".?!"] == []
