"""What an operation meets: the relations behind its names, and everything that hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlreview.locks.impact import Impact
from sqlreview.operations import Name, Operation
from sqlreview.schema import Catalog, Index, IndexName, Key, Origin, Table, View
from sqlreview.sql.engines import Engine


@dataclass(frozen=True, slots=True)
class Situation:
    """The catalog and server one operation meets, and the other operations of its statement."""

    catalog: Catalog
    engine: Engine
    together: tuple[Operation, ...] = ()
    origin: Origin | None = None
    """The place of the statement, where it is known."""
    alone: Key | None = None
    """The table that ONLY stands before, so that nothing below it counts."""
    sees_children: bool = False
    """Whether the tables right below that one count all the same: they are locked to see if they may be left out."""

    @property
    def version(self) -> int:
        """Major version of the server."""
        return self.engine.version


def label(key: Key) -> str:
    """A key as impacts name relations, "schema.name"."""
    return f"{key[1]}.{key[2]}"


def key_of(relation: str) -> Key:
    """The key of a relation as impacts name it."""
    schema, _, name = relation.partition(".")
    return ("relation", schema, name)


def spoken(relation: str) -> str:
    """A relation as `Impact.unknown` names it: without the schema public."""
    return relation.removeprefix("public.")


def relation_of(name: Name, situation: Situation) -> str:
    """The relation a name means here; one the history does not know is taken to be in the creation schema."""
    catalog = situation.catalog
    return label(catalog.resolve("relation", name) or catalog.key_for_new("relation", name))


def record_of(name: Name, situation: Situation) -> object | None:
    """What the catalog knows under that name: a table, view, index, sequence, or nothing."""
    key = situation.catalog.resolve("relation", name)
    return situation.catalog.get(key) if key else None


def is_missing(name: Name, if_exists: bool, situation: Situation) -> Impact | None:
    """The impact of IF EXISTS on a relation the history does not know, which is most likely not there."""
    if not if_exists or record_of(name, situation) is not None:
        return None
    return Impact(unknown=(f"whether {spoken(relation_of(name, situation))} exists",))


def index_owner(name: Name, situation: Situation) -> Table | View | None:
    """The table or materialized view an index belongs to."""
    record = record_of(name, situation)
    owner = situation.catalog.get(record.table) if isinstance(record, IndexName) else None
    return owner if isinstance(owner, Table | View) else None


def tables_at(keys: Iterable[Key], situation: Situation) -> Iterator[Table]:
    """The tables of some keys, those that are gone left out."""
    for key in keys:
        table = situation.catalog.table_at(key)
        if table is not None:
            yield table


def partitions_below(table: Table, situation: Situation) -> tuple[Table, ...]:
    """All partitions of a table, and theirs."""
    return _below(table, situation, inherited=False)


def children_below(table: Table, situation: Situation) -> tuple[Table, ...]:
    """All partitions and inheritance children of a table, and theirs: those ALTER TABLE descends to."""
    return _below(table, situation, inherited=True)


def _below(table: Table, situation: Situation, *, inherited: bool) -> tuple[Table, ...]:
    if table.key == situation.alone:
        keys = (*table.partitions, *table.inherited_by) if inherited and situation.sees_children else ()
        return tuple(tables_at(keys, situation))
    found: dict[Key, Table] = {}
    waiting = [table]
    while waiting:
        current = waiting.pop()
        keys = (*current.partitions, *current.inherited_by) if inherited else current.partitions
        for child in tables_at(keys, situation):
            if child.key not in found and child.key != table.key:
                found[child.key] = child
                waiting.append(child)
    return tuple(found[key] for key in sorted(found))


def family(name: Name, situation: Situation) -> tuple[str, ...]:
    """A table with all its partitions and inheritance children."""
    table = situation.catalog.table(name)
    if table is None:
        return (relation_of(name, situation),)
    return (label(table.key), *(label(child.key) for child in children_below(table, situation)))


def partition_family(name: Name, situation: Situation) -> tuple[str, ...]:
    """A table with all its partitions."""
    table = situation.catalog.table(name)
    if table is None:
        return (relation_of(name, situation),)
    return (label(table.key), *(label(child.key) for child in partitions_below(table, situation)))


def with_partitions(key: Key, situation: Situation) -> tuple[str, ...]:
    """The relation of a key with all its partitions."""
    table = situation.catalog.table_at(key)
    below = partitions_below(table, situation) if table else ()
    return (label(key), *(label(child.key) for child in below))


def with_children(key: Key, situation: Situation) -> tuple[str, ...]:
    """The relation of a key with all its partitions and inheritance children, as a query reads it."""
    table = situation.catalog.table_at(key)
    below = children_below(table, situation) if table else ()
    return (label(key), *(label(child.key) for child in below))


def has_rows(table: Table) -> bool:
    """Whether the server stores rows of the table itself."""
    return table.partition_by is None and not table.foreign


def is_empty(relation: str, situation: Situation) -> bool:
    """Whether the transaction itself has removed all rows of a table and written none since."""
    schema, _, name = relation.partition(".")
    table = situation.catalog.table_at(("relation", schema, name))
    emptied, here = (table.emptied if table else None), situation.origin
    return (
        emptied is not None
        and here is not None
        and (emptied.path, emptied.transaction) == (here.path, here.transaction)
    )


def stored(tables: Iterable[Table]) -> tuple[str, ...]:
    """The relations among some tables that have rows of their own."""
    return tuple(label(table.key) for table in tables if has_rows(table))


def stored_family(name: Name, situation: Situation) -> tuple[str, ...]:
    """Those of a table, its partitions and its children that have rows of their own."""
    table = situation.catalog.table(name)
    if table is None:
        return (relation_of(name, situation),)
    return stored((table, *children_below(table, situation)))


def stored_partitions(key: Key, situation: Situation) -> tuple[str, ...]:
    """Those of a table and its partitions that have rows of their own."""
    table = situation.catalog.table_at(key)
    return stored((table, *partitions_below(table, situation))) if table else (label(key),)


def index_of(table: Table | View, name: str) -> Index | None:
    """The index of that name."""
    return next((index for index in table.indexes if index.name == name), None)


def base_tables(keys: Iterable[Key], situation: Situation) -> tuple[Key, ...]:
    """The tables and materialized views that reading some relations comes down to, plain views looked through."""
    found: dict[Key, None] = {}
    seen: set[Key] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop(0)
        if key in seen:
            continue
        seen.add(key)
        record = situation.catalog.get(key)
        if isinstance(record, View) and not record.materialized:
            waiting.extend(record.uses)
        else:
            found[key] = None
    return tuple(found)
