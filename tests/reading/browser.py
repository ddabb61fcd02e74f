"""What is measured in a page: scripts that look, and change nothing."""

from __future__ import annotations

from typing import Any

from curriculum.words.model import Curriculum, Kind, Language
from playwright.sync_api import Page

STORED = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map((database) => database.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
})"""
SHORTEN = """() => {
  const shapeOf = (one) => [one.localName, one.getAttributeNames().sort(), one.textContent.trim() !== "",
    one.matches(".places") ? "" : shapeOf(one.parentElement)].join()
  const known = new Set()
  for (const entry of document.querySelectorAll(".places > ul > li")) {
    const shapes = [entry, ...entry.querySelectorAll("*")].map(shapeOf)
    if (shapes.every((shape) => known.has(shape))) entry.remove()
    else shapes.forEach((shape) => known.add(shape))
  }
}"""
"""On the page to search, the list of everything is long: leaves an entry of each shape, by the tags in it, what they
stand in, the names of their attributes, and whether they say anything."""
LAYOUT = """() => {
  const isSmall = (element) => parseFloat(getComputedStyle(element).fontSize) < 12
  const sized = [...document.querySelectorAll("article, article *")]
    .filter((element) => element.checkVisibility())
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  const title = document.querySelector("h1").getBoundingClientRect()
  return {
    beyond: document.documentElement.scrollWidth - window.innerWidth,
    texts: sized.length,
    small: sized.filter(isSmall).map((element) => element.outerHTML),
    title: title.height > 0 && title.top >= 0 && title.left >= 0
      && title.bottom <= window.innerHeight && title.right <= window.innerWidth,
  }
}"""

LINES = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true
  const boxOf = ([node, at]) => {
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return range.getBoundingClientRect()
  }
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let [before, dots, first, torn] = [null, 0, [], []]
  for (let node; (node = all.nextNode());) {
    if (!node.parentElement.checkVisibility()) continue
    for (let at = 0; at < node.data.length; at++) {
      if (!node.data[at].trim()) continue
      const here = [node, at]
      if (node.data[at] === "·") {
        dots += 1
        if (!before || boxOf(here).top >= boxOf(before).bottom - 1) first.push(node.parentElement.outerHTML)
      }
      before = here
    }
    for (const word of node.data.includes("://") ? [] : node.data.matchAll(/[\\p{L}\\p{M}\\p{N}]+/gu)) {
      const last = word.index + word[0].length - 1
      if (boxOf([node, last]).top >= boxOf([node, word.index]).bottom - 1) torn.push(node.data)
    }
  }
  return { dots, first, torn }
}"""
"""How many dots stand between things on a page, everything on it unfolded; what holds one that a line begins with; and
what holds a word that ends on another line than it begins on, but for addresses in full."""


def stored_by(page: Page) -> dict[str, Any]:
    """What the site of a page left in the browser, by kind; empty when it left nothing."""
    found = page.evaluate(STORED) | {"all cookies": page.context.cookies()}
    return {kind: things for kind, things in found.items() if things}


def link_to(language: Language, uri: str) -> str:
    """The address of a page from the root of its site: `fr/week-01/handouts/pause-card/`."""
    stem = uri.removesuffix("index.md")
    return language.prefix + (f"{stem.removesuffix('.md')}/" if stem.endswith(".md") else stem)


def typical_pages(curriculum: Curriculum) -> dict[str, str]:
    """One page of each type: home, a week, the lists of files, of lines and of words, a handout of each kind."""
    kinds = {kind: handout.uri for kind in Kind for handout in curriculum.arc.handouts if handout.kind is kind}
    handouts = {f"handout, {kind.value}": uri for kind, uri in kinds.items()}
    pages = {name: f"{name}.md" for name in ("downloads", "glossary", "load", "safety", "search", "who-to-call")}
    return {"home": "index.md", "week": curriculum.arc.published[-1].uri} | pages | handouts
