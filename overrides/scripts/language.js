// The language switch keeps the section: the one a link led to while it is on the screen, else the last one scrolled past.
{
  const top = (heading) => heading.getBoundingClientRect().top
  const keep = (event) => {
    const headings = [...document.querySelectorAll("article h2[id], article h3[id]")]
    const passed = headings.filter((heading) => top(heading) < 160).pop()
    const led = document.querySelector("article :target")
    const here = led && top(led) >= 0 && top(led) < innerHeight ? led : passed
    event.currentTarget.hash = here ? here.id : ""
  }
  for (const link of document.querySelectorAll(".other-language")) link.addEventListener("click", keep)
}
