"""Injections as files put into the folders of pages: uploads, and names."""

from __future__ import annotations

from injections import RUN, Injection

KIND, NAME = "file-kind", "file-name"
HEADERS = "/*\n  Content-Security-Policy: default-src *\n"

UPLOADS = {
    "docs/uploads/run.js": Injection(f"{RUN}", KIND),
    "docs/uploads/page.html": Injection(f"<script>{RUN}</script>", KIND),
    "docs/uploads/page.htm": Injection(f"<script>{RUN}</script>", KIND),
    "docs/uploads/page.xhtml": Injection(
        f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{RUN}</script></html>', KIND
    ),
    "docs/uploads/drawing.svg": Injection(
        f'<svg xmlns="http://www.w3.org/2000/svg"><script>{RUN}</script></svg>', KIND
    ),
    "docs/uploads/feed.xml": Injection(
        f'<x xmlns:h="http://www.w3.org/1999/xhtml"><h:script>{RUN}</h:script></x>', KIND
    ),
    "docs/uploads/page.markdown": Injection(f"# Page\n\n<script>{RUN}</script>", KIND),
    "docs/uploads/archive.zip": Injection("PK", KIND),
    "docs/_headers": Injection(HEADERS, NAME),
    "docs/netlify.toml": Injection(HEADERS, KIND),
    "docs/assets/site.css": Injection("p { outline-color: rgb(1, 2, $N) }", KIND),
    "docs/assets/minisearch.js": Injection(RUN, KIND),
    "docs/sitemap.xml": Injection("<x/>", KIND),
    'docs/a"onmouseover="alert($N).md': Injection("# Page\n", NAME),
    "docs/<img src=x onerror=alert($N)>.md": Injection("# Page\n", NAME),
    "docs/a#b.md": Injection("# Page\n", NAME),
    "docs/a?b%2f.md": Injection("# Page\n", NAME),
    "docs/a\nb.md": Injection("# Page\n", NAME),
    "docs/a\x1b[2Jb.md": Injection("# Page\n", NAME),
    "docs/javascript:alert($N).md": Injection("# Page\n", NAME),
    "docs/\u202egnp.md": Injection("# Page\n", NAME),
}
"""The place of each file, and what is in it."""
