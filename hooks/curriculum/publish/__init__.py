"""Built folders -> sites that are replaced whole or not at all, and copies to hand over."""
