"""What a client that traces the server is told: what was reviewed, with which settings, and how long it took."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from lsprotocol import types

from sqlreview.lsp.homes import Home
from sqlreview.migrations.layout import Group

if TYPE_CHECKING:
    from sqlreview.lsp.connection import Server

_MOST_LINES = 50
"""Folders, and statements, that are named one by one."""


class Trace:
    """Sends `$/logTrace` as much as the client asks for, and what the log should have in any case; from any thread."""

    def __init__(self, server: Server, loop: asyncio.AbstractEventLoop, level: types.TraceValue | None) -> None:
        self._server = server
        self._loop = loop
        server.protocol.trace = level or types.TraceValue.Off
        server.protocol.answered = self.answered

    def tell(self, message: str, details: str = "") -> None:
        """Tells what has happened; the details only to clients that want everything."""
        level = self._server.protocol.trace
        if level is types.TraceValue.Off:
            return
        verbose = details if details and level is types.TraceValue.Verbose else None
        self._soon("$/logTrace", types.LogTraceParams(message, verbose))

    def reviewed(self, home: Home, seconds: float) -> None:
        """Tells that a project was read and reviewed; what could not be read is said at every level."""
        for problem in home.unread:
            self._soon(types.WINDOW_LOG_MESSAGE, types.LogMessageParams(types.MessageType.Warning, problem))
        self.tell(_summary(home, seconds), "\n".join(_details(home)))

    def answered(self, method: str, seconds: float) -> None:
        """Tells that a request was answered."""
        self.tell(f"Answered {method} in {seconds * 1000:.0f} ms")

    def _soon(self, method: str, params: types.LogTraceParams | types.LogMessageParams) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server is going down
            self._loop.call_soon_threadsafe(self._server.protocol.notify, method, params)


def _summary(home: Home, seconds: float) -> str:
    states = [state for review in home.project.reviews.values() for state in review.history.files]
    statements = sum(len(state.entries) for state in states)
    source = home.config.source or "no configuration file"
    return (
        f"Reviewed {len(home.names)} files with {statements} statements of {home.root} "
        f"in {seconds * 1000:.0f} ms ({source})"
    )


def _details(home: Home) -> Iterator[str]:
    yield f"profile {home.config.profile}, {len(home.config.rules)} rules"
    yield from (f"extends {path}" for path in home.config.files[:-1])
    yield from _cut([_of_group(group, home) for group in home.project.groups if group.paths])
    yield from (f"{note.path}: {note.message}" for group in home.project.groups for note in group.notes)
    yield from (f"not read: {problem}" for problem in home.unread)
    yield from _cut([f"not analysed: {place}" for place in _not_analysed(home)])


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], f"and {len(lines) - _MOST_LINES} more"]


def _of_group(group: Group, home: Home) -> str:
    if group.foreign:
        return f"{group.name}: left alone, for it is written for {group.foreign}"
    engine = home.project.by_path[group.paths[0]].rules.engine
    facts = [f"{len(group.paths)} files", _because(str(engine), group.engine_reason)]
    facts.append(_because(group.convention.title, group.convention_reason))
    return f"{group.name or '.'}: {', '.join(facts)}"


def _because(fact: str, reason: str) -> str:
    return f"{fact} ({reason})" if reason else fact


def _not_analysed(home: Home) -> Iterator[str]:
    for review in home.project.reviews.values():
        for state in review.history.files:
            for number, entry in enumerate(state.entries, 1):
                if entry.statement.problem is not None:
                    yield f"statement {number} of {state.path}"
