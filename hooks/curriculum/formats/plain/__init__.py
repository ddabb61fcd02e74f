"""The course as MkDocs alone reads it: Markdown with its facts, lists and frames in place, and nothing of this program.

text       an article -> Markdown for python-markdown and the extensions it brings
project    every page of one language, its pictures by their places, its menu and its configuration
"""
