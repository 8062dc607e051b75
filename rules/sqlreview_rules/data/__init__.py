"""Data that is lost, rejected or rewritten by accident."""
