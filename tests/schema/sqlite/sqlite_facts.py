"""What our catalog and SQLite itself say of the same SQL, in the same terms."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from sqlreview.schema import Catalog, Column, Constraint, Index, Table, View
from sqlreview.schema.sqlite_keys import rowid_column

_HIDDEN = {0: "", 2: " virtual", 3: " stored"}


def facts_of_sqlite(connection: sqlite3.Connection) -> set[str]:
    """What SQLite's pragmas tell."""
    facts: set[str] = set()
    for schema, name, kind, _, without_rowid, strict in connection.execute("PRAGMA table_list"):
        if name.startswith("sqlite_") or kind == "shadow":
            continue
        if kind == "view":
            facts.add(f"view {_place(schema)}{name}")
            continue
        flags = f"{' without rowid' if without_rowid else ''}{' strict' if strict else ''}"
        facts.add(f"table {_place(schema)}{name}{flags}{' virtual' if kind == 'virtual' else ''}")
        own = f"{_place(schema)}{name}"
        facts |= set(_columns_of_sqlite(connection, schema, name, own, kind == "virtual"))
        facts |= set(_indexes_of_sqlite(connection, schema, name, own))
        facts |= set(_keys_of_sqlite(connection, schema, name, own))
        facts |= set(_rowid_of_sqlite(connection, schema, name, own))
    for schema in ("main", "temp"):
        query = f"SELECT name, tbl_name FROM {schema}.sqlite_schema WHERE type = 'trigger'"
        facts |= {f"trigger {name} on {table}" for name, table in connection.execute(query)}
    return {fact.lower() for fact in facts}


def _place(schema: str) -> str:
    return "" if schema == "main" else f"{schema}."


def _columns_of_sqlite(
    connection: sqlite3.Connection, schema: str, name: str, own: str, is_virtual: bool
) -> Iterator[str]:
    rows = connection.execute(f'PRAGMA {schema}.table_xinfo("{name}")')
    for _, column, kind, not_null, default, key, hidden in rows:
        if hidden not in _HIDDEN:
            continue
        kind = "" if is_virtual else kind
        is_rowid = key and kind.upper() == "INTEGER"  # never NULL, which SQLite does not say
        required = " not null" if not_null and not is_rowid else ""
        yield _column(own, column, kind, required, default, hidden)
        if key:
            yield f"key {own} {key} {column}"


def _column(own: str, name: str, kind: str, required: str, default: str | None, hidden: int) -> str:
    words = "".join(kind.lower().split()) or "-"
    value = f" default {default.strip('() ')}" if default is not None else ""
    return f"column {own}.{name} {words}{required}{value}{_HIDDEN[hidden]}"


def _indexes_of_sqlite(connection: sqlite3.Connection, schema: str, name: str, own: str) -> Iterator[str]:
    for _, index, unique, _, partial in connection.execute(f'PRAGMA {schema}.index_list("{name}")').fetchall():
        rows = connection.execute(f'PRAGMA {schema}.index_xinfo("{index}")')
        keys = [f"{row[2] or '?'} {row[4]}{' desc' if row[3] else ''}" for row in rows if row[5]]
        flags = f"{' unique' if unique else ''}{' partial' if partial else ''}"
        yield f"index {own} {index} ({', '.join(keys)}){flags}"


def _rowid_of_sqlite(connection: sqlite3.Connection, schema: str, name: str, own: str) -> Iterator[str]:
    """The primary key that needs no index, as it is the rowid."""
    keys = [row[1] for row in connection.execute(f'PRAGMA {schema}.table_xinfo("{name}")') if row[5]]
    origins = {row[3] for row in connection.execute(f'PRAGMA {schema}.index_list("{name}")')}
    if len(keys) == 1 and "pk" not in origins:
        yield f"rowid {own}.{keys[0]}"


def _keys_of_sqlite(connection: sqlite3.Connection, schema: str, name: str, own: str) -> Iterator[str]:
    parts: dict[int, list[tuple[str, str | None, str, str, str]]] = {}
    for number, _, table, column, target, on_update, on_delete, _ in connection.execute(
        f'PRAGMA {schema}.foreign_key_list("{name}")'
    ):
        parts.setdefault(number, []).append((column, target, table, on_update, on_delete))
    for rows in parts.values():
        columns = ",".join(row[0] for row in rows)
        _, _, table, on_update, on_delete = rows[0]
        yield f"foreign key {own} ({columns}) references {table} on update {on_update} on delete {on_delete}"


def facts_of_catalog(catalog: Catalog) -> set[str]:
    """The same of our catalog; tables that are only mentioned are left out."""
    facts: set[str] = set()
    for view in catalog.all(View):
        facts.add(f"view {_our_place(view.schema)}{view.name}")
        facts |= {f"trigger {trigger.name} on {view.name}" for trigger in view.triggers}
    for table in catalog.all(Table):
        if not table.created:
            continue
        own = place_of(table)
        flags = f"{' without rowid' if table.without_rowid else ''}{' strict' if table.strict else ''}"
        facts.add(f"table {own}{flags}{' virtual' if table.module else ''}")
        facts |= {_our_column(table, column, own) for column in table.columns}
        facts |= {_our_index(table, index, own) for index in table.indexes}
        facts |= {_our_key(key, own) for key in table.foreign_keys}
        facts |= {f"trigger {trigger.name} on {table.name}" for trigger in table.triggers}
        columns = table.primary_key.columns if table.primary_key else ()
        facts |= {f"key {own} {number} {column}" for number, column in enumerate(columns, 1)}
        facts |= {f"rowid {own}.{column}" for column in [rowid_column(table)] if column}
    return {fact.lower() for fact in facts}


def place_of(table: Table) -> str:
    """The name of a table as the facts have it."""
    return f"{_our_place(table.schema)}{table.name}"


def _our_place(schema: str) -> str:
    return {"public": "", "pg_temp": "temp."}.get(schema, f"{schema}.")


def _our_column(table: Table, column: Column, own: str) -> str:
    hidden = 0 if column.generated is None else 3 if column.generated.stored else 2
    key = table.primary_key
    is_rowid = key is not None and column.name in key.columns and str(column.type) == "integer"
    written = column.not_null and not is_rowid
    default = column.default.text if column.default else None
    return _column(own, column.name, str(column.type or ""), " not null" if written else "", default, hidden)


def _our_index(table: Table, index: Index, own: str) -> str:
    keys = []
    for key in index.keys:
        column = table.column(key.column.text) if key.column else None
        collation = key.collation or (column.collation if column else None) or "BINARY"
        keys.append(f"{key.column or '?'} {collation}{' desc' if key.descending else ''}")
    flags = f"{' unique' if index.unique else ''}{' partial' if index.predicate else ''}"
    return f"index {own} {index.name} ({', '.join(keys)}){flags}"


def _our_key(key: Constraint, own: str) -> str:
    referenced = key.referenced[2] if key.referenced else "?"
    actions = f"on update {key.on_update or 'NO ACTION'} on delete {key.on_delete or 'NO ACTION'}"
    return f"foreign key {own} ({','.join(key.columns)}) references {referenced} {actions}"


def without_spaces_in_expressions(facts: set[str]) -> set[str]:
    """The facts with blanks around operators taken out, which SQLite keeps as they are written."""
    return {re.sub(r"\s*([-+*/|=<>(),])\s*", r"\1", fact) for fact in facts}
