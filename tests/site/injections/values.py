"""Injections in the YAML files of `nothing-wrong`: what stands there, and what is put in its place."""

from __future__ import annotations

from injections import ELSEWHERE, RUN, Injection

PROFILE, RESOURCES, ARC = "editions/harbour/profile.yml", "editions/harbour/resources.yml", "curriculum.yml"
TAG = f"<img src=x onerror={RUN}>"
QUOTE = f'\' " onmouseover="{RUN}" x="\''
CODES = f"'&lt;img src=x onerror={RUN}&gt;'"
LINK = f"'[x](javascript:{RUN}) ![x]({ELSEWHERE}$N)'"

Value = tuple[str, str, Injection]
VALUES: tuple[Value, ...] = (
    (PROFILE, "en: Harbour,", Injection(f"en: '{TAG}',", "html-in-page")),
    (PROFILE, "en: A course.,", Injection(f"en: '</title>{TAG}',", "html-in-page")),
    (PROFILE, "id: harbour", Injection("id: 'a\" x=\"'", "wrong-value")),
    (
        PROFILE,
        "fr: Une formation.}",
        Injection("fr: Une formation.}\n  exit: {en: 'javascript:x', fr: 'javascript:x'}", "wrong-value"),
    ),
    (
        PROFILE,
        "fr: Une formation.}",
        Injection("fr: Une formation.}\n  address: 'https://x\"onfocus=\"x/'", "wrong-value"),
    ),
    (PROFILE, "en: Harbour House,", Injection('en: "a\\u202eb",', "unseen-sign")),
    (RESOURCES, "555-0142", Injection("'javascript:x'", "wrong-value")),
    (RESOURCES, "en: Call,", Injection(f"en: '{TAG}',", "html-in-page")),
    (ARC, "en: Nothing to memorise.", Injection(f"en: '{TAG}'", "html-in-page")),
    (ARC, "week-01:", Injection("'week-01\"><b>':", "wrong-value")),
    (ARC, "edition: editions/harbour", Injection("edition: /etc", "wrong-value")),
    (ARC, "licence: CC BY-SA 4.0", Injection("licence: 'CC <b> 4.0'", "html-in-page")),
)
"""What is refused, one at a time."""
SHOWN: tuple[Value, ...] = (
    (PROFILE, "en: Harbour,", Injection(f"en: {QUOTE},")),
    (PROFILE, "en: A course.,", Injection(f"en: {QUOTE},")),
    (PROFILE, "en: Harbour House,", Injection(f"en: {LINK},")),
    (PROFILE, "en: We meet by the sea.,", Injection(f"en: {CODES},")),
    (RESOURCES, "en: A line,", Injection(f"en: {LINK},")),
    (RESOURCES, "en: Call,", Injection(f"en: {QUOTE},")),
    (RESOURCES, "en: Every day,", Injection(f"en: {CODES},")),
    (RESOURCES, "source: A page", Injection(f"source: {QUOTE} # ")),
    (ARC, "en: Nothing to memorise.", Injection(f"en: {LINK}")),
)
"""What is words, all at once: it shows as it is written, and does nothing."""
