"""Changes that break code still running against the old schema."""
