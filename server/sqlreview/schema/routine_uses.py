"""What the bodies of functions and procedures name: tables, columns, and columns of the row a trigger fires for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlreview.operations import CreateRoutine
from sqlreview.patterns import regex
from sqlreview.queries import Insert, Query, Update, Write
from sqlreview.schema.catalog import Catalog, CatalogEditor
from sqlreview.schema.origins import Key
from sqlreview.schema.records import Routine
from sqlreview.schema.resolution import table_of
from sqlreview.schema.view_columns import columns_read

_ROW = regex(r'(?i)\b(?:new|old)\.(?:"([^"\n]++)"|([a-z_]\w*+))')
_DERIVED = regex(r'(?i)(?:;|\b(?:begin|then|else|loop))\s*+new\.(?:"([^"\n]++)"|([a-z_]\w*+))\s*+:?+=([^;]{0,2000}+)')
_COMMENTS = regex(r"--[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/")
_BOUND = regex(r"(?i)\s*+(?:BEGIN\s++ATOMIC|RETURN)\b")


def note_routine_uses(
    editor: CatalogEditor, operation: CreateRoutine, text: str, queries: Iterable[Query], before: Catalog
) -> None:
    """Notes at a routine that was just created what its body uses, unless the server itself keeps track of that."""
    key = editor.key_for_new("routine", operation.name)
    routine = editor.get(key)
    body = operation.body.of(text) if operation.body else ""
    if not isinstance(routine, Routine) or _BOUND.match(body):
        return
    found = _COMMENTS.sub(" ", body) if "new." in body.lower() or "old." in body.lower() else ""
    rows = frozenset(match[1] or match[2].lower() for match in _ROW.finditer(found))
    derived = frozenset(
        match[1] or match[2].lower() for match in _DERIVED.finditer(found) if "new." in match[3].lower()
    )
    own = {argument.name for argument in operation.arguments}  # which a column of the same name may stand for
    uses = frozenset(use for query in queries for use in _uses(query, before) if use[1] not in own)
    if rows or uses:
        editor.put(key, replace(routine, uses=uses, row_columns=rows, derived=derived))


def _uses(query: Query, catalog: Catalog) -> Iterator[tuple[Key, str]]:
    """The columns that a query names, each with its table, and each table with an empty name."""
    yield from columns_read((query,), catalog)
    tables = (table_of(source, catalog) for source in query.sources)
    yield from ((table.key, "") for table in tables if table is not None)
    target = table_of(query.target, catalog) if isinstance(query, Write) else None
    if target is None:
        return
    yield target.key, ""
    columns = list(query.columns) if isinstance(query, Insert) else []
    if isinstance(query, Update):
        columns += [column for item in query.assignments for column in item.columns]
    yield from ((target.key, column.text) for column in columns if target.column(column.text))
