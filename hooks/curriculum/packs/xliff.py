"""A pack -> XLIFF 1.2, for programs of translators: a unit a section, what changed as a note, the old text beside it.

1.2 and not 2: OmegaT, Weblate, Virtaal, Poedit and translate-toolkit all read it, and the old text has a place in it,
`alt-trans` of the kind `previous-version`, which they show. Source of the form:
https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
"""

from __future__ import annotations

from itertools import groupby

from curriculum.formats.word.xml import escape
from curriculum.packs.lines import typed
from curriculum.packs.marking import marked, said
from curriculum.packs.telling import about, head_lines, house_lines, words
from curriculum.packs.values import Pack, Row
from curriculum.words.forms import region_of

SPACE = "urn:oasis:names:tc:xliff:document:1.2"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="{SPACE}" version="1.2">\n'
KEEP = 'xml:space="preserve"'
SENT = "needs-review-l10n"
"""How far a translation is: every program shows it as not done, and none says this of its own."""


def to_xliff(pack: Pack) -> bytes:
    """The bytes of the file; a `<file>` for each page and language to translate from."""
    numbered = list(enumerate(pack.rows, 1))
    files = groupby(numbered, key=lambda one: (one[1].found.source_path, region_of(one[1].found.source)))
    parts = [_file(path, source, pack, list(rows)) for (path, source), rows in files]
    return (HEAD + "".join(parts) + "</xliff>\n").encode()


def _file(path: str, source: str, pack: Pack, rows: list[tuple[int, Row]]) -> str:
    target = region_of(pack.language)
    said = [*head_lines(pack), *house_lines(pack)]
    notes = "".join(f"<note>{escape(line)}</note>" for line in said)
    units = "".join(_unit(row, number) for number, row in rows)
    languages = f'source-language="{source}" target-language="{target}" datatype="plaintext"'
    return f'<file original="{escape(path)}" {languages}>\n<header>{notes}</header>\n<body>\n{units}</body>\n</file>\n'


def _unit(row: Row, number: int) -> str:
    """The translation as it is stands in the target, to be changed there; a program shows it as not final."""
    source, target = _text(row.source), _text(row.present)
    notes, old = about(row, number), ""
    if row.before:
        changes = [said(line) for line in marked(row.before, row.source)]
        notes.append("\n".join([words("changed", row.spoken), *changes]))
        then = f"<source {KEEP}>{_text(row.before)}</source><target {KEEP}>{target}</target>"
        old = f'<alt-trans alttranstype="previous-version">{then}</alt-trans>\n'
    parts = [f"<source {KEEP}>{source}</source>", f'<target state="{SENT}" {KEEP}>{target}</target>']
    said_of = [*parts, *(f"<note>{escape(note)}</note>" for note in notes)]
    return f'<trans-unit id="{escape(row.name)}" {KEEP}>\n' + "\n".join(said_of) + f"\n{old}</trans-unit>\n"


def _text(markdown: str) -> str:
    return escape("\n".join(typed(markdown)))
