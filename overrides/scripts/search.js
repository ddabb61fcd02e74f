// Search: what is typed is sent nowhere, stands in no address, and is gone when the page is left. Nothing is fetched
// before the field is touched. For old phones too: no syntax newer than 2017.
{
  const box = document.querySelector(".search")
  const [field, status, found] = ["input", "[role=status]", "ol"].map((part) => box.querySelector(part))
  const places = document.querySelector(".places")
  const MOST = 20
  const LETTERS = "[0-9A-Za-z\\u00c0-\\u060b\\u060d-\\u061a\\u0620-\\u06d3\\u06d5-\\u0963\\u0966-\\u1fff" +
    "\\u2c00-\\u2fff\\u3005-\\u3007\\u3021-\\ud7ff]+" // without the commas and stops of other scripts
  const WORDS = new RegExp(LETTERS + "(?:[-'’\\u2010\\u2011]" + LETTERS + ")*", "g")
  const JOINT = /[-'’\u2010]/
  const NUMBER = /^[\d\u2010-]+$/
  const ELIDED = /^(?:.|qu|jusqu|lorsqu|puisqu|quoiqu)$/

  // Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
  const RUN = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+)/
  // The Arabic article, with the short words that are written on it.
  const ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=..)/

  // ÉCOUTE -> ecoute; cœur -> coeur; Arabic without marks for vowels, and with one letter for each of its variants
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ة/g, "ه").replace(/ى/g, "ي")

  // A word is found by its parts and as a whole: l’écoute -> ecoute, lecoute; vis-à-vis -> vis, vis, visavis.
  // A number is found from any of its hyphens on: 1-888-353 -> 1888353, 888353, 353.
  // Without spaces, by each letter and each two that follow each other; in Arabic, also without the article.
  const pairs = (run) => run.length < 2 ? [run] : run.slice(1).split("").map((_, at) => run.slice(at, at + 2))
  const termsOf = (word) => {
    if (RUN.test(word)) return pairs(word).concat(word.split(""))
    if (ARTICLE.test(word)) return [word, word.replace(ARTICLE, "")]
    const parts = word.split(JOINT)
    if (NUMBER.test(word)) return parts.map((_, at) => parts.slice(at).join(""))
    if (parts.length === 1) return parts.filter((part) => part.length > 1)
    return parts.filter((part) => !ELIDED.test(part)).concat(parts.join(""))
  }
  const wordsIn = (text) => [].concat(...(fold(text).match(WORDS) || []).map((word) => word.split(RUN))).filter(Boolean)
  const termsIn = (text) => [].concat(...wordsIn(text).map(termsOf))

  // What is asked for: a number as a whole, also 9 8 8; the parts of a word, or else the whole of it.
  const closed = (text) => text.replace(/\b\d(?: \d)+\b/g, (digits) => digits.replace(/ /g, ""))
  const asked = (text) => [].concat(...wordsIn(closed(text)).map((word) => {
    if (RUN.test(word)) return pairs(word)
    if (ARTICLE.test(word)) return [word.replace(ARTICLE, "")]
    const terms = termsOf(word)
    return terms.slice(0, NUMBER.test(word) ? 1 : Math.max(1, terms.length - JOINT.test(word)))
  }))

  const load = (address) => new Promise((done, fail) => {
    const script = document.createElement("script")
    script.onload = done
    script.onerror = fail
    script.src = address
    document.head.append(script)
  })

  // The list says what there is and where; the index adds the words.
  const listed = () => {
    const root = box.dataset.root || new URL(".", new URL(box.dataset.index, location.href)).href
    const place = (link) => link.href.replace(/index\.html(?=#|$)/, "").slice(root.length)
    const words = (link, mark) => window.searchIndex[place(link) + mark] || ""
    return [...places.querySelectorAll("a")].map((link, id) => (
      { id, link, title: link.textContent, text: words(link, ""), asked: words(link, "?") }
    ))
  }
  const build = () => {
    const entries = listed()
    const engine = new window.MiniSearch({
      fields: ["title", "text", "asked"],
      tokenize: termsIn,
      processTerm: (term) => term,
      searchOptions: {
        boost: { title: 4, asked: 12 },
        tokenize: (terms) => terms.split(" "),
        prefix: (term) => term.length > 1,
        fuzzy: (term) => term.length > 4 && !/\d/.test(term) && 0.2,
      },
    })
    const find = (terms) => search(engine, terms).map((hit) => Object.assign(hit, entries[hit.id]))
    return engine.addAllAsync(entries, { chunkSize: 50 }).then(() => find)
  }
  let engine // the promise of it, from the first touch of the field on; a broken one is tried again
  const ready = () => {
    engine = engine || Promise.all([load(box.dataset.engine), load(box.dataset.index)]).then(build)
    return engine.catch((error) => { engine = null; throw error })
  }

  // Sections with every longer word, else with any of them; the short ones only say which comes first.
  const search = (engine, terms) => {
    const long = terms.filter((term) => term.length > 3)
    const main = long.length ? long : terms
    const all = new Map(engine.search(terms.join(" "), { combineWith: "OR" }).map((hit) => [hit.id, hit.score]))
    for (const combineWith of ["AND", "OR"]) {
      const hits = engine.search(main.join(" "), { combineWith })
      if (hits.length) return hits.sort((one, other) => all.get(other.id) - all.get(one.id))
    }
    return []
  }

  const marked = (text, terms) => {
    const line = document.createDocumentFragment()
    let at = 0
    text.replace(WORDS, (word, place) => {
      if (!termsIn(word).some((term) => terms.includes(term))) return
      const mark = document.createElement("mark")
      mark.textContent = word
      line.append(text.slice(at, place), mark)
      at = place + word.length
    })
    line.append(text.slice(at))
    return line
  }

  // Some words around the closest match.
  const excerpt = (text, terms) => {
    const first = new Map()
    text.replace(WORDS, (word, place) => {
      for (const term of termsIn(word)) if (!first.has(term)) first.set(term, place)
    })
    const place = first.get(terms.find((term) => first.has(term))) || 0
    const start = place < 60 ? 0 : text.indexOf(" ", place - 60) + 1
    const space = text.indexOf(" ", start + 160)
    const end = space < 0 ? text.length : space
    const cut = end > start + 300 ? start + 160 : end // a script without spaces
    return (start ? "… " : "") + text.slice(start, cut) + (cut < text.length ? " …" : "")
  }

  const titles = (item) => {
    const outer = item.parentNode.closest("li")
    return (outer ? titles(outer) + " › " : "") + item.querySelector("a").textContent
  }
  const result = ({ link, text, terms }) => {
    const [item, to, words] = ["li", "a", "p"].map((tag) => document.createElement(tag))
    to.href = link.href
    item.dir = "auto"
    to.append(marked(titles(link.parentNode), terms))
    words.append(marked(excerpt(text, terms), terms))
    item.append(to, words)
    return item
  }

  // Results take the place of the list; without any, the list is back.
  const show = (hits, said) => {
    places.hidden = hits.length > 0
    status.textContent = said
    found.textContent = ""
    found.append(...hits.slice(0, MOST).map(result))
  }
  const say = (count) => {
    if (!count) return box.dataset.none
    return box.dataset.found.replace("{count}", count) + (count > MOST ? " " + box.dataset.most : "")
  }
  const look = () => {
    if (!asked(field.value).length) return show([], "")
    if (!found.firstChild) status.textContent = box.dataset.wait
    ready().then((find) => {
      const terms = asked(field.value) // as they are by now
      const hits = terms.length ? find(terms) : []
      show(hits, terms.length ? say(hits.length) : "")
    }).catch(() => show([], box.dataset.broken))
  }

  let clock
  field.addEventListener("focus", () => { ready().catch(() => {}) }) // what went wrong is said once something is asked
  field.addEventListener("input", () => { clearTimeout(clock); clock = setTimeout(look, 150) })
  addEventListener("pagehide", () => { // the Back button may show this very page again
    clearTimeout(clock)
    field.value = ""
    show([], "")
  })
  box.hidden = false
}
