"""A language client over pipes for measurements: standard library only, works with any server."""

from __future__ import annotations

import json
import os
import pathlib
import queue
import shlex
import subprocess
import threading
import time
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]


class Client:
    """One server process; every message it sends is kept with its time of arrival and size."""

    def __init__(self, command: str, folder: pathlib.Path) -> None:
        self.process = subprocess.Popen(
            shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self.folder = folder
        self.messages: queue.Queue[tuple[float, int, Json]] = queue.Queue()
        self.last_id = 0
        self.pulls = False
        self.sync = 1
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            size = 0
            while (line := stream.readline()) not in (b"\r\n", b"\n", b""):
                name, _, value = line.partition(b":")
                size = int(value) if name.lower() == b"content-length" else size
            if not size:
                return
            body = stream.read(size)
            self.messages.put((time.perf_counter(), len(body), json.loads(body)))

    def send(self, message: Json) -> None:
        """Sends a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def request(self, method: str, params: Any) -> tuple[float, int, Json]:
        """Sends a request; returns when its answer arrived, how long that is, and the answer."""
        self.last_id += 1
        wanted = self.last_id
        self.send({"id": wanted, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == wanted and "method" not in message)

    def notify(self, method: str, params: Any) -> None:
        """Sends a notification."""
        self.send({"method": method, "params": params})

    def wait(self, accept: Callable[[Json], bool], seconds: float = 180.0) -> tuple[float, int, Json]:
        """The next message that is accepted; requests of the server are answered with nothing."""
        end = time.monotonic() + seconds
        while True:
            at, size, message = self.messages.get(timeout=max(0.01, end - time.monotonic()))
            if "id" in message and "method" in message:
                count = len(message["params"]["items"]) if message["method"] == "workspace/configuration" else 0
                self.send({"id": message["id"], "result": [None] * count or None})
            elif accept(message):
                return at, size, message

    def initialize(self, *, push: bool = False) -> None:
        """Opens a session in the client's folder."""
        document: Json = {"synchronization": {}, "publishDiagnostics": {"versionSupport": True}}
        if not push:
            document["diagnostic"] = {}
        folder = {"uri": self.folder.as_uri(), "name": "bench"}
        workspace = {"workspaceFolders": True, "diagnostics": {"refreshSupport": True}}
        capabilities = {
            "workspace": workspace,
            "general": {"positionEncodings": ["utf-16", "utf-8"]},
            "textDocument": document,
        }
        _, _, answer = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder["uri"],
                "workspaceFolders": [folder],
                "capabilities": capabilities,
            },
        )
        offered = answer["result"]["capabilities"]
        sync = offered.get("textDocumentSync")
        self.sync = sync.get("change") if isinstance(sync, dict) else sync
        self.pulls = bool(offered.get("diagnosticProvider"))
        self.notify("initialized", {})

    def diagnostics(self, uri: str, version: int) -> tuple[float, int, list[Json]]:
        """The diagnostics of a version of a file: arrival, size, items."""
        if self.pulls:
            at, size, answer = self.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
            return at, size, answer["result"].get("items", [])
        at, size, message = self.wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version") in (None, version)
            )
        )
        return at, size, message["params"]["diagnostics"]

    def memory(self) -> float:
        """Resident memory of the server in MB (Linux)."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return 0.0
        fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(fields["VmRSS"].split()[0]) / 1024

    def end(self) -> None:
        """Closes the session."""
        self.request("shutdown", None)
        self.notify("exit", None)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
