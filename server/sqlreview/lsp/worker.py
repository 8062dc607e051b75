"""One thread that does all reviewing, so that edits and questions are handled in the order they came."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, TypeVar

Result = TypeVar("Result")


class Worker:
    """A daemon thread with a queue of jobs; the process may end while a job runs."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="sqlreview", daemon=True)
        self._thread.start()

    def run(self, job: Callable[..., Result], *arguments: Any) -> asyncio.Future[Result]:
        """Queues a job; the result arrives in the event loop of the caller, unless it was cancelled before."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        self._jobs.put(lambda: _do(loop, future, job, arguments))
        return future

    def _run(self) -> None:
        while True:
            self._jobs.get()()


def _do(
    loop: asyncio.AbstractEventLoop,
    future: asyncio.Future[Result],
    job: Callable[..., Result],
    arguments: tuple[Any, ...],
) -> None:
    if future.cancelled():
        return
    try:
        result = job(*arguments)
    except Exception as error:
        _hand_over(loop, _fail, future, error)
    else:
        _hand_over(loop, _finish, future, result)


def _hand_over(loop: asyncio.AbstractEventLoop, deliver: Callable[..., None], *arguments: Any) -> None:
    with suppress(RuntimeError):  # the loop is closed: the server is going down
        loop.call_soon_threadsafe(deliver, *arguments)


def _finish(future: asyncio.Future[Result], result: Result) -> None:
    if not future.done():
        future.set_result(result)


def _fail(future: asyncio.Future[Any], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
