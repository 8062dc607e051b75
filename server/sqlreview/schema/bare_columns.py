"""Columns without a qualifier in queries over several relations."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import ColumnReference, Query, Source, references_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_names, own_source_of


def bare_columns(query: Query, in_routine: bool, catalog: Catalog) -> Iterator[tuple[ColumnReference, Source | None]]:
    """Each bare name with the relation it means, where that is known; merged columns and aliases are left out.

    In a routine a bare name may be a variable, so only those of known relations are told.
    """
    if any(source.natural for source in query.sources):
        return
    merged = {name.text for source in query.sources for name in source.using}
    names = {output.alias.text for output in query.output_list if output.alias}
    names |= {source.exposed_name for source in query.sources if source.exposed_name}
    for reference in references_of(query):
        if reference.qualifier is not None or reference.column in merged or reference.column in names:
            continue
        owner = own_source_of(reference, query, catalog)
        is_outer = all(column_names(source, catalog) is not None for source in query.sources)
        if owner is not None or not (in_routine or is_outer):
            yield reference, owner
