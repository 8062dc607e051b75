"""Which columns writes have freed of NULL; tables know this from queries, where the history holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlreview.queries import Delete, Predicate, Query, Update
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.origins import Origin


def note_columns_filled(editor: CatalogEditor, queries: Iterable[Query], origin: Origin) -> None:
    """Notes at the columns of known tables that these queries fill them in rows that exist."""
    for query in queries:
        written = filled_by(query)
        name = query.target.name if written and isinstance(query, Update | Delete) else None
        table = editor.table(name) if name is not None else None
        if table is None:
            continue
        if any(column.name in written and column.filled is None for column in table.columns):
            columns = tuple(
                replace(column, filled=origin) if column.name in written and column.filled is None else column
                for column in table.columns
            )
            editor.put(table.key, replace(table, columns=columns))


def filled_by(query: Query | None) -> frozenset[str]:
    """The columns of its target that an UPDATE gives values, or whose NULLs a DELETE removes with their rows."""
    match query:
        case Update(assignments=assignments):
            return frozenset(column.text for item in assignments for column in item.columns)
        case Delete(where=where) if where is not None and len(query.sources) == 1:
            test = where.predicate
            return frozenset(_columns_removed(test.operands if test.kind == "or" else (test,)))
    return frozenset()


def _columns_removed(tests: Iterable[Predicate]) -> Iterator[str]:
    for test in tests:
        if test.kind == "null-test" and not test.negated and test.left is not None and test.left.column is not None:
            yield test.left.column.column
