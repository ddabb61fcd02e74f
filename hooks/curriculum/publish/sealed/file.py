"""The one HTML file: a field for the phrase, the script that opens, and what is sealed.

Everything that can be read in it without a phrase is the name of the site, which says nothing by rule, and how to open
the file. A script that somebody changed by a sign does not run: the policy names it by its hash. Who changes the policy
too can make a file that passes a phrase on; so a file is taken only from somebody one knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from curriculum.publish.offline.copies import SiteFiles
from curriculum.publish.sealed.contents import ICON, Contents, contents_of
from curriculum.publish.sealed.envelope import open_envelope, seal
from curriculum.publish.sealed.letters import ENCODING, MARK, to_text
from curriculum.publish.sealed.people import Person
from curriculum.publish.sealed.phrases import draw_phrase, fold, read_list
from curriculum.read.layers import Sources
from curriculum.read.scripts import Scripts
from curriculum.read.styles import Styles
from curriculum.site.frame import exit_of
from curriculum.site.policy import hash_of
from curriculum.site.style import join_layers, make_small
from curriculum.words.dotted import dotted
from curriculum.words.labels import label
from curriculum.words.model import Curriculum

FOLDER = Path(__file__).parent
LAYERS = ("base", "frame")
"""What the field for the phrase is styled with, before its own."""
SAID = ("wait", "phrase", "damaged", "old", "plain")
"""What the script may say: it opens; a wrong phrase; a broken file; an old browser; an address without a lock."""


@dataclass(frozen=True)
class Shell:
    """What stands around the envelope, beside words."""

    style: str
    script: str
    leave: str


def read_shell(scripts: Scripts, styles: Styles) -> Shell:
    """The style and scripts of the file."""
    style, script = ((FOLDER / f"unlock.{ending}").read_text(encoding="utf-8") for ending in ("css", "js"))
    return Shell(join_layers(styles, LAYERS) + make_small(style), script, scripts.get("leave", ""))


def policy_of(shell: Shell, contents: Contents) -> str:
    """What the file may do: what its pages may, all of them; it asks for nothing, wherever it is opened."""
    scripts = _listed({*contents.scripts, hash_of(shell.script), hash_of(shell.leave)})
    styles = _listed({*contents.styles, hash_of(shell.style), hash_of(contents.style)})
    return (
        f"default-src 'none'; script-src {scripts} 'strict-dynamic'; style-src {styles}; img-src data: blob:; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _listed(hashes: Iterable[str]) -> str:
    return " ".join(sorted(hashes))


def file_of(envelope: bytes, contents: Contents, curriculum: Curriculum, shell: Shell) -> bytes:
    """The bytes of the file."""
    first = curriculum.languages[0]
    facts = curriculum.edition.facts
    names = "".join(f'<span lang="{of.code}">{escape(facts["site.name"][of])}</span>' for of in curriculum.languages)
    presses = " ".join(f'data-press{n}="{escape(_both(curriculum, f"leave-press-{n}"))}"' for n in (1, 2, 3))
    text = f"""{MARK}<!doctype html>
<html lang="{first.code}">
<head>
<meta charset="utf-16">
<meta http-equiv="Content-Security-Policy" content="{policy_of(shell, contents)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>{escape(facts["site.name"][first])}</title>
<link rel="icon" href="{ICON}">
<style>{shell.style}</style>
</head>
<body>
<header>
<a class="leave" href="{exit_of(curriculum, first)}" rel="noreferrer noopener nofollow">{_both(curriculum, "leave")}</a>
<span class="unseen" role="status" {presses}></span>
<script>{shell.leave}</script>
</header>
<main class="unlock">
<h1>{names}</h1>
<div class="closed">{_each(curriculum, "closed")}</div>
<form hidden>
<label for="phrase">{_each(curriculum, "ask")}</label>
<input id="phrase" type="text" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false"
 writingsuggestions="false" enterkeyhint="go">
<button>{_both(curriculum, "sealed-open")}</button>
</form>
<div class="said" role="alert">{"".join(_each(curriculum, name, hidden=True) for name in SAID)}</div>
</main>
<script type="text/plain" class="envelope">"""
    end = f"</script>\n<script>{shell.script}</script>\n</body>\n</html>\n"
    return (text + to_text(envelope) + end).encode(ENCODING)


def write_sealed(
    site: SiteFiles, sources: Sources, curriculum: Curriculum, place: Path, people: Iterable[Person]
) -> list[str]:
    """Write the file of a built site, once each phrase has opened it; the phrases, in the order of the people."""
    contents = contents_of(site, curriculum)
    phrases = [draw_phrase(read_list(person.language)) for person in people]
    envelope = seal(contents.stream, [fold(phrase) for phrase in phrases])
    for phrase in phrases:
        if open_envelope(envelope, fold(phrase)) != contents.stream:
            raise RuntimeError("a phrase does not open what was sealed for it")
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.new")
    draft.write_bytes(file_of(envelope, contents, curriculum, read_shell(sources.scripts, sources.styles)))
    draft.replace(place)
    return phrases


def _both(curriculum: Curriculum, name: str) -> str:
    """Some words in each language, in a row."""
    return dotted(dict.fromkeys(label(name, language) for language in curriculum.languages))


def _each(curriculum: Curriculum, name: str, hidden: bool = False) -> str:
    """The same in each language, one under the other."""
    mark = f' hidden data-said="{name}"' if hidden else ""
    return "".join(
        f'<span lang="{language.code}"{mark}>{label(f"sealed-{name}", language)}</span>'
        for language in curriculum.languages
    )
