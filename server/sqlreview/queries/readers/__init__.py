"""Readers of the parts of a query; each steps over token ranges of a Level."""
