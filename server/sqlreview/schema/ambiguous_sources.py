"""Relations an UPDATE takes values from although several of their rows may match."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import Source, Update
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.join_keys import equated_columns, joins_several
from sqlreview.schema.resolution import own_source_of


def ambiguous_sources(query: Update, catalog: Catalog) -> Iterator[Source]:
    """The tables beside the target that give values and are joined with it on columns that are not unique in them.

    A relation that is not tied to anything is another mistake, and left out.
    """
    columns = [column for item in query.assignments for column in item.value.columns]
    owners = [own_source_of(column, query, catalog) for column in columns]
    read = {owner.span for owner in owners if owner}
    for source in query.sources[1:]:
        if source.kind != "table" or source.span not in read or not joins_several(source, query, catalog):
            continue
        if equated_columns(source, query, catalog):
            yield source
