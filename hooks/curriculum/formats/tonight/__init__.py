"""A session while it is held -> one HTML file for a facilitator's phone or tablet, which no participant has.

pieces   what sheets are put together of
due      what to drop in a part when we are late
ringing  the number to call, at each step that says to call it
sheets   page, notes, guide and handouts -> sheets: one for each part, one for emergencies, and what stands around
words    what the script says, and how a language writes a time
page     the sheets as one document, which asks for nothing and stores nothing
"""
