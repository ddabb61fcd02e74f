"""What is behind in a language, in one file for whoever translates it, and back.

    lines     the Markdown of a section <-> the lines that a translator types
    values    a row of a pack, and what came back of it
    marking   what changed in a text, with signs around the words
    terms     which words of the glossary a text holds
    making    a project + a language -> a pack: each section that is behind, missing or new there
    word      pack -> a Word table of two columns
    looks     how words in a Word file look to whoever typed them
    left      a cell of such a file -> what in it no row can take in
    returned  such a file -> rows
    xliff     pack -> XLIFF 1.2, for programs of translators
    units     such a file -> rows
    cleaning  lines that came back -> lines as Markdown wants them
    marked    pack <-> one file of Markdown, for any editor
    opened    a file of any of the three -> rows, whoever made it
    outline   a row that came back, beside its source -> keys, headings and words that it has not
    fitting   a row that came back -> why it cannot be taken in
    placing   a section -> the page that holds it, every other byte as it was
    apart     pieces of a page -> whether one would swallow the next
    drafting  a page and its rows -> its text with all or some of them
    overlaid  what was read of a project -> the same with other texts in some files
    standing  the project with other texts in it -> what `check` would find there, and does not find now
    settling  drafts -> the rows that may stand there, and why others may not
    taken     what became of the rows of a file; pages and what is kept of both texts, written
    taking    rows that came back -> all of that, in this order

A row is a section: the unit of everything else here, so that no form needs rules of its own. Its name has two sums, of
the text to translate and of the translation as it was: what moved on while the file was away is known from them alone.
"""
