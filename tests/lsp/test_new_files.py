"""Fixes that create migrations: as one edit that overwrites nothing, for clients that can create files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lsp_client import PULLING, Client, Json, at
from lsp_folder import Folder

KEY = "indexes/unindexed-foreign-key"
BUILD = "locks/blocking-index-build"
CREATING: Json = {
    **PULLING,
    "workspace": {
        **PULLING["workspace"],
        "workspaceEdit": {"resourceOperations": ["create", "rename", "delete"]},
    },
}
RESOLVING: Json = {
    **CREATING,
    "textDocument": {
        **CREATING["textDocument"],
        "codeAction": {"dataSupport": True, "resolveSupport": {"properties": ["edit"]}},
    },
}
SHOP = "-- +goose Up\nCREATE TABLE users (id int PRIMARY KEY);\nCREATE TABLE orders (user_id int, status text);\n"
WRAPPED = """\
-- +goose Up
ALTER TABLE orders ADD COLUMN note text;
CREATE INDEX orders_status_idx ON orders (status);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);
-- +goose Down
DROP INDEX orders_status_idx;
ALTER TABLE orders DROP COLUMN note;
"""
EMPTY = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}


@pytest.fixture(scope="module", params=["resolves", "resolves not"])
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client that creates files."""
    client = Client()
    client.initialize(RESOLVING if request.param == "resolves" else CREATING)
    yield client
    client.end()


@pytest.fixture
def folder(client: Client, tmp_path: Path) -> Iterator[Folder]:
    """A folder of that client with migrations of goose."""
    folder = Folder(client, tmp_path)
    folder.write("sqlreview.toml", f'select = ["{KEY}", "{BUILD}"]\n')
    folder.write("m/00001_shop.sql", SHOP)
    folder.write("m/00002_more.sql", WRAPPED)
    folder.tell("sqlreview.toml")
    folder.open("m/00002_more.sql")
    yield folder
    folder.leave()


def documents(folder: Folder, action: Json) -> list[Json]:
    """What an action does, asked for when the client does so."""
    assert ("edit" in action) == ("data" not in action)
    if "edit" not in action:
        action = folder.client.ask("codeAction/resolve", action)
    return list(action["edit"]["documentChanges"])


def named(folder: Folder, line: int, title: str) -> Json:
    (found,) = [action for action in folder.actions("m/00002_more.sql", at(line, 30)) if action["title"] == title]
    return found


def test_a_new_migration(folder: Folder) -> None:
    action = named(folder, 3, "Create the index in a migration")
    assert not action.get("isPreferred")
    created, written = documents(folder, action)
    uri = folder.uri("m/00003_create_orders_user_id_idx.sql")
    assert created == {"kind": "create", "uri": uri, "options": {"overwrite": False, "ignoreIfExists": False}}
    assert written["textDocument"] == {"uri": uri, "version": None}
    (edit,) = written["edits"]
    assert edit["range"] == EMPTY
    assert edit["newText"].startswith(
        "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX CONCURRENTLY orders_user_id"
    )
    folder.write("m/00003_create_orders_user_id_idx.sql", edit["newText"])
    folder.tell("m/00003_create_orders_user_id_idx.sql")
    assert KEY not in [rule for rule, _, _ in folder.found("m/00002_more.sql")]


def test_a_statement_moves_with_what_undoes_it(folder: Folder) -> None:
    created, written, changed = documents(folder, named(folder, 2, "Give it a migration of its own"))
    assert created["uri"] == written["textDocument"]["uri"] == folder.uri("m/00003_create_orders_status_idx.sql")
    assert changed["textDocument"] == {"uri": folder.uri("m/00002_more.sql"), "version": 1}
    assert [edit["newText"] for edit in changed["edits"]] == ["", ""]
    assert [edit["range"] for edit in changed["edits"]] == [at(2, 0, 3, 0), at(5, 0, 6, 0)]


def test_numbers_are_given_when_the_action_is_chosen(folder: Folder) -> None:
    action = named(folder, 3, "Create the index in a migration")
    folder.write("m/00003_other.sql", "-- +goose Up\nCREATE TABLE others (id int PRIMARY KEY);\n")
    folder.tell("m/00003_other.sql")
    number = "00004" if "data" in action else "00003"
    assert documents(folder, action)[0]["uri"] == folder.uri(f"m/{number}_create_orders_user_id_idx.sql")


def test_an_action_for_another_text_does_nothing(folder: Folder) -> None:
    action = named(folder, 3, "Create the index in a migration")
    folder.change("m/00002_more.sql", {"range": at(1, 0), "text": "-- later\n"})
    if "data" in action:
        assert "edit" not in folder.client.ask("codeAction/resolve", action)
        assert folder.client.ask("codeAction/resolve", {"title": "mine", "data": 1}) == {"title": "mine", "data": 1}


def test_a_change_in_many_steps(folder: Folder) -> None:
    folder.write("sqlreview.toml", 'select = ["locks/column-type-rewrite"]\n')
    folder.write("m/00003_lines.sql", "-- +goose Up\nCREATE TABLE lines (id int PRIMARY KEY);\n")
    wide = "-- +goose Up\nALTER TABLE lines ALTER COLUMN id TYPE bigint;\n"
    folder.write("m/00004_wide.sql", f"{wide}-- +goose Down\nALTER TABLE lines ALTER COLUMN id TYPE int;\n")
    for name in ("sqlreview.toml", "m/00003_lines.sql"):
        folder.tell(name)
    folder.open("m/00004_wide.sql")
    actions = folder.actions("m/00004_wide.sql", at(1, 30))
    (action,) = [item for item in actions if item["title"] == "Replace it step by step"]
    *files, changed = documents(folder, action)
    created = [item["uri"] for item in files if item.get("kind") == "create"]
    steps = ("sync", "fill", "create", "bind", "validate", "swap")
    objects = ("lines_id_new", "lines_id_new", "lines_pkey_new", *["lines_id_new"] * 3)
    names = [f"m/{n:05}_{verb}_{name}.sql" for n, (verb, name) in enumerate(zip(steps, objects, strict=True), 5)]
    assert created == [folder.uri(name) for name in names]
    assert changed["textDocument"]["uri"] == folder.uri("m/00004_wide.sql")
    assert [edit["newText"] for edit in changed["edits"]] == ["ADD COLUMN id_new bigint", "DROP COLUMN id_new"]


def test_clients_that_cannot_create_files_are_not_asked_to(tmp_path: Path) -> None:
    client = Client()
    client.initialize(PULLING)
    folder = Folder(client, tmp_path)
    folder.write("sqlreview.toml", f'select = ["{KEY}", "{BUILD}"]\n')
    folder.write("m/00001_shop.sql", SHOP)
    folder.write("m/00002_more.sql", WRAPPED)
    folder.tell("sqlreview.toml")
    folder.open("m/00002_more.sql")
    titles = {action["title"] for line in (2, 3) for action in folder.actions("m/00002_more.sql", at(line, 30))}
    assert not titles & {"Create the index in a migration", "Give it a migration of its own"}
    client.end()
