"""A folder, a ZIP or a file -> does anything in it belong to facilitators?

    letters    a text -> its letters and digits alone, whatever their dress
    runs       notes and guide -> the runs of letters that only facilitators have, each with the line it stands in
    written    a text -> the same text without its escapes, marks and splits; the bytes that are spelt out in it
    packed     bytes -> what is packed in them; pictures, pdf/: the same for these
    search     all of this, until nothing is left to open
    places     which file names participants may have
    rebuild    the participants' site made anew beside other notes, to compare
    page       what was checked, and what was found, on one page to keep

What cannot be opened is a problem, never a silence. `limits` of the page say what no search can find.
"""
