"""Queries that return, match or cost the wrong thing."""
