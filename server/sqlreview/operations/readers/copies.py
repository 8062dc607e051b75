"""INSERT INTO a SELECT ... FROM b: which columns of one table become which columns of another."""

from __future__ import annotations

from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.sessions import CopiedRows
from sqlreview.sql.cursor import Cursor, Name, Unreadable

_KEEPS_ALL_ROWS = ("", "ORDER", "ON", "RETURNING", "FOR", "LOCK")
"""What may follow the one relation of FROM without leaving out a row."""
_CLAUSES = """
    WHERE GROUP HAVING ORDER LIMIT ON RETURNING JOIN LEFT RIGHT INNER CROSS NATURAL FULL UNION EXCEPT INTERSECT INDEXED
    NOT USE FORCE IGNORE FOR LOCK USING WINDOW STRAIGHT_JOIN PARTITION
"""
_NOT_ALIASES = frozenset(_CLAUSES.split())


def read_copied_rows(cursor: Cursor) -> CopiedRows | None:
    """Reads `[(columns)] SELECT ... FROM table` up to the end; None when rows come from elsewhere.

    The cursor stands behind the table that is written; it is left anywhere.
    """
    try:
        return _read(cursor)
    except Unreadable:
        return None


def _read(cursor: Cursor) -> CopiedRows | None:
    targets: tuple[str, ...] = ()
    if cursor.word == "(" and cursor.peek() not in ("SELECT", "WITH", "VALUES"):
        targets = tuple(column.text for column in cursor.identifiers())
    if not cursor.accept("SELECT"):
        return None
    every_row = cursor.accept_any("DISTINCT", "DISTINCTROW") is None
    cursor.accept("ALL")
    first = cursor.at
    if not cursor.skip_to("FROM"):
        return None
    selected = Cursor(cursor.tokens, first, cursor.at)
    cursor.next()
    if not cursor.sees_identifier() or cursor.peek() == "(":
        return None
    source = cursor.name()
    alias = _alias(cursor)
    if cursor.word in ("UNION", "EXCEPT", "INTERSECT"):
        return None
    outputs: list[str | None] = []
    used: dict[str, None] = {}
    for item in selected.items():
        outputs.append(_output(item, source, alias, used))
    complete = every_row and (cursor.word in _KEEPS_ALL_ROWS or _is_always_true(cursor))
    return CopiedRows(source=source, targets=targets, outputs=tuple(outputs), used=tuple(used), complete=complete)


def _alias(cursor: Cursor) -> str | None:
    if cursor.accept("AS") or (cursor.sees_identifier() and cursor.word not in _NOT_ALIASES):
        return cursor.identifier().text
    return None


def _is_always_true(cursor: Cursor) -> bool:
    """WHERE true, which SQLite needs before ON CONFLICT."""
    return cursor.word == "WHERE" and cursor.peek() in ("TRUE", "1") and cursor.peek(2) in _KEEPS_ALL_ROWS


def _output(item: Cursor, source: Name, alias: str | None, used: dict[str, None]) -> str | None:
    words, first = item.tokens.words, item.at
    item.skip_to("AS")
    stop = item.at
    if words[stop - 1] == "*" and stop - first in (1, 3):
        return "*"
    expression = read_expression(Cursor(item.tokens, first, stop))
    if len(expression.columns) == 1 and not expression.functions and _is_reference(words[first:stop]):
        qualifier = Cursor(item.tokens, first, stop).identifier().text if stop - first == 3 else None
        return expression.columns[0] if qualifier in (None, alias or source.text) else None
    used.update(dict.fromkeys(expression.columns))
    return None


def _is_reference(words: list[str]) -> bool:
    return len(words) == 1 or (len(words) == 3 and words[1] == ".")
