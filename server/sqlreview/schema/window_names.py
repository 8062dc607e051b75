"""Names that window definitions use."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import ColumnReference, Output, Select, Value
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_names
from sqlreview.text import Span


def aliases_in_windows(query: Select, catalog: Catalog) -> Iterator[tuple[ColumnReference, Output]]:
    """Bare names in OVER, WINDOW and arguments of window functions that are an output's alias and no column.

    Where the relations are not all known, an alias of a plain column, or of an expression that reads a column of the
    same name, may be a column as well, and is left out.
    """
    aliases = {output.alias.text: output for output in query.outputs if output.alias}
    if not aliases or not query.sources:
        return
    seen: set[ColumnReference] = set()
    for reference in _in_windows(query):
        output = aliases.get(reference.column) if reference.qualifier is None else None
        if output is not None and reference not in seen and not _may_be_column(reference, output, query, catalog):
            seen.add(reference)
            yield reference, output


def _in_windows(query: Select) -> Iterator[ColumnReference]:
    values: list[Value] = [output.value for output in query.outputs]
    values += [key.value for key in query.order_by.keys] if query.order_by else []
    for value in values:
        for call in value.functions:
            if call.over is not None:
                yield from (item for item in value.columns if _is_in(item, call.span) or _is_in(item, call.over))
    for window in query.windows:
        yield from window.columns


def _is_in(reference: ColumnReference, span: Span) -> bool:
    return span.start < reference.span.start < span.end


def _may_be_column(reference: ColumnReference, output: Output, query: Select, catalog: Catalog) -> bool:
    known = [column_names(source, catalog) for source in query.sources]
    if any(reference.column in names for names in known if names is not None):
        return True
    is_certain = all(names is not None for names in known) and query.scope.outer_is_empty
    same_name = any(column.column == reference.column for column in output.value.columns)
    return not is_certain and (output.value.column is not None or same_name or not query.scope.outer_is_empty)
