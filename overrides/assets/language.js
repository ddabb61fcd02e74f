// The language switch keeps the section: the one a link led to while it is on the screen, else the last one scrolled past.
document.querySelector(".other-language")?.addEventListener("click", (event) => {
  const top = (heading) => heading.getBoundingClientRect().top
  const passed = [...document.querySelectorAll("article :is(h2, h3)[id]")].filter((heading) => top(heading) < 160)
  const led = document.querySelector("article :target")
  const here = led && top(led) >= 0 && top(led) < innerHeight ? led : passed.at(-1)
  event.currentTarget.hash = here ? here.id : ""
})
