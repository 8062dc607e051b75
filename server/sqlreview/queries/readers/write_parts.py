"""The parts of INSERT, UPDATE, DELETE and MERGE that they share."""

from __future__ import annotations

from sqlreview.queries.clauses import Assignment, Output, Source
from sqlreview.queries.level import Level
from sqlreview.queries.readers import conditions, expressions, outputs
from sqlreview.queries.values import Condition
from sqlreview.sql.cursor import Cursor, Identifier, Name
from sqlreview.sql.engines import Family

ENDS: dict[Family, tuple[str, ...]] = {
    "postgres": ("WHERE", "RETURNING"),
    "mysql": ("WHERE", "ORDER", "LIMIT", "RETURNING"),
    "sqlite": ("WHERE", "ORDER", "LIMIT", "RETURNING"),
}
"""What may follow the assignments of an UPDATE and the relations of a DELETE, WHERE first."""


_MODIFIERS = ("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK")
_CONFLICT_WORDS = ("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE")


def read_resolution(cursor: Cursor) -> str | None:
    """Steps over OR IGNORE of SQLite and LOW_PRIORITY, IGNORE and the like of MySQL; returns what becomes of a row
    that breaks a constraint."""
    if cursor.tokens.engine.family == "sqlite":
        word = cursor.accept_any(*_CONFLICT_WORDS) if cursor.accept("OR") else None
        return word.lower() if word else None
    if cursor.tokens.engine.family == "mysql":
        while cursor.accept_any(*_MODIFIERS):
            pass
        return "ignore" if cursor.peek() not in ("", ".") and cursor.accept("IGNORE") else None
    return None


def with_sources(level: Level, *found: Source) -> Level:
    """The same text with these relations in scope."""
    return level.seeing(found, level.parent)


def move_to(cursor: Cursor, *words: str) -> tuple[int, int]:
    """Moves to the first of these words and returns the range stepped over."""
    first = cursor.at
    cursor.skip_to(*words)
    return first, cursor.at


def read_returning(level: Level, cursor: Cursor) -> tuple[Output, ...]:
    """The RETURNING list, if it is there."""
    if not cursor.accept("RETURNING"):
        return ()
    if cursor.word == "WITH" and cursor.peek() == "(":
        cursor.at += 1
        cursor.skip()
    first, cursor.at = cursor.at, cursor.stop
    return outputs.read_outputs(level, first, cursor.stop)


def read_where(level: Level, cursor: Cursor, *ends: str) -> Condition | None:
    """The WHERE clause up to one of these words, if it is there."""
    if cursor.word != "WHERE":
        return None
    return conditions.read_condition(level, *move_to(cursor, *ends))


def read_assignments(level: Level, first: int, stop: int) -> tuple[Assignment, ...]:
    """The assignments between two tokens."""
    return tuple(_assignment(level, begin, end) for begin, end in level.items(first, stop))


def _assignment(level: Level, first: int, stop: int) -> Assignment:
    cursor = Cursor(level.tokens, first, stop)
    if cursor.word == "(":
        columns = cursor.identifiers()
    else:
        name: Name = cursor.name()
        columns = (Identifier(name.text, name.span),)
        if cursor.word == "[":
            cursor.skip()
    if not cursor.accept(":="):
        cursor.expect("=")
    return Assignment(
        span=level.span(first, stop), columns=columns, value=expressions.read_value(level, cursor.at, stop)
    )
