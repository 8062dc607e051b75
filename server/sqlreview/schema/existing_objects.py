"""What is there already when a statement creates something of the same name."""

from __future__ import annotations

from sqlreview.frozen import frozen
from sqlreview.operations import (
    CreateCompositeType,
    CreateDomain,
    CreateEnum,
    CreateIndex,
    CreateMaterializedView,
    CreatePolicy,
    CreateRoutine,
    CreateSequence,
    CreateTable,
    CreateTrigger,
    CreateView,
    Name,
    Operation,
)
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import IndexName, Record, Routine, Sequence, Table, View
from sqlreview.text import Span


@frozen
class Duplicate:
    """A statement that creates what exists."""

    kind: str
    """What exists, in one word: "table"."""
    span: Span
    """The name in the statement."""
    at: Origin
    """Where the other one was created."""


def existing_object(operation: Operation, catalog: Catalog) -> Duplicate | None:
    """The object whose name stands in the way of one that is created without IF NOT EXISTS or OR REPLACE.

    None for overloads of functions, and for objects that are known by mention only.
    """
    if any(getattr(operation, guard, False) for guard in ("if_not_exists", "or_replace")):
        return None
    match operation:
        case CreateTable(table=name) | CreateView(view=name) | CreateMaterializedView(view=name):
            return _relation(name, catalog, getattr(operation, "temporary", False))
        case CreateSequence(sequence=name, temporary=temporary):
            return _relation(name, catalog, temporary)
        case CreateIndex(name=Name() as name):
            return _index(operation, name, catalog)
        case CreateEnum(type=name) | CreateCompositeType(type=name) | CreateDomain(domain=name):
            return _at(name, catalog.get(catalog.key_for_new("type", name)), "type")
        case CreateRoutine(name=name):
            return _routine(operation, name, catalog)
        case CreateTrigger() | CreatePolicy():
            return _of_table(operation, catalog)
    return None


def _relation(name: Name, catalog: Catalog, temporary: bool) -> Duplicate | None:
    record = catalog.get(catalog.key_for_new("relation", name, temporary))
    kinds: dict[type, str] = {Table: "table", IndexName: "index", Sequence: "sequence"}
    if isinstance(record, View):
        return _at(name, record, "materialized view" if record.materialized else "view")
    return _at(name, record, kinds.get(type(record), "relation"))


def _index(operation: CreateIndex, name: Name, catalog: Catalog) -> Duplicate | None:
    table = catalog.table(operation.table)
    if catalog.session.family == "mysql":
        index = table.index(name.text) if table else None
        return Duplicate(kind="index", span=name.span, at=index.origin) if index and not index.generated else None
    schema = name.schema or (table.schema if table else None)
    return _relation(Name(schema, name.text, name.span), catalog, table is not None and table.temporary)


def _routine(operation: CreateRoutine, name: Name, catalog: Catalog) -> Duplicate | None:
    record = catalog.get(catalog.key_for_new("routine", name))
    if not isinstance(record, Routine) or record.kind != operation.kind:
        return None
    wanted = tuple(str(item.type) for item in operation.arguments if item.mode not in ("out", "table"))
    return _at(name, record, operation.kind) if wanted in record.signatures else None


def _of_table(operation: CreateTrigger | CreatePolicy, catalog: Catalog) -> Duplicate | None:
    owner = catalog.table(operation.table) or catalog.view(operation.table)
    if owner is None or getattr(operation, "temporary", False):
        return None
    is_policy = isinstance(operation, CreatePolicy)
    items = getattr(owner, "policies", ()) if is_policy else owner.triggers
    found = next((item for item in items if item.name == operation.name.text), None)
    kind = "policy" if is_policy else "trigger"
    return Duplicate(kind=kind, span=operation.name.span, at=found.origin) if found else None


def _at(name: Name, record: Record | None, kind: str) -> Duplicate | None:
    if record is None or (isinstance(record, Table) and not record.created):
        return None
    origin = getattr(record, "origin", None)
    return Duplicate(kind=kind, span=name.span, at=origin) if isinstance(origin, Origin) else None
