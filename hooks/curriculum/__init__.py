"""The curriculum, without the site generator.

What comes in: `curriculum.yml`, the pages of `docs/`, the edition of the place, and (facilitator site only) the notes.
What goes out: a list of problems, the HTML of each page, the menu, and the files to print and to keep.

The rooms, in the order in which a page passes through them; each uses only those above it:

    words/      week, part, page, section, handout, edition, problem; what the site says, in each language
    read/       files -> values with line numbers; which folders make one site, and which file wins
    begin/      nine answers -> the files of an edition that begins from nothing
    watch/      an edition beside what it replaced -> what changed since, and how to take it in; what is due
    translate/  a text beside the same in another language -> which sections are behind, and how they catch up
    pictures/   an author's words -> SVG
    elements/   `/// lines | 4` and its like, found in a text; Markdown -> one tree for every output
    compose/    page + notes + facts + lines to call + plan -> the Markdown that is rendered
    site/       what stands around a page: menu, frame, search, what it may do in a browser, what its host is told
    formats/    articles -> PDF, Word, EPUB, one page to send, a form to fill in; which documents there are
    checks/     everything that was read -> problems      review/   what a second reader would say
    adopt/      a page of Word, HTML or another Markdown -> one of ours, and a list of what could not be carried
    publish/    built folders -> sites that are replaced whole or not at all; copies that open from a USB stick
    verify/     a folder, a ZIP or a file -> what in it belongs to facilitators, however it is packed and written
    packs/      what is behind in a language -> one file for its translator, and back into the pages
    course      read -> check -> make: the finished value that everything after it is given
    live/       all of this in a browser while somebody writes: what is looked at is made, what was saved is read again
    commands/   one module for each command of `python -m curriculum`

Nothing here imports MkDocs. Only functions named `read_*` and `write_*` touch the disk.
"""
