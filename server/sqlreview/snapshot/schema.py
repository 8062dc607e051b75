"""The schema of a live PostgreSQL as SQL that a review can start from, and a server can run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlreview.snapshot import queries

Ask = Callable[[str], Sequence[Sequence[Any]]]
"""Runs one question and returns its rows."""

_COMMANDS = {"r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE", "*": "ALL"}


def schema_statements(ask: Ask, version: int) -> Iterator[str]:
    """The statements that build the schema, in an order that works; names carry their schema."""
    yield "SET check_function_bodies = off"
    yield from (f"CREATE SCHEMA {name}" for (name,) in ask(queries.SCHEMAS))
    yield from (
        f"CREATE EXTENSION IF NOT EXISTS {name} WITH SCHEMA {schema}" for name, schema in ask(queries.EXTENSIONS)
    )
    yield from (f"CREATE TYPE {name} AS ENUM ({labels})" for name, labels in ask(queries.ENUMS))
    yield from map(_domain, ask(queries.DOMAINS))
    yield from (f"CREATE TYPE {name} AS ({columns})" for name, columns in ask(queries.COMPOSITES))
    yield from (f"CREATE SEQUENCE {name} AS {kind}" for name, kind in ask(queries.SEQUENCES))
    routines = [str(text).strip() for (text,) in ask(queries.ROUTINES)]
    # a routine may need tables as types, a table may need a routine in a default: those of plain types come first
    early = [text for text in routines if _is_plain(text)]
    yield from early
    yield from _tables(ask)
    yield from (text for text in routines if text not in early)
    yield from (f"ALTER SEQUENCE {name} OWNED BY {column}" for name, column in ask(queries.OWNED_SEQUENCES))
    yield from (f"ALTER TABLE {table} ADD CONSTRAINT {name} {text}" for table, name, text in ask(queries.CONSTRAINTS))
    views = list(ask(queries.VIEWS))
    yield from map(_view, views)
    yield from (text for (text,) in ask(queries.INDEXES))
    yield from (text for (text,) in ask(queries.TRIGGERS if version >= 13 else queries.TRIGGERS_12))
    yield from map(_policy, ask(queries.POLICIES))


def _is_plain(routine: str) -> bool:
    head = routine.partition("\nAS ")[0].upper()
    return "SETOF" not in head and "RETURNS TABLE" not in head and "BEGIN ATOMIC" not in routine.upper()


def _domain(row: Sequence[Any]) -> str:
    name, base, default, not_null, checks = row
    words = [f"CREATE DOMAIN {name} AS {base}"]
    if default is not None:
        words.append(f"DEFAULT {default}")
    if not_null:
        words.append("NOT NULL")
    if checks:
        words.append(checks)
    return " ".join(words)


def _tables(ask: Ask) -> Iterator[str]:
    columns = {table: list(rows) for table, rows in groupby(ask(queries.COLUMNS), key=lambda row: row[0])}
    for oid, name, persistence, _, key, parent, bound, inherits, secured, forced in ask(queries.TABLES):
        kind = "UNLOGGED TABLE" if persistence == "u" else "TABLE"
        by = f" PARTITION BY {key}" if key else ""
        if parent is not None:
            yield f"CREATE {kind} {name} PARTITION OF {parent} {bound}{by}"
        else:
            body = ",\n".join(f"    {_column(row[1:])}" for row in columns.get(oid, ()))
            below = f" INHERITS ({inherits})" if inherits else ""
            yield f"CREATE {kind} {name} (\n{body}\n){below}{by}"
        if secured:
            yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
        if forced:
            yield f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"


def _column(row: Sequence[Any]) -> str:
    name, kind, not_null, identity, generated, default, collation = row
    words = [f"{name} {kind}"]
    if collation:
        words.append(f"COLLATE {collation}")
    if identity:
        words.append(f"GENERATED {'ALWAYS' if identity == 'a' else 'BY DEFAULT'} AS IDENTITY")
    elif generated:
        words.append(f"GENERATED ALWAYS AS ({default}) {'STORED' if generated == 's' else 'VIRTUAL'}")
    elif default is not None:
        words.append(f"DEFAULT {default}")
    if not_null:
        words.append("NOT NULL")
    return " ".join(words)


def _view(row: Sequence[Any]) -> str:
    name, materialized, text, options = row
    kind = "MATERIALIZED VIEW" if materialized else "VIEW"
    settings = f" WITH ({options})" if options else ""
    return f"CREATE {kind} {name}{settings} AS\n{str(text).rstrip().rstrip(';')}"


def _policy(row: Sequence[Any]) -> str:
    name, table, permissive, command, roles, using, check = row
    words = [f"CREATE POLICY {name} ON {table}"]
    if not permissive:
        words.append("AS RESTRICTIVE")
    words.append(f"FOR {_COMMANDS[command]} TO {roles}")
    if using is not None:
        words.append(f"USING ({using})")
    if check is not None:
        words.append(f"WITH CHECK ({check})")
    return " ".join(words)
