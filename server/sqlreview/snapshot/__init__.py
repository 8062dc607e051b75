"""A live PostgreSQL as files: its schema as SQL and the sizes of its tables, for reviews without a server."""
