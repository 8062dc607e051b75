"""Which relations and columns of the catalog the names in a query mean; unknown and ambiguous names give None."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import ColumnReference, Query, Scope, Select, SetOperation, Source, Star, Values, Write
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.naming import quoted
from sqlreview.schema.records import Column, Table, View
from sqlreview.sql.cursor import Name

_MOST_COLUMNS = 1664
"""A query cannot return more, https://www.postgresql.org/docs/current/limits.html."""


def table_of(source: Source, catalog: Catalog) -> Table | None:
    """The table a source reads; None for views, common tables, derived tables, functions and unknown names."""
    return catalog.table(source.name) if source.kind == "table" and source.name else None


def column_of(reference: ColumnReference, query: Query, catalog: Catalog) -> tuple[Table, Column] | None:
    """The table column a reference of that query level means."""
    source = source_of(reference, query, catalog)
    table = table_of(source, catalog) if source and not source.column_aliases else None
    column = table.column(reference.column) if table else None
    return (table, column) if table and column else None


def source_of(reference: ColumnReference, query: Query, catalog: Catalog) -> Source | None:
    """The relation a reference of that query level reads, its own level or one around it."""
    scope: Scope | None = query.scope
    while scope is not None:
        found = _candidates(reference, scope, catalog)
        if found:
            return found[0] if len(found) == 1 or _is_merged(reference, scope) else None
        scope = scope.outer
    return None


def own_source_of(reference: ColumnReference, query: Query, catalog: Catalog) -> Source | None:
    """The relation of the query's own level a reference reads; None also when it may be one of a level around it."""
    found = source_of(reference, query, catalog)
    return next((source for source in query.sources if found and source.span == found.span), None)


def likely_source_of(reference: ColumnReference, query: Query, catalog: Catalog) -> Source | None:
    """Like `own_source_of`, but a bare name in a subquery of one relation is taken for a column of that relation, too,
    where the history does not know its columns."""
    found = own_source_of(reference, query, catalog)
    if found is None and reference.qualifier is None and len(query.sources) == 1:
        return query.sources[0] if column_names(query.sources[0], catalog) is None else None
    return found


def qualified(reference: ColumnReference, query: Query, catalog: Catalog) -> str | None:
    """The column with its relation, `t.c`, as a query further inside has to name it; None when it is not certain."""
    source = likely_source_of(reference, query, catalog) or source_of(reference, query, catalog)
    if source is None or source.exposed_name is None:
        return None
    return f"{quoted(source.exposed_name)}.{quoted(reference.column)}"


def is_system_relation(name: Name | None) -> bool:
    """Whether the name means a relation that the server describes itself by."""
    if name is None:
        return False
    if name.schema in ("pg_catalog", "information_schema", "performance_schema"):
        return True
    return name.schema is None and name.text.startswith(("pg_", "sqlite_"))


def column_names(source: Source, catalog: Catalog) -> tuple[str, ...] | None:
    """The names of all columns of a source in their order; None when they are not all known."""
    names = _own_names(source, catalog)
    aliases = tuple(alias.text for alias in source.column_aliases)
    if aliases and names is not None:
        return aliases + names[len(aliases) :]
    return names


def output_names(query: Query, catalog: Catalog) -> tuple[str, ...] | None:
    """The names of all output columns of a query, with stars expanded; None when a star is not known."""
    match query:
        case Values(rows=(row, *_)):
            return tuple(f"column{number}" for number in range(1, len(row) + 1))
        case SetOperation(branches=(branch, *_)):
            return output_names(branch, catalog)
    names: list[str] = []
    for output in query.output_list:
        if output.star:
            expanded = star_names(output.star, query, catalog)
            if expanded is None:
                return None
            names += expanded
        elif output.name is None:
            return None
        else:
            names.append(output.name)
    return tuple(names)


def star_names(star: Star, query: Query, catalog: Catalog) -> tuple[str, ...] | None:
    """The names of the columns a star stands for, as `star_columns` finds them."""
    columns = star_columns(star, query, catalog)
    return tuple(name for _, name in columns) if columns is not None else None


def star_columns(star: Star, query: Query, catalog: Catalog) -> tuple[tuple[Source | None, str], ...] | None:
    """The columns a star stands for, in order, each with its relation; None when they are not all known.

    A column merged by USING stands there once, without a relation; NATURAL joins are not expanded.
    """
    columns: list[tuple[Source | None, str]] = []
    sources = [source for source in query.sources if star.qualifier in (None, source.exposed_name)]
    for source in sources:
        names = column_names(source, catalog)
        if names is None or source.natural:
            return None
        merged = [name.text for name in source.using] if star.qualifier is None else []
        rest = [entry for entry in columns if entry[1] not in merged]
        columns = [*((None, name) for name in merged), *rest]
        columns += ((source, name) for name in names if name not in merged)
        if len(columns) > _MOST_COLUMNS:
            return None
    return tuple(columns) if sources else None


