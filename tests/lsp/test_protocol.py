"""Lifecycle, framing and malformed input; what no real client sends gets an answer as well."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from lsp_client import PULLING, Client, at

from sqlreview.lsp.transport import messages

NOWHERE = {"textDocument": {"uri": "file:///nowhere.sql"}, "position": {"line": 0, "character": 0}}


@pytest.fixture
def client() -> Iterator[Client]:
    made = Client()
    yield made
    made.process.kill()
    made.process.wait()


def error_of(client: Client, method: str, params: object) -> int:
    return int(client.response(client.start_request(method, params))["error"]["code"])


def test_a_session_from_beginning_to_end(client: Client) -> None:
    assert error_of(client, "textDocument/hover", NOWHERE) == -32002
    client.notify("textDocument/didOpen", {"ignored": True})
    client.initialize(PULLING)
    assert error_of(client, "initialize", {"capabilities": {}, "processId": None}) == -32600
    assert error_of(client, "textDocument/hover", {"textDocument": {"uri": "file:///a.sql"}}) == -32602
    assert error_of(client, "no/such/method", {}) == -32601
    assert error_of(client, "workspace/executeCommand", {"command": "no.such.command"}) == -32602
    client.notify("no/such/notification", {"a": 1})
    client.notify("$/cancelRequest", {"id": 999})
    client.notify("workspace/didChangeConfiguration", {"settings": {"x": {"jsonrpc": "2.0", "method": "exit"}}})
    client.send({"id": 77, "result": None})
    assert client.ask("textDocument/hover", NOWHERE) is None
    assert client.ask("shutdown", None) is None
    assert error_of(client, "textDocument/hover", NOWHERE) == -32600
    client.notify("exit", None)
    assert client.process.wait(10) == 0
    assert client.errors == []


def test_malformed_messages_do_not_stop_the_server(client: Client) -> None:
    client.initialize(PULLING)
    client.send_bytes(b'Content-Length: 8\r\n\r\n{"a": 1,')
    assert client.wait(lambda message: "error" in message)["error"]["code"] == -32700
    for body in (b"[]", b"1", b'{"jsonrpc":"2.0","id":1,"method":5}'):
        client.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        assert client.wait(lambda message: "error" in message)["error"]["code"] == -32600
    client.send_bytes(b"X-Other: 1\r\n\r\n")
    body = json.dumps({"jsonrpc": "2.0", "id": 500, "method": "textDocument/hover", "params": NOWHERE}).encode()
    client.send_bytes(b"content-type: x\r\ncontent-length: %d\r\n\r\n" % len(body) + body)
    assert client.response(500)["result"] is None
    client.change("file:///never-opened.sql", 3, {"text": "x"}, {"range": at(9, 9), "text": "y"})
    client.close("file:///never-opened.sql")
    client.open("untitled:half", "SELECT '\ud83d';", language="sql")
    assert client.pull("untitled:half")["kind"] == "full"
    assert client.end() == 0


def test_exit_without_shutdown_and_end_of_input_are_failures(client: Client) -> None:
    client.initialize(PULLING)
    client.notify("exit", None)
    assert client.process.wait(10) == 1
    other = Client()
    other.initialize(PULLING)
    assert other.process.stdin is not None
    other.process.stdin.close()
    assert other.process.wait(10) == 1


def test_what_rules_print_does_not_reach_the_client() -> None:
    # the guard is a file descriptor, so that output of C code is caught as well
    import subprocess
    import sys

    program = (
        "import os, sqlreview.lsp.server as s; create = s.create_server\n"
        "def loud():\n"
        "    print('stray'); os.write(1, b'stray'); return create()\n"
        "s.create_server = loud; raise SystemExit(s.main())"
    )
    run = subprocess.run([sys.executable, "-c", program], input=b"", capture_output=True, timeout=30, check=False)
    assert (run.stdout, run.returncode) == (b"", 1)
    assert b"stray" in run.stderr


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_framing_does_not_depend_on_chunks(size: int) -> None:
    stream = b"Content-Length: 2\r\n\r\n{}CONTENT-LENGTH:3\r\nOther: x\r\n\r\n[1]"
    stream += b"No: 1\r\n\r\nContent-Length: 1\r\n\r\n7Content-Le"
    chunks = iter([stream[first : first + size] for first in range(0, len(stream), size)])
    assert list(messages(lambda: next(chunks, b""))) == [b"{}", b"[1]", b"7"]


@pytest.mark.parametrize(
    ("offered", "chosen", "column"),
    [
        (["utf-8", "utf-16"], "utf-8", 12),
        (["utf-32", "utf-8"], "utf-32", 9),
        (["nonsense", "utf-16"], "utf-16", 10),
        (None, "utf-16", 10),
    ],
)
def test_columns_are_counted_as_agreed(client: Client, offered: list[str] | None, chosen: str, column: int) -> None:
    assert client.initialize(PULLING, encodings=offered)["positionEncoding"] == chosen
    uri = "untitled:Untitled-1"
    client.open(uri, "/* 😀 */\t\tSELECT 1;\n")
    place = {"start": {"line": 0, "character": column}, "end": {"line": 0, "character": column + 8}}
    index = {"range": place, "text": "CREATE INDEX a ON t (b)"}
    client.change(uri, 2, index, {"range": at(1, 0), "text": "-- é\n"})
    found = [item for item in client.diagnostics(uri) if item["code"] == "locks/blocking-index-build"]
    assert [item["range"]["start"] for item in found] == [{"line": 0, "character": column}]
    assert client.end() == 0
