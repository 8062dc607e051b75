"""Indexes that are missing, useless or impossible."""
