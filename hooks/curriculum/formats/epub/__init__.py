"""Chapters -> an EPUB 3 book, for whoever reads with large letters, on an old phone, or by ear."""
