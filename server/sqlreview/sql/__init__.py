"""Text to statements and tokens: syntax without meaning; nothing here raises on user SQL."""
