"""What was checked and what was found -> one page in plain words, dated, for whoever wants to keep it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from curriculum.read.folders import shown
from curriculum.verify.means import Case
from curriculum.verify.spelt import READERS
from curriculum.verify.squeezed import SQUEEZED
from curriculum.verify.written import WRITINGS
from curriculum.words.forms import day_in_words, number_in, size_of
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Problem
from curriculum.words.problems import tell

DISGUISES_TRIED = 233
"""Files with hidden words of notes that the tests have, each of which is found (`tests/unit/test_verify.py`)."""

MOST = 12
"""Files that are told of one by one."""
SIGNED = ("name", "role", "date", "signature")
ITEM = re.compile(r"\n(?:- |\d\. )")
STYLE = """
:root { color: #000; background: #fff; font: 12pt/1.35 system-ui, sans-serif }
body { margin: 1.5rem auto; max-width: 62rem; padding: 0 1rem }
main { display: flex; flex-wrap: wrap; gap: 1.5rem }
section { flex: 1 1 20rem; min-width: 0 }
h1 { font-size: 1.35em; margin: 0 0 .3em }
h2 { font-size: 1em; margin: .8em 0 .15em; border-top: 1px solid #000; padding-top: .35em }
p, ul, ol { margin: .25em 0 } ul, ol { padding-left: 1.3em } h1, h2, p, li { overflow-wrap: anywhere }
.verdict { font-weight: bold; border: 2px solid #000; padding: .4em .6em }
code { font: .95em ui-monospace, monospace; overflow-wrap: anywhere }
footer { border-top: 2px solid #000; margin-top: .9em; padding-top: .5em; break-inside: avoid }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem }
.sign p { border-top: 1px solid #000; margin-top: 2.4em }
@media print {
  @page { size: auto; margin: 12mm }
  :root { font-size: 9.4pt; line-height: 1.25 } body { margin: 0; max-width: none; padding: 0 }
  main { flex-wrap: nowrap; gap: 6mm } section { flex-basis: 0 }
}
"""
FRAME = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{columns}
</main>
<footer>
<p><strong>{fingerprint}:</strong> <code>{digest}</code></p>
{ends}<p><strong>{signs}</strong></p>
<div class="sign">
{lines}</div>
</footer>
</body>
</html>
"""


@dataclass(frozen=True)
class Done:
    """A verification that was done."""

    case: Case
    ours: Curriculum
    problems: Sequence[Problem]
    date: str
    """`2026-11-28`."""
    seconds: float
    program: str
    """The digest of the program."""


def verdict(done: Done, language: Language) -> str:
    """The one sentence."""
    return label("verify-found" if done.problems else "verify-clear", language, name=done.case.target.name)


def files_in_words(count: int, language: Language) -> str:
    """`1 file`, `624 files`."""
    return label("verify-files", language, count=count, number=number_in(count, language, 0))


def told_of_files(done: Done, language: Language) -> list[str]:
    """One line for each of a few files: nothing was found in it, or how many things."""
    files = done.case.target.files
    counts = Counter(problem.path for problem in done.problems)
    names = [shown(place) for place in files] if len(files) <= MOST else []
    return [
        label("verify-file-found", language, name=name, count=counts[name])
        if counts[name]
        else label("verify-file-clear", language, name=name)
        for name in names
    ]


def page_of(done: Done, languages: Sequence[Language]) -> str:
    """The page as HTML, each language beside the other, with lines to sign; on paper it is one sheet."""
    first, digest = languages[0], done.case.target.digest
    title = label("verify-title", first, name=done.case.target.name, date=day_in_words(done.date, first))
    columns = "\n".join(f'<section lang="{one.code}">{_html_of(_text_of(done, one))}</section>' for one in languages)
    ends = "".join(f'<p lang="{one.code}">{escape(_end_of(done, one))}</p>\n' for one in languages)
    return FRAME.format(
        language=first.code,
        title=escape(title),
        style=STYLE,
        columns=columns,
        fingerprint=_both("verify-fingerprint", languages),
        digest=digest,
        ends=ends,
        signs=_both("verify-signs", languages),
        lines="".join(f"<div><p>{_both(f'verify-{name}', languages)}</p></div>\n" for name in SIGNED),
    )


def _both(name: str, languages: Sequence[Language]) -> str:
    """Words in each language, once where they are the same: `Nom / Name`."""
    said = {label(name, one): one.code for one in languages}
    return " / ".join(f'<span lang="{code}">{escape(text)}</span>' for text, code in said.items())


def _end_of(done: Done, language: Language) -> str:
    again = label("verify-again", language, name=done.case.target.name)
    seconds = number_in(done.seconds, language, 0)
    return f"{label('verify-program', language, program=done.program[:16], seconds=seconds)} {again}"


def _text_of(done: Done, language: Language) -> str:
    """The words of one language, in blocks."""
    case = done.case
    target, search = case.target, case.search
    said = [*told_of_files(done, language), *_one_of_each(done.problems, language)]
    return label(
        "verify-page",
        language,
        name=target.name,
        date=day_in_words(done.date, language),
        verdict=verdict(done, language),
        found="\n".join(f"- {line}" for line in said) or label("verify-none", language),
        files=files_in_words(len(target.files), language),
        members=number_in(len(target.members), language, 0),
        size=size_of(target.size, language),
        what=label("verify-folder-digest" if target.is_folder else "verify-file-digest", language),
        course=f"{done.ours.arc.version} ({done.ours.edition.path})",
        sources=number_in(len(search.whole), language, 0),
        runs=number_in(len(search.words.places[""]), language, 0),
        read=size_of(search.read, language),
        tried=number_in(DISGUISES_TRIED, language, 0),
        ways=number_in(len(WRITINGS) + len(READERS) + len(SQUEEZED), language, 0),
        rebuilt=label("verify-rebuilt-not" if case.rebuilt is None else "verify-rebuilt-done", language),
    )


def _one_of_each(problems: Sequence[Problem], language: Language) -> list[str]:
    """Of what is found many times in a file, the first, and how many more there are; in many files, the first file."""
    few = len({(problem.path, problem.rule) for problem in problems}) <= MOST
    keys = [(problem.path if few else "", problem.rule) for problem in problems]
    kinds, first = Counter(keys), dict(zip(reversed(keys), reversed(problems), strict=True))
    lines = []
    for kind, count in kinds.items():
        more = f" {label('verify-more', language, count=count - 1)}" if count > 1 else ""
        lines += [f"{line}{more}" for line in tell([first[kind]], language)[:1]]
    return lines


def _html_of(text: str) -> str:
    """Blocks -> HTML: `# ` and `## ` are titles, `! ` what matters most, `- ` and `1. ` begin the items of a list."""
    return "\n".join(_block(block) for block in text.strip().split("\n\n"))


def _block(block: str) -> str:
    for sign, tag in (("# ", "h1"), ("## ", "h2"), ("! ", 'p class="verdict"')):
        if block.startswith(sign):
            return f"<{tag}>{escape(block.removeprefix(sign))}</{tag.split()[0]}>"
    items = ITEM.split(f"\n{block}")[1:]
    if items and not ITEM.split(f"\n{block}")[0]:
        kind = "ul" if block.startswith("- ") else "ol"
        return f"<{kind}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{kind}>"
    return f"<p>{escape(block)}</p>"
