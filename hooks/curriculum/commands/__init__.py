"""One module for each command of `python -m curriculum`, each with a `main` that takes the rest of the command line."""
