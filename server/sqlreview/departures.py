"""What a file takes away from under its name: views, routines, types, sequences and tables that others may be using."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.context import Context
from sqlreview.frozen import frozen
from sqlreview.operations import (
    AlterRoutine,
    AlterSequence,
    CreateDomain,
    CreateEnum,
    CreateMaterializedView,
    CreateRoutine,
    CreateSequence,
    CreateTable,
    CreateView,
    DropRoutine,
    DropSequence,
    DropType,
    DropView,
    Name,
    Operation,
    RenameTable,
    RenameType,
    RenameView,
    SetObjectSchema,
    SetTableSchema,
    WriteRows,
)
from sqlreview.operations.types import CreateCompositeType, CreateOtherType
from sqlreview.queries import Insert, Query, Select
from sqlreview.schema import Origin, Record, View
from sqlreview.schema.filled_columns import filled_by
from sqlreview.subjects import Migration, Step

_NAMESPACES = {
    "view": "relation",
    "materialized view": "relation",
    "foreign table": "relation",
    "type": "type",
    "domain": "type",
}


@frozen
class Departure:
    """One object that the file found under a name and leaves nothing under."""

    operation: Operation
    at: Origin
    name: str
    """The old name as messages show it."""
    record: Record | None
    """What the file found; None where the history does not know it."""


def departures(migration: Migration, context: Context, *kinds: type[Operation]) -> Iterator[Departure]:
    """The drops, renames and moves of these types that take a name away from others.

    Left out is what this run, or the file, created, what is temporary, what the file puts back under the same name, and
    an object of IF EXISTS that the history does not know.
    """
    found = migration.operations(*kinds)
    made = _made(migration) if found else set()
    for position, operation in found:
        named = named_object(operation)
        if named is None:
            continue
        namespace, name = named
        key = migration.before.resolve(namespace, name)
        record = migration.before.get(key) if key else None
        may_be_absent = key is None and getattr(operation, "if_exists", False)
        is_ours = context.created_in_run(record) or (isinstance(record, View) and record.temporary)
        if may_be_absent or is_ours or (namespace, name.text) in made or context.catalog.resolve(namespace, name):
            continue
        shown = str(name).removeprefix("public.")
        at = migration.origins[position].within(operation.span)
        yield Departure(operation=operation, at=at, name=shown, record=record)


def tables_read(migration: Migration) -> frozenset[str]:
    """The tables whose rows the queries of a file read, so that they may be kept elsewhere."""
    selects = (query.source if isinstance(query, Insert) else query for query in _queries(migration))
    sources = (source for query in selects if isinstance(query, Select) for source in query.sources)
    return frozenset(source.name.text for source in sources if source.name is not None)


def columns_filled(migration: Migration) -> frozenset[str]:
    """The columns that writes of a file, also in its DO blocks, give values or free of NULL."""
    return frozenset(name for step in migration.steps_of(WriteRows) for name in filled_by(step.write))


def table_changed(step: Step, context: Context) -> Name | None:
    """The table in use that a step changes and the file keeps under its name."""
    name = getattr(step.operation, "table", None)
    if not step.names_live or step.rebuild is not None or not isinstance(name, Name):
        return None
    return None if step.table is not None and context.catalog.table_at(step.table.key) is None else name


def linked_tables(table: Name, context: Context) -> frozenset[str]:
    """The table and those which foreign keys or partitioning link with it in the file's last schema, or over others."""
    found, pending = {table.text}, [context.catalog.table(table)]
    while pending:
        known = pending.pop()
        if known is None:
            continue
        keys = (*known.referenced_by, *(key.referenced for key in known.foreign_keys))
        around = (*keys, known.partition_of, *known.partitions)
        for key in sorted(key for key in around if key is not None and key[2] not in found):
            found.add(key[2])
            pending.append(context.catalog.table_at(key))
    return frozenset(found)


def _queries(migration: Migration) -> Iterator[Query]:
    return (query for statement in migration.statements for query in statement.queries)


def named_object(operation: Operation) -> tuple[str, Name] | None:
    """The namespace and the name of what an operation drops, renames or moves."""
    match operation:
        case DropView(view=name) | RenameView(view=name):
            return "relation", name
        case SetTableSchema(table=name) | RenameTable(table=name):
            return "relation", name
        case DropSequence(sequence=name) | AlterSequence(sequence=name):
            return "relation", name
        case DropRoutine(name=name) | AlterRoutine(name=name):
            return "routine", name
        case DropType(type=name) | RenameType(type=name):
            return "type", name
        case SetObjectSchema(kind=kind, name=name) if kind in _NAMESPACES:
            return _NAMESPACES[kind], name
    return None


_MAKERS = (
    *(CreateTable, CreateView, CreateMaterializedView, CreateSequence, CreateRoutine),
    *(CreateEnum, CreateCompositeType, CreateOtherType, CreateDomain),
    *(RenameTable, RenameView, RenameType, AlterRoutine, AlterSequence),
)


def _made(migration: Migration) -> set[tuple[str, str]]:
    """Namespace and bare name of everything that the file creates or gives a new name."""
    return {made for _, operation in migration.operations(*_MAKERS) if (made := _made_by(operation)) is not None}


def _made_by(operation: Operation) -> tuple[str, str] | None:
    match operation:
        case CreateTable(table=name) | CreateSequence(sequence=name):
            return "relation", name.text
        case CreateView(view=name) | CreateMaterializedView(view=name):
            return "relation", name.text
        case CreateRoutine(name=name):
            return "routine", name.text
        case CreateEnum(type=name) | CreateCompositeType(type=name) | CreateOtherType(type=name):
            return "type", name.text
        case CreateDomain(domain=name):
            return "type", name.text
        case RenameTable(new_name=new) | RenameView(new_name=new):
            return "relation", new.text
        case RenameType(new_name=new):
            return "type", new.text
        case AlterSequence(action="rename", new_name=new) if new is not None:
            return "relation", new.text
        case AlterRoutine(action="rename", new_name=new) if new is not None:
            return "routine", new.text
    return None
