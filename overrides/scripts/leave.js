// Leaving at once, and reading without a trail in this tab. For old phones too: no syntax newer than 2017.
{
  const link = document.querySelector(".leave")
  const said = link.nextElementSibling

  const leave = () => {
    document.documentElement.style.display = "none" // before anything that takes time
    document.title = "\u00a0"
    for (const icon of document.querySelectorAll("link[rel=icon]")) icon.href = "data:,"
    location.replace(link.href)
  }
  link.addEventListener("click", (event) => { event.preventDefault(); leave() })
  link.addEventListener("auxclick", (event) => { // a middle click would open the other page beside this one
    if (event.button === 1) { event.preventDefault(); leave() }
  })

  // Shift, three times within five seconds of each other. A capital letter is not a press.
  let presses = 0, alone = false, clock
  const count = (number) => {
    presses = number
    clearTimeout(clock)
    clock = setTimeout(count, 5000, 0)
    link.dataset.presses = number
    said.textContent = number ? said.dataset["press" + number] : ""
    if (number === 3) leave()
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Shift") alone = alone || !event.repeat
    else { alone = false; if (presses) count(0) }
  })
  addEventListener("keyup", (event) => {
    if (event.key === "Shift" && alone) { alone = false; count(presses + 1) }
  })

  // Discreet reading: a page takes the place of the one before it. The mark in the address says so to the next page,
  // which takes it away again; reloading finds it in the state of the entry. Nothing is stored.
  const MARK = "~"
  let discreet = Boolean(history.state && history.state.discreet)
  const keep = (address) => history.replaceState(discreet ? { discreet } : null, "", address)
  const read = () => {
    const marked = location.hash.slice(-1) === MARK
    discreet = discreet || marked
    if (marked) keep(location.href.slice(0, -1).replace(/#$/, ""))
    else if (discreet) keep(location.href)
  }
  const show = () => {
    for (const part of document.querySelectorAll("[data-discreet]"))
      part.hidden = part.dataset.discreet !== (discreet ? "on" : "off")
  }
  const tell = (to) => { // a file has no way out of its own: that is said before it takes the place of the page
    const words = document.createElement("span")
    words.textContent = " " + said.dataset.file
    said.textContent = said.dataset.file
    to.dataset.told = ""
    to.after(words)
  }
  read()
  addEventListener("hashchange", () => { read(); show() })
  addEventListener("DOMContentLoaded", show)
  addEventListener("click", (event) => {
    const button = event.target.closest("button[data-discreet]")
    if (button) {
      discreet = !discreet
      keep(location.href)
      show()
      document.querySelector("button[data-discreet]:not([hidden])").focus()
      return
    }
    const to = event.target.closest("a[href]")
    const elsewhere = !to || to === link || to.host !== location.host || to.protocol !== location.protocol
    if (elsewhere || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
    const isHere = to.pathname === location.pathname && to.hash // a jump is no page to come Back to after leaving
    if (!discreet && !isHere) return
    event.preventDefault()
    if (said.dataset.file && /\.pdf$/.test(to.pathname) && !("told" in to.dataset)) { tell(to); return }
    const isOther = to.pathname !== location.pathname && /\/$|\.html$/.test(to.pathname)
    location.replace(isOther ? to.href.replace(/#.*/, "") + (to.hash || "#") + MARK : to.href)
  })
}
