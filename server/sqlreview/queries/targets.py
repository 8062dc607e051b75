"""Which columns a write names."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries.clauses import Assignment
from sqlreview.queries.model import Insert, Query, Update
from sqlreview.sql.cursor import Identifier


def target_columns(query: Query, sql: str) -> Iterator[Identifier]:
    """The columns an INSERT lists or an UPDATE sets as a whole; `sql` is the statement the spans count in.

    Elements of arrays and fields of composite columns may be set one by one and are left out.
    """
    match query:
        case Insert(columns=columns):
            yield from columns
        case Update(assignments=assignments):
            for item in assignments:
                if _sets_whole_columns(item, sql):
                    yield from item.columns
        case _:
            pass


def _sets_whole_columns(item: Assignment, sql: str) -> bool:
    target = sql[item.span.start : item.value.span.start]
    return "[" not in target and "." not in target
