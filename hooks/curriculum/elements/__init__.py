"""What authors may write beyond Markdown, found in the text and made into HTML."""
