"""What is suggested while typing; `|` is the cursor, and the statements around it need not be whole."""

from __future__ import annotations

import pytest
from lsp_folder import INDEX, Folder

SCHEMA = """\
CREATE TABLE users (id bigint PRIMARY KEY, email text, "Order" int);
CREATE TABLE orders (id bigint, user_id bigint, total numeric);
CREATE TABLE app.log (line text);
CREATE VIEW v AS SELECT id FROM users;
CREATE TYPE mood AS ENUM ('a');
CREATE INDEX orders_idx ON orders (user_id);
"""
USERS = ["id", "email", '"Order"']
ORDERS = ["id", "user_id", "total"]
TABLES = ["orders", "users", "v", "app.log", "app"]
CASES: dict[str, list[str]] = {
    "SELECT * FROM |": TABLES,
    "SELECT * FROM us|": ["users"],
    "SELECT * FROM |;\nSELECT 1;": TABLES,
    "SELECT * FROM users, |": TABLES,
    "SELECT * FROM users u JOIN |": TABLES,
    "SELECT * FROM users |": [],
    "SELECT * FROM app.|": ["log"],
    "INSERT INTO o|": ["orders", "app.log"],
    "UPDATE |": TABLES,
    "ALTER TABLE |": TABLES,
    "ALTER TABLE IF EXISTS |": TABLES,
    "DROP TABLE or|": ["orders"],
    "CREATE TABLE x (a int REFERENCES |": TABLES,
    "CREATE INDEX i ON |": TABLES,
    "CREATE UNIQUE INDEX CONCURRENTLY i ON us|": ["users"],
    "DROP INDEX ord|": ["orders_idx"],
    "CREATE INDEX i ON users (|": USERS,
    "CREATE INDEX i ON users USING btree (id, |": USERS,
    "CREATE TABLE x (a int REFERENCES users (|": USERS,
    "CREATE TABLE x (a int, bb text, PRIMARY KEY (|": ["a", "bb"],
    "INSERT INTO orders (|": ORDERS,
    "INSERT INTO orders (id, us|": ["user_id"],
    "INSERT INTO orders (id) VALUES (|": [],
    "SELECT * FROM orders JOIN users USING (us|": ["user_id", "users"],
    "INSERT INTO users (id) SELECT | FROM orders": [*USERS, *ORDERS[1:], "users", "orders"],
    "INSERT INTO users (id) VALUES (1) ON CONFLICT (em|": ["email"],
    "SELECT | FROM users": [*USERS, "users"],
    "SELECT o.| FROM orders o": ORDERS,
    "SELECT o.us| FROM orders o": ["user_id"],
    "SELECT * FROM orders o JOIN users u ON o.|": ORDERS,
    "SELECT * FROM orders o JOIN users u ON u.|;\nSELECT 2;": USERS,
    "SELECT * FROM orders AS o WHERE |": [*ORDERS, "o"],
    "SELECT * FROM orders o WHERE id = 1 AND us|": ["user_id"],
    "SELECT count(to| FROM orders": ["total"],
    "SELECT * FROM orders GROUP BY |": [*ORDERS, "orders"],
    "UPDATE users SET em|": ["email"],
    "UPDATE users SET email = '' WHERE |": [*USERS, "users"],
    "DELETE FROM orders WHERE u|": ["user_id"],
    "ALTER TABLE users DROP COLUMN |": USERS,
    "ALTER TABLE users ALTER em|": ["email"],
    "ALTER TABLE users RENAME COLUMN |": USERS,
    "ALTER TABLE users ADD CONSTRAINT c UNIQUE (|": USERS,
    "ALTER TABLE users ADD COLUMN m mo|": ["mood"],
    "ALTER TABLE users ALTER COLUMN email TYPE var|": ["character varying"],
    "CREATE TABLE x (a moo|": ["mood"],
    "CREATE TABLE x (a int, b uu|": ["uuid"],
    "CREATE TABLE x (a|": [],
    "SELECT '1'::uu|": ["uuid"],
    "SELECT CAST(id AS uu|": ["uuid"],
    "ALTER TABLE users DROP COLUMN IF EXISTS em|": ["email"],
    "DROP INDEX CONCURRENTLY IF EXISTS |": ["orders_idx", "users_pkey"],
    "DROP TABLE users, or|": ["orders"],
    "ALTER TYPE |": ["mood", "uuid"],
    "CREATE FUNCTION f(a mo|": ["mood"],
    "DROP TRIGGER x ON us|": ["users"],
    "DO $$ BEGIN\n  PERFORM 1 FROM us|;\nEND $$;": ["users"],
    "DO $$ BEGIN\n  PERFORM 1; UPDATE orders o SET total = o.us|; SELECT 1;\nEND $$;": ["user_id"],
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $f$ SELECT us| FROM orders": ["user_id"],
    "SELECT 'FROM |": [],
    "SELECT 1 -- FROM |": [],
    "SELECT 1; |": [],
    "|": [],
    "-- sqlreview: ignore[locks/blocking-index-b|": [INDEX],
    "-- sqlreview: ignore-file[data, locks/blocking-index-b|] x\nSELECT 1;": [INDEX],
    "-- sqlreview: ignore[loc|": ["locks"],
}


