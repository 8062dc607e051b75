"""Measures on real servers what the cases of tests/locks/truth.json lock, rewrite and scan (docs/TRUTH.md)."""
