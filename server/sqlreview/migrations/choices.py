"""The part of a configuration that says what files are written for; configurations stand to the right of this layer."""

from __future__ import annotations

from typing import Protocol

from sqlreview.sql.engines import Engine


class Choices(Protocol):
    """Engines and migration tools that somebody chose."""

    @property
    def schema(self) -> str | None:
        """The dump that migrations start from, relative to the configuration."""

    def relative(self, path: str) -> str:
        """A path relative to the configuration, with forward slashes."""

    @property
    def engine(self) -> Engine:
        """The engine of files for which neither a path nor their SQL tells another."""

    def engine_for(self, path: str) -> Engine | None:
        """The engine that is configured for a file."""

    def engine_called(self, name: str) -> Engine:
        """An engine that was detected, with what is configured of it."""

    def convention_for(self, path: str) -> str | None:
        """The migration tool that is configured for a file."""
