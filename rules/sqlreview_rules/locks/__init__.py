"""Locks, rewrites and scans that make others wait."""
