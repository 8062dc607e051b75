"""How the relations of a query are connected, and how foreign keys would connect them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import (
    ColumnReference,
    Predicate,
    Query,
    Source,
    Write,
    references_of,
    row_conditions_of,
    subqueries_of,
)
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.naming import quoted
from sqlreview.schema.resolution import own_source_of, table_of
from sqlreview.schema.row_counts import one_row_sources
from sqlreview.text import Span

_OUTER = -1
_UNKNOWN = -2


def unconnected_sources(query: Query, catalog: Catalog) -> tuple[Source, ...]:
    """Relations of many rows that no condition connects with the first one (of a write: with its target).

    Conditions connect through other relations, too, and through values both sides are equal to. Relations of one row,
    functions, VALUES lists and what CROSS JOIN or LATERAL joins on purpose are never among them.
    """
    if len(query.sources) < 2:
        return ()
    groups = _Groups(len(query.sources))
    for members in _links(query, catalog):
        groups.join(members)
    single = one_row_sources(query, catalog)
    large = [index for index, source in enumerate(query.sources) if _is_large(source) and source.span not in single]
    first = 0 if isinstance(query, Write) else large[0] if large else 0
    seen = {groups.of(first)}
    found = []
    for index in large:
        if groups.of(index) not in seen:
            seen.add(groups.of(index))
            found.append(query.sources[index])
    return tuple(found)


def foreign_key_condition(left: Source, right: Source, catalog: Catalog) -> str | None:
    """`child.fk = parent.pk` where exactly one foreign key connects the two tables."""
    conditions = [*_by_foreign_key(left, right, catalog), *_by_foreign_key(right, left, catalog)]
    return conditions[0] if len(conditions) == 1 else None


def _by_foreign_key(child: Source, parent: Source, catalog: Catalog) -> Iterator[str]:
    table, referenced = table_of(child, catalog), table_of(parent, catalog)
    if table is None or referenced is None:
        return
    for key in table.foreign_keys:
        if key.referenced == referenced.key and key.referenced_columns:
            pairs = zip(key.columns, key.referenced_columns, strict=False)
            mine, theirs = quoted(child.exposed_name or ""), quoted(parent.exposed_name or "")
            yield " AND ".join(f"{mine}.{quoted(own)} = {theirs}.{quoted(other)}" for own, other in pairs)


def is_read(source: Source, query: Query, catalog: Catalog) -> bool:
    """Whether the query certainly reads a column of the relation; a common table may stand there only to be run."""
    found = (own_source_of(reference, query, catalog) for reference in references_of(query))
    return any(other is not None and other.span == source.span for other in found)


def reads_outer_level(query: Query) -> bool:
    """Whether the query, or one inside it, names a relation of a level around it."""
    inside: set[Span] = set()
    waiting = [query]
    while waiting:
        current = waiting.pop()
        inside |= {source.span for source in current.sources}
        for reference in references_of(current):
            source = current.scope.source(reference.qualifier) if reference.qualifier else None
            if source is not None and source.span not in inside:
                return True
        waiting += subqueries_of(current)
    return False


class _Groups:
    """Relations by number, joined into groups."""

    def __init__(self, size: int) -> None:
        self.leaders = {index: index for index in range(_OUTER, size)}

    def of(self, index: int) -> int:
        while self.leaders[index] != index:
            index = self.leaders[index]
        return index

    def join(self, members: set[int]) -> None:
        if _UNKNOWN in members:
            members = set(self.leaders)
        for index in members:
            self.leaders[self.of(index)] = self.of(min(members))


def _links(query: Query, catalog: Catalog) -> Iterator[set[int]]:
    for index, source in enumerate(query.sources):
        if index and (source.using or source.natural or source.join == "cross" or source.lateral):
            yield {index - 1, index}
        yield {index} | _read_by_source(source, query, catalog)
    same_values: dict[str, int] = {}
    for predicate in (part for condition in row_conditions_of(query) for part in condition.conjuncts):
        members = _mentioned(predicate.columns, query, catalog)
        for inner in predicate.subqueries:
            members |= _mentioned_inside(inner, query, catalog)
        if len(predicate.columns) > 1 or predicate.subqueries or _UNKNOWN not in members:
            yield members
        yield from _through_values(predicate, query, catalog, same_values)


def _through_values(
    predicate: Predicate, query: Query, catalog: Catalog, same_values: dict[str, int]
) -> Iterator[set[int]]:
    """Two columns that are equal to the same parameter or text are equal to each other."""
    left, right = predicate.left, predicate.right
    if predicate.kind != "equality" or not left or not right or not left.column:
        return
    if right.kind == "parameter" or (right.kind == "string" and right.text):
        for index in _mentioned((left.column,), query, catalog) - {_UNKNOWN, _OUTER}:
            yield {index, same_values.setdefault(right.normalised, index)}


def _read_by_source(source: Source, query: Query, catalog: Catalog) -> set[int]:
    """What the arguments of a function or a lateral subquery read of the level."""
    members: set[int] = set()
    if source.function:
        for argument in source.function.arguments:
            members |= _mentioned(argument.columns, query, catalog)
    if source.lateral and source.query:
        members |= _mentioned_inside(source.query, query, catalog)
    return members - {_UNKNOWN}


def _mentioned(references: tuple[ColumnReference, ...], query: Query, catalog: Catalog) -> set[int]:
    return {_index_of(reference, query, query, catalog) for reference in references}


def _mentioned_inside(inner: Query, query: Query, catalog: Catalog) -> set[int]:
    """The relations of `query` that a query inside it reads."""
    members: set[int] = set()
    waiting = [inner]
    while waiting:
        current = waiting.pop()
        own = {source.span for source in current.sources}
        for reference in references_of(current):
            if reference.qualifier is not None and current.scope.source(reference.qualifier) is not None:
                source = current.scope.source(reference.qualifier)
                if source and source.span not in own:
                    members.add(_position(source, query))
            elif reference.qualifier is None and own_source_of(reference, current, catalog) is None:
                members.add(_UNKNOWN)
        waiting += subqueries_of(current)
    return members


def _index_of(reference: ColumnReference, inner: Query, query: Query, catalog: Catalog) -> int:
    source = own_source_of(reference, inner, catalog)
    if source is not None:
        return _position(source, query)
    if reference.qualifier is not None:
        return _OUTER
    return _UNKNOWN


def _position(source: Source, query: Query) -> int:
    return next((index for index, other in enumerate(query.sources) if other.span == source.span), _OUTER)


def _is_large(source: Source) -> bool:
    """Whether it may have many rows, other than a function, a VALUES list or a recursive reference."""
    return source.kind not in ("function", "values") and not (source.kind == "cte" and source.query is None)
