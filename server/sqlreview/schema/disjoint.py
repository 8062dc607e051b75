"""Which queries have no row in common, and which return no row twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from sqlreview.queries import Query, Select, Value, where_of
from sqlreview.queries.contradictions import exclude_each_other
from sqlreview.queries.selected import bare_meant
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import is_unique_on
from sqlreview.schema.resolution import own_source_of, table_of


def are_disjoint(queries: Sequence[Query], catalog: Catalog) -> bool:
    """Whether it is certain that no two of the queries return an equal row."""
    selects = [query for query in queries if isinstance(query, Select)]
    if len(selects) < len(queries) or any(output.star for query in selects for output in query.outputs):
        return False
    return all(_are_disjoint(left, right, catalog) for left, right in combinations(selects, 2))


def rows_are_distinct(query: Query, catalog: Catalog) -> bool:
    """Whether it is certain that the query returns no row twice."""
    if not isinstance(query, Select):
        return False
    selected = {bare_meant(output.value, query) for output in query.outputs}
    if query.distinct:
        return not query.distinct_on
    if query.group_by:
        groups = query.group_by
        return not groups.grouping_sets and all(bare_meant(key, query) in selected for key in groups.keys)
    return _selects_key(query, catalog)


def keeps_whole_rows(query: Select, catalog: Catalog) -> bool:
    """Whether the keys of DISTINCT ON are a key of the only relation that is selected from, so that it decides all."""
    columns = [value.column.column for value in query.distinct_on if value.column]
    references = [column for output in query.outputs for column in output.value.columns]
    found = {source.span: source for column in references if (source := own_source_of(column, query, catalog))}
    tables = [table_of(source, catalog) for source in found.values()]
    return len(tables) == 1 and tables[0] is not None and is_unique_on(tables[0], columns)


def _are_disjoint(left: Select, right: Select, catalog: Catalog) -> bool:
    pairs = zip(left.outputs, right.outputs, strict=False)
    if any(_differ(mine.value, theirs.value) for mine, theirs in pairs):
        return True
    return _split_one_table(left, right, catalog)


def _differ(left: Value, right: Value) -> bool:
    """Whether both are literals of one kind with other values; to some collations words of another case are equal."""
    if left.is_null or right.is_null:
        return False
    if left.string is not None and right.string is not None:
        return left.string.strip().lower() != right.string.strip().lower() and not (left.cast or right.cast)
    return left.kind == right.kind == "number" and left.integer is not None and left.integer != right.integer


def _split_one_table(left: Select, right: Select, catalog: Catalog) -> bool:
    """Whether both select a key of one table from rows with other values of one column."""
    sources = (*left.sources, *right.sources)
    if len(left.sources) != 1 or len(right.sources) != 1 or any(source.kind != "table" for source in sources):
        return False
    same_table = sources[0].name == sources[1].name
    same_outputs = [item.value.normalised for item in left.outputs] == [item.value.normalised for item in right.outputs]
    if not same_table or not same_outputs or not _selects_key(left, catalog):
        return False
    conditions = [where for query in (left, right) if (where := where_of(query))]
    return len(conditions) == 2 and exclude_each_other(*conditions)


def _selects_key(query: Select, catalog: Catalog) -> bool:
    """Whether the output list holds a unique key of the query's only table."""
    table = table_of(query.sources[0], catalog) if len(query.sources) == 1 else None
    if table is None:
        return False
    columns = [output.value.column for output in query.outputs if output.value.column]
    own = {column.column for column in columns if own_source_of(column, query, catalog)}
    required = {column.name for column in table.columns if column.not_null}
    return is_unique_on(table, own & required)
