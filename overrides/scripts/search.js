// Search: what is typed is sent nowhere, stands in no address, and is gone when the page is left. Nothing is fetched
// before the field is touched. For old phones too: no syntax newer than 2017.
{
  const box = document.querySelector(".search")
  const [field, status, found] = ["input", "[role=status]", "ol"].map((part) => box.querySelector(part))
  const places = document.querySelector(".places")
  const MOST = 20
  // How much it counts where a word is found, and in what form: as written, without its ending, by a word that means the
  // same, by its first letters, with a slip, or as one of the small words; tuned on the queries in the tests.
  const BOOST = { title: 4, page: 1, text: 1, asked: 6 }
  const SAME = 0.5, GROUP = 0.4, BEGUN = 0.5, SMALL = 0.1, SLIP = 0.25
  const WEIGHTS = { prefix: 0.8, fuzzy: 0.45 }
  const BM25 = { k: 0.8, b: 0.4, d: 0.5 }
  // Then the score is weighed: by the share of the words that are there; for pages that come first, for titles that many
  // pages have, for each further section of one page.
  const SHARE = 1.5, FIRST = 1.75, OFTEN = 0.5, AGAIN = 0.6
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

  // What the language of the page adds, from its `search.yml`: endings, small words, and groups that mean the same.
  // A word is found without its endings, as it is, and by its groups: cops -> cop, +cops, =7.
  let endings = [], small = new Set(), groups = new Map()
  const trunks = new Map()
  const trunkOf = (word) => {
    if (word.length < 4 || /\d/.test(word) || RUN.test(word)) return word
    let trunk = word
    for (let turn = 0; turn < 2; turn++) {
      const ending = endings.find((one) => trunk.length > one.length + Math.min(3, one.length) && trunk.endsWith(one))
      if (ending) trunk = trunk.slice(0, -ending.length)
    }
    return trunk.replace(/(..)([^aeiou])\2$/, "$1$2")
  }
  const stem = (word) => {
    if (!trunks.has(word)) trunks.set(word, trunkOf(word))
    return trunks.get(word)
  }
  const learn = () => {
    const said = (name) => fold(window.searchIndex["?" + name] || "").split(" ").filter(Boolean)
    endings = said("endings").sort((one, other) => other.length - one.length)
    trunks.clear()
    written.clear()
    small = new Set(said("small").map(stem))
    groups = new Map()
    let group = 0
    for (const word of said("same")) {
      const key = stem(word)
      if (word === "|") group++
      else if (!small.has(key)) groups.set(key, (groups.get(key) || []).concat("=" + group))
    }
  }
  const exact = (word) => stem(word) === word ? [] : ["+" + word]
  const forms = (word) => [stem(word)].concat(exact(word), groups.get(stem(word)) || [])
  const written = new Map() // the same words come again and again
  const knownTerms = (word) => {
    if (!written.has(word)) written.set(word, [].concat(...termsOf(word).map(forms)))
    return written.get(word)
  }
  const termsIn = (text) => {
    const terms = []
    for (const word of wordsIn(text)) for (const term of knownTerms(word)) terms.push(term)
    return terms
  }

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

  // The list says what there is and where; the index adds the words: of a page, then of its sections, each after its id.
  const indexed = () => {
    const said = new Map()
    for (const name of Object.keys(window.searchIndex)) {
      const [, place, mark] = name.match(/^(.*?)(\??)$/)
      window.searchIndex[name].split("\n#").forEach((piece, at) => {
        const end = at ? piece.indexOf("\n") : -1
        said.set(place + (at ? "#" + piece.slice(0, end) : "") + mark, piece.slice(end + 1))
      })
    }
    return said
  }
  const listed = () => {
    const root = box.dataset.root || new URL(".", new URL(box.dataset.index, location.href)).href
    const place = (link) => link.href.replace(/index\.html(?=#|$)/, "").slice(root.length)
    const said = indexed(), first = (window.searchIndex["?first"] || "").split(" ")
    const words = (link, mark) => said.get(place(link) + mark) || ""
    const links = [...places.querySelectorAll("a")], times = new Map()
    for (const { textContent } of links) times.set(textContent, (times.get(textContent) || 0) + 1)
    return links.map((link, id) => {
      const title = link.textContent, page = above(link)
      const rank = first.indexOf(place(link).split("#")[0])
      const worth = (times.get(title) > 3 ? OFTEN : 1) * (rank < 0 ? 1 : FIRST - rank / 4)
      return { id, link, title, page, worth, text: words(link, ""), asked: words(link, "?") }
    })
  }
  const above = (link) => {
    const outer = link.parentNode.parentNode.closest("li")
    return outer ? titles(outer) : ""
  }
  const build = () => {
    learn()
    const entries = listed(), known = new Map()
    const engine = new window.MiniSearch({
      fields: ["title", "page", "text", "asked"],
      tokenize: (text) => {
        const terms = termsIn(text)
        for (const term of terms) known.set(term, (known.get(term) || 0) + 1)
        return terms
      },
      processTerm: (term) => term,
    })
    const find = (words) => search(engine, known, entries, words)
    return engine.addAllAsync(entries, { chunkSize: 50 }).then(() => find)
  }
  let engine // the promise of it, from the first touch of the field on; a broken one is tried again
  const ready = () => {
    engine = engine || Promise.all([load(box.dataset.engine), load(box.dataset.index)]).then(build)
    return engine.catch((error) => { engine = null; throw error })
  }

  // The terms that a word may be found by, and how much each counts: the word itself, its groups; where nobody wrote it,
  // the longest known word that it begins with.
  const waysOf = (word, known) => {
    const form = exact(word).filter((term) => known.has(term))[0]
    const ways = new Map([[stem(word), form ? SAME : 1]])
    if (form) ways.set(form, 1)
    for (const group of groups.get(stem(word)) || []) ways.set(group, GROUP)
    if (known.has(stem(word))) return ways
    for (let end = word.length - 1; end > 3 && end > word.length * 0.6; end--) {
      if (!known.has(word.slice(0, end))) continue
      ways.set(word.slice(0, end), BEGUN)
      break
    }
    return ways
  }
  const allWays = (asking, known) => {
    const all = asking.map((word) => waysOf(word, known))
    asking.forEach((word, at) => { // burn out -> burnout
      const joined = at && stem(asking[at - 1] + word)
      if (joined && known.has(joined)) for (const one of [at - 1, at]) all[one].set(joined, 1)
    })
    return all
  }

  // Every section with any of the words; of those, all that have at least half of what the best one has.
  const search = (engine, known, entries, asking) => {
    const some = asking.filter((word) => !small.has(stem(word)))
    const isMain = (word) => !some.length || some.includes(word)
    const ways = allWays(asking, known), main = ways.filter((_, at) => isMain(asking[at]))
    const counts = new Map()
    ways.forEach((terms, at) => terms.forEach((count, term) => {
      counts.set(term, Math.max(counts.get(term) || 0, isMain(asking[at]) ? count : count * SMALL))
    }))
    const last = stem(asking[asking.length - 1]), isWord = (term) => !/^[+=]/.test(term)
    const hits = engine.search([...counts.keys()].join(" "), {
      tokenize: (terms) => terms.split(" "),
      boost: BOOST,
      bm25: BM25,
      weights: WEIGHTS,
      boostTerm: (term) => counts.get(term),
      prefix: (term) => isWord(term) && term.length > 1 && (!known.has(term) || term === last && /\d|.{4}/.test(term)),
      fuzzy: (term) => isWord(term) && term.length > 3 && !/\d/.test(term) && !known.has(term) && SLIP,
    })
    const least = (terms) => Math.min(...[...terms.keys()].map((term) => known.get(term) || 1))
    const rarity = (terms) => Math.log(2 + entries.length / least(terms))
    const sum = (all) => all.reduce((before, terms) => before + rarity(terms), 0)
    const rated = hits.map(({ id, score, terms, queryTerms }) => {
      const share = sum(main.filter((ways) => queryTerms.some((term) => ways.has(term)))) / sum(main)
      const telling = terms.filter((term) => !small.has(stem(term.replace("+", ""))))
      const { link, text, worth } = entries[id]
      const weighed = score / queryTerms.length * Math.pow(share, SHARE) * worth // the engine multiplied by that length
      return { link, text, terms: telling.length ? telling : terms, share, score: weighed }
    })
    const best = Math.max(...rated.map((hit) => hit.share))
    return spread(rated.filter((hit) => hit.share && hit.share > best / 2))
  }

  // The best first; each further section of a page that is there already counts less.
  const spread = (hits) => {
    const times = new Map(), sorted = (all) => all.sort((one, other) => other.score - one.score)
    return sorted(sorted(hits).map((hit) => {
      const page = hit.link.href.split("#")[0], before = times.get(page) || 0
      times.set(page, before + 1)
      return Object.assign(hit, { score: hit.score * Math.pow(AGAIN, before) })
    }))
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
