"""How an edition looks: colours that can be read, and a logo that does nothing."""

from __future__ import annotations

import hashlib
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from curriculum.checks.built import check_built_page, read_site
from curriculum.checks.contrast import LEAST, PAIRS, contrast, nearest
from curriculum.checks.made import made_of, made_with
from curriculum.formats.screen import Screen
from curriculum.formats.tonight.frame import read_insides
from curriculum.live.answers import Answers
from curriculum.live.frame import frame_of, lost_html, page_html
from curriculum.live.look import read_stamps
from curriculum.live.moment import first_moment, new_memory
from curriculum.live.templates import read_templates
from curriculum.read.drawing import CleanSvg, Unshowable, clean_drawing
from curriculum.read.layers import Sources, read_sources
from curriculum.read.styles import palette_of, read_styles, with_theme
from curriculum.site.policy import policy_of
from curriculum.site.style import site_style
from curriculum.words.model import Audience, Logo, Problem, Theme
from curriculum.words.theme import DARK, LIGHT, shown_size
from languages import FR

CASES = ROOT / "tests" / "problems"
STYLES, _ = read_styles(ROOT)
LOGO = Logo("theme/logo-0123456789ab.svg", b"", 28, 28)


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course, with a logo and a colour for the light and the dark."""
    root = tmp_path_factory.mktemp("themed")
    for case in ("nothing-wrong", "theme"):
        shutil.copytree(CASES / case, root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


def read(root: Path) -> tuple[Sources, Logo]:
    sources = read_sources(root)
    assert sources.theme.logo, sources.problems
    return sources, sources.theme.logo


def page_of(sources: Sources, root: Path, uri: str = "week-01/index.md") -> str:
    """A page as a browser gets it, with an empty article."""
    curriculum, environment = sources.curriculum, read_templates(root, None).environment
    assert curriculum
    assert environment
    frame = frame_of(curriculum, FR, sources.scripts, policy_of(sources.scripts))
    return page_html(environment, frame, curriculum.pages[FR, uri], Screen("", (), False), {})


def test_every_page_shows_the_logo_in_place_of_ours(themed: Path) -> None:
    sources, logo = read(themed)
    page = page_of(sources, themed)
    shown = f'<img class="mark" src="../../{logo.place}" alt="la Maison du Havre" width="56" height="28">'
    assert page.count(shown) == 1
    assert "<svg" not in page
    made = made_with(sources.scripts, "", read_insides(themed, sources.scripts, sources.styles), Audience.PARTICIPANT)
    assert check_built_page("week-01/index.html", page, made) == []
    curriculum, environment = sources.curriculum, read_templates(themed, None).environment
    assert curriculum
    assert environment
    lost = lost_html(environment, frame_of(curriculum, FR, sources.scripts, policy_of(sources.scripts)), "/")
    assert 'class="mark"' not in lost
    assert check_built_page("404.html", lost, made) == []
    elsewhere = page.replace(f"../../{logo.place}", "../../images/logo.svg")
    assert [problem.rule for problem in check_built_page("x", elsewhere, made)] == ["built-page"]


def test_words_for_the_logo_may_be_its_own(themed: Path) -> None:
    sources, logo = read(themed)
    assert sources.edition
    text = replace(sources.edition.facts["org.name"], words={"en": "A lamp", "fr": "Une lampe & un quai"})
    edition = replace(sources.edition, theme=replace(sources.theme, logo=replace(logo, alt=text)))
    assert 'alt="Une lampe &amp; un quai"' in page_of(replace(sources, edition=edition), themed)


def test_a_finished_site_has_the_logo_and_no_other(themed: Path, tmp_path: Path) -> None:
    sources, logo = read(themed)
    assert sources.curriculum
    insides = read_insides(themed, sources.scripts, sources.styles)
    made = made_of(made_with(sources.scripts, "", insides, Audience.PARTICIPANT), sources.curriculum)
    assert logo.place == f"theme/logo-{hashlib.sha256(logo.content).hexdigest()[:12]}.svg"

    def wrong(place: str, content: bytes) -> list[str]:
        site = tmp_path / hashlib.sha256(place.encode() + content).hexdigest()[:8] / "site"
        (site / place).parent.mkdir(parents=True)
        (site / place).write_bytes(content)
        return [problem.rule for problem in read_site(site, themed, made)[0]]

    assert wrong(logo.place, logo.content) == []
    assert wrong(logo.place, logo.content + b" ") == ["built-file"]
    assert wrong("theme/logo-0123456789ab.svg", b"<svg/>") == ["built-place"]
    assert wrong("theme/logo.svg", logo.content) == ["built-file"]


def test_the_live_site_shows_logo_and_colours_as_they_are_saved(themed: Path) -> None:
    _, logo = read(themed)
    answers = Answers(first_moment(themed, 1, new_memory()), read_stamps(themed), lambda *_: "", {})
    assert answers.of(f"/{logo.place}").content == logo.content
    assert answers.of(f"/-/facilitators/{logo.place}").content == logo.content
    style = answers.of("/assets/site.css").content
    assert isinstance(style, bytes)
    assert b"--follow:#7a1f3d" in style
    assert b"--follow:#f0a8c0" in style
    assert b"img.mark" in style


def test_a_site_without_a_theme_has_our_style_to_the_last_letter() -> None:
    assert with_theme(STYLES, Theme()) == {name: text for name, text in STYLES.items() if name != "logo"}
    assert "img.mark" not in site_style(with_theme(STYLES, Theme()), Audience.PARTICIPANT)
    assert with_theme(STYLES, Theme(logo=LOGO)) == STYLES


def test_a_colour_is_changed_in_the_light_or_in_the_dark_and_nowhere_else() -> None:
    before, theme = palette_of(STYLES), Theme(colours={("follow", DARK): "#abcdef", ("ink", LIGHT): "#000000"})
    after = palette_of(with_theme(STYLES, theme))
    assert after[LIGHT] == {**before[LIGHT], "ink": "#000000"}
    assert after[DARK] == {**before[DARK], "follow": "#abcdef"}


def test_our_own_colours_can_be_read() -> None:
    """And each is named for the light first, then for the dark: `with_theme` counts on it."""
    palettes = palette_of(STYLES)
    assert palettes[LIGHT].keys() == palettes[DARK].keys()
    assert contrast(palettes[LIGHT]["paper"], "#ffffff") < 2 < contrast(palettes[DARK]["paper"], "#ffffff")
    poor = [
        (pair, light)
        for light, palette in palettes.items()
        for pair in PAIRS
        if contrast(palette[pair[0]], palette[pair[1]]) < LEAST
    ]
    assert poor == []


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#1f5357", "#1f5357", 1), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.00)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("light", [LIGHT, DARK])
@pytest.mark.parametrize("colour", ["#8fa9ab", "#ff0000", "#777777", "#ffff00", "#000080", "#ffffff", "#000000"])
def test_the_colour_that_is_proposed_can_be_read(colour: str, light: str) -> None:
    palette = {**palette_of(STYLES)[light], "follow": colour}
    proposed = nearest("follow", palette)
    assert re.fullmatch("#[0-9a-f]{6}", proposed)
    assert all(contrast(proposed, palette[ground]) >= LEAST for ground in ("paper", "sheet"))


def test_no_colour_is_proposed_where_none_can_be_read() -> None:
    assert nearest("follow", {"follow": "#ff0000", "paper": "#ffffff", "sheet": "#6a6a6a"}) == ""


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 4">'
CLEAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4">'


@pytest.mark.parametrize(
    ("inside", "cleaned"),
    [
        ('<path d="M0 0h8v4z" fill="#123456"/>', '<path d="M0 0h8v4z" fill="#123456"></path>'),
        ('<g id="a" style="fill:#123; -x: y"><circle r="2"/></g>', '<g fill="#123"><circle r="2"></circle></g>'),
        ('<path style="fill:none" fill="red" d=""/>', '<path fill="none" d=""></path>'),
        ("<!-- who --><title>Who</title><metadata><a href='b'>c</a></metadata>words<?php x ?>", ""),
        ('<xlink:g onclick="x"><script>y</script></xlink:g>', ""),
        ('<defs><path d="M0 0"/></defs>', '<g display="none"><path d="M0 0"></path></g>'),
        ('<svg:path xmlns:svg="http://www.w3.org/2000/svg" d="M0 0"/>', '<path d="M0 0"></path>'),
    ],
)
def test_of_a_drawing_its_shapes_stay(inside: str, cleaned: str) -> None:
    assert clean_drawing(f"{HEAD}{inside}</svg>".encode()) == CleanSvg(f"{CLEAN}{cleaned}</svg>", 8, 4)


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<path onload="x" d="M0 0"/>', "onload=x"),
        ('<g\nonclick="x"/>', "onclick=x"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="http://example.org/a.png"/>', "<image>"),
        ('<path xlink:href="#a" d=""/>', "xlink:href=#a"),
        ('<a href="javascript:x"/>', "<a>"),
        ('<use href="#a"/>', "<use>"),
        ("<style>*{fill:url(http://example.org)}</style>", "<style>"),
        ('<path style="fill:url(#a)" d=""/>', "fill=url(#a)"),
        ('<path style="font:url(http://example.org/a)" d=""/>', "font=url(http://example.org/a)"),
        ('<path fill="url(#a)" d=""/>', "fill=url(#a)"),
        ('<path d="M0 0&quot;&gt;&lt;script&gt;"/>', 'd=M0 0"><script>'),
        ("<animate/>", "<animate>"),
        ("<path", ""),
    ],
)
def test_what_runs_loads_or_leans_on_more_is_refused(inside: str, found: str) -> None:
    drawing = clean_drawing(f"{HEAD}\n{inside}\n</svg>".encode())
    assert isinstance(drawing, Unshowable)
    assert drawing.found == found
    assert drawing.line in (2, 3)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>', "<!ENTITY"),
        ('<svg viewBox="0 0 0 1"/>', "<svg>"),
        ('<svg viewBox="0 0 1e400 1"/>', "<svg>"),
        ('<svg width="100%" height="100%"/>', "<svg>"),
        ("<g/>", "<svg>"),
        ("<html/>", "<html>"),
        ("", ""),
        ("GIF89a", ""),
        ('<?xml version="1.0" encoding="none"?><svg viewBox="0 0 1 1"/>', ""),
    ],
)
def test_what_is_no_drawing_is_none(text: str, found: str) -> None:
    drawing = clean_drawing(text.encode())
    assert isinstance(drawing, Unshowable)
    assert drawing.found == found


def test_a_cleaned_drawing_stays_as_it_is() -> None:
    once = clean_drawing((CASES / "theme/editions/harbour/theme/logo.svg").read_bytes())
    assert isinstance(once, CleanSvg)
    assert "Somebody" not in once.text
    assert "Lamp" not in once.text
    again = clean_drawing(once.text.encode())
    assert isinstance(again, CleanSvg)
    assert again.text == once.text


def test_a_png_is_named_by_what_it_holds(themed: Path, tmp_path: Path) -> None:
    root = tmp_path / "png"
    shutil.copytree(themed, root)
    folder = root / "editions/harbour/theme"
    picture = next((CASES / "a-page-with-a-picture-file").rglob("*.png"))
    shutil.copy(picture, folder / "lamp.png")
    (folder / "logo.svg").unlink()
    (folder / "theme.yml").write_text("logo: lamp.png\n", encoding="utf-8")
    _, logo = read(root)
    assert logo.place == f"theme/logo-{hashlib.sha256(picture.read_bytes()).hexdigest()[:12]}.png"
    assert max(logo.width / 112, logo.height / 28) == pytest.approx(1, abs=0.02)
    (folder / "lamp.png").write_bytes(b"GIF89a")
    assert [problem.rule for problem in read_sources(root).problems] == ["picture-kind"]


def test_a_logo_that_is_not_there_is_told_at_its_place(themed: Path, tmp_path: Path) -> None:
    root = tmp_path / "gone"
    shutil.copytree(themed, root)
    (root / "editions/harbour/theme/logo.svg").unlink()
    assert list(read_sources(root).problems) == [Problem("editions/harbour/theme/logo.svg", 1, "file-absent")]


@pytest.mark.parametrize(
    ("size", "shown"), [((512, 128), (112, 28)), ((64, 64), (28, 28)), ((10, 400), (1, 28)), ((4000, 10), (112, 1))]
)
def test_a_logo_fits_the_bar(size: tuple[int, int], shown: tuple[int, int]) -> None:
    assert shown_size(*size) == shown
