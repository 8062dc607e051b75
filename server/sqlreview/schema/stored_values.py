"""The values that queries write into columns, and those that columns have by default."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations import AddColumn, CreateTable, Expression, SetColumnDefault
from sqlreview.operations.written import defined_columns
from sqlreview.queries import Insert, Query, Update, Value, Values, values_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Column
from sqlreview.text import Span


def stored_values(query: Query, catalog: Catalog) -> Iterator[tuple[Column | None, Value]]:
    """Each value of UPDATE and INSERT ... VALUES with its column; None for a column the history does not know."""
    if not isinstance(query, Update | Insert):
        return
    table = catalog.table(query.target.name) if query.target.name else None
    assignments = query.assignments if isinstance(query, Update) else query.set_assignments
    for assignment in assignments:
        if len(assignment.columns) == 1:
            yield (table.column(assignment.columns[0].text) if table else None), assignment.value
    if isinstance(query, Insert) and isinstance(query.source, Values):
        names = [column.text for column in query.columns] or [
            column.name for column in (table.columns if table else ())
        ]
        columns = [table.column(name) if table else None for name in names]
        for row in query.source.rows:
            for position, value in enumerate(row):
                yield (columns[position] if position < len(columns) else None), value


def written_defaults(
    operation: CreateTable | AddColumn | SetColumnDefault, catalog: Catalog
) -> Iterator[tuple[str, Expression, str | None, bool]]:
    """Each default that is written: name of the column, value, name of its type, and whether it is NOT NULL."""
    if isinstance(operation, SetColumnDefault):
        table = catalog.table(operation.table)
        column = table.column(operation.column.text) if table else None
        kind = column.type.name if column and column.type else None
        yield operation.column.text, operation.default, kind, column is not None and column.not_null
        return
    for item in defined_columns(operation):
        if item.default is not None:
            yield item.name.text, item.default, item.type.name if item.type else None, item.not_null is not None


def cleaning_conditions(query: Query) -> set[Span]:
    """The conditions that look for the text to replace it: those of CASE, and of SET c = NULL WHERE c = 'NULL'."""
    cases = (part for value in values_of(query) for condition in value.conditions for part in condition.comparisons)
    found = {part.span for part in cases}
    if isinstance(query, Update) and query.where:
        emptied = {item.columns[0].text for item in query.assignments if item.value.is_null and len(item.columns) == 1}
        parts = query.where.predicate.comparisons
        found |= {part.span for part in parts if part.columns and part.columns[0].column in emptied}
    return found
