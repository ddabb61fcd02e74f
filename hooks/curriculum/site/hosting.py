"""What a host adds to every answer, written into the site in the two forms that hosts read by themselves.

A page carries its policy inside it, so a host that reads neither file still gives safe pages; only being shown inside
somebody else's page (`frame-ancestors`) can be refused by a header alone.
Sources: https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/,
https://httpd.apache.org/docs/2.4/mod/mod_headers.html, https://httpd.apache.org/docs/2.4/mod/core.html#allowoverride
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from curriculum.read.scripts import Scripts
from curriculum.site.policy import Insides, hash_of, policy_of
from curriculum.words.model import Audience, Curriculum

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
CACHE = "no-cache"
"""A browser that has a file asks whether it is still the same: nobody reads yesterday's number from a copy."""
FONTS = "public, max-age=2592000"
"""A month: the letters do not change under their names."""
TYPES = {
    **{"epub": "application/epub+zip", "woff2": "font/woff2", "svg": "image/svg+xml", "js": "text/javascript"},
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""What some servers do not know by the name."""
WORDS = ("text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/xml")
"""What is worth making smaller on the way."""
HIDDEN, WITHOUT_PAGE = "_headers", "assets|fonts|handouts|images"
"""The file for other hosts, and the folders that have no page: both are answered as if they were not there."""
LOST = "ErrorDocument 404 /"
LIMIT = 2000
"""The longest line that every host of static sites reads (Cloudflare Pages)."""


def headers_of(scripts: Scripts, insides: Insides, audience: Audience) -> dict[str, str]:
    """The headers of a site; their policy allows what its pages and its pages in one file allow themselves."""
    styles = " ".join(hash_of(inside.style) for inside in insides.of(audience))
    run = dict.fromkeys(hash_of(text) for inside in insides.of(audience) for text in inside.scripts)
    policy = policy_of(scripts)
    more = " ".join(["script-src", *(name for name in run if name not in policy)])
    policy = policy.replace("style-src 'self'", f"style-src 'self' {styles}").replace("script-src", more)
    policy = policy.replace("font-src 'self'", "font-src 'self' data:") + "; frame-ancestors 'none'"
    unlisted = {"X-Robots-Tag": "noindex, nofollow"} if audience is Audience.FACILITATOR else {}
    return {"Content-Security-Policy": policy, **HEADERS, **unlisted}


def header_files(headers: Mapping[str, str]) -> dict[str, str]:
    """The text of each file by its name: one for Netlify and Cloudflare Pages, one for Apache."""
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    for_all = "X-Robots-Tag" not in headers
    fonts = f"/assets/fonts/*\n  Cache-Control: {FONTS}\n" if for_all else ""
    return {"_headers": f"/*\n{lines}{fonts}", ".htaccess": _for_apache(headers, for_all)}


def _for_apache(headers: Mapping[str, str], for_all: bool) -> str:
    """What a shared host reads: nothing but what `AllowOverride FileInfo` allows, and only for what it has loaded.

    One directive more (`Options`, say), and many hosts would answer every page with an error.
    """
    said = [f'Header always set {name} "{value}"' for name, value in headers.items()]
    letters = [f'<FilesMatch "\\.woff2$">\n    Header set Cache-Control "{FONTS}"\n  </FilesMatch>']
    # a server that packs a page marks its name with -gzip, and would not know the name again
    known = ['RequestHeader edit "If-None-Match" "-gzip\\"" "\\""']
    said += [f'Header set Cache-Control "{CACHE}"', *letters, *known] if for_all else []
    types = [f"AddType {kind} .{end}" for end, kind in TYPES.items()]
    types.append("AddCharset utf-8 .html .css .js .svg .txt .xml")
    hidden = [f'RedirectMatch 404 "/{HIDDEN}$"', f'RedirectMatch 404 "/({WITHOUT_PAGE})/$"']
    return (
        _when("headers", said)
        + _when("mime", types)
        + _when("alias", hidden)
        + _when("deflate", [f"AddOutputFilterByType DEFLATE {' '.join(WORDS)}"])
        + f"{LOST}404.html\n"
    )


def _when(module: str, directives: Sequence[str]) -> str:
    """Only where the server has what they need; packing needs two parts of it."""
    lines = "".join(f"  {directive}\n" for directive in directives)
    block = f"<IfModule mod_{module}.c>\n{lines}</IfModule>\n"
    return f"<IfModule mod_filter.c>\n{block}</IfModule>\n" if module == "deflate" else block


def folder_of(curriculum: Curriculum) -> str:
    """The folder of its host that a site is in: `https://example.org/course/` -> `/course/`; `/` where nobody says."""
    facts = curriculum.edition.facts
    path = urlsplit(facts["site.address"].plain).path if "site.address" in facts else ""
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def placed(text: str, folder: str) -> str:
    """The text of a file for hosts, for a site in a folder: Apache counts from the root of the host."""
    return text.replace(LOST, LOST[:-1] + folder)


def write_headers(site: Path, scripts: Scripts, insides: Insides, curriculum: Curriculum) -> None:
    """Put the files into a built site."""
    for name, text in header_files(headers_of(scripts, insides, curriculum.audience)).items():
        (site / name).write_text(placed(text, folder_of(curriculum)), encoding="utf-8", newline="\n")
