"""What is said of statements on SQLite (sqlite_explanations.json), and of a database nobody uses yet."""

import json
from pathlib import Path

import pytest

from sqlreview import impact_text

SCHEMA = """
CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id), total INTEGER);
CREATE INDEX orders_user_id ON orders (user_id);
"""
CASES = json.loads((Path(__file__).parent / "sqlite_explanations.json").read_text(encoding="utf-8"))


def last_of(sql, schema):
    (file,) = impact_text(sql, engine="sqlite", schema_sql=schema)["files"]
    return [statement for transaction in file["transactions"] for statement in transaction["statements"]][-1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["run"])
def test_words(case):
    assert last_of(case["run"], SCHEMA)["explain"] == case["says"]


def test_the_whole_database_is_locked():
    statement = last_of("UPDATE orders SET total = 0", SCHEMA)
    assert statement["locks"] == {"main": "RESERVED"}
    assert statement["live"] == ["main"]
    assert statement["rewrites"] == ["public.orders"]


def test_a_new_database_is_used_by_nobody():
    statement = last_of(f"{SCHEMA} CREATE INDEX orders_total ON orders (total)", None)
    assert statement["explain"] == "Locks only what this run creates, which nobody else uses yet."
