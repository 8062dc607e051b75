"""Fixes that do in several statements, each under a weak or short lock, what one statement does under a strong one.

The statements they add stand behind (or before) the one under review where each runs by itself, and in migrations of
their own where the tool wraps every file in a transaction.
"""

from __future__ import annotations

from sqlreview.context import Context
from sqlreview.findings import Fix, FixKind, FollowUp
from sqlreview.operations import (
    AddCheck,
    AddColumn,
    AddForeignKey,
    AddNotNull,
    AddPrimaryKey,
    AddUnique,
    Check,
    CreateIndex,
    DetachPartition,
    DropIndex,
    ForeignKey,
    Name,
    NotNull,
    Operation,
    PrimaryKey,
    SetNotNull,
    Unique,
    ValidateConstraint,
)
from sqlreview.schema import Constraint, Table
from sqlreview.schema.bound_text import bound_clause
from sqlreview.schema.constraint_names import name_to_be
from sqlreview.schema.definition import index_definition
from sqlreview.schema.naming import object_name, quoted
from sqlreview.text import Edit, Span, apply_edits

Checked = ForeignKey | Check | NotNull
Key = PrimaryKey | Unique
_DEFAULT = ("public",)
_NOTHING_TO_UNDO = "-- What adds the constraint removes it.\nSELECT 1;"
"""Some tools refuse a migration that cannot be undone, or a file without a statement."""
_UNMOVABLE = ("--", "/*", "WITH", "TABLESPACE")
"""Signs that a key says more than its columns: comments, storage parameters, WITHOUT OVERLAPS."""


def validated_later(
    context: Context, operation: AddForeignKey | AddCheck | AddNotNull | AddColumn, constraint: Checked
) -> tuple[Fix, ...]:
    """Adds a constraint as NOT VALID and validates it in a statement of its own.

    In a transaction the validation has to wait for a later migration: one that is written, where the tool wraps the
    file, or one that is left to the author.
    """
    column = operation.column.name.text if isinstance(operation, AddColumn) else ""
    if isinstance(operation, AddColumn) and operation.if_not_exists:
        return ()
    name = name_to_be(context.catalog, operation.table, constraint, column)
    edits = _not_valid(context, operation, constraint, name)
    validation = f"{context.statement.text[: operation.table.span.end]} VALIDATE CONSTRAINT {name}"
    step = FollowUp("validate", unquoted(name), f"{validation};", _NOTHING_TO_UNDO)
    later = (Fix("Validate it in the next migration", edits, FixKind.UNSAFE, (step,)),)
    if not context.in_transaction:
        next_statement = Edit.insert(len(context.statement.text), f";\n{validation}")
        kind = _kind(context, operation.table, constraint)
        at_once = Fix("Add NOT VALID, then validate", (*edits, next_statement), kind, apart=True)
        return (at_once, *later) if context.session.separate else (at_once,)
    alone = Edit.insert(constraint.span.end, " NOT VALID")
    left = () if column else (Fix("Add NOT VALID and validate later", (alone,), FixKind.UNSAFE),)
    return (*later, *left) if is_alone_in_wrapper(context) else left


def _not_valid(
    context: Context, operation: AddForeignKey | AddCheck | AddNotNull | AddColumn, constraint: Checked, name: str
) -> tuple[Edit, ...]:
    if isinstance(operation, AddColumn):
        return _moved_out(context.statement.text, operation, constraint, name)
    named = () if constraint.name else (Edit.insert(constraint.span.start, f"CONSTRAINT {name} "),)
    return (*named, Edit.insert(constraint.span.end, " NOT VALID"))


def is_alone_in_wrapper(context: Context) -> bool:
    """Whether the statement runs in a transaction that the migration tool opens, with nothing set for it before."""
    session = context.session
    return context.body is None and session.wrapped and session.transaction is None and session.search_path == _DEFAULT


def may_follow(context: Context) -> bool:
    """Whether what comes after the statement may be left to migrations that follow: no transaction of the file's own
    holds it, and nothing that later files would miss was set for it before.
    """
    session = context.session
    runs = session.wrapped or session.separate
    return context.body is None and runs and session.transaction is None and session.search_path == _DEFAULT


