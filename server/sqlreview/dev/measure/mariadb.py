"""Measures one case on a MariaDB server: what it accepts, copies and builds, and whose transactions hold it up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pymysql

from sqlreview.dev.measure.cases import Case, Facts, canonical
from sqlreview.dev.measure.mariadb_server import MariadbServer
from sqlreview.dev.measure.results import LeftOut, NotMeasured
from sqlreview.patterns import regex

_ALGORITHMS = ("INSTANT", "NOCOPY", "INPLACE", "COPY")
_LOCKS = ("NONE", "SHARED", "EXCLUSIVE")
_DATABASE = "app"
_SYNTAX_ERROR = 1064
_GAVE_UP_WAITING = (1205, 4031)
_READS = ("SELECT count(*) FROM {}",)
_LOCKS_ROWS = ("SELECT * FROM {} LIMIT 1 FOR UPDATE",)
_TABLES = """
SELECT table_name FROM information_schema.tables
WHERE table_schema = 'app' AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
"""
_FILES = "SELECT name, table_id FROM information_schema.innodb_sys_tables WHERE name LIKE 'app/%'"
_INDEXES = """
SELECT t.name, i.name, i.index_id FROM information_schema.innodb_sys_indexes i
JOIN information_schema.innodb_sys_tables t USING (table_id) WHERE t.name LIKE 'app/%'
"""
_ALTER = regex(r"\s*+ALTER\s++(?:(?:ONLINE|IGNORE)\s++)*+TABLE\s++(?:IF\s++EXISTS\s++)?+`?(\w++)`?\s++", re.I)
_CREATE_INDEX = regex(r"\s*+CREATE\s++(?:OR\s++REPLACE\s++)?+(?:(?:UNIQUE|FULLTEXT|SPATIAL)\s++)?+INDEX\b", re.I)
_DROP_INDEX = regex(r"\s*+DROP\s++INDEX\b", re.I)
_WITHOUT_COMMA = regex(r"(?:PARTITION\s++BY|REMOVE\s++PARTITIONING)\b", re.I)
_ASKS = regex(r"\b(?:ALGORITHM|LOCK)\s*+=?\s*+(?:DEFAULT|INSTANT|NOCOPY|INPLACE|COPY|NONE|SHARED|EXCLUSIVE)\b", re.I)


@dataclass(slots=True)
class MariadbBench:
    """A server, and the set-up that stands on it untouched; None when something may have changed since."""

    server: MariadbServer
    standing: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of statements: the error, else the rows that the last one has copied or changed, and all answers."""

    error: int | None = None
    message: str = ""
    rows: int = 0
    answers: str = ""


def measure_mariadb(bench: MariadbBench, case: Case) -> Facts | LeftOut | NotMeasured:
    """The facts of a case, or why there are none."""
    try:
        _lay(bench, case)
    except pymysql.Error as error:
        return NotMeasured(f"the set-up fails: {error.args[-1]}")
    outcome, work = _plainly(bench, case)
    if outcome.error == _SYNTAX_ERROR:
        return LeftOut(outcome.message)
    if outcome.error is not None:
        return canonical({"error": outcome.error})
    way = _way(bench, case, outcome.rows)
    readers = _held_up_by(bench, case, _READS, ())
    writers = _held_up_by(bench, case, _LOCKS_ROWS, readers)
    return canonical({**work, **way, "waits_for_readers_of": readers, "waits_for_writers_of": writers})


def _lay(bench: MariadbBench, case: Case) -> None:
    if bench.standing == case.setup:
        return
    bench.standing = None
    connection = bench.server.connect()
    try:
        with connection.cursor() as cursor:
            statements = (f"DROP DATABASE IF EXISTS {_DATABASE}", f"CREATE DATABASE {_DATABASE}", f"USE {_DATABASE}")
            for statement in (*statements, *case.setup):
                cursor.execute(statement)
                cursor.fetchall()
    finally:
        connection.close()
    bench.standing = case.setup


def _attempt(cursor: Any, statements: Sequence[str]) -> _Outcome:
    rows, answers = 0, []
    try:
        for statement in statements:
            counted = cursor.execute(statement)
            rows = 0 if cursor.description else counted
            answers += [str(answer) for answer in cursor.fetchall()]
    except pymysql.Error as error:
        return _Outcome(error=int(error.args[0]), message=str(error.args[-1]))
    return _Outcome(rows=rows, answers=" ".join(answers))


def _accepts(bench: MariadbBench, case: Case, statement: str) -> _Outcome:
    """What the server says to the last statement of a case in another form."""
    _lay(bench, case)
    connection = bench.server.connect(_DATABASE)
    try:
        with connection.cursor() as cursor:
            outcome = _attempt(cursor, (*case.session, *case.run[:-1], statement))
    finally:
        connection.close()
    if outcome.error is None or len(case.run) > 1:
        bench.standing = None
    return outcome


