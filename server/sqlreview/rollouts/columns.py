"""A column that another one replaces while the table is in use: what both cases share, a new type and a new name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.findings import FollowUp
from sqlreview.patterns import regex
from sqlreview.rollouts.batches import batched
from sqlreview.rollouts.bindings import Bindings, bindings_of, quoted_twin
from sqlreview.rollouts.steps import (
    alteration,
    batches,
    beside,
    built,
    ignoring,
    is_free,
    marked,
    together,
    working,
)
from sqlreview.schema import Catalog
from sqlreview.schema.definition import relation_name
from sqlreview.schema.keys import is_unique_on
from sqlreview.schema.naming import object_name, quoted
from sqlreview.schema.records import Column, Table, View

_AS_UNIQUE = ignoring("data/unique-on-existing-data", "the column this one is filled from is unique")
_TYPE = regex(r"[a-z_][a-z0-9_ ]*+(?:\.[a-z_][a-z0-9_]*+)?+(?:\([0-9, ]++\)[a-z ]*+)?+(?:\[\])*+")


@dataclass(frozen=True, slots=True)
class Successor:
    """A column that is going to take the place of another one."""

    table: Table
    old: Column
    name: str
    """The new column, as the database stores it."""
    type: str
    bindings: Bindings

    @property
    def added(self) -> str:
        """The action of ALTER TABLE that adds it."""
        collation = f" COLLATE {quoted(self.old.collation)}" if self.old.collation and self.is_alike else ""
        return f"ADD COLUMN {quoted(self.name)} {self.type}{collation}"

    @property
    def dropped(self) -> str:
        """The action of ALTER TABLE that undoes that."""
        return f"DROP COLUMN {quoted(self.name)}"

    @property
    def is_alike(self) -> bool:
        """Whether it has the type of the old one."""
        return self.type == str(self.old.type)

    @property
    def sync(self) -> str:
        """The trigger, and its function, that keep both in step."""
        return object_name(self.table.name, self.name, "sync")

    @property
    def proof(self) -> str:
        """The check by which the column proves to have no NULL."""
        return object_name(self.table.name, self.name, "is_set")


def successor_of(
    catalog: Catalog, table: Table, column: Column, name: str, type_name: str, *, retyped: bool
) -> Successor | None:
    """The column by which a column can be replaced step by step; None where too little is known of what hangs on it."""
    if not _is_plain(catalog, table, column, retyped) or table.column(name) or column.type is None:
        return None
    bindings = bindings_of(catalog, table, column, name, retyped=retyped)
    if bindings is None or not _TYPE.fullmatch(type_name):
        return None
    successor = Successor(table, column, name, type_name, bindings)
    free = is_free(catalog, table, successor.sync) and table.constraint(successor.proof) is None
    return successor if free else None


def _is_plain(catalog: Catalog, table: Table, column: Column, retyped: bool) -> bool:
    """Whether everything is known that a table and a column are made of, and nothing of it stands in the way."""
    related = (*table.inherits, *table.inherited_by, table.partition_by, table.partition_of, table.of_type)
    if not table.created or not table.complete or any(related) or table.foreign or table.temporary:
        return False
    # triggers would take every row that is filled for one that an application changes
    if table.triggers or table.statistics or table.row_security or column.generated or column.inherited:
        return False
    if any(other.generated and column.name in other.generated.expression.columns for other in table.columns):
        return False
    return not any(_reads(catalog.get(key), table, column, retyped) for key in table.used_by)


def _reads(view: object, table: Table, column: Column, retyped: bool) -> bool:
    """Whether a view is in the way: it goes on reading the old column, which then holds the values of the past."""
    known = isinstance(view, View) and view.reads and (table.key, column.name) not in view.reads
    return retyped or not known


def synchronized(successor: Successor, body: str, note: str = "") -> FollowUp:
    """The step that keeps both columns in step from here on; `body` is what the trigger does to a row."""
    table, name = relation_name(successor.table.key), quoted(successor.sync)
    function = beside(successor.table, successor.sync)
    return together(
        "sync",
        f"{successor.table.name}_{successor.name}",
        (
            f"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
            f"BEGIN\n{body}    RETURN NEW;\nEND;\n$$;",
            f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE ON {table}\nFOR EACH ROW EXECUTE FUNCTION {function}();",
        ),
        unsynchronized(successor, if_exists=True),
        note,
    )


def unsynchronized(successor: Successor, *, if_exists: bool = False) -> list[str]:
    """The statements that take the trigger away."""
    table, function = relation_name(successor.table.key), beside(successor.table, successor.sync)
    guard = "IF EXISTS " if if_exists else ""
    return [
        f"DROP TRIGGER {guard}{quoted(successor.sync)} ON {table};",
        f"DROP FUNCTION {guard}{function}();",
    ]


def filled(successor: Successor, value: str) -> FollowUp | None:
    """The step that gives the new column the values of rows that nobody has written meanwhile."""
    table, new, old = relation_name(successor.table.key), quoted(successor.name), quoted(successor.old.name)
    present = "" if successor.old.not_null else f" AND {old} IS NOT NULL"
    block = batched(successor.table, f"UPDATE {table} SET {new} = {value}", f"{new} IS NULL{present}")
    return batches(f"{successor.table.name}_{successor.name}", block) if block else None


def bound(successor: Successor, *, required: bool) -> Iterator[FollowUp]:
    """The steps that give the new column indexes, checks and foreign keys, and prove that it has no NULL."""
    table, name = successor.table, f"{successor.table.name}_{successor.name}"
    bindings = successor.bindings
    unique: list[set[str | None]] = []
    for twin in (*(twin for _, twin in bindings.keys), *bindings.indexes):
        columns = set(twin.new.columns)
        is_news = twin.new.unique and None not in columns and not any(key <= columns for key in unique)
        is_news = is_news and not is_unique_on(table, [item for item in columns if item is not None])
        if twin.new.unique and twin.new.predicate is None:
            unique.append(columns)
        yield built(table, twin.new.name, twin.definition, _AS_UNIQUE if is_news else "")
    added = [(table, quoted(successor.proof), _proof(successor), True)] if required else []
    added += [(twin.owner, quoted_twin(twin), twin.definition, twin.old.valid) for twin in bindings.constraints]
    if not added:
        return
    owners = list(dict.fromkeys(owner.key for owner, *_ in added))
    up: list[str] = []
    down: list[str] = []
    checked: list[str] = []
    for key in owners:
        own = [item for item in added if item[0].key == key]
        owner = own[0][0]
        up += alteration(owner, (f"ADD CONSTRAINT {twin} {text} NOT VALID" for _, twin, text, _ in own))
        down += alteration(owner, (f"DROP CONSTRAINT IF EXISTS {twin}" for _, twin, _, _ in own))
        checked += alteration(owner, (f"VALIDATE CONSTRAINT {twin}" for _, twin, _, valid in own if valid))
    yield together("bind", name, up, down)
    if checked:
        yield working("validate", name, "\n".join(checked))


def _proof(successor: Successor) -> str:
    return f"CHECK ({quoted(successor.name)} IS NOT NULL)"


def is_required(successor: Successor) -> bool:
    """Whether the old column holds no NULL, as it says itself or as part of a primary key."""
    in_key = any(key.kind == "primary key" for key, _ in successor.bindings.keys)
    return successor.old.not_null or in_key


def leftover(name: str) -> str:
    """What an index or column is called that has been replaced."""
    return marked(name, "old")
