"""How well and how fast the built-in pipeline extracts, by evaluation data and scorers that stand in a folder."""
