"""Pages of the curriculum -> accessible PDFs: handouts, packs, books.

    articles    a page -> what is printed of it, and what stands around it
    documents   articles -> a handout, the handouts of a week, a book
    everything  a curriculum -> all its PDFs        sets     one week, with as many copies as there are people
    kept        a document -> its PDF, made or kept from before
    press       document + template + fonts -> PDF bytes (PDF/UA-1), refused when it would not be accessible
    markup      HTML -> Typst markup; only the elements it knows, so that nothing is lost silently
    tables      one table of it                     drawings one picture of it
    codes       an address -> a code for a phone    refusal  what cannot be put on paper, and why

The template and its fonts are in `overrides/print/`: `document.typ`, then `elements.typ`, `cards.typ`, `grid.typ`.
"""
