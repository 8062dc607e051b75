"""A new type for a column in use: a column of the new type beside it, kept in step, filled, and put in its place."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.context import Context
from sqlreview.findings import Fix, FixKind, FollowUp, Undo
from sqlreview.locks.functions import volatility_of
from sqlreview.operations import ColumnType, Expression, SetColumnType
from sqlreview.rollouts.columns import Successor, bound, filled, is_required, successor_of, synchronized
from sqlreview.rollouts.steps import alteration, marked, together
from sqlreview.rollouts.swap import swapped
from sqlreview.schema import Catalog
from sqlreview.schema.naming import quoted
from sqlreview.schema.records import Column, Table
from sqlreview.text import Edit

_INTEGERS = ("smallint", "integer", "bigint")
_NUMBERS = (*_INTEGERS, "numeric", "real", "double precision")
_TEXTS = ("text", "varchar", "char", "bpchar")
_DOCUMENTS = ("json", "jsonb")
_DEEPEST = 3
"""How many tables may stand between a key and a column that points to it."""
_TITLE = "Replace it step by step"


def retyped_in_steps(context: Context, operation: SetColumnType) -> tuple[Fix, ...]:
    """Adds a column of the new type, fills it while the table is in use, and lets it take the place of the old one."""
    table = context.catalog.table(operation.table)
    column = table.column(operation.column.text) if table else None
    if table is None or column is None or context.body is not None or operation.collation is not None:
        return ()
    if operation.using is not None and not _is_repeatable(operation.using, table, context.catalog):
        return ()
    name = context.text(operation.type.span).lower() if operation.type.schema is None else str(operation.type)
    if column.type is None or not _leads_back(column.type, operation.type):
        return ()
    successor = _successor(context.catalog, table, column, name)
    steps = _steps(context.catalog, successor, operation.using) if successor else None
    if successor is None or steps is None:
        return ()
    edit = Edit.replace(operation.span, successor.added)
    return (Fix(_TITLE, (edit,), FixKind.UNSAFE, steps, undo=Undo(operation, successor.dropped)),)


def widened_in_steps(catalog: Catalog, table: Table, column: Column) -> tuple[Fix, ...]:
    """Makes a key of a table in use, and the columns of other tables that point to it, 64 bits wide."""
    chain = _chain(catalog, table, column, ())
    known = [name for successor in chain for name in _left_behind(successor)]
    if not chain or len(set(known)) < len(known):
        return ()
    steps: list[FollowUp] = []
    for successor in chain:
        own = _steps(catalog, successor, None)
        if own is None:
            return ()
        added, dropped = (alteration(successor.table, (action,)) for action in (successor.added, successor.dropped))
        steps += (together("add", f"{successor.table.name}_{successor.name}", added, dropped), *own)
    return (Fix("Widen it step by step", (), FixKind.GUIDANCE, tuple(steps), applied=True),)


def _chain(
    catalog: Catalog, table: Table, column: Column, above: tuple[tuple[object, str], ...]
) -> tuple[Successor, ...]:
    """The columns that point to a column, then the column itself; () where one cannot be."""
    successor = _successor(catalog, table, column, "bigint")
    here = (table.key, column.name)
    if successor is None or here in above or len(above) > _DEEPEST:
        return ()
    found: list[Successor] = []
    for other, pointing in _pointing(catalog, successor):
        if pointing.type is None or pointing.type.name not in _INTEGERS or pointing.type.dimensions:
            return ()
        if pointing.type.name != "bigint":
            before = _chain(catalog, other, pointing, (*above, here))
            if not before:
                return ()
            found += before
    return (*found, successor)


def _left_behind(successor: Successor) -> Iterator[tuple[object, str]]:
    """What stays under another name when the column is replaced, which can happen once."""
    yield successor.table.key, f"column {successor.old.name}"
    for twin in successor.bindings.indexes:
        yield successor.table.key, f"index {twin.old.name}"


def _pointing(catalog: Catalog, successor: Successor) -> Iterator[tuple[Table, Column]]:
    """The columns of other tables that a foreign key binds to a column."""
    for twin in successor.bindings.incoming:
        at = twin.old.referenced_columns.index(successor.old.name)
        column = twin.owner.column(twin.old.columns[at])
        if column is not None:
            yield twin.owner, column


def _successor(catalog: Catalog, table: Table, column: Column, type_name: str) -> Successor | None:
    return successor_of(catalog, table, column, marked(column.name, "new"), type_name, retyped=True)


def _leads_back(old: ColumnType, new: ColumnType) -> bool:
    """Whether a cast leads from one type to the other and back, whatever the settings of the session are."""
    if old.dimensions or new.dimensions or old.fields or new.fields:
        return False
    is_text = old.name in _TEXTS and new.name in (*_TEXTS, *_NUMBERS, *_DOCUMENTS, "uuid")
    is_shown = new.name in _TEXTS and old.name in (*_NUMBERS, *_DOCUMENTS, "uuid")
    return is_text or is_shown or any({old.name, new.name} <= {*kin} for kin in (_NUMBERS, _DOCUMENTS))


def _is_repeatable(value: Expression, table: Table, catalog: Catalog) -> bool:
    """Whether a value is the same whenever it is computed of a row."""
    steady = all(volatility_of(name, catalog) == "immutable or stable" for name in value.functions)
    known = all(table.column(name) is not None for name in value.columns)
    return steady and known and not {"now", "current_timestamp", "select"} & set(value.text.lower().split("("))


def _steps(catalog: Catalog, successor: Successor, using: Expression | None) -> tuple[FollowUp, ...] | None:
    old, new = quoted(successor.old.name), quoted(successor.name)
    value, row = old, f"NEW.{old}"
    if using is not None:
        value = f"({using.text})"
        row = f"(SELECT {using.text} FROM (SELECT NEW.*) AS {quoted(successor.table.name)})"
    sync = synchronized(successor, f"    NEW.{new} := {row};\n")
    fill, swap = filled(successor, value), swapped(catalog, successor, sync)
    if fill is None or swap is None:
        return None
    return (sync, fill, *bound(successor, required=is_required(successor)), swap)
