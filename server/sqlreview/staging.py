"""Fixes that do in several statements, each under a weak or short lock, what one statement does under a strong one.

The statements they add stand behind (or before) the one under review, so they are offered outside transactions only.
"""

from __future__ import annotations

from sqlreview.context import Context
from sqlreview.findings import Fix, FixKind
from sqlreview.operations import (
    AddCheck,
    AddColumn,
    AddForeignKey,
    AddNotNull,
    AddPrimaryKey,
    AddUnique,
    Check,
    ForeignKey,
    Name,
    NotNull,
    PrimaryKey,
    Unique,
)
from sqlreview.schema.constraint_names import name_to_be
from sqlreview.text import Edit, Span

Checked = ForeignKey | Check | NotNull
Key = PrimaryKey | Unique
_UNMOVABLE = ("--", "/*", "WITH", "TABLESPACE")
"""Signs that a key says more than its columns: comments, storage parameters, WITHOUT OVERLAPS."""


def validated_later(
    context: Context, operation: AddForeignKey | AddCheck | AddNotNull | AddColumn, constraint: Checked
) -> tuple[Fix, ...]:
    """Adds a constraint as NOT VALID and validates it in a statement of its own.

    In a transaction the validation has to wait for a later migration, so only NOT VALID is added, as an unsafe fix.
    """
    is_column = isinstance(operation, AddColumn)
    if context.in_transaction:
        add = Edit.insert(constraint.span.end, " NOT VALID")
        return () if is_column else (Fix("Add NOT VALID and validate later", (add,), FixKind.UNSAFE),)
    if isinstance(operation, AddColumn):
        if operation.if_not_exists:
            return ()
        name = name_to_be(context.catalog, operation.table, constraint, operation.column.name.text)
        edits: tuple[Edit, ...] = _moved_out(context.statement.text, operation, constraint, name)
    else:
        name = name_to_be(context.catalog, operation.table, constraint)
        named = () if constraint.name else (Edit.insert(constraint.span.start, f"CONSTRAINT {name} "),)
        edits = (*named, Edit.insert(constraint.span.end, " NOT VALID"))
    validation = alter_next(context, operation.table, f"VALIDATE CONSTRAINT {name}")
    return (Fix("Add NOT VALID, then validate", (*edits, validation), _kind(context, operation.table, constraint)),)


def _moved_out(sql: str, operation: AddColumn, constraint: Checked, name: str) -> tuple[Edit, ...]:
    """Moves a constraint of an added column to an action of its own, as NOT VALID."""
    start = constraint.name.span.end if constraint.name else constraint.span.start
    body = sql[start : constraint.span.end].strip()
    if isinstance(constraint, ForeignKey):
        body = f"FOREIGN KEY ({operation.column.name.span.of(sql)}) {body}"
    added = Edit.insert(operation.span.end, f", ADD CONSTRAINT {name} {body} NOT VALID")
    return (without(sql, constraint.span), added)


def index_built_first(
    context: Context, operation: AddUnique | AddPrimaryKey | AddColumn, constraint: Key
) -> tuple[Fix, ...]:
    """Builds the index of a key CONCURRENTLY and lets the constraint adopt it."""
    sql = context.statement.text
    is_alone = len(context.statement.operations) == 1 and not context.in_transaction
    written = constraint.span.of(sql).upper()
    if not is_alone or context.catalog.is_partitioned(operation.table) or any(sign in written for sign in _UNMOVABLE):
        return ()
    name = name_to_be(context.catalog, operation.table, constraint)
    table = context.text(operation.table.span)
    index = f"CREATE UNIQUE INDEX CONCURRENTLY {name} ON {table} {_index_columns(sql, constraint)}"
    adopted = f"CONSTRAINT {name} {_adoption(constraint)} {name}{_timing(constraint)}"
    edits = (Edit.insert(0, f"{index};\n"), Edit.replace(constraint.span, adopted))
    if isinstance(operation, AddColumn):
        later = alter_next(context, operation.table, f"ADD {adopted}")
        edits = (without(sql, constraint.span), Edit.insert(len(sql), f";\n{index}{later.text}"))
    return (Fix("Build the index CONCURRENTLY first", edits, _kind(context, operation.table, constraint)),)


def _index_columns(sql: str, constraint: Key) -> str:
    written = f"({', '.join(column.span.of(sql) for column in constraint.columns)})"
    if constraint.include:
        written += f" INCLUDE ({', '.join(column.span.of(sql) for column in constraint.include)})"
    is_strict = isinstance(constraint, Unique) and constraint.nulls_not_distinct
    return f"{written} NULLS NOT DISTINCT" if is_strict else written


def _adoption(constraint: Key) -> str:
    return "PRIMARY KEY USING INDEX" if isinstance(constraint, PrimaryKey) else "UNIQUE USING INDEX"


def _timing(constraint: Key) -> str:
    if constraint.timing.initially_deferred:
        return " DEFERRABLE INITIALLY DEFERRED"
    return " DEFERRABLE" if constraint.timing.deferrable else ""


def _kind(context: Context, table: Name, constraint: Checked | Key) -> FixKind:
    """Unsafe when the name PostgreSQL would give can only be guessed."""
    known = context.catalog.table(table)
    certain = constraint.name is not None or (known is not None and known.complete)
    return FixKind.SAFE if certain else FixKind.UNSAFE


def alter_next(context: Context, table: Name, action: str) -> Edit:
    """Adds an ALTER TABLE statement behind the one under review, which alters the same table."""
    alteration = context.statement.text[: table.span.end]
    return Edit.insert(len(context.statement.text), f";\n{alteration} {action}")


def without(sql: str, span: Span) -> Edit:
    """Removes a clause with the blank before it."""
    start = span.start
    while start and sql[start - 1].isspace():
        start -= 1
    return Edit.delete(Span(start, span.end))
