"""What sort and group keys mean: positions and aliases of the output list stand for its items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.queries.clauses import Output, Source
from sqlreview.queries.model import Query, Select, SetOperation
from sqlreview.queries.values import Value


def output_at(query: Query, position: int) -> Output | None:
    """The output item of that number, 1 is the first; None behind a star, whose columns count as well."""
    outputs = query.output_list[:position]
    return (
        outputs[-1]
        if 0 < position == len(outputs) and not any(output.value.kind == "star" for output in outputs)
        else None
    )


def key_meant(value: Value, query: Query) -> str:
    """The normalised text of the expression that a key stands for."""
    if value.integer is not None:
        output = output_at(query, value.integer)
        return output.value.normalised if output else value.normalised
    if value.column and value.column.qualifier is None:
        for output in query.output_list:
            if output.alias and output.alias.text == value.column.column:
                return output.value.normalised
    return value.normalised


def bare_meant(value: Value, query: Query) -> str:
    """Like `key_meant`, without the qualifier of a plain column, which may be written here and left out there."""
    meant = key_meant(value, query)
    last = meant.rpartition(" . ")[2]
    return last if meant.count(" . ") == 1 and " " not in last and "(" not in meant else meant


def naming_select(query: Query) -> Select | None:
    """The SELECT whose list names the output columns: the query itself, or the first branch of a set operation."""
    while isinstance(query, SetOperation):
        query = query.branches[0]
    return query if isinstance(query, Select) else None


def end_before_order(query: Select) -> int:
    """Where ORDER BY belongs: before LIMIT, OFFSET and FOR UPDATE."""
    later = [part.span.start for part in (query.limit, query.offset, *query.locking) if part]
    return min(later, default=query.span.end)


def readers_of(query: Query, queries: Iterable[Query]) -> Iterator[tuple[Query, Source]]:
    """The queries that read this one as a common table or derived table, each with the relation it is there."""
    for other in queries:
        for source in other.sources:
            if source.query is not None and source.query.span == query.span:
                yield other, source
