"""A page that somebody wrote elsewhere -> a page of ours, notes for facilitators, and a list of what was not carried.

    kinds       bytes -> what sort of file it is, whatever its name says
    markdown/   Markdown of other tools -> blocks
    html        a page of a site or of Google Docs -> blocks
    word        a Word file -> blocks
    writing     blocks -> our Markdown; words are in it, in the notes, or in the list

A reader never leaves out words by itself: what it cannot carry is a `Left`, with its line and all of its words.
"""