def suggested(folder: Folder, name: str, marked: str) -> list[str]:
    before, _, after = marked.partition("|")
    folder.open(name, before + after)
    line = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    params = {"textDocument": {"uri": folder.uri(name)}, "position": {"line": line, "character": column}}
    found = folder.client.ask("textDocument/completion", params)
    if found is None:
        return []
    assert found["isIncomplete"] is False
    start = found["items"][0]["textEdit"]["range"]["start"]["character"] if found["items"] else column
    written = before.split("\n")[-1][start:]
    assert all(written.lower() in item["label"].lower() for item in found["items"])
    return [item["label"] for item in found["items"]]


@pytest.mark.parametrize("marked", CASES)
def test_suggestions(folder: Folder, marked: str) -> None:
    folder.write("1.sql", SCHEMA)
    found = suggested(folder, "2.sql", marked)
    expected = CASES[marked]
    if "ignore[loc|" in marked or marked == "ALTER TYPE |":
        assert set(expected) <= set(found)
        assert all("loc" in item for item in found) or "TYPE" in marked
    elif "ignore" not in marked and expected and "uuid" not in expected and "TABLE x (a moo" not in marked:
        assert sorted(found) == sorted(expected)
    else:
        assert found == expected


def test_the_schema_is_that_of_the_place(folder: Folder) -> None:
    folder.write("1.sql", SCHEMA)
    folder.write("3.sql", "DROP TABLE users CASCADE; CREATE TABLE later (x int);")
    assert "users" in suggested(folder, "2.sql", "SELECT 1 FROM |")
    assert "later" not in suggested(folder, "2.sql", "SELECT 1 FROM |")
    found = suggested(folder, "4.sql", "SELECT 1 FROM |")
    assert "later" in found
    assert "users" not in found


@pytest.mark.parametrize(
    ("engine", "marked", "expected"),
    [
        ("mysql", "SELECT U.| FROM users u", ["Id", "`key`"]),
        ("mysql", "ALTER TABLE USERS MODIFY |", ["Id", "`key`"]),
        ("mysql", "ALTER TABLE users ADD n mediumt|", ["mediumtext"]),
        ("sqlite", "UPDATE `users` SET |", ["Id", "`key`", "users"]),
        ("sqlite", "CREATE TABLE x (a bl|", ["blob"]),
    ],
)
def test_other_engines(folder: Folder, engine: str, marked: str, expected: list[str]) -> None:
    folder.write("sqlreview.toml", f'select = []\nengine = "{engine}"\n')
    folder.write("1.sql", "CREATE TABLE `users` (Id int, `key` int);")
    assert suggested(folder, "2.sql", marked) == expected
