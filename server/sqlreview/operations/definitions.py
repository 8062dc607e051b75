"""The names a statement gives to things it creates or renames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.operations.columns import AddColumn, RenameColumn
from sqlreview.operations.constraints import (
    AddCheck,
    AddExclusion,
    AddForeignKey,
    AddNotNull,
    AddPrimaryKey,
    AddUnique,
    RenameConstraint,
)
from sqlreview.operations.indexes import CreateIndex, RenameIndex
from sqlreview.operations.namespaces import AlterSequence, CreateSchema, CreateSequence, RenameSchema
from sqlreview.operations.parts import Operation
from sqlreview.operations.routines import AlterRoutine, CreateRoutine, CreateTrigger, RenameTrigger
from sqlreview.operations.security import CreatePolicy, CreateRole
from sqlreview.operations.tables import CreateTable, RenameTable
from sqlreview.operations.types import (
    CreateCompositeType,
    CreateDomain,
    CreateEnum,
    CreateOtherType,
    RenameType,
)
from sqlreview.operations.views import CreateMaterializedView, CreateView, RenameView
from sqlreview.operations.written import written_constraints
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span


@dataclass(frozen=True, slots=True)
class Definition:
    """A name a statement gives."""

    kind: str
    """Lower-case: table, column, constraint, index, ..."""
    name: str
    """As it would be stored, were it not too long."""
    span: Span
    """The name without its schema."""

    @property
    def is_relation(self) -> bool:
        """Whether it shares the namespace of tables, indexes, views and sequences."""
        return self.kind in ("table", "index", "view", "sequence")


def definitions_of(operation: Operation, sql: str) -> Iterator[Definition]:
    """The names an operation gives, its own object first; `sql` is its statement."""
    match operation:
        case CreateTable() | AddColumn():
            yield from _in_table(operation, sql)
        case AddPrimaryKey() | AddUnique() | AddForeignKey() | AddCheck() | AddExclusion() | AddNotNull():
            if operation.constraint.name:
                yield _part("constraint", operation.constraint.name)
        case CreateView(view=name, columns=columns) | CreateMaterializedView(view=name, columns=columns):
            yield _object("view", name, sql)
            yield from (_part("column", column) for column in columns)
        case CreateTrigger(name=part) | CreatePolicy(name=part) | CreateSchema(schema=part):
            yield _part(_NAMED[type(operation)], part)
        case CreateRole(role=role, alter=False):
            yield _part("role", role)
        case _:
            yield from _created(operation, sql)
            yield from _renamed(operation)


_NAMED = {CreateTrigger: "trigger", CreatePolicy: "policy", CreateSchema: "schema"}


def _in_table(operation: CreateTable | AddColumn, sql: str) -> Iterator[Definition]:
    if isinstance(operation, CreateTable):
        yield _object("table", operation.table, sql)
        columns = operation.columns if operation.partition_of is None else ()
    else:
        columns = (operation.column,)
    yield from (_part("column", column.name) for column in columns)
    for constraint in written_constraints(operation):
        if constraint.name:
            yield _part("constraint", constraint.name)
    for index in operation.indexes if isinstance(operation, CreateTable) else ():
        if index.name:
            yield _part("index", index.name)


def _created(operation: Operation, sql: str) -> Iterator[Definition]:
    match operation:
        case CreateIndex(name=Name() as name):
            yield _object("index", name, sql)
        case CreateSequence(sequence=name):
            yield _object("sequence", name, sql)
        case CreateRoutine(name=name, kind=kind):
            yield _object(kind, name, sql)
        case CreateEnum(type=name) | CreateCompositeType(type=name) | CreateOtherType(type=name):
            yield _object("type", name, sql)
        case CreateDomain(domain=name):
            yield _object("type", name, sql)


_RENAMES: dict[type, str] = {
    RenameTable: "table",
    RenameColumn: "column",
    RenameConstraint: "constraint",
    RenameIndex: "index",
    RenameView: "view",
    RenameType: "type",
    RenameSchema: "schema",
    RenameTrigger: "trigger",
    AlterSequence: "sequence",
    AlterRoutine: "function",
}


def _renamed(operation: Operation) -> Iterator[Definition]:
    kind = _RENAMES.get(type(operation))
    if kind is None or getattr(operation, "action", "rename") != "rename":
        return
    name = getattr(operation, "new_name", None)
    if isinstance(name, Identifier):
        yield _part(kind, name)


def _part(kind: str, name: Identifier) -> Definition:
    return Definition(kind, name.text, name.span)


def _object(kind: str, name: Name, sql: str) -> Definition:
    """Of `schema.name` the part behind the last dot outside quotes."""
    written = name.span.of(sql)
    start = 0
    quoted = False
    for place, character in enumerate(written):
        quoted ^= character in '"`'
        if character == "." and not quoted:
            start = place + 1
    start += len(written[start:]) - len(written[start:].lstrip())
    return Definition(kind, name.text, Span(name.span.start + start, name.span.end))
