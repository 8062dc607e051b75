"""The statements inside CREATE SCHEMA are found, however they begin."""

from __future__ import annotations

import pytest

from sqlreview.operations.readers.namespaces import schema_elements
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

_CASES = (
    ("CREATE SCHEMA s", ()),
    (
        'CREATE SCHEMA IF NOT EXISTS "S" AUTHORIZATION bob\n CREATE TABLE t (a int)\n CREATE VIEW v AS SELECT a FROM t',
        ("CREATE TABLE t (a int)", "CREATE VIEW v AS SELECT a FROM t"),
    ),
    (
        "CREATE SCHEMA s GRANT SELECT, CREATE ON t TO a WITH GRANT OPTION GRANT CREATE ON SCHEMA s TO b"
        " CREATE INDEX ON t (a)",
        (
            "GRANT SELECT, CREATE ON t TO a WITH GRANT OPTION",
            "GRANT CREATE ON SCHEMA s TO b",
            "CREATE INDEX ON t (a)",
        ),
    ),
    ("DROP SCHEMA s", ()),
)


@pytest.mark.parametrize(("sql", "elements"), _CASES)
def test_elements_of_create_schema(sql: str, elements: tuple[str, ...]) -> None:
    spans = schema_elements(Cursor(Tokens(sql, engine_of("postgres"))))
    assert tuple(span.of(sql) for span in spans) == elements
