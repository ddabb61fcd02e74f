"""Pages of the curriculum -> accessible PDFs: handouts, packs, books. Every article is laid out once.

    everything  a curriculum -> all its PDFs        sets     one week, with as many copies as there are people
    printing    documents -> their PDFs, made or kept from before
    press       article + template + fonts -> its pages (PDF/UA-1, on Letter), refused when they would not be accessible
    reading     those pages -> a part, which any document may take in
    assemble    parts -> a document: one tree of tags, one list of bookmarks, on Letter or A4
    draft       the document while it grows         part     what is known of each article
    numbers     the number of each page             bookmarks  the headings, one inside the other
    objects     the objects of a PDF, read and written

    markup      the tree of an article -> Typst markup; only the elements it knows, so that nothing is lost silently
    tables      one table of it                     drawings one picture of it
    codes       an address -> a code for a phone    quoting  words -> a Typst string

The template and its fonts are in `overrides/print/`: `document.typ`, then `elements.typ`, `cards.typ`, `grid.typ`.
"""