def spelt_out(star: Star, query: Query, catalog: Catalog) -> str | None:
    """The list of columns that may stand in the place of a star; None when they are not all known."""
    columns = star_columns(star, query, catalog)
    if columns is None:
        return None
    several = len(query.sources) > 1 or star.qualifier is not None
    return ", ".join(
        f"{quoted(source.exposed_name or '')}.{quoted(name)}" if source and several else quoted(name)
        for source, name in columns
    )


def branches_of(query: Query) -> Iterator[Select]:
    """The SELECTs whose rows a query returns: itself, or those that UNION and the like combine."""
    if isinstance(query, Select):
        yield query
    elif isinstance(query, SetOperation):
        for branch in query.branches:
            yield from branches_of(branch)


def stars_of_tables(query: Select, catalog: Catalog) -> tuple[Star, ...]:
    """The stars of a SELECT list that stand for columns of tables or views, be it through stars further inside."""
    return tuple(_open_stars(query, catalog, {}))


def _open_stars(query: Select, catalog: Catalog, known: dict[int, bool]) -> Iterator[Star]:
    for star in query.stars:
        sources = (source for source in query.sources if star.qualifier in (None, source.exposed_name))
        if any(_has_open_columns(source, catalog, known) for source in sources):
            yield star


def _has_open_columns(source: Source, catalog: Catalog, known: dict[int, bool]) -> bool:
    if source.kind == "table":
        table = table_of(source, catalog)
        return not is_system_relation(source.name) and not (table and table.temporary)
    return source.query is not None and _returns_open_columns(source.query, catalog, known)


def _returns_open_columns(query: Query, catalog: Catalog, known: dict[int, bool]) -> bool:
    """Whether the output list holds such stars; `known` has the answers by identity, as WITH is read many times."""
    if id(query) not in known:
        known[id(query)] = False
        match query:
            case Select():
                known[id(query)] = any(True for _ in _open_stars(query, catalog, known))
            case SetOperation(branches=branches):
                known[id(query)] = any(_returns_open_columns(branch, catalog, known) for branch in branches)
            case Write(returning=returning):
                known[id(query)] = any(output.star for output in returning)
    return known[id(query)]


def _own_names(source: Source, catalog: Catalog) -> tuple[str, ...] | None:
    match source.kind:
        case "table" if source.name:
            table = catalog.table(source.name)
            if table:
                return tuple(column.name for column in table.columns) if _is_complete(table) else None
            view = catalog.view(source.name)
            return _view_names(view)
        case "cte" | "subquery" | "values" if source.query:
            return _with_aliases(source, output_names(source.query, catalog))
    return None


def _with_aliases(source: Source, names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    aliases = tuple(name.text for name in source.common_columns)
    return aliases + names[len(aliases) :] if names is not None else None


def _view_names(view: View | None) -> tuple[str, ...] | None:
    return view.columns if view and view.columns else None


def _is_complete(table: Table) -> bool:
    return table.complete and not table.inherits and bool(table.columns)


def _is_called(source: Source, reference: ColumnReference) -> bool:
    if source.exposed_name != reference.qualifier:
        return False
    if reference.schema is None or source.name is None:
        return True
    return source.alias is None and source.name.schema in (None, reference.schema)


def _candidates(reference: ColumnReference, scope: Scope, catalog: Catalog) -> list[Source | None]:
    if reference.qualifier is not None:
        return [source for source in scope.sources if _is_called(source, reference)]
    holders = list(_holders(reference.column, scope, catalog))
    return [None] if None in holders else holders


def _holders(column: str, scope: Scope, catalog: Catalog) -> Iterator[Source | None]:
    """The sources of a level that have the column; None among them when that cannot be told."""
    if len(scope.sources) == 1 and scope.outer_is_empty:
        names = column_names(scope.sources[0], catalog)
        if names is None or column in names:  # in a routine, what is no column is a variable
            yield scope.sources[0]
        return
    for source in scope.sources:
        names = column_names(source, catalog)
        if names is None:
            yield None
        elif column in names:
            yield source


def _is_merged(reference: ColumnReference, scope: Scope) -> bool:
    return reference.qualifier is None and any(
        name.text == reference.column for source in scope.sources for name in source.using
    )
