"""Whether the branches of a UNION deliver their rows in the order that is asked for."""

from __future__ import annotations

from sqlreview.queries import Select, SetOperation, SortKey
from sqlreview.queries.selected import naming_select
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Index, Table
from sqlreview.schema.resolution import table_of


def branches_sorted_in_full(query: SetOperation, catalog: Catalog) -> tuple[str, ...]:
    """The tables whose rows are all sorted for the first few of UNION ALL; none where an index is not ruled out."""
    keys = query.order_by.keys if query.order_by else ()
    is_plain = all(operator.kind == "union" and operator.all for operator in query.operators)
    if not keys or query.limit is None or not query.operators or not is_plain:
        return ()
    positions = [_position(key, query) for key in keys]
    found: list[str] = []
    for branch in query.branches:
        table = _only_table(branch, catalog) if isinstance(branch, Select) else None
        if table is None or not isinstance(branch, Select) or None in positions:
            return ()
        columns = [_column(branch, position) for position in positions if position is not None]
        if not any(_delivers(index, columns) for index in table.indexes):
            found.append(table.name)
    return tuple(found)


def _position(key: SortKey, query: SetOperation) -> int | None:
    select = naming_select(query)
    names = [output.name for output in select.outputs] if select else []
    if key.ordinal is not None:
        return key.ordinal - 1
    return names.index(key.column.column) if key.column and key.column.column in names else None


def _only_table(branch: Select, catalog: Catalog) -> Table | None:
    """The table of a branch that hands over all its rows; None for anything less simple."""
    if branch.limit or branch.group_by or branch.distinct or len(branch.sources) != 1:
        return None
    if any(output.value.has_aggregate or output.value.kind == "star" for output in branch.outputs):
        return None
    table = table_of(branch.sources[0], catalog)
    return table if table and table.complete else None


def _column(branch: Select, position: int) -> str | None:
    if not 0 <= position < len(branch.outputs):
        return None
    column = branch.outputs[position].value.column
    return column.column if column else None


def _delivers(index: Index, columns: list[str | None]) -> bool:
    wanted = tuple(columns)
    return None not in wanted and index.predicate is None and index.columns[: len(wanted)] == wanted
