"""Folds the SQL of a case into catalogs, one for each `-- show: title` line and one for the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlreview.operations import Unknown
from sqlreview.operations.lower import operations_of
from sqlreview.schema import Catalog, CatalogEditor, Origin
from sqlreview.schema.fold import apply
from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens

POSTGRES = engine_of("postgres", 18)
_SHOW = re.compile(r"^-- show: (.*)\n", re.M)


def parts_of(sql: str) -> Iterator[tuple[str, list[str]]]:
    """Title and statements of each part of a case, up to the place where the catalog is shown."""
    pieces = [*_SHOW.split(sql), "the end"]
    for text, title in zip(pieces[::2], pieces[1::2], strict=True):
        yield title, [statement.text for statement in split_statements(text, POSTGRES)]


def catalogs_of(sql: str, path: str = "case.sql") -> Iterator[tuple[str, Catalog]]:
    """Title and catalog at each place where a case shows it."""
    catalog = Catalog()
    serial = 0
    for title, statements in parts_of(sql):
        for statement in statements:
            serial += 1
            catalog = folded(catalog, statement, serial, path)
        yield title, catalog


def folded(catalog: Catalog, statement: str, serial: int, path: str = "case.sql") -> Catalog:
    """The catalog after one statement."""
    editor = CatalogEditor(catalog)
    session = catalog.session
    transaction = serial if session.transaction is None else session.transaction
    for operation in operations_of(Tokens(statement, POSTGRES), POSTGRES):
        assert not isinstance(operation, Unknown), f"{statement}: {operation.reason}"
        apply(editor, operation, Origin(path, serial, operation.span, transaction))
    return editor.finished()
