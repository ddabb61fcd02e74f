// Search: what is typed is sent nowhere, stands in no address, and is gone when the page is left. For old phones too;
// `search.py` says how.
{
  const box = document.querySelector(".search")
  const [field, status, found] = ["input", "[role=status]", "ol"].map((part) => box.querySelector(part))
  const places = document.querySelector(".places")
  const MOST = 20
  const BOOST = { title: 2.5, page: 2, text: 1, asked: 6 }
  const [TRUNK, GROUP, SMALL, SLIP, SHARE, AGAIN] = [0.5, 0.4, 0.1, 0.25, 1.5, 0.6]
  const [NEAR, LEAST, FIRST, SECOND, SEEN] = [0.2, 0.4, 0.5, 0.5, 5]
  const LONE = /^[a-z]$/
  const LETTERS = "[0-9A-Za-z\\u00c0-\\u060b\\u060d-\\u061a\\u0620-\\u06d3\\u06d5-\\u0963\\u0966-\\u1fff" +
    "\\u2c00-\\u2fff\\u3005-\\u3007\\u3021-\\ud7ff]+"
  const WORDS = new RegExp(LETTERS + "(?:[-'’\\u2010\\u2011]" + LETTERS + ")*", "g")
  const JOINT = /[-'’\u2010]/
  const NUMBER = /^[\d\u2010-]+$/
  const ELIDED = /^(?:.|qu|jusqu|lorsqu|puisqu|quoiqu)$/

  const RUN = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+)/
  const ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=..)/

  // Letters with no accent to take off, of Nations too, and how they are typed without them; of ʔ nothing is.
  const SPELT = {}
  const PLAIN = "œoe æae ةه ىي ǝə ɛe ɔo ɩi ʊu ʌə ıi ŋng ɬl łl ɫl ƚl ⱡl λl ƛtl χx ꭓx θth ŧt ⱦt ȼc ⱥa đd ǥg ɣg ʔ ʕ ˀ ʼ ɂ ꞌ"
  for (const letter of PLAIN.split(" ")) SPELT[letter[0]] = letter.slice(1)
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, "").toLowerCase()
    .replace(/[^\0-~ə]/g, (letter) => letter in SPELT ? SPELT[letter] : letter).replace(/([a-z])[:꞉](?=[a-z])/g, "$1")

  // l’écoute -> ecoute, lecoute; 1-888-353 -> 1888353, 888353, 353.
  const pairs = (run) => run.length < 2 ? [run] : run.slice(1).split("").map((_, at) => run.slice(at, at + 2))
  const termsOf = (word) => {
    if (RUN.test(word)) return pairs(word).concat(word.split(""))
    if (ARTICLE.test(word)) return [word, word.replace(ARTICLE, "")]
    const parts = word.split(JOINT)
    if (NUMBER.test(word)) return parts.map((_, at) => parts.slice(at).join(""))
    if (parts.length === 1) return parts.filter((part) => part.length > 1)
    return parts.filter((part) => !ELIDED.test(part)).concat(parts.join(""))
  }
  const wordsIn = (text) => [].concat(...(fold(text).match(WORDS) || []).map((word) => (
    word.replace(/^j(?=[b-df-hk-np-tv-z])/, "").replace(/['’]nt$/, "n't").split(RUN) // jveux -> veux; is'nt -> isn't
  ))).filter(Boolean)

  // cops -> cop, +cops, =7 (a group of `search.yml`); lək̓ʷəŋən -> lekwengen, ~lkwngn, for lekwungen is typed too
  let endings = [], small = new Set(), groups = new Map(), joined = new Set(), dangers = [], calm = []
  const kept = (make, known = new Map()) => (word) => known.get(word) || known.set(word, make(word)).get(word)
  const stem = kept((word) => {
    if (word.length < 4 || /\d/.test(word) || RUN.test(word)) return word
    for (const _ of "ab") {
      const ending = endings.find((one) => word.length > one.length + Math.min(3, one.length) && word.endsWith(one))
      if (ending) word = word.slice(0, -ending.length)
    }
    return word.replace(/(..)([^aeiou])\2$/, "$1$2")
  })
  const groupsOf = (word) => groups.get(stem(word)) || []
  const bonesOf = (word) => "~" + word.replace(/[aeiouə]/g, "")
  const formsOf = kept((word) => [].concat(...termsOf(word.replace(/ə/g, "e")).map((term) => (
    [stem(term)].concat(stem(term) === term ? [] : "+" + term, groupsOf(term))
  )), /ə/.test(word) ? bonesOf(word) : []))
  const termsIn = (text) => [].concat(...wordsIn(text).map(formsOf))
  const learn = () => {
    const said = (name) => fold(window.searchIndex["?" + name] || "").split(" ").filter(Boolean)
    let group = 0
    endings = said("endings").sort((one, other) => other.length - one.length)
    small = new Set(said("small").map((word) => word.replace(/[-']/g, "")))
    for (const word of said("same")) {
      if (word === "|") group++
      else {
        const one = word.replace(/-/g, "")
        joined.add(one)
        if (!small.has(one)) groups.set(stem(one), groupsOf(one).concat("=" + group))
      }
    }
    dangers = (window.searchIndex["?danger"] || "").split("\n").map((line) => line.split(" | ").map((way, at) => (
      at ? way.split(" ").map((forms) => forms.split("/").map((form) => asked(form)[0])) : way
    )))
    calm = (window.searchIndex["?calm"] || "").split("\n").map(asked).filter((one) => one.length)
      .sort((one, other) => other.length - one.length)
  }

  const closed = (text) => text.replace(/\b\d(?: \d)+\b/g, (digits) => digits.replace(/ /g, ""))
    .replace(/\b([a-z])\.(?=[a-z]\b)/gi, "$1") // o.d. -> od.
  const asked = (text) => [].concat(...wordsIn(closed(text)).map((typed) => {
    const word = typed.replace(/ə/g, "e")
    if (RUN.test(word)) return pairs(word)
    if (ARTICLE.test(word)) return [word.replace(ARTICLE, "")]
    const terms = LONE.test(word) ? [word] : termsOf(word)
    return terms.slice(0, NUMBER.test(word) ? 1 : Math.max(1, terms.length - JOINT.test(word)))
  }))

  const load = (address) => new Promise((done, fail) => {
    const script = document.createElement("script")
    script.onload = done
    script.onerror = fail
    script.src = address
    document.head.append(script)
  })

  const listed = () => {
    const root = box.dataset.root || new URL(".", new URL(box.dataset.index, location.href)).href
    const said = window.searchIndex, firsts = (said["?first"] || "").split(" ")
    const linesOf = kept((name) => (said[name] || "").split("\n")), nth = {}
    const entries = [...places.querySelectorAll("a")].map((link, id) => {
      const place = link.href.replace(/index\.html(?=#|$)/, "").slice(root.length), under = place.split("#")[0]
      const line = nth[under] = nth[under] + 1 || 0
      const at = firsts.indexOf(under)
      const [, page, title] = titles(link.parentNode).match(/^(.* › )?(.*)$/)
      const first = at < 0 ? 0 : at ? SECOND : 1
      const [text, asked] = ["", "?"].map((mark) => linesOf(under + mark)[line] || "")
      return { id, link, place, title, page: page || "", first, text, asked }
    })
    // A list that was kept from before the site was built anew has other sections than the words.
    if (Object.keys(nth).some((under) => linesOf(under).length !== nth[under] + 1)) throw new Error("old list")
    return entries
  }
  const build = () => {
    learn()
    const entries = listed(), known = new Map()
    const engine = new window.MiniSearch({
      fields: Object.keys(BOOST),
      tokenize: (text) => termsIn(text).filter((term) => known.set(term, (known.get(term) || 0) + 1)),
      processTerm: (term) => term,
    })
    const find = (words) => search(engine, known, entries, words)
    return engine.addAllAsync(entries, { chunkSize: 50 }).then(() => find)
  }
  let engine // its promise; a broken one is tried again
  const ready = () => {
    engine = engine || Promise.all([load(box.dataset.engine), load(box.dataset.index)]).then(build)
    return engine.catch((error) => { engine = null; throw error })
  }

  const waysOf = (word, known) => {
    const form = "+" + word, ways = new Map(known.has(form) ? [[form, 1]] : [])
    ways.set(stem(word), known.has(form) ? TRUNK : 1)
    for (const group of groupsOf(word)) ways.set(group, GROUP)
    if (/^~.{4}/.test(bonesOf(word)) && known.has(bonesOf(word))) ways.set(bonesOf(word), GROUP)
    return ways
  }

  // The ways of each word that says what is looked for, and how much each way counts.
  const weighed = (asking, known) => {
    const ways = asking.map((word) => waysOf(word, known)), telling = asking.map((word) => !small.has(word))
    asking.forEach((word, at) => { // burn out -> burnout; have to -> =3, a group
      const both = at ? asking[at - 1] + word : "" // as somebody wrote it: me tuer is no metis
      const terms = joined.has(both) ? groupsOf(both).map((group) => [group, GROUP]) : []
      if (known.has(both) || known.has("+" + both)) terms.push([stem(both), 1])
      if (terms.length) for (const one of [at - 1, at]) {
        ways[one] = new Map(telling[one] && !LONE.test(asking[one]) ? [...ways[one], ...terms] : terms)
        telling[one] = telling[one] || !small.has(both)
      }
    })
    const isLone = (terms, at) => LONE.test(asking[at]) && terms.has(asking[at])
    const main = ways.filter((terms, at) => !isLone(terms, at) && (telling[at] || !telling.includes(true)))
    const counts = new Map()
    ways.forEach((terms, at) => isLone(terms, at) || terms.forEach((count, term) => {
      counts.set(term, Math.max(counts.get(term) || 0, main.includes(terms) ? count : count * SMALL))
    }))
    return [main, counts]
  }

  // The sections that say what to do first, where somebody typed all the words of a danger; a calm end says nothing.
  const calmEnd = (words) => calm.find((one) => words.slice(-one.length).join(" ") === one.join(" "))
  const leadsOf = (words) => {
    const end = calmEnd(words), asking = end ? words.slice(0, -end.length) : words
    return dangers.filter(([, ...ways]) => (
      ways.some((way) => way.every((forms) => forms.some((form) => asking.includes(form))))
    )).map(([place]) => place)
  }

  const search = (engine, known, entries, asking) => {
    const [main, counts] = weighed(asking, known), all = [...known.keys()]
    const last = stem(asking[asking.length - 1]), begun = kept((term) => all.some((one) => one.startsWith(term)))
    const hits = engine.search([...counts.keys()].join(" "), {
      tokenize: (terms) => terms.split(" "),
      boost: BOOST,
      bm25: { k: 0.8, b: 0.4, d: 0.5 },
      weights: { prefix: 0.8, fuzzy: 0.45 },
      boostTerm: (term) => counts.get(term),
      prefix: (term) => /^[^+=]./.test(term) && (
        term === last ? !known.has(term) || /\d|.{4}/.test(term) : !known.has(term) && term.length > 4
      ),
      fuzzy: (term) => /^[^+=\d]{4,}$/.test(term) && !known.has(term) && !begun(term) && SLIP,
    })
    const least = (terms) => Math.max(SEEN, Math.min(...[...terms.keys()].map((term) => known.get(term) || SEEN)))
    const sum = (all) => all.reduce((before, terms) => before + Math.log(2 + entries.length / least(terms)), 0)
    const shareOf = (found) => sum(main.filter((ways) => found.some((term) => ways.has(term)))) / sum(main)
    const near = {}, pageOf = (id) => entries[id].link.href.split("#")[0]
    for (const { id, queryTerms } of hits) near[pageOf(id)] = (near[pageOf(id)] || []).concat(queryTerms)
    const leads = leadsOf(asking), isCalm = calmEnd(asking) && !leads.length
    const rated = hits.map(({ id, score, terms, queryTerms }) => {
      const share = (1 - NEAR) * shareOf(queryTerms) + NEAR * shareOf(near[pageOf(id)])
      const telling = terms.filter((term) => !small.has(term.replace("+", "")))
      const rate = score / queryTerms.length * Math.pow(share, SHARE)
      const lift = isCalm ? -entries[id].first : entries[id].first * FIRST
      return Object.assign({}, entries[id], { terms: telling.length ? telling : terms, share, score: rate * (1 + lift) })
    })
    const best = Math.max(...rated.map((hit) => hit.share))
    const others = spread(rated.filter((hit) => hit.share > best * LEAST))
    const led = [].concat(...leads.map((place) => entries.filter((entry) => entry.place === place)))
    return led.map((entry) => rated.find((hit) => hit.id === entry.id) || Object.assign({ terms: [] }, entry))
      .concat(others.filter((hit) => !leads.includes(hit.place)))
  }

  const spread = (hits) => {
    const times = {}, sort = () => hits.sort((one, other) => other.score - one.score)
    for (const hit of sort()) {
      const page = hit.link.href.split("#")[0]
      times[page] = (times[page] || 1 / AGAIN) * AGAIN
      hit.score *= times[page]
    }
    return sort()
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

  const excerpt = (text, terms) => {
    const first = new Map()
    text.replace(WORDS, (word, place) => {
      for (const term of termsIn(word)) if (!first.has(term)) first.set(term, place)
    })
    const place = first.get(terms.find((term) => first.has(term))) || 0
    const start = place < 60 ? 0 : text.indexOf(" ", place - 60) + 1
    const space = text.indexOf(" ", start + 160)
    const end = space < 0 ? text.length : space
    const cut = end > start + 300 ? start + 160 : end
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
      const terms = asked(field.value)
      const hits = terms.some((term) => !LONE.test(term)) ? find(terms) : []
      show(hits, terms.length ? say(hits.length) : "")
    }).catch(() => show([], box.dataset.broken))
  }

  let clock
  field.addEventListener("focus", () => { ready().catch(() => {}) })
  field.addEventListener("input", () => { clearTimeout(clock); clock = setTimeout(look, 150) })
  addEventListener("pagehide", () => { // the Back button may show this very page again
    clearTimeout(clock)
    field.value = ""
    show([], "")
  })
  box.hidden = false
}
