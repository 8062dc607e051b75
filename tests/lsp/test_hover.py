"""What the mouse shows."""

from __future__ import annotations

import pytest
from lsp_folder import INDEX, Folder

TABLES = """\
-- the beginning
CREATE TABLE users (id bigint PRIMARY KEY, email text);
ALTER TABLE users ADD COLUMN age int;
CREATE TABLE audit."Log" (users int);
"""
LATER = """\
CREATE INDEX u ON other (x);
ALTER TABLE public.users DROP COLUMN age; SELECT users.id FROM users;
INSERT INTO audit."Log" VALUES (1);
"""


def hover(folder: Folder, name: str, line: int, column: int) -> str | None:
    params = {"textDocument": {"uri": folder.uri(name)}, "position": {"line": line, "character": column}}
    result = folder.client.ask("textDocument/hover", params)
    return str(result["contents"]["value"]) if result else None


def test_a_finding_explains_its_rule(folder: Folder) -> None:
    folder.open("2.sql", LATER)
    shown = hover(folder, "2.sql", 0, 3) or ""
    assert "**Why:**" in shown
    assert f"`{INDEX}` · warning" in shown


@pytest.mark.parametrize(
    ("name", "line", "column", "columns"),
    [
        ("1.sql", 1, 15, ["id", "email"]),
        ("1.sql", 2, 13, ["id", "email"]),
        ("2.sql", 1, 14, ["id", "email", "age"]),
        ("2.sql", 1, 22, ["id", "email", "age"]),
        ("2.sql", 1, 50, ["id", "email"]),
        ("2.sql", 1, 64, ["id", "email"]),
        ("2.sql", 2, 20, ["users"]),
    ],
)
def test_a_table_shows_its_definition_at_that_point(
    folder: Folder, name: str, line: int, column: int, columns: list[str]
) -> None:
    folder.write("1.sql", TABLES)
    folder.open("2.sql", LATER)
    folder.open("1.sql")
    shown = hover(folder, name, line, column) or ""
    code = shown.split("```sql\n")[1].split("```")[0]
    assert [column for column in ("id", "email", "age", "users") if f"    {column} " in code] == columns
    assert f"({folder.uri('1.sql')}#L" in shown
    assert "Created in [1.sql:" in shown


def test_a_statement_shows_what_it_locks(folder: Folder) -> None:
    folder.write("1.sql", TABLES)
    statements = "ALTER TABLE users ADD UNIQUE (email);\nalter table users add column n int;\n"
    folder.open("2.sql", f"BEGIN;\n{statements}COMMIT;\n")
    shown = hover(folder, "2.sql", 1, 2) or ""
    assert "**Impact** (postgres 15)" in shown
    assert "- ACCESS EXCLUSIVE on `users`: reads and writes wait" in shown
    assert "- builds indexes of `users`" in shown
    assert "- ACCESS EXCLUSIVE on `users`" in (hover(folder, "2.sql", 2, 8) or "")
    assert "Impact" not in (hover(folder, "2.sql", 1, 30) or "")
    assert hover(folder, "2.sql", 0, 1) is None


@pytest.mark.parametrize(("line", "column"), [(0, 5), (0, 19), (1, 2), (9, 9)])
def test_nothing_elsewhere(folder: Folder, line: int, column: int) -> None:
    folder.open("2.sql", "-- nothing here\nSELECT 1 FROM unknown;\n")
    assert hover(folder, "2.sql", line, column) is None


PARTS = """\
CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
CREATE DOMAIN euro AS numeric NOT NULL CHECK (VALUE >= 0);
CREATE TABLE carts (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    mood mood,
    total euro CONSTRAINT positive CHECK (total > 0),
    CONSTRAINT carts_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
COMMENT ON TABLE carts IS 'What people put aside.';
COMMENT ON COLUMN carts.user_id IS 'Whose it is.';
CREATE INDEX carts_idx ON carts (user_id) WHERE total > 1;
"""
NAMED = {
    "SELECT c.user|_id FROM carts c;": [
        "-- Whose it is.",
        "user_id bigint NOT NULL  -- column of carts",
        "CONSTRAINT carts_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE",
        "CREATE INDEX carts_idx ON carts (user_id) WHERE total > 1;",
    ],
    "DROP INDEX carts|_idx;": ["CREATE INDEX carts_idx ON carts (user_id) WHERE total > 1;"],
    "ALTER TABLE carts DROP CONSTRAINT posi|tive;": ["ALTER TABLE carts ADD CONSTRAINT positive CHECK (total > 0);"],
    "ALTER TABLE carts RENAME CONSTRAINT positive TO ab|ove;": [
        "ALTER TABLE carts ADD CONSTRAINT above CHECK (total > 0);"
    ],
    "ALTER TYPE mo|od ADD VALUE 'glad';": ["CREATE TYPE mood AS ENUM ('sad', 'it''s ok');"],
    "CREATE TABLE x (m eu|ro);": ["CREATE DOMAIN euro AS numeric NOT NULL CONSTRAINT euro_check CHECK (VALUE >= 0);"],
    "ALTER TABLE carts ADD COLUMN no|te text;": ["note text  -- column of carts"],
}


@pytest.mark.parametrize("marked", NAMED)
def test_parts_of_tables_and_types_show_their_definition(folder: Folder, marked: str) -> None:
    folder.write("sqlreview.toml", 'ignore = ["all"]\n')
    folder.write("1.sql", TABLES + PARTS)
    folder.open("2.sql", marked.replace("|", ""))
    shown = hover(folder, "2.sql", 0, marked.index("|")) or ""
    code, _, place = shown.removeprefix("```sql\n").partition("\n```")
    assert code.split("\n") == NAMED[marked]
    assert "Defined in [" in place


def test_the_comment_of_a_table_is_part_of_its_definition(folder: Folder) -> None:
    folder.write("1.sql", TABLES + PARTS)
    folder.open("2.sql", "SELECT 1 FROM carts;")
    shown = hover(folder, "2.sql", 0, 16) or ""
    assert "```sql\n-- What people put aside.\nCREATE TABLE carts (" in shown
    assert "user_id bigint NOT NULL, -- Whose it is." in shown
