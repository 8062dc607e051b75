"""Unique keys that get other conditions while the table is in use."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.context import Context
from sqlreview.findings import Fix, FixKind, FollowUp
from sqlreview.operations import Expression
from sqlreview.rollouts.steps import alteration, beside, built, is_free, listed, marked, together
from sqlreview.schema import Index, Table
from sqlreview.schema.definition import index_definition
from sqlreview.schema.naming import quoted
from sqlreview.text import Span

_TIMES = ("timestamptz", "timestamp", "date")


def unique_among_present(context: Context, table: Table, index: Index, mark: str) -> tuple[Fix, ...]:
    """Builds a unique index of the rows that are not marked as deleted, then drops the one of all rows."""
    condition = _present(table, mark)
    name = marked(index.name, "present")
    is_plain = table.created and table.complete and not (table.partition_by or table.referenced_by or table.temporary)
    if not is_plain or condition is None or index.predicate or not is_free(context.catalog, table, name):
        return ()
    twin = replace(index, name=name, predicate=Expression(Span(0, 0), condition, (), (mark,)), constraint=None)
    definition = index_definition(table, twin)
    dropped = _dropped(table, index)
    if context.engine.family != "postgres" or dropped is None or "..." in definition:
        return ()
    steps = (built(table, name, definition), dropped)
    return (Fix("Make it unique among present rows", (), FixKind.UNSAFE, steps, applied=True),)


def _present(table: Table, mark: str) -> str | None:
    """The condition of rows that are not deleted."""
    column = table.column(mark)
    if column is None or column.type is None or column.type.dimensions:
        return None
    if column.type.name in _TIMES:
        return f"{quoted(mark)} IS NULL"
    is_flag = column.type.name == "boolean"
    return (f"NOT {quoted(mark)}" if column.not_null else f"{quoted(mark)} IS NOT TRUE") if is_flag else None


def _dropped(table: Table, index: Index) -> FollowUp | None:
    """The step that drops the unique constraint, or the index that is none."""
    constraint = table.constraint(index.constraint) if index.constraint else None
    if constraint is None:
        up = f"DROP INDEX CONCURRENTLY {beside(table, index.name)};"
        again = index_definition(table, index).replace(" INDEX ", " INDEX CONCURRENTLY ", 1)
        return FollowUp("drop", index.name, up, f"{again};", in_transaction=False)
    if constraint.deferrable or constraint.kind != "unique" or index.include:
        return None
    nulls = " NULLS NOT DISTINCT" if index.nulls_not_distinct else ""
    added = f"ADD CONSTRAINT {quoted(constraint.name)} UNIQUE{nulls} ({listed(constraint.columns)})"
    gone = f"DROP CONSTRAINT {quoted(constraint.name)}"
    return together("drop", constraint.name, alteration(table, [gone]), alteration(table, [added]))
