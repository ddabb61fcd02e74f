// The language switch keeps the section: it leads to the heading last scrolled past. Without this, it keeps the page.
document.querySelector(".other-language")?.addEventListener("click", (event) => {
  const passed = [...document.querySelectorAll("article :is(h2, h3)[id]")].filter((h) => h.getBoundingClientRect().top < 160)
  event.currentTarget.hash = passed.length ? passed.at(-1).id : ""
})
