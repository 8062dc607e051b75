"""Runs SQL files on a new database of a real server and says which schema they lead to."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Any

import fingerprints

from sqlreview.sql.engines import Engine, Family, engine_of
from sqlreview.sql.statements import split_statements

Texts = Iterable[tuple[str, bool]]
"""Files in order, each with whether the migration tool opens a transaction around it."""
Schema = list[tuple[Any, ...]]
Connect = Callable[[], Any]

_NUMBERED = re.compile(r"\$\d")
_MARKED = re.compile(r"\?")
_PREPARABLE = re.compile(r"(?i)\s*(?:SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH|VALUES|MERGE)\b")


class Refused(Exception):
    """A server's answer to what it does not do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}" if code else message)
        self.code = code
        self.message = message

    def is_meant_by(self, error: str) -> bool:
        """Whether an example promises this answer: by its code, or by the beginning of the message."""
        return error == self.code or (not self.code and self.message.startswith(error))


def on_postgres(connect: Connect, texts: Texts) -> Schema:
    """Runs files on PostgreSQL."""
    import psycopg

    with connect() as connection:
        connection.autocommit = True
        try:
            for statement in _statements(texts, engine_of("postgres"), "BEGIN"):
                connection.execute(statement)
        except psycopg.Error as error:
            raise Refused(error.sqlstate or "", str(error)) from error
        connection.execute("ROLLBACK")
        return list(connection.execute(fingerprints.POSTGRES).fetchall())


def on_mariadb(connect: Connect, texts: Texts) -> Schema:
    """Runs files of MySQL or MariaDB on MariaDB, and takes away the databases and accounts they leave behind."""
    import pymysql

    with closing(connect()) as connection, connection.cursor() as cursor:
        everything = _databases_and_accounts(cursor)
        try:
            for statement in _statements(texts, engine_of("mariadb"), "START TRANSACTION"):
                cursor.execute(statement)
            cursor.execute("ROLLBACK")
            cursor.execute("SELECT database()")
            cursor.execute(fingerprints.MYSQL if cursor.fetchone()[0] else "SELECT 'no database'")
            return list(cursor.fetchall())
        except pymysql.MySQLError as error:
            raise Refused(str(error.args[0]), str(error.args[-1])) from error
        finally:
            cursor.execute("ROLLBACK")
            for kind, name in _databases_and_accounts(cursor) - everything:
                cursor.execute(f"DROP {kind} {name}")


def on_sqlite(connect: Connect, texts: Texts) -> Schema:
    """Runs files on SQLite."""
    with closing(connect()) as connection:
        try:
            for statement in _statements(texts, engine_of("sqlite"), "BEGIN"):
                values = (1,) * len(_MARKED.findall(statement)) if _PREPARABLE.match(statement) else ()
                connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise Refused("", str(error)) from error
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return list(connection.execute(fingerprints.SQLITE).fetchall())


RUNNERS: dict[Family, tuple[str, Callable[[Connect, Texts], Schema]]] = {
    "postgres": ("postgres", on_postgres),
    "mysql": ("mariadb", on_mariadb),
    "sqlite": ("sqlite", on_sqlite),
}
"""Fixture and function by family of engines."""


def _statements(texts: Texts, engine: Engine, begin: str) -> Iterator[str]:
    for text, wrapped in texts:
        if wrapped:
            yield begin
        for number, source in enumerate(split_statements(text, engine)):
            yield _runnable(source.text, number, engine)
        if wrapped:
            yield "COMMIT"


def _runnable(statement: str, number: int, engine: Engine) -> str:
    """The statement itself, or where it has parameters what makes the server read it."""
    if not _PREPARABLE.match(statement):
        return statement
    if engine.family == "postgres" and _NUMBERED.search(statement):
        return f"PREPARE p{number} AS {statement}"
    if engine.family == "mysql" and _MARKED.search(statement):
        text = statement.replace("\\", "\\\\").replace("'", "''")
        return f"PREPARE p{number} FROM '{text}'"
    return statement


def _databases_and_accounts(cursor: Any) -> set[tuple[str, str]]:
    cursor.execute("SELECT schema_name FROM information_schema.schemata")
    found = {("DATABASE", f"`{name}`") for (name,) in cursor.fetchall()}
    cursor.execute("SELECT user, host FROM mysql.user WHERE is_role = 'N'")
    return found | {("USER", f"'{user}'@'{host}'") for user, host in cursor.fetchall()}
