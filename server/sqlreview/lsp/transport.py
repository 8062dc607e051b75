"""JSON-RPC over two file descriptors: framing, lifecycle and errors as the protocol asks for them.

pygls 2.1 leaves requests with invalid parameters unanswered, does not refuse requests before `initialize` and after
`shutdown`, always ends with exit code 0, keeps its own copy of every document, shares one thread pool between handlers
and its reader, and encodes large results object by object. What this module overrides mends that.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

if TYPE_CHECKING:
    from cattrs import Converter
    from pygls.lsp.server import LanguageServer

_log = logging.getLogger("sqlreview")
_CHUNK = 1 << 16
_PARSE_ERROR, _INVALID_REQUEST, _INVALID_PARAMS, _NOT_INITIALIZED = -32700, -32600, -32602, -32002
SERVER_CANCELLED = -32802


@dataclass(frozen=True, slots=True)
class Serialised:
    """A result that is JSON already."""

    json: str


def cancelled_by_server() -> JsonRpcException:
    """The error that asks the client to repeat a request, because it is for a text the client has changed since."""
    return JsonRpcException("the text has changed", SERVER_CANCELLED, {"retriggerRequest": True})


class Protocol(LanguageServerProtocol):
    """The protocol of pygls with its known defects mended."""

    _is_initialized = False
    write: Callable[[bytes], None]
    finished: asyncio.Future[int]
    answered: Callable[[str, float], None]
    """Is told of the requests of a client that traces the server, and how many seconds their answers took."""

    def __init__(self, server: LanguageServer, converter: Converter) -> None:
        super().__init__(server, converter)
        self._asked: dict[int | str, tuple[str, float]] = {}

    # -- receiving ---------------------------------------------------------------------------------------------------

    def receive(self, body: bytes) -> None:
        """Handles one message."""
        try:
            message = json.loads(body)
        except (ValueError, RecursionError):
            self._refuse(None, _PARSE_ERROR, "the message is not JSON")
            return
        if not isinstance(message, dict) or not isinstance(message.get("method", ""), str):
            self._refuse(None, _INVALID_REQUEST, "the message is no request")
            return
        message["jsonrpc"] = self.VERSION
        if "method" in message and not self._is_in_order(message):
            return
        self._dispatch(message)

    def _is_in_order(self, message: dict[str, Any]) -> bool:
        """Whether a message may come at this point of the session; a request that may not is refused."""
        method, request = message["method"], message.get("id")
        if self._shutdown:
            problem = (_INVALID_REQUEST, "the server is shutting down")
        elif not self._is_initialized and method != types.INITIALIZE:
            problem = (_NOT_INITIALIZED, "the server is not initialized")
        elif self._is_initialized and method == types.INITIALIZE:
            problem = (_INVALID_REQUEST, "the server is initialized already")
        else:
            return True
        if request is not None:
            self._refuse(request, *problem)
        return bool(method == types.EXIT)

    def _dispatch(self, message: dict[str, Any]) -> None:
        try:
            structured = self.structure_message(message)
        except JsonRpcException:
            if "method" in message and message.get("id") is not None:
                self._refuse(message["id"], _INVALID_PARAMS, f"invalid parameters of {message['method']}")
            return
        self._is_initialized |= message.get("method") == types.INITIALIZE
        if self.trace is not types.TraceValue.Off and "method" in message and message.get("id") is not None:
            self._asked[message["id"]] = (message["method"], monotonic())
        try:
            self.handle_message(structured)
        except Exception:  # the boundary to the client: no message of its may end the server
            _log.exception("A message could not be handled.")

    def handle_message(self, message: Any) -> None:
        """Delegates a message; after `shutdown` only `exit` comes this far, which pygls knows."""
        super().handle_message(message)

    # -- sending -----------------------------------------------------------------------------------------------------

    def _refuse(self, request: int | str | None, code: int, message: str) -> None:
        identifier = request if isinstance(request, int | str) else None
        self._send_data({"jsonrpc": self.VERSION, "id": identifier, "error": {"code": code, "message": message}})

    def _send_response(
        self, msg_id: int | str, result: Any | None = None, error: types.ResponseError | None = None
    ) -> None:
        if error is None and isinstance(result, Serialised):
            self._result_types.pop(msg_id, None)
            self._send(f'{{"jsonrpc":"2.0","id":{json.dumps(msg_id)},"result":{result.json}}}')
        else:
            super()._send_response(msg_id, result, error)
        if msg_id in self._asked:
            method, began = self._asked.pop(msg_id)
            self.answered(method, monotonic() - began)

    def notify_serialised(self, method: str, parameters: str) -> None:
        """Sends a notification whose parameters are JSON already."""
        self._send(f'{{"jsonrpc":"2.0","method":"{method}","params":{parameters}}}')

    def _send_data(self, data: Any) -> None:
        self._send(json.dumps(data, default=self._serialize_message, separators=(",", ":")))

    def _send(self, text: str) -> None:
        body = text.encode()
        try:
            self.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        except OSError:
            self.finish()

    # -- lifecycle and documents -------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Ends the server: with 0 after a shutdown request, else with 1."""
        if not self.finished.done():
            self.finished.set_result(0 if self._shutdown else 1)

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: Any) -> None:  # type: ignore[override]
        """Ends the server."""
        self.finish()

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Iterator[Any]:
        """Leaves documents to the server's own handler."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        """Leaves documents to the server's own handler."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Iterator[Any]:
        """Leaves documents to the server's own handler."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


async def serve(protocol: Protocol, receive: Callable[[], bytes], write: Callable[[bytes], None]) -> int:
    """Talks over a stream, which `receive` reads in chunks, until the client ends it; returns the exit code."""
    loop = asyncio.get_running_loop()
    protocol.finished = loop.create_future()
    protocol.write = write

    def deliver(call: Callable[..., None], *arguments: Any) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server is going down
            loop.call_soon_threadsafe(call, *arguments)

    def read() -> None:
        for body in messages(receive):
            deliver(protocol.receive, body)
        deliver(protocol.finish)

    # a thread of its own, and no buffered stream, whose lock would be held when the process ends
    threading.Thread(target=read, name="reader", daemon=True).start()
    return await protocol.finished


def messages(read: Callable[[], bytes]) -> Iterator[bytes]:
    """The bodies of the messages in a stream; headers without a length are skipped."""
    pending = bytearray()

    def fill() -> bool:
        try:
            chunk = read()
        except OSError:
            return False
        pending.extend(chunk)
        return bool(chunk)

    while True:
        while (end := pending.find(b"\r\n\r\n")) < 0:
            if not fill():
                return
        length = _length_of(bytes(pending[:end]))
        del pending[: end + 4]
        if length is None:
            continue
        while len(pending) < length:
            if not fill():
                return
        body = bytes(pending[:length])
        del pending[:length]
        yield body


def _length_of(header: bytes) -> int | None:
    for line in header.split(b"\r\n"):
        name, _, value = line.partition(b":")
        # what a broken message left before the header ends up in its first line
        if name.strip().lower().endswith(b"content-length") and value.strip().isdigit():
            return int(value)
    return None


async def serve_descriptors(protocol: Protocol, source: int, sink: int) -> int:
    """Talks over two file descriptors; returns the exit code."""

    def write(data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(sink, view) :]

    return await serve(protocol, lambda: os.read(source, _CHUNK), write)


async def serve_tcp(protocol: Protocol, port: int, listening: Callable[[int], None]) -> int:
    """Talks to the first client that connects on this machine; tells the port, which 0 leaves to the system."""
    import socket

    with socket.create_server(("127.0.0.1", port)) as server:
        listening(server.getsockname()[1])
        connection, _ = await asyncio.get_running_loop().run_in_executor(None, server.accept)
    with connection:
        return await serve(protocol, lambda: connection.recv(_CHUNK), connection.sendall)
