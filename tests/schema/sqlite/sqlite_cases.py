"""Folds the SQL of a case as SQLite's, into one catalog for each `-- show: title` line and one for the end."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from sqlreview.operations import Unknown
from sqlreview.operations.lower import operations_of
from sqlreview.schema import SESSION, Catalog, CatalogEditor, Origin, Session
from sqlreview.schema.fold import apply
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

SQLITE = engine_of("sqlite")
_SHOW = re.compile(r"^-- show: (.*)\n", re.M)
_RUN = re.compile(r"^-- next run\n", re.M)


def parts_of(sql: str) -> Iterator[tuple[str, list[str]]]:
    """Title and statements of each part of a case; the statement "-- next run" begins another run of migrations."""
    pieces = [*_SHOW.split(sql), "the end"]
    for text, title in zip(pieces[::2], pieces[1::2], strict=True):
        yield title, list(_statements(text))


def _statements(text: str) -> Iterator[str]:
    for number, run in enumerate(_RUN.split(text)):
        if number:
            yield "-- next run"
        statement = ""
        for line in run.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement.strip().removesuffix(";")
                statement = ""
        assert not statement.strip(), f"not terminated: {statement}"


def catalogs_of(sql: str) -> Iterator[tuple[str, Catalog]]:
    """Title and catalog at each place where a case shows it."""
    catalog = opened(Catalog())
    serial = run = 0
    for title, statements in parts_of(sql):
        for statement in statements:
            if statement == "-- next run":
                run += 1
                continue
            serial += 1
            catalog = folded(catalog, statement, serial, run)
        yield title, catalog


def opened(catalog: Catalog) -> Catalog:
    """The catalog with a fresh session of SQLite."""
    editor = CatalogEditor(catalog)
    editor.put(SESSION, Session(family="sqlite"))
    return editor.finished()


def folded(catalog: Catalog, statement: str, serial: int, run: int) -> Catalog:
    """The catalog after one statement."""
    editor = CatalogEditor(catalog)
    session = catalog.session
    transaction = serial if session.transaction is None else session.transaction
    for operation in operations_of(Tokens(statement, SQLITE), SQLITE):
        assert not isinstance(operation, Unknown), f"{statement}: {operation.reason}"
        apply(editor, operation, Origin(f"{run}.sql", serial, operation.span, transaction, run))
    return editor.finished()
