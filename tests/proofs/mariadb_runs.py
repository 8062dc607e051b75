"""Runs statements on MariaDB, on tables with rows, and says what is there in the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

import fingerprints
from proof_cases import Step
from proof_outcomes import Outcome, Rows, Run, State, answer_of, rows_of

_ROWS = 200
_REPEATED = 40
_QUERY = re.compile(r"(?i)\s*+(?:SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH|VALUES|TABLE)\b")
_COLUMNS = """
SELECT c.table_name, c.column_name, c.data_type, c.column_type, c.is_nullable = 'YES',
       c.character_maximum_length, c.numeric_precision - c.numeric_scale,
       EXISTS (SELECT 1 FROM information_schema.statistics s WHERE s.table_schema = c.table_schema
               AND s.table_name = c.table_name AND s.column_name = c.column_name AND NOT s.non_unique)
FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = database() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
ORDER BY c.table_name, c.ordinal_position
"""
_CHECKS = """
SELECT table_name, check_clause FROM information_schema.check_constraints WHERE constraint_schema = database()
"""
_LITERAL = re.compile(r"'((?:[^']|'')*+)'|(?<![\w.'])(\d++(?:\.\d++)?+)(?![\w.'])")
_TABLES = """
SELECT table_name FROM information_schema.tables WHERE table_schema = database() AND table_type = 'BASE TABLE'
"""


def runner(connect: Callable[[], Any]) -> Run:
    """Runs statements, each time in a database of their own."""

    def run_apart(setup: list[Step], steps: list[Step], rows: Rows) -> Outcome:
        with closing(connect()) as connection, connection.cursor() as cursor:
            before = _databases_and_accounts(cursor)
            try:
                failure = _run(cursor, setup, None)
                if failure is not None:
                    return failure
                with suppress(Exception):
                    cursor.execute("ROLLBACK")
                if rows != "none":
                    _fill(cursor, rows == "varied")
                results: State = {}
                return _run(cursor, steps, results) or Outcome(state={**_state(cursor), **results})
            finally:
                cursor.execute("ROLLBACK")
                cursor.execute("SET foreign_key_checks = 0")
                for kind, name in _databases_and_accounts(cursor) - before:
                    cursor.execute(f"DROP {kind} {name}")
                cursor.execute("DROP DATABASE IF EXISTS " + connection.db.decode())

    return run_apart


def _run(cursor: Any, steps: list[Step], results: State | None) -> Outcome | None:
    import pymysql

    queries = 0
    for number, step in enumerate(steps):
        try:
            _execute(cursor, step.sql, number)
        except pymysql.MySQLError as error:
            return Outcome(str(error.args[0]), str(error.args[-1]), step)
        if results is not None and _QUERY.match(step.sql):
            answer = answer_of(cursor, step.sql)
            queries += bool(answer)
            for attribute, text in answer.items():
                results["result", str(queries), attribute] = text
    return None


def _execute(cursor: Any, sql: str, number: int) -> None:
    if not _QUERY.match(sql) or "?" not in sql:
        cursor.execute(sql)
        return
    text = sql.replace("\\", "\\\\").replace("'", "''")
    cursor.execute(f"PREPARE p{number} FROM '{text}'")
    for count in range(1, sql.count("?") + 1):
        cursor.execute(f"SET @p{count} = 3")
    values = ", ".join(f"@p{count}" for count in range(1, sql.count("?") + 1))
    cursor.execute(f"EXECUTE p{number} USING {values}")


def _state(cursor: Any) -> State:
    cursor.execute("ROLLBACK")
    cursor.execute("SELECT database()")
    if cursor.fetchone()[0] is None:
        return {}
    cursor.execute(fingerprints.MYSQL)
    found: State = {}
    for kind, name, attribute, rest in cursor.fetchall():
        found[kind, str(name), "definition"] = f"{attribute} {rest}".strip()
    cursor.execute(_TABLES)
    for (table,) in cursor.fetchall():
        cursor.execute(f"SELECT * FROM `{table}`")
        found |= rows_of(table, [column[0] for column in cursor.description], list(cursor.fetchall()))
    return found


def _databases_and_accounts(cursor: Any) -> set[tuple[str, str]]:
    cursor.execute("SELECT schema_name FROM information_schema.schemata")
    found = {("DATABASE", f"`{name}`") for (name,) in cursor.fetchall()}
    cursor.execute("SELECT user, host FROM mysql.user WHERE is_role = 'N'")
    return found | {("USER", f"'{user}'@'{host}'") for user, host in cursor.fetchall()}


def _fill(cursor: Any, varied: bool) -> None:
    cursor.execute("SELECT database()")
    if cursor.fetchone()[0] is None:
        return
    cursor.execute(_COLUMNS)
    tables: dict[str, list[Any]] = {}
    for table, *column in cursor.fetchall():
        tables.setdefault(table, []).append(column)
    cursor.execute(_CHECKS)
    checks: dict[str, str] = {}
    for table, clause in cursor.fetchall():
        checks[table] = checks.get(table, "") + f" {clause}"
    cursor.execute("SET @mode = @@sql_mode, foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'")
    for table, columns in tables.items():
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM `{table}`)")
        if not cursor.fetchone()[0]:
            _insert(cursor, table, columns, checks.get(table, ""), varied)
    cursor.execute("SET foreign_key_checks = 1, sql_mode = @mode")


def _insert(cursor: Any, table: str, columns: list[Any], checks: str, varied: bool) -> None:
    import pymysql

    literals = [text or number for text, number in _LITERAL.findall(checks)]
    names = ", ".join(f"`{column[0]}`" for column in columns)
    for literal in (None, *literals):
        values = ", ".join(_value(*column, varied, literal if column[0] in checks else None) for column in columns)
        try:
            cursor.execute(f"INSERT INTO `{table}` ({names}) SELECT {values} FROM seq_1_to_{_ROWS}")
        except pymysql.MySQLError:
            continue
        return


def _value(
    name: str,
    kind: str,
    declared: str,
    nullable: bool,
    length: int,
    digits: int,
    unique: bool,
    varied: bool,
    literal: str | None,
) -> str:
    number = f"(seq % {_REPEATED} + 1)" if varied and not unique else "seq"
    value = "'" + literal + "'" if literal is not None else _of_type(kind, declared, number, length, digits)
    return f"IF(seq % 7 = 0, NULL, {value})" if varied and nullable and not unique else value


def _of_type(kind: str, declared: str, number: str, length: int, digits: int) -> str:
    if kind in ("enum", "set"):
        labels = _LITERAL.findall(declared)
        return f"elt(1 + {number} % {len(labels)}, {', '.join(repr(text) for text, _ in labels)})"
    if kind in ("char", "varchar", "binary", "varbinary"):
        return f"{number} % {10 ** min(int(length or 1), 9)}"
    by_kind = {
        "date": f"date '2024-01-01' + INTERVAL {number} DAY",
        "datetime": f"timestamp '2024-01-01 00:00:00' + INTERVAL {number} DAY",
        "timestamp": f"timestamp '2024-01-01 00:00:00' + INTERVAL {number} DAY",
        "time": f"sec_to_time({number} * 60)",
        "year": f"2000 + {number} % 100",
        "tinyint": f"{number} % 2" if declared.startswith("tinyint(1)") else f"{number} % 100",
        "decimal": f"{number} % {10 ** min(int(digits or 1), 9)}",
        "json": f"json_object('a', {number})",
        "uuid": f"concat('00000000-0000-0000-0000-', lpad(hex({number}), 12, '0'))",
        "point": f"point({number}, {number})",
    }
    return by_kind.get(kind, number)
