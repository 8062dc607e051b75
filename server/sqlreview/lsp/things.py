"""What a name means where it stands: tables, columns, indexes, constraints and types by the place that made them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlreview.differences import changed
from sqlreview.entries import FileState
from sqlreview.lsp.mentions import Kind, Mention
from sqlreview.schema import Catalog, Column, IndexName, Origin, Sequence, Table, View
from sqlreview.schema.resolution import column_of
from sqlreview.sql.cursor import Name

_UNKNOWN = "unknown"
"""Begins the identity of what goes by its name."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An object, the same under every name it is given; what the history does not create goes by its name."""

    kind: Kind
    identity: tuple[object, ...]
    origin: Origin | None = field(default=None, compare=False)


def resolved(mention: Mention, before: Catalog, after: Catalog, undone: Catalog | None = None) -> Thing | None:
    """What a name means to a statement that finds one schema and leaves another.

    `undone` is the schema that the file of the statement undoes a part of.
    """
    order = (after, before) if mention.makes else (before, after)
    found = [thing for catalog in order if (thing := _known(mention, catalog)) is not None]
    if undone is not None and all(thing.identity[0] == _UNKNOWN for thing in found):
        found = [thing for thing in (_known(mention, undone),) if thing is not None] or found
    if found:
        return found[0]
    if mention.kind == "relation":
        schema = before.schema_of(mention.name) or before.creation_schema
        return Thing("relation", (_UNKNOWN, schema, mention.name.text))
    return None


def _known(mention: Mention, catalog: Catalog) -> Thing | None:
    match mention.kind:
        case "relation":
            return _relation(mention.name, catalog)
        case "column":
            return _column(mention, catalog)
        case "index":
            return _index(mention, catalog)
        case "constraint":
            return _constraint(mention, catalog)
        case "type":
            found = catalog.user_type(mention.name)
            return _made("type", found.origin) if found is not None else None


def _relation(name: Name, catalog: Catalog) -> Thing | None:
    key = catalog.resolve("relation", name)
    record = catalog.get(key) if key is not None else None
    match record:
        case Table(created=True) | View() | Sequence():
            return _made("relation", record.origin)
        case Table():
            return Thing("relation", _unknown(record), record.origin)
        case IndexName():
            return _made("index", record.origin)
    return None


def _unknown(table: Table) -> tuple[object, ...]:
    _, schema, name = table.renamed_from or table.key
    return (_UNKNOWN, schema, name)


def _column(mention: Mention, catalog: Catalog) -> Thing | None:
    if mention.reference is not None and mention.query is not None:
        found = column_of(mention.reference, mention.query, catalog)
        return _of_column(*found) if found is not None else None
    table = catalog.table(mention.owner) if mention.owner is not None else None
    column = table.column(mention.name.text) if table is not None else None
    return _of_column(table, column) if table is not None and column is not None else None


def _of_column(table: Table, column: Column) -> Thing:
    if column.copied:  # all columns of one LIKE have its place
        return Thing("column", (table.origin.statement, table.origin.span, column.name), column.origin)
    return _made("column", column.origin)


def _index(mention: Mention, catalog: Catalog) -> Thing | None:
    found = catalog.index(mention.name, mention.owner) if mention.owner is not None else None
    found = found or catalog.index(mention.name)
    return _made("index", found[1].origin) if found is not None else None


def _constraint(mention: Mention, catalog: Catalog) -> Thing | None:
    table = catalog.table(mention.owner) if mention.owner is not None else None
    named = (item for item in table.constraints if item.name == mention.name.text) if table is not None else ()
    return next((_made("constraint", item.origin) for item in named), None)


def column_thing(table: Table, column: Column) -> Thing:
    """A column as what its name means."""
    return _of_column(table, column)


def _made(kind: Kind, origin: Origin) -> Thing:
    return Thing(kind, (origin.statement, origin.span), origin)


def catalogs_at(file: FileState, indexes: Iterable[int]) -> Iterator[tuple[Catalog, Catalog]]:
    """The schema before and after each of some statements, given by their ascending positions in a file."""
    at, objects = 0, file.before
    for index in indexes:
        first = index
        while first > at and file.entries[first].checkpoint is None:
            first -= 1
        checkpoint = file.entries[first].checkpoint
        if first > at and checkpoint is not None:
            at, objects = first, checkpoint
        for entry in file.entries[at:index]:
            objects = changed(objects, entry.done().changes)
        at = index
        yield Catalog(objects), Catalog(changed(objects, file.entries[index].done().changes))
