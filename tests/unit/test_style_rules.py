"""The layers of the style keep to their rules, and each rule finds what it is for and nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum.read.styles import read_styles
from curriculum.site.style import ALONE, LAYERS, THEIRS, TONIGHT
from style_rules import PROPERTIES, find_faults, read_layer

ROOT = Path(__file__).resolve().parents[2]
STYLES, _ = read_styles(ROOT)
SCALE = ":root { --ink: #222; --hair: 1px; } "
USED = "hr { color: var(--ink); border: var(--hair) solid var(--ink); } "


def test_our_styles_have_no_fault() -> None:
    assert find_faults({name: STYLES[name] for name in dict.fromkeys((*LAYERS, *THEIRS, *ALONE, *TONIGHT))}) == []


def test_no_property_is_on_the_list_that_the_style_does_not_use() -> None:
    used = {one.declaration.name for layer, text in STYLES.items() for one in read_layer(layer, text)}
    assert used >= PROPERTIES


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("p { colour: var(--ink) }", "p { colour }: no property"),
        ("p { color: #333 }", "#333 is on no scale"),
        ("p { background: white }", "white is on no scale"),
        ("p { border-radius: 3px }", "3px is on no scale"),
        ("p { font-size: 13px }", "13px is on no scale"),
        ("p { border-top: 1.2px solid var(--ink) }", "1.2px is on no scale"),
        ("p { margin: 0 .33em }", ".33em is on no scale"),
        ("p { min-height: 44px }", "44px is on no scale"),
        ("p { color: var(--nothing) }", "--nothing is not named"),
        ("p { color: inherit !important }", "!important"),
        ("#page { margin: 0 }", "an id, #page"),
        ("p { margin: 0; margin: 1em }", "said twice"),
        ("p { margin: 0 } p { margin: 1em }", "said twice"),
        ("p { margin 0 }", "base.css:2"),
        ("p { margin: 0 } }", "base.css:2"),
        ("@layer base { p { margin: 0 } }", "@layer"),
        ("@import 'a.css';", "@import"),
        ("@media (max-width: 37em) { p { margin: 0 } }", "37em is no width"),
        (":root { --other: 1px }", "--other: never used"),
        (f"/* {'x' * 120} */", "longer than 120"),
    ],
)
def test_what_each_rule_finds(rule: str, fault: str) -> None:
    found = find_faults({"base": f"{SCALE}{USED}\n{rule}"})
    assert any(fault in one for one in found), found


@pytest.mark.parametrize(
    "rule",
    [
        "p { color: inherit; background: none; border: 0 }",
        "p { margin: -1.4rem auto 0 calc(var(--hair) + 2em); padding: .8em 10% }",
        "p { margin: 0 } @media print { p { margin: 1em } }",
        "p { max-height: 100vh; max-height: 100dvh }",
        "[hidden] { display: none !important }",
        "@media screen and (max-width: 38em) { p { margin: 0 } }",
        "@supports selector(a::b) { p { margin: 0 } }",
        "a[href='#page'] { content: '#333' }",
    ],
)
def test_what_no_rule_minds(rule: str) -> None:
    assert find_faults({"base": f"{SCALE}{USED}\n{rule}"}) == []


def test_layers_may_say_again_what_an_earlier_one_said() -> None:
    """The later one wins by its place."""
    assert find_faults({"base": f"{SCALE}{USED} p {{ margin: 0 }}", "print": "p { margin: 1em }"}) == []
