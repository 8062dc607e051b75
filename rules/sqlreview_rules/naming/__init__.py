"""Names of objects."""
