"""Markdown of other tools -> blocks: `reading` and `containers` take lines apart, `words` what stands in them."""
