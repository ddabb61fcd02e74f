"""What is known of a language by its code: its name, its direction, how it writes dates, times, numbers, its plurals.

In:  "es"      Out: “español”, left to right; `{day} de {month} de {year}`; {"decimal": ","}
In:  "crk"     Out: that there is such a language, its script, what others call it; its `forms.yml` says the rest
In:  "zz"      Out: nothing

Source: the Unicode Common Locale Data Repository, https://cldr.unicode.org/, as the package Babel has it. Only asked
for languages that an edition adds: those of the project say it in their own tables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from curriculum.words.forms import DIRECTIONS
from curriculum.words.labels import DEFAULT

CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?")
"""A language, perhaps its script, perhaps its place: `pa`, `zh-Hans`, `es-MX`, `es-419`. Source: RFC 5646, 2.1."""
FIELD = re.compile(r"'([^']*)'|([A-Za-z])\2*")
"""Words as they are, or a field of a date. Source: Unicode Technical Standard 35, part 4, Date Format Patterns."""
DATE = {"d": "{day}", "M": "{month}", "L": "{month}", "y": "{year}"}
CLOCK = {"H": "{hour}", "h": "{hour12}", "m": "{minute}", "a": "{half}"}
NAMED = re.compile("MMM|LLL")
"""A month by its name, and not by its number."""
WIDE = ("Han", "Hans", "Hant", "Jpan")
"""Scripts whose colon is as wide as their letters."""
NOTO = {"Hans": "SC", "Hant": "TC", "Jpan": "JP", "Kore": "KR"}
"""What the makers of those fonts call scripts that they name by a place."""
NAMELESS = ("und", "mul", "mis", "zxx")
"""Codes of no one language."""
MIRRORED = ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi")
"""Scripts from right to left. Source: Unicode, script metadata."""
SURE = {"zero": "0", "one": "1", "two": "2"}
"""Plurals whose numbers their names say, in whichever language."""
MOST = 1000
"""Counts of which every plural of a language is one."""
NONE: str = "(?!)"
"""A pattern that nothing fits."""


@lru_cache(maxsize=64)
def locale_of(code: str) -> Locale | None:
    """What is known of a code; nothing where it is that of no language, or not written as codes are."""
    try:
        return Locale.parse(code, sep="-") if CODE.fullmatch(code) else None
    except (UnknownLocaleError, ValueError):
        return None


def is_language(code: str) -> bool:
    """True for the code of a language, also of one of which no more is known than that there is such a one."""
    base, *parts = code.split("-")
    named = locale_of(DEFAULT.code)
    known = {*named.scripts, *named.territories} if named else set()
    if base in NAMELESS or not CODE.fullmatch(code) or not known.issuperset(parts):
        return False
    if locale_of(code):
        return True
    others = get_global("language_aliases")
    return base in get_global("likely_subtags") or base in others or bool(named and base in named.languages)


def autonym_of(code: str) -> str:
    """What a language calls itself: `español`; its code where only its speakers know."""
    locale = locale_of(code)
    return str(locale.get_display_name()) if locale else code


def name_of(code: str, language: str) -> str:
    """What another language calls it: `Spanish`; "" where that is not known."""
    locale, speaks = locale_of(code), locale_of(language)
    if locale is None:
        return str(speaks.languages.get(code.partition("-")[0], "")) if speaks else ""
    return str(locale.get_display_name(speaks) or "") if speaks else ""


def forms_for(code: str, codes: Iterable[str]) -> dict[str, Any]:
    """A table of forms as it would stand in `forms.yml`; it names the languages of these codes. Of a language of which
    no more is known, in figures: each is asked for.
    """
    locale = locale_of(code)
    if locale is None:
        return _plain_forms(code)
    date = locale.date_formats["long"].pattern
    months = locale.months["stand-alone" if "L" in date else "format"]["wide"]
    months = months if NAMED.search(date) else {number: str(number) for number in months}
    clock = _filled(locale.time_formats["short"].pattern, CLOCK)
    halves = {name: clock.replace("{half}", locale.day_periods["format"]["abbreviated"][name]) for name in ("am", "pm")}
    decimal = locale.number_symbols["latn"]["decimal"]
    return {
        "region": region_of(code),
        "direction": locale.text_direction if locale.text_direction in DIRECTIONS else DIRECTIONS[0],
        "languages": {other: name for other in codes if (name := name_of(other, code))},
        "numbers": {} if decimal == "." else {".": decimal},
        "clock": {r"(\d|1[01]):..": halves["am"], ".*": halves["pm"]} if "{hour12}" in clock else {".*": clock},
        "clock-short": {".*": re.sub(r"\s*\{half\}\s*", "", clock)},
        "date": {".*": _filled(date, DATE)},
        "months": [months[number] for number in range(1, 13)],
        "colon": "：" if script_of(code) in WIDE else ":",
        "exit": f"https://{code.partition('-')[0]}.wikipedia.org/",
        "after-noon": r"(?<![\d:])(\d{1,2})(?=(?::\d\d)?[  ]p\.m\.)" if "{hour12}" in clock else NONE,
        "before-name": NONE,
        "name-forms": {},
    }


def _plain_forms(code: str) -> dict[str, Any]:
    """Dates and times in figures alone, as everybody reads them; words are for those who speak the language."""
    return {
        "region": region_of(code),
        "direction": DIRECTIONS[script_of(code) in MIRRORED],
        "languages": {},
        "numbers": {},
        "clock": {".*": "{hour}:{minute}"},
        "clock-short": {".*": "{hour}:{minute}"},
        "date": {".*": "{year}-{month}-{day:02}"},
        "months": [f"{number:02}" for number in range(1, 13)],
        "after-noon": NONE,
        "before-name": NONE,
        "name-forms": {},
    }


def _filled(pattern: str, fields: dict[str, str]) -> str:
    """In: "d 'de' MMMM 'de' y"     Out: "{day} de {month} de {year}" """

    def put(found: re.Match[str]) -> str:
        return found[1] if found[1] is not None else fields.get(found[2], "")

    return re.sub(" +", " ", FIELD.sub(put, pattern).replace("\u202f", "\u00a0"))


def region_of(code: str) -> str:
    """The place that a language is most of all written in: `ES`, `CN`; "" where that is not known."""
    locale, likely = locale_of(code), _likely(code)
    return str((locale and locale.territory) or (likely.rpartition("_")[2] if "_" in likely else ""))


def script_of(code: str) -> str:
    """The script it is written in, by its four letters: `Arab`, `Hans`."""
    parts = (*code.split("-"), *_likely(code).split("_"))
    return next((one for one in parts if len(one) == 4), "Latn")


def font_for(code: str) -> str:
    """The file of a free font that has the letters of a language: `NotoSansGurmukhi-Regular.ttf`."""
    script = script_of(code)
    named = locale_of(DEFAULT.code)
    name = NOTO.get(script) or (named.scripts.get(script, script) if named else script)
    return f"NotoSans{re.sub('[^A-Za-z]', '', name)}-Regular.ttf"


def is_latin(sign: str) -> bool:
    """True for letters, and signs of every script, that our own fonts are to have."""
    return all(unicodedata.name(one, "").startswith("LATIN") or not one.isalpha() for one in sign)


def _likely(code: str) -> str:
    """`es_Latn_ES`. Source: CLDR, likely subtags."""
    likely = get_global("likely_subtags")
    return str(likely.get(code.replace("-", "_")) or likely.get(code.partition("-")[0]) or code)


def plurals_of(code: str) -> list[str]:
    """The forms that words with a number take, `other` last: `one`, `two`, `few`, `many`, `other`; none where nobody
    but its speakers knows.
    """
    locale = locale_of(code)
    if locale is None:
        return []
    used = dict.fromkeys(locale.plural_form(count) for count in range(MOST))
    return [name for name in used if name != "other"] + ["other"]


def pattern_of(code: str, plural: str) -> str:
    """A pattern that fits the whole numbers which take a form, and `.*` for `other`: what none else takes.

    Which form it is hangs on a number below a hundred, and on the last two digits of any other.
    """
    locale = locale_of(code)
    if plural == "other":
        return ".*"
    if locale is None:
        return SURE.get(plural, NONE)
    small = [str(count) for count in range(100) if locale.plural_form(count) == plural]
    large = [f"{count:02}" for count in range(100) if locale.plural_form(count + 500) == plural]
    return "|".join([*small, *([rf"\d+(?:{'|'.join(large)})"] if large else [])]) or NONE
