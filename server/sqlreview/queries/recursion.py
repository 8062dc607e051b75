"""What ends a recursive common table."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries.clauses import CommonTable, Source
from sqlreview.queries.model import Query, Select, SetOperation
from sqlreview.queries.selected import readers_of
from sqlreview.queries.values import ColumnReference, Predicate
from sqlreview.queries.walk import row_conditions_of, subqueries_of


def endless_tables(query: Query, queries: tuple[Query, ...]) -> Iterator[CommonTable]:
    """The recursive common tables of a query that go on for ever when the rows they follow form a cycle.

    They use UNION ALL over a table, and neither CYCLE, LIMIT nor a condition on a counter or a path stops them.
    """
    for table in query.ctes:
        if not table.recursive or table.has_cycle or not isinstance(table.query, SetOperation):
            continue
        if _goes_on(table.query, table) and not _is_cut_off(table, queries):
            yield table


def _goes_on(operation: SetOperation, table: CommonTable) -> bool:
    if operation.limit or not all(operator.kind == "union" and operator.all for operator in operation.operators):
        return False
    repeated = [branch for branch in operation.branches if _own_source(branch, table)]
    return any(isinstance(branch, Select) and _has_no_bound(branch, table) for branch in repeated)


def _own_source(branch: Query, table: CommonTable) -> Source | None:
    found = (source for source in branch.sources if source.kind == "cte" and source.query is None)
    return next((source for source in found if source.name and source.name.text == table.name.text), None)


def _has_no_bound(branch: Select, table: CommonTable) -> bool:
    source = _own_source(branch, table)
    if source is None or branch.limit or branch.group_by or not any(item.kind == "table" for item in branch.sources):
        return False
    parts = [part for condition in row_conditions_of(branch) for part in condition.conjuncts]
    return not any(_may_end(part, source, branch, table) for part in parts)


def _may_end(part: Predicate, source: Source, branch: Select, table: CommonTable) -> bool:
    """Whether a condition may look at how far the recursion has come."""
    if part.subqueries or part.kind == "exists":
        return True
    if part.kind == "null-test" or _is_link(part):
        return False
    named = _names(table)
    others = {item.exposed_name for item in branch.sources if item is not source}
    return any(_is_own(column, source, named, others) for column in part.columns)


def _is_link(part: Predicate) -> bool:
    """Whether it is `a.parent_id = b.id`, which follows the rows from one to the next."""
    is_equality = part.kind == "equality" and part.quantifier is None
    return is_equality and all(value.column is not None for value in part.values)


def _is_own(column: ColumnReference, source: Source, named: frozenset[str] | None, others: set[str | None]) -> bool:
    if column.qualifier is not None:
        return column.qualifier == source.exposed_name or column.qualifier not in others
    return named is None or column.column in named


def _names(table: CommonTable) -> frozenset[str] | None:
    """The columns of the common table; None when a star hides them."""
    if table.columns:
        return frozenset(column.text for column in table.columns)
    outputs = table.query.output_list if table.query else ()
    return None if any(output.star for output in outputs) else frozenset(str(output.name) for output in outputs)


def _is_cut_off(table: CommonTable, queries: tuple[Query, ...]) -> bool:
    """Whether whoever reads the table takes the first few rows as they come, which ends the recursion."""
    if table.query is None:
        return False
    readers = [reader for reader, source in readers_of(table.query, queries) if source.query is table.query]
    return bool(readers) and all(isinstance(reader, Select) and _takes_a_few(reader) for reader in readers)


def _takes_a_few(query: Select) -> bool:
    sorts = query.order_by or query.group_by or query.distinct
    aggregates = any(output.value.has_aggregate or output.value.has_window for output in query.outputs)
    return query.limit is not None and not sorts and not aggregates and len(query.sources) == 1


def reads_only(query: Query, wanted: frozenset[str]) -> bool:
    """Whether every table that the query, or one inside it, reads has one of these names."""
    waiting = [query]
    while waiting:
        current = waiting.pop()
        names = {source.name.text for source in current.sources if source.kind == "table" and source.name}
        if not names <= wanted:
            return False
        waiting += subqueries_of(current)
    return True
