// A sheet is filled in on its page: fields have the size of their words, and leaving the page empties them.
{
  const sheet = document.querySelector("form.fill")
  const fields = [...sheet.querySelectorAll("textarea")]
  // The frame of a field repeats its words, unseen, and so takes their size on a screen and on paper.
  const repeat = (field) => { field.parentNode.dataset.words = field.value }
  const forget = (field) => { delete field.parentNode.dataset.words }

  sheet.addEventListener("input", ({ target }) => { if (fields.includes(target)) repeat(target) })
  sheet.addEventListener("reset", () => fields.forEach(forget))
  addEventListener("pagehide", () => sheet.reset()) // the Back button may show this very page again
  sheet.querySelector(".fill-end button[hidden]").addEventListener("click", () => print())
  // What only a script can promise or do.
  for (const part of sheet.querySelectorAll(".fill-note [hidden], .fill-end [hidden]")) part.hidden = false
  fields.forEach(repeat) // what was written before the script came
}
