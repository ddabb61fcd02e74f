// Tonight: what is now, what is next, how many minutes are left, from the clock of this device. Nothing is stored, sent,
// or added to the history; whoever reloads starts anew. For old phones too: no syntax newer than 2017.
{
  const DAY = 1440
  const PATIENCE = 5 // minutes without a touch, after which the screen follows the clock by itself
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
  let step, shown, held = false, late = 0, from = 0, touched = Date.now()

  // Words by the first pattern that fits what is counted.
  const say = (name, values) => words[name].find(([pattern]) => RegExp(`^(?:${pattern})$`).test(values.count))[1]
    .replace(/\{(\w+)\}/g, (_, key) => values[key])
  const minutes = (count) => say("minutes", { count })
  const time = (moment) => {
    const whole = (Math.floor(moment) + DAY) % DAY, hour = Math.floor(whole / 60)
    const minute = ("0" + whole % 60).slice(-2)
    return say("time", { count: hour + ":" + minute, hour, minute, hour12: (hour + 11) % 12 + 1 })
  }

  // Where each part begins and ends, in minutes after the start. When we are late, the part we were in begins as many
  // minutes later, and from it on each part gives back what it can, until all is given back.
  const plan = () => {
    const most = lates.findIndex((_, place) => sum(parts.slice(from).map((part) => part[place + 1])) >= late)
    let owed = late, end = 0
    return parts.map((part, place) => {
      const less = place < from ? 0 : Math.min(owed, part[most < 0 ? lates.length : most + 1])
      const begin = end + (place === from ? late : 0)
      owed -= less
      end = begin + part[0] - less
      return { begin, end, less, minutes: part[0] - less }
    })
  }
  const start = () => {
    const [hour, minute] = (field.value || field.dataset.start).split(":").map(Number)
    return hour * 60 + minute
  }
  // Minutes since the start. Of a whole day, what is not the session is shared between before and after.
  const since = (end) => {
    const now = new Date()
    const gone = (now.getHours() * 60 + now.getMinutes() + now.getSeconds() / 60 - start() + DAY) % DAY
    return gone < (DAY + end) / 2 ? gone : gone - DAY
  }
  const look = () => {
    const slots = plan(), end = slots[slots.length - 1].end, now = since(end)
    const place = slots.findIndex((slot) => now < slot.end)
    return { slots, end, now, clock: now < 0 ? 0 : place < 0 ? steps.length - 1 : place + 1 }
  }

  const told = ({ slots, end, now }) => {
    const slot = slots[step - 1], at = (moment) => time(start() + moment)
    if (!step) return now < 0 ? say("waits", { count: Math.ceil(-now), time: at(0) }) : say("began", { time: at(0) })
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
  const draw = () => {
    const seen = look(), { slots, end, now, clock } = seen, here = shown === steps[step], next = slots[step]
    if (!held && here && clock !== step && Date.now() - touched > PATIENCE * 60000) return go(clock)
    write("left", told(seen))
    write("next", !steps[step + 1] ? "" : say(next ? "following" : "then", {
      part: title(step + 1), minutes: next && minutes(next.minutes),
    }))
    write("now", say("now", { time: time(start() + now) }))
    write("clock", clock === step ? "" : say("clock", { part: title(clock) }))
    write("return", here ? "" : say("return", { part: title(step) }))
    find("steps").hidden = !here
    find("back").disabled = !step
    find("forth").disabled = !steps[step + 1]
    all("[data-is=rows] tbody tr").forEach(({ cells, classList }, place) => {
      const slot = slots[place] || { begin: end, minutes: end }
      cells[0].textContent = time(start() + slot.begin)
      cells[2].textContent = slot.minutes
      classList.toggle("here", place === step - 1)
    })

    const over = end - sum(parts.map((part) => part[0]))
    write("ends", say(over > 0 ? "ends-late" : "on-time", { count: over, time: time(start() + end) }))
    find("less").innerHTML = ""
    slots.forEach((slot, place) => {
      if (!slot.less) return
      const values = { part: title(place + 1), minutes: minutes(slot.minutes), before: parts[place][0] }
      find("less").appendChild(document.createElement("li")).textContent = say(slot.minutes ? "instead" : "dropped", values)
    })
    for (const button of all("[data-late-by]")) button.setAttribute("aria-pressed", Number(button.dataset.lateBy) === late)
  }
  const show = (sheet, target) => {
    shown = sheet
    for (const other of sheets) other.classList.toggle("shown", other === sheet)
    draw()
    const place = target || sheet.querySelector("h2")
    place.tabIndex = -1
    place.focus({ preventScroll: true })
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
    const sheet = target && target.closest(".sheet")
    if (!sheet) return
    event.preventDefault()
    if (sheet !== target) show(sheet, target)
    else if (steps.includes(sheet)) hold(steps.indexOf(sheet))
    else show(sheet)
  })
  for (const name of ["scroll", "keydown", "touchstart"]) addEventListener(name, () => { touched = Date.now() })
  for (const name of ["visibilitychange", "pageshow", "focus"]) addEventListener(name, () => { if (!document.hidden) wake() })
  field.addEventListener("input", wake)

  document.documentElement.classList.add("live")
  field.value = field.dataset.start
  for (const part of all("[data-live]")) part.hidden = false
  hold(look().clock)
  setInterval(draw, 5000)
}
