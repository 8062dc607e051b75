"""A PostgreSQL server with as many fresh databases as proofs ask for."""

from __future__ import annotations

import os
import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import postgres_rows
import postgres_schema
from proof_cases import Step
from proof_outcomes import Outcome, Rows, Run, State, answer_of

from sqlreview.dev.measure.installations import Installation, found_installations
from sqlreview.dev.measure.servers import Server

SERVERS = "SQLREVIEW_SERVERS"
"""The variable that names a folder of servers of other versions, as `truth --install` makes it."""
_TEMPLATES_KEPT = 6
_QUERY = re.compile(r"(?i)[\s(]*+(?:SELECT|INSERT|UPDATE|DELETE|WITH|VALUES|MERGE|TABLE)\b")
_NUMBERED = re.compile(r"\$\d")
_ARGUMENTS = (3, 100_000)
"""What queries with parameters are run with: the number of a row, and of none."""
_SUBSCRIPTIONS = """
SELECT subname FROM pg_subscription JOIN pg_database d ON d.oid = subdbid WHERE d.datname = %s
"""
_STRANGERS = """
SELECT 'DATABASE', datname FROM pg_database WHERE datname !~ '^(proof_|template|postgres$|lab$)'
UNION ALL SELECT 'ROLE', rolname FROM pg_roles WHERE rolname !~ '^(pg_|postgres$|app_)'
"""


def installations() -> dict[int, Installation]:
    """One server of each major version that is found."""
    folder = os.environ.get(SERVERS)
    return found_installations(Path(folder) if folder else None)


@dataclass(slots=True)
class Laboratory:
    """A running server."""

    server: Server
    control: Any
    """A session that makes and drops databases, and watches others."""
    version: int
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    templates: OrderedDict[tuple[tuple[str, ...], Rows], str] = field(default_factory=OrderedDict)


@contextmanager
def laboratory(server: Server) -> Iterator[Laboratory]:
    """A laboratory without databases."""
    with server.connect("postgres") as control:
        control.execute("SET client_min_messages = error")
        yield Laboratory(server, control, server.installation.major)


@contextmanager
def database(lab: Laboratory, setup: Sequence[Step], *, rows: Rows) -> Iterator[Any]:
    """A session on a database of its own, after some statements and with rows in their tables."""
    name = _prepared(lab, tuple(step.sql for step in setup), rows)
    connection = lab.server.connect(name)
    try:
        yield connection
    finally:
        connection.close()
        _drop(lab, name)


def _prepared(lab: Laboratory, setup: tuple[str, ...], rows: Rows) -> str:
    """A database after the set-up: a copy of one that is kept, unless it needs what belongs to the whole server."""
    key = (setup, rows)
    if key in lab.templates:
        lab.templates.move_to_end(key)
        return _created(lab, lab.templates[key])
    name = _created(lab, "template0")
    try:
        with lab.server.connect(name) as connection:
            for sql in setup:
                connection.execute(sql)
            connection.execute("ROLLBACK; RESET ALL; SET search_path = app, public")
            if rows != "none":
                postgres_rows.fill(connection, varied=rows == "varied")
            connection.execute("ANALYZE")
    except BaseException:
        _drop(lab, name)
        raise
    if lab.control.execute(_STRANGERS).fetchone():
        return name
    lab.templates[key] = name
    while len(lab.templates) > _TEMPLATES_KEPT:
        _drop(lab, lab.templates.popitem(last=False)[1])
    return _created(lab, name)


def _created(lab: Laboratory, template: str) -> str:
    name = f"proof_{next(lab.numbers)}"
    lab.control.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return name


def _drop(lab: Laboratory, name: str) -> None:
    for (subscription,) in lab.control.execute(_SUBSCRIPTIONS, [name]).fetchall():
        with lab.server.connect(name) as connection:
            connection.execute(f'ALTER SUBSCRIPTION "{subscription}" SET (slot_name = NONE)')
            connection.execute(f'DROP SUBSCRIPTION "{subscription}"')
    force = " WITH (FORCE)" if lab.version >= 13 else ""
    lab.control.execute(f"DROP DATABASE IF EXISTS {name}{force}")


def clean(lab: Laboratory) -> None:
    """Drops the databases and roles that statements made; no template that needs one of them is kept."""
    for kind, name in lab.control.execute(_STRANGERS).fetchall():
        lab.control.execute(f'DROP {kind} "{name}"')


def run(connection: Any, steps: Sequence[Step], *, looks: bool = True) -> Outcome:
    """Runs statements until one fails, and says what is there in the end, unless nobody looks."""
    import psycopg

    results: State = {}
    number = 0
    for step in steps:
        try:
            answers = list(_answers(connection, step.sql))
        except psycopg.Error as error:
            return Outcome(error.sqlstate or "", str(error), step)
        for answer in answers:
            number += bool(answer)
            for attribute, text in answer.items():
                results["result", f"{number}", attribute] = text
    if not looks:
        return Outcome()
    connection.execute("ROLLBACK")
    connection.execute("RESET ALL")
    return Outcome(state={**postgres_schema.state_of(connection), **results})


def _answers(connection: Any, sql: str) -> Iterator[dict[str, str]]:
    if not _QUERY.match(sql):
        connection.execute(sql)
        return
    if not _NUMBERED.search(sql):
        yield answer_of(connection.execute(sql), sql)
        return
    connection.execute(f"PREPARE proof AS {sql}")
    types = connection.execute("SELECT parameter_types::text[] FROM pg_prepared_statements").fetchone()[0]
    for argument in _ARGUMENTS:
        values = ", ".join(_argument(name, argument) for name in types)
        yield answer_of(connection.execute(f"EXECUTE proof ({values})" if values else "EXECUTE proof"), sql)
    connection.execute("DEALLOCATE proof")


def _argument(type_: str, number: int) -> str:
    column = postgres_rows.Column("", True, False, type_, "b", "", False, None, type_)
    return postgres_rows.value_of_type(column, str(number))


def runner(lab: Laboratory, *, looks: bool = True) -> Run:
    """Runs statements, each time in a database of their own."""

    def run_apart(setup: list[Step], steps: list[Step], rows: Rows) -> Outcome:
        import psycopg

        try:
            with database(lab, setup, rows=rows) as connection:
                return run(connection, steps, looks=looks)
        except psycopg.Error as error:
            return Outcome(error.sqlstate or "?", str(error), Step("", "the set-up"))
        finally:
            clean(lab)

    return run_apart
