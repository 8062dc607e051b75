"""Takes a snapshot of a PostgreSQL database: reads its catalogs in one read-only transaction, and no row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlreview.snapshot import queries
from sqlreview.snapshot.schema import schema_statements


class SnapshotError(Exception):
    """Why no snapshot could be taken, in words for the user."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a database said of itself."""

    version: int
    """Major version of the server."""
    schema_sql: str
    sizes_toml: str
    """The `[tables]` that a configuration reads: rows and bytes of every table."""
    tables: int


def take_snapshot(dsn: str) -> Snapshot:
    """Connects, asks and disconnects; raises SnapshotError when psycopg is missing or the server refuses."""
    try:
        import psycopg
    except ImportError:
        raise SnapshotError("psycopg is not installed; pip install 'sqlreview[snapshot]'") from None
    try:
        with psycopg.connect(dsn, autocommit=True, connect_timeout=10, application_name="sqlreview snapshot") as server:
            server.execute("SET default_transaction_read_only = on")
            server.execute("SET search_path = ''")
            server.execute("SET statement_timeout = '60s'")
            server.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return _read(server)
    except psycopg.Error as error:
        raise SnapshotError(" ".join(str(error).split())) from None


def _read(server: Any) -> Snapshot:
    def ask(question: str) -> Sequence[Sequence[Any]]:
        rows: Sequence[Sequence[Any]] = server.execute(question).fetchall()
        return rows

    version = server.info.server_version // 10_000
    statements = [*schema_statements(ask, version)]
    sizes = ask(queries.SIZES)
    name = server.info.dbname
    head = f"-- The schema of {_shown(name)} on PostgreSQL {version}, written by `sqlreview snapshot`.\n\n"
    return Snapshot(version, head + "".join(f"{text};\n\n" for text in statements), _sizes(sizes, name), len(sizes))


def _sizes(sizes: Sequence[Sequence[Any]], database: str) -> str:
    lines = [
        f"# The sizes of the tables of {_shown(database)}, written by `sqlreview snapshot`.",
        "# Rows are estimates of the last ANALYZE; bytes include indexes and TOAST.",
        "",
        "[tables]",
    ]
    for schema, table, count, size in sizes:
        rows = "" if count is None else f"rows = {count}, "
        lines.append(f"{_key(f'{schema}.{table}')} = {{ {rows}bytes = {size} }}")
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _shown(name: str) -> str:
    return f"`{' '.join(name.split())}`"
