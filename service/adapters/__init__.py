"""Adapters: what other programs found in a text, as a processed article."""
