"""The words of the project: frozen values, and what the site and its messages say in each language."""
