"""A built site -> a copy that opens from a USB stick by a double click, one ZIP for each language.

    pages    a page of the site -> the same page where links lead to files
    copies   the files of a site -> those of one copy, with one page to open and a note on how

A copy has the pages of every language, so that the switch between them works, and the downloads of its own.
"""