def later_migration(
    context: Context, operation: Operation, edits: tuple[Edit, ...] = (), kind: FixKind = FixKind.UNSAFE, name: str = ""
) -> tuple[Fix, ...]:
    """Takes what builds or drops one index, or detaches a partition, out of the transaction around the file.

    It gets a migration of its own; where it is alone in its file, the file is run without a transaction. `edits` make
    the statement CONCURRENTLY; `name` is the one they give to an index that has none.
    """
    sql = context.statement.text
    down: str | None
    match operation:
        case CreateIndex(table=table) if context.catalog.is_partitioned(table):
            return ()
        case CreateIndex(name=written) if written or name:
            name = written.text if written else name
            verb, down = "create", _drop_concurrently(operation.table.schema, name)
        case DropIndex(index=index):
            verb, name, down = "drop", index.text, _create_concurrently(context, operation)
        case DetachPartition(partition=partition):
            verb, name, down = "detach", partition.text, _attached_again(context, operation)
        case _:
            return ()
    step = FollowUp(verb, name, f"{apply_edits(sql, edits)};", down, in_transaction=False)
    moved = _taken_out(context, "Give it a migration of its own", (step,), kind)
    return (*moved, Fix("Run it outside of a transaction", edits, kind, unwraps=True)) if moved else ()


def _taken_out(
    context: Context, title: str, steps: tuple[FollowUp, ...], kind: FixKind = FixKind.UNSAFE
) -> tuple[Fix, ...]:
    """Takes the whole statement out of a file that the tool wraps in a transaction, if it does one thing only."""
    if not is_alone_in_wrapper(context) or len(context.statement.operations) != 1:
        return ()
    return (Fix(title, (Edit.delete(Span(0, len(context.statement.text))),), kind, steps),)


def validation_left(context: Context, validation: ValidateConstraint) -> tuple[Fix, ...]:
    """Leaves a validation to the next migration, where the lock of ADD CONSTRAINT is gone."""
    step = FollowUp("validate", validation.name.text, f"{context.statement.text};", _NOTHING_TO_UNDO)
    return _taken_out(context, "Validate it in the next migration", (step,))


def proven_not_null(context: Context, operation: SetNotNull) -> tuple[Fix, ...]:
    """Lets a constraint that was validated under a weak lock prove that a column holds no NULL."""
    if context.version >= 18 and not context.in_transaction:
        return _not_null_validated(context, operation)
    sql, column = context.statement.text, context.text(operation.column.span)
    known = object_name(operation.table.text, operation.column.text, "is_set")
    start, name = sql[: operation.table.span.end], quoted(known)
    add = f"{start} ADD CONSTRAINT {name} CHECK ({column} IS NOT NULL) NOT VALID;"
    validate, drop = f"{start} VALIDATE CONSTRAINT {name};", f"{start} DROP CONSTRAINT {name};"
    if context.in_transaction:
        back = f"{start} ALTER COLUMN {column} DROP NOT NULL;\n{add}"
        proof = FollowUp("validate", known, f"{validate}\n{sql};\n{drop}", back)
        return _taken_out(context, "Prove it in migrations of their own", (FollowUp("add", known, add, drop), proof))
    if len(context.statement.operations) > 1:
        return ()
    dropped = alter_next(context, operation.table, f"DROP CONSTRAINT {name}")
    return (Fix("Prove it with a CHECK first", (Edit.insert(0, f"{add}\n{validate}\n"), dropped), apart=True),)


def _not_null_validated(context: Context, operation: SetNotNull) -> tuple[Fix, ...]:
    if len(context.statement.operations) > 1:
        return ()
    written = NotNull(span=operation.span, columns=(operation.column,))
    name = name_to_be(context.catalog, operation.table, written)
    column = context.text(operation.column.span)
    action = Edit.replace(operation.span, f"ADD CONSTRAINT {name} NOT NULL {column} NOT VALID")
    validation = alter_next(context, operation.table, f"VALIDATE CONSTRAINT {name}")
    return (Fix("Add it NOT VALID, then validate", (action, validation), apart=True),)


