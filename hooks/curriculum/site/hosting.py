"""What a host adds to every answer, written into the site in the two forms that hosts read by themselves.

A page carries its policy inside it, so a host that reads neither file still gives safe pages; only being shown inside
somebody else's page (`frame-ancestors`) can be refused by a header alone.
Sources: https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/,
https://httpd.apache.org/docs/2.4/mod/mod_headers.html
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from curriculum.read.scripts import Scripts
from curriculum.site.policy import Insides, hash_of, policy_of
from curriculum.words.model import Audience

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
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
    directives = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    return {
        "_headers": f"/*\n{lines}",
        ".htaccess": f"Options -Indexes\n<IfModule mod_headers.c>\n{directives}</IfModule>\n",
    }


def write_headers(site: Path, scripts: Scripts, insides: Insides, audience: Audience) -> None:
    """Put the files into a built site."""
    for name, text in header_files(headers_of(scripts, insides, audience)).items():
        (site / name).write_text(text, encoding="utf-8", newline="\n")
