"""Progress of first scans that take long enough for somebody to wonder."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from itertools import count
from os.path import basename
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

_PATIENCE = 0.5
"""Seconds a scan may take before the client is told."""


class Scanning:
    """Tells a client which folder is being read; it is told from the worker's thread."""

    def __init__(self, server: LanguageServer, loop: asyncio.AbstractEventLoop) -> None:
        self._server = server
        self._loop = loop
        self._numbers = count(1)
        self._ended: asyncio.Event | None = None
        self._shown: set[asyncio.Task[None]] = set()

    def tell(self, folder: str | None) -> None:
        """Takes note that a folder is about to be read, or with None that it has been."""
        with suppress(RuntimeError):  # the loop is closed: the server is going down
            self._loop.call_soon_threadsafe(self._follow, folder)

    def _follow(self, folder: str | None) -> None:
        if self._ended is not None:
            self._ended.set()
            self._ended = None
        if folder is not None:
            self._ended = asyncio.Event()
            task = self._loop.create_task(self._show(basename(folder), self._ended))
            self._shown.add(task)
            task.add_done_callback(self._shown.discard)

    async def _show(self, folder: str, ended: asyncio.Event) -> None:
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(ended.wait(), _PATIENCE)
            return
        token = f"sqlreview-scan-{next(self._numbers)}"
        progress = self._server.work_done_progress
        with suppress(JsonRpcException):  # a client that refuses progress gets none
            await progress.create_async(token)
            progress.begin(token, types.WorkDoneProgressBegin("sqlreview", message=f"reviewing {folder}"))
            await ended.wait()
            progress.end(token, types.WorkDoneProgressEnd())
