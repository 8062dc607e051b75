"""The impact of statements as code lenses and inlay hints, for those who want it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lsp_client import PULLING, Client, Json
from lsp_folder import Folder

BEFORE = "CREATE TABLE orders (id int, note varchar(10));\nCREATE TABLE users (id int);\n"
TEXT = """\
ALTER TABLE orders
    ALTER COLUMN id TYPE bigint;
SELECT 1; CREATE INDEX i ON orders (note);
CREATE TABLE fresh (id int);
ALTER TABLE fresh ALTER COLUMN id TYPE bigint;
CREATE INDEX CONCURRENTLY j ON orders (id);
"""
LINES = [
    (0, "ACCESS EXCLUSIVE · rewrites orders · blocks reads and writes"),
    (2, "SHARE · indexes orders · blocks writes"),
]
REFRESHING: Json = {
    **PULLING,
    "workspace": {**PULLING["workspace"], "codeLens": {"refreshSupport": True}, "inlayHint": {"refreshSupport": True}},
}


@pytest.fixture
def client() -> Iterator[Client]:
    made = Client()
    made.initialize(REFRESHING)
    yield made
    assert made.end() == 0


def ask(folder: Folder, what: str, **more: Json) -> list[Json]:
    return list(folder.client.ask(f"textDocument/{what}", {"textDocument": {"uri": folder.uri("2.sql")}, **more}))


def whole(last: int = 9) -> Json:
    return {"start": {"line": 0, "character": 0}, "end": {"line": last, "character": 0}}


def configure(client: Client, **settings: object) -> None:
    client.notify("workspace/didChangeConfiguration", {"settings": {"sqlreview": settings}})


def test_nothing_is_shown_unasked(folder: Folder) -> None:
    folder.write("1.sql", BEFORE)
    folder.open("2.sql", TEXT)
    assert ask(folder, "codeLens") == []
    assert ask(folder, "inlayHint", range=whole()) == []


def test_settings_switch_it_on_and_off(client: Client, tmp_path: Path) -> None:
    folder = Folder(client, tmp_path)
    folder.write("1.sql", BEFORE)
    folder.open("2.sql", TEXT)
    configure(client, lenses=True)
    assert client.wait(lambda message: message.get("method") == "workspace/codeLens/refresh")
    lenses = ask(folder, "codeLens")
    assert [(item["range"]["start"]["line"], item["command"]["title"]) for item in lenses] == LINES
    assert lenses[0]["range"]["end"] == {"line": 0, "character": 18}
    assert ask(folder, "inlayHint", range=whole()) == []
    configure(client, hints=True, lenses=False)
    assert client.wait(lambda message: message.get("method") == "workspace/inlayHint/refresh")
    assert ask(folder, "codeLens") == []
    hints = ask(folder, "inlayHint", range=whole())
    assert [(item["position"]["line"], item["label"]) for item in hints] == LINES
    assert [item["position"]["character"] for item in hints] == [18, 41]
    assert len(ask(folder, "inlayHint", range=whole(1))) == 1
    for broken in (None, 5, [], "x", {"lenses": 7}):
        client.notify("workspace/didChangeConfiguration", {"settings": {"sqlreview": broken}})
    assert len(ask(folder, "inlayHint", range=whole())) == 2


def test_options_switch_it_on_from_the_start(tmp_path: Path) -> None:
    client = Client()
    said = client.initialize(PULLING, initializationOptions={"lenses": True, "hints": True})
    assert said["codeLensProvider"]
    assert said["inlayHintProvider"]
    folder = Folder(client, tmp_path)
    folder.write("1.sql", BEFORE)
    folder.write("2.sql", TEXT)
    assert len(ask(folder, "codeLens")) == 2
    assert len(ask(folder, "inlayHint", range=whole())) == 2
    assert client.end() == 0
