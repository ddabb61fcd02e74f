"""E-books as others read them: chapters, packages, a phone."""
