"""One connection of the server: a client, its session, and what is sent to it without being asked for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from importlib.metadata import version
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from sqlreview.lsp import answers, convert
from sqlreview.lsp.clients import Client, client_of, with_settings
from sqlreview.lsp.overview import Overview
from sqlreview.lsp.scanning import Scanning
from sqlreview.lsp.session import Session
from sqlreview.lsp.tracing import Trace
from sqlreview.lsp.transport import Protocol
from sqlreview.lsp.worker import Worker

Result = TypeVar("Result")

_log = logging.getLogger("sqlreview")
_PUSH_DELAY = 0.075
"""Seconds without typing before diagnostics are pushed; clients that pull set their own pace."""
_REFRESH_DELAY = 0.2
_CATCH_UP_DELAY = 0.6
"""Seconds without typing before long files are looked at as a whole, which may take longer than a keystroke should."""


class Server(LanguageServer):
    """One connection: a client, its session, and the worker that owns the session."""

    protocol: Protocol
    client: Client
    session: Session
    trace: Trace

    def __init__(self) -> None:
        super().__init__("sqlreview", version("sqlreview"), protocol_cls=Protocol, converter_factory=default_converter)
        self.worker = Worker()
        self.overview = Overview()
        self._timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop

    def begin(self, params: types.InitializeParams) -> None:
        """Starts the session a client asks for."""
        self._loop = asyncio.get_running_loop()
        self.client = client_of(params, self.workspace.position_encoding)
        self.session = Session(self.client.encoding, self.client.folders, self._tell, refreshes=self.client.refreshes)
        self.trace = Trace(self, self._loop, params.trace)
        self.session.reviewed = self.trace.reviewed
        self.session.configure(self.client.configuration)
        if self.client.shows_progress:
            self.session.scanning = Scanning(self, self._loop).tell
        self.do(answers.warm_up)

    def ask(self, job: Callable[..., Result], *arguments: Any) -> asyncio.Future[Result]:
        """Runs a job on the worker, after everything that came before."""
        return self.worker.run(job, *arguments)

    def do(self, job: Callable[..., None], *arguments: Any) -> None:
        """Runs a job on the worker whose result nobody waits for."""
        self.worker.run(job, *arguments).add_done_callback(_log_failure)

    async def ask_for_settings(self) -> None:
        """Asks a client that has settings for what they say of sqlreview."""
        if self.client.configures:
            item = types.ConfigurationItem(section=convert.SOURCE)
            answer = await self.workspace_configuration_async(types.ConfigurationParams([item]))
            self.use_settings({convert.SOURCE: answer[0] if answer else None})

    def use_settings(self, settings: object) -> None:
        """Takes settings of the client: what is shown beside findings, and what holds where no file says otherwise."""
        before, self.client = self.client, with_settings(self.client, settings)
        if self.client.lenses != before.lenses and self.client.refreshes_lenses:
            self.workspace_code_lens_refresh(None)
        if self.client.hints != before.hints and self.client.refreshes_hints:
            self.workspace_inlay_hint_refresh(None)
        if self.client.configuration != before.configuration:
            self.do(self.session.configure, self.client.configuration)
            self.announce()

    def announce(self, delay: float = _PUSH_DELAY) -> None:
        """Sees to it that the client learns of new findings once nothing has happened for a while."""
        if not self.client.pulls:
            self._later(delay, self._publish)
        elif self.client.refreshes:
            self._later(_REFRESH_DELAY, self._refresh)

    def _later(self, delay: float, task: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(delay, self._start, task)

    def _start(self, task: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._timer = None
        asyncio.ensure_future(task()).add_done_callback(_log_failure)

    async def _publish(self) -> None:
        for item in await self.ask(self.session.publications):
            self.publish(item.uri, item.version, item.pieces)
        if self.session.is_behind and self._timer is None:
            self._later(_CATCH_UP_DELAY, self._catch_up)

    async def _refresh(self) -> None:
        if await self.ask(self.session.is_outdated):
            self.workspace_diagnostic_refresh(None)
        if self.session.is_behind and self._timer is None:
            self._later(_CATCH_UP_DELAY, self._catch_up)

    async def _catch_up(self) -> None:
        await self.ask(self.session.catch_up)
        self.announce(0)

    def publish(self, uri: str, number: int | None, pieces: Sequence[str]) -> None:
        """Pushes the diagnostics of a file."""
        parameters = convert.publication(uri, number, pieces)
        self.protocol.notify_serialised(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, parameters)

    def _tell(self, problem: str) -> None:
        self._loop.call_soon_threadsafe(self.show, problem, types.MessageType.Error)

    def show(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Shows a message to the user, and keeps it in the log."""
        self.window_show_message(types.ShowMessageParams(kind, message))
        self.window_log_message(types.LogMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Keeps errors of the server out of the user's way, and those the client made itself out of the log."""
        if isinstance(error, JsonRpcInternalError) or not isinstance(error, JsonRpcException):
            _log.error("%s: %s", getattr(source, "__name__", source), error)


def _log_failure(future: asyncio.Future[Any]) -> None:
    if not future.cancelled() and (error := future.exception()) is not None:
        _log.error("A change could not be followed.", exc_info=error)
