"""Injections in Markdown: each is a page, or the end of one."""

from __future__ import annotations

from injections import FETCH, RUN, STYLE, Injection

HTML, ATTRIBUTE, ADDRESS, PICTURE = "html-in-page", "attribute-list", "link-address", "remote-picture"

PAGES = {
    # elements
    "script": Injection(f"<script>{RUN}</script>", HTML),
    "script-in-capitals": Injection(f"<SCRIPT>{RUN}</SCRIPT>", HTML),
    "script-from-elsewhere": Injection(f'<script src="{FETCH}"></script>', HTML),
    "script-that-was-uploaded": Injection('<script src="../../uploads/run.js"></script>', HTML),
    "handler": Injection(f'<img src="x" onerror="{RUN}">', HTML),
    "handler-after-a-slash": Injection(f"<svg/onload={RUN}>", HTML),
    "handler-on-two-lines": Injection(f"Words <a\nonclick={RUN}>link</a>", HTML),
    "handler-on-an-element-with-a-colon": Injection(f"Words <x:y onclick={RUN}>here</x:y>", HTML),
    "handler-in-code-that-is-none": Injection(f"Words `one\ntwo` <b onclick={RUN}> `three`", HTML),
    "handler-after-a-comment": Injection(f'<!--><img src="x" onerror="{RUN}">-->', HTML),
    "handler-in-an-excuse": Injection(f"<!-- en-20: why --><img src=x onerror={RUN}> -->", HTML),
    "handler-in-a-closed-attribute": Injection(f'<p title="</p><img src=x onerror={RUN}>">x</p>', HTML),
    "handler-in-words-only": Injection(f'<textarea><p title="</textarea><img src=x onerror={RUN}>">', HTML),
    "style-element": Injection(f"<style>p {{ {STYLE} }}</style>", HTML),
    "style-from-elsewhere": Injection(f'<link rel="stylesheet" href="{FETCH}">', HTML),
    "frame": Injection(f'<iframe src="{FETCH}"></iframe>', HTML),
    "frame-with-a-document": Injection(f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>', HTML),
    "object": Injection(f'<object data="{FETCH}"></object>', HTML),
    "embed": Injection(f'<embed src="{FETCH}">', HTML),
    "picture-element": Injection(f'<img src="{FETCH}">', HTML),
    "video": Injection(f'<video autoplay src="{FETCH}"></video>', HTML),
    "svg-picture": Injection(f'<svg><image href="{FETCH}"/></svg>', HTML),
    "base": Injection(f'<base href="{FETCH}/">', HTML),
    "refresh": Injection(f'<meta http-equiv="refresh" content="0;url={FETCH}">', HTML),
    "form": Injection(f'<form action="{FETCH}"><button>x</button></form>', HTML),
    "button-for-another-form": Injection(f'<form id="f"></form><button form="f" formaction="{FETCH}">x</button>', HTML),
    "ping": Injection(f'<a href="#" ping="{FETCH}">link</a>', HTML),
    "declaration": Injection(f"<![CDATA[<img src=x onerror={RUN}>]]>", HTML),
    "autolink-with-a-script": Injection(f"<javascript:{RUN}>", HTML),
    # attributes
    "attribute-on-a-paragraph": Injection(f"Words\n{{: onclick={RUN} }}", ATTRIBUTE),
    "attribute-on-words": Injection(f'*words*{{ onclick="{RUN}" }}', ATTRIBUTE),
    "attribute-on-code": Injection(f"`code`{{ onclick={RUN} }}", ATTRIBUTE),
    "attribute-on-a-picture": Injection(f"![Nothing](../x.png){{ onerror={RUN} }}", ATTRIBUTE),
    "attribute-on-a-link": Injection(f"[link](../index.md){{ ping={FETCH} }}", ATTRIBUTE),
    "attribute-on-a-heading": Injection(f"## Heading {{ #heading onclick={RUN} }}", ATTRIBUTE),
    "attribute-on-the-title": Injection(f"# Title {{ #title onclick={RUN} }}", ATTRIBUTE),
    "attribute-on-an-item": Injection(f"1. Item\n{{ onclick={RUN} }}", ATTRIBUTE),
    "attribute-on-a-cell": Injection(f"| a | b |\n| - | - |\n| x {{ onclick={RUN} }} | y |", ATTRIBUTE),
    "attribute-on-a-fence": Injection(f"``` {{ .py onclick={RUN} }}\ncode\n```", ATTRIBUTE),
    "attribute-in-the-options-of-an-element": Injection(
        f"/// box | T\n    attrs: {{onclick: '{RUN}'}}\n\nx\n///", ATTRIBUTE
    ),
    "attribute-around-a-fact": Injection(f"*words*{{ onclick={RUN} {{{{ org.name }}}} }}", ATTRIBUTE),
    "style-attribute": Injection(f"*words*{{ style='{STYLE}' }}", ATTRIBUTE),
    "style-of-a-column": Injection("| a | b |\n| :-: | - |\n| x | y |", ATTRIBUTE),
    "class-of-the-frame": Injection("Words\n{: .leave }", ATTRIBUTE),
    # addresses
    "script-link": Injection(f"[link](javascript:{RUN})", ADDRESS),
    "script-link-in-mixed-case": Injection(f"[link](JaVaScRiPt:{RUN})", ADDRESS),
    "script-link-with-codes": Injection(f"[link](java&#115;cript&colon;{RUN})", ADDRESS),
    "script-link-with-a-tab": Injection(f"[link](java&Tab;script:{RUN})", ADDRESS),
    "script-link-on-two-lines": Injection(f"[link](<java\nscript:{RUN}>)", ADDRESS),
    "script-link-by-reference": Injection(f"[link][there]\n\n[there]:\n  javascript:{RUN}", ADDRESS),
    "script-link-from-a-title": Injection(f"# Title](javascript:{RUN}) [x\n\nWords", ADDRESS),
    "data-link": Injection(f"[link](data:text/html,<script>{RUN}</script>)", HTML),
    "old-script-link": Injection(f"[link](vbscript:{RUN})", ADDRESS),
    "link-without-scheme": Injection(f"[link]({FETCH.removeprefix('https:')})", ADDRESS),
    "link-to-a-file": Injection("[link](file:///etc/passwd)", ADDRESS),
    "link-from-a-fact": Injection("[link]({{ site.description }})", "broken-file"),
    # pictures
    "picture-from-elsewhere": Injection(f"![Nothing]({FETCH})", PICTURE),
    "picture-on-two-lines": Injection(f"![Nothing\nhere]({FETCH})", PICTURE),
    "picture-by-reference": Injection(f"![Nothing][there]\n\n[there]: {FETCH}", PICTURE),
    "picture-without-scheme": Injection(f"![Nothing]({FETCH.removeprefix('https:')})", PICTURE),
    "picture-with-data": Injection(f"![Nothing](data:image/svg+xml,%3Csvg%20onload={RUN}%3E)", PICTURE),
    # signs that cannot be seen
    "fence-made-of-hidden-signs": Injection(f"``\2`\n\n```\n<img src=x onerror={RUN}>\n```\n", "unseen-sign"),
    "words-in-another-order": Injection("Call \u202e8-8-9\u202c today", "unseen-sign"),
    # what stays words
    "escaped-html": Injection(f"&lt;img src=x onerror={RUN}&gt;"),
    "html-in-code": Injection(f"`<img src=x onerror={RUN}>`"),
    "html-in-a-fence": Injection(f"```\n</code></pre><img src=x onerror={RUN}>\n```"),
    "escaped-html-in-headings": Injection(
        f"# A &lt;img src=x onerror={RUN}&gt;\n\n## `<img src=x onerror={RUN}>` {{ #a }}\n\n## &lt;b&gt; {{ #b }}"
    ),
    "quote-in-the-title-of-a-link": Injection(f'[link](../index.md "x" onclick="{RUN}")'),
    "quote-in-the-words-of-a-picture": Injection(f'![x" onerror="{RUN}](../x.png)', "broken-file"),
    "unknown-elements": Injection(f"/// html | script\n{RUN}\n///", "unknown-element"),
    "extensions-that-are-off": Injection(f"$$\\href{{javascript:{RUN}}}{{x}}$$\n\nWord\n:   Definition\n\n*[x]: y"),
    # keys at the top
    "quote-in-the-description": Injection(f"---\ndescription: '\" onmouseover=\"{RUN}'\n---\n# Title\n\nWords"),
    "quote-in-the-menu": Injection(f'---\ntitle: \'" onmouseover="{RUN}" x="\'\n---\n# Title\n\nWords'),
    "html-in-the-menu": Injection(f"---\ntitle: '</title><img src=x onerror={RUN}>'\n---\n# Title\n\nWords", HTML),
    "escaped-html-in-the-menu": Injection(f"---\ntitle: '&lt;img src=x onerror={RUN}&gt;'\n---\n# Title\n\nWords"),
    "unseen-sign-in-a-key": Injection('---\ndescription: "a\\e[2Jb"\n---\n# Title\n\nWords', "unseen-sign"),
    "unknown-key": Injection("---\ntemplate: 404.html\n---\n# Title\n\nWords", "unknown-key"),
}
