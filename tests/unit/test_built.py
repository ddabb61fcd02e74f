"""The list that the finished site is held to names what is not on it, and no browser reads otherwise what is."""

from __future__ import annotations

import os
from pathlib import Path

import tinyhtml5
from curriculum.checks.allowed import find_strays, is_inside, is_link
from curriculum.checks.built import INSIDE, read_site
from curriculum.checks.made import made_with
from curriculum.formats.tonight.frame import read_insides
from curriculum.read.scripts import read_scripts
from curriculum.read.styles import read_styles
from curriculum.site.policy import policy_of
from curriculum.site.style import site_style
from curriculum.words.model import Audience
from curriculum.words.problems import report
from hypothesis import given, settings
from hypothesis import strategies as st
from languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).parent / "built-wrongly" / "expected.txt"
SCRIPTS, _ = read_scripts(ROOT)
STYLES, _ = read_styles(ROOT)
MADE = made_with(
    SCRIPTS, site_style(STYLES, Audience.PARTICIPANT), read_insides(ROOT, SCRIPTS, STYLES), Audience.PARTICIPANT
)
OPENING = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy_of(SCRIPTS)}">
"""
PINNED = f"<script>{SCRIPTS['leave']}</script>"
RIGHT = "<article><h1>Home</h1></article>"
WRONG = {
    "an-attribute": '<article>\n<p onclick="x">Hello</p></article>',
    "an-element": "<article><blink>Hello</blink></article>",
    "an-address": '<article><a href="java&#115;cript:x">x</a></article>',
    "a-class-of-the-frame": '<article><p class="leave">x</p></article>',
    "a-comment": "<article><!-- x --></article>",
    "a-form": '<article><form class="fill" method="post"></form></article>',
    "a-picture-from-elsewhere": '<article><img src="//example.org/x.png" alt="x"></article>',
    "a-script-added": f"{RIGHT}<script>x()</script>",
    "a-script-changed": f"{RIGHT}{PINNED.replace('leave', 'stay')}",
    "a-script-loaded": f'{RIGHT}<script src="x.js"></script>',
    "a-style": f"{RIGHT}<style>p {{ color: red }}</style>",
    "a-base": f'{RIGHT}<base href="https://example.org/">',
    "another-policy": f'{RIGHT}<meta http-equiv="refresh" content="0;url=https://example.org/">',
    "another-host": f'{RIGHT}<link rel="stylesheet" href="https://example.org/x.css">',
    "another-host-in-disguise": f'{RIGHT}<link rel="icon" href="//example.org/x.svg">',
    "a-frame": f'{RIGHT}<iframe src="x.html"></iframe>',
    "two-articles": f"{RIGHT}{RIGHT}",
}
FILES = {
    "no-policy.html": f"<!doctype html><html lang=en>{RIGHT}</html>",
    "a-wider-policy.html": OPENING.replace("default-src 'none'", "default-src *") + RIGHT,
    "evil.js": "alert(1)",
    "drawing.svg": "<svg/>",
    "assets/site.css": "@import 'https://example.org/x.css'",
    "search-index.js": 'var searchIndex={"a/":alert(1)}\n',
    "fr/search-index.js": 'var searchIndex={"a/":"Words"}\n',
    "index.html": f"{OPENING}{RIGHT}{PINNED}",
}


def test_what_is_said_about_a_site_with_something_wrong_in_each_file(tmp_path: Path) -> None:
    """Every file but two is named, with its line, word for word in both languages."""
    site = tmp_path / "site"
    for name, text in (FILES | {f"{name}.html": OPENING + text for name, text in WRONG.items()}).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    problems, _ = read_site(site, ROOT, MADE)
    said = report(problems, LANGUAGES) + "\n"
    if os.environ.get("REFRESH"):
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")
    right = {"index.html", "fr/search-index.js"}
    assert {problem.path for problem in problems} == {
        f"site/{name}" for name in (*FILES, *(f"{name}.html" for name in WRONG)) if name not in right
    }


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div",
            ' class="box"',
            ">",
            "<",
            '"',
            "'",
            "=",
            " ",
            "/",
            "\n",
            "\0",
            "-->",
            "<!--",
            "<!",
            "<?",
        ),
        *(
            "<textarea",
            ' rows="1"',
            "</textarea>",
            "<title>",
            "</title>",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
        ),
        *(
            "<svg",
            "</svg>",
            "<path",
            ' d="M0"',
            ' onclick="x"',
            " onclick=x",
            "<img src=x onerror=x",
            "<a",
            ' href="x"',
        ),
        *(' href="java', "script:x", "&#9;", "&quot;", "<math>", "<noscript>", "<p\u00a0", "<P", "]]>", "<![CDATA["),
    ]
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_passes_is_read_the_same_by_a_browser(text: str) -> None:
    """HTML without a stray has, for the parser of the HTML standard too, only what is on the list."""
    if [*find_strays(text, INSIDE)]:
        return
    for element in tinyhtml5.parse(f"<article>{text}</article>", namespace_html_elements=False).iter():
        tag = str(element.tag).rpartition("}")[2]
        assert tag in INSIDE or tag in ("html", "head", "body", "article"), tag
        assert not [name for name in element.attrib if name not in INSIDE.get(tag, {})]
        assert is_link(element.get("href", ""))


def test_which_addresses_lead_out() -> None:
    """As browsers read them: spaces and control signs in front, tabs and line ends anywhere, backslashes as slashes."""
    inside = ["", "#a", "b/", "../c/#d", "x.pdf", "?q=1:2"]
    outside = ["https://example.org/", "http://example.org", "mailto:a@example.org", "TEL:988"]
    refused = ["javascript:x", "JavaScript:x", " javascript:x", "java\tscript:x", "\1javascript:x", "data:text/html,x"]
    refused += [
        "//example.org",
        "\\\\example.org",
        "/\\example.org",
        "https:example.org",
        "vbscript:x",
        "file:///x",
        "x:y",
    ]
    assert [address for address in inside + outside if not is_link(address)] == []
    assert [address for address in refused if is_link(address)] == []
    assert [address for address in outside + refused if is_inside(address)] == []