def _plainly(bench: MariadbBench, case: Case) -> tuple[_Outcome, Facts]:
    """What the statements do when nothing is asked for."""
    bench.standing = None
    connection = bench.server.connect(_DATABASE)
    try:
        with connection.cursor() as cursor:
            files, indexes = _numbers(cursor, _FILES), _numbers(cursor, _INDEXES)
            outcome = _attempt(cursor, (*case.session, *case.run))
            cursor.execute("UNLOCK TABLES")
            files_after, indexes_after = _numbers(cursor, _FILES), _numbers(cursor, _INDEXES)
            earlier = set(files.values())  # EXCHANGE PARTITION swaps files
            renewed = [key for key in files if key in files_after and files_after[key] not in earlier]
            full = {_table_of(key) for key in renewed if not _is_empty(cursor, key[0])}
    finally:
        connection.close()
    emptied = {_table_of(key) for key in renewed} - full
    altered, remade = _ALTER.match(case.run[-1]), full
    copies = outcome.rows > 0 and (altered is not None or _DROP_INDEX.match(case.run[-1]) is not None)
    if altered is not None and copies:
        remade = {*full, altered[1]}
    known = set(indexes.values())
    built = {_table_of(key) for key, number in indexes_after.items() if number not in known and key[:1] in files}
    return outcome, {"copies": copies, "rewrites": remade, "emptied": emptied, "index_builds": built - remade - emptied}


def _numbers(cursor: Any, query: str) -> dict[tuple[str, ...], int]:
    cursor.execute(query)
    return {tuple(str(part) for part in row[:-1]): int(row[-1]) for row in cursor.fetchall()}


def _table_of(key: tuple[str, ...]) -> str:
    """The table of a file or index; partitions have files of their own."""
    return re.split("#p#", key[0].partition("/")[2], maxsplit=1, flags=re.I)[0]


def _is_empty(cursor: Any, file: str) -> bool:
    """Whether a table, or the partition that has a file of its own, has no rows."""
    table, _, partition = file.partition("/")[2].lower().partition("#p#")
    cursor.execute(f"SELECT EXISTS (SELECT 1 FROM `{table}`{f' PARTITION (`{partition}`)' if partition else ''})")
    return not cursor.fetchall()[0][0]


def _way(bench: MariadbBench, case: Case, rows: int) -> Facts:
    """The cheapest ALGORITHM and the weakest LOCK the server accepts; nothing where it takes no such clause."""
    statement = case.run[-1]
    if _ASKS.search(statement) or _with(statement, "") is None:
        return {}
    for algorithm in _ALGORITHMS:
        outcome = _accepts(bench, case, _with(statement, f"ALGORITHM={algorithm}") or "")
        if outcome.error == _SYNTAX_ERROR:
            return {}
        if outcome.error is None:
            break
    else:
        return {}
    found: Facts = {"algorithm": algorithm}
    if rows and _ALTER.match(statement) and algorithm != "COPY":
        found = {"algorithm": "COPY", "ignores": algorithm}  # it is accepted, and the rows are copied all the same
    for lock in _LOCKS:
        if _accepts(bench, case, _with(statement, f"ALGORITHM={algorithm}, LOCK={lock}") or "").error is None:
            return {**found, "lock": lock}
    return found


def _with(statement: str, clause: str) -> str | None:
    """A statement that asks for a way to do it; None where it cannot."""
    if _CREATE_INDEX.match(statement):
        return f"{statement} {clause.replace(',', '')}"
    altered = _ALTER.match(statement)
    if altered is None:
        return None
    actions = statement[altered.end() :]
    comma = "" if _WITHOUT_COMMA.match(actions) else ","
    return f"{altered[0]}{clause}{comma} {actions}"


def _held_up_by(bench: MariadbBench, case: Case, does: Sequence[str], known: Sequence[str]) -> list[str]:
    """The tables of which an open transaction that has done something holds the case up; some are `known` to."""
    _lay(bench, case)
    connection = bench.server.connect(_DATABASE)
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        names = [str(row[0]) for row in cursor.fetchall()]
    connection.close()
    # asked twice, as work of InnoDB in the background may be in the way for a moment
    return [
        name
        for name in names
        if name in known or (_is_stuck(bench, case, name, does) and _is_stuck(bench, case, name, does))
    ]


def _is_stuck(bench: MariadbBench, case: Case, table: str, does: Sequence[str]) -> bool:
    _lay(bench, case)
    holder, connection = bench.server.connect(_DATABASE), bench.server.connect(_DATABASE)
    try:
        with holder.cursor() as held, connection.cursor() as cursor:
            for statement in ("BEGIN", *(text.format(f"`{table}`") for text in does)):
                held.execute(statement)
                held.fetchall()
            cursor.execute("SET lock_wait_timeout = 0, innodb_lock_wait_timeout = 0")
            outcome = _attempt(cursor, (*case.session, *case.run))
    finally:
        connection.close()
        holder.close()
    bench.standing = None  # a statement that gives up may have done a part, such as DROP TABLE a, b
    return outcome.error in _GAVE_UP_WAITING or "lock wait timeout" in outcome.answers.lower()
