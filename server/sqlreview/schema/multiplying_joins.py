"""Joins that repeat the rows of a query and give nothing to its result."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import ColumnReference, Select, Source, Value
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.join_keys import joins_several
from sqlreview.schema.keys import is_unique_on
from sqlreview.schema.resolution import own_source_of, table_of


def multiplying_joins(query: Select, catalog: Catalog) -> Iterator[Source]:
    """The tables of inner joins from which nothing comes out, and of which several rows may match, in a query whose
    outputs hold a unique key of another of its relations."""
    columns = _shown(query)
    owners = [(column, own_source_of(column, query, catalog)) for column in columns]
    stars = {output.star.qualifier for output in query.outputs if output.star}
    if None in stars or any(owner is None for _, owner in owners):
        return
    shown = {owner.span for _, owner in owners if owner}
    candidates = [source for source in query.sources if source.span not in shown and source.exposed_name not in stars]
    if not any(_has_key(source, owners, stars, catalog) for source in query.sources if source not in candidates):
        return
    for source in candidates:
        is_inner = source.join in ("inner", "comma", "from") and source.nullable_by is None
        if is_inner and source.kind == "table" and joins_several(source, query, catalog):
            yield source


def _shown(query: Select) -> list[ColumnReference]:
    values: list[Value] = [output.value for output in query.outputs]
    values += [key.value for key in query.order_by.keys] if query.order_by else []
    values += query.group_by.keys if query.group_by else []
    aliases = {output.alias.text for output in query.outputs if output.alias}
    found = [column for value in values for column in value.columns]
    return [column for column in found if column.qualifier is not None or column.column not in aliases]


def _has_key(
    source: Source,
    owners: list[tuple[ColumnReference, Source | None]],
    stars: set[str | None],
    catalog: Catalog,
) -> bool:
    table = table_of(source, catalog)
    if table is None or not table.complete:
        return False
    if source.exposed_name in stars:
        return bool(table.primary_key)
    own = [column.column for column, owner in owners if owner and owner.span == source.span]
    return is_unique_on(table, own)
