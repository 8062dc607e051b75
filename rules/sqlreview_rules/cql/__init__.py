"""Tables and queries of Cassandra, which answers only what a key was made for."""
