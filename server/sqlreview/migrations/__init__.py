"""Files to ordered migrations."""
