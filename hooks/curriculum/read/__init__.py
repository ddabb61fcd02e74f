"""Files of the repository -> values, with line numbers; what cannot be used is a problem, never an exception."""
