"""A new column whose rows have a value of their own each: for new rows at once, for the others batch by batch."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.context import Context
from sqlreview.findings import Fix, FixKind, FollowUp
from sqlreview.operations import SERIAL_TYPES, AddColumn
from sqlreview.rollouts.batches import batched
from sqlreview.rollouts.steps import alteration, batches, beside, is_free, together, working
from sqlreview.schema.definition import relation_name
from sqlreview.schema.naming import object_name, quoted
from sqlreview.schema.records import Table
from sqlreview.staging import alter_next, without
from sqlreview.text import Edit


def added_in_steps(context: Context, operation: AddColumn) -> tuple[Fix, ...]:
    """Adds a column without its values, which new rows get from then on and the others in a later migration.

    For defaults that are volatile, serial types and identities; where no later migration is possible it is shown how
    the default is set afterwards.
    """
    if context.body or operation.column.constraints:
        return ()
    table = context.catalog.table(operation.table) if context.engine.family == "postgres" else None
    source = _source_of(context, operation, table)
    if source is None:
        return ()
    edits, value, last = source
    fixes: list[Fix] = []
    is_alone = len(context.statement.operations) == 1 and not operation.if_not_exists
    if table is not None and table.complete and not table.triggers and not table.partition_by and is_alone:
        steps = tuple(_steps(operation, table, value, last))
        if steps:
            fixes.append(Fix("Fill existing rows in batches, later", edits, FixKind.UNSAFE, steps))
    if operation.column.default_span is not None and operation.column.not_null is None:
        fixes.append(Fix("Set the default afterwards", edits, FixKind.GUIDANCE))
    return tuple(fixes)


def _source_of(
    context: Context, operation: AddColumn, table: Table | None
) -> tuple[tuple[Edit, ...], str, tuple[FollowUp, ...]] | None:
    """The edits after which new rows have a value, the value of existing rows, and what comes last of all."""
    column, sql = operation.column, context.statement.text
    is_serial = column.type is not None and column.type.name in SERIAL_TYPES
    removed = [without(sql, column.not_null.span)] if column.not_null else []
    if column.default is not None and column.default_span is not None:
        removed.append(without(sql, column.default_span))
        later = f"ALTER COLUMN {context.text(column.name.span)} SET DEFAULT {column.default.text}"
        return (*removed, alter_next(context, operation.table, later)), column.default.text, ()
    if table is None or column.type is None or not (is_serial or column.identity):
        return None
    # the identity makes a sequence of its own in the end, which gets the usual name
    name = object_name(table.name, column.name.text, "counter" if column.identity else "seq")
    names = (name, object_name(table.name, column.name.text, "seq"))
    if not all(is_free(context.catalog, table, item) for item in names) or (
        column.identity and column.identity.has_options
    ):
        return None
    kind = SERIAL_TYPES.get(column.type.name, column.type.name)
    sequence, written = beside(table, name), context.text(column.name.span)
    value = f"nextval('{_literal(sequence)}')"
    made = f"CREATE SEQUENCE {sequence} AS {kind} OWNED BY {context.text(operation.table.span)}.{written}"
    default = alter_next(context, operation.table, f"ALTER COLUMN {written} SET DEFAULT {value}")
    added = Edit.insert(len(sql), f";\n{made}{default.text}")
    if column.identity is None:
        return (*removed, Edit.replace(column.type.span, kind), added), value, ()
    removed.append(without(sql, column.identity.span))
    return (*removed, added), value, tuple(_identified(table, operation, name))


def _steps(operation: AddColumn, table: Table, value: str, last: tuple[FollowUp, ...]) -> Iterator[FollowUp]:
    name, column = f"{table.name}_{operation.column.name.text}", quoted(operation.column.name.text)
    block = batched(table, f"UPDATE {relation_name(table.key)} SET {column} = {value}", f"{column} IS NULL")
    if block is None:
        return
    yield batches(name, block)
    if operation.column.is_nullable:
        return
    proof = object_name(table.name, operation.column.name.text, "is_set")
    checked = alteration(table, [f"ADD CONSTRAINT {quoted(proof)} CHECK ({column} IS NOT NULL) NOT VALID"])
    dropped = alteration(table, [f"DROP CONSTRAINT {quoted(proof)}"])
    yield together("add", proof, checked, dropped)
    yield working("validate", proof, alteration(table, [f"VALIDATE CONSTRAINT {quoted(proof)}"])[0])
    required = alteration(table, [f"ALTER COLUMN {column} SET NOT NULL"])
    optional = alteration(table, [f"ALTER COLUMN {column} DROP NOT NULL"])
    yield together("enforce", name, (*required, *dropped), (*optional, *checked))
    yield from last


def _identified(table: Table, operation: AddColumn, counter: str) -> Iterator[FollowUp]:
    """The steps that make an identity of a column that has counted by a sequence of its own."""
    identity, column = operation.column.identity, operation.column.name.text
    kind = "ALWAYS" if identity and identity.always else "BY DEFAULT"
    name, known = relation_name(table.key), beside(table, counter)
    fresh = beside(table, object_name(table.name, column, "seq"))
    value = f"nextval('{_literal(known)}')"
    up = [
        *alteration(table, [f"ALTER COLUMN {quoted(column)} DROP DEFAULT"]),
        *alteration(table, [f"ALTER COLUMN {quoted(column)} ADD GENERATED {kind} AS IDENTITY (SEQUENCE NAME {fresh})"]),
        f"SELECT setval('{_literal(fresh)}', last_value, is_called) FROM {known};",
    ]
    down = [
        f"SELECT setval('{_literal(known)}', nextval('{_literal(fresh)}'), false);",
        *alteration(table, [f"ALTER COLUMN {quoted(column)} DROP IDENTITY"]),
        *alteration(table, [f"ALTER COLUMN {quoted(column)} SET DEFAULT {value}"]),
    ]
    # older servers refuse an INSERT while two sequences belong to an identity
    owned = f"ALTER SEQUENCE {known} OWNED BY {name}.{quoted(column)};"
    yield together("release", counter, [f"ALTER SEQUENCE {known} OWNED BY NONE;"], [owned])
    yield together("identify", f"{table.name}_{column}", up, down)
    yield together("drop", counter, [f"DROP SEQUENCE {known};"], [f"CREATE SEQUENCE {known};"])


def _literal(text: str) -> str:
    return text.replace("'", "''")
