"""The built facilitator site -> one HTML file that a phrase opens, from a stick, a message or any host.

    phrases   six words for each person: generated, never chosen
    envelope  bytes and phrases -> bytes that one of the phrases opens, and nothing else does
    letters   bytes -> text that a browser reads back as the same bytes
    contents  the files of a site -> the bytes that are sealed: pages with links that work inside one file
    file      all of it -> the HTML file: a field for the phrase, the script that opens, and what is sealed

`unlock.html`, `unlock.css` and `unlock.js` are that file without its words. Only the command `seal` loads this room's
libraries, which a partner who never seals does not have.
"""
