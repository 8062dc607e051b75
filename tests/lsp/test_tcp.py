"""For debugging, the server talks over a port of this machine."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from typing import BinaryIO

import pytest


def test_one_client_over_a_port() -> None:
    command = [sys.executable, "-m", "sqlreview", "lsp", "--tcp", "0"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = re.fullmatch(r"sqlreview listens on 127\.0\.0\.1:(\d+)\n", server.stderr.readline())
        assert told
        with socket.create_connection(("127.0.0.1", int(told[1])), timeout=20) as client, client.makefile("rb") as read:
            for number, method in enumerate(("initialize", "shutdown")):
                send(client, {"id": number, "method": method, "params": {"capabilities": {}} if not number else None})
                assert answer(read)["id"] == number
            send(client, {"method": "exit"})
            assert server.wait(20) == 0


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = [sys.executable, "-m", "sqlreview", "lsp", "--tcp", str(taken.getsockname()[1])]
        result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 2
    assert "in use" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("port", ["x", "-1", "70000"])
def test_what_is_no_port(port: str) -> None:
    command = [sys.executable, "-m", "sqlreview", "lsp", "--tcp", port]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 2
    assert "--tcp" in result.stderr
    assert "Traceback" not in result.stderr


def send(client: socket.socket, message: dict[str, object]) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    client.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)


def answer(read: BinaryIO) -> dict[str, object]:
    size = 0
    while (line := read.readline()) != b"\r\n":
        size = int(line.partition(b":")[2]) if line.startswith(b"Content-Length") else size
    found: dict[str, object] = json.loads(read.read(size))
    return found
