"""Columns of subqueries that turn out to belong to a query around them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.queries import ColumnReference, Query, Scope, Select
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_names
from sqlreview.schema.unknown_columns import nearest_name


@frozen
class OuterColumn:
    """A bare name in the output list of a subquery that only a relation around the subquery has."""

    reference: ColumnReference
    inner: str
    """How a message calls the relation it was looked for in first."""
    outer: str
    """The relation that has it."""
    nearest: str | None
    """The column of the inner relations that is most like it, if one is."""


def accidental_outer_columns(query: Query, catalog: Catalog) -> Iterator[OuterColumn]:
    """The outputs of a subquery of IN, ANY or ALL that are columns of a query around it, where all relations of the
    subquery are known."""
    if query.role not in ("in", "any") or not isinstance(query, Select) or not query.sources:
        return
    for output in query.outputs:
        reference = output.value.column
        if reference is None or reference.qualifier is not None:
            continue
        names = [column_names(source, catalog) for source in query.sources]
        known = [found for found in names if found is not None]
        if len(known) < len(names) or any(reference.column in found for found in known):
            continue
        outer = _holder(reference, query.scope.outer, catalog)
        if outer is not None:
            nearest = nearest_name(reference.column, [name for found in known for name in found])
            yield OuterColumn(reference=reference, inner=query.sources[0].described, outer=outer, nearest=nearest)


def _holder(reference: ColumnReference, scope: Scope | None, catalog: Catalog) -> str | None:
    while scope is not None:
        for source in scope.sources:
            names = column_names(source, catalog)
            if names is not None and reference.column in names:
                return source.described
        scope = scope.outer
    return None
