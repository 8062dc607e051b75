"""A rule pack of the tests, which does not depend on what the real ones report."""
