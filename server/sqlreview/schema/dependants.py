"""What else in the database hangs on an object, so that DROP without CASCADE or a change of type is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlreview.operations import (
    DropColumn,
    DropConstraint,
    DropExtension,
    DropRoutine,
    DropSchema,
    DropSequence,
    DropTable,
    DropType,
    DropView,
    Expression,
    Operation,
    RenameColumn,
    SetColumnType,
)
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Record, Table, Type, View

Drop = (
    DropColumn
    | DropConstraint
    | DropExtension
    | DropRoutine
    | DropSchema
    | DropSequence
    | DropTable
    | DropType
    | DropView
)
"""The drops that CASCADE can spread from."""


@dataclass(frozen=True, slots=True)
class Dependant:
    """An object that depends on another one."""

    kind: str
    """In words: view, materialized view, foreign key, policy, generated column, trigger, column, table."""
    name: str
    """As messages show it, without the schema public."""
    key: Key
    """The relation it is or belongs to."""
    origin: Origin

    def __str__(self) -> str:
        return f"{self.kind} `{self.name}`"


def dropped_record(operation: Drop, catalog: Catalog) -> Record | None:
    """What a drop takes away, as the catalog knows it; the table of a column or constraint."""
    match operation:
        case DropTable(table=name) | DropColumn(table=name) | DropConstraint(table=name):
            return catalog.table(name)
        case DropView(view=name):
            return catalog.view(name)
        case DropSequence(sequence=name):
            return catalog.sequence(name)
        case DropType(type=name):
            return catalog.user_type(name)
        case DropRoutine(name=name):
            return catalog.routine(name)
        case DropExtension(extension=extension):
            return catalog.extension(extension.text)
        case DropSchema(schema=schema):
            return catalog.schema(schema.text)


def dependants_of_change(operation: Operation, catalog: Catalog) -> Iterator[Dependant]:
    """What the catalog knows to depend on the object of a drop, or on the type or name of a column that changes."""
    match operation:
        case SetColumnType() | RenameColumn():
            yield from _on_column(operation, catalog)
        case DropTable() | DropView():
            record = dropped_record(operation, catalog)
            if isinstance(record, Table | View):
                yield from dependants_of_relation(record, catalog)
        case DropColumn(table=name, column=column):
            table = catalog.table(name)
            if table is not None:
                yield from dependants_of_column(table, column.text, catalog)
        case DropType(type=name):
            kind = catalog.user_type(name)
            if kind is not None:
                yield from dependants_of_type(kind, catalog)
        case DropRoutine(name=name):
            routine = catalog.routine(name)
            if routine is not None and routine.overloads == 1:
                yield from dependants_of_routine(routine.name, catalog)


def _on_column(change: SetColumnType | RenameColumn, catalog: Catalog) -> Iterator[Dependant]:
    table = catalog.table(change.table)
    if table is not None:
        yield from dependants_of_column_type(table, change.column.text, catalog)


def dropped_together(operations: Iterable[Operation], catalog: Catalog) -> frozenset[Key | None]:
    """The relations that the operations of one statement drop."""
    drops = [item for item in operations if isinstance(item, DropTable | DropView)]
    names = [item.table if isinstance(item, DropTable) else item.view for item in drops]
    return frozenset(catalog.resolve("relation", name) for name in names)


def dependants_of_relation(record: Table | View, catalog: Catalog) -> Iterator[Dependant]:
    """Views that read a table or view, foreign keys of other tables to it, and tables that inherit from it."""
    yield from _views(record.used_by, catalog)
    if isinstance(record, View):
        return
    for key in record.referenced_by:
        table = catalog.table_at(key)
        for constraint in table.foreign_keys if table and key != record.key else ():
            if constraint.referenced == record.key:
                yield Dependant("foreign key", f"{_shown(key)}.{constraint.name}", key, constraint.origin)
    for key in record.inherited_by:
        child = catalog.table_at(key)
        if child is not None:
            yield Dependant("table", _shown(key), key, child.origin)


def dependants_of_column(table: Table, name: str, catalog: Catalog) -> Iterator[Dependant]:
    """Foreign keys of other tables to a column, and everything that depends on its type."""
    for key in table.referenced_by:
        other = catalog.table_at(key)
        for constraint in other.foreign_keys if other and key != table.key else ():
            if constraint.referenced == table.key and name in constraint.referenced_columns:
                yield Dependant("foreign key", f"{_shown(key)}.{constraint.name}", key, constraint.origin)
    yield from dependants_of_column_type(table, name, catalog)


def dependants_of_column_type(table: Table, name: str, catalog: Catalog) -> Iterator[Dependant]:
    """Views that read a column, and generated columns and policies of its table that use it."""
    for dependant in _views(table.used_by, catalog):
        view = catalog.get(dependant.key)
        if isinstance(view, View) and (table.key, name) in view.reads:
            yield dependant
    for column in table.columns:
        if column.name != name and column.generated and name in column.generated.expression.columns:
            yield Dependant("generated column", f"{_shown(table.key)}.{column.name}", table.key, column.origin)
    for policy in table.policies:
        if _uses(policy.using, name) or _uses(policy.check, name):
            yield Dependant("policy", policy.name, table.key, policy.origin)


def dependants_of_type(kind: Type, catalog: Catalog) -> Iterator[Dependant]:
    """Columns of a type or domain; whoever asks depends on everything."""
    for table in catalog.all(Table):
        for column in table.columns:
            if column.type and column.type.name == kind.name and column.type.schema in (None, kind.schema):
                yield Dependant("column", f"{_shown(table.key)}.{column.name}", table.key, column.origin)


def dependants_of_routine(name: str, catalog: Catalog) -> Iterator[Dependant]:
    """Triggers that call a function of that bare name; whoever asks depends on everything."""
    for table in catalog.all(Table):
        for trigger in table.triggers:
            if not trigger.inherited and (trigger.function or "").rpartition(".")[2] == name:
                yield Dependant("trigger", f"{trigger.name} on {_shown(table.key)}", table.key, trigger.origin)


def listed(dependants: list[Dependant]) -> str:
    """The first few of some dependants in words."""
    words = [f"the {dependant}" for dependant in dependants]
    if len(words) > 3:
        words = [*words[:2], f"{len(words) - 2} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _views(keys: tuple[Key, ...], catalog: Catalog) -> Iterator[Dependant]:
    for key in keys:
        view = catalog.get(key)
        if isinstance(view, View):
            kind = "materialized view" if view.materialized else "view"
            yield Dependant(kind, _shown(key), key, view.replaced or view.origin)


def _uses(expression: Expression | None, column: str) -> bool:
    """Whether an expression reads a column of its own table for sure."""
    return expression is not None and column in expression.columns and "SELECT" not in expression.text.upper()


def _shown(key: Key) -> str:
    return key[2] if key[1] == "public" else f"{key[1]}.{key[2]}"
