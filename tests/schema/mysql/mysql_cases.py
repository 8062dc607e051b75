"""Folds the SQL of a case of MySQL or MariaDB into catalogs, one for each `-- show: title` line and one for the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlreview.operations import Unknown
from sqlreview.operations.lower import operations_of
from sqlreview.schema import SESSION, Catalog, CatalogEditor, Origin, Session
from sqlreview.schema.fold import apply
from sqlreview.sql.engines import Engine
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens

_SHOW = re.compile(r"^-- show: (.*)\n", re.M)


def parts_of(sql: str, engine: Engine) -> Iterator[tuple[str, list[str]]]:
    """Title and statements of each part of a case, up to the place where the catalog is shown."""
    pieces = [*_SHOW.split(sql), "the end"]
    for text, title in zip(pieces[::2], pieces[1::2], strict=True):
        yield title, [statement.text for statement in split_statements(text, engine)]


def catalogs_of(sql: str, engine: Engine) -> Iterator[tuple[str, Catalog]]:
    """Title and catalog at each place where a case shows it."""
    catalog = opened(engine)
    serial = 0
    for title, statements in parts_of(sql, engine):
        for statement in statements:
            serial += 1
            catalog = edited(catalog, statement, serial, engine).finished()
        yield title, catalog


def opened(engine: Engine) -> Catalog:
    """An empty catalog with a fresh session of the engine."""
    editor = CatalogEditor(Catalog())
    editor.put(SESSION, Session(family=engine.family, engine=engine))
    return editor.finished()


def edited(catalog: Catalog, statement: str, serial: int, engine: Engine) -> CatalogEditor:
    """The changes one statement makes."""
    editor = CatalogEditor(catalog)
    session = Catalog(catalog.objects).session
    transaction = serial if session.transaction is None else session.transaction
    for operation in operations_of(Tokens(statement, engine), engine):
        assert not isinstance(operation, Unknown), f"{statement}: {operation.reason}"
        apply(editor, operation, Origin("case.sql", serial, operation.span, transaction))
    return editor
