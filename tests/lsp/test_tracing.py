"""What a client that traces the server learns, at each level of the protocol."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lsp_client import PULLING, Client, Json

TEXT = "CREATE TABLE a (id int);\nGRANT ??? TO nobody;\n"


@pytest.fixture
def client() -> Iterator[Client]:
    made = Client()
    yield made
    assert made.end() == 0


def is_trace(message: Json) -> bool:
    return message.get("method") == "$/logTrace"


def traced(client: Client, beginning: str) -> Json:
    found = client.wait(lambda message: is_trace(message) and message["params"]["message"].startswith(beginning))
    return dict(found["params"])


def start(client: Client, folder: Path, **more: Any) -> str:
    (folder / "sqlreview.toml").write_text('extends = "sqlreview.base.toml"\nprofile = "strict"\n')
    (folder / "sqlreview.base.toml").write_text('engine = "postgres 14"\n')
    (folder / "migrations").mkdir()
    (folder / "migrations" / "1.sql").write_text(TEXT)
    (folder / "broken.sql").write_bytes(b"\xff\xfe\x00")
    client.initialize(PULLING, (folder,), **more)
    uri = (folder / "migrations" / "1.sql").as_uri()
    client.open(uri, TEXT)
    client.pull(uri)
    return uri


def test_messages_without_details(client: Client, tmp_path: Path) -> None:
    start(client, tmp_path, trace="messages")
    told = traced(client, "Reviewed ")
    assert told["message"].startswith(f"Reviewed 1 files with 2 statements of {tmp_path} in ")
    assert told["message"].endswith(f" ms ({tmp_path / 'sqlreview.toml'})")
    assert "verbose" not in told
    assert "verbose" not in traced(client, "Answered textDocument/diagnostic in ")


def test_everything(client: Client, tmp_path: Path) -> None:
    start(client, tmp_path, trace="verbose")
    details = traced(client, "Reviewed ")["verbose"].split("\n")
    assert details[0].startswith("profile strict, ")
    assert details[1] == f"extends {tmp_path / 'sqlreview.base.toml'}"
    assert details[2].startswith("migrations: 1 files, postgres 14, ")
    assert any(line.startswith("not read: ") and "broken.sql" in line for line in details)
    assert "not analysed: statement 2 of migrations/1.sql" in details


@pytest.mark.parametrize("more", [{}, {"trace": "off"}])
def test_nothing_unless_it_is_asked_for(client: Client, tmp_path: Path, more: Json) -> None:
    uri = start(client, tmp_path, **more)
    client.nothing(is_trace, 0.2)
    client.notify("$/setTrace", {"value": "messages"})
    client.pull(uri)
    traced(client, "Answered textDocument/diagnostic in ")
    client.notify("$/setTrace", {"value": "off"})
    client.pull(uri)
    client.nothing(is_trace, 0.2)


def test_files_that_cannot_be_read_are_in_the_log_in_any_case(client: Client, tmp_path: Path) -> None:
    start(client, tmp_path)

    def is_about_it(message: Json) -> bool:
        return message.get("method") == "window/logMessage" and "broken.sql" in message["params"]["message"]

    told = client.wait(is_about_it)["params"]
    assert told["type"] == 2
    assert "UTF-8" in told["message"]
