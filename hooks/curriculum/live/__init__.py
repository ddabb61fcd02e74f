"""The course in a browser while it is written: what is looked at is made, and what changed is read again; no more."""
