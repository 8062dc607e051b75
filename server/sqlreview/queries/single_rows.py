"""INSERT statements of one row each that could be one statement."""

from __future__ import annotations

from collections.abc import Sequence

from sqlreview.frozen import frozen
from sqlreview.queries.model import Insert, Query, Values
from sqlreview.queries.values import Value
from sqlreview.sql.cursor import Name

_LAST_KEYS = frozenset(("currval", "lastval", "last_insert_id", "last_insert_rowid", "setval"))


@frozen
class SingleRow:
    """One INSERT ... VALUES of a single row."""

    table: Name
    likeness: tuple[object, ...]
    """Equal for statements that differ in their values only."""
    row_start: int
    """Where the row begins in the statement, behind the word VALUES."""
    is_plain: bool
    """Whether the statement ends with its row, which holds literals only."""


def single_row(queries: Sequence[Query], text: str) -> SingleRow | None:
    """What an INSERT inserts, if that is one row which does not depend on other rows and is not handed back."""
    insert = next((query for query in queries if isinstance(query, Insert) and query.role == "statement"), None)
    if insert is None or not isinstance(insert.source, Values) or insert.target.name is None or insert.returning:
        return None
    values = insert.source
    if values.row_count != 1 or insert.ctes or any(_depends(value) for value in values.rows[0]):
        return None
    tail = text[values.span.end :].strip()
    likeness = (
        insert.target.name,
        tuple(column.text for column in insert.columns),
        len(values.rows[0]),
        insert.resolution,
        insert.overriding,
        " ".join(tail.split()),
    )
    start = values.keyword.end
    while text[start : start + 1].isspace():
        start += 1
    is_plain = not tail and all(value.is_literal or value.kind == "default" for value in values.rows[0])
    return SingleRow(table=insert.target.name, likeness=likeness, row_start=start, is_plain=is_plain)


def _depends(value: Value) -> bool:
    return bool(value.subqueries) or any(call.name in _LAST_KEYS for call in value.functions)
