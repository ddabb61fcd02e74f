// The sealed file: a phrase opens it, pages are shown in the place of one another, and leaving forgets all of it. Keys and
// pages are in memory alone; nothing is stored, nothing is asked of a host, no page stands in the history of the tab.
// The envelope is described in envelope.py beside this script, its signs in letters.py.
{
  const VERSION = 1, ROUNDS = 1000000, HEAD = 22, SALT = 5, COUNT = 21, NONCE = 12, SLOT = 60, DIGEST = 32
  const ESCAPE = 1, UNSAFE = [0, 1, 13, 60], HALVES = 0xd800, MOVED = 0x4000
  const TYPES = { pdf: "application/pdf", svg: "image/svg+xml", js: "text/javascript;charset=utf-8" } // the file itself is in UTF-16
  const form = document.querySelector("form")
  const field = document.querySelector("#phrase")
  const address = location.href.split("#")[0]
  const { subtle } = crypto

  const say = (name) => {
    for (const words of document.querySelectorAll("[data-said]")) words.hidden = words.dataset.said !== name
  }
  class Shut extends Error {}

  // "Étage  cœur-noir" -> "etagecoeurnoir"
  const fold = (phrase) => phrase.toLowerCase().normalize("NFKD").replace(/œ/g, "oe").replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{N}]/gu, "")

  const bytesOf = (text) => {
    const units = new Uint16Array(text.length)
    let count = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit !== ESCAPE) { units[count++] = unit; continue }
      const place = text.charCodeAt(++at) - MOVED
      units[count++] = place < UNSAFE.length ? UNSAFE[place] : HALVES + place - UNSAFE.length
    }
    return new Uint8Array(units.buffer, 0, 2 * count)
  }

  const keyFrom = async (phrase, salt) => {
    const raw = await subtle.importKey("raw", new TextEncoder().encode(fold(phrase)), "PBKDF2", false, ["deriveKey"])
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }
    return subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["decrypt"])
  }
  const opened = (key, locked, bound) =>
    subtle.decrypt({ name: "AES-GCM", iv: locked.subarray(0, NONCE), additionalData: bound }, key, locked.subarray(NONCE))

  const firstKey = async (own, head, slots) => {
    for (let place = 0; place * SLOT < slots.length; place++) {
      const bound = new Uint8Array([...head, place])
      const key = await opened(own, slots.subarray(place * SLOT, (place + 1) * SLOT), bound).catch(() => null)
      if (key) return subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"])
    }
    throw new Shut("phrase")
  }

  // What was sealed, made small as it was; or why it stays shut.
  const unsealed = async (envelope, phrase) => {
    const head = envelope.subarray(0, HEAD)
    const body = envelope.subarray(0, -DIGEST)
    const start = HEAD + head[COUNT] * SLOT
    const view = new DataView(envelope.buffer)
    if (body.length < start + 2 * NONCE || head[0] !== VERSION || view.getUint32(1) !== ROUNDS) throw new Shut("damaged")
    const [digest, own] = await Promise.all([subtle.digest("SHA-256", body), keyFrom(phrase, head.slice(SALT, COUNT))])
    if (new Uint8Array(digest).some((byte, at) => byte !== envelope[body.length + at])) throw new Shut("damaged")
    const key = await firstKey(own, head, body.subarray(HEAD, start))
    const whole = await opened(key, body.subarray(start), body.subarray(0, start)).catch(() => { throw new Shut("damaged") })
    return new Uint8Array(whole, 8, Number(new DataView(whole).getBigUint64(0)))
  }
  const inflated = (bytes) =>
    new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer()

  const text = (bytes) => new TextDecoder().decode(bytes)
  const files = new Map()
  const later = new Map() // inflated when somebody opens it
  const made = new Map() // addresses of files that were looked at, in the memory of this page
  const been = []
  let around, now

  const take = (listed, bytes, to) => {
    let at = 0
    for (const [place, length] of listed) {
      to.set(place, bytes.subarray(at, at + length))
      at += length
    }
  }
  const sizeAt = (bytes) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const unpack = async (stream) => {
    const size = sizeAt(stream)
    const first = new Uint8Array(await inflated(stream.subarray(4, 4 + size)))
    const end = 4 + sizeAt(first)
    around = JSON.parse(text(first.subarray(4, end)))
    take(around.pages, first.subarray(end), files)
    take(around.later, stream.subarray(4 + size), later)
  }

  const urlOf = (place, bytes = files.get(place)) => {
    if (!made.has(place)) {
      const type = TYPES[place.split(".").pop()] || ""
      made.set(place, URL.createObjectURL(new Blob([bytes], { type })))
    }
    return made.get(place)
  }
  const look = async (place) => open(urlOf(place, await inflated(later.get(place))), "_blank")

  const goTo = (id) => {
    const goal = document.getElementById(id)
    if (!goal) return
    for (let part = goal; part; part = part.parentElement) if (part.localName === "details") part.open = true
    goal.tabIndex = goal.tabIndex < 0 ? -1 : goal.tabIndex
    goal.focus({ preventScroll: true })
    goal.scrollIntoView()
  }

  // A page takes the place of the one before it, whose clocks and listeners go with it.
  const show = (place, id, height = 0) => {
    for (let clock = setTimeout(() => {}); clock; clock--) { clearTimeout(clock); clearInterval(clock) }
    now = place
    document.open()
    document.write(text(files.get(place)).replace("<style></style>", () => `<style>${around.style}</style>`))
    document.close()
    settle()
    scrollTo(0, height)
    if (id) goTo(id)
  }

  const settle = () => {
    document.addEventListener("click", follow)
    addEventListener("pagehide", forget)
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload() })
    for (const link of document.querySelectorAll("a[href^='#/']")) link.dataset.to = link.getAttribute("href").slice(2)
    for (const picture of document.querySelectorAll("img[data-src]")) picture.src = urlOf(picture.dataset.src.slice(2))
    const search = document.querySelector("[data-index]")
    if (search) {
      const prefix = around.homes[document.documentElement.lang]
      search.dataset.engine = urlOf("assets/minisearch.js")
      search.dataset.index = urlOf(`${prefix}search-index.js`)
      search.dataset.root = `${address}#/${prefix}`
    }
    const tools = document.querySelector(".tools")
    if (been.length) {
      const back = document.createElement("a")
      back.href = "#back"
      back.className = tools ? "" : "other-language" // a page in one file has only its bar
      back.textContent = around.back[document.documentElement.lang]
      back.addEventListener("click", (event) => { event.preventDefault(); show(...been.pop()) })
      if (tools) tools.prepend(back)
      else document.querySelector(".bar").append(back)
    }
  }

  const follow = (event) => {
    const link = event.target.closest && event.target.closest("a[href]")
    if (!link || event.defaultPrevented) return
    const href = link.getAttribute("href").replace(address + "#", "#")
    if (/^https?:/.test(href)) Object.assign(link, { target: "_blank", rel: "noreferrer noopener" })
    const to = link.dataset.to === undefined && href.startsWith("#/") ? href.slice(2) : link.dataset.to
    if (to === undefined && href[0] !== "#") return
    event.preventDefault()
    if (to === undefined) return goTo(href.slice(1))
    const [place, own] = to.split("#")
    const id = own || (link.hash.startsWith("#/") ? "" : link.hash.slice(1)) // the language switch keeps the section
    if (later.has(place)) return look(place)
    if (!files.has(place) || place === now) return goTo(id)
    been.push([now, "", scrollY])
    show(place, id)
  }

  const forget = () => {
    files.clear()
    later.clear()
    made.forEach((url) => URL.revokeObjectURL(url))
    around = null
    document.documentElement.remove()
  }

  const home = () => {
    const known = Object.keys(around.homes)
    const language = navigator.languages.map((name) => name.split("-")[0]).find((name) => known.includes(name))
    return around.homes[language || known[0]]
  }
  let envelope
  const sealed = () => (envelope = envelope || bytesOf(document.querySelector(".envelope").textContent))
  const start = async (phrase) => {
    await unpack(await unsealed(sealed(), phrase))
    field.value = ""
    envelope = null
    const [place, id] = location.hash.slice(2).split("#") // a tab of its own, from a link inside
    const led = location.hash.startsWith("#/") && files.has(place)
    const chosen = /^#[\d-]+$/.test(location.hash) ? location.hash : "" // on the evening: how late it is, in numbers
    history.replaceState(null, "", address + chosen)
    show(led ? place : home(), led ? id : "")
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const phrase = field.value
    if (!fold(phrase)) return
    const wait = (on) => { form.querySelector("button").disabled = field.readOnly = on }
    say("wait")
    wait(true)
    start(phrase).catch((error) => {
      say(error instanceof Shut ? error.message : "damaged")
      wait(false)
      field.focus()
    })
  })

  field.addEventListener("input", sealed, { once: true }) // while somebody writes
  document.querySelector(".closed").hidden = true
  if (!isSecureContext || !subtle) say("plain")
  else if (!self.DecompressionStream) say("old")
  else {
    form.hidden = false
    field.focus()
  }
}
