"""The names of output columns, item by item."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlreview.operations import CreateMaterializedView, CreateTable, CreateView, Operation
from sqlreview.queries import Output, Query, Select, Star, references_of
from sqlreview.queries.selected import readers_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import star_names


def named_columns(query: Select, catalog: Catalog) -> Iterator[tuple[Output, tuple[str, ...]]]:
    """Each output item with the names of its columns; no names where a star is not known."""
    for output in query.outputs:
        if output.star:
            yield output, star_names(output.star, query, catalog) or ()
        elif output.name is not None and output.name != "?column?":
            yield output, (output.name,)


def unknown_stars(query: Select, catalog: Catalog) -> list[Star]:
    """The stars of single relations, `t.*`, whose columns are not all known."""
    return [star for star in query.stars if star.qualifier and star_names(star, query, catalog) is None]


def has_column_list(query: Query, queries: Collection[Query], operations: Collection[Operation]) -> bool:
    """Whether a list outside the query names its columns: of the view or table, WITH clause, or alias it stands in."""
    if query.role in ("view", "table"):
        creations = (CreateView, CreateMaterializedView, CreateTable)
        return any(isinstance(operation, creations) and bool(operation.columns) for operation in operations)
    return any(source.column_aliases or source.common_columns for _, source in readers_of(query, queries))


def is_named_outside(names: Collection[str], query: Query, queries: Collection[Query]) -> bool:
    """Whether a query that reads this one refers to one of these names."""
    return any(
        reference.column in names and reference.qualifier in (None, source.exposed_name)
        for other, source in readers_of(query, queries)
        for reference in references_of(other)
    )
