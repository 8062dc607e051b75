"""A new name for a column or table in use, for code that knows either name."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.findings import Fix, FixKind, FollowUp, Undo
from sqlreview.operations import RenameColumn, RenameTable
from sqlreview.rollouts.columns import (
    Successor,
    bound,
    filled,
    is_required,
    successor_of,
    synchronized,
    unsynchronized,
)
from sqlreview.rollouts.counters import source_of
from sqlreview.rollouts.steps import alteration, together
from sqlreview.schema.definition import relation_name
from sqlreview.schema.naming import quoted
from sqlreview.subjects import Migration, Step
from sqlreview.text import Edit

_COMPARABLE = """
    smallint integer bigint numeric real double precision text varchar char bpchar citext uuid boolean date time timetz
    timestamp timestamptz interval bytea jsonb inet cidr macaddr money
"""
_COMPARABLE_TYPES = frozenset(_COMPARABLE.split())
"""Types whose values can be told from each other by IS DISTINCT FROM."""


def renamed_in_steps(operation: RenameColumn, step: Step, migration: Migration) -> tuple[Fix, ...]:
    """Adds a column of the new name, fills it, and keeps both in step, until the author drops the old one."""
    table, catalog = step.table, migration.before
    is_usual = catalog.session.family == "postgres" and not step.in_body
    if table is None or not is_usual or catalog.table_at(table.key) != table:
        return ()
    column = table.column(operation.column.text)
    if column is None or column.type is None or column.identity or column.type.dimensions:
        return ()
    source = source_of(catalog, table, column)
    if column.type.name not in _COMPARABLE_TYPES or source is None or source.sequence is not None:
        return ()
    name = operation.new_name.text
    successor = successor_of(catalog, table, column, name, str(column.type), retyped=False)
    steps = tuple(_steps(successor)) if successor and _stays_apart(successor) else ()
    if successor is None or not steps:
        return ()
    edit = Edit.replace(operation.span, successor.added)
    undo = Undo(operation, successor.dropped)
    return (Fix("Let both names live for a while", (edit,), FixKind.UNSAFE, steps, undo=undo),)


def _stays_apart(successor: Successor) -> bool:
    """Whether nothing hangs on the column that a table has once, or that other tables rely on."""
    bindings = successor.bindings
    return not bindings.incoming and all(key.kind == "unique" for key, _ in bindings.keys)


def _steps(successor: Successor) -> Iterator[FollowUp]:
    old = quoted(successor.old.name)
    fill = filled(successor, old)
    if fill is None:
        return
    sync = synchronized(successor, _both_ways(old, quoted(successor.name)), _farewell(successor))
    yield sync
    yield fill
    required = is_required(successor)
    yield from bound(successor, required=required)
    up = [f"ALTER COLUMN {quoted(successor.name)} SET NOT NULL"] if required else []
    down = [f"ALTER COLUMN {quoted(successor.name)} DROP NOT NULL"] if required else []
    for _, twin in successor.bindings.keys:
        up.append(f"ADD CONSTRAINT {quoted(twin.new.name)} UNIQUE USING INDEX {quoted(twin.new.name)}")
        down.append(f"DROP CONSTRAINT {quoted(twin.new.name)}")
    if up:
        table, proof = successor.table, quoted(successor.proof)
        done = alteration(table, [f"DROP CONSTRAINT {proof}"]) if required else []
        again = alteration(table, [f"ADD CONSTRAINT {proof} CHECK ({quoted(successor.name)} IS NOT NULL) NOT VALID"])
        undone = [*alteration(table, down), *(again if required else [])]
        yield together("enforce", f"{successor.table.name}_{successor.name}", [*alteration(table, up), *done], undone)


def _both_ways(old: str, new: str) -> str:
    """What a writer gave to either column goes to the other; one that gave nothing to the new one knows the old."""
    return (
        f"    IF TG_OP = 'UPDATE' AND NEW.{new} IS NOT DISTINCT FROM OLD.{new} THEN\n"
        f"        NEW.{new} := NEW.{old};\n"
        f"    ELSIF TG_OP = 'INSERT' AND NEW.{new} IS NULL THEN\n"
        f"        NEW.{new} := NEW.{old};\n"
        "    ELSE\n"
        f"        NEW.{old} := NEW.{new};\n"
        "    END IF;\n"
    )


def _farewell(successor: Successor) -> str:
    """What is left to do when the old name is forgotten, as a comment: no release needs it at once."""
    table, column = successor.table, successor.old
    name, old, new = relation_name(table.key), quoted(column.name), quoted(successor.name)
    default = [f"ALTER TABLE {name} ALTER COLUMN {new} SET DEFAULT {column.default.text}"] if column.default else []
    last = [
        *(line.rstrip(";") for line in unsynchronized(successor)),
        *default,
        f"ALTER TABLE {name} DROP COLUMN {old}",
    ]
    head = f"-- Code may use either name from here on. When no code uses {old} any more, a later migration ends this:"
    return "\n".join((head, *(f"--   {line}" for line in last)))


def view_left_behind(operation: RenameTable, step: Step, migration: Migration) -> tuple[Fix, ...]:
    """Leaves a view with the old name behind, through which code reads and writes the table, in one transaction.

    None on SQLite, where nobody could write to it.
    """
    table, family = step.table, migration.before.session.family
    if family == "sqlite" or step.in_body or table is None or not table.complete or table.partition_by:
        return ()
    sql = migration.statements[migration.positions[step.at.statement]].text
    schema = f"{quoted(operation.table.schema)}." if operation.table.schema else ""
    old, new = operation.table.span.of(sql), f"{schema}{quoted(operation.new_name.text)}"
    columns = ", ".join(quoted(column.name) for column in table.columns)
    edits = [Edit.insert(len(sql), f";\nCREATE VIEW {old} AS SELECT {columns} FROM {new}")]
    if family == "postgres" and not _is_in_company(step, migration):
        edits = [Edit.insert(0, "BEGIN;\n"), Edit.insert(len(sql), f"{edits[0].text};\nCOMMIT")]
    undo = Undo(operation, f"DROP VIEW {old}", before=True)
    return (Fix("Leave a view behind", tuple(edits), FixKind.UNSAFE, undo=undo),)


def _is_in_company(step: Step, migration: Migration) -> bool:
    """Whether a transaction is open around a step."""
    around = (item for item in migration.transactions if item.has_company)
    return any(other.at.transaction == step.at.transaction for item in around for other in item.steps)
