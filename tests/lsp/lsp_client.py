"""A small client that talks JSON-RPC to a server over pipes, and can send what no real client would."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Json = dict[str, Any]

PULLING: Json = {
    "textDocument": {
        "diagnostic": {},
        "hover": {"contentFormat": ["markdown"]},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    },
    "workspace": {"diagnostics": {"refreshSupport": True}, "workspaceEdit": {"documentChanges": True}},
}
PUSHING: Json = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}}


class Client:
    """One server process and everything it said."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "sqlreview.lsp.server"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.messages: queue.Queue[Json | None] = queue.Queue()
        self.unread: list[Json] = []
        self.errors: list[bytes] = []
        self.last_id = 0
        self.answers: Json = {}
        """What requests of the server are answered with, by their method; others get null."""
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_errors, daemon=True).start()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            size = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                size = int(value) if name == b"Content-Length" else size
            if not line:
                self.messages.put(None)
                return
            self.messages.put(json.loads(stream.read(size)))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors.extend(self.process.stderr)

    # -- talking -----------------------------------------------------------------------------------------------------

    def send_bytes(self, data: bytes) -> None:
        """Sends anything."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: Json) -> None:
        """Sends a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method: str, params: Any) -> None:
        """Sends a notification."""
        self.send({"method": method, "params": params})

    def start_request(self, method: str, params: Any) -> int:
        """Sends a request and returns its id."""
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params})
        return self.last_id

    def response(self, request: int) -> Json:
        """The response to a request."""
        return self.wait(lambda message: message.get("id") == request and "method" not in message)

    def ask(self, method: str, params: Any) -> Any:
        """Sends a request and returns its result."""
        response = self.response(self.start_request(method, params))
        assert "error" not in response, response
        return response["result"]

    def wait(self, accept: Callable[[Json], bool], seconds: float = 20.0) -> Json:
        """The first message, read or still to come, that is accepted; others are kept."""
        for index, message in enumerate(self.unread):
            if accept(message):
                return self.unread.pop(index)
        end = time.monotonic() + seconds
        while True:
            try:
                message = self.messages.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no such message; there are {self.unread}") from None
            if message is None:
                raise AssertionError(f"the server ended: {b''.join(self.errors).decode()}")
            if "id" in message and "method" in message:
                self.send({"id": message["id"], "result": self.answers.get(message["method"])})
            if accept(message):
                return message
            self.unread.append(message)

    def nothing(self, accept: Callable[[Json], bool], seconds: float = 0.4) -> None:
        """Asserts that no such message comes for a while."""
        try:
            message = self.wait(accept, seconds)
        except AssertionError:
            return
        raise AssertionError(f"unexpected {message}")

    # -- a session ---------------------------------------------------------------------------------------------------

    def initialize(
        self, capabilities: Json, folders: tuple[Path, ...] = (), encodings: list[str] | None = None, **more: Any
    ) -> Json:
        """Opens a session and returns the server's capabilities."""
        general = {"general": {"positionEncodings": encodings}} if encodings else {}
        result = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": {**capabilities, **general},
                "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name} for folder in folders],
                **more,
            },
        )
        self.notify("initialized", {})
        return dict(result["capabilities"])

    def open(self, uri: str, text: str, version: int = 1, language: str = "sql") -> None:
        """Opens a file."""
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: Json) -> None:
        """Changes a file."""
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})

    def close(self, uri: str) -> None:
        """Closes a file."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def pull(self, uri: str, previous: str | None = None) -> Json:
        """The answer to a request for diagnostics, asked again while the server says so."""
        params: Json = {"textDocument": {"uri": uri}}
        if previous:
            params["previousResultId"] = previous
        return dict(self.ask("textDocument/diagnostic", params))

    def diagnostics(self, uri: str) -> list[Json]:
        """The pulled diagnostics of a file."""
        return list(self.pull(uri)["items"])

    def published(self, uri: str, version: int | None = None) -> list[Json]:
        """The next pushed diagnostics of a file."""

        def accept(message: Json) -> bool:
            params = message.get("params") or {}
            same = message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri
            return same and (version is None or params.get("version") == version)

        return list(self.wait(accept)["params"]["diagnostics"])

    def actions(self, uri: str, at: Json, **context: Any) -> list[Json]:
        """The code actions for a range."""
        params = {"textDocument": {"uri": uri}, "range": at, "context": {"diagnostics": [], **context}}
        return list(self.ask("textDocument/codeAction", params))

    def end(self) -> int:
        """Shuts the server down and returns its exit code."""
        self.ask("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(10)


def at(line: int, start: int, end_line: int | None = None, end: int | None = None) -> Json:
    """A range."""
    last = {"line": line if end_line is None else end_line, "character": start if end is None else end}
    return {"start": {"line": line, "character": start}, "end": last}
