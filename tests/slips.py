"""Slips of one or two edits in the files that say how a site is built: what somebody in a hurry types, by a name.

Each is a text to look for in a file, and what stands there instead; `""` to look for is the end of the file. Shared by
the fast test, which reads them, and the slow one, which builds some of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from curriculum.words.audience import CONFIGS, HOOKS
from curriculum.words.model import Audience

ROOT = Path(__file__).resolve().parent.parent
OURS, THEIRS = CONFIGS[Audience.PARTICIPANT], CONFIGS[Audience.FACILITATOR]
RIGHT: Mapping[str, str] = {name: (ROOT / name).read_text(encoding="utf-8") for name in CONFIGS.values()}
Edit = tuple[str, str, str]
LINES: Mapping[str, str] = {
    hook: next(line for line in RIGHT[OURS].splitlines(keepends=True) if line.startswith(f"  - {hook} "))
    for hook in HOOKS
}
"""The line of each hook."""
LIST = RIGHT[OURS][RIGHT[OURS].index("hooks:") : RIGHT[OURS].index("\nexclude_docs")]
PLUGINS = RIGHT[OURS][RIGHT[OURS].index("plugins:") : RIGHT[OURS].index("\nhooks:")]
THEME = RIGHT[OURS][RIGHT[OURS].index("theme:") : RIGHT[OURS].index("\nplugins:")]
I18N = "docs_structure: folder"
NOTES = "extra:\n  notes: facilitator\n"

HOOK_SLIPS: Mapping[str, tuple[Edit, ...]] = {
    **{f"without {hook}": ((OURS, LINES[hook], ""),) for hook in HOOKS},
    **{f"{hook} misspelt": ((OURS, hook, hook.replace("_", "-")),) for hook in HOOKS},
    **{f"{hook} twice": ((OURS, LINES[hook], LINES[hook] * 2),) for hook in HOOKS},
    **{f"{hook} as a comment": ((OURS, LINES[hook], f"  #{LINES[hook][2:]}"),) for hook in HOOKS},
    **{
        f"{one} after {other}": ((OURS, LINES[one] + LINES[other], LINES[other] + LINES[one]),)
        for one, other in pairwise(HOOKS)
    },
    "first hook last": ((OURS, LINES[HOOKS[0]], ""), (OURS, LINES[HOOKS[-1]], LINES[HOOKS[-1]] + LINES[HOOKS[0]])),
    "without two hooks": ((OURS, LINES[HOOKS[0]], ""), (OURS, LINES["hooks/check_built.py"], "")),
    "no hooks": ((OURS, LIST, ""),),
    "hooks empty": ((OURS, LIST, "hooks:\n"),),
    "hooks an empty list": ((OURS, LIST, "hooks: []\n"),),
    "hooks null": ((OURS, LIST, "hooks: null\n"),),
    "hooks a word": ((OURS, LIST, "hooks: hooks/open_course.py\n"),),
    "hooks by name": ((OURS, LIST, "hooks: {hooks/open_course.py: yes}\n"),),
    "one hook alone": ((OURS, LIST, "hooks: [hooks/check_built.py]\n"),),
    "a hook by its name": ((OURS, LINES[HOOKS[2]], f"  - {HOOKS[2]}: yes\n"),),
    "a hook that is a number": ((OURS, LINES[HOOKS[2]], "  - 7\n"),),
    "a hook by its whole path": ((OURS, HOOKS[2], f"/{HOOKS[2]}"),),
    "a hook by a way round": ((OURS, HOOKS[2], f"hooks/../{HOOKS[2]}"),),
    "a hook of somebody": ((OURS, LINES[HOOKS[2]], f"{LINES[HOOKS[2]]}  - hooks/mine.py\n"),),
    "hooks misspelt": ((OURS, "hooks:", "hook:"),),
    "hooks of their own": ((THEIRS, "", "hooks: [hooks/open_course.py]\n"),),
    "hooks of none of theirs": ((THEIRS, "", "hooks: []\n"),),
    "hooks written twice": ((OURS, "", "\nhooks: []\n"),),
    "hooks by a name of YAML": ((OURS, "hooks:", "all: &all\n  hooks: []\n<<: *all\nhookss:"),),
}
PLUGIN_SLIPS: Mapping[str, tuple[Edit, ...]] = {
    "no plugins": ((OURS, PLUGINS, ""),),
    "plugins null": ((OURS, PLUGINS, "plugins: null\n"),),
    "plugins a word": ((OURS, PLUGINS, "plugins: i18n\n"),),
    "plugins a number": ((OURS, PLUGINS, "plugins: 7\n"),),
    "plugins an empty list": ((OURS, PLUGINS, "plugins: []\n"),),
    "search for i18n": ((OURS, PLUGINS, "plugins: [search]\n"),),
    "i18n without its languages": ((OURS, PLUGINS, "plugins: [i18n]\n"),),
    "i18n null": ((OURS, PLUGINS, "plugins:\n  - i18n: null\n"),),
    "i18n misspelt": ((OURS, "- i18n:", "- i81n:"),),
    "search beside i18n": ((OURS, "plugins:\n", "plugins:\n  - search\n"),),
    "i18n twice": ((OURS, PLUGINS, PLUGINS + PLUGINS.partition("\n")[2]),),
    "an unknown plugin": ((OURS, "plugins:\n", "plugins:\n  - nobody-knows\n"),),
    "plugins of their own": ((THEIRS, "", "plugins: []\n"),),
    "plugins of theirs with search": ((THEIRS, "", "plugins: [search]\n"),),
    "folders by suffix": ((OURS, I18N, "docs_structure: suffix"),),
    "a structure nobody knows": ((OURS, I18N, "docs_structure: folders"),),
    "structure misspelt": ((OURS, I18N, "doc_structure: folder"),),
    "no structure": ((OURS, f"      {I18N}\n", ""),),
    "no fallback": ((OURS, "fallback_to_default: true", "fallback_to_default: false"),),
    "fallback a word": ((OURS, "fallback_to_default: true", "fallback_to_default: maybe"),),
    "no material": ((OURS, "reconfigure_material: true", "reconfigure_material: false"),),
    "search in i18n": ((OURS, "reconfigure_material: true", "reconfigure_search: 7"),),
    "languages null": ((OURS, "      languages:\n", "      languages: null\n      language:\n"),),
    "no French": ((OURS, "        - { locale: fr, name: Français, fixed_link: fr/ }\n", ""),),
    "French twice": ((OURS, "fixed_link: fr/ }\n", "fixed_link: fr/ }\n        - { locale: fr, name: F }\n"),),
    "French is English": ((OURS, "locale: fr", "locale: en"),),
    "two defaults": ((OURS, "fixed_link: fr/", "default: true"),),
    "no default": ((OURS, "default: true, ", ""),),
    "another language": ((OURS, "locale: fr", "locale: es"),),
    "a language that is no word": ((OURS, "locale: fr", "locale: [fr]"),),
    "a language that is not built": ((OURS, "name: Français", "name: Français, build: false"),),
    "a language with a folder": ((OURS, "name: Français", "name: Français, theme: {custom_dir: facilitator}"),),
    "a language with keys of the site": ((OURS, "name: Français", "name: Français, extra: {notes: facilitator}"),),
    "a language with a nav": ((OURS, "name: Français", "name: Français, nav: [x.md]"),),
    "a language called a folder": ((OURS, "locale: fr,", "locale: ../facilitator,"),),
    "a link elsewhere": ((OURS, "fixed_link: fr/", "fixed_link: ../site-facilitator/"),),
}
FOLDER_SLIPS: Mapping[str, tuple[Edit, ...]] = {
    f"{name} {value or 'nothing'}": ((OURS, line, f"{name}: {value}\n"),)
    for name, line in (
        ("docs_dir", "docs_dir: docs # English; docs/fr/ is French, with the same file names\n"),
        ("site_dir", "site_dir: site\n"),
    )
    for value in (
        *("", "null", "facilitator", ".", "..", "./facilitator", "docs/../facilitator", "/tmp", "~", "/", "nowhere"),
        *("[docs]", "{docs: site}", "7", "true", "!ENV [NOTES_FROM, facilitator]", "!relative docs", "docs/week-01"),
        *("editions", "hooks", "overrides", "site-facilitator", "'  '", "&x docs", "*x", "|\n  docs\n  site"),
    )
    if f"{name}: {value}\n" not in ("docs_dir: &x docs\n",)
}
THEME_SLIPS: Mapping[str, tuple[Edit, ...]] = {
    "no theme": ((OURS, THEME, ""),),
    "theme null": ((OURS, THEME, "theme: null\n"),),
    "theme a word": ((OURS, THEME, "theme: material\n"),),
    "theme a list": ((OURS, THEME, "theme: [material]\n"),),
    "theme of MkDocs": ((OURS, "name: material", "name: mkdocs"),),
    "theme of Read the Docs": ((OURS, "name: material", "name: readthedocs"),),
    "theme null by name": ((OURS, "name: material", "name: null"),),
    "theme unknown": ((OURS, "name: material", "name: materiel"),),
    "theme from the notes": ((OURS, "custom_dir: overrides", "custom_dir: facilitator"),),
    "theme from nowhere": ((OURS, "custom_dir: overrides", "custom_dir: override"),),
    "theme from a list": ((OURS, "custom_dir: overrides", "custom_dir: [overrides, facilitator]"),),
    "theme from above": ((OURS, "custom_dir: overrides", "custom_dir: ../"),),
    "theme from null": ((OURS, "custom_dir: overrides", "custom_dir: null"),),
    "no folder for the theme": ((OURS, "  custom_dir: overrides", "  #custom_dir: overrides"),),
    "theme in no language": ((OURS, "  language: en\n", ""),),
    "theme in another language": ((OURS, "  language: en\n", "  language: fr\n"),),
    "theme in a list of languages": ((OURS, "  language: en\n", "  language: [en]\n"),),
    "another icon": ((OURS, "assets/icon.svg", "https://example.org/icon.svg"),),
    "pages of the theme": ((OURS, "  language: en\n", "  language: en\n  static_templates: [room.html]\n"),),
    "features of the theme": ((OURS, "  language: en\n", "  language: en\n  features: [navigation.instant]\n"),),
    "theme of their own": ((THEIRS, "", "theme: {name: material, custom_dir: facilitator}\n"),),
    "theme of theirs from MkDocs": ((THEIRS, "", "theme: mkdocs\n"),),
}
EXTRA_SLIPS: Mapping[str, tuple[Edit, ...]] = {
    **{
        f"extra {value or 'nothing'} for {name}": ((path, old, f"extra: {value}\n"),)
        for name, path, old in (("participants", OURS, ""), ("facilitators", THEIRS, NOTES))
        for value in (
            *("", "null", "[notes]", "facilitator", "7", "{notes: null}", "{notes: [facilitator]}", "{notes: docs}"),
            *("{notes: facilitator/}", "{notes: ./facilitator}", "{notes: facilitator/../facilitator}", "{Notes: x}"),
            *("{notes: /etc}", "{notes: ..}", "{note: facilitator}", "{course: x}", "{notes: {of: facilitator}}"),
            *("{notes: facilitator, homepage: x}", "{analytics: {provider: google}}", "{before: facilitator}"),
            *("{notes: !ENV [NOTES_FROM, facilitator]}", "{7: x}", "{notes: 7}", "{notes: ''}", "{policy: ''}"),
        )
    },
    "notes for participants": ((OURS, "", f"\n{NOTES}"),),
    "extra twice": ((THEIRS, "", "extra: {}\n"),),
    "extra misspelt": ((THEIRS, "extra:", "extras:"),),
    "notes not below extra": ((THEIRS, "extra:\n  notes", "notes"),),
    "notes in a tab": ((THEIRS, "  notes", "\tnotes"),),
    "the notes by a name of YAML": ((OURS, "", "\nall: &all {notes: facilitator}\nextra: *all\n"),),
    "the notes merged": ((OURS, "", "\nextra:\n  <<: {notes: facilitator}\n"),),
    "no notes": ((THEIRS, NOTES, ""),),
    "notes in both": ((OURS, "", f"\n{NOTES}"), (THEIRS, "site_dir: site-facilitator", "site_dir: site")),
}
OTHER_SLIPS: Mapping[str, tuple[Edit, ...]] = {
    **{
        f"INHERIT {value or 'nothing'}": ((THEIRS, "INHERIT: mkdocs.yml", f"INHERIT: {value}"),)
        for value in (
            *("", "null", "mkdocs.yaml", "mkdocs.facilitator.yml", "../mkdocs.yml", "/mkdocs.yml", "[mkdocs.yml]"),
            *("./mkdocs.yml", "facilitator", "7", "{a: b}", "curriculum.yml", "mkdocs.yml.bak"),
        )
    },
    "no INHERIT": ((THEIRS, "INHERIT: mkdocs.yml\n", ""),),
    "INHERIT misspelt": ((THEIRS, "INHERIT:", "INHERITS:"),),
    "INHERIT small": ((THEIRS, "INHERIT:", "inherit:"),),
    "participants inherit": ((OURS, "", "\nINHERIT: mkdocs.facilitator.yml\n"),),
    "not strict": ((OURS, "strict: true", "strict: false"),),
    "strict a word": ((OURS, "strict: true", "strict: maybe"),),
    "strict in signs of words": ((OURS, "strict: true", "strict: 'true'"),),
    "strict misspelt": ((OURS, "strict: true", "stric: true"),),
    "pages without folders": ((OURS, "", "\nuse_directory_urls: false\n"),),
    "a menu": ((OURS, "", "\nnav: [index.md]\n"),),
    "a menu of the notes": ((OURS, "", "\nnav: [{Notes: ../facilitator/protocol.md}]\n"),),
    "a menu null": ((OURS, "", "\nnav: null\n"),),
    "an address for the site": ((OURS, "", "\nsite_url: https://example.org/\n"),),
    "an address that is none": ((OURS, "", "\nsite_url: 7\n"),),
    "a script": ((OURS, "", "\nextra_javascript: [facilitator/x.js]\n"),),
    "a style": ((OURS, "", "\nextra_css: [../facilitator/x.css]\n"),),
    "a template": ((OURS, "", "\nextra_templates: [../facilitator/protocol.md]\n"),),
    "drafts": ((OURS, "", "\ndraft_docs: '*'\n"),),
    "pages of no menu": ((OURS, "", "\nnot_in_nav: '*'\n"),),
    "nothing left out": ((OURS, "exclude_docs: |", "exclude_docs: |\n  !*"),),
    "left out as a list": ((OURS, "exclude_docs: |", "exclude_docs: []\nexclude: |"),),
    "what is left out misspelt": ((OURS, "exclude_docs: |", "exclude_doc: |"),),
    "validation of nothing": ((OURS, "validation: { omitted_files: warn }", "validation: null"),),
    "validation a word": ((OURS, "validation: { omitted_files: warn }", "validation: warn"),),
    "validation loud": ((OURS, "omitted_files: warn", "omitted_files: loud"),),
    "extensions null": ((OURS, "markdown_extensions:", "markdown_extensions: null\nmarkdown_extension:"),),
    "an extension nobody has": ((OURS, "  - tables\n", "  - tabels\n"),),
    "snippets": ((OURS, "  - tables\n", "  - tables\n  - pymdownx.snippets: {base_path: facilitator}\n"),),
    "an extension with a wrong key": ((OURS, "toc_depth: 2", "toc_dept: 2"),),
    "watched notes": ((OURS, "", "\nwatch: [facilitator]\n"),),
    "an edit address": ((OURS, "", "\nrepo_url: https://example.org/\nedit_uri: edit/facilitator/\n"),),
    "a port": ((OURS, "", "\ndev_addr: 0.0.0.0:8000\n"),),
    "no name": ((OURS, "site_name: Alongside\n", ""),),
    "name null": ((OURS, "site_name: Alongside", "site_name: null"),),
    "name a list": ((OURS, "site_name: Alongside", "site_name: [Alongside]"),),
    "a key that is a list": ((OURS, "", "\n? [a, b]\n: c\n"),),
    "a key that is a number": ((OURS, "", "\n7: c\n"),),
    "a tab": ((OURS, "  name: material", "\tname: material"),),
    "a quote that is open": ((OURS, "site_name: Alongside", 'site_name: "Alongside'),),
    "two documents": ((OURS, "", "\n---\nsite_dir: docs\n"),),
    "a list": ((OURS, RIGHT[OURS], "- site_name\n"),),
    "a word": ((OURS, RIGHT[OURS], "site\n"),),
    "nothing": ((OURS, RIGHT[OURS], ""),),
    "nothing of theirs": ((THEIRS, RIGHT[THEIRS], ""),),
    "theirs a list": ((THEIRS, RIGHT[THEIRS], "- INHERIT\n"),),
    "theirs in ours": ((OURS, RIGHT[OURS], RIGHT[THEIRS]),),
    "ours in theirs": ((THEIRS, RIGHT[THEIRS], RIGHT[OURS]),),
    "each in the other": ((OURS, RIGHT[OURS], RIGHT[THEIRS]), (THEIRS, RIGHT[THEIRS], RIGHT[OURS])),
    "a program in YAML": ((OURS, "site_name: Alongside", "site_name: !!python/object/apply:os.getcwd []"),),
    "a name of Python": ((OURS, "site_name: Alongside", "site_name: !!python/name:os.sep"),),
    "a tag nobody knows": ((OURS, "site_name: Alongside", "site_name: !mine Alongside"),),
    "a name with ENV": ((OURS, "site_name: Alongside", "site_name: !ENV [NAME, Alongside]"),),
    "a bad ENV": ((OURS, "site_name: Alongside", "site_name: !ENV {a: b}"),),
    "a name for itself": ((OURS, "validation: { omitted_files: warn }", "validation: &v { omitted_files: *v }"),),
    "a merge": ((OURS, "", "\n<<<<<<< HEAD\nsite_dir: site\n=======\nsite_dir: x\n>>>>>>> other\n"),),
    "another folder for participants and hooks gone": ((OURS, LIST, ""), (OURS, "site_dir: site", "site_dir: out")),
    "pages of the notes and hooks gone": ((OURS, LIST, ""), (OURS, "docs_dir: docs", "docs_dir: facilitator")),
    "their site in ours and the look gone": (
        (THEIRS, "site_dir: site-facilitator", "site_dir: site"),
        (OURS, LINES["hooks/check_built.py"], ""),
    ),
    "their site in ours and the reading gone": (
        (THEIRS, "site_dir: site-facilitator", "site_dir: site"),
        (OURS, LINES["hooks/open_course.py"], ""),
    ),
}
SLIPS: Mapping[str, tuple[Edit, ...]] = {
    **HOOK_SLIPS,
    **PLUGIN_SLIPS,
    **FOLDER_SLIPS,
    **THEME_SLIPS,
    **EXTRA_SLIPS,
    **OTHER_SLIPS,
}


def with_slip(edits: tuple[Edit, ...]) -> dict[str, str]:
    """Both configurations with the edits of a slip made in them."""
    files = dict(RIGHT)
    for path, old, new in edits:
        assert old in files[path], old
        files[path] = files[path].replace(old, new, 1) if old else files[path] + new
    return files
