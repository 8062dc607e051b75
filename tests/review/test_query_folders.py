"""Which schema the queries of a folder are about."""

from __future__ import annotations

import pytest

from sqlreview.config import load_config
from sqlreview.migrations.layout import groups_of
from sqlreview.migrations.project import SourceFile
from sqlreview.migrations.queries import query_loader_of

CONFIG = load_config({"engine": "postgres"})
USERS = "CREATE TABLE users (id bigint PRIMARY KEY);\n"
NOTES = 'CREATE TABLE IF NOT EXISTS public."Notes" (id bigint PRIMARY KEY);\n'
NAMED = "-- name: GetUser :one\nSELECT id FROM users WHERE id = $1;\n"


def schemas(files: dict[str, str]) -> dict[str, str | None]:
    """The schema of every group by its name."""
    groups = groups_of([SourceFile(path, text) for path, text in files.items()], CONFIG)
    return {group.name: group.schema for group in groups}


def test_queries_belong_to_the_nearest_schema_with_their_tables() -> None:
    found = schemas({"db/notes/1.sql": NOTES, "db/users/1.sql": USERS, "db/queries/users.sql": NAMED})
    assert found == {"db/notes": None, "db/users": None, "db/queries": "db/users"}


def test_queries_about_tables_of_no_near_schema_have_none() -> None:
    found = schemas({"db/notes/1.sql": NOTES, "db/tags/1.sql": NOTES, "db/queries/users.sql": NAMED})
    assert found["db/queries"] is None


def test_a_folder_of_named_queries_may_help_itself_with_a_table() -> None:
    help_table = "CREATE TABLE helper (LIKE users);\n"
    files = {
        "db/users/1.sql": USERS,
        "db/queries/a.sql": help_table,
        "db/queries/b.sql": NAMED,
        "db/queries/c.sql": NAMED,
    }
    assert schemas(files)["db/queries"] == "db/users"


def test_named_queries_beside_their_schema_come_after_it() -> None:
    (group,) = groups_of([SourceFile("db/query.sql", NAMED), SourceFile("db/schema.sql", USERS)], CONFIG)
    assert [file.path for file in group.files] == ["db/schema.sql", "db/query.sql"]


@pytest.mark.parametrize(
    ("text", "loader"),
    [
        (NAMED, "sqlc"),
        ("/* name: ListUsers :many */\nSELECT id FROM users;", "sqlc"),
        ("-- name: get-users\nSELECT id FROM users;", "library"),
        ("-- :name get-users :? :*\nSELECT id FROM users;", "library"),
        ("/* @name GetUsers */\nSELECT id FROM users;", "library"),
        ("-- Name: users; Type: TABLE; Schema: public\n" + USERS, ""),
        ("-- the name: of users\n" + USERS, ""),
        (USERS, ""),
    ],
)
def test_loader(text: str, loader: str) -> None:
    assert query_loader_of(text) == loader
