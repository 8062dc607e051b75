"""Whether an index delivers rows in the directions a query asks for."""

from __future__ import annotations

from itertools import pairwise

from sqlreview.queries import Select
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import is_unique_on
from sqlreview.schema.records import Index
from sqlreview.schema.resolution import column_of, table_of


def index_in_other_directions(query: Select, catalog: Catalog) -> Index | None:
    """An index that begins with the columns of a sort of mixed directions but has other ones, where none fits.

    None as well where the first column is unique, so that the others do not matter.
    """
    keys = query.order_by.keys if query.order_by else ()
    directions = [key.descending for key in keys]
    if all(one == other for one, other in pairwise(directions)) or len(query.sources) != 1 or query.group_by:
        return None
    table = table_of(query.sources[0], catalog)
    found = [column_of(key.column, query, catalog) if key.column else None for key in keys]
    columns = tuple(entry[1].name for entry in found if entry)
    if table is None or len(columns) < len(keys) or is_unique_on(table, columns[:1]):
        return None
    matching = [index for index in table.indexes if index.columns[: len(columns)] == columns and not index.predicate]
    if any(_fits(index, directions) for index in matching):
        return None
    return matching[0] if matching else None


def _fits(index: Index, directions: list[bool]) -> bool:
    own = [key.descending for key in index.keys[: len(directions)]]
    return own == directions or [not descending for descending in own] == directions
