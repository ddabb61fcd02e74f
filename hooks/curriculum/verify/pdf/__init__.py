"""A PDF -> all that it says: on its pages, about itself, in what is attached, in what was left in it and is not shown.

Own code, because a command that partners run needs no more packages than the build, and because a reader that draws
pages looks at what is drawn: here every stream and every string of a file is read, also where nothing leads to it.

    objects    the file -> its objects, those in compressed streams too
    filters    a stream -> what it holds
    fonts      the codes of a font -> letters
    drawn      the content of a page -> its words
    document   all of this
"""
