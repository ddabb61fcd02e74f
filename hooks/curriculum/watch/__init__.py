"""What an edition replaced of the shared course -> what became of it: states, differences, merges, edits in place.

Nothing here needs git or the internet: an edition keeps the text that each of its replacements had in front of it.
"""
