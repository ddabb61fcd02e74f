"""A page + its notes + facts + what is written for the author -> the Markdown that is rendered."""
