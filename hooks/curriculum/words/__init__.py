"""The words of the project: frozen values, and what the site and its messages say in each language.

A language has a folder of its code with these tables; `labels.read_words` reads them, and no other module knows which
languages there are (that is in `mkdocs.yml`):

    labels    what stands on pages and paper            messages  what each rule says, why, and an example
    terms     words that a message puts in its sentence  rules     what stands around the rules when they are listed
    forms     numbers, sizes, times, dates, signs        styles    the styles of a Word document
    reading   how hard a page reads                      wording   words to weigh
    telling   what a title or an address must not say    phrases   which words open a sealed file, and which do not
    openings  how words for facilitators begin          watch     what became of what an edition replaced
    doctor    what is the matter with an edition        translate how languages stand beside each other
    adopt     what became of a page written elsewhere
    beside    units, answers, common words, to compare   search   what people type, by where it leads
    packs     what a pack for a translator says

Where words go by a number, a time or a date, an entry is a table of patterns, and the first that fits is said: so a
language may have as many plurals as it needs. What is a name in code (`first-steps`, `missing-id`) is the same in all.
"""
