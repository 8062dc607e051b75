"""Runs statements on SQLite, on tables with rows, and says what is there in the end."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing

import fingerprints
from proof_cases import Step
from proof_outcomes import Outcome, Rows, Run, State, answer_of, rows_of

_ROWS = 200
_REPEATED = 40
_QUERY = re.compile(r"(?i)\s*+(?:SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH|VALUES)\b")
_LITERAL = re.compile(r"'((?:[^']|'')*+)'|(?<![\w.'])(\d++(?:\.\d++)?+)(?![\w.'])")
_CHECK = re.compile(r"(?i)\bCHECK\s*+\((.*)", re.DOTALL)
_TABLES = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql LIKE 'CREATE TABLE%'"
)


def runner(connect: Callable[[], sqlite3.Connection]) -> Run:
    """Runs statements, each time in a database of their own."""

    def run_apart(setup: list[Step], steps: list[Step], rows: Rows) -> Outcome:
        with closing(connect()) as connection:
            failure = _run(connection, setup, {})
            if failure is not None:
                return failure
            if connection.in_transaction:
                connection.execute("COMMIT")
            if rows != "none":
                _fill(connection, rows == "varied")
            results: State = {}
            return _run(connection, steps, results) or Outcome(state={**_state(connection), **results})

    return run_apart


def _run(connection: sqlite3.Connection, steps: list[Step], results: State) -> Outcome | None:
    queries = 0
    for step in steps:
        query = _QUERY.match(step.sql)
        try:
            cursor = connection.execute(step.sql, (3,) * step.sql.count("?") if query else ())
            answer = answer_of(cursor, step.sql) if query else {}
            cursor.fetchall()
        except sqlite3.Error as error:
            return Outcome(str(error), str(error), step)
        queries += bool(answer)
        for attribute, text in answer.items():
            results["result", str(queries), attribute] = text
    return None


def _state(connection: sqlite3.Connection) -> State:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    found: State = {}
    for kind, name, attribute, rest in connection.execute(fingerprints.SQLITE).fetchall():
        found[str(kind), str(name), "definition"] = f"{attribute} {rest}".strip()
    for table, _ in connection.execute(_TABLES).fetchall():
        cursor = connection.execute(f'SELECT * FROM "{table}"')
        found |= rows_of(table, [column[0] for column in cursor.description], cursor.fetchall())
    return found


def _fill(connection: sqlite3.Connection, varied: bool) -> None:
    enforced = connection.execute("PRAGMA foreign_keys").fetchone()[0]
    connection.execute("PRAGMA foreign_keys = OFF")
    for table, sql in connection.execute(_TABLES).fetchall():
        if not connection.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")').fetchone()[0]:
            _insert(connection, table, sql, varied)
    connection.execute(f"PRAGMA foreign_keys = {enforced}")


def _insert(connection: sqlite3.Connection, table: str, sql: str, varied: bool) -> None:
    columns = [row for row in connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall() if not row[6]]
    unique = {
        column
        for (index,) in connection.execute(f"SELECT name FROM pragma_index_list('{table}') WHERE \"unique\"").fetchall()
        for (column,) in connection.execute(f"SELECT name FROM pragma_index_info('{index}')").fetchall()
    }
    check = found[1] if (found := _CHECK.search(sql)) else ""
    names = ", ".join(f'"{row[1]}"' for row in columns)
    for literal in (None, *(text or number for text, number in _LITERAL.findall(check))):
        values = []
        for _, name, kind, required, _, key, _ in columns:
            single = bool(key) or name in unique
            number = f"(i % {_REPEATED} + 1)" if varied and not single else "i"
            value = f"'{literal}'" if literal is not None and name in check else _of_type(kind.upper(), number)
            values.append(f"CASE WHEN i % 7 THEN {value} END" if varied and not single and not required else value)
        try:
            connection.execute(
                f"WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < {_ROWS})"
                f' INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} FROM n'
            )
        except sqlite3.Error:
            continue
        return


def _of_type(kind: str, number: str) -> str:
    if "BOOL" in kind:
        return f"{number} % 2"
    if "DATE" in kind or "TIME" in kind:
        return f"datetime('2024-01-01', '+' || {number} || ' days')"
    if "BLOB" in kind:
        return f"CAST({number} AS BLOB)"
    return f"CAST({number} AS TEXT)" if "CHAR" in kind or "TEXT" in kind or "CLOB" in kind else number
