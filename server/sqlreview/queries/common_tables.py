"""Who reads the queries of a WITH clause."""

from __future__ import annotations

from collections.abc import Iterable

from sqlreview.queries.clauses import CommonTable
from sqlreview.queries.model import Query, Select, Write


def is_read_anywhere(table: CommonTable, queries: Iterable[Query]) -> bool:
    """Whether a query of the statement reads, or may read, a common table; its own recursion does not count."""
    return any(_names(query, table) for query in queries if not _is_inside(query, table))


def _names(query: Query, table: CommonTable) -> bool:
    name = table.name.text
    named = (source.name for source in query.sources if source.kind in ("cte", "table") and source.name)
    if any(found.schema is None and found.text == name for found in named):
        return True
    target = query.target.name if isinstance(query, Write) else query.into if isinstance(query, Select) else None
    return target is not None and target.text == name


def _is_inside(query: Query, table: CommonTable) -> bool:
    return table.span.start <= query.span.start and query.span.end <= table.span.end
