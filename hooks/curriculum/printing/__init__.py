"""A handout's HTML -> an accessible PDF.

    markup   HTML -> Typst markup; only the elements it knows, so that nothing is lost silently
    press    markup + template + fonts -> PDF bytes (PDF/UA-1), refused when it would not be accessible
    sheets   curriculum -> one sheet for each handout, language and paper

The template and its fonts are in `overrides/print/`.
"""
