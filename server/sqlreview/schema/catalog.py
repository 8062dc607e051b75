"""The catalog: an immutable map of every object at one point of the history, and the editor that makes the next one."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import TypeVar

from immutables import Map

from sqlreview.schema.origins import Key
from sqlreview.schema.records import (
    Extension,
    Index,
    IndexName,
    Record,
    Routine,
    Schema,
    Sequence,
    Table,
    Type,
    View,
)
from sqlreview.schema.session import Session
from sqlreview.sql.cursor import Name

SESSION: Key = ("session", "", "")
EVERYTHING: Key = ("*", "*", "*")
"""Stands among the reads of whoever walked over all objects."""

_NO_SESSION = Session()
_Kind = TypeVar("_Kind")


class Catalog:
    """Every object at one point of the history.

    Names are resolved through the search path of that point. When `reads` is given, every key that is looked up is
    added to it, found or not: a result computed from this catalog stays true until one of those keys changes.
    """

    __slots__ = ("objects", "reads")

    def __init__(self, objects: Map[Key, Record] | None = None, reads: set[Key] | None = None) -> None:
        self.objects: Map[Key, Record] = Map() if objects is None else objects
        self.reads = reads

    def tracked(self, reads: set[Key]) -> Catalog:
        """The same catalog, noting in `reads` what is looked up."""
        return Catalog(self.objects, reads)

    def get(self, key: Key) -> Record | None:
        """The record of a key."""
        if self.reads is not None:
            self.reads.add(key)
        return self.objects.get(key)

    @property
    def session(self) -> Session:
        """Settings and transaction at this point."""
        record = self.get(SESSION)
        return record if isinstance(record, Session) else _NO_SESSION

    def resolve(self, namespace: str, name: Name) -> Key | None:
        """The key a name means here: its own schema, or the first schema of the search path that has it."""
        objects, reads = self.objects, self.reads
        schema = self.schema_of(name)
        schemas = ("pg_temp", *self.session.search_path) if schema is None else (schema,)
        for schema in schemas:
            key = (namespace, schema, name.text)
            if reads is not None:
                reads.add(key)
            if key in objects:
                return key
        return None

    def key_for_new(self, namespace: str, name: Name, temporary: bool = False) -> Key:
        """The key an object gets when it is created here under that name."""
        if temporary:
            return (namespace, "pg_temp", name.text)
        return (namespace, self.schema_of(name) or self.creation_schema, name.text)

    def schema_of(self, name: Name) -> str | None:
        """The schema a name is written with; what SQLite calls main and temp goes by the names of the catalog."""
        if name.schema is None or self.session.family != "sqlite":
            return name.schema
        return {"main": "public", "temp": "pg_temp"}.get(name.schema.lower(), name.schema)

    @property
    def creation_schema(self) -> str:
        """The schema in which unqualified objects are created here."""
        path = self.session.search_path
        return path[0] if path else "public"

    def _found(self, namespace: str, name: Name, kind: type[_Kind]) -> _Kind | None:
        key = self.resolve(namespace, name)
        record = self.get(key) if key else None
        return record if isinstance(record, kind) else None

    def table(self, name: Name) -> Table | None:
        """The table of that name."""
        return self._found("relation", name, Table)

    def view(self, name: Name) -> View | None:
        """The view or materialized view of that name."""
        return self._found("relation", name, View)

    def sequence(self, name: Name) -> Sequence | None:
        """The sequence of that name."""
        return self._found("relation", name, Sequence)

    def index(self, name: Name, table: Name | None = None) -> tuple[Table | View, Index] | None:
        """The index of that name with the table or materialized view it belongs to; MySQL has them by table."""
        if table is not None:
            of_table = self.table(table)
            indexed = of_table.index(name.text) if of_table else None
            return (of_table, indexed) if of_table and indexed else None
        entry = self._found("relation", name, IndexName)
        owner = self.get(entry.table) if entry else None
        if entry is None or not isinstance(owner, Table | View):
            return None
        found = next((index for index in owner.indexes if index.name == entry.name), None)
        return (owner, found) if found else None

    def user_type(self, name: Name) -> Type | None:
        """The user-defined type or domain of that name."""
        return self._found("type", name, Type)

    def routine(self, name: Name) -> Routine | None:
        """The function or procedure of that name."""
        return self._found("routine", name, Routine)

    def extension(self, name: str) -> Extension | None:
        """The extension, if the history creates it."""
        record = self.get(("extension", "", name))
        return record if isinstance(record, Extension) else None

    def schema(self, name: str) -> Schema | None:
        """The schema, if the history creates it."""
        record = self.get(("schema", "", name))
        return record if isinstance(record, Schema) else None

    def relations_in(self, schema: str) -> tuple[Key, ...]:
        """The tables, views, indexes and sequences of a schema; whoever asks depends on everything."""
        if self.reads is not None:
            self.reads.add(EVERYTHING)
        return tuple(sorted(key for key in self.objects if key[:2] == ("relation", schema)))

    def table_at(self, key: Key | None) -> Table | None:
        """The table of a key, as foreign keys and partitions hold it."""
        record = self.get(key) if key else None
        return record if isinstance(record, Table) else None

    def is_partitioned(self, name: Name) -> bool:
        """Whether the name means a table that is known to be partitioned."""
        table = self.table(name)
        return table is not None and table.partition_by is not None

    def all(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """Every object of a kind, by key; whoever walks depends on everything."""
        if self.reads is not None:
            self.reads.add(EVERYTHING)
        found = [(key, record) for key, record in self.objects.items() if isinstance(record, kind)]
        found.sort(key=itemgetter(0))
        for _, record in found:
            yield record


class CatalogEditor(Catalog):
    """Collects the changes one statement makes; reads see them at once."""

    __slots__ = ("changes",)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog.objects, catalog.reads)
        self.changes: dict[Key, Record | None] = {}

    def put(self, key: Key, record: Record) -> None:
        """Adds or replaces an object."""
        if self.reads is not None:
            self.reads.add(key)
        self.changes[key] = record
        self.objects = self.objects.set(key, record)

    def remove(self, key: Key) -> None:
        """Removes an object; one that is not there is ignored."""
        if self.get(key) is not None:
            self.changes[key] = None
            self.objects = self.objects.delete(key)

    def finished(self) -> Catalog:
        """The catalog with all changes."""
        return Catalog(self.objects, self.reads)
