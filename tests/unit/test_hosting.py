"""What hosts are told to send: no looser than needed, no longer than the strictest host reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from curriculum.formats.single.frame import policy_of as policy_of_single
from curriculum.formats.tonight.frame import read_insides
from curriculum.read.scripts import read_scripts
from curriculum.read.styles import read_styles
from curriculum.site.hosting import LIMIT, header_files, headers_of
from curriculum.site.policy import hash_of, policy_of
from curriculum.words.model import Audience

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS, _ = read_scripts(ROOT)
INSIDES = read_insides(ROOT, SCRIPTS, read_styles(ROOT)[0])
POLICY = "Content-Security-Policy"


def headers(audience: Audience = Audience.PARTICIPANT) -> dict[str, str]:
    return headers_of(SCRIPTS, INSIDES, audience)


def sources(policy: str) -> dict[str, set[str]]:
    """`style-src 'self'; font-src data:` -> {"style-src": {"'self'"}, "font-src": {"data:"}}."""
    return {name: set(words) for name, *words in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize("audience", Audience)
def test_a_header_allows_all_that_a_page_allows_itself(audience: Audience) -> None:
    """Both apply: what the header left out would be refused although the page names it."""
    sent = sources(headers(audience)[POLICY])
    for page in (policy_of(SCRIPTS), *map(policy_of_single, INSIDES.of(audience))):
        for name, words in sources(page).items():
            assert words <= sent[name] | {"'none'"}, name


def test_headers_of_participants_do_not_allow_what_only_facilitators_run() -> None:
    """Neither the script that tells time nor the style of its page."""
    theirs = {hash_of(INSIDES.tonight.style), hash_of(SCRIPTS["tonight"])}
    assert not theirs & {word for words in sources(headers()[POLICY]).values() for word in words}
    assert hash_of(SCRIPTS["tonight"]) not in policy_of(SCRIPTS)
    assert theirs <= {word for words in sources(headers(Audience.FACILITATOR)[POLICY]).values() for word in words}


@pytest.mark.parametrize("audience", Audience)
def test_nothing_unsafe_is_allowed_and_no_line_is_too_long(audience: Audience) -> None:
    sent = headers(audience)[POLICY]
    assert "unsafe" not in sent
    assert "*" not in sent
    assert "http" not in sent
    assert sent.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in sent
    assert max(map(len, "".join(header_files(headers(audience)).values()).splitlines())) < LIMIT


@pytest.mark.parametrize("audience", Audience)
def test_both_files_say_every_header(audience: Audience) -> None:
    """Read back as each host reads them."""
    wanted, files = headers(audience), header_files(headers(audience))
    for_all = files["_headers"].partition("/assets/")[0]
    assert dict(re.findall(r"^  ([\w-]+): (.+)$", for_all, re.M)) == wanted
    assert dict(re.findall(r'^  Header always set ([\w-]+) "(.+)"$', files[".htaccess"], re.M)) == wanted
    assert ("X-Robots-Tag" in wanted) is (audience is Audience.FACILITATOR)
