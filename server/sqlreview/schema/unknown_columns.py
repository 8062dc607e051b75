"""Column names of a query that none of the relations they can mean has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlreview.frozen import frozen
from sqlreview.queries import (
    ColumnReference,
    Insert,
    Output,
    Query,
    Scope,
    Select,
    SetOperation,
    Source,
    Update,
    references_of,
)
from sqlreview.queries.targets import target_columns
from sqlreview.queries.vocabulary import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_names, is_system_relation, table_of
from sqlreview.text import Span

_SYSTEM_COLUMNS = words_of("ctid xmin xmax cmin cmax tableoid oid rowid _rowid_ _rowid rownum docid rank")
"""Columns that tables have without anybody saying so; `rank` is one of SQLite's full-text tables."""


@frozen
class UnknownColumn:
    """A column that is not there."""

    reference: ColumnReference
    relations: tuple[Source, ...]
    """Where it was looked for."""
    nearest: str | None
    """The column that is most like it, if one is."""


def unknown_columns(query: Query, sql: str, catalog: Catalog, in_routine: bool) -> Iterator[UnknownColumn]:
    """The columns that are certainly not there: every relation they can mean is known to its last column.

    In a routine bare names may be variables, so only qualified ones are looked at.
    """
    outputs = _output_names(query)
    known: _Known = {}
    for reference in references_of(query):
        if reference.column in _SYSTEM_COLUMNS or "{" in reference.column:
            continue
        if reference.qualifier is None and (in_routine or reference.column in outputs):
            continue
        if _is_text(reference, sql, catalog):
            continue
        found = _looked_for(reference, query, catalog, known)
        if found is not None:
            yield found
    yield from _unknown_targets(query, sql, catalog)


def _is_text(reference: ColumnReference, sql: str, catalog: Catalog) -> bool:
    """Whether it is written in double quotes, which SQLite takes for a string where there is no such column."""
    return catalog.session.family != "postgres" and sql[reference.column_span.start] in "\"'"


def _output_names(query: Query) -> frozenset[str]:
    """The names ORDER BY, and elsewhere GROUP BY and HAVING, may use for outputs."""
    if not isinstance(query, Select | SetOperation):
        return frozenset()
    return frozenset(output.name for output in query.output_list if output.name and _is_called(output))


def _is_called(output: Output) -> bool:
    """Whether the name is one of its own, other than that of the column it stands for."""
    return output.alias is not None or output.value.column is None


_Known = dict[Span, tuple[str, ...] | None]
"""The columns of relations by their places, as most relations are read many times."""


def _looked_for(reference: ColumnReference, query: Query, catalog: Catalog, remembered: _Known) -> UnknownColumn | None:
    scope = query.scope
    sources: tuple[Source, ...]
    if reference.qualifier is not None:
        source = scope.source(reference.qualifier)
        sources = (source,) if source else ()
        if source and reference.schema and source.name and source.name.schema not in (None, reference.schema):
            return None
    else:
        sources = _all_sources(scope)
    for source in sources:
        if source.span not in remembered:
            remembered[source.span] = _names(source, catalog)
    names = [remembered[source.span] for source in sources]
    known = [found for found in names if found is not None]
    if not sources or len(known) < len(names) or any(reference.column in found for found in known):
        return None
    if reference.qualifier is None and any(source.exposed_name == reference.column for source in sources):
        return None  # the whole row
    nearest = nearest_name(reference.column, [name for found in known for name in found])
    return UnknownColumn(reference=reference, relations=sources, nearest=nearest)


def _all_sources(scope: Scope | None) -> tuple[Source, ...]:
    found: tuple[Source, ...] = ()
    while scope is not None:
        found += scope.sources
        scope = scope.outer
    return found


def _names(source: Source, catalog: Catalog) -> tuple[str, ...] | None:
    """The columns of a relation; None when they are not certain, as those of functions or without a name are."""
    if is_system_relation(source.name) or source.joined_as:
        return None
    if source.kind == "table":
        table = table_of(source, catalog)
        if table is not None and (table.module or table.temporary):
            return None
    elif source.query is None or not _names_are_written(source.query):
        return None
    names = column_names(source, catalog)
    return names if names else None


def _names_are_written(query: Query) -> bool:
    """Whether every output is a star, a column or has an alias, so that all engines call it the same."""
    return all(output.alias or output.star or output.value.column for output in query.output_list)


def _unknown_targets(query: Query, sql: str, catalog: Catalog) -> Iterator[UnknownColumn]:
    """The columns that INSERT lists and UPDATE sets, which the target has not."""
    if not isinstance(query, Insert | Update) or is_system_relation(query.target.name):
        return
    names = _names(query.target, catalog) if table_of(query.target, catalog) else None
    if names is None or (isinstance(query, Update) and len(query.sources) > 1 and catalog.session.family == "mysql"):
        return
    for column in target_columns(query, sql):
        if column.text not in names and column.text not in _SYSTEM_COLUMNS and "{" not in column.text:
            reference = ColumnReference(span=column.span, column=column.text, column_span=column.span)
            nearest = nearest_name(column.text, names)
            yield UnknownColumn(reference=reference, relations=(query.target,), nearest=nearest)


def nearest_name(name: str, others: Sequence[str]) -> str | None:
    """The one of some names that is most like a name; None when none is much like it."""
    from difflib import get_close_matches  # it is only needed where something is wrong

    found = get_close_matches(str(name), [str(other) for other in others], 1, 0.6)
    return found[0] if found else None
