"""Where objects stand in the catalog and where the history made them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlreview.text import Span

Key = tuple[str, str, str]
"""Namespace ("relation", "type", "routine", "extension", "schema", "session"), schema, name.

Tables, views, indexes and sequences share the namespace "relation", as they do in PostgreSQL.
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """The place in the history that created an object or gave it its present form.

    `statement` is the serial number of the statement, stable while other statements are edited; `span` counts from the
    beginning of that statement. Two objects were made in one transaction, file or run when those fields are equal.
    """

    path: str
    statement: int
    span: Span
    transaction: int = -1
    """Serial number of the statement that began the transaction; the statement's own outside explicit transactions."""
    run: int = 0
    """Files that are applied together share a run: a file by default, all unreleased files where that is configured."""

    def is_beside(self, other: Origin) -> bool:
        """Whether both stand in one file, and in a document in one piece of it."""
        return self.path == other.path and self.run == other.run

    def within(self, span: Span) -> Origin:
        """The same statement with another span, for a part of what it says."""
        return Origin(self.path, self.statement, span, self.transaction, self.run)
