"""PDFs as others read them: words, tags, marks, margins, conformance."""
