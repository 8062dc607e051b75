"""Facts about keys and indexes that rules and fixes ask of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sqlreview.operations import IndexKey
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.conditions import columns_required, only_requires
from sqlreview.schema.inheritance import same_index_contents
from sqlreview.schema.origins import Key
from sqlreview.schema.records import Constraint, Index, Table, View


def primary_key_columns(table: Table) -> tuple[str, ...]:
    """The columns of the primary key; none when there is no key or it is not known."""
    key = table.primary_key
    return key.columns if key else ()


def unique_keys(table: Table, *, deferrable: bool = True) -> tuple[tuple[str, ...], ...]:
    """The column lists no two rows agree in: of the primary key, UNIQUE constraints and plain unique indexes.

    Partial indexes, indexes on expressions and indexes that are not valid promise nothing. Without `deferrable` those
    constraints are left out that may be violated until COMMIT, to which foreign keys and ON CONFLICT cannot refer.
    """
    keys: dict[tuple[str, ...], None] = {}
    for constraint in table.constraints:
        is_key = constraint.kind in ("primary key", "unique") and bool(constraint.columns)
        if is_key and (deferrable or not constraint.deferrable):
            keys[constraint.columns] = None
    for index in table.indexes:
        columns = tuple(column for column in index.columns if column is not None)
        plain = index.unique and index.valid and not index.predicate and len(columns) == len(index.keys)
        if plain and index.constraint is None:
            keys[columns] = None
    return tuple(keys)


def required_key(table: Table) -> tuple[str, ...]:
    """The columns of a key that leaves out no row, because none of them may be NULL."""
    required = {column.name for column in table.columns if column.not_null}
    return next((key for key in unique_keys(table, deferrable=False) if required.issuperset(key)), ())


def is_unique_on(table: Table, columns: Collection[str]) -> bool:
    """Whether no two rows agree in all of these columns because a key consists of some of them."""
    return any(set(key) <= set(columns) for key in unique_keys(table))


def referenced_key_matches(catalog: Catalog, constraint: Constraint) -> bool | None:
    """Whether the columns a foreign key refers to are a key of that table; None when the history does not tell."""
    table = catalog.table_at(constraint.referenced)
    if table is None or not constraint.referenced_columns:
        return None
    wanted = set(constraint.referenced_columns)
    if any(set(key) == wanted for key in unique_keys(table, deferrable=False)):
        return True
    return False if table.complete else None


def index_serving_foreign_key(table: Table, constraint: Constraint) -> Index | None:
    """An index with which PostgreSQL finds the rows that refer to a deleted or changed row.

    It is valid, begins with the columns of the foreign key in any order, and leaves out at most rows whose key is NULL.
    """
    return index_serving_columns(table, constraint.columns)


def index_serving_columns(table: Table, columns: tuple[str, ...]) -> Index | None:
    """An index with which PostgreSQL finds the rows that have given values in all these columns."""
    wanted = set(columns)
    if not wanted:
        return None
    return next((index for index in table.indexes if _serves(index, wanted, columns)), None)


def _serves(index: Index, wanted: set[str], columns: tuple[str, ...]) -> bool:
    if not index.valid or (index.predicate and not only_requires(index.predicate.text, columns)):
        return False
    if any(key.length for key in index.keys[: len(wanted)]):
        return False  # MySQL has no use for parts of columns
    if index.method == "hash":
        return index.columns == columns and len(columns) == 1
    return index.method in ("btree", "gist") and set(index.columns[: len(wanted)]) == wanted


def duplicate_of(index: Index, others: Iterable[Index]) -> Index | None:
    """Another index with the same contents, which does everything this one does.

    A unique index is a duplicate only of a unique one; an index in the service of a constraint is none at all.
    """
    if index.constraint is not None:
        return None
    contents = index.contents
    same = (other for other in others if other.contents == contents)
    return next((other for other in same if other is not index and _covers(other, index)), None)


def repeated_constraint(table: Table, index: Index, others: Iterable[Index], merges: bool) -> Index | None:
    """The index of another constraint that makes that of a UNIQUE constraint needless.

    `merges` says that the server makes one index of constraints that one statement repeats, as PostgreSQL does.
    """
    key = table.primary_key
    if index.constraint is None or not index.unique or (key is not None and index.constraint == key.name):
        return None
    for other in others:
        is_apart = not merges or other.origin.statement != index.origin.statement
        if other is not index and other.constraint is not None and is_apart and _covers(other, index):
            return other
    return None


def _covers(other: Index, index: Index) -> bool:
    if not other.valid or other.name == index.name or (index.unique and not other.unique):
        return False
    return same_index_contents(index, other) and _same_order(index.keys, other.keys)


def _same_order(keys: tuple[IndexKey, ...], others: tuple[IndexKey, ...]) -> bool:
    """Whether one scan direction fits both: all keys sort the same way, or all the opposite way."""
    pairs = [(_order(one), _order(other)) for one, other in zip(keys, others, strict=False)]
    same = all(one == other for one, other in pairs)
    return same or all(one == (not other[0], not other[1]) for one, other in pairs)


def _order(key: IndexKey) -> tuple[bool, bool]:
    nulls_first = key.descending if key.nulls_first is None else key.nulls_first
    return key.descending, nulls_first


def index_title(index: Index) -> str:
    """How to call an index in a message: by its name, or by its columns where SQLite made it without being asked."""
    if index.name.startswith("sqlite_autoindex_"):
        return f"the key ({', '.join(name or '...' for name in index.columns)})"
    return f"`{index.name}`"


def is_redundant_prefix(index: Index, others: Iterable[Index]) -> Index | None:
    """Another index that begins with all keys of this one, so that this one only costs writes.

    Unique indexes, and those in the service of a constraint, have a purpose of their own.
    """
    if index.unique or index.constraint is not None or index.include or index.method != "btree":
        return None
    length = len(index.keys)
    longer = (other for other in others if len(other.keys) > length)
    return next((other for other in longer if _begins_with(other, index)), None)


def _begins_with(other: Index, index: Index) -> bool:
    if other.contents[: len(index.keys)] != index.contents or other.method != "btree" or not other.valid:
        return False
    return index.condition == other.condition and _same_order(index.keys, other.keys)


IndexesByColumn = dict[str | None, dict[frozenset[str | None], list[Index]]]
"""Indexes by their first column and by the set of all columns; None stands for an expression."""


def unique_indexes(table: Table) -> IndexesByColumn:
    """The unique indexes of a table, to be looked up with `unique_within`."""
    found: IndexesByColumn = {}
    for index in table.indexes:
        if index.unique and index.columns:
            found.setdefault(index.columns[0], {}).setdefault(frozenset(index.columns), []).append(index)
    return found


def unique_within(columns: Collection[str | None], unique: IndexesByColumn) -> Iterator[Index]:
    """The unique indexes that have none but these columns."""
    for first in columns:
        for known, indexes in unique.get(first, {}).items():
            if known.issubset(columns):
                yield from indexes


def proves_not_null(table: Table, column: str) -> Constraint | None:
    """A valid CHECK that says the column is not NULL, which spares SET NOT NULL the scan of the table."""
    return next(
        (
            constraint
            for constraint in table.constraints
            if constraint.kind == "check"
            and constraint.valid
            and constraint.expression is not None
            and column in columns_required(constraint.expression.text)
        ),
        None,
    )


def views_using(catalog: Catalog, relation: Table | View) -> tuple[View, ...]:
    """The views that read a relation, directly or through other views, nearest first."""
    return tuple(_views_using(catalog, relation))


def _views_using(catalog: Catalog, relation: Table | View) -> Iterator[View]:
    seen: set[Key] = {relation.key}
    waiting = list(relation.used_by)
    while waiting:
        key = waiting.pop(0)
        view = catalog.get(key)
        if key not in seen and isinstance(view, View):
            seen.add(key)
            yield view
            waiting += view.used_by


def column_users(table: Table, column: str) -> tuple[Constraint | Index, ...]:
    """The constraints and indexes of a table that use a column; an index behind a constraint is not listed again."""
    constraints = [item for item in table.constraints if column in item.columns]
    indexes = [index for index in table.indexes if index.constraint is None and uses_column(index, column)]
    return (*constraints, *indexes)


def uses_column(index: Index, column: str) -> bool:
    """Whether an index has the column as a key, in INCLUDE, in an expression or in its condition."""
    if column in index.columns or column in index.include:
        return True
    expressions = (*(key.expression for key in index.keys), index.predicate)
    return any(expression is not None and column in expression.columns for expression in expressions)


def foreign_keys_to(catalog: Catalog, table: Table) -> tuple[tuple[Table, Constraint], ...]:
    """The foreign keys that point to a table, with the tables that have them."""
    return tuple(
        (owner, constraint)
        for key in table.referenced_by
        if (owner := catalog.table_at(key)) is not None
        for constraint in owner.foreign_keys
        if constraint.referenced == table.key
    )
