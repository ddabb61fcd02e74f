"""The layers of the style are joined and made small, and a browser reads the result as it would read the layers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
import tinycss2
from curriculum.read.styles import FOLDER, MIRRORED, TONGUES, read_styles, with_spoken
from curriculum.site.style import ALONE, LAYERS, THEIRS, TONIGHT, join_layers, make_small, site_style
from curriculum.words.model import Audience, Language
from hypothesis import given
from hypothesis import strategies as st
from languages import LANGUAGES
from tinycss2.ast import Node

ROOT = Path(__file__).resolve().parents[2]
STYLES, _ = read_styles(ROOT)
MOST = 5_560
"""Bytes of the style on a slow line, where a host sends it compressed."""


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("a > b, c { color: red; } /* why */\n", "a>b,c{color:red}"),
        ("p::after { content: \"a ;  b\"; } q { content: ' , ' }", "p::after{content:\"a ;  b\"}q{content:' , '}"),
        (r'p { content: "\"  {" }', r'p{content:"\"  {"}'),
        ("a :hover { top: calc(1em + 2px) }", "a :hover{top:calc(1em + 2px)}"),
        ("a/* x */.b { margin: 0/* x */auto }", "a/**/.b{margin:0/**/auto}"),
        ("a /* x */ .b { margin: 0 /* { */ auto }", "a .b{margin:0 auto}"),
        (
            "@media screen and (max-width: 38em) {\n  p { margin: 0; }\n}\n",
            "@media screen and (max-width:38em){p{margin:0}}",
        ),
        ("p { font: 1rem/1.6 serif }", "p{font:1rem/1.6 serif}"),
        ("", ""),
    ],
)
def test_what_means_nothing_is_left_out(text: str, small: str) -> None:
    assert make_small(text) == small


def read(nodes: Iterable[Node]) -> list[object]:
    """What a browser makes of CSS: rules with their selectors and declarations, white space as one space."""
    parts: list[object] = []
    for node in nodes:
        if node.type in ("qualified-rule", "at-rule"):
            block = tinycss2.parse_blocks_contents(node.content or [], skip_comments=True, skip_whitespace=True)
            parts.append((node.type, words_of(node.prelude), read(block)))
        elif node.type == "declaration":
            parts.append((node.name, words_of(node.value), node.important))
        else:
            parts.append((node.type, node.message))
    return parts


def words_of(nodes: Iterable[Node]) -> list[str]:
    """Each word of a selector or a value, with the spaces that mean something."""
    words: list[str] = []
    for node in nodes:
        if node.type == "whitespace":
            words += [] if not words or words[-1] in (" ", ",", ">", ":") else [" "]
        elif node.type != "comment":
            if words and words[-1] == " " and node in (",", ">"):
                words.pop()
            content = getattr(node, "arguments", None) or getattr(node, "content", None)
            words += [getattr(node, "name", node.type), *words_of(content)] if content else [node.serialize()]
    return words[:-1] if words[-1:] == [" "] else words


def meaning(text: str) -> list[object]:
    return read(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


@pytest.mark.parametrize("names", [(*LAYERS, *THEIRS), ALONE, TONIGHT])
def test_a_browser_reads_the_same(names: tuple[str, ...]) -> None:
    """Every rule of the layers, in their order, and none is broken."""
    rules = [rule for name in names for rule in meaning(STYLES[name])]
    assert len(rules) > 100
    assert "error" not in str(rules)
    assert meaning(join_layers(STYLES, names)) == rules


PIECES = [" ", "\n", "/* x */", "/*{*/", "a", ".b", "#c", ">", ",", ":", ":hover", "+", "f(a , b)", "1px", "-1", "'  '"]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.lists(st.sampled_from(PIECES), max_size=8))
def test_no_selector_and_no_value_is_read_otherwise(selector: str, value: list[str]) -> None:
    text = f"a {selector} {{ color : {''.join(value)} ; top: 0 }} b {{ left: 0 }}"
    assert meaning(make_small(text)) == meaning(text)


def test_every_file_is_a_layer_and_every_layer_has_a_file() -> None:
    names = (*LAYERS, *THEIRS, *TONIGHT, MIRRORED, TONGUES)
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == {f"{name}.css" for name in names}


def test_a_project_without_styles_has_an_empty_one(tmp_path: Path) -> None:
    styles, problems = read_styles(tmp_path)
    assert site_style(styles, Audience.FACILITATOR) == ""
    assert problems == []


def test_the_style_is_small() -> None:
    """Most pages are read once, on a slow line, and wait for it."""
    ours = with_spoken(STYLES, LANGUAGES)
    assert len(gzip.compress(site_style(ours, Audience.FACILITATOR).encode())) <= MOST


def test_sides_have_plain_names_where_every_language_starts_at_the_left() -> None:
    """Old phones skip what they do not know."""
    plain = "".join(with_spoken(STYLES, LANGUAGES).values())
    assert "inline-start" not in plain
    assert "html[dir" not in plain
    arabic = Language("ar", own=json.dumps({"forms": {"direction": "rtl"}}), lender=LANGUAGES[0])
    mirrored = with_spoken(STYLES, (*LANGUAGES, arabic))
    assert "margin-inline-start" in mirrored["frame"]
    assert 'html[dir="rtl"]' in mirrored["print"]
