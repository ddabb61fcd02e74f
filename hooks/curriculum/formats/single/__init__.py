"""A week and its handouts -> one HTML file, for a messaging app or a phone without internet."""
