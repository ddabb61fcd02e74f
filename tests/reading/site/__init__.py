"""Built sites as files: their pages, and what leaks."""
