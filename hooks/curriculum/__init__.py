"""The curriculum, without the site generator.

What comes in: `curriculum.yml`, the pages of `docs/`, the edition of the place, and (facilitator site only) the notes.
What goes out: a list of problems, the Markdown of each page, the menu, and the files to print and to keep.

Reading order:

    model       the words: week, part, page, section, handout, edition, problem
    yamlfile    a YAML file -> its values, all text, with line numbers; checked against a schema in schemas/
    source      folders -> pages and sections    folders   what else lies there and must not be published
    layers      which folders make one site, and which file wins
    arc         curriculum.yml -> Arc            edition   profile.yml + resources.yml -> Edition
    checks/     everything read -> problems      problems  a problem -> one sentence, English or French
    facts       {{ org.name }} -> its value      schedule  parts + start time -> run sheet
    compose     page + notes + facts -> the Markdown that is rendered
    content_notes   what is said before a hard section                    telling   words that no title or address holds
    elements    `/// lines | 4` -> HTML          forms     the same HTML -> fields to fill in on a phone
    paper       what becomes a file              packs     what opens a pack and a book
    printing/   documents -> PDF                 exports/  documents -> Word, EPUB, ZIP, one page to send
    downloads   links to all of these            pictures/ an author's words -> SVG
    search      pages -> what can be found, and a list of it
    frame       what stands around a page        policy    what a page may do; its scripts, pinned
    review/     pages -> what a second reader would say
    publish     built folders -> a site that is replaced whole or not at all
    hosting     the headers a host sends
    offline/    a built site -> ZIPs that open from a USB stick             tags     HTML -> the same with other tags

Nothing here imports MkDocs. Only functions named `read_*` and `write_*` touch the disk.
"""
