"""Examples of a rule, which are its documentation and its tests.

Carets under the SQL mark what is reported; a finding that runs over several lines is marked on its first line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import dedent

SHOP = """
CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    name text,
    status text NOT NULL DEFAULT 'new',
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE products (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    price numeric(12, 2) NOT NULL
);
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL,
    product_id bigint,
    total numeric(12, 2),
    status varchar(20) NOT NULL DEFAULT 'new',
    note text,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_user_id_idx ON orders (user_id);
"""
"""Tables that examples may build on: `given=SHOP` says that earlier migrations created them."""

SHOP_MYSQL = """
CREATE TABLE users (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    email varchar(200) NOT NULL UNIQUE,
    name varchar(200),
    status varchar(20) NOT NULL DEFAULT 'new',
    created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE products (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    name varchar(200) NOT NULL,
    price decimal(12, 2) NOT NULL
);
CREATE TABLE orders (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    user_id bigint NOT NULL,
    product_id bigint,
    total decimal(12, 2),
    status varchar(20) NOT NULL DEFAULT 'new',
    note text,
    created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    KEY orders_user_id_idx (user_id)
);
"""
"""The tables of SHOP as MySQL and MariaDB have them."""

SHOP_SQLITE = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT,
    status TEXT NOT NULL DEFAULT 'new',
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE products (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    price INTEGER NOT NULL
);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL,
    product_id INTEGER,
    total INTEGER,
    status TEXT NOT NULL DEFAULT 'new',
    note TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX orders_user_id_idx ON orders (user_id);
"""
"""The tables of SHOP as SQLite has them."""

SHOPS = {"PostgreSQL": SHOP, "MySQL and MariaDB": SHOP_MYSQL, "SQLite": SHOP_SQLITE}
"""The tables of the shop by the engines they are written for."""


@dataclass(frozen=True, slots=True)
class Bad:
    """SQL a rule reports, with carets under the places."""

    sql: str
    fixed: str | None = None
    """The SQL after applying the rule's fixes; None for rules without a fix."""
    given: str = ""
    """SQL of earlier migrations."""
    engine: str = "postgres"
    in_transaction: bool | None = None
    """Whether the migration tool wraps the file in a transaction."""
    sqlstate: str | None = None
    """The error a real server answers with, where the rule is about an error: the SQLSTATE of PostgreSQL, the error
    number of MySQL and MariaDB, the beginning of SQLite's message."""
    options: dict[str, object] = field(default_factory=dict)
    mysql_only: bool = False
    """Whether MariaDB, which the examples of MySQL are run on, does not understand it."""
    beside: tuple[str, ...] = ()
    """Ids of other rules that are switched on as well."""


@dataclass(frozen=True, slots=True)
class Good:
    """SQL a rule is silent on."""

    sql: str
    given: str = ""
    engine: str = "postgres"
    in_transaction: bool | None = None
    sqlstate: str | None = None
    options: dict[str, object] = field(default_factory=dict)
    mysql_only: bool = False
    beside: tuple[str, ...] = ()


Example = Bad | Good


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place carets point to: 1-based line, 1-based first column, number of carets."""

    line: int
    column: int
    width: int


def marked_sql(text: str) -> tuple[str, tuple[Mark, ...]]:
    """The SQL without its caret lines, and what the carets mark."""
    lines: list[str] = []
    marks: list[Mark] = []
    for line in dedent(text).strip("\n").split("\n"):
        stripped = line.strip()
        if stripped and not stripped.replace("^", "").strip():
            column = 0
            for run in stripped.split():
                column = line.index(run, column)
                marks.append(Mark(len(lines), column + 1, len(run)))
                column += len(run)
        else:
            lines.append(line)
    return "\n".join(lines).strip() + "\n", tuple(sorted(marks))
