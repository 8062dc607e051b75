"""The rule packs that come with sqlreview."""
