// Tonight: what is now, what is next, how many minutes are left, from the clock of this device. Nothing is stored, sent,
// or added to the history. What was chosen stands in the address as numbers, so that a page which the phone dropped
// comes back with it, on the same evening. For old phones too: no syntax newer than 2017.
{
  const DAY = 1440
  const PATIENCE = 5 // minutes without a touch, after which the screen follows the clock by itself
  const EVENING = 720 // minutes for which a choice in the address counts
  const page = document.querySelector("main")
  const words = JSON.parse(page.dataset.words)
  const all = (selector) => [...page.querySelectorAll(selector)]
  const find = (name) => page.querySelector(`[data-is="${name}"]`)
  const field = find("start")
  const lates = field.dataset.late.split(" ").filter(Boolean).map(Number)
  const sheets = all(".sheet")
  const steps = all("[data-step]") // before, each part, after
  const parts = all("[data-minutes]").map((sheet) => sheet.dataset.minutes.split(" ").map(Number))
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0)
  const title = (place) => steps[place].querySelector("h2").textContent
  const emergencies = document.querySelector(".brand").hash.slice(1)
  let step, shown, start, held = false, late = 0, from = 0, touched = Date.now()

  // Words by the first pattern that fits what is counted.
  const say = (name, values) => words[name].find(([pattern]) => RegExp(`^(?:${pattern})$`).test(values.count))[1]
    .replace(/\{(\w+)\}/g, (_, key) => values[key])
  const minutes = (count) => say("minutes", { count })
  const time = (moment) => {
    const whole = (Math.floor(moment) + DAY) % DAY, hour = Math.floor(whole / 60)
    const minute = ("0" + whole % 60).slice(-2)
    return say("time", { count: hour + ":" + minute, hour, minute, hour12: (hour + 11) % 12 + 1 })
  }
  // "18h30", "18.30", "6:30 pm", "1830" -> 1110: where a browser has no field for a time, people write it their way.
  const minutesOf = (written) => {
    const found = RegExp(`^(?:${words.written})$`, "i").exec(written.trim())
    const [, hours, minute = 0, morning, evening] = found || []
    const hour = evening && hours < 12 ? Number(hours) + 12 : morning && Number(hours) === 12 ? 0 : Number(hours)
    return hour < 24 && minute < 60 ? hour * 60 + Number(minute) : null
  }

  // Where each part begins and ends, in minutes after the start. When we are late, the part we were in begins as many
  // minutes later, and from it on each part gives back what it can, until all is given back.
  const plan = () => {
    const most = lates.findIndex((_, place) => sum(parts.slice(from).map((part) => part[place + 1])) >= late)
    const by = most < 0 ? lates.length : most + 1
    let owed = late, end = 0
    return parts.map((part, place) => {
      const less = place < from ? 0 : Math.min(owed, part[by])
      const begin = end + (place === from ? late : 0)
      owed -= less
      end = begin + part[0] - less
      const said = part[by] === less ? by : part.findIndex((cut, plan) => plan && cut >= less) // the words that free enough
      return { begin, end, less, minutes: part[0] - less, plan: lates[said - 1], some: part[said] > less }
    })
  }
  // Minutes since the start. Of a whole day, what is not the session is shared between before and after.
  const since = (end) => {
    const now = new Date()
    const gone = (now.getHours() * 60 + now.getMinutes() + now.getSeconds() / 60 - start + DAY) % DAY
    return gone < (DAY + end) / 2 ? gone : gone - DAY
  }
  const look = () => {
    const slots = plan(), end = slots[slots.length - 1].end, now = since(end)
    const place = slots.findIndex((slot) => now < slot.end)
    return { slots, end, now, clock: now < slots[0].begin ? 0 : place < 0 ? steps.length - 1 : place + 1 }
  }

  const told = ({ slots, end, now }) => {
    const slot = slots[step - 1], at = (moment) => time(start + moment), { begin } = slots[0]
    if (!step && now < begin) return say("waits", { count: Math.ceil(begin - now), time: at(begin) })
    if (!step) return say("began", { time: at(begin) })
    if (!slot) return say("ends", { time: at(end) })
    if (!slot.minutes) return say("out", {})
    if (now < slot.begin) return say("begins", { time: at(slot.begin), minutes: minutes(slot.minutes) })
    if (now < slot.end) return say("left", { count: Math.ceil(slot.end - now), time: at(slot.end) })
    return say("past", { count: Math.floor(now - slot.end) })
  }
  const write = (name, text) => {
    const place = find(name)
    if (place.textContent !== text) place.textContent = text
    place.hidden = !text
  }
  // What to drop in a part, under its title: the words of the plan that is in use.
  const explain = (slot, place) => {
    const due = steps[place + 1].querySelector("[data-due]")
    if (!due) return
    due.hidden = !slot.less
    for (const said of due.querySelectorAll("[data-plan]")) {
      said.hidden = Number(said.dataset.plan) !== slot.plan
      const values = { count: slot.minutes, minutes: minutes(slot.minutes), before: parts[place][0], late: minutes(late) }
      if (!said.hidden) said.firstChild.textContent = say(slot.some ? "due-some" : "due", values)
    }
  }
  const draw = () => {
    const seen = look(), { slots, end, now, clock } = seen, here = shown === steps[step], next = slots[step]
    if (!held && here && clock !== step && Date.now() - touched > PATIENCE * 60000) return go(clock)
    write("left", told(seen))
    write("next", !steps[step + 1] ? "" : say(next ? "following" : "then", {
      part: title(step + 1), minutes: next && minutes(next.minutes),
    }))
    write("now", say("now", { time: time(start + now) }))
    write("behind", late ? say("behind", { late: minutes(late) }) : "")
    write("clock", clock === step ? "" : say("clock", { part: title(clock) }))
    write("return", here ? "" : say("return", { part: title(step) }))
    find("steps").hidden = !here
    const calm = shown && shown.id === emergencies // nothing but the hour and the way back
    page.querySelector(".clock").classList.toggle("calm", Boolean(calm))
    for (const name of calm ? ["left", "next", "behind", "clock"] : []) write(name, "")
    if (calm) write("return", say("evening", {}))
    find("back").disabled = !step
    find("forth").disabled = !steps[step + 1]
    all("[data-is=rows] tbody tr").forEach(({ cells, classList }, place) => {
      const slot = slots[place] || { begin: end, minutes: sum(slots.map((each) => each.minutes)) }
      cells[0].textContent = time(start + slot.begin)
      cells[2].textContent = slot.minutes
      classList.toggle("here", place === step - 1)
    })

    const over = end - sum(parts.map((part) => part[0]))
    write("ends", say(over > 0 ? "ends-late" : "on-time", { count: over, time: time(start + end) }))
    find("less").innerHTML = ""
    slots.forEach((slot, place) => {
      explain(slot, place)
      if (!slot.less) return
      const values = { part: title(place + 1), minutes: minutes(slot.minutes), before: parts[place][0] }
      find("less").appendChild(document.createElement("li")).textContent = say(slot.minutes ? "instead" : "dropped", values)
    })
    for (const button of all("[data-late-by]")) button.setAttribute("aria-pressed", Number(button.dataset.lateBy) === late)
  }
  const bring = (place) => {
    place.tabIndex = -1
    place.focus({ preventScroll: true })
  }
  const show = (sheet, target) => {
    shown = sheet
    for (const other of sheets) other.classList.toggle("shown", other === sheet)
    draw()
    bring(target || sheet.querySelector("h2"))
    if (!target) return scrollTo(0, 0)
    target.scrollIntoView()
    const bar = page.querySelector(".clock").getBoundingClientRect().bottom // it grows with its words
    scrollBy(0, target.getBoundingClientRect().top - Math.max(0, bar) - 8)
  }
  const go = (place) => {
    step = place
    show(steps[place])
  }
  const hold = (place) => {
    held = place !== look().clock
    go(place)
  }
  const wake = () => { // after a sleep, what the clock says; what was chosen by hand stays
    const { clock } = look()
    if (!held && clock !== step && shown === steps[step]) go(clock)
    else draw()
  }

  // Who is late is in the part chosen by hand, or else in the one that the clock had so many minutes ago.
  const replan = (by) => {
    from = late = 0
    const { slots, now } = look(), place = slots.findIndex((slot) => now - by < slot.end)
    late = by
    from = held ? Math.max(0, step - 1) : place < 0 ? slots.length - 1 : place
    if (!held) step = look().clock
    draw()
    keep()
  }

  // What was chosen, in the address: the start, how late, from which part, of which plan, and when that was said.
  const minute = () => Math.floor(Date.now() / 60000)
  const own = parts.reduce((all, part) => (all * 31 + sum(part)) % 9973, 7)
  const keep = () => {
    const plain = !late && start === minutesOf(field.dataset.start)
    const address = location.href.split("#")[0] + (plain ? "" : "#" + [start, late, from, own, minute()].join("-"))
    try { history.replaceState(history.state, "", address) } catch (error) { return } // an address that may not change
  }
  const recall = () => {
    start = minutesOf(field.dataset.start)
    const kept = /^#\d+-\d+-\d+-\d+-\d+$/.test(location.hash) ? location.hash.slice(1).split("-").map(Number) : []
    const age = minute() - kept[4]
    if (kept[3] !== own || !(age >= 0 && age < EVENING) || !(kept[0] < DAY) || !(kept[2] < parts.length)) return
    if (kept[1] && lates.indexOf(kept[1]) < 0) return
    ;[start, late, from] = kept
  }
  const choose = (written) => {
    const read = minutesOf(written || field.dataset.start)
    if (read !== null) start = read
    write("unread", read === null ? say("unread", { written, time: time(start) }) : "")
    wake()
    keep()
  }

  const DO = {
    back: () => hold(step - 1),
    forth: () => hold(step + 1),
    list: () => show(find("list-sheet")),
    return: () => show(steps[step]),
    clock: () => hold(look().clock),
  }
  document.addEventListener("click", (event) => {
    touched = Date.now()
    const button = event.target.closest("button")
    if (button && DO[button.dataset.is]) DO[button.dataset.is]()
    else if (button) replan(Number(button.dataset.lateBy))
    // A link inside shows what it leads to, and leaves no trail.
    const link = event.target.closest('a[href^="#"]')
    const target = link && document.getElementById(link.hash.slice(1))
    if (!target) return
    const sheet = target.closest(".sheet")
    event.preventDefault()
    if (!sheet) return bring(target)
    if (sheet !== target) show(sheet, target)
    else if (steps.includes(sheet)) hold(steps.indexOf(sheet))
    else show(sheet)
  })
  for (const name of ["scroll", "keydown", "touchstart"]) addEventListener(name, () => { touched = Date.now() })
  for (const name of ["visibilitychange", "pageshow", "focus"]) addEventListener(name, () => { if (!document.hidden) wake() })
  field.addEventListener("input", () => { if (field.type === "time") choose(field.value) })
  field.addEventListener("change", () => choose(field.value)) // where it holds plain text, once it is written

  document.documentElement.classList.add("live")
  recall()
  field.value = ("0" + Math.floor(start / 60)).slice(-2) + ":" + ("0" + start % 60).slice(-2)
  for (const part of all("[data-live]")) part.hidden = false
  hold(look().clock)
  setInterval(draw, 5000)
}
