"""Column types that store the wrong thing."""
