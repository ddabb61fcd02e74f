// Only in the live site: a page follows what its author saves. Its text is put in place; where more than that changed, or
// a script holds parts of it, the page is loaded again. Both keep the place one reads at. Nothing is stored.
{
  const bar = () => document.querySelector(".live")
  const HELD = "form.fill, .search"

  const parsed = (text) => new DOMParser().parseFromString(text, "text/html")
  const keepOpen = (part, next) => {
    for (const [at, details] of next.querySelectorAll("details").entries()) {
      const before = part.querySelectorAll("details")[at]
      if (before) details.open = before.open
    }
  }
  const replace = (selector, page) => {
    const part = document.querySelector(selector)
    const next = page.querySelector(selector)
    keepOpen(part, next)
    part.replaceWith(document.adoptNode(next))
  }
  const show = (page) => {
    const next = page.querySelector(".live")
    if (!next || next.dataset.frame !== bar().dataset.frame) return location.reload()
    if (next.dataset.page !== bar().dataset.page) {
      if (document.querySelector(HELD) || page.querySelector(HELD)) return location.reload()
      document.title = page.title
      replace("main", page)
    }
    replace(".live", page)
  }

  let asking = false, again = false
  const renew = () => {
    if (asking) { again = true; return }
    asking = true
    fetch(location.pathname, { cache: "no-store" })
      .then((answer) => answer.text())
      .then((text) => show(parsed(text)))
      .catch(() => {}) // the server has gone; the stream says so
      .then(() => {
        asking = false
        if (again) { again = false; renew() }
      })
  }

  let source
  const say = (words) => { bar().querySelector(".live-moment").textContent = words }
  const listen = () => {
    source = new EventSource("/-/events")
    source.onmessage = ({ data }) => {
      const news = JSON.parse(data)
      say(news.making.length ? bar().dataset.moment.replace("{file}", news.making.join(", ")) : "")
      if (String(news.number) !== bar().dataset.number) renew()
    }
    source.onerror = () => say(bar().dataset.gone)
  }
  // A browser holds few streams at once: a page nobody sees needs none, and catches up when it is seen again.
  const follow = () => {
    if (source) source.close()
    if (document.visibilityState === "visible") listen()
  }
  addEventListener("visibilitychange", follow)
  addEventListener("pagehide", () => source && source.close())
  addEventListener("pageshow", (event) => { if (event.persisted) follow() })
  follow()
}
