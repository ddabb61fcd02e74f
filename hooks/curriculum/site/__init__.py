"""What stands around every page of a site, and what its host is told."""
