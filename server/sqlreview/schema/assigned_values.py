"""The values that statements store in columns, each with the name of its column."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import Insert, Merge, Query, Update, Value, Values


def assigned_values(query: Query) -> Iterator[tuple[str, Value]]:
    """What VALUES with a column list and SET assign; rows of other queries and lists of columns are left out."""
    match query:
        case Insert(columns=columns, source=source, on_conflict=conflict, set_assignments=assignments):
            for row in source.rows if isinstance(source, Values) else ():
                for column, value in zip(columns, row, strict=False):
                    yield column.text, value
            assignments = (*assignments, *(conflict.assignments if conflict else ()))
        case Update(assignments=assignments):
            pass
        case Merge(actions=actions):
            assignments = tuple(item for action in actions for item in action.assignments)
        case _:
            return
    for item in assignments:
        if len(item.columns) == 1:
            yield item.columns[0].text, item.value
