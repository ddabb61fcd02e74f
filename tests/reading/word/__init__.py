"""Word files as others read them: words, order, lists, tables, structure."""
