"""The record of a table of Cassandra."""

from __future__ import annotations

from sqlreview.frozen import frozen
from sqlreview.schema.origins import Origin


@frozen
class CqlTable:
    """A table or materialized view of Cassandra: its key says which queries it can answer."""

    name: str
    partition: tuple[str, ...]
    """The columns of the partition key."""
    clustering: tuple[str, ...] = ()
    """The columns that order the rows of a partition."""
    descending: tuple[str, ...] = ()
    """The clustering columns that are stored in descending order."""
    indexed: tuple[str, ...] = ()
    static: tuple[str, ...] = ()
    origin: Origin
