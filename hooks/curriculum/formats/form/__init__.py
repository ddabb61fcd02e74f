"""A handout's page -> the same sheet with fields, to fill in on a phone."""
