"""Every letter of the Nations between Vancouver Island and Nunavut is in a typeface that comes with the course."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from unicodedata import category, normalize

import pytest
from conftest import ROOT
from curriculum.elements.markdown import to_html
from curriculum.elements.tree import to_tree
from curriculum.formats.pdf.letters import families_in
from curriculum.formats.word.runs import runs_of
from curriculum.words.letters import COMPANIONS, FIRST, FOUND, RARE, UNDRAWN, companion_of, spelt, whole
from fontTools.ttLib import TTFont
from letters import CLUSTERS, WRITTEN

PRINT, SCREEN = ROOT / "overrides/print/fonts", ROOT / "overrides/assets/fonts"
FACE = re.compile(r"font-weight: (\d+);\s+src: url\(fonts/([\w-]+\.woff2)\).*?unicode-range:([^;]*);", re.DOTALL)
FIRST_FAMILY = "AtkinsonHyperlegibleNext"


def signs_in(path: Path) -> set[str]:
    """The signs that a font draws."""
    return {chr(code) for code in TTFont(path).getBestCmap()}


@pytest.fixture(scope="module")
def on_paper() -> Mapping[str, set[str]]:
    """What each typeface of paper draws in both weights."""
    found: dict[str, set[str]] = {}
    for path in sorted(PRINT.glob("*.ttf")):
        family = str(TTFont(path)["name"].getBestFamilyName())
        found[family] = found.get(family, signs_in(path)) & signs_in(path)
    return found


@pytest.mark.parametrize("nation", WRITTEN)
def test_each_letter_of_an_orthography_is_in_one_typeface_with_its_marks(
    on_paper: Mapping[str, set[str]], nation: str
) -> None:
    clusters = [normalize("NFC", cluster) for cluster in WRITTEN[nation].split()]
    assert clusters
    rare = {cluster: companion_of(cluster).family for cluster in clusters if re.search(RARE, cluster)}
    families = {cluster: rare.get(cluster, "Atkinson Hyperlegible Next") for cluster in clusters}
    assert {cluster: set(cluster) - on_paper[family] for cluster, family in families.items()} == {
        cluster: set() for cluster in clusters
    }


@pytest.mark.parametrize("cluster", [cluster for cluster in CLUSTERS if re.search(RARE, normalize("NFC", cluster))])
def test_a_word_with_such_a_letter_is_marked_whole(cluster: str) -> None:
    """In one typeface: no sign of it is left to the first one."""
    word = normalize("NFC", cluster)
    assert to_html(f"Of {word}.") == f'<p>Of <span class="companion">{word}</span>.</p>'
    assert spelt(word) == f'<span class="companion">{word}</span>'


def test_a_title_is_one_element_where_a_line_parts_elements() -> None:
    """Else a menu shows `3. Wordsᐃᓄᒃ`."""
    assert whole("3. Words ᐃᓄᒃ") == '<span>3. Words <span class="companion">ᐃᓄᒃ</span></span>'
    assert whole("3. Words & more") == "3. Words &amp; more"


def test_what_is_beside_a_word_stays_in_the_first_typeface() -> None:
    assert spelt("Qu’on aille d’W̱SÁNEĆ à 7ⱡ <b>") == (
        'Qu’on aille d’<span class="companion">W̱SÁNEĆ</span> à <span class="companion">7ⱡ</span> &lt;b&gt;'
    )
    assert FOUND.search("Œuvre, naïve, 7 · l’été") is None


@pytest.mark.parametrize("companion", COMPANIONS)
def test_a_companion_draws_all_that_is_left_to_it(on_paper: Mapping[str, set[str]], companion: object) -> None:
    """A family that the print program does not find leaves a gap without a word: its name is that of the file."""
    (one,) = [each for each in COMPANIONS if each == companion]
    assert one.family in families_in(ROOT / "overrides/print", "")
    left = {chr(code) for code in range(0x10000) if re.match(f"[{one.letters}]", chr(code))}
    assert len(left) > 600
    assert {sign for sign in left - on_paper[one.family] if category(sign) != "Cn"} == set()


def test_what_no_typeface_draws_is_known_before_it_is_printed() -> None:
    """The first typeface draws what is said of it, in each cut; ids of fonts of editions are theirs."""
    cuts = [signs_in(PRINT / f"{FIRST_FAMILY}-{cut}.ttf") for cut in ("Book", "Bold", "BookItalic")]
    claimed = {chr(code) for code in range(0x10000) if re.match(f"[{FIRST}]", chr(code))}
    assert claimed <= set.intersection(*cuts)
    assert {sign for sign in set.union(*cuts) if UNDRAWN.match(sign)} == set()
    assert UNDRAWN.findall("a → 漢字, ⏱\ufe0f and ☐ ⱡ ᐃ\u00ad\u200b\n") == ["→", "漢字", "⏱\ufe0f", "☐"]


@pytest.mark.parametrize("weight", ["400", "700"])
def test_browsers_fetch_a_file_for_letters_that_are_in_it(weight: str) -> None:
    """Each letter of a companion is in a range of the stylesheet; that its file draws it, a browser shows."""
    faces = [
        face for face in FACE.findall((ROOT / "overrides/styles/letters.css").read_text("utf-8")) if face[0] == weight
    ]
    seen: set[str] = set()
    for _, name, ranges in faces:
        signs = {chr(code) for one in ranges.split(",") for code in range(*_ends(one))}
        assert (SCREEN / name).is_file()
        seen |= signs
    wanted = {chr(code) for code in range(0x10000) if re.match(RARE, chr(code))}
    assert {sign for sign in wanted - seen if category(sign) != "Cn"} == set()
    assert {sign for cluster in CLUSTERS for sign in normalize("NFC", cluster) if re.search(RARE, cluster)} <= seen


def _ends(written: str) -> tuple[int, int]:
    first, _, last = written.strip().removeprefix("U+").partition("-")
    return int(first, 16), int(last or first, 16) + 1


def test_a_word_document_asks_for_a_typeface_of_its_script() -> None:
    """Office has no typeface with both."""
    runs = runs_of(to_tree("Lək̓ʷəŋən ᐃᓄᒃ")[0], "", {})
    assert re.findall(r'<w:rStyle w:val="Companion"/>(?:<w:rFonts w:ascii="(\w+)")?', runs) == ["", "Gadugi"]
