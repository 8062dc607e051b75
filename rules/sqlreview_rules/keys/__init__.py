"""Primary keys, foreign keys and other constraints."""
