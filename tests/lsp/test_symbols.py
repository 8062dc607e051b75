"""Outlines of files, objects of the workspace, folding and growing selections."""

from __future__ import annotations

import pytest
from lsp_client import PULLING, Client, Json
from lsp_folder import Folder

FIRST = """\
CREATE TABLE users (
    id bigint PRIMARY KEY,
    émail text,
    CONSTRAINT one UNIQUE (émail)
);
CREATE INDEX users_idx ON users (émail);
ALTER TABLE users ADD COLUMN a int, ADD COLUMN b int;
CREATE TYPE mood AS ENUM ('sad', 'ok');
SELECT 1 FROM users;
this is no SQL;
"""
SECTIONS = """\
-- +goose Up
CREATE VIEW v AS SELECT 1;
-- +goose Down
DROP VIEW v;
"""
Tree = list[tuple[str, str, int, list[object]]]


def outline(symbols: list[Json]) -> Tree:
    return [
        (
            item["name"],
            item.get("detail", ""),
            item["selectionRange"]["start"]["line"],
            outline(item.get("children", [])),
        )
        for item in symbols
    ]


def symbols(folder: Folder, name: str) -> list[Json]:
    return list(folder.client.ask("textDocument/documentSymbol", {"textDocument": {"uri": folder.uri(name)}}))


def test_an_outline_has_statements_and_what_they_create(folder: Folder) -> None:
    folder.open("1.sql", FIRST)
    found = symbols(folder, "1.sql")
    columns = [("id", "bigint", 1, []), ("émail", "text", 2, []), ("one", "constraint", 3, [])]
    added = [("add column users.a", "", 6, []), ("add column users.b", "", 6, [])]
    assert outline(found) == [
        ("users", "table", 0, columns),
        ("users_idx", "index on users", 5, []),
        ("ALTER TABLE users ADD COLUMN a int, ADD COLUMN b int", "2 changes", 6, added),
        ("mood", "enum of 2", 7, []),
        ("SELECT 1 FROM users", "", 8, []),
        ("this is no SQL", "", 9, []),
    ]
    assert found[0]["selectionRange"] == {"start": {"line": 0, "character": 13}, "end": {"line": 0, "character": 18}}
    assert found[0]["range"]["end"] == {"line": 4, "character": 1}
    assert [item["kind"] for item in found] == [5, 20, 6, 10, 19, 19]


def test_sections_hold_their_statements(folder: Folder) -> None:
    folder.write("2.sql", SECTIONS)
    assert outline(symbols(folder, "2.sql")) == [
        ("up", "-- +goose Up", 0, [("v", "view", 1, [])]),
        ("down", "-- +goose Down", 2, [("drop view v", "", 3, [])]),
    ]


@pytest.mark.parametrize("name", ["gone.sql", "sqlreview.toml", "../outside.sql"])
def test_what_is_in_no_project_has_no_outline(folder: Folder, name: str) -> None:
    assert symbols(folder, name) == []


def test_clients_without_trees_get_a_list(pushed_folder: Folder) -> None:
    pushed_folder.open("1.sql", "CREATE TABLE t (a int);")
    found = symbols(pushed_folder, "1.sql")
    assert [(item["name"], item.get("containerName")) for item in found] == [("t", None), ("a", "t")]
    assert found[1]["location"]["uri"] == pushed_folder.uri("1.sql")


def test_the_server_says_what_it_can_do() -> None:
    client = Client()
    said = client.initialize(PULLING)
    for feature in ("documentSymbol", "workspaceSymbol", "foldingRange", "selectionRange"):
        assert said[f"{feature}Provider"], feature
    assert client.end() == 0


OTHER = (
    "CREATE TABLE app.users_log (id int);\nCREATE TABLE gone (id int);\nDROP TABLE gone;\nCREATE VIEW u AS SELECT 1;"
)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("users", ["users", "users_idx", "users_log", "users_pkey"]),
        ("ulog", ["users_log"]),
        ("MOOD", ["mood"]),
        ("gone", []),
        ("u", ["u", "users", "users_idx", "users_log", "users_pkey"]),
    ],
)
def test_objects_of_files_that_are_not_open_are_found(folder: Folder, query: str, names: list[str]) -> None:
    folder.write("1.sql", FIRST)
    folder.write("2.sql", OTHER)
    found = folder.client.ask("workspace/symbol", {"query": query})
    assert sorted(item["name"] for item in found) == sorted(names)
    assert [item["name"] for item in found][:1] == names[:1]


def test_an_object_is_found_where_it_was_created(folder: Folder) -> None:
    folder.write("1.sql", FIRST)
    folder.write("nested/sqlreview.toml", "")
    folder.write("nested/2.sql", OTHER)
    (found,) = folder.client.ask("workspace/symbol", {"query": "users_log"})
    assert found["location"]["uri"] == folder.uri("nested/2.sql")
    assert found["location"]["range"]["start"] == {"line": 0, "character": 13}
    assert found["containerName"] == "app"


FOLDED = """\
-- one
-- two

BEGIN;
UPDATE t
SET a = 1;
COMMIT;
/* a
   b */
SELECT 1; -- one line
"""


@pytest.mark.parametrize(
    ("text", "folds"),
    [
        (FOLDED, [(0, 1, "comment"), (3, 6, "region"), (4, 5, "region"), (7, 8, "comment")]),
        (FOLDED.replace("\n", "\r\n"), [(0, 1, "comment"), (3, 6, "region"), (4, 5, "region"), (7, 8, "comment")]),
        (SECTIONS, [(0, 1, "region"), (2, 3, "region")]),
        ("SELECT 1;\n/* never\n closed", [(1, 2, "comment")]),
        ("", []),
    ],
)
def test_folds(folder: Folder, text: str, folds: list[tuple[int, int, str]]) -> None:
    folder.open("1.sql", text)
    found = folder.client.ask("textDocument/foldingRange", {"textDocument": {"uri": folder.uri("1.sql")}})
    assert [(item["startLine"], item["endLine"], item["kind"]) for item in found] == folds


@pytest.mark.parametrize(
    ("column", "grown"),
    [
        (24, ["id", "id int", "id int, n numeric(10, 2)", "(id int, n numeric(10, 2))", "CREATE", "-- x"]),
        (43, ["10", "10, 2", "(10, 2)", "n numeric(10, 2)", "id int, n numeric(10, 2)", "(id", "CREATE", "-- x"]),
        (2, ["CREATE", "CREATE TABLE t", "-- x"]),
        (60, ["-- x"]),
    ],
)
def test_a_selection_grows(folder: Folder, column: int, grown: list[str]) -> None:
    text = "-- x\nCREATE TABLE tttttttt (id int, n numeric(10, 2));\n\n"
    folder.open("1.sql", text)
    params = {"textDocument": {"uri": folder.uri("1.sql")}, "positions": [{"line": 1, "character": column}]}
    (found,) = folder.client.ask("textDocument/selectionRange", params)
    lines = text.split("\n")
    shown: list[str] = []
    while found:
        start, end = found["range"]["start"], found["range"]["end"]
        one_line = start["line"] == end["line"]
        shown.append(lines[start["line"]][start["character"] : end["character"] if one_line else None])
        found = found.get("parent")
    assert len(shown) == len(grown)
    assert all(text.startswith(expected) for text, expected in zip(shown, grown, strict=True)), shown
