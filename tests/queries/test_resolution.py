"""Which relation and column a reference means: `?` marks the reference, the comment says the answer."""

from __future__ import annotations

import pytest
from immutables import Map

from sqlreview.operations import ColumnType
from sqlreview.queries import references_of
from sqlreview.queries.reader import read_queries
from sqlreview.schema import Catalog, Column, Key, Origin, Record, Table
from sqlreview.schema.resolution import column_of, output_names, source_of
from sqlreview.sql.engines import engine_of
from sqlreview.text import Span

_ENGINE = engine_of("postgres")
_NOWHERE = Origin("", 0, Span(0, 0))


def _table(name: str, *columns: str, schema: str = "public") -> tuple[Key, Record]:
    record = Table(
        schema=schema,
        name=name,
        columns=tuple(
            Column(name=column, type=ColumnType("bigint", Span(0, 0)), origin=_NOWHERE) for column in columns
        ),
        origin=_NOWHERE,
    )
    return record.key, record


_CATALOG = Catalog(
    Map((_table("users", "id", "email"), _table("orders", "id", "user_id", "total"), _table("t", "x", schema="shop")))
)


def _column(sql: str) -> str | None:
    """`table.column` for the reference behind the question mark."""
    place = sql.index("?")
    sql = sql.replace("?", "", 1)
    for query in read_queries(sql, Span(0, len(sql)), _ENGINE).queries:
        for reference in references_of(query):
            if reference.span.start == place:
                found = column_of(reference, query, _CATALOG)
                return f"{found[0].name}.{found[1].name}" if found else None
    raise AssertionError("no reference there")


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT ?id FROM users", "users.id"),
        ("SELECT ?u.email FROM users u, unknown", "users.email"),
        ("SELECT ?users.email FROM users u", None),
        ("SELECT ?email FROM users, orders", "users.email"),
        ("SELECT ?id FROM users, orders", None),
        ("SELECT ?id FROM users JOIN orders USING (id)", "users.id"),
        ("SELECT ?email FROM users, unknown", None),
        ("SELECT ?nothing FROM users", None),
        ("SELECT 1 FROM users WHERE EXISTS (SELECT 1 FROM orders WHERE user_id = ?email)", "users.email"),
        ("SELECT 1 FROM users u WHERE EXISTS (SELECT 1 FROM orders WHERE user_id = ?u.id)", "users.id"),
        ("SELECT 1 FROM users WHERE EXISTS (SELECT 1 FROM orders WHERE ?id = 1)", "orders.id"),
        ("SELECT 1 FROM users WHERE EXISTS (SELECT 1 FROM unknown WHERE ?email = 1)", None),
        ("SELECT ?total FROM users JOIN (SELECT id FROM orders) o ON true JOIN orders p ON true", "orders.total"),
        ("WITH users AS (SELECT 1 AS email) SELECT ?email FROM users", None),
        ("WITH c AS (SELECT total FROM orders) SELECT ?email FROM users, c", "users.email"),
        ("SELECT ?shop.t.x FROM shop.t", "t.x"),
        ("SELECT ?x FROM shop.t", "t.x"),
        ("SELECT ?x FROM t", None),
        ("SELECT ?y FROM users AS u (y)", None),
        ("UPDATE users u SET email = ?total FROM orders WHERE true", "orders.total"),
        ("INSERT INTO users (id) VALUES (1) ON CONFLICT DO UPDATE SET id = ?excluded.email", "users.email"),
        ("DELETE FROM users USING orders WHERE ?user_id = 1", "orders.user_id"),
        ("SELECT 1 FROM users u LEFT JOIN LATERAL (SELECT ?u.id) x ON true", "users.id"),
    ],
)
def test_columns(sql: str, expected: str | None) -> None:
    assert _column(sql) == expected


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM users", ("id", "email")),
        ("SELECT o.*, email AS mail FROM users JOIN orders o ON true", ("id", "user_id", "total", "mail")),
        ("SELECT * FROM users JOIN orders USING (id)", ("id", "email", "user_id", "total")),
        ("SELECT * FROM users, unknown", None),
        ("WITH c (a) AS (SELECT id, total FROM orders) SELECT * FROM c AS d (b)", ("b", "total")),
        ("SELECT * FROM (VALUES (1, 2)) v (a)", ("a", "column2")),
        ("SELECT count(*), 1 FROM users UNION ALL SELECT 2, 3", ("count", "?column?")),
        ("SELECT * FROM generate_series(1, 2)", None),
        ("DELETE FROM users RETURNING *", ("id", "email")),
    ],
)
def test_outputs(sql: str, expected: tuple[str, ...] | None) -> None:
    query, *_ = read_queries(sql, Span(0, len(sql)), _ENGINE).queries
    assert output_names(query, _CATALOG) == expected


def test_the_only_relation_is_meant_even_when_it_is_unknown() -> None:
    (query,) = read_queries("SELECT a FROM unknown u", Span(0, 23), _ENGINE).queries
    (reference,) = references_of(query)
    source = source_of(reference, query, _CATALOG)
    assert source is not None
    assert source.exposed_name == "u"
