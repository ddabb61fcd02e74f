"""The smallest theme for Hugo that does what readers would miss: a menu, the other language, an index to search."""

from __future__ import annotations

CONFIG = """\
baseURL = "https://example.org/"
defaultContentLanguage = "en"
disableKinds = ["taxonomy", "term", "RSS"]

[languages.en]
contentDir = "content/en"
weight = 1
title = "Alongside"

[languages.fr]
contentDir = "content/fr"
weight = 2
title = "Côte à côte"

[outputs]
home = ["HTML", "JSON"]
"""
PAGE = """\
<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} - {{ .Site.Title }}</title>
{{ range .Translations }}<link rel="alternate" hreflang="{{ .Lang }}" href="{{ .RelPermalink }}">{{ end }}</head>
<body><nav>{{ range .Translations }}<a lang="{{ .Lang }}" href="{{ .RelPermalink }}">{{ .Lang }}</a>{{ end }}
{{ partial "menu.html" (dict "section" .Site.Home "page" .) }}</nav>
<main>{{ .Content }}</main><aside>{{ .TableOfContents }}</aside></body>
</html>
"""
MENU = """\
<ul>{{ $page := .page }}{{ range .section.Pages }}
<li><a href="{{ .RelPermalink }}"{{ if eq . $page }} aria-current="page"{{ end }}>{{ .LinkTitle }}</a>
{{ if .IsSection }}{{ partial "menu.html" (dict "section" . "page" $page) }}{{ end }}</li>{{ end }}</ul>
"""
INDEX = """\
[{{ range $n, $page := .Site.RegularPages }}{{ if $n }},{{ end }}
{{ dict "address" .RelPermalink "title" .Title "words" .Plain | jsonify }}{{ end }}]
"""
LAYOUTS = {
    "_default/single.html": PAGE,
    "_default/list.html": PAGE,
    "partials/menu.html": MENU,
    "index.json": INDEX,
}
"""Where each template stands in `layouts/`."""
