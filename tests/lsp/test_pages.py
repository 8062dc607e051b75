"""What commands tell about a file as a whole."""

from __future__ import annotations

import sys

import pytest
from lsp_client import PULLING, Client
from lsp_folder import Folder

from sqlreview.packs import load_packs
from sqlreview.reporters.as_rule_page import rule_page

BEFORE = """\
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE "Order Items" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users,
    at timestamp with time zone,
    "2nd name" text
);
COMMENT ON COLUMN users.email IS 'the "login"';
"""
AFTER = """\
CREATE TABLE profiles (user_id bigint PRIMARY KEY REFERENCES users);
CREATE INDEX i ON "Order Items" (user_id);
FROB;
"""
DIAGRAM = """\
erDiagram
    "Order Items" {
        bigint id PK
        bigint user_id FK
        timestamptz at
        text x2nd_name
    }
    "users" {
        bigint id PK
        text email UK "the 'login'"
    }
    "Order Items" }o--|| "users" : "user_id"
"""


def tell(folder: Folder, command: str, uri: object) -> object:
    return folder.client.ask("workspace/executeCommand", {"command": f"sqlreview.{command}", "arguments": [uri]})


@pytest.fixture
def shop(folder: Folder) -> Folder:
    folder.write("migrations/1.sql", BEFORE)
    folder.write("migrations/2.sql", AFTER)
    return folder


def test_the_documents_and_programs_that_configurations_ask_for(folder: Folder) -> None:
    def asked() -> object:
        return folder.client.ask("workspace/executeCommand", {"command": "sqlreview.embedded"})

    folder.write("1.sql", "CREATE TABLE t (a int);")
    assert asked() == []
    folder.write("sqlreview.toml", 'embedded = ["docs/", "!docs/old/"]')
    folder.write("service/sqlreview.toml", 'embedded = ["*.py"]')
    folder.tell("sqlreview.toml", "service/sqlreview.toml")
    assert asked() == [
        {"folder": folder.uri(""), "patterns": ["docs/", "!docs/old/"]},
        {"folder": folder.uri("service"), "patterns": ["*.py"]},
    ]


def test_the_state_of_a_file(shop: Folder) -> None:
    shop.open("migrations/2.sql")
    assert tell(shop, "status", shop.uri("migrations/2.sql")) == {
        "engine": "postgres 15",
        "profile": "recommended",
        "tool": "numbered files",
        "configuration": str(shop.path / "sqlreview.toml"),
        "findings": {"warning": 1},
        "statements": 3,
        "notAnalysed": 1,
        "notes": [],
    }


def test_the_schema_after_a_file(shop: Folder) -> None:
    assert tell(shop, "schema", shop.uri("migrations/1.sql")) == {"title": "1.sql", "diagram": DIAGRAM}
    later = tell(shop, "schema", shop.uri("migrations/2.sql"))
    assert isinstance(later, dict)
    assert '"profiles" |o--|| "users" : "user_id"' in later["diagram"]


def test_the_impact_of_a_file(shop: Folder) -> None:
    found = tell(shop, "impact", shop.uri("migrations/2.sql"))
    assert isinstance(found, dict)
    assert found["title"] == "2.sql"
    line = next(line for line in found["text"].splitlines() if "create index" in line)
    assert "SHARE" in line
    assert "writes" in line


@pytest.mark.parametrize("command", ["status", "schema", "impact"])
@pytest.mark.parametrize("uri", ["untitled:x", "file:///nowhere.sql", 3, None])
def test_what_is_not_reviewed_has_none(shop: Folder, command: str, uri: object) -> None:
    assert tell(shop, command, uri) is None


def test_the_whole_workspace(shop: Folder) -> None:
    found = shop.client.ask("workspace/executeCommand", {"command": "sqlreview.review"})
    assert found == {"files": 2, "statements": 6, "notAnalysed": 1, "findings": {"warning": 1}}


def test_neovim_is_not_offered_what_it_does_not_use() -> None:
    client = Client()
    offered = client.initialize(PULLING, clientInfo={"name": "Neovim", "version": "0.12.4"})
    assert offered["diagnosticProvider"]["workspaceDiagnostics"] is False
    assert client.end() == 0


@pytest.mark.parametrize("everywhere", [True, False])
def test_only_open_files_are_reviewed_where_the_client_says_so(everywhere: bool) -> None:
    client = Client()
    offered = client.initialize(PULLING, initializationOptions={"workspaceDiagnostics": everywhere})
    assert offered["diagnosticProvider"]["workspaceDiagnostics"] is everywhere
    assert client.end() == 0


def test_pages_of_rules_need_no_pydantic(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor's bundle has none."""
    monkeypatch.setitem(sys.modules, "pydantic", None)
    for rule in load_packs().rules:
        assert rule.id in rule_page(rule)
