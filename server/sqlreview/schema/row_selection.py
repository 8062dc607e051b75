"""Which rows a query picks: some by their key, or any number."""

from __future__ import annotations

from sqlreview.operations import Name
from sqlreview.queries import (
    ColumnReference,
    Delete,
    Insert,
    Merge,
    Predicate,
    Query,
    Select,
    Source,
    Update,
    Value,
    Write,
)
from sqlreview.queries.vocabulary import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Table

_ROW_IDS = frozenset({"ctid", "rowid", "_rowid_"})
"""What PostgreSQL and SQLite call the place of a row."""
_KEY_NAMES = _ROW_IDS | {"id", "uuid", "guid", "key", "name", "code", "slug", "email", "username"}
"""Columns that most likely identify a row of a table nothing is known of."""


_BOOKS = words_of(
    "alembic_version ar_internal_metadata databasechangelog databasechangeloglock django_migrations goose_db_version "
    "flyway_schema_history gorp_migrations knex_migrations knex_migrations_lock pgmigrations schema_info "
    "schema_migration schema_migrations schema_version _prisma_migrations _sqlx_migrations __diesel_schema_migrations "
    "__drizzle_migrations atlas_schema_revisions"
)
"""The tables in which migration tools note what has run: a row for a migration."""


def picks_by_key(query: Write, catalog: Catalog) -> bool:
    """Whether a write is bound to keys that it names: single rows, a range of keys, or the next few."""
    if query.target.name is not None and query.target.name.text.lower() in _BOOKS:
        return True
    match query:
        case Update() | Delete():
            conjuncts = query.where.conjuncts if query.where else ()
            bound = query.limit is not None or any(_binds(part, query, catalog) for part in conjuncts)
            return bound or _joins_literals(query)
        case Insert():
            return query.source is None or not _reads_tables(query.source)
        case Merge():
            return not any(_reads(source) for source in query.sources[1:])
    return True


def names_keys(query: Write, catalog: Catalog) -> bool:
    """Whether a write names the keys of its rows one by one; a range or a batch does not."""
    if not isinstance(query, Update | Delete):
        return picks_by_key(query, catalog)
    leaves = query.where.predicate.comparisons if query.where else ()
    narrow = any(leaf.kind in ("equality", "in-list") and _binds(leaf, query, catalog) for leaf in leaves)
    return narrow and picks_by_key(query, catalog)


def reads_whole_tables(query: Query) -> tuple[Name, ...]:
    """The tables that a SELECT works through, for all that its text tells: no value or number of rows narrows it."""
    if not isinstance(query, Select) or query.limit is not None:
        return ()
    conjuncts = query.where.conjuncts if query.where else ()
    if any(part.kind in ("equality", "in-list", "exists", "current-of", "unknown") for part in conjuncts):
        return ()
    return tuple(item.name for item in query.sources if item.kind == "table" and item.name and not item.sampled)


def ends_at_a_key(query: Write, catalog: Catalog) -> bool:
    """Whether an UPDATE or DELETE stops at a key or a number of rows it names, so that rows behind it are left."""
    if not isinstance(query, Update | Delete) or query.target.name is None:
        return False
    if query.limit is not None:
        return True
    if query.where is None:
        return False
    keys = key_columns(catalog.table(query.target.name), query.target.name.text)
    return any(_has_end(part, query, keys) for part in query.where.conjuncts)


def _has_end(part: Predicate, query: Update | Delete, keys: frozenset[str]) -> bool:
    if part.negated or not _is_key(part.left, query, keys):
        return False
    if part.kind == "between":
        return all(bound.is_literal for bound in part.bounds)
    if part.kind == "range":
        return part.operator in ("<", "<=") and part.right is not None and part.right.is_literal
    return part.subquery is not None and _is_limited(part.subquery)


def key_columns(table: Table | None, name: str) -> frozenset[str]:
    """The columns of a table that find a row at once; for a table that is not known, those that look like it."""
    guessed = _KEY_NAMES | {f"{name}_id", f"{name.rstrip('s')}_id", f"{name}id"}
    if table is None:
        return frozenset(guessed)
    unique = [index for index in table.indexes if index.unique and index.predicate is None]
    known = {index.columns[0] for index in unique if index.columns}
    known |= {item.columns[0] for item in table.constraints if item.kind in ("primary key", "unique") and item.columns}
    found = frozenset(column for column in known if column is not None) | _ROW_IDS
    return found if table.complete and len(found) > len(_ROW_IDS) else found | guessed


def _binds(predicate: Predicate, query: Update | Delete, catalog: Catalog) -> bool:
    if predicate.kind == "current-of" or predicate.negated:
        return predicate.kind == "current-of"
    if predicate.subquery is not None:
        return predicate.kind != "exists" and _is_limited(predicate.subquery)
    name = query.target.name
    keys = key_columns(catalog.table(name), name.text) if name else frozenset()
    match predicate.kind:
        case "equality" | "range":
            sides = ((predicate.left, predicate.right), (predicate.right, predicate.left))
            ranged = predicate.kind == "range"
            return any(
                _is_key(column, query, keys) and _is_given(item, query, catalog, ranged) for column, item in sides
            )
        case "in-list" | "between":
            values = (predicate.right, *predicate.bounds)
            return _is_key(predicate.left, query, keys) and all(
                _is_given(value, query, catalog, predicate.kind == "between") for value in values if value
            )
        case "or":
            return all(_binds_all(operand, query, catalog) for operand in predicate.operands)
    return False


def _binds_all(predicate: Predicate, query: Update | Delete, catalog: Catalog) -> bool:
    return any(_binds(part, query, catalog) for part in predicate.conjuncts)


def _is_key(value: Value | None, query: Update | Delete, keys: frozenset[str]) -> bool:
    if value is None:
        return False
    if value.kind == "row":
        return any(_is_key(item, query, keys) for item in value.items)
    column = value.items[0].column if value.kind == "cast" and value.items else value.column
    if column is None or column.qualifier not in (None, query.target.exposed_name):
        return False
    return column.column in keys


def _is_given(value: Value | None, query: Update | Delete, catalog: Catalog, ranged: bool) -> bool:
    """Whether a value does not come from the rows of a relation in the query; a variable of a loop is given.

    What bounds a range of keys is taken for a variable where the columns of the table are not known.
    """
    if value is None:
        return False
    if not all(isinstance(inner, Select) and inner.is_single_row for inner in value.subqueries):
        return False
    return all(_is_variable(column, query, catalog, ranged) for column in value.columns)


def _is_variable(column: ColumnReference, query: Update | Delete, catalog: Catalog, ranged: bool) -> bool:
    if column.qualifier is not None:
        return query.scope.source(column.qualifier) is None
    table = catalog.table(query.target.name) if query.target.name else None
    if len(query.sources) > 1 or (table is not None and table.column(column.column) is not None):
        return False
    return ranged or (table is not None and table.complete)


def _is_limited(query: Query) -> bool:
    if getattr(query, "limit", None) is not None:
        return True
    return any(source.query is not None and _is_limited(source.query) for source in query.sources)


def _joins_literals(query: Update | Delete) -> bool:
    """Whether it is joined with a VALUES list, or with the next few rows a query picks."""
    return any(
        source.kind == "values" or (source.query is not None and (_is_limited(source.query) or not _reads(source)))
        for source in query.sources[1:]
    )


def _reads_tables(query: Query) -> bool:
    if isinstance(query, Select):
        return any(_reads(source) for source in query.sources)
    return bool(getattr(query, "branches", ()))


def _reads(source: Source) -> bool:
    if source.kind == "table":
        return True
    return source.query is not None and _reads_tables(source.query)
