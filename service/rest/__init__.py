"""REST under /v1: services write articles and read what is stored, from one table of operations."""