def index_to_come(context: Context, table: Table, key: Constraint, name: str, target: str) -> tuple[Fix, ...]:
    """Creates the index of a foreign key in a migration of its own, CONCURRENTLY where the engine knows that.

    Not for a partitioned table, where the server refuses that, nor where the index of a longer key will do. `target`
    is what follows CREATE INDEX.
    """
    length = len(key.columns)
    longer = [
        other
        for other in table.constraints
        if other.kind == "foreign key" and key.columns == other.columns[:length] != other.columns
    ]
    if table.partition_by or longer:
        return ()
    if context.engine.family == "postgres":
        schema = None if table.schema == "public" else table.schema
        up, down = f"CREATE INDEX CONCURRENTLY {target};", _drop_concurrently(schema, name)
    else:
        up, down = f"CREATE INDEX {target};", f"DROP INDEX {quoted(name)};"
    step = FollowUp("create", name, up, down, in_transaction=context.engine.family != "postgres")
    return (Fix("Create the index in a migration", (), FixKind.UNSAFE, (step,)),)


def _drop_concurrently(schema: str | None, name: str) -> str:
    return f"DROP INDEX CONCURRENTLY {f'{quoted(schema)}.' if schema else ''}{quoted(name)};"


def _create_concurrently(context: Context, drop: DropIndex) -> str | None:
    """What makes an index again, as far as the history knows it."""
    found = context.catalog.index(drop.index)
    created = index_definition(*found) if found else "..."
    return None if "..." in created else f"{created.replace(' INDEX ', ' INDEX CONCURRENTLY ', 1)};"


def _attached_again(context: Context, detach: DetachPartition) -> str | None:
    """What makes a partition of the table again, as far as the history knows its bounds."""
    found = context.catalog.table(detach.partition)
    clause = bound_clause(found.bound) if found and found.bound else None
    head = context.statement.text[: detach.table.span.end]
    return f"{head} ATTACH PARTITION {context.text(detach.partition.span)} {clause};" if clause else None


def unquoted(name: str) -> str:
    """A name as the database stores it, of one as SQL writes it."""
    return name[1:-1].replace('""', '"') if name.startswith('"') else name


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
    is_alone = len(context.statement.operations) == 1
    written = constraint.span.of(sql).upper()
    if not is_alone or context.catalog.is_partitioned(operation.table) or any(sign in written for sign in _UNMOVABLE):
        return ()
    name = name_to_be(context.catalog, operation.table, constraint)
    table = context.text(operation.table.span)
    index = f"CREATE UNIQUE INDEX CONCURRENTLY {name} ON {table} {_index_columns(sql, constraint)}"
    adopted = f"CONSTRAINT {name} {_adoption(constraint)} {name}{_timing(constraint)}"
    if context.in_transaction:
        return _index_built_before(context, operation, constraint, name, f"{index};", f"ADD {adopted}")
    edits = (Edit.insert(0, f"{index};\n"), Edit.replace(constraint.span, adopted))
    if isinstance(operation, AddColumn):
        later = alter_next(context, operation.table, f"ADD {adopted}")
        edits = (without(sql, constraint.span), Edit.insert(len(sql), f";\n{index}{later.text}"))
    return (Fix("Build the index CONCURRENTLY first", edits, _kind(context, operation.table, constraint)),)


def _index_built_before(
    context: Context, operation: AddUnique | AddPrimaryKey | AddColumn, constraint: Key, name: str, index: str, add: str
) -> tuple[Fix, ...]:
    """Builds the index of a key in a migration of its own and adds the constraint in the next one."""
    start, known = context.statement.text[: operation.table.span.end], unquoted(name)
    schema = f"{quoted(operation.table.schema)}." if operation.table.schema else ""
    steps = (
        FollowUp("create", known, index, f"DROP INDEX CONCURRENTLY IF EXISTS {schema}{name};", in_transaction=False),
        FollowUp("add", known, f"{start} {add};", f"{start} DROP CONSTRAINT {name};"),
    )
    if isinstance(operation, AddColumn):
        edit = without(context.statement.text, constraint.span)
        fixes = (Fix("Add the key in later migrations", (edit,), FixKind.UNSAFE, steps),)
        return fixes if is_alone_in_wrapper(context) else ()
    return _taken_out(context, "Add the key in later migrations", steps)


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
