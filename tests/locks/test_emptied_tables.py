"""Work on a table that the same transaction has emptied is none; in a later transaction others may have filled it."""

from __future__ import annotations

import pytest

from sqlreview import impact_text

SCHEMA = "CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (id int PRIMARY KEY, user_id int);"
CHANGES = (
    "ALTER TABLE orders ALTER COLUMN user_id TYPE bigint;",
    "ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id);",
    "ALTER TABLE orders ALTER COLUMN user_id SET NOT NULL;",
    "CREATE INDEX orders_user_id ON orders (user_id);",
)


def works(sql: str) -> bool:
    """Whether the last statement rewrites or reads anything."""
    (file,) = impact_text(sql, schema_sql=SCHEMA)["files"]
    last = [statement for transaction in file["transactions"] for statement in transaction["statements"]][-1]
    return bool(last["rewrites"] or last["scans"] or last["index_builds"])


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    ("before", "is_work"),
    [
        ("BEGIN; TRUNCATE orders;", False),
        ("BEGIN; DELETE FROM orders;", False),
        ("BEGIN; TRUNCATE orders; INSERT INTO orders SELECT id, id FROM users;", True),
        ("BEGIN; DELETE FROM orders WHERE user_id IS NULL;", True),
        ("BEGIN; TRUNCATE orders; COMMIT; BEGIN;", True),
        ("TRUNCATE orders;", True),
        ("BEGIN; TRUNCATE users;", True),
    ],
)
def test_only_a_table_emptied_in_the_transaction_is_empty(before: str, is_work: bool, change: str) -> None:
    assert works(f"{before} {change}") is is_work
