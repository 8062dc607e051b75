"""Which columns of a table a query looks for by equality, by range and by order."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.queries import Delete, Predicate, Query, Select, Source, Update, Value, row_conditions_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Index, Table
from sqlreview.schema.resolution import column_of, table_of
from sqlreview.text import Span

_EQUAL = frozenset(("equality", "in-list", "in-subquery", "boolean-test"))
_RANGES = frozenset(("range", "between", "pattern"))


@frozen
class TableAccess:
    """How one query looks for rows of one table."""

    table: Table
    query: Query
    at: Span
    """The first of its conditions on a range, or else its ORDER BY."""
    equal: frozenset[str]
    ranges: frozenset[str]
    sort: tuple[str, ...]
    """The columns of ORDER BY, where all are plain columns of the table."""

    @property
    def columns(self) -> frozenset[str]:
        """All columns it looks for."""
        return self.equal | self.ranges | frozenset(self.sort)


def accesses_of(query: Query, catalog: Catalog) -> Iterator[TableAccess]:
    """How a query looks for the rows of each of its tables; none where a condition is not a plain list of AND."""
    if not isinstance(query, Select | Update | Delete):
        return
    parts = [part for condition in row_conditions_of(query) for part in condition.conjuncts]
    if any(part.kind in ("or", "not") for part in parts):
        return
    for source in query.sources:
        table = table_of(source, catalog)
        if table is not None:
            yield _access(table, source, query, parts, catalog)


def _access(
    table: Table, source: Source, query: Select | Update | Delete, parts: list[Predicate], catalog: Catalog
) -> TableAccess:
    equal: set[str] = set()
    ranges: dict[str, Span] = {}
    for part in parts:
        for value in (part.left, part.right):
            name = _column(value, table, query, catalog)
            if name is None or part.negated:
                continue
            if part.kind in _EQUAL or (part.kind == "null-test" and part.operator == "IS NULL"):
                equal.add(name)
            elif part.kind in _RANGES:
                ranges.setdefault(name, part.span)
    keys = query.order_by.keys if query.order_by else ()
    names = [_column(key.value, table, query, catalog) for key in keys]
    sort = tuple(name for name in names if name is not None) if None not in names else ()
    order = query.order_by.span if query.order_by else query.span
    at = next(iter(ranges.values()), order)
    left = frozenset(ranges) - equal
    return TableAccess(table=table, query=query, at=at, equal=frozenset(equal), ranges=left, sort=sort)


def _column(value: Value | None, table: Table, query: Query, catalog: Catalog) -> str | None:
    found = column_of(value.column, query, catalog) if value is not None and value.column else None
    return found[1].name if found is not None and found[0].key == table.key else None


def better_order(index: Index, access: TableAccess) -> tuple[str, ...] | None:
    """The order of an index's columns with which a query finds its rows together; None where it does so already.

    A column with a range, or one that is only sorted by, stands before one that is equal to something.
    """
    names = [name for name in index.columns if name is not None]
    if len(names) != len(index.keys) or len(names) < 2:
        return None
    last_equal = max((at for at, name in enumerate(names) if name in access.equal), default=0)
    before = [name for name in names[:last_equal] if name not in access.equal]
    wanted = access.ranges | frozenset(access.sort)
    if not before or not all(name in wanted for name in before):
        return None
    first = [name for name in names if name in access.equal]
    return (*first, *(name for name in names if name not in access.equal))
